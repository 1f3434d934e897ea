"""How many SMS a text becomes: 7-bit letters when all of them are in the GSM alphabet, 16-bit ones otherwise."""

from dataclasses import dataclass
from typing import Literal

_PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_ESCAPED = frozenset("^{}\\[~]|€\f")
_GSM_WHOLE, _GSM_PART = 160, 153
_UCS_WHOLE, _UCS_PART = 70, 67


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """``characters`` as people count them, ``segments`` as carriers bill them (3GPP TS 23.038)."""

    characters: int
    segments: int
    alphabet: Literal["GSM-7", "UCS-2"]


def count_segments(text: str) -> Segments:
    """A letter of two units is never cut in half: it moves to the next part whole."""
    if all(letter in _PLAIN or letter in _ESCAPED for letter in text):
        sizes = [2 if letter in _ESCAPED else 1 for letter in text]
        return Segments(characters=len(text), segments=_parts(sizes, _GSM_WHOLE, _GSM_PART), alphabet="GSM-7")
    sizes = [2 if ord(letter) > 0xFFFF else 1 for letter in text]
    return Segments(characters=len(text), segments=_parts(sizes, _UCS_WHOLE, _UCS_PART), alphabet="UCS-2")


def _parts(sizes: list[int], whole: int, part: int) -> int:
    if sum(sizes) <= whole:
        return 1 if sizes else 0
    parts, room = 1, part
    for size in sizes:
        if size > room:
            parts, room = parts + 1, part
        room -= size
    return parts
