"""Codes: whom they are for, and how their letter begins when nobody knows the name."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.blocks import Phrase
from domain.languages import Language
from runtime.phrases import load_phrases
from web.phones import find_phone

PARIS = ZoneInfo("Europe/Paris")


def _say(key: str, language: Language, name: str) -> str:
    values = {"code": "123456", "shop": "Maison Alder", "name": name, "named": "yes" if name else "no"}
    words = load_phrases().say(Phrase(key=key, values=values), language=language, zone=PARIS, today=date(2026, 11, 24))
    return words.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", ["signin-done", "code-mail-text"])
def test_no_comma_stands_where_a_name_is_missing(key: str, language: Language) -> None:
    named, nameless = _say(key, language, "Camille").splitlines(), _say(key, language, "").splitlines()
    assert "Camille" in named[0]
    assert "  " not in nameless[0] and " ," not in nameless[0] and " :" not in nameless[0] and ",:" not in nameless[0]
    assert nameless[0] and nameless[0] != named[0]
    assert nameless[1:] == named[1:]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("06 12 34 56 78", "+33612345678"),
        ("+44 7700 900001", "+447700900001"),
        ("0044 7700.900001", "+447700900001"),
        ("0001234567", None),
        ("612345678", None),
        ("MA-104233", None),
        ("+", None),
        ("", None),
    ],
)
def test_a_phone_is_told_from_an_order_number(typed: str, found: str | None) -> None:
    assert find_phone(typed, PARIS) == found
