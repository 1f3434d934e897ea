"""What the path of a model asks no model for, and whose words two wishes of one message keep."""

import pytest

from agent.model.allowance import Allowance, Limits, Spent
from agent.model.calls import Hear, ModelCall, Prompt
from agent.model.prompts import System
from agent.understanding.embedded.classifier import IntentClassifier
from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.model import ModelUnderstanding, settles
from agent.understanding.port import Heard, VisibleOption
from agent.understanding.schema import write_answer
from domain.commands import Ask, Slot
from domain.intents import Intent

ENGINE = EmbeddedUnderstanding(IntentClassifier.load())
PERSON = (VisibleOption(id="person", label="Talk to a person"),)


def settled(text: str, **context: object) -> bool:
    heard = Heard(text=text, **context)  # type: ignore[arg-type]
    return settles(ENGINE.hear(heard), heard)


@pytest.mark.parametrize("text", ["thanks!", "hello there", "merci, bonne soirée", "perfect thanks", "ok, bye"])
def test_small_talk_alone_needs_no_model(text: str) -> None:
    assert settled(text, options=PERSON, yes_or_no=True)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("jo@example.com", Slot.EMAIL),
        ("my email is jo@example.com", Slot.EMAIL),
        ("MA-104233", Slot.EMAIL),
        ("+44 7700 900002", Slot.CODE),
        ("order MA-104233 please", Slot.ORDER_NUMBER),
        ("SW1A 1AA", Slot.POSTCODE),
    ],
)
def test_a_value_that_was_asked_for_needs_no_model(text: str, asked: Slot) -> None:
    assert settled(text, asked=asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("jo@example.com but I never got the jacket", Slot.EMAIL),
        ("jo@example.com", None),
        ("MA-104233", Slot.ITEM),
        ("thanks, and where is my parcel?", None),
        ("the blue one", Slot.ITEM),
        ("are you a robot?", None),
    ],
)
def test_anything_beside_it_is_for_the_model(text: str, asked: Slot | None) -> None:
    assert not settled(text, asked=asked)


class Saying:
    """A model with one answer."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        return self.answer

    async def warm(self) -> None: ...

    async def close(self) -> None: ...


async def test_two_wishes_keep_the_words_that_asked_for_each() -> None:
    wishes = (Ask(intent=Intent.ORDER_TRACKING), Ask(intent=Intent.POLICY_QUESTION))
    allowance = Allowance(model=Saying(write_answer("en", wishes)), limits=Limits(), spent=Spent())
    understanding = ModelUnderstanding(ENGINE, System(text="Read.", version="understand@0:0"))
    heard = Heard(text="Where is my parcel? And how long do I have to return something?")
    understood = await understanding.understand(heard, allowance)
    assert understood.engine == "model"
    assert [each.text for each in understood.commands if isinstance(each, Ask)] == [
        "Where is my parcel?",
        "And how long do I have to return something?",
    ]
