"""Dialogue acts by rules: yes, no, thanks, "forget it", "a person please", and what is left beside them.

An act at the edge of a message ("hi", "no,", "thanks!") is told apart from the content between; some acts are also
found anywhere ("I want to talk to a human about it"). What an act means in the conversation is the engine's to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from agent.understanding.embedded.lexicon import Lexicon, all_lexicons, word_set
from agent.understanding.embedded.words import Span, Words, read_words
from domain.languages import Language


class Act(StrEnum):
    """The first group can be whole messages; the last group is only found beside other words."""

    PERSON = "person"
    CANCEL = "cancel"
    BOT = "bot"
    WHY = "why"
    CAN_DO = "can_do"
    DENY = "deny"
    CONFIRM = "confirm"
    COMPLAINT = "complaint"
    AGREE = "agree"
    BYE = "bye"
    THANKS = "thanks"
    APOLOGY = "apology"
    GREETING = "greeting"
    ACKNOWLEDGE = "acknowledge"
    FILLER = "filler"
    REFUSE = "refuse"
    UNSURE = "unsure"
    RESUME = "resume"
    CORRECT = "correct"
    INSTEAD = "instead"


EDGE = tuple(Act)[: tuple(Act).index(Act.FILLER) + 1]
STRONG = (
    Act.CANCEL,
    Act.PERSON,
    Act.BOT,
    Act.WHY,
    Act.CAN_DO,
    Act.REFUSE,
    Act.UNSURE,
    Act.COMPLAINT,
    Act.RESUME,
    Act.CORRECT,
    Act.INSTEAD,
)
WRAPPERS = frozenset({Act.GREETING, Act.THANKS, Act.BYE, Act.APOLOGY})
_ENDS_ACT = re.compile(r"[.,;:!?…\n–—-]")
_OPENERS = word_set("openers")
_EMOJI = {
    Act.CONFIRM: "👍👌✅🆗✔💯🤝☑",
    Act.DENY: "👎❌✖🚫🙅⛔",
    Act.THANKS: "🙏❤💕😍🥰💖🧡💛💚💙💜🤗😘",
    Act.GREETING: "👋",
    Act.COMPLAINT: "😡🤬😠💩😤🖕😒🙄",
    Act.ACKNOWLEDGE: "😊🙂😀😄😁😃😂🤣😅😉😎🎉🥳😇☺🤞👏",
    Act.BOT: "🤖",
}
_EMOTICON = {
    ":)": Act.ACKNOWLEDGE,
    ":-)": Act.ACKNOWLEDGE,
    ";)": Act.ACKNOWLEDGE,
    ":D": Act.ACKNOWLEDGE,
    "<3": Act.THANKS,
}
_BY_EMOJI: Mapping[str, Act] = {each: act for act, signs in _EMOJI.items() for each in signs}


@dataclass(frozen=True, slots=True)
class Acts:
    """``lead`` and ``trail`` stand at the edges, ``inside`` anywhere; ``rest`` is the span between, None when pure."""

    lead: tuple[Act, ...] = ()
    trail: tuple[Act, ...] = ()
    inside: frozenset[Act] = frozenset()
    rest: Span | None = None

    @property
    def pure(self) -> bool:
        return self.rest is None

    @property
    def main(self) -> Act | None:
        """The act that a pure message comes down to; of "yes" and "no" the last one said."""
        said = (*self.lead, *self.trail)
        answers = [act for act in said if act in {Act.CONFIRM, Act.DENY}]
        ranked = [act for act in EDGE if act in said and act is not Act.FILLER]
        if not ranked:
            return None
        return answers[-1] if answers and ranked[0] in answers else ranked[0]


class ActReader:
    """Reads acts in the conversation's language and English first, in the other languages for a whole message."""

    def __init__(self) -> None:
        self._lexicons = all_lexicons()

    def read(self, words: Words, language: Language) -> Acts:
        if not words:
            act = _read_signs(words.text)
            return Acts(lead=(act,) if act else ())
        near = self._near(language)
        inside = self._inside(words.line, near)
        whole = self._whole(words, near)
        if whole:
            return Acts(lead=whole, inside=inside)
        return self._edges(words, near, inside)

    def _near(self, language: Language) -> tuple[Lexicon, ...]:
        return tuple(self._lexicons[each] for each in dict.fromkeys((language, Language.EN)))

    def _inside(self, line: str, near: tuple[Lexicon, ...]) -> frozenset[Act]:
        return frozenset(act for act in STRONG if any(each.pattern("strong", act.value).search(line) for each in near))

    def _whole(self, words: Words, near: tuple[Lexicon, ...]) -> tuple[Act, ...]:
        """The acts of a message made of nothing else, in any of our languages, misspelt or not."""
        if len(words.folded) > 14:
            return ()
        others = tuple((each,) for each in self._lexicons.values() if each not in near)
        for lexicons in (near, *others):
            acts = _consume(words.line, 0, lexicons)
            if acts and set(acts) != {Act.FILLER}:
                return tuple(act for act in acts if act is not Act.FILLER)
        corrected = _correct_spelling(words, near)
        acts = _consume(corrected, 0, near) if corrected else ()
        return acts if set(acts) != {Act.FILLER} else ()

    def _edges(self, words: Words, near: tuple[Lexicon, ...], inside: frozenset[Act]) -> Acts:
        lead, first = self._lead(words, near)
        trail, after = self._trail(words, near, first)
        span = Span(words.spans[first].start, words.spans[after - 1].end)
        tail = re.match(r"[^\w\n]*", words.text[span.end :])
        return Acts(lead, trail, inside, Span(span.start, span.end + len(tail[0].rstrip()) if tail else span.end))

    def _lead(self, words: Words, near: tuple[Lexicon, ...]) -> tuple[tuple[Act, ...], int]:
        acts: list[Act] = []
        position, content = 0, 0
        while position < len(words.line):
            found = _longest(words.line, position, near)
            if not found or found[1] >= len(words.line):
                break
            act, end = found
            after = words.starts.index(end + 1)
            if act is not Act.FILLER and self._stands_alone(words, act, after):
                acts.append(act)
                content = after
            elif act is not Act.FILLER:
                break
            position = end + 1
        return tuple(acts), content

    def _stands_alone(self, words: Words, act: Act, after: int) -> bool:
        between = words.text[words.spans[after - 1].end : words.spans[after].start]
        if act in {Act.GREETING, Act.THANKS, Act.APOLOGY} or _ENDS_ACT.search(between):
            return True
        answer = act in {Act.CONFIRM, Act.DENY, Act.AGREE, Act.ACKNOWLEDGE}
        return answer and words.folded[after] in _OPENERS and words.folded[after - 1] != "si"

    def _trail(self, words: Words, near: tuple[Lexicon, ...], first: int) -> tuple[tuple[Act, ...], int]:
        count = len(words.folded)
        for index in range(max(first + 1, count - 8), count):
            acts = _consume(words.line, words.starts[index], near)
            if acts and set(acts) <= WRAPPERS | {Act.FILLER} and set(acts) != {Act.FILLER}:
                return tuple(act for act in acts if act is not Act.FILLER), index
        return (), count


