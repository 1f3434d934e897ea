"""A shopper's words without what points to a person: kept for the merchant to learn from, not to look anybody up.

It takes out what the recognisers know: addresses, numbers, names that are introduced or on record. A first name dropped
in passing by a stranger stays.
"""

import re
from collections.abc import Iterable

from agent.understanding.embedded.slots import find_slots
from agent.understanding.embedded.words import clean, read_words
from domain.commands import Slot
from domain.languages import Language

GONE = "…"
_LONGEST = 300
_ROUNDS = 8
_PERSONAL = {
    Slot.EMAIL,
    Slot.PHONE,
    Slot.CODE,
    Slot.ORDER_NUMBER,
    Slot.RETURN_NUMBER,
    Slot.TRACKING_NUMBER,
    Slot.POSTCODE,
    Slot.ADDRESS,
    Slot.NAME,
}
_LEFT = re.compile(
    r"\S*@\S+|(?:https?:|www\.)\S+|(?<!\w)(?:[A-Z]{1,4}[-#]|[#+])?\d(?:[ .-]?\d){4,}(?!\w)"
    r"|(?<!\w)(?=(?:\w*\d){4})\w{6,}(?!\w)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?(?!\w)", re.IGNORECASE)
_RUN = re.compile(rf"{GONE}(?:[\s,;]*{GONE})+")


def anonymise(text: str, language: Language, *, known: Iterable[str] = ()) -> str:
    """The first words of a text; ``known`` are names and addresses on record. Every piece taken out leaves ``…``."""
    said = clean(text)[:_LONGEST]
    for word in known:
        said = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", GONE, said, flags=re.IGNORECASE) if len(word) > 1 else said
    said = _ACCOUNT.sub(GONE, said)
    wanted = _PERSONAL
    for _ in range(_ROUNDS):
        found = [each.span for each in find_slots(read_words(said), language) if each.slot in wanted]
        if not found:
            break
        # Once a name has gone, the words after it would be taken for the name that was introduced.
        wanted = _PERSONAL - {Slot.NAME}
        for span in sorted(found, key=lambda each: -each.start):
            said = f"{said[: span.start]}{GONE}{said[span.end :]}"
    return " ".join(_RUN.sub(GONE, _LEFT.sub(GONE, said)).split())
