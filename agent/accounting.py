"""What a turn leaves for the merchant to read: its trace, what models cost, and a note when a budget is spent."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy.engine import Connection

from agent.model.calls import ModelCall
from agent.turn import Shop, Turn
from records.cases import note_once
from records.spending import add_spending

BUDGET_SPENT = "model_budget_spent"


def write_trace(turn: Turn) -> str:
    """The steps with their times, and each call of a model with its prompt's version, tokens and cost."""
    steps = [
        {"name": each.name, "at_ms": each.at_ms, "took_ms": each.took_ms, "detail": each.detail}
        for each in turn.trace.steps
    ]
    body: dict[str, object] = {"ms": turn.trace.elapsed_ms, "steps": steps}
    if turn.allowance:
        body["model"] = [asdict(call) for call in turn.allowance.calls]
    return json.dumps(body, default=str)


def spending_day(now: datetime, shop: Shop) -> date:
    """The day that a budget counts: the shop's own, by the real clock."""
    return now.astimezone(shop.calendar.zone).date()


def count_calls(calls: Sequence[ModelCall]) -> dict[str, int]:
    """All calls together, as ``records.spending`` keeps them."""
    return {
        "calls": len(calls),
        "prompt_tokens": sum(call.usage.prompt for call in calls),
        "cached_tokens": sum(call.usage.cached for call in calls),
        "completion_tokens": sum(call.usage.completion for call in calls),
        "micros": sum(call.micros for call in calls),
    }


def keep_account(connection: Connection, turn: Turn, now: datetime) -> None:
    """What was spent, also by a turn that failed; the merchant is told once a day when the day's budget is spent."""
    allowance = turn.allowance
    if allowance is None:
        return
    merchant, conversation = turn.conversation.merchant, turn.conversation.id
    day = spending_day(now, turn.shop)
    if allowance.calls:
        add_spending(connection, merchant, conversation, day, count_calls(allowance.calls))
    if allowance.exhausted == "day":
        note_once(connection, merchant, conversation, reason=BUDGET_SPENT, body=json.dumps({"day": str(day)}), now=now)
