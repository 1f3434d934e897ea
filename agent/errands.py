"""What a merchant has a model do outside of conversations: read articles, name groups; it counts in the budget."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date

from agent.accounting import count_calls
from agent.model.allowance import Allowance, Limits, Spent
from agent.model.calls import Model
from domain.ids import ConversationId, MerchantId
from records.spending import add_spending, find_spent
from runtime.database import Scope

_OF_NO_CONVERSATION = ConversationId("")
_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Errands:
    """One merchant's; nobody waits in a chat, so an errand has a minute. ``today`` is the day that a budget counts."""

    model: Model
    limits: Limits
    records: Scope
    merchant: MerchantId
    today: Callable[[], date]

    @asynccontextmanager
    async def allow(self) -> AsyncIterator[Allowance]:
        """An allowance for one errand; what was spent is kept even when the errand fails."""
        merchant, day = self.merchant, self.today()
        _, spent = await self.records.read(lambda c: find_spent(c, merchant, _OF_NO_CONVERSATION, day))
        limits = replace(self.limits, turn_seconds=_SECONDS, conversation_micros=None)
        allowance = Allowance(model=self.model, limits=limits, spent=Spent(conversation=0, day=spent))
        try:
            yield allowance
        finally:
            if allowance.calls:
                counts = count_calls(allowance.calls)
                await self.records.write(lambda c: add_spending(c, merchant, _OF_NO_CONVERSATION, day, counts))
