"""Blocks in words: each block keeps its shape, and nothing is added to what was decided."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from agent.wording.embedded import word
from domain.blocks import (
    Card,
    Choices,
    Clause,
    Facts,
    Link,
    Option,
    Phrase,
    Pill,
    Prose,
    Row,
    Step,
    Timeline,
    Tone,
    Upload,
)
from domain.ids import ArticleId
from domain.knowledge import Citation
from domain.languages import Language
from domain.money import Currency, Money
from domain.replies import FactKind, Reply
from runtime.codec import from_json, to_json
from runtime.phrases import load_phrases

CITATION = Citation(article=ArticleId("a"), title="Retours", headings=("Délai",), version=2, updated=date(2026, 9, 14))
START = Phrase(key="returns-start-return")
ORDER = Row(label=Phrase(key="returns-row-order"), value="MA-104233")


def say(*blocks, language="en"):
    return word(
        blocks,
        phrases=load_phrases(),
        language=Language(language),
        zone=ZoneInfo("Europe/Paris"),
        today=date(2026, 11, 22),
    )


def test_a_phrase_keeps_its_key_and_its_facts():
    (said,) = say(Phrase(key="returns-refund-expected", values={"expected": date(2026, 12, 4)})).blocks
    assert said.words.text == "The refund is expected by Friday 4 December."
    assert said.key == "returns-refund-expected"
    assert [(span.kind, span.text) for span in said.words.spans] == [(FactKind.DATE, "Friday 4 December")]


def test_a_quotation_names_its_source_in_the_readers_language():
    prose = Prose(text="Vous avez 30 jours.", citations=(CITATION,))
    (said,) = say(prose, language="fr").blocks
    assert said.text == "Vous avez 30 jours."
    assert said.sources[0].updated == "mis à jour le 14 septembre"
    assert say(prose, language="de").blocks[0].sources[0].updated == "aktualisiert am 14. September"


def test_a_card_is_said_whole():
    card = Card(
        title="Alba jacket",
        subtitle="M",
        image="/j.webp",
        pill=Pill(label=Phrase(key="returns-pill-return"), tone=Tone.GOOD),
        rows=(
            ORDER,
            Row(label=Phrase(key="returns-row-fee"), value=Money(minor=490, currency=Currency("EUR"))),
            Row(label=Phrase(key="returns-row-exchange-fee"), value=Phrase(key="returns-free")),
        ),
        decision=Phrase(key="returns-provider-open", values={"item": "Alba jacket"}),
        actions=(Link(label=START, url="https://x.example", primary=True),),
        why=Clause(text="Clause.", citation=CITATION),
    )
    (said,) = say(card).blocks
    assert [(row.label, row.value.text) for row in said.rows] == [
        ("Order", "MA-104233"),
        ("Return fee", "€4.90"),
        ("Exchange fee", "Free"),
    ]
    assert said.rows[0].value.spans[0].kind is FactKind.NUMBER
    assert said.pill.label == "Can be returned" and said.pill.tone is Tone.GOOD
    assert said.actions[0].label == "Start a return" and said.actions[0].primary
    assert said.why.text == "Clause." and said.why.source.title == "Retours"
    assert say(Card(title="Bare")).blocks[0].decision is None


def test_the_other_blocks_keep_their_shape():
    moment = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
    step = Phrase(key="returns-step", values={"state": "received"})
    reply = say(
        Facts(title=Phrase(key="returns-left"), rows=(ORDER,)),
        Timeline(steps=(Step(label=step, at=None), Step(label=step, at=moment, place="Lyon")), link=None),
        Choices(prompt=Phrase(key="returns-which-line"), options=(Option(id="a", label=START, hints=("b",)),)),
        Link(label=START, url="https://x.example"),
        Upload(prompt=START, accepts=("image/*",), url="https://y.example"),
    )
    facts, timeline, choices, link, upload = reply.blocks
    assert facts.rows[0].value.text == "MA-104233"
    assert [(s.at, s.place) for s in timeline.steps] == [("", ""), ("Friday 20 November at 10:05", "Lyon")]
    assert [(o.id, o.label) for o in choices.options] == [("a", "Start a return")]
    assert link.url == "https://x.example" and upload.accepts == ("image/*",)
    assert from_json(Reply, to_json(reply)) == reply
