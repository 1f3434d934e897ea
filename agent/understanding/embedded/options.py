"""Picking one of the choices on the screen: by id, by number ("the second one"), by its words, by its day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from rapidfuzz import fuzz

from agent.understanding.embedded.lexicon import ordinals, word_set
from agent.understanding.embedded.slots.dates import calendars
from agent.understanding.embedded.words import Words, fold_line
from agent.understanding.port import VisibleOption
from domain.languages import Language

LONGEST_PICK = 9
LONGEST_LABEL = 24
_AROUND = word_set("around_choices")
_SAME = 88.0
_LETTER_SIZES = frozenset({"s", "l"})
"""Sizes that are also what is left of "it's" and "l'olive"; they count where no apostrophe stands beside them."""


def choose_option(words: Words, options: tuple[VisibleOption, ...], language: Language) -> str | None:
    """The id of the option meant; None when none or more than one is."""
    if not options:
        return None
    typed = words.text.strip()
    exact = next((option.id for option in options if option.id.casefold() == typed.casefold()), None)
    exact = exact or _by_label(words, options)
    if exact or len(words.folded) > LONGEST_PICK:
        return exact
    return _by_words(words, options) or _by_number(words, options) or _by_day(words, options, language)


def _by_label(words: Words, options: tuple[VisibleOption, ...]) -> str | None:
    """The only option that has all the words said and no others, in whatever order: "L olive" is "Olive, L"."""
    if len(words.folded) > LONGEST_LABEL:
        return None
    names = [{frozenset(name.split()) for name in _names(option)} for option in options]
    known = {word for own in names for name in own for word in name}
    said = frozenset(
        word for place, word in enumerate(words.folded) if word not in _AROUND or _counts(words, place, known)
    )
    fitting = [option.id for option, own in zip(options, names, strict=True) if said in own]
    return fitting[0] if len(fitting) == 1 and said - (_AROUND - _LETTER_SIZES) else None


def _counts(words: Words, place: int, known: Iterable[str]) -> bool:
    """Whether a word that mostly stands around a choice belongs to it here."""
    return words.folded[place] in known and not _is_elided(words, place)


def _is_elided(words: Words, place: int) -> bool:
    span = words.spans[place]
    return "'" in {words.text[span.end : span.end + 1], words.text[span.start - 1 : span.start]}


def _by_number(words: Words, options: tuple[VisibleOption, ...]) -> str | None:
    core = _core_of(words)
    if not re.fullmatch(r"\d{1,2}|[a-z0-9 ]{2,12}", core):
        return None
    if core.isdigit() and len(core) <= 2:
        return _at(options, int(core))
    ordinal = ordinals().get(core)
    return _at(options, ordinal) if ordinal else None


def _at(options: tuple[VisibleOption, ...], number: int) -> str | None:
    if number == -1:
        return options[-1].id
    return options[number - 1].id if 1 <= number <= len(options) else None


def _by_words(words: Words, options: tuple[VisibleOption, ...]) -> str | None:
    """The only option whose label or hint is said, in full or by the words that no other option shares."""
    said = _core_of(words)
    scores = [(max((_likeness(said, each) for each in _names(option)), default=0.0), option.id) for option in options]
    best = max(scores)
    rivals = [score for score in scores if score[0] >= best[0] - 4]
    if best[0] >= _SAME and len(rivals) == 1:
        return best[1]
    return _by_own_words(said, options)


def _by_own_words(said: str, options: tuple[VisibleOption, ...]) -> str | None:
    tokens = set(said.split())
    shared = [{word for name in _names(option) for word in name.split()} for option in options]
    fitting = [option.id for option, own in zip(options, shared, strict=True) if tokens <= own]
    return fitting[0] if len(fitting) == 1 and tokens and not tokens <= {"one", "the"} else None


def _likeness(said: str, name: str) -> float:
    if said == name:
        return 100.0
    if len(name) < 4 or len(said) < 4:
        return 0.0
    return float(fuzz.ratio(said, name))


def _core_of(words: Words) -> str:
    """What was said without the words around a choice; everything when nothing is left."""
    kept = (
        word
        for place, word in enumerate(words.folded)
        if word not in _AROUND or (word in _LETTER_SIZES and not _is_elided(words, place))
    )
    return " ".join(kept) or words.line


@cache
def _core(line: str) -> str:
    return " ".join(word for word in line.split() if word not in _AROUND)


def _names(option: VisibleOption) -> Iterator[str]:
    for name in (option.label, *option.hints):
        folded = fold_line(name)
        if folded:
            yield folded
            yield _core(folded) or folded


def _by_day(words: Words, options: tuple[VisibleOption, ...], language: Language) -> str | None:
    """Options that stand for days end in an ISO date: "on Friday", "the 5th" name one of them."""
    days = {option.id: found for option in options if (found := _day_in(option.id))}
    if not days:
        return None
    fitting = [identifier for identifier, day in days.items() if _names_day(words.line, day, language)]
    return fitting[0] if len(fitting) == 1 else None


def _day_in(identifier: str) -> date | None:
    match = re.search(r"\d{4}-\d{2}-\d{2}$", identifier)
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


def _names_day(line: str, day: date, language: Language) -> bool:
    tokens = line.split()
    near = [calendars()[each] for each in dict.fromkeys((language, *Language))]
    weekday = next((each.weekdays[token] for token in tokens for each in near if token in each.weekdays), None)
    month = next(
        (
            each.months[token]
            for token in tokens
            for each in near
            if token in each.months and token not in {"mar", "may", "set"}
        ),
        None,
    )
    number = next(
        (int(match[1]) for token in tokens if (match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|er|e)?", token))), None
    )
    said = [(weekday, day.weekday()), (month, day.month), (number, day.day)]
    return any(heard is not None for heard, _ in said) and all(heard in {None, true} for heard, true in said)
