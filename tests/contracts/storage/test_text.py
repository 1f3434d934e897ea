"""What people write: cleaned once at the door, and then the same on both databases."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import PayloadTooLarge, PayloadUnrecognised
from records.events import EventKind, append_events, list_events
from runtime.database import Database
from runtime.text import clean, parse_json
from tests.contracts.storage.conversing import ALICE, NOW, SHOP, do, opened

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=200)
ONE_STORE_FOR_MANY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
POISON = {
    "NUL": "a\x00b",
    "a lone high surrogate": "a\ud800b",
    "a lone low surrogate": "a\udfffb",
    "control characters": "a\x01\x08\x0b\x0c\x1b\x7f\x85\x9fb",
    "direction overrides": "a\u202e\u2066b",
    "noncharacters": "a\ufffe\uffff\ufdd0b",
}


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
def test_poison_is_dropped(poison: str) -> None:
    assert clean(poison) == "ab"


def test_what_people_need_is_kept() -> None:
    for text in ("deux\nlignes", "tab\tstop", "👩‍👩‍👧 🇫🇷", "œuvre à 4,90 €", "שלום", "Ünïcödé"):
        assert clean(text) == text
    assert clean("cafe\u0301") == "café"
    assert clean("line\r\nline") == "line\nline"
    assert len(clean("a" + "\u0301" * 1000)) < 10


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_cleaned_text_is_valid_utf8_and_json(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert parse_json(json.dumps(cleaned, ensure_ascii=False).encode(), limit=10_000) == cleaned


@ONE_STORE_FOR_MANY
@given(text=ANYTHING)
def test_cleaned_text_comes_back_as_it_was(database: Database, text: str) -> None:
    opened_once(database)
    body = json.dumps({"text": clean(text)}, ensure_ascii=False)
    last = do(database, append_events, SHOP, ALICE, [(EventKind.MESSAGE, body)], turn="", now=NOW)
    (event,) = do(database, list_events, SHOP, ALICE, after=last - 1)
    assert event.body == body


REFUSED_BODIES = {
    "NaN": b'{"a": NaN}',
    "infinity": b'{"a": -Infinity}',
    "1e400": b'{"a": 1e400}',
    "5,000 digits": b'{"a": ' + b"9" * 5000 + b"}",
    "100,000 lists deep": b"[" * 100_000 + b"]" * 100_000,
    "100,000 objects deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a key twice": b'{"a": 1, "a": 2}',
    "a key twice, deep": b'{"b": [{"a": 1, "a": 1}]}',
    "half a character": b'{"a": "\xc3"}',
    "latin-1": '{"a": "é"}'.encode("latin-1"),
    "utf-16": '{"a": "é"}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"a": 1}',
    "surrogates in utf-8": b'{"a": "\xed\xa0\x80"}',
    "nothing": b"",
    "not closed": b'{"a": 1',
    "raw line break": b'{"a": "x\ny"}',
}


@pytest.mark.parametrize("body", REFUSED_BODIES.values(), ids=REFUSED_BODIES)
def test_a_body_that_is_not_sound_json_is_refused(body: bytes) -> None:
    with pytest.raises(PayloadUnrecognised):
        parse_json(body, limit=2_000_000)


def test_a_body_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(PayloadTooLarge):
        parse_json(b"[" * 1001, limit=1000)


@settings(max_examples=50, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(), st.lists, max_leaves=10))
def test_sound_json_is_read_as_it_was_written(value: object) -> None:
    assert parse_json(json.dumps(value).encode(), limit=1_000_000) == value


def opened_once(database: Database) -> None:
    if not do(database, lambda c: c.exec_driver_sql("SELECT count(*) FROM lanes").scalar_one()):
        opened(database)
