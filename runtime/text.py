"""Text from outside, cleaned once at the door: what is harmless on SQLite is poison on PostgreSQL."""

import json
import math
import re
import unicodedata
from typing import Any

from domain.errors import PayloadTooLarge, PayloadUnrecognised

MAX_MESSAGE = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(r"([\u0300-\u036f]{4})[\u0300-\u036f]+")


def clean(text: str) -> str:
    """Drops NUL, control characters, lone surrogates, direction overrides and piled-up marks; normal form NFC."""
    text = _DIRECTION.sub("", _CONTROL.sub("", text.replace("\r\n", "\n")))
    return unicodedata.normalize("NFC", _MARKS.sub(r"\1", text)).strip()


def parse_json(body: bytes, *, limit: int) -> Any:
    """Strict JSON of a bounded size: no NaN, no infinities, no duplicate keys, no bottomless nesting.

    Raises PayloadTooLarge or PayloadUnrecognised, each with a sentence for the sender.
    """
    if len(body) > limit:
        raise PayloadTooLarge(f"the body is over {limit} bytes")
    try:
        return json.loads(
            body.decode("utf-8"),
            parse_constant=_refuse,
            parse_float=_finite,
            object_pairs_hook=_unique,
        )
    except RecursionError as error:
        raise PayloadUnrecognised("the JSON is nested too deeply") from error
    except (UnicodeDecodeError, ValueError) as error:
        raise PayloadUnrecognised("the body is not valid JSON in UTF-8") from error


def _refuse(word: str) -> None:
    raise ValueError(word)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
