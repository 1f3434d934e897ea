"""Draws shipping labels, what the shop's label addresses open; a label shows the shop's address and no customer's."""

import random
import re

_BARS = 46
_NUMBER = re.compile(r"[A-Z0-9-]{6,24}")


def draw_label(number: str) -> str:
    """A label for a return (RMA number) or an outgoing parcel (tracking number), as SVG of 100 by 150 millimetres.

    Raises LookupError for a number of another form, so that nothing from an address ends up in a picture.
    """
    if not _NUMBER.fullmatch(number):
        raise LookupError("no such label")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600" role="img" font-family="system-ui, sans-serif">'
        '<rect width="400" height="600" fill="#fff"/>'
        '<rect x="14" y="14" width="372" height="572" fill="none" stroke="#1f1d1a" stroke-width="3"/>'
        '<text x="34" y="64" font-size="26" font-weight="700" fill="#1f1d1a">Maison Alder</text>'
        '<text x="34" y="98" font-size="18" fill="#1f1d1a">14 rue des Tisserands</text>'
        '<text x="34" y="124" font-size="18" fill="#1f1d1a">69004 Lyon, France</text>'
        '<path d="M14 150H386M14 240H386" stroke="#1f1d1a" stroke-width="3"/>'
        f'<text x="200" y="207" font-size="30" font-weight="700" text-anchor="middle" fill="#1f1d1a">{number}</text>'
        f"{_code(number)}"
        f'<text x="200" y="556" font-size="20" text-anchor="middle" fill="#1f1d1a" letter-spacing="3">{number}</text>'
        "</svg>"
    )


def _code(number: str) -> str:
    """Bars that look like a code of this number; no scanner reads them."""
    chance = random.Random(number)
    bars, left = [], 40.0
    for _ in range(_BARS):
        width = chance.choice((2, 2, 4, 6))
        bars.append(f'<rect x="{left:.0f}" y="280" width="{width}" height="230"/>')
        left += width + chance.choice((2, 3, 5))
        if left > 356:
            break
    return f'<g fill="#1f1d1a">{"".join(bars)}</g>'
