"""Picking one of the choices on the screen: by id, by number ("the second one"), by its words, by its day."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from rapidfuzz import fuzz

from agent.understanding.embedded.slots.dates import calendars
from agent.understanding.embedded.words import Words, fold_line
from agent.understanding.port import VisibleOption
from domain.languages import Language

LONGEST_PICK = 9
_ORDINALS = {
    1: "first|1st|one|premier|premiere|1er|1ere|un|une|primero|primera|primer|erste|ersten|erster|erstes|eins|primo|prima|eerste|een|uno",
    2: "second|2nd|two|deuxieme|2eme|2e|seconde|deux|segundo|segunda|dos|zweite|zweiten|zweites|zwei|secondo|seconda|due|tweede|twee",
    3: "third|3rd|three|troisieme|3eme|3e|trois|tercero|tercera|tercer|tres|dritte|dritten|drittes|drei|terzo|terza|tre|derde|drie",
    4: "fourth|4th|four|quatrieme|4eme|4e|quatre|cuarto|cuarta|cuatro|vierte|vierten|vier|quarto|quarta|quattro|vierde",
    5: "fifth|5th|five|cinquieme|5eme|5e|cinq|quinto|quinta|cinco|funfte|funften|funf|cinque|vijfde|vijf",
    -1: "last|dernier|derniere|ultimo|ultima|letzte|letzten|letztes|laatste",
}
_AROUND = re.compile(
    r"(?:^| )(?:the|one|option|number|numero|num|nr|no|n|choice|choix|please|pls|svp|stp|le|la|l|c est|celui|celle|el|der|die|das|il|lo|de|het|nummer|opcion|opzione|optie|"
    r"i|want|take|choose|pick|go|for|with|would|d|like|je|prends|veux|choisis|choix|voudrais|quiero|nehme|ich|voglio|scelgo|ik|kies|neem|"
    r"bitte|por|favor|per|favore|graag|aub|it|s|that|thats|this|then|alors|ok|yes|oui|si|ja|sure|my|mon|ma|mein|meine|mi|mio|mia|mijn|du|des|of|from|and|et|a|an|un|une)(?= |$)"
)
_SAME = 88.0


def choose_option(words: Words, options: tuple[VisibleOption, ...], language: Language) -> str | None:
    """The id of the option meant; None when none or more than one is."""
    if not options:
        return None
    typed = words.text.strip()
    exact = next((option.id for option in options if option.id.casefold() == typed.casefold()), None)
    if exact or len(words.folded) > LONGEST_PICK:
        return exact
    return _by_words(words, options) or _by_number(words, options) or _by_day(words, options, language)


def _by_number(words: Words, options: tuple[VisibleOption, ...]) -> str | None:
    core = _core(words.line) or words.line
    if not re.fullmatch(r"\d{1,2}|[a-z0-9 ]{2,12}", core):
        return None
    if core.isdigit() and len(core) <= 2:
        return _at(options, int(core))
    ordinal = next((number for number, names in _ORDINALS.items() if core in names.split("|")), None)
    if ordinal is None and words.folded and len(words.folded) <= 3 and words.folded[-1] == "one":
        ordinal = next(
            (
                number
                for number, names in _ORDINALS.items()
                if words.folded[-2:-1] and words.folded[-2] in names.split("|")
            ),
            None,
        )
    return _at(options, ordinal) if ordinal else None


def _at(options: tuple[VisibleOption, ...], number: int) -> str | None:
    if number == -1:
        return options[-1].id
    return options[number - 1].id if 1 <= number <= len(options) else None


def _by_words(words: Words, options: tuple[VisibleOption, ...]) -> str | None:
    """The only option whose label or hint is said, in full or by the words that no other option shares."""
    said = _core(words.line) or words.line
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


@cache
def _core(line: str) -> str:
    previous = None
    while previous != line:
        previous, line = line, _AROUND.sub("", line).strip()
    return line


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
