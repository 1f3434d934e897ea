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
from domain.policy.proposals import PolicyProposals, Proposer, Rule, RuleDraft

__all__ = [
    "CountsFrom",
    "Decision",
    "Exclusion",
    "ExclusionKind",
    "Fee",
    "Offer",
    "PolicyProposals",
    "PolicySource",
    "Proposer",
    "Reason",
    "Receipt",
    "Region",
    "ReturnPolicy",
    "Rule",
    "RuleDraft",
    "RuleResult",
    "Verdict",
    "Window",
    "decide",
]
