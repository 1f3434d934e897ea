"""Pieces of information in a message: one recogniser per family, the surest reading of each stretch of text wins."""

import re
from collections.abc import Iterable

from agent.understanding.embedded.slots.contact import find_emails, find_phones, find_postcodes
from agent.understanding.embedded.slots.dates import find_dates
from agent.understanding.embedded.slots.goods import find_items, find_wanted
from agent.understanding.embedded.slots.money import find_amounts, find_quantities
from agent.understanding.embedded.slots.numbers import find_codes, find_orders, find_returns, find_tracking
from agent.understanding.embedded.slots.person import find_names
from agent.understanding.embedded.slots.place import find_addresses
from agent.understanding.embedded.slots.reading import Found, Reading, Recogniser, lexicons_near
from agent.understanding.embedded.slots.wishes import find_reasons, find_resolutions
from agent.understanding.embedded.words import Words
from domain.commands import Slot
from domain.languages import Language

_EXACT: tuple[Recogniser, ...] = (
    find_emails,
    find_codes,
    find_returns,
    find_dates,
    find_amounts,
    find_addresses,
    find_tracking,
    find_phones,
    find_orders,
    find_postcodes,
)
_NEEDS_DIGITS = frozenset(_EXACT[1:]) - {find_dates, find_amounts}
_SPOKEN: tuple[Recogniser, ...] = (find_quantities, find_wanted, find_items, find_names)
_CLOSED: tuple[Recogniser, ...] = (find_reasons, find_resolutions)
_ABOUT_SHOPPER = frozenset({Slot.ADDRESS, Slot.NAME, Slot.EMAIL, Slot.PHONE, Slot.POSTCODE, Slot.CODE})
_MAY_REPEAT = frozenset({Slot.ITEM, Slot.ORDER_NUMBER})
_ASKED_FIRST = {
    Slot.CODE: find_codes,
    Slot.PHONE: find_phones,
    Slot.POSTCODE: find_postcodes,
    Slot.ORDER_NUMBER: find_orders,
    Slot.TRACKING_NUMBER: find_tracking,
    Slot.RETURN_NUMBER: find_returns,
    Slot.DATE: find_dates,
    Slot.AMOUNT: find_amounts,
    Slot.QUANTITY: find_quantities,
    Slot.NAME: find_names,
    Slot.WANTED: find_wanted,
}


def find_slots(words: Words, language: Language, asked: Slot | None = None) -> tuple[Found, ...]:
    """What the message gives, in the order said; at most one value a slot, except items and order numbers."""
    reading = Reading(words, language, asked, lexicons_near(language))
    first = _ASKED_FIRST.get(asked) if asked else None
    order = (find_emails, *((first,) if first else ()), *_EXACT, *_SPOKEN)
    digits = bool(re.search(r"\d", words.text))
    for recogniser in dict.fromkeys(order):
        if digits or recogniser not in _NEEDS_DIGITS:
            reading = reading.with_taken(_new(reading, recogniser(reading)))
    closed = [each for recogniser in _CLOSED for each in recogniser(reading)] if _may_tell(reading) else []
    return _one_each((*reading.taken, *closed))


def _may_tell(reading: Reading) -> bool:
    """Whether reason and wish are looked for: not in a short answer about who and where the shopper is."""
    answered = any(each.slot is reading.asked for each in reading.taken)
    return not (answered and reading.asked in _ABOUT_SHOPPER and len(reading.words.folded) <= 12)


def _new(reading: Reading, found: Iterable[Found]) -> tuple[Found, ...]:
    kept: list[Found] = []
    for each in sorted(found, key=lambda each: (-each.sure, each.span.start, -each.span.end)):
        nested = each.slot is Slot.POSTCODE and _within_address(reading, each)
        if (nested or reading.free(each.span)) and not any(each.span.overlaps(other.span) for other in kept):
            kept.append(each)
    return tuple(kept)


def _within_address(reading: Reading, found: Found) -> bool:
    return all(each.slot is Slot.ADDRESS for each in reading.taken if each.span.overlaps(found.span))


def _one_each(found: tuple[Found, ...]) -> tuple[Found, ...]:
    best: dict[tuple[Slot, str], Found] = {}
    for each in sorted(found, key=lambda each: (-each.sure, each.span.start)):
        best.setdefault((each.slot, each.value if each.slot in _MAY_REPEAT else ""), each)
    return tuple(sorted(best.values(), key=lambda each: (each.span.start, each.slot)))


__all__ = ["Found", "find_slots"]
