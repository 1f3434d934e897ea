"""Address lines: street and number in the order of each country, with flat, postcode and town when they follow."""

import re
from collections.abc import Iterator

from agent.understanding.embedded.slots.reading import CERTAIN, GUESS, Found, Reading, nearest_cue
from agent.understanding.embedded.words import Span
from domain.commands import Slot

_NAME = r"[\w'.-]+"
_EN_WAY = (
    r"(?:st|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|way|court|ct|place|pl|terrace|terr"
    r"|close|crescent|cres|square|sq"
    r"|gardens|gdns|grove|hill|mews|parade|park|row|walk|highway|hwy|parkway|pkwy|circle|cir|trail|quay"
    r"|green|view|rise|loop|yard)"
)
_FR_WAY = (
    r"(?:rue|avenue|av|ave|bd|bld|blvd|boul|boulevard|chemin|ch|chem|all[eé]es?|impasse|imp|place|pl|route"
    r"|rte|quai|cours|square|passage|sentier|ruelle"
    r"|lotissement|r[eé]sidence|res|hameau|faubourg|fg|mont[eé]e|esplanade|rang|c[oô]te|chauss[eé]e|clos"
    r"|villa|voie|promenade)"
)
_ENGLISH = re.compile(rf"\b\d{{1,6}}[a-z]?(?:[-/]\d{{1,4}}[a-z]?)?,? (?:{_NAME} ){{1,4}}{_EN_WAY}\b\.?", re.IGNORECASE)
_FRENCH = re.compile(
    rf"\b\d{{1,5}}(?: ?(?:bis|ter|quater|[a-d])\b)?,? ?{_FR_WAY}\b\.? (?:{_NAME} ?){{1,6}}", re.IGNORECASE
)
_WAY_FIRST = re.compile(
    rf"\b(?:{_FR_WAY}|calle|c/|avda|avenida|plaza|paseo|carrer|camino|ronda|via|viale|piazza|corso|vicolo"
    rf"|largo)\b\.? (?:[^\W\d][\w'.-]* ){{0,5}}?[^\W\d][\w'.-]*,? (?:n[°º]? ?)?\d{{1,4}}[a-z]?\b",
    re.IGNORECASE,
)
_GERMANIC = re.compile(
    r"\b(?:[^\W\d][\w.-]*[ -]?){0,3}(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|ring|damm|ufer|straat"
    r"|laan|plein|gracht|kade|dreef|steeg|singel|hof) ?\d{1,4} ?[a-z]?\b",
    re.IGNORECASE,
)
_BOX = re.compile(r"\b(?:p\.?o\.? box|bo[iî]te postale|b\.?p\.?|postfach|postbus|apartado) ?\d{1,6}\b", re.IGNORECASE)
_GERMANIC_WAY = re.compile(
    r"(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|ring|damm|ufer|straat|laan|plein|gracht|kade|dreef"
    r"|steeg|singel|hof) ?\d",
    re.IGNORECASE,
)
_ENGLISH_WAY = re.compile(rf"\b{_EN_WAY}\b", re.IGNORECASE)
_FRENCH_WAY = re.compile(rf"\b{_FR_WAY}\b", re.IGNORECASE)
_STARTS = (
    (re.compile(r"box|postale|b\.?p|postfach|postbus|apartado", re.IGNORECASE), _BOX),
    (_FRENCH_WAY, _FRENCH),
    (
        re.compile(
            rf"\b(?:{_FR_WAY}|calle|c/|avda|avenida|plaza|paseo|carrer|camino|ronda|via|viale|piazza|corso|vicolo"
            rf"|largo)\b",
            re.IGNORECASE,
        ),
        _WAY_FIRST,
    ),
    (_GERMANIC_WAY, _GERMANIC),
    (_ENGLISH_WAY, _ENGLISH),
)

