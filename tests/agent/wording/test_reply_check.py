"""What the check lets pass and what it stops, in words of any origin."""

from dataclasses import replace
from datetime import UTC, date, datetime
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from agent.wording.check import Doubt, Evidence, check
from agent.wording.embedded import word
from domain.blocks import Card, Choices, Clause, Link, Option, Phrase, Prose, Row, Step, Timeline
from domain.ids import ArticleId
from domain.knowledge import Citation
from domain.languages import Language
from domain.money import Currency, Money
from domain.replies import Reply, SaidQuote, SaidText, Words
from runtime.phrase_check import read_phrases
from runtime.phrases import ROOT, load_phrases, read_sources
from skills.returns.skill import Returns
from tests.skills.fakes import TODAY
from tests.skills.returning import shop
from tests.skills.test_returns_decisions import SITUATIONS, want

PARIS = ZoneInfo("Europe/Paris")
CITATION = Citation(
    article=ArticleId("return-window"), title="Returns", headings=("The window",), version=2, updated=date(2026, 9, 14)
)
PASSAGE = Prose(
    text="You have 30 days from delivery. We will refund you within 5 to 7 working days. A return costs 4.90 €. "
    "Ask before 1 March 2027 on https://shop.example/help.",
    citations=(CITATION,),
)
FACTS = (
    Phrase(
        key="returns-within-window",
        values={
            "item": "Alba jacket",
            "until": date(2026, 12, 4),
            "counted": datetime(2026, 11, 4, 22, 30, tzinfo=UTC),
            "days": 30,
        },
    ),
    Card(
        title="Alba jacket",
        rows=(
            Row(label=Phrase(key="returns-row-order"), value="MA-104233"),
            Row(label=Phrase(key="returns-row-fee"), value=Money(minor=123456, currency=Currency("EUR"))),
        ),
    ),
    PASSAGE,
)
LINK = "https://hub.example/d/abc"


