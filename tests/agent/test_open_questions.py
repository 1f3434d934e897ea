"""A question that no article answers is kept with its turn, without what points to a person, and once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.anonymous import anonymise
from domain.gaps import Gap
from domain.languages import Language
from evals.stage import Stage, open_stage
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from records.gaps import list_gaps

OPEN = "what are your rules on bringing dogs into the shop?"


@pytest.fixture
async def stage(template: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path / "store", template=template) as made:
        yield made


async def kept(stage: Stage) -> tuple[Gap, ...]:
    return await stage.records.read(lambda c: list_gaps(c, stage.merchant))


async def test_an_open_question_is_kept_once_and_an_answered_one_not(stage: Stage) -> None:
    conversation = await stage.open(language=Language.EN)
    await stage.say(conversation, "how long do I have to return something?")
    assert await kept(stage) == ()
    await stage.say(conversation, OPEN)
    await stage.say(conversation, OPEN.upper())
    (gap,) = await kept(stage)
    assert (gap.question, gap.language, gap.conversation) == (OPEN, Language.EN, conversation)


async def test_the_customers_own_name_is_left_out(stage: Stage) -> None:
    customer = DEMO_CUSTOMERS[0]
    conversation = await stage.open(language=Language.EN, email=customer.email)
    first, *_ = customer.name.split()
    await stage.say(conversation, f"this is {first}: {OPEN}")
    assert all(first not in each.question for each in await kept(stage))
    assert len(await kept(stage)) == 1


@pytest.mark.parametrize(
    ("said", "language", "left"),
    [
        ("do you repair shoes", Language.EN, "do you repair shoes"),
        ("is there a size 42 in blue or 44 and more", Language.EN, "is there a size 42 in blue or 44 and more"),
        ("will the 2026 calendar come in 3 colours", Language.EN, "will the 2026 calendar come in 3 colours"),
        ("what does A1B2C3D4 on the box mean", Language.EN, "what does … on the box mean"),
        ("my name is Marie Dupont, do you repair shoes", Language.EN, "my name is …, do you repair shoes"),
        ("je m'appelle Paul Martin, réparez-vous les sacs ?", Language.FR, "je m'appelle …, réparez-vous les sacs ?"),
        ("write to a.b@example.org or c@example.org about dogs", Language.EN, "write to … or … about dogs"),
        ("order #104233 and MA-104234: can dogs wear it", Language.EN, "order … and …: can dogs wear it"),
        ("call 06 12 34 56 78 about the lamp", Language.EN, "call … about the lamp"),
        ("look at https://me.example/marie please", Language.EN, "look at … please"),
        ("IBAN FR76 3000 6000 0112 3456 7890 189 ok?", Language.EN, "IBAN … ok?"),
    ],
)
def test_what_points_to_a_person_is_taken_out(said: str, language: Language, left: str) -> None:
    assert anonymise(said, language) == left


def test_an_address_goes_as_a_whole() -> None:
    left = anonymise("do you deliver to 12 rue des Lilas, 69003 Lyon by bike", Language.FR)
    assert "Lilas" not in left
    assert "69003" not in left


def test_names_on_record_go_whatever_their_case_and_words_around_stay() -> None:
    assert (
        anonymise("ann's candle, ANN and annual sales", Language.EN, known=["Ann"]) == "…'s candle, … and annual sales"
    )


def test_a_long_message_is_kept_in_part() -> None:
    assert len(anonymise("do you repair shoes " * 100, Language.EN)) <= 300
