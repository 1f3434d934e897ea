"""Who understands and words in this install: the embedded engine, or a model with the embedded engine behind it."""

from dataclasses import dataclass

from agent.model.allowance import Limits
from agent.model.calls import Model, Purpose
from agent.model.chain import ModelChain
from agent.model.endpoint import Endpoint
from agent.model.prices import Price
from agent.model.prompts import load_system
from agent.understanding.embedded.classifier import IntentClassifier
from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.model import ModelUnderstanding
from agent.understanding.port import Understanding
from agent.wording.embedded import PhraseWording
from agent.wording.model import ModelWording
from agent.wording.port import Wording
from runtime.settings import Settings
from skills.registry import list_manifests

_ABOUT = "the customer agent of an online shop, which helps with everything after checkout"
_NO_KEY = "none"
_MICROS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """``model`` is None when none is configured."""

    understanding: Understanding
    wording: Wording
    model: Model | None
    limits: Limits


def open_engines(settings: Settings) -> Engines:
    """A key or a base URL turns the model on; nothing of it is loaded before the first call."""
    embedded = EmbeddedUnderstanding(IntentClassifier.load())
    model = open_model(settings)
    if model is None:
        return Engines(understanding=embedded, wording=PhraseWording(), model=None, limits=Limits())
    return Engines(
        understanding=ModelUnderstanding(embedded, load_system(Purpose.UNDERSTAND, about=_ABOUT, topics=list_topics())),
        wording=ModelWording(load_system(Purpose.WORD, about=_ABOUT)),
        model=model,
        limits=open_limits(settings),
    )


def open_model(settings: Settings) -> ModelChain | None:
    """None without a key or a base URL."""
    if not settings.openai_api_key and not settings.openai_base_url:
        return None
    return ModelChain(
        _endpoints(settings),
        prices={name: Price(**price.model_dump()) for name, price in settings.model_prices.items()},
        rest_seconds=settings.model_rest_seconds,
    )


def open_limits(settings: Settings) -> Limits:
    return Limits(
        turn_seconds=settings.model_turn_seconds,
        conversation_micros=_micros(settings.model_budget_conversation),
        day_micros=_micros(settings.model_budget_day),
    )


def list_topics() -> str:
    """One line per skill: its intents, when it serves and when not."""
    return "\n".join(
        f"- {', '.join(intent.value for intent in each.intents)}: {each.when} Not when: {each.when_not}"
        for each in list_manifests()
    )


def _endpoints(settings: Settings) -> list[Endpoint]:
    key = settings.openai_api_key or _NO_KEY
    first = Endpoint(name="first", base_url=settings.openai_base_url, key=key, model=settings.model)
    if settings.model_reserve is None and settings.model_reserve_base_url is None:
        return [first]
    reserve = Endpoint(
        name="reserve",
        base_url=settings.model_reserve_base_url or settings.openai_base_url,
        key=settings.model_reserve_api_key or key,
        model=settings.model_reserve or settings.model,
    )
    return [first, reserve]


def _micros(amount: float | None) -> int | None:
    return None if amount is None else round(amount * _MICROS)
