"""What tokens cost: a table of settings, per model, in millionths of the currency."""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.model.calls import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Per million tokens, in the currency of the budget."""

    prompt: float
    completion: float
    cached: float | None = None


def cost_of(usage: Usage, price: Price | None) -> int:
    """Millionths of the currency, rounded up; 0 for a model without a price, as one that runs on own machines."""
    if price is None:
        return 0
    cached = price.prompt if price.cached is None else price.cached
    exact = (usage.prompt - usage.cached) * price.prompt + usage.cached * cached + usage.completion * price.completion
    return int(-(-exact // 1))


def find_price(model: str, prices: Mapping[str, Price]) -> Price | None:
    """The price of the longest name that the model's begins with: ``gpt-4.1`` also serves a dated release of it."""
    fitting = [name for name in prices if model.startswith(name)]
    return prices[max(fitting, key=len)] if fitting else None
