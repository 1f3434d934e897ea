"""Order, return and tracking numbers and one-time codes: shapes first, then the cue in front, then what was asked."""

import re
from collections.abc import Iterator

from agent.understanding.embedded.slots.reading import CERTAIN, GUESS, LIKELY, Found, Reading, nearest_cue, negated
from agent.understanding.embedded.words import Span
from domain.commands import Slot

_CARRIER_SHAPE = re.compile(
    r"(?<!\w)(?:1Z ?[0-9A-Z]{3} ?[0-9A-Z]{3} ?[0-9A-Z]{2} ?[0-9A-Z]{4} ?[0-9A-Z]{4}"  # UPS
    r"|[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}"  # postal union S10
    r"|(?:\d[A-Z]|[A-Z]\d|[A-Z]{2})\d{11}"  # Colissimo
    r"|TBA\d{12}|J[DV](?:JD)?\d{16,20}|JJD\d{10,20}|3S[A-Z0-9]{9,15}|H\d{19}|1C\d{9}|%?0?\d{13}[A-Z]?\d{0,14}"
    r"|\d{2}\.\d{2}\.\d{6}\.\d{8}"  # Swiss Post
    r"|(?:\d{4} ){2,8}\d{2,4}|\d{12,34})(?!\w)",
    re.IGNORECASE,
)
_ALPHANUMERIC = re.compile(
    r"(?<![\w@.])(?=[A-Z0-9-]{0,29}\d)[A-Z0-9](?:[A-Z0-9]|-(?=[A-Z0-9])){3,33}(?![\w@])", re.IGNORECASE
)
_SPACED_DIGITS = re.compile(r"(?<![\w@.,+#/-])\d{1,4}(?: \d{2,6}){1,5}(?![\w@/]|[.,-]\d| ?[€$£%])")
_RMA = re.compile(r"(?<!\w)(?:RMA|RET|RTN)[-# ]{0,2}[A-Z0-9-]*\d[A-Z0-9-]*(?![\w@])", re.IGNORECASE)
_CLAIM = re.compile(r"(?<!\w)(?:CL|CLM|CLAIM)[-#]{1,2}\d[\dA-Z-]{2,14}(?![\w@])", re.IGNORECASE)
_HASHED = re.compile(r"(?<!\w)(?:#|№|n[°º]\s?)\s?(?:[A-Z]{1,4}[- ]?)?\d[\dA-Z-]{2,14}(?![\w@])", re.IGNORECASE)
_PREFIXED = re.compile(r"(?<![\w@#])([A-Z]{1,4})([- ]?)(\d{4,10})(?![\w@]|[.,-]\d)", re.IGNORECASE)
_PLAIN = re.compile(r"(?<![\w@#+.,/-])\d{4,12}(?![\w@/]|[.,-]\d| ?[€$£%])")
_SIX = re.compile(r"(?<![\w@+])(?<!\w-)(?<!\d[ ./])(?<!\d\) )(?:\d{3}[ -]?\d{3}|\d(?:[ -]\d){5})(?![\w@]|[ .,-]\d)")
"""Six digits that are no end of a longer number: neither of "CL-100234" nor of "+44 7700 900002"."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{2,4}")
_CUES = ("order", "return", "tracking", "phone", "postcode", "code")
_NUMBER_SLOTS = {
    "order": Slot.ORDER_NUMBER,
    "return": Slot.RETURN_NUMBER,
    "tracking": Slot.TRACKING_NUMBER,
    "code": Slot.CODE,
}


def find_codes(reading: Reading) -> Iterator[Found]:
    for match in _SIX.finditer(reading.text):
        span = Span(match.start(), match.end())
        cue = nearest_cue(reading, span.start, _CUES, reach=30)
        if cue == "code" or (reading.asked is Slot.CODE and cue is None):
            yield Found(Slot.CODE, re.sub(r"\D", "", match[0]), span)


def find_returns(reading: Reading) -> Iterator[Found]:
    for match in _RMA.finditer(reading.text):
        yield Found(Slot.RETURN_NUMBER, _tidy(match[0]), Span(match.start(), match.end()))
    for match in _ALPHANUMERIC.finditer(reading.text):
        span = Span(match.start(), match.end())
        cue = _cue(reading, span)
        if (cue == "return" or (cue is None and reading.asked is Slot.RETURN_NUMBER)) and _numeric_enough(match[0]):
            yield Found(Slot.RETURN_NUMBER, _tidy(match[0]), span, LIKELY)


def has_claim_number(text: str) -> bool:
    """Whether the number of a claim stands in the text; it is no slot, the claims skill reads it in the words."""
    return bool(_CLAIM.search(text))


def is_return_number(value: str) -> bool:
    return bool(_RMA.fullmatch(value))


def find_tracking(reading: Reading) -> Iterator[Found]:
    for match in _CARRIER_SHAPE.finditer(reading.text):
        span = Span(match.start(), match.end())
        if _cue(reading, span) not in {"order", "phone", "return"} and not _is_other(reading, match[0]):
            yield Found(Slot.TRACKING_NUMBER, _closed(match[0]), span)
    for match in _ALPHANUMERIC.finditer(reading.text):
        span = Span(match.start(), match.end())
        cue = _cue(reading, span)
        wanted = cue == "tracking" or (cue is None and reading.asked is Slot.TRACKING_NUMBER)
        if wanted and 8 <= len(match[0]) <= 30 and _numeric_enough(match[0]) and not _ISO_DATE.fullmatch(match[0]):
            yield Found(Slot.TRACKING_NUMBER, _closed(match[0]), span, LIKELY)


def _is_other(reading: Reading, typed: str) -> bool:
    dialled = typed.startswith("00") and len(typed) <= 15
    return typed.isdigit() and (dialled or (reading.asked is Slot.ORDER_NUMBER and len(typed) <= 12))


def find_orders(reading: Reading) -> Iterator[Found]:
    for match in _HASHED.finditer(reading.text):
        yield from _order(reading, Span(match.start(), match.end()), CERTAIN)
    for match in _PREFIXED.finditer(reading.text):
        letters, gap, _ = match.groups()
        if (gap == " " and letters.upper() != "MA" and not _cued_capitals(reading, match)) or letters.lower() in {
            "cp",
            "le",
            "la",
        }:
            continue
        yield from _order(reading, Span(match.start(), match.end()), CERTAIN if letters.upper() == "MA" else LIKELY)
    yield from _mixed_orders(reading)
    yield from _plain_orders(reading)


def _cued_capitals(reading: Reading, match: re.Match[str]) -> bool:
    """Letters before a space belong to the number only in capitals and after a cue: "order AB 10423"."""
    return (
        match[1].isupper()
        and len(match[1]) in {2, 3}
        and nearest_cue(reading, match.start(), _CUES, reach=16) == "order"
    )


def _mixed_orders(reading: Reading) -> Iterator[Found]:
    for match in _ALPHANUMERIC.finditer(reading.text):
        span = Span(match.start(), match.end())
        letters = sum(each.isalpha() for each in match[0])
        if not (letters and 5 <= len(match[0]) <= 16 and _numeric_enough(match[0])):
            continue
        cue = _cue(reading, span)
        capitals = match[0].isupper() and len(match[0]) >= 7
        if cue == "order" or (
            cue is None and (reading.asked is Slot.ORDER_NUMBER or (capitals and reading.asked is None))
        ):
            yield from _order(reading, span, LIKELY)


def _plain_orders(reading: Reading) -> Iterator[Found]:
    asked = reading.asked is Slot.ORDER_NUMBER
    for pattern in (_PLAIN, _SPACED_DIGITS):
        for match in pattern.finditer(reading.text):
            digits = re.sub(r"\D", "", match[0])
            span = Span(match.start(), match.end())
            cue = _cue(reading, span)
            announced = (cue == "order" and not _is_year(digits)) or (cue is None and asked)
            if announced and 4 <= len(digits) <= 12:
                yield from _order(reading, span, LIKELY)
            elif cue is None and 6 <= len(digits) <= 10 and match[0].isdigit() and reading.asked is None:
                yield from _order(reading, span, GUESS)


def _order(reading: Reading, span: Span, sure: float) -> Iterator[Found]:
    typed = reading.words.quote(span)
    if has_claim_number(typed):
        return
    if not negated(reading, span.start) and not _ISO_DATE.fullmatch(typed):
        yield Found(Slot.ORDER_NUMBER, normal_order(typed), span, sure)


def normal_order(typed: str) -> str:
    """``MA-104233`` for "ma104233", "MA 104233"; digits alone for "#104233"; other shops' formats in capitals."""
    plain = re.sub(r"^(?:#|№|n[°º])\s*", "", typed.strip(), flags=re.IGNORECASE).upper()
    prefixed = re.fullmatch(r"([A-Z]{2,4})[- ]?(\d+)", plain)
    return f"{prefixed[1]}-{prefixed[2]}" if prefixed else plain.replace(" ", "")


