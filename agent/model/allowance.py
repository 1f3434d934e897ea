"""What one turn may ask of a model: until when, and for how much; it keeps account of what was asked."""

from dataclasses import dataclass, field
from time import monotonic

from agent.model.calls import Hear, Model, ModelCall, Prompt
from domain.errors import BudgetSpent, ModelUnavailable

_LEAST_SECONDS = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``turn_seconds`` for all calls of a turn; budgets in millionths of the currency, None without a limit."""

    turn_seconds: float = 8.0
    conversation_micros: int | None = None
    day_micros: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Before this turn, in millionths of the currency: by the conversation, and by the merchant today."""

    conversation: int = 0
    day: int = 0


@dataclass(slots=True, kw_only=True)
class Allowance:
    """One turn's; ``ask`` raises BudgetSpent or ModelUnavailable without calling anybody when it is used up."""

    model: Model
    limits: Limits
    spent: Spent
    calls: list[ModelCall] = field(default_factory=list)
    until: float = 0.0

    def __post_init__(self) -> None:
        self.until = monotonic() + self.limits.turn_seconds

    @property
    def exhausted(self) -> str:
        """Which budget is spent: ``conversation``, ``day`` or none, ""."""
        now = sum(call.micros for call in self.calls)
        limits = self.limits
        if limits.conversation_micros is not None and self.spent.conversation + now >= limits.conversation_micros:
            return "conversation"
        if limits.day_micros is not None and self.spent.day + now >= limits.day_micros:
            return "day"
        return ""

    async def ask(self, prompt: Prompt, *, hear: Hear | None = None) -> str:
        if which := self.exhausted:
            raise BudgetSpent(f"the budget of the {which} is spent")
        left = self.until - monotonic()
        if left < _LEAST_SECONDS:
            raise ModelUnavailable("the turn's time is over")
        return await self.model.ask(prompt, seconds=left, account=self.calls, hear=hear)
