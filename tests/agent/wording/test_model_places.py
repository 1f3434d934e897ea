"""Facts out of the words and back in: what a model sees holds no figure, and what is shown is what was said."""

import re
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import ast
from fluent.syntax.parser import FluentParser
from hypothesis import given
from hypothesis import strategies as st

from agent.wording.places import Places, UnknownPlace, places_in, show_block
from domain.blocks import Phrase, PhraseValue
from domain.languages import Language
from domain.money import Currency, Money
from domain.replies import FactKind, FactSpan, SaidCard, SaidChoices, SaidOption, SaidQuote, SaidRow, Words
from runtime.phrases import ROOT, PhraseBroken, load_phrases, read_sources

ZONE, TODAY = ZoneInfo("Europe/Paris"), date(2026, 11, 22)
DAY, MOMENT = date(2026, 12, 4), datetime(2026, 11, 20, 15, 25, tzinfo=UTC)
MONEY = Money(minor=13_110, currency=Currency("EUR"))
CANDIDATES: tuple[PhraseValue, ...] = ("MA-104233", 2, DAY, MOMENT, MONEY, "yes", ("Alba jacket", "Sorel candle"))


@cache
def read_keys() -> dict[str, tuple[str, ...]]:
    """Every phrase of the catalogue with the names of its values, as English has it."""
    found: dict[str, tuple[str, ...]] = {}
    for _, text in read_sources(ROOT)[Language.EN]:
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = tuple(dict.fromkeys(re.findall(r"\{\s*\$([\w-]+)", _source(entry, text))))
    return found


def _source(entry: ast.Message, text: str) -> str:
    assert entry.span
    return text[entry.span.start : entry.span.end]


def say(key: str, language: Language) -> list[Words]:
    """The phrase with whatever values it takes; by kind of value, all of them alike."""
    said = []
    for value in CANDIDATES:
        try:
            phrase = Phrase(key=key, values=dict.fromkeys(read_keys()[key], value))
            said.append(load_phrases().say(phrase, language=language, zone=ZONE, today=TODAY))
        except (PhraseBroken, AttributeError, TypeError, ValueError):
            continue
    return said


@pytest.mark.parametrize("language", Language)
def test_every_phrase_comes_back_as_it_was(language: Language) -> None:
    tried = 0
    for key in read_keys():
        for words in say(key, language):
            places = Places()
            cut = places.cut(words, needed=True)
            assert places.fill(cut).text == words.text, key
            assert not re.search(r"\d", re.sub(r"\{[a-z]\d+\}", "", cut)), key
            tried += 1
    assert tried > len(read_keys()) * 0.8


TEXTS = st.text(alphabet="ab 12.,-{}é€", max_size=12)
SPANS = st.builds(FactSpan, kind=st.sampled_from(FactKind), name=st.just("x"), text=TEXTS)


@given(spans=st.lists(SPANS, max_size=5), between=st.text(alphabet="xyz 347.,", max_size=10))
def test_any_facts_in_any_words_come_back(spans: list[FactSpan], between: str) -> None:
    """One fact inside another, a fact that is a bare figure, one that looks like a place."""
    text = between.join(span.text for span in spans)
    places = Places()
    words = Words(text=text, spans=tuple(spans))
    cut = places.cut(words, needed=True)
    try:
        assert places.fill(cut).text == text
    except UnknownPlace:
        assert re.search(r"[{}]", text)


def test_a_figure_is_not_found_inside_a_place() -> None:
    spans = (
        FactSpan(kind=FactKind.DATE, name="day", text="4 December"),
        FactSpan(kind=FactKind.NUMBER, name="count", text="1"),
    )
    places = Places()
    cut = places.cut(Words(text="1 piece until 4 December, 11 in all.", spans=spans), needed=True)
    assert cut == "{n1} piece until {d2}, {t3} in all."
    assert places.needed == {"n1", "d2"}
    assert places.fill("By {d2}: {n1}.").text == "By 4 December: 1."


def test_one_fact_said_twice_has_one_place() -> None:
    span = FactSpan(kind=FactKind.NUMBER, name="order", text="MA-104233")
    places = Places()
    assert places.cut(Words(text="MA-104233? Yes, MA-104233.", spans=(span,)), needed=True) == "{n1}? Yes, {n1}."


@pytest.mark.parametrize("text", ["{d9}", "{x}", "{", "}", "{d1} }", "{{d1}}"])
def test_a_place_that_nobody_made_is_told(text: str) -> None:
    places = Places()
    places.cut(Words(text="4 May", spans=(FactSpan(kind=FactKind.DATE, name="d", text="4 May"),)), needed=False)
    with pytest.raises(UnknownPlace):
        places.fill(text)


def test_records_cannot_pass_for_places() -> None:
    """A product called {a1} is a product, not the amount that has this place."""
    places = Places()
    places.cut(Words(text="€9", spans=(FactSpan(kind=FactKind.AMOUNT, name="a", text="€9"),)), needed=True)
    card = SaidCard(
        title="{a1} mug",
        subtitle="",
        image="",
        pill=None,
        rows=(SaidRow(label="Order", value=Words(text="MA-1")),),
        decision=None,
        actions=(),
        why=None,
    )
    options = SaidChoices(prompt=Words(text="Which?"), options=(SaidOption(id="1", label="{a1}"),))
    shown = [
        text
        for block in (card, SaidQuote(text="{a1} back", sources=()), options)
        for _, text in show_block(block, places)
    ]
    assert all("a1" not in places_in(text) for text in shown)


def test_more_than_a_hundred_facts_keep_their_places() -> None:
    places = Places()
    text = " ".join(f"x{number}" for number in range(150))
    spans = tuple(FactSpan(kind=FactKind.TEXT, name="x", text=f"x{number}") for number in range(150))
    assert places.fill(places.cut(Words(text=text, spans=spans), needed=True)).text == text
