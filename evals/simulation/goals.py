"""What simulated shoppers want, over all skills; each goal is proved by records and receipts, never by words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.intents import Intent

FIRST_CLASS = ("en", "fr")
OTHERS = ("es", "de", "it", "nl")


class Mood(StrEnum):
    """How a shopper writes."""

    BRIEF = "brief"
    CHATTY = "chatty"
    ANGRY = "angry"
    CONFUSED = "confused"


class Proof(StrEnum):
    """What must hold afterwards; ``proofs.py`` looks it up."""

    RETURN_MADE = "return_made"
    DECIDED = "decided"
    REFUSED = "refused"
    EXCHANGE_MADE = "exchange_made"
    RETURN_TOLD = "return_told"
    PARCEL_TOLD = "parcel_told"
    LOSS_TOLD = "loss_told"
    CLAIM_TOLD = "claim_told"
    STATEMENT_KEPT = "statement_kept"
    CHOICE_KEPT = "choice_kept"
    NOTHING_KEPT = "nothing_kept"
    RULE_QUOTED = "rule_quoted"
    NOTHING_QUOTED = "nothing_quoted"
    PERSON_CAME = "person_came"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """``draws`` are the states of a customer's things that fit, one picked by chance; none: anybody, not signed in."""

    id: str
    skill: str
    intent: Intent
    proof: Proof
    draws: tuple[dict[str, Any], ...] = ()
    languages: tuple[str, ...] = FIRST_CLASS


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One goal in one language and mood; it is run several times with other customers and words."""

    goal: Goal
    language: str
    mood: Mood

    @property
    def id(self) -> str:
        return f"{self.goal.skill}/{self.goal.id}/{self.language}/{self.mood.value}"


def _decisions(*reasons: str) -> tuple[dict[str, Any], ...]:
    return tuple({"decision": each} for each in reasons)


_TAIL = (
    "window_passed",
    "final_sale",
    "excluded_category",
    "excluded_tag",
    "region_excluded",
    "not_delivered",
    "already_returned",
    "return_open",
    "cancelled",
)
_INSIDE: tuple[dict[str, Any], ...] = (
    *_decisions("within_window", "within_window"),
    {"decision": "within_window", "country": "GB"},
    {"decision": "within_window", "country": "US"},
    {"decision": "within_window", "partly": True},
)
_MOVING = ("label_created", "in_transit", "out_for_delivery", "awaiting_pickup", "delivered", "exception", "unknown")
_SETTLED = ("investigating", "accepted", "paid", "rejected")
_RETURNED = ("received", "refunded", "in_transit", "approved", "rejected")

GOALS: tuple[Goal, ...] = (
    Goal(
        id="return-eligible",
        skill="returns",
        intent=Intent.RETURN_OR_EXCHANGE,
        proof=Proof.RETURN_MADE,
        draws=_INSIDE,
        languages=FIRST_CLASS + OTHERS,
    ),
    Goal(
        id="return-credit",
        skill="returns",
        intent=Intent.RETURN_OR_EXCHANGE,
        proof=Proof.DECIDED,
        draws=_decisions("credit_or_exchange", "delivery_unknown", "provider_refused"),
    ),
    Goal(
        id="return-refused",
        skill="returns",
        intent=Intent.RETURN_OR_EXCHANGE,
        proof=Proof.REFUSED,
        draws=_decisions(*_TAIL),
    ),
    Goal(
        id="exchange-size",
        skill="returns",
        intent=Intent.RETURN_OR_EXCHANGE,
        proof=Proof.EXCHANGE_MADE,
        draws=_decisions("within_window"),
    ),
    Goal(
        id="gift-return",
        skill="returns",
        intent=Intent.RETURN_OR_EXCHANGE,
        proof=Proof.DECIDED,
        draws=_decisions("gift_recipient"),
    ),
    Goal(
        id="refund-status",
        skill="returns",
        intent=Intent.REFUND_STATUS,
        proof=Proof.RETURN_TOLD,
        draws=tuple({"returned": each} for each in _RETURNED),
        languages=FIRST_CLASS + OTHERS,
    ),
    Goal(
        id="parcel-where",
        skill="tracking",
        intent=Intent.ORDER_TRACKING,
        proof=Proof.PARCEL_TOLD,
        draws=tuple({"parcel": each} for each in _MOVING),
        languages=FIRST_CLASS + OTHERS,
    ),
    Goal(
        id="parcel-lost",
        skill="tracking",
        intent=Intent.DELIVERY_INCIDENT,
        proof=Proof.LOSS_TOLD,
        draws=({"parcel": "lost"},),
    ),
    Goal(
        id="claim-status",
        skill="claims",
        intent=Intent.CLAIM_OR_INVESTIGATION,
        proof=Proof.CLAIM_TOLD,
        draws=tuple({"claim": each} for each in _SETTLED),
    ),
    Goal(
        id="claim-statement",
        skill="claims",
        intent=Intent.CLAIM_OR_INVESTIGATION,
        proof=Proof.STATEMENT_KEPT,
        draws=({"claim": "awaiting_shopper"},),
    ),
    Goal(
        id="delivery-again",
        skill="incidents",
        intent=Intent.DELIVERY_INCIDENT,
        proof=Proof.CHOICE_KEPT,
        draws=({"incident": "awaiting_shopper"},),
    ),
    Goal(
        id="delivery-declined",
        skill="incidents",
        intent=Intent.DELIVERY_INCIDENT,
        proof=Proof.NOTHING_KEPT,
        draws=({"incident": "awaiting_shopper"},),
    ),
    Goal(id="question-known", skill="questions", intent=Intent.POLICY_QUESTION, proof=Proof.RULE_QUOTED),
    Goal(id="question-unknown", skill="questions", intent=Intent.POLICY_QUESTION, proof=Proof.NOTHING_QUOTED),
    Goal(
        id="person-wanted",
        skill="handover",
        intent=Intent.HUMAN_HANDOFF,
        proof=Proof.PERSON_CAME,
        languages=FIRST_CLASS + OTHERS,
    ),
)


def list_tasks(only: str = "") -> list[Task]:
    """Every goal in every mood in English and French; in the other languages briefly and confused."""
    return [task for task in _all_tasks() if task.id.startswith(only)]


def _all_tasks() -> Iterator[Task]:
    for goal in GOALS:
        for language in goal.languages:
            for mood in Mood if language in FIRST_CLASS else (Mood.BRIEF, Mood.CONFUSED):
                yield Task(goal=goal, language=language, mood=mood)
