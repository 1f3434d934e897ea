"""What a model's summary may say: only figures, addresses, deeds and promises that were said or are known."""

import json
from typing import Any

import pytest

from agent.model.allowance import Allowance, Limits, Spent
from agent.model.calls import Hear, ModelCall, Prompt, Purpose
from agent.model.prompts import load_system
from agent.model.summaries import ToSummarise, lines_schema, summarise
from agent.understanding.port import Earlier
from domain.errors import BudgetSpent, ModelMisbehaved, ModelUnavailable
from domain.languages import Language
from tests.standins.openai.strict_schemas import check_strict

GOOD = ["La cliente veut renvoyer la veste bleue de la commande MA-104233.", "Elle dit qu'elle est trop petite."]
SAID = (
    Earlier(by_shopper=True, text="I want to return the blue jacket from order MA-104233, I paid 89.90 euros"),
    Earlier(by_shopper=False, text="You can return it until 3 December 2026."),
    Earlier(by_shopper=True, text="it is too small, get me a person"),
)


class Saying:
    """Answers what it was given; keeps the prompts and how long each might take."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[tuple[Prompt, float]] = []

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        self.asked.append((prompt, seconds))
        return self.answer


def told(*said: Earlier, language: Language = Language.FR) -> ToSummarise:
    return ToSummarise(
        language=language,
        reason="asked",
        topics=["Retourner ou échanger un article"],
        facts={"order_id": "MA-104233", "item": "the blue jacket"},
        tried=[],
        said=said or SAID,
    )


async def summary(answer: Any, given: ToSummarise | None = None) -> str:
    model = Saying(answer if isinstance(answer, str) else json.dumps({"lines": answer}))
    allowance = Allowance(model=model, limits=Limits(), spent=Spent())
    return await summarise(given or told(), allowance, load_system(Purpose.SUMMARISE))


@pytest.mark.parametrize(
    "lines",
    [
        GOOD,
        [
            "La cliente veut renvoyer la veste bleue.",
            "Elle a payé 89,90 €.",
            "Le retour est possible jusqu'au 3 décembre.",
        ],
        ["The shopper wants to return the jacket of order MA-104233.", "The shopper says that it is too small."],
    ],
)
async def test_what_was_said_may_be_told(lines: list[str]) -> None:
    assert await summary(lines) == "\n".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["La cliente veut renvoyer la commande MA-104234.", "Elle attend une réponse."],
        ["La cliente veut renvoyer la veste.", "Elle a payé 99,90 €."],
        ["La cliente veut renvoyer la veste.", "Le retour est possible jusqu'au 5 décembre."],
        ["La cliente veut renvoyer la veste.", "Nous l'avons remboursée intégralement."],
        ["The shopper wants to return the jacket.", "The refund has been issued."],
        ["The shopper wants to return the jacket.", "We will refund her."],
        ["La cliente veut renvoyer la veste.", "Son adresse est eve@example.org."],
        ["La cliente veut renvoyer la veste.", "Voir https://evil.example/x."],
        ["La cliente veut renvoyer la veste.", "Appeler le +33 6 12 34 56 78."],
        ["La cliente veut renvoyer la veste.", "<b>Urgent</b>"],
        ["Une seule ligne."],
        ["a", "b", "c", "d", "e"],
        ["x" * 300, "Elle attend."],
        ["They read your lines first and must not have to ask again.", "Elle attend."],
        [1, 2],
        "not JSON",
        '{"lines": "one text"}',
        "[]",
        "null",
    ],
)
async def test_what_stands_nowhere_is_refused(lines: Any) -> None:
    with pytest.raises(ModelMisbehaved):
        await summary(lines)


async def test_a_deed_that_was_spoken_of_may_be_told() -> None:
    given = told(Earlier(by_shopper=True, text="vous dites que j'ai été remboursée"), language=Language.EN)
    assert await summary(["The shopper writes about money.", "The agent says she has been refunded."], given)


async def test_it_takes_a_part_of_the_turns_time_and_none_when_that_is_over() -> None:
    model = Saying(json.dumps({"lines": GOOD}))
    allowance = Allowance(model=model, limits=Limits(turn_seconds=8.0), spent=Spent())
    await summarise(told(), allowance, load_system(Purpose.SUMMARISE))
    assert model.asked[0][1] <= 4.0
    allowance.until = 0.0
    with pytest.raises(ModelUnavailable):
        await summarise(told(), allowance, load_system(Purpose.SUMMARISE))
    assert len(model.asked) == 1


async def test_a_spent_budget_asks_nobody() -> None:
    model = Saying(json.dumps({"lines": GOOD}))
    allowance = Allowance(model=model, limits=Limits(conversation_micros=5), spent=Spent(conversation=5))
    with pytest.raises(BudgetSpent):
        await summarise(told(), allowance, load_system(Purpose.SUMMARISE))
    assert model.asked == []


def test_the_schema_is_one_that_strict_mode_takes() -> None:
    check_strict(lines_schema())
