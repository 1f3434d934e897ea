"""Why something goes back and what is wanted for it: two small closed vocabularies, read from the lexicon."""

import re
from collections.abc import Iterator

from agent.understanding.embedded.lexicon import Lexicon, all_lexicons
from agent.understanding.embedded.slots.reading import CERTAIN, LIKELY, Found, Reading
from agent.understanding.embedded.words import Span
from domain.commands import Slot

REASONS = (
    "wrong_item",
    "missing_item",
    "too_small",
    "too_large",
    "not_as_described",
    "defective",
    "damaged",
    "changed_mind",
    "late",
)
RESOLUTIONS = ("store_credit", "replacement", "exchange", "refund")
_UNDONE = re.compile(
    r"(?:^| )(?:not|no|isn t|aren t|pas|nicht|niet|non|kein|keine|sin|geen)(?: (?:a|an|the|un|une|le|la"
    r"|de|so|too|trop|zu|te|d))?$"
)
_REJECTED = re.compile(
    r"(?:^| )(?:instead of|rather than|not|don t want|dont want|no|au lieu de?|au lieu d un|plutot qu"
    r"|plutot que|pas|pas de|en vez de|en lugar de|statt|anstatt|kein|keine|keinen|"
    r"nicht|invece di|al posto di|non|niet|geen|in plaats van)(?: (?:a|an|the|my|any|un|une|le|la|l|d"
    r"|de|des|du|mon|ma|el|il|het|een|die|den|das|einen))*$"
)
_EITHER = re.compile(r"(?:^| )(?:or|ou|o|oder|of|either|soit)(?: |$)")


def find_reasons(reading: Reading) -> Iterator[Found]:
    for lexicon in _all_near(reading):
        matches = list(_matches(reading, lexicon, "reasons", REASONS, _UNDONE))
        matches = [each for each in matches if each[0] != "defective" or not _is_of_delivery(reading, each[2])]
        if matches:
            longest = max(
                matches, key=lambda each: (each[2].end - each[2].start + _weight(each[0]), -REASONS.index(each[0]))
            )
            yield Found(Slot.REASON, longest[0], longest[2], CERTAIN if lexicon is reading.near[0] else LIKELY)
            return


def _is_of_delivery(reading: Reading, reason: Span) -> bool:
    """ "they tried to deliver but it did not work": a delivery failed, and no thing named after it did."""
    failed = (
        reading.words.typed(*match.span())
        for lexicon in reading.near
        for match in lexicon.pattern("cues", "delivery_failed").finditer(reading.words.line)
    )
    before = [each for each in failed if each.start <= reason.start]
    items = [each.span.start for each in reading.taken if each.slot is Slot.ITEM]
    return any(not any(each.end + 1 < item < reason.start for item in items) for each in before)


def _weight(reason: str) -> int:
    """A wrong or missing thing tells more than that it came late or was not liked."""
    return {"wrong_item": 6, "missing_item": 4, "late": -3, "changed_mind": -2}.get(reason, 0)


def find_resolutions(reading: Reading) -> Iterator[Found]:
    for lexicon in _all_near(reading):
        matches = list(_matches(reading, lexicon, "resolutions", RESOLUTIONS, _REJECTED))
        if not matches:
            continue
        wishes = {name for name, _, _ in matches}
        if {"refund", "exchange"} <= wishes and _EITHER.search(_between(reading, matches)):
            return
        special = _most_special(wishes)
        chosen = next(each for each in matches if each[0] == special)
        yield Found(Slot.RESOLUTION, chosen[0], chosen[2], CERTAIN if lexicon is reading.near[0] else LIKELY)
        return


def _most_special(wishes: set[str]) -> str:
    """ "a refund as store credit" is store credit; "change it for a new one" is a replacement."""
    return next(each for each in RESOLUTIONS if each in wishes)


def _between(reading: Reading, matches: list[tuple[str, int, Span]]) -> str:
    positions = sorted(position for _, position, _ in matches)
    return reading.words.line[positions[0] : positions[-1]]


def _matches(
    reading: Reading, lexicon: Lexicon, family: str, names: tuple[str, ...], undone: re.Pattern[str]
) -> Iterator[tuple[str, int, Span]]:
    line = reading.words.line
    if not lexicon.any_of[family].search(line):
        return
    for name in names:
        for match in lexicon.pattern(family, name).finditer(line):
            if match[0].strip() and not undone.search(line[max(0, match.start() - 40) : match.start()].rstrip(" ")):
                yield name, match.start(), reading.words.typed(*match.span())


def _all_near(reading: Reading) -> tuple[Lexicon, ...]:
    """The lexicons nearby; when a short answer was asked for, those of every language."""
    if reading.asked in {Slot.REASON, Slot.RESOLUTION}:
        return (*reading.near, *(each for each in all_lexicons().values() if each not in reading.near))
    return reading.near
