"""A brain that does its work: it understands as the embedded engine does and says what it is given to say.

The whole scenario suite runs through it, so that the path of a model is held to the decisions of the other engine.
"""

import json
from functools import cache
from typing import Any

from agent.model.calls import Purpose
from agent.understanding.embedded.classifier import IntentClassifier
from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.port import Heard, VisibleOption
from agent.understanding.schema import write_answer
from domain.commands import Slot
from domain.intents import Intent
from domain.languages import find_language
from tests.standins.openai.asked import Asked, Said, Structured, Text
from tests.standins.openai.brains.errands import name_gaps, read_policy, summarise
from tests.standins.openai.brains.scripted import say_least

_ERRANDS = {
    Purpose.SUMMARISE.value: summarise,
    Purpose.READ_POLICY.value: read_policy,
    Purpose.NAME_GAPS.value: name_gaps,
}


class Competent:
    """Answers from the data of the prompt alone, as a model must."""

    async def answer(self, asked: Asked) -> Said:
        data = read_data(asked)
        if asked.kind == Purpose.UNDERSTAND.value:
            understood = _engine().hear(read_heard(data))
            return Structured(value=json.loads(write_answer(understood.language.value, understood.commands)))
        if errand := _ERRANDS.get(asked.kind):
            return Structured(value=errand(data))
        if "say" in data:
            return Text(text=say(data))
        return say_least(asked)


def read_data(asked: Asked) -> Any:
    """The JSON between the marks of the last prompt that has any; an empty mapping when none has."""
    for message in reversed(asked.messages):
        if "<data>\n" in message.text:
            return json.loads(message.text.split("<data>\n", 1)[1].split("\n</data>", 1)[0])
    return {}


def read_heard(data: Any) -> Heard:
    return Heard(
        text=data["message"],
        language=find_language(data["conversation_language"]),
        asked=Slot(data["asked"]) if data["asked"] else None,
        yes_or_no=data["yes_or_no"],
        options=tuple(
            VisibleOption(id=each["id"], label=each["label"], hints=tuple(each["also"])) for each in data["options"]
        ),
        open_intents=tuple(Intent(each) for each in data["open"]),
        slots={Slot(each["slot"]): each["value"] for each in data["known"]},
    )


def say(data: Any) -> str:
    """The lines as they stand, each place kept."""
    return "\n".join(line["place"] if line["keep"] else line["text"] for line in data["say"])


@cache
def _engine() -> EmbeddedUnderstanding:
    return EmbeddedUnderstanding(IntentClassifier.load())
