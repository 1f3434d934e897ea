"""The models this stand-in knows, and what each takes: a client must not depend on one family's habits.

Names and families from the reference page "Models" and the deprecation list in the SDK's types.
"""

from dataclasses import dataclass

from tests.standins.openai.refusing import no_model, wrong_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """``reasons`` models take max_completion_tokens only, no temperature and no stop (guide "Reasoning models")."""

    id: str
    reasons: bool = False
    window: int = 128_000
    longest_answer: int = 16_384
    dimensions: int = 0
    shrinks: bool = False

    @property
    def embeds(self) -> bool:
        return self.dimensions > 0


_ALL = (
    Model(id="gpt-6-luna", reasons=True, window=400_000, longest_answer=128_000),
    Model(id="gpt-5.6-luna", reasons=True, window=400_000, longest_answer=128_000),
    Model(id="gpt-5.4-mini", reasons=True, window=400_000, longest_answer=128_000),
    Model(id="gpt-5-mini", reasons=True, window=400_000, longest_answer=128_000),
    Model(id="o4-mini", reasons=True, window=200_000, longest_answer=100_000),
    Model(id="gpt-4.1", window=1_047_576, longest_answer=32_768),
    Model(id="gpt-4.1-mini", window=1_047_576, longest_answer=32_768),
    Model(id="gpt-4o"),
    Model(id="gpt-4o-mini"),
    Model(id="text-embedding-3-small", window=8_192, dimensions=1_536, shrinks=True),
    Model(id="text-embedding-3-large", window=8_192, dimensions=3_072, shrinks=True),
    Model(id="text-embedding-ada-002", window=8_192, dimensions=1_536),
)
MODELS = {model.id: model for model in _ALL}


def get_model(name: object, *, embeds: bool = False) -> Model:
    """The model, or Refused: guide "Error codes" (404 model_not_found); the wrong kind of model is refused too."""
    if not isinstance(name, str):
        raise wrong_type("model", "a string", name)
    model = MODELS.get(name)
    if model is None or model.embeds is not embeds:
        raise no_model(name)
    return model
