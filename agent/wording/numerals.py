"""Numbers in words turned into figures, so that "two weeks" and "2 weeks" are read alike.

The words come from the lexicon of a language; "one" alone stays as it is, since it is an article or a pronoun in most.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

_GAP = r"(?:\s|-|\s?-\s?)"


def numeral_reader(told: Mapping[str, Any]) -> Callable[[str], str]:
    """A function that rewrites the number words of a text; ``told`` is the ``numbers`` part of a lexicon."""
    if not told:
        return lambda text: text
    small = _under_hundred(told)
    low = "|".join(sorted((_loosely(each) for each in small), key=len, reverse=True))
    hundred, thousand = told["hundred"], told["thousand"]
    link = rf"(?:{_GAP}?(?:{told['and']}){_GAP}?|{_GAP})?"
    glue = rf"{_GAP}?"
    below = rf"(?:(?:(?P<h{{0}}>{low}){glue})?(?P<hw{{0}}>{hundred})(?:{link}(?P<hl{{0}}>{low}))?|(?P<l{{0}}>{low}))"
    whole = re.compile(
        rf"\b(?:(?:{below.format('a')}{glue})?(?P<t>{thousand})(?:{link}{below.format('b')})?|{below.format('c')})\b",
        re.IGNORECASE,
    )

    def read(match: re.Match[str]) -> str:
        if match["t"]:
            value = (_below(match, "a", small) or 1) * 1000 + _below(match, "b", small)
        else:
            value = _below(match, "c", small)
        return match[0] if value <= 1 else str(value)

    def rewrite(text: str) -> str:
        return _cents(whole.sub(read, text))

    return rewrite


def _below(match: re.Match[str], part: str, small: Mapping[str, int]) -> int:
    low = match[f"l{part}"]
    if low:
        return small[_plain(low)]
    if not match[f"hw{part}"]:
        return 0
    times, rest = match[f"h{part}"], match[f"hl{part}"]
    return (small[_plain(times)] if times else 1) * 100 + (small[_plain(rest)] if rest else 0)


def _cents(text: str) -> str:
    """``32 50`` said aloud is 32.50; written out it only comes from words, or the figures would carry a sign."""
    return re.sub(r"(?<![\d.,:/+-])(?<!\d )(\d{1,3}) ([1-9]\d)(?= (?:for|pour|in all)\b)", r"\1.\2", text)


def _loosely(name: str) -> str:
    return re.escape(name).replace(r"\ ", " ").replace(r"\-", " ").replace(" ", r"[\s-]+")


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.lower())


def _under_hundred(told: Mapping[str, Any]) -> dict[str, int]:
    """Every name of 1 to 99: those listed, and those joined by the pattern of the language."""
    names: dict[str, int] = {}
    for value, spelled in enumerate(told["ones"]):
        for name in str(spelled).split("|"):
            names[_plain(name)] = value
    ones = [(name, value) for name, value in names.items() if value > 0]
    for ten, spelled in told["tens"].items():
        for name in str(spelled).split("|"):
            names[_plain(name)] = int(ten)
            most = 19 if int(ten) in told.get("long_tens", ()) else 9
            for one, value in ones:
                for join in told["joins"] if value <= most else ():
                    names[_plain(join.format(ten=name, one=one))] = int(ten) + value
    names.update({_plain(name): value for name, value in told.get("irregular", {}).items()})
    return {name: value for name, value in names.items() if value > 0}
