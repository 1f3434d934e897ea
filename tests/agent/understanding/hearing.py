"""Hearing one message in a given state, for the tests of the engine."""

from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.port import Heard, Understood, VisibleOption
from domain.commands import Ask, Command, Slot
from domain.intents import Intent
from domain.languages import Language
from tests.agent.understanding.keywords import KeywordClassifier

EN, FR, ES, DE, IT, NL = Language.EN, Language.FR, Language.ES, Language.DE, Language.IT, Language.NL
RETURN, REFUND, TRACK = Intent.RETURN_OR_EXCHANGE, Intent.REFUND_STATUS, Intent.ORDER_TRACKING
INCIDENT, POLICY = Intent.DELIVERY_INCIDENT, Intent.POLICY_QUESTION
engine = EmbeddedUnderstanding(KeywordClassifier())


def hear(text: str, language: Language | None = None, **context: object) -> Understood:
    return engine.hear(Heard(text=text, language=language, **context))  # type: ignore[arg-type]


def said(text: str, language: Language | None = None, **context: object) -> tuple[Command, ...]:
    return hear(text, language, **context).commands


def asks(text: str, language: Language | None = None, **context: object) -> list[Intent]:
    return [each.intent for each in said(text, language, **context) if isinstance(each, Ask)]


RETURNING = {"open_intents": (RETURN,), "slots": {Slot.ORDER_NUMBER: "MA-104233", Slot.ITEM: "the jacket"}}
OPTIONS = (
    VisibleOption(id="line:1", label="Alba jacket, blue", hints=("veste",)),
    VisibleOption(id="line:2", label="Lena dress, green", hints=("robe",)),
    VisibleOption(id="line:3", label="Tova boots, brown"),
)