def _cue(reading: Reading, span: Span) -> str | None:
    """The nearest cue; the word "return" alone announces no number when it asks for something ("return 104233")."""
    cue = nearest_cue(reading, span.start, _CUES)
    if cue == "return" and reading.asked is not Slot.RETURN_NUMBER:
        strict = nearest_cue(reading, span.start, ("return",), reach=26)
        before = reading.text[max(0, span.start - 26) : span.start].lower()
        return (
            "return"
            if strict and re.search(r"rma|numbe?r|num[eé]ro|nº|n°|\bno\b|code|nummer|bon de|ref|:", before)
            else None
        )
    return cue


def _numeric_enough(typed: str) -> bool:
    digits = sum(each.isdigit() for each in typed)
    return (
        digits >= 2
        and not re.fullmatch(
            r"\d{1,3}(?:st|nd|rd|th|e|er|eme|ème|cm|mm|kg|g|ml|h|min|x|days?|j|am|pm|hrs?|gb|go|w|v|mah)\w*",
            typed,
            re.IGNORECASE,
        )
        and digits * 4 >= len(typed)
    )


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.startswith(("19", "20"))


def _tidy(typed: str) -> str:
    return re.sub(r"^(RMA|RET|RTN)[-# ]*", r"\1-", typed.upper()).strip("-")


def _closed(typed: str) -> str:
    return typed.upper().replace(" ", "").lstrip("%")
