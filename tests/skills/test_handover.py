"""A person takes over, and nothing has to be said twice."""

import pytest

from domain.commands import Slot
from domain.intents import Intent
from domain.outcomes import HandedOver, HandoverReason
from skills.handover.skill import Handover
from tests.skills.fakes import FakeKnowledge, ask, ports
from tests.skills.reading import said

HOURS = "Monday to Friday, 9:00 to 18:00, and Saturday from 10:00 to 16:00."
ARTICLES = FakeKnowledge((("en", "support team", HOURS), ("fr", "heures", "Du lundi au vendredi, de 9 h à 18 h.")))


async def run(request, knowledge=ARTICLES):
    return await Handover().run(request, ports(None, knowledge))


def wish(text: str = "let me talk to someone", **other):
    return ask(Intent.HUMAN_HANDOFF, text, **other)


async def test_a_person_takes_over_without_a_question():
    outcome = await run(wish())
    assert isinstance(outcome, HandedOver) and outcome.reason is HandoverReason.ASKED
    assert said(outcome).split("\n") == [
        "A person from the team takes over here, in this conversation.",
        HOURS,
        "They receive everything that was said here, so you do not have to repeat it.",
    ]
    assert "?" not in said(outcome)


async def test_in_french_with_the_numbers_that_are_passed_on():
    outcome = await run(wish(language="fr", given={Slot.ORDER_NUMBER: "MA-104233", Slot.EMAIL: "nora@mail.example"}))
    words = said(outcome, "fr")
    assert "Une personne de l'équipe prend le relais ici" in words and "de 9 h à 18 h" in words
    assert "Commande: MA-104233" in words and "nora@mail.example" not in words


async def test_the_brief_holds_what_the_conversation_knew():
    memory = {
        "summary": "Parcel late, wants to know why.",
        "facts.parcel": "late 3 days",
        "try.1": "tracked",
        "try.2": "quoted the rule",
        "try.10": "offered a claim",
        "promise.1": "a call on Monday",
    }
    outcome = await run(wish(given={Slot.ORDER_NUMBER: "MA-104233", Slot.CODE: "123456"}, memory=memory))
    brief = outcome.brief
    assert brief.summary == "Parcel late, wants to know why."
    assert brief.facts["parcel"] == "late 3 days" and brief.facts["order_id"] == "MA-104233"
    assert brief.facts["customer"] == "Nora Lind" and brief.facts["language"] == "en"
    assert "123456" not in str(brief)
    assert brief.tries == ("tracked", "quoted the rule", "offered a claim")
    assert brief.promises == ("a call on Monday",)


async def test_without_known_hours_nothing_is_said_of_them():
    assert "18:00" not in said(await run(wish(), FakeKnowledge()))


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it", "nl"])
async def test_every_language_has_its_words(language):
    given = dict.fromkeys((Slot.ORDER_NUMBER, Slot.RETURN_NUMBER, Slot.TRACKING_NUMBER, Slot.ITEM), "MA-104233")
    assert said(await run(wish(language=language, given=given)), language)