def _consume(line: str, position: int, lexicons: tuple[Lexicon, ...]) -> tuple[Act, ...]:
    """The acts that make up the line from the position to its end; empty when other words are among them."""
    acts: list[Act] = []
    while position < len(line):
        found = _longest(line, position, lexicons)
        if not found:
            return ()
        acts.append(found[0])
        position = found[1] + 1
    return tuple(acts)


def _longest(line: str, position: int, lexicons: tuple[Lexicon, ...]) -> tuple[Act, int] | None:
    best: tuple[Act, int] | None = None
    if not any(each.any_of[family].match(line, position) for each in lexicons for family in ("acts", "strong")):
        return None
    for act, pattern in _edge_patterns(lexicons):
        match = pattern.match(line, position)
        if match and match.end() > (best[1] if best else position):
            best = act, match.end()
    return best


@cache
def _edge_patterns(lexicons: tuple[Lexicon, ...]) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    pairs = [
        (act, lexicon.pattern(family, act.value))
        for lexicon in lexicons
        for act in EDGE
        for family in ("acts", "strong")
    ]
    return tuple((act, pattern) for act, pattern in pairs if pattern.pattern != "(?!)")


def _correct_spelling(words: Words, near: tuple[Lexicon, ...]) -> str:
    """The line with misspelt act words put right, when the message is short; empty when nothing changed."""
    if len(words.folded) > 4:
        return ""
    known = _act_words(near)
    corrected = [_nearest(word, known) for word in words.folded]
    return " ".join(corrected) if tuple(corrected) != words.folded else ""


def _nearest(word: str, known: tuple[str, ...]) -> str:
    if len(word) < 5 or word in known or not word.isalpha():
        return word
    found = extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


@cache
def _act_words(near: tuple[Lexicon, ...]) -> tuple[str, ...]:
    names = (Act.CONFIRM, Act.CANCEL, Act.PERSON, Act.THANKS, Act.GREETING, Act.BYE, Act.AGREE)
    entries = (entry for each in near for name in names for entry in each.entries["acts"][name.value])
    return tuple(
        {
            word
            for entry in entries
            for word in read_words(entry).folded
            if len(word) >= 5 and not {"(", " "} & set(entry)
        }
    )


def shows_thanks(text: str) -> bool:
    """Whether a sign of thanks stands anywhere in the text."""
    return Act.THANKS in _signs(text)


def _read_signs(text: str) -> Act | None:
    """The act of a message without words: its first telling emoji."""
    return next(_signs(text), None)


def _signs(text: str) -> Iterator[Act]:
    for each in text:
        if each in _BY_EMOJI:
            yield _BY_EMOJI[each]
    if text.strip() in _EMOTICON:
        yield _EMOTICON[text.strip()]
