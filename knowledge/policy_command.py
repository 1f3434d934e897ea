"""``aftercare knowledge policy``: the rules that content states, each with its sentence, beside the typed ones."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from domain.ids import MerchantId
from domain.languages import Language
from domain.policy import PolicySource, ReturnPolicy
from knowledge.policy_comparison import Compared, compare, describe, rules_of
from knowledge.policy_keeping import read_proposal, refresh_policy
from knowledge.policy_reader import Proposal
from records.policies import find_newest
from runtime.database import Database


def show_policy(database: Database, merchant: MerchantId, languages: Sequence[Language], *, keep: bool) -> None:
    """Prints the rules; with ``keep`` they become the next version read from content, unless nothing has changed."""
    proposal = database.run_now(lambda c: read_proposal(c, merchant, languages), merchant, writes=False)
    typed = database.run_now(lambda c: find_newest(c, merchant, PolicySource.TYPED), merchant, writes=False)
    console = Console()
    if rules_of(proposal.policy):
        console.print(_table(proposal, typed))
    else:
        console.print("The articles state no return rules that could be read.")
    for conflict in proposal.conflicts:
        console.print(
            f"Also said of {conflict.rule} in {conflict.basis.article}: {conflict.basis.sentence}", markup=False
        )
    if not keep:
        return
    kept = database.run_now(lambda c: refresh_policy(c, merchant, languages), merchant)
    console.print(f"Kept as version {kept.version} of the rules read from content." if kept else "Nothing has changed.")


def _table(proposal: Proposal, typed: ReturnPolicy | None) -> Table:
    table = Table("Rule", "Read from content", "Typed policy", "Article", "Sentence")
    if typed:
        compared = compare(proposal.policy, typed)
    else:
        compared = [Compared(read=rule, typed=None) for rule in rules_of(proposal.policy)]
    for each in compared:
        rule = each.read or each.typed
        assert rule is not None
        basis = proposal.basis.get(rule.id) if each.read else None
        table.add_row(
            rule.id,
            describe(each.read) if each.read else "not said",
            _typed(each) if typed else "none",
            basis.article if basis else "",
            basis.sentence if basis else "",
        )
    return table


def _typed(compared: Compared) -> str:
    if compared.agrees:
        return "agrees"
    if compared.typed is None:
        return "DISAGREES: no such rule"
    told = describe(compared.typed)
    return f"DISAGREES: {told}" if compared.read else f"{told} (typed only)"
