"""Amounts of money and quantities."""

import re
from collections.abc import Iterator
from functools import cache

from agent.understanding.embedded.slots.dates import calendars
from agent.understanding.embedded.slots.reading import CERTAIN, GUESS, LIKELY, Found, Reading, nearest_cue
from agent.understanding.embedded.words import Span
from domain.commands import Slot
from domain.languages import Language

_FIGURE = r"\d{1,3}(?:[ .,' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_UNIT = (
    r"(?:€|\$|£|¥|kr|euros?|eur|dollars?|usd|cad|aud|bucks?|pounds?|quid|gbp|francs?|frs?|chf|fr\.|balles"
    r"|dollari|d[oó]lares?|libras?|pesos?|pfund|sterline|pond|piek"
    r"|livres?|cents?|centimes|e)"
)
_MARKED = re.compile(
    rf"(?:(?<!\w)(?:US|CA|AU|C|A)?[$€£¥] ?(?:{_FIGURE})(?:k\b)?"
    rf"|(?<![\w.,/#-])(?:CHF|EUR|USD|GBP|CAD|AUD) ?(?:{_FIGURE}))(?![\d%])",
    re.IGNORECASE,
)
_UNITED = re.compile(rf"(?<![\w.,/#€$£-])(?:(?:{_FIGURE}) ?{_UNIT}(?:\d{{2}})?(?!\w)|\d+\.[-–](?!\d))", re.IGNORECASE)
_BARE = re.compile(rf"(?<![\w.,/#-])(?:{_FIGURE})(?![\w%/]|[.,]\d)")
_COUNT = re.compile(r"(?<![\w.,/#-])(?:x ?(\d{1,2})|(\d{1,2}) ?x)(?!\w)", re.IGNORECASE)
_NAMED_UNIT = (
    r"(?:euros?|dollars?|bucks|pounds?|quid|francs?|balles|euro|dollari|dolares|libras|pesos|pfund|pond"
    r"|sterline|chf|eur|usd|gbp)"
)


def find_amounts(reading: Reading) -> Iterator[Found]:
    for pattern in (_MARKED, _UNITED):
        for match in pattern.finditer(reading.text):
            span = Span(match.start(), match.end())
            yield Found(Slot.AMOUNT, match[0], span, CERTAIN)
    for match in _spoken_amount().finditer(reading.words.line):
        span = reading.words.typed(*match.span())
        yield Found(Slot.AMOUNT, reading.words.quote(span), span, LIKELY)
    if reading.asked is Slot.AMOUNT:
        for match in _BARE.finditer(reading.text):
            span = Span(match.start(), match.end())
            if nearest_cue(reading, span.start, ("order", "tracking", "phone", "return")) is None:
                yield Found(Slot.AMOUNT, match[0], span, LIKELY)


@cache
def _number_words() -> dict[str, int]:
    return {name: value for language in Language for name, value in calendars()[language].numbers.items()}


@cache
def _spoken_amount() -> re.Pattern[str]:
    """ "forty quid", "septante-cinq francs": number words, then a currency."""
    names = "|".join(sorted((each for each in _number_words() if " " not in each), key=lambda each: -len(each)))
    return re.compile(rf"(?<![^ ])(?:{names})(?: (?:and |et |y |und |e |en )?(?:{names})){{0,4}} {_NAMED_UNIT}(?![^ ])")


def find_quantities(reading: Reading) -> Iterator[Found]:
    """ "x2", "2 pairs", "quantity 2"; a bare number or number word only when asked."""
    for match in _COUNT.finditer(reading.text):
        yield Found(Slot.QUANTITY, match[1] or match[2], Span(match.start(), match.end()), LIKELY)
    for lexicon in reading.near:
        cue = lexicon.pattern("cues", "quantity")
        for match in cue.finditer(reading.words.line):
            yield from _beside(reading, match)
    if reading.asked is Slot.QUANTITY:
        yield from _asked_quantity(reading)


def _beside(reading: Reading, match: re.Match[str]) -> Iterator[Found]:
    line = reading.words.line
    before = re.search(r"(?<![^ ])(\d{1,2}) $", line[: match.start()])
    after = re.match(r" (\d{1,2})(?![^ ])", line[match.end() :])
    near = before or after
    if near:
        offset = 0 if before else match.end()
        span = reading.words.typed(near.start(1) + offset, near.end(1) + offset)
        yield Found(Slot.QUANTITY, near[1], span, LIKELY)


def _asked_quantity(reading: Reading) -> Iterator[Found]:
    for word, span in zip(reading.words.folded, reading.words.spans, strict=True):
        if word.isdigit() and len(word) <= 3:
            yield Found(Slot.QUANTITY, str(int(word)), span, LIKELY)
        elif word in {"both", "deux", "ambos", "beide", "entrambi", "allebei"}:
            yield Found(Slot.QUANTITY, "2", span, LIKELY)
        elif word in _number_words() and len(word) > 1:
            yield Found(Slot.QUANTITY, str(_number_words()[word]), span, GUESS)