_UNIT = (
    r"(?:apt|app|appt|appart|appartement|apartment|unit|suite|ste|flat|floor|fl|b[aâ]t|b[aâ]timent|[eé]tage"
    r"|esc|escalier|porte|bte|bo[iî]te|bus|piso|puerta|interno|int|scala|room|no|#)\.? ?#?[\w-]{1,6}|\d{1,3}(?:e"
    r"|er|eme|ème|º|ª|st|nd|rd|th)? (?:[eé]tage|floor|piso)"
)
_COURTESY = re.compile(
    r"(?: (?:please|pls|thanks|thank you|svp|stp|merci|bitte|danke|gracias|grazie|aub))+$", re.IGNORECASE
)
_UNIT_BEFORE = re.compile(rf"\b(?:{_UNIT}),? ?$", re.IGNORECASE)
_POSTCODE = r"\d{4,5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}"
_TOWN = r"[^\W\d][\w'.-]*(?:[ -][^\W\d][\w'.-]*){0,4}"
_CAPITAL_TOWN = (
    r"[^\W\da-z][\w'.-]*(?:[ -](?:[^\W\da-z][\w'.-]*|de|la|le|les|sur|sous|en|l[eè]s|aux?|du|des|and|of"
    r"|upon|am|an|der|di|del)){0,5}"
)
_FOLLOWS = re.compile(
    rf"(?:,? ?|\s*\n)(?:(?i:{_UNIT})|(?i:{_POSTCODE}),? {_TOWN}(?=[,.;\n]|$)|(?:{_POSTCODE}),? {_CAPITAL_TOWN}"
    rf"|{_CAPITAL_TOWN},? [A-Z]{{2}},? (?:{_POSTCODE})"
    rf"|{_CAPITAL_TOWN},? (?:{_POSTCODE})|(?:{_POSTCODE})|(?<=[,\n] ){_CAPITAL_TOWN}(?=[,.;\n]|$)"
    rf"|(?<=[,\n]){_CAPITAL_TOWN}(?=[,.;\n]|$)|[A-Z]{{2}}(?= \d{{4,5}}\b))(?!\w)"
)
_NARRATIVE = re.compile(
    r" (?:and|but|please|pls|is|was|because|since|for|to|from|where|when|that|which|i|we|my|not|instead"
    r"|et|mais|svp|stp|merci|est|pour|car|parce|o[uù]|qui|que|je|j|nous|"
    r"und|aber|bitte|ist|y|pero|por|es|e|ma|per|maar|en|graag|c|c'est|ça|avec|depuis)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def find_addresses(reading: Reading) -> Iterator[Found]:
    found = False
    for hint, pattern in _STARTS:
        for match in pattern.finditer(reading.text) if hint.search(reading.text) else ():
            span = _extend(reading.text, match)
            if reading.free(span):
                found = True
                yield Found(Slot.ADDRESS, " ".join(reading.words.quote(span).split()), span, CERTAIN)
        if found:
            return
    if reading.asked is Slot.ADDRESS:
        yield from _answer(reading)


def _extend(text: str, match: re.Match[str]) -> Span:
    """Cuts the story off a street name and adds flat, postcode and town."""
    street = _NARRATIVE.sub("", match[0].rstrip(" ")).rstrip(" ,;:-")
    keeps_dot = street.endswith(".") and len(street.rsplit(" ", 1)[-1]) <= 5
    end = match.start() + len(street if keeps_dot else street.rstrip("."))
    while follow := _FOLLOWS.match(text, end):
        if follow.end() <= end:
            break
        end = follow.end()
    end -= len(text[match.start() : end]) - len(_COURTESY.sub("", text[match.start() : end]))
    before = _UNIT_BEFORE.search(text[: match.start()])
    return Span(before.start() if before else match.start(), end)


def _answer(reading: Reading) -> Iterator[Found]:
    """An asked-for address of no known shape: a line that starts with a number and goes on in words."""
    match = re.search(r"\b\d{1,5}[a-z]?,? +[^\W\d][^\n;!?]{3,100}", reading.text, re.IGNORECASE)
    if match and nearest_cue(reading, match.start(), ("order", "tracking", "phone")) is None:
        typed = match[0].rstrip(" .,")
        yield Found(Slot.ADDRESS, " ".join(typed.split()), Span(match.start(), match.start() + len(typed)), GUESS)
