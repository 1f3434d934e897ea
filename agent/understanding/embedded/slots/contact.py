"""Email addresses, phone numbers, postcodes."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import phonenumbers

from agent.understanding.embedded.slots.reading import CERTAIN, LIKELY, Found, Reading, nearest_cue
from agent.understanding.embedded.words import Span
from domain.commands import Slot
from domain.languages import Language

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,5}", re.IGNORECASE)
_SPACED_EMAIL = re.compile(r"(?<!\S)([\w.+%-]{1,64}) ?@ ?([\w-]{1,63}(?: ?\. ?[\w-]{2,24}){1,3})(?!\w)")
_SPOKEN_EMAIL = re.compile(
    r"(?<!\S)([\w+-]{1,64}(?: ?(?:\.|dot|point|punto|punkt|punt) ?[\w+-]{1,64}){0,3}) (?:\(?at\)?|\[at\]"
    r"|arobase|arobas|arroba|chiocciola|klammeraffe|apenstaartje) "
    r"([\w-]{2,63}(?: ?(?:\.|dot|point|punto|punkt|punt) ?[\w-]{2,24}){1,3})(?!\w)",
    re.IGNORECASE,
)
_SPOKEN_DOT = re.compile(r" ?(?:\.|\bdot\b|\bpoint\b|\bpunto\b|\bpunkt\b|\bpunt\b) ?", re.IGNORECASE)
_TOP_LEVEL = re.compile(
    r"(?:com|net|org|co|uk|fr|de|es|it|nl|be|ch|ca|eu|io|me|info|at|ie|us|lu|pt|pl|au|in|example)", re.IGNORECASE
)

_PHONE = re.compile(r"(?<![\w#@.,-])(?:\+|00)?\(?\d(?:[\s().\-/]{0,3}\d){6,14}(?![\w@]|[.,-]\d)")
_REGIONS = {
    Language.EN: ("US", "GB", "AU", "IE", "CA", "IN", "NZ"),
    Language.FR: ("FR", "BE", "CH", "CA", "LU"),
    Language.ES: ("ES", "MX", "AR", "CO"),
    Language.DE: ("DE", "AT", "CH"),
    Language.IT: ("IT", "CH"),
    Language.NL: ("NL", "BE"),
}
_PHONE_CUES = ("order", "return", "tracking", "phone", "code", "postcode")

_LETTERED = re.compile(
    r"(?<!\w)(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}"
    r"|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d"
    r"|[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4}|[1-9]\d{3} [A-Z]{2}|\d{4}-\d{3})(?!\w)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w#+.,/-])\d{4,5}(?:-\d{4})?(?![\w@/]|[.,-]\d| ?[€$£%])")


def find_emails(reading: Reading) -> Iterator[Found]:
    for match in _EMAIL.finditer(reading.text):
        typed = match[0].strip(".'-_") if not match[0].startswith("_") else match[0].rstrip(".'-_")
        start = match.start() + match[0].index(typed)
        yield Found(Slot.EMAIL, typed.lower(), Span(start, start + len(typed)))
    if "@" in reading.text:
        for match in _SPACED_EMAIL.finditer(reading.text):
            yield from _joined_email(match, LIKELY)
    elif reading.asked is Slot.EMAIL or nearest_cue(reading, len(reading.text), ("phone",)) is None:
        for match in _SPOKEN_EMAIL.finditer(reading.text):
            yield from _joined_email(match, LIKELY)


def _joined_email(match: re.Match[str], sure: float) -> Iterator[Found]:
    value = f"{_SPOKEN_DOT.sub('.', match[1])}@{_SPOKEN_DOT.sub('.', match[2])}".replace(" ", "").lower()
    if _TOP_LEVEL.fullmatch(value.rpartition(".")[2]):
        yield Found(Slot.EMAIL, value, Span(match.start(), match.end()), sure)


def find_phones(reading: Reading) -> Iterator[Found]:
    for match in _PHONE.finditer(reading.text):
        typed = match[0].strip().rstrip("(")
        span = Span(match.start(), match.start() + len(typed))
        if _looks_like_phone(reading, typed, span):
            yield Found(Slot.PHONE, normal_phone(typed, reading.language), span, _phone_certainty(reading, typed))


def _phone_certainty(reading: Reading, typed: str) -> float:
    return CERTAIN if typed.startswith("+") or reading.asked is Slot.PHONE else LIKELY


def _looks_like_phone(reading: Reading, typed: str, span: Span) -> bool:
    digits = re.sub(r"\D", "", typed)
    if not 7 <= len(digits) <= 15 or _is_date_or_card(typed):
        return False
    if typed.startswith("+"):
        return True
    cue = nearest_cue(reading, span.start, _PHONE_CUES)
    if cue is not None and cue != "phone":
        return False
    if reading.asked is Slot.PHONE or cue == "phone":
        return True
    if (
        reading.asked in {Slot.ORDER_NUMBER, Slot.TRACKING_NUMBER, Slot.RETURN_NUMBER, Slot.CODE}
        and typed.isdigit()
        and digits[0] != "0"
    ):
        return False
    if digits.startswith("00") and len(digits) >= 11:
        return True
    grouped = bool(re.search(r"\d[\s().\-/]+\d", typed))
    return (digits.startswith("0") and 9 <= len(digits) <= 12 and (grouped or len(digits) <= 11)) or (
        grouped and len(digits) == 10
    )


def _is_date_or_card(typed: str) -> bool:
    return bool(
        re.fullmatch(
            r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}"
            r"|\d{2}\.\d{2}\.\d{6}\.\d{8}|(?:\d{4}[ -]){3}\d{4}",
            typed.strip(),
        )
    )


@lru_cache(maxsize=2048)
def normal_phone(typed: str, language: Language = Language.EN) -> str:
    """E.164, by the first country of the language in which the number is valid; else its digits."""
    plain = re.sub(r"\(0\)", "", typed)
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    for check in (phonenumbers.is_valid_number, _is_possible):
        for region in (None,) if plain.startswith("+") else _REGIONS[language]:
            number = _parse_phone(plain, region)
            if number and check(number):
                return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return re.sub(r"[^\d+]", "", plain)


def _is_possible(number: phonenumbers.PhoneNumber) -> bool:
    return phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE


def _parse_phone(typed: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return None


def find_postcodes(reading: Reading) -> Iterable[Found]:
    asked = reading.asked is Slot.POSTCODE
    for match in _LETTERED.finditer(reading.text):
        span = Span(match.start(), match.end())
        cued = asked or nearest_cue(reading, span.start, ("postcode", "order", "tracking")) == "postcode"
        if cued or (match[0].isupper() and " " in match[0]):
            yield Found(Slot.POSTCODE, match[0].upper(), span, CERTAIN if cued else LIKELY)
    for match in _DIGITS.finditer(reading.text):
        span = Span(match.start(), match.end())
        cue = nearest_cue(reading, span.start, ("order", "tracking", "phone", "return", "code", "postcode"), reach=24)
        if cue == "postcode" or (asked and cue is None):
            yield Found(Slot.POSTCODE, match[0], span, CERTAIN)
        elif cue is None and _inside_address(reading, span):
            yield Found(Slot.POSTCODE, match[0], span, LIKELY)


def _inside_address(reading: Reading, span: Span) -> bool:
    return any(each.slot is Slot.ADDRESS and each.span.start < span.start < each.span.end for each in reading.taken)