def doubts(text, language="en", blocks=FACTS):
    reply = Reply(language=language, blocks=(SaidText(words=Words(text=text)),))
    return [problem.doubt for problem in check(reply, Evidence(blocks=blocks, links=frozenset({LINK})))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You can return the Alba jacket until Friday 4 December (30 days from delivery on 4 November)."),
        ("en", "Until December 4th, 2026. Order MA-104233, or just 104233, or ma-104233."),
        ("en", "That is €1,234.56, or EUR 1234.56, or 1.234,56 €. A return costs €4.90."),
        ("en", "2026-12-04 and 04/12/2026 are the same day. The line changed on 14 September."),
        ("en", f"Here is the page: {LINK}. And the shop's own: https://shop.example/help"),
        ("en", "We'll refund you within 5 to 7 working days."),
        ("en", "It hasn't been refunded yet. Once it has been refunded you get a mail. Has it been refunded?"),
        ("en", "I can help with returns. These may be returned."),
        ("fr", "Vous pouvez retourner la veste jusqu'au vendredi 4 décembre, soit 30 jours."),
        ("fr", "Cela coûte 1\u202f234,56\u00a0€. Le 1er mars 2027 au plus tard."),
        ("fr", "Il n'a pas été remboursé. Dès qu'il est remboursé, vous recevez un message."),
        ("de", "Bis Freitag, 4. Dezember, für 1.234,56 €."),
        ("es", "Hasta el viernes 4 de diciembre."),
    ],
)
def test_what_stands_on_a_fact_passes(language, text):
    assert doubts(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "doubt"),
    [
        ("en", "That costs €5.90.", Doubt.AMOUNT),
        ("en", "You get 84.10 EUR back.", Doubt.AMOUNT),
        ("en", "It is £4.90.", Doubt.AMOUNT),
        ("fr", "Cela coûte 5,90 €.", Doubt.AMOUNT),
        ("fr", "Il vous revient 84 euros.", Doubt.AMOUNT),
        ("en", "Until 5 December.", Doubt.DAY),
        ("en", "Until December 5.", Doubt.DAY),
        ("en", "Until Thursday 4 December.", Doubt.DAY),
        ("en", "Until 4 December 2027.", Doubt.DAY),
        ("en", "It comes by Saturday.", Doubt.DAY),
        ("en", "It comes tomorrow.", Doubt.DAY),
        ("en", "Due 05/12/2026 or 2026-12-05.", Doubt.DAY),
        ("fr", "Jusqu'au 5 décembre.", Doubt.DAY),
        ("fr", "Il arrive demain.", Doubt.DAY),
        ("fr", "Il part samedi.", Doubt.DAY),
        ("de", "Bis zum 5. Dezember.", Doubt.DAY),
        ("it", "Entro il 5 dicembre.", Doubt.DAY),
        ("nl", "Tot 5 december.", Doubt.DAY),
        ("en", "Your order MA-104234.", Doubt.NUMBER),
        ("en", "Return RMA-8812 and claim CL-5521.", Doubt.NUMBER),
        ("en", "Tracking 6A00012345678 or 1Z84F0E10391772645.", Doubt.NUMBER),
        ("en", "Order #20934 it is.", Doubt.NUMBER),
        ("en", "You have 60 days.", Doubt.LENGTH),
        ("en", "It takes 2-3 weeks.", Doubt.LENGTH),
        ("fr", "Vous avez 60 jours, soit 20 % de plus.", Doubt.LENGTH),
        ("en", "Your money has been refunded.", Doubt.STATE),
        ("en", "We've already refunded you.", Doubt.STATE),
        ("en", "Good news: the refund was issued.", Doubt.STATE),
        ("en", "If you check your account, you have been refunded.", Doubt.STATE),
        ("en", "Your return has been created.", Doubt.STATE),
        ("en", "I have cancelled it, your order was cancelled.", Doubt.STATE),
        ("en", "It was delivered.", Doubt.STATE),
        ("en", "The claim has been accepted.", Doubt.STATE),
        ("en", "Your address has been updated.", Doubt.STATE),
        ("fr", "Vous avez été remboursé.", Doubt.STATE),
        ("fr", "Le remboursement a bien été effectué.", Doubt.STATE),
        ("fr", "Nous avons procédé au remboursement.", Doubt.STATE),
        ("fr", "Votre retour est bien enregistré.", Doubt.STATE),
        ("fr", "La commande a été annulée.", Doubt.STATE),
        ("fr", "L'adresse a été modifiée.", Doubt.STATE),
        ("es", "Su dinero ha sido reembolsado.", Doubt.STATE),
        ("de", "Der Betrag wurde bereits erstattet.", Doubt.STATE),
        ("it", "Il rimborso è stato emesso.", Doubt.STATE),
        ("nl", "Het bedrag is al terugbetaald.", Doubt.STATE),
        ("en", "We'll replace it for you.", Doubt.PROMISE),
        ("en", "It will arrive soon.", Doubt.PROMISE),
        ("en", "That is guaranteed.", Doubt.PROMISE),
        ("en", "I promise.", Doubt.PROMISE),
        ("fr", "Nous le remplacerons.", Doubt.PROMISE),
        ("fr", "Vous serez indemnisé.", Doubt.PROMISE),
        ("fr", "Le colis arrivera bientôt.", Doubt.PROMISE),
        ("fr", "C'est garanti.", Doubt.PROMISE),
        ("en", "See https://evil.example/x or www.evil.example.", Doubt.LINK),
        ("en", f"{LINK}/else", Doubt.LINK),
    ],
)
def test_what_stands_on_nothing_is_stopped(language, text, doubt):
    assert doubt in doubts(text, language)


def test_a_promise_needs_a_passage_that_makes_it():
    assert doubts("We'll refund you.") == []
    assert doubts("We'll refund you.", blocks=FACTS[:2]) == [Doubt.PROMISE]
    assert doubts("Nous vous rembourserons.", "fr", blocks=FACTS[:2]) == [Doubt.PROMISE]


