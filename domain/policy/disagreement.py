"""Where the typed policy and the returns provider disagree: a written table, never an improvisation.

An advisory answer alone never refuses. A binding refusal of what the policy allows is not argued with the shopper: a
person looks, and the merchant gets a note. A policy that refuses stands even when the provider would accept, because
the merchant typed it; the note tells them that the provider is set more generously.
"""

from dataclasses import dataclass

from domain.policy.decision import Reason, Verdict
from domain.returns import Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """``verdict`` and ``reason`` None keep the policy's; ``portal`` shows the link; ``note`` goes to the merchant."""

    verdict: Verdict | None = None
    reason: Reason | None = None
    portal: bool = False
    note: str | None = None


_KEEP_YES = Ruling(portal=True)
_KEEP_NO = Ruling()
_PORTAL_DECIDES = Ruling(portal=True)

RULINGS: dict[tuple[Verdict, Authority, bool], Ruling] = {
    (Verdict.ELIGIBLE, Authority.BINDING, True): _KEEP_YES,
    (Verdict.ELIGIBLE, Authority.BINDING, False): Ruling(
        verdict=Verdict.UNKNOWN, reason=Reason.PROVIDER_REFUSED, note="provider_stricter_than_policy"
    ),
    (Verdict.ELIGIBLE, Authority.ADVISORY, True): _KEEP_YES,
    (Verdict.ELIGIBLE, Authority.ADVISORY, False): Ruling(portal=True, note="provider_doubts_policy"),
    (Verdict.REFUSED, Authority.BINDING, True): Ruling(note="policy_stricter_than_provider"),
    (Verdict.REFUSED, Authority.BINDING, False): _KEEP_NO,
    (Verdict.REFUSED, Authority.ADVISORY, True): Ruling(note="policy_stricter_than_provider"),
    (Verdict.REFUSED, Authority.ADVISORY, False): _KEEP_NO,
    (Verdict.UNKNOWN, Authority.BINDING, True): Ruling(
        verdict=Verdict.ELIGIBLE, reason=Reason.WITHIN_WINDOW, portal=True
    ),
    (Verdict.UNKNOWN, Authority.BINDING, False): Ruling(verdict=Verdict.REFUSED, reason=Reason.PROVIDER_REFUSED),
    (Verdict.UNKNOWN, Authority.ADVISORY, True): _PORTAL_DECIDES,
    (Verdict.UNKNOWN, Authority.ADVISORY, False): _KEEP_NO,
}


def rule_on(verdict: Verdict, authority: Authority, eligible: bool | None) -> Ruling:
    """The table's row; without an answer of the provider the policy stands alone."""
    if authority is Authority.NONE or eligible is None:
        return Ruling(portal=verdict is Verdict.ELIGIBLE)
    return RULINGS[verdict, authority, eligible]
