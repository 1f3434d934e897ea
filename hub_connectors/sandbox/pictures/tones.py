"""Shades of a colour: everything that a picture is painted with comes from the one colour of the variant."""

from collections.abc import Mapping

_PAPER = (244, 239, 231)
_INK = (38, 35, 32)
_SNOW = (255, 253, 249)

Rgb = tuple[int, int, int]


def _read(paint: str) -> Rgb:
    return int(paint[1:3], 16), int(paint[3:5], 16), int(paint[5:7], 16)


def _write(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _brightness(colour: Rgb) -> float:
    red, green, blue = colour
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def tones(paint: str) -> Mapping[str, str]:
    """The named tones: base, shade, deep, light, thread, trim and the ground that the thing stands on."""
    base = _read(paint)
    brightness = _brightness(base)
    dark, pale = brightness < 0.3, brightness > 0.8
    ground = _mix(_PAPER, base, 0.34 if pale else 0.09)
    if pale:
        ground = _mix(ground, (196, 182, 164), 0.5)
    return {
        "ground": _write(ground),
        "floor": _write(_mix(ground, _INK, 0.1)),
        "base": _write(base),
        "shade": _write(_mix(base, _SNOW if dark else _INK, 0.1 if dark else 0.13)),
        "deep": _write(_mix(base, _SNOW if dark else _INK, 0.2 if dark else 0.27)),
        "light": _write(_mix(base, _SNOW, 0.28 if dark else 0.42)),
        "thread": _write(_mix(base, _SNOW if brightness < 0.62 else _INK, 0.36 if brightness < 0.62 else 0.22)),
        "line": _write(_mix(base, _SNOW if dark else _INK, 0.34 if dark else 0.45)),
        "trim": _write(_mix(_SNOW, _INK, 0.04) if brightness < 0.75 else _mix(base, _INK, 0.55)),
    }