def test_completion_needs_the_state_and_not_a_rule_about_it():
    refunded = Phrase(key="returns-state-refunded-plain", values={"number": "RMA-1"})
    assert doubts("You have been refunded.", blocks=(refunded,)) == []
    rule = Prose(text="Your return has been refunded when we say so.", citations=(CITATION,))
    assert doubts("You have been refunded.", blocks=(rule,)) == [Doubt.STATE]
    to_come = Timeline(steps=(Step(label=Phrase(key="returns-step", values={"state": "refunded"}), at=None),))
    assert doubts("You have been refunded.", blocks=(to_come,)) == [Doubt.STATE]


def test_quotations_are_compared_word_by_word():
    def quoted(text):
        reply = Reply(language="en", blocks=(SaidQuote(text=text, sources=()),))
        return [problem.doubt for problem in check(reply, Evidence(blocks=FACTS))]

    assert quoted("You have 30 days  from\ndelivery.") == []
    assert quoted("You have 60 days from delivery.") == [Doubt.QUOTE]


def test_buttons_open_our_own_links_only():
    blocks = (Card(title="Jacket", actions=(Link(label=Phrase(key="returns-start-return"), url="https://x.example"),)),)
    reply = word(blocks, phrases=load_phrases(), language=Language.EN, zone=PARIS, today=TODAY)
    assert [problem.doubt for problem in check(reply, Evidence(blocks=blocks))] == [Doubt.LINK]
    assert check(reply, Evidence(blocks=blocks, links=frozenset({"https://x.example"}))) == ()


def test_words_changed_after_the_blocks_were_decided_are_noticed():
    phrase = FACTS[0]
    reply = word((phrase,), phrases=load_phrases(), language=Language.EN, zone=PARIS, today=TODAY)
    said = reply.blocks[0]
    assert check(reply, Evidence(blocks=(phrase,))) == ()
    later = replace(said, words=Words(text=said.words.text.replace("Friday 4", "Saturday 5")))
    assert [each.doubt for each in check(replace(reply, blocks=(later,)), Evidence(blocks=(phrase,)))] == [Doubt.DAY]


@pytest.mark.parametrize("language", list(Language))
def test_no_phrase_of_ours_states_more_than_its_values(language):
    """Each sentence of agent and skills, alone, with values that mean nothing: its key must back what it says."""
    texts = [each for each in read_sources(ROOT).get(language, ()) if not each[0].startswith(("web/", "channels/"))]
    for key, written in read_phrases(texts).items():
        values = {name: 3 if name in {"days", "hours", "count", "pieces"} else "x" for name in written.values}
        phrase = Phrase(key=key, values=values)
        blocks = (phrase, Choices(prompt=phrase, options=(Option(id="x", label=phrase),)))
        reply = word(blocks, phrases=load_phrases(), language=language, zone=PARIS, today=TODAY)
        assert check(reply, Evidence(blocks=blocks)) == (), key


@pytest.mark.parametrize("reason", SITUATIONS)
@pytest.mark.parametrize("language", ["en", "fr", "de"])
async def test_every_decision_passes_as_it_is_worded(reason, language):
    (own, policy), *_ = SITUATIONS[reason]
    outcome = await Returns().run(want(language=language), shop(own, policy=policy))
    reply = word(outcome.blocks, phrases=load_phrases(), language=Language(language), zone=PARIS, today=TODAY)
    links = frozenset(action.url for block in reply.blocks if block.kind == "card" for action in block.actions)
    assert check(reply, Evidence(blocks=outcome.blocks, links=links)) == ()


def test_the_clause_behind_why_is_the_passage():
    blocks = (Card(title="Jacket", why=Clause(text=PASSAGE.text, citation=CITATION)), PASSAGE)
    reply = word(blocks, phrases=load_phrases(), language=Language.EN, zone=PARIS, today=TODAY)
    assert check(reply, Evidence(blocks=blocks)) == ()
    assert [each.doubt for each in check(reply, Evidence(blocks=()))].count(Doubt.QUOTE) == 1


def test_a_reply_is_checked_in_a_few_milliseconds():
    reply = Reply(language="en", blocks=tuple(SaidText(words=Words(text="You can return it. " * 10)) for _ in range(5)))
    check(reply, Evidence(blocks=FACTS))
    since = process_time()
    for _ in range(20):
        check(reply, Evidence(blocks=FACTS))
    assert (process_time() - since) / 20 < 0.025
