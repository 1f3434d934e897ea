"""The merchant's return policy as typed rules, and the decision per order line with its receipt."""

from domain.policy.decide import decide
from domain.policy.decision import Decision, Offer, Reason, Receipt, RuleResult, Verdict
from domain.policy.model import (
    CountsFrom,
    Exclusion,
    ExclusionKind,
    Fee,
    PolicySource,
    Region,
    ReturnPolicy,
    Window,
)

__all__ = [
    "CountsFrom",
    "Decision",
    "Exclusion",
    "ExclusionKind",
    "Fee",
    "Offer",
    "PolicySource",
    "Reason",
    "Receipt",
    "Region",
    "ReturnPolicy",
    "RuleResult",
    "Verdict",
    "Window",
    "decide",
]
