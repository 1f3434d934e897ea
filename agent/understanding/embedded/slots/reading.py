"""What every recogniser is given and gives back, and the cues in front of a value ("order", "tel", "je m'appelle")."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from agent.understanding.embedded.lexicon import Lexicon, all_lexicons
from agent.understanding.embedded.words import Span, Words, fold_line
from domain.commands import Slot
from domain.languages import Language

CERTAIN = 1.0
LIKELY = 0.8
GUESS = 0.5
_REACH = 48


@dataclass(frozen=True, slots=True)
class Found:
    """``value`` in the slot's normal form, ``span`` what was typed; ``sure`` from GUESS to CERTAIN."""

    slot: Slot
    value: str
    span: Span
    sure: float = CERTAIN


@dataclass(frozen=True, slots=True)
class Reading:
    """One message for the recognisers; ``near`` are the lexicons to look cues up in, the message's own first."""

    words: Words
    language: Language
    asked: Slot | None = None
    near: tuple[Lexicon, ...] = field(default=())
    taken: tuple[Found, ...] = ()

    @property
    def text(self) -> str:
        return self.words.text

    def free(self, span: Span) -> bool:
        return not any(span.overlaps(each.span) for each in self.taken)

    def with_taken(self, taken: Iterable[Found]) -> "Reading":
        return Reading(self.words, self.language, self.asked, self.near, (*self.taken, *taken))


Recogniser = Callable[[Reading], Iterable[Found]]


@cache
def lexicons_near(language: Language) -> tuple[Lexicon, ...]:
    """The language's own, then English and French, in which half of the mixed messages are written."""
    return tuple(all_lexicons()[each] for each in dict.fromkeys((language, Language.EN, Language.FR)))


def nearest_cue(reading: Reading, start: int, names: tuple[str, ...], reach: int = _REACH) -> str | None:
    """Which of the cues stands last before ``start``, within the same sentence and a few words."""
    before = re.split(r"[?!\n]|\.\s", reading.text[max(0, start - reach) : start])[-1]
    line = fold_line(before)
    best: tuple[int, int, str] | None = None
    for name in names:
        for lexicon in reading.near:
            for match in lexicon.pattern("cues", name).finditer(line):
                found = (match.end(), len(match[0]), name)
                best = max(best, found) if best else found
    return best[2] if best and line[best[0] :].count(" ") <= 5 else None


_NOT = re.compile(
    r"(?:^| )(?:not|no|isn t|isnt|wasn t|instead of|pas|non|au lieu de|plus|nicht|kein|statt|niet|geen"
    r"|en vez de|invece di)"
    r"(?: (?:the|number|order|le|la|numero|commande|it s|el|die|den|il|de|das|a|an|un|une|so|too|that|my))?$"
)


def negated(reading: Reading, start: int) -> bool:
    """Whether "not" stands right before: "not 99817 but 99871"."""
    return bool(_NOT.search(fold_line(reading.text[max(0, start - 24) : start])))
