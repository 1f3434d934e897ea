"""``aftercare knowledge policy``: the rules that content states, each with its sentence, beside the typed ones."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from domain.ids import MerchantId
from domain.languages import Language
from domain.policy import PolicySource, Proposer, ReturnPolicy
from knowledge.policy_comparison import Compared, compare, describe, rules_of, subject
from knowledge.policy_keeping import read_proposal, refresh_policy
from knowledge.policy_proposals import Asked, Proposed, list_drafts, merge
from knowledge.policy_reader import Proposal
from records.policies import find_newest
from runtime.database import Database

_DRAFT = (
    "Rules proposed by the model are drafts: they decide nothing, and --keep leaves them out. Read the sentence first."
)


def show_policy(
    database: Database,
    merchant: MerchantId,
    languages: Sequence[Language],
    *,
    drafted_in: Sequence[Language],
    asked: Asked,
    keep: bool,
) -> None:
    """Prints the rules, with a model's drafts from articles in ``drafted_in``.

    With ``keep`` those that patterns read become the next version read from content, unless nothing has changed.
    """
    console = Console()
    if asked.problem:
        console.print(f"The model read {asked.read} articles and then stopped: {asked.problem}.", markup=False)
    proposal = database.run_now(lambda c: read_proposal(c, merchant, languages), merchant, writes=False)
    drafts = database.run_now(lambda c: list_drafts(c, merchant, drafted_in), merchant, writes=False)
    typed = database.run_now(lambda c: find_newest(c, merchant, PolicySource.TYPED), merchant, writes=False)
    _print(console, proposal, merge(proposal, drafts), typed)
    if not keep:
        return
    kept = database.run_now(lambda c: refresh_policy(c, merchant, languages), merchant)
    console.print(f"Kept as version {kept.version} of the rules read from content." if kept else "Nothing has changed.")


def _print(console: Console, proposal: Proposal, proposed: Sequence[Proposed], typed: ReturnPolicy | None) -> None:
    if proposed:
        console.print(_table(proposal, proposed, typed))
    else:
        console.print("The articles state no return rules that could be read.")
    for conflict in proposal.conflicts:
        console.print(
            f"Also said of {conflict.rule} in {conflict.basis.article}: {conflict.basis.sentence}", markup=False
        )
    if any(each.by == (Proposer.MODEL,) for each in proposed):
        console.print(_DRAFT)


def _table(proposal: Proposal, proposed: Sequence[Proposed], typed: ReturnPolicy | None) -> Table:
    table = Table("Rule", "Read from content", "Typed policy", "Proposed by", "Article", "Sentence")
    there = {subject(rule): rule for rule in rules_of(typed)} if typed else {}
    for each in proposed:
        rule, draft = each.draft.rule, each.draft
        compared = Compared(read=rule, typed=there.get(subject(rule)))
        by = ", ".join(proposer.value for proposer in each.by)
        told = _typed(compared) if typed else "none"
        # Text, never markup: an article may hold brackets that would colour, or hide, what it says.
        table.add_row(rule.id, describe(rule), told, by, draft.article, Text(draft.sentence))
    said = {subject(each.draft.rule) for each in proposed}
    for compared in compare(proposal.policy, typed) if typed else ():
        if compared.read is None and compared.typed and subject(compared.typed) not in said:
            table.add_row(compared.typed.id, "not said", _typed(compared), "", "", "")
    return table


def _typed(compared: Compared) -> str:
    if compared.agrees:
        return "agrees"
    if compared.typed is None:
        return "DISAGREES: no such rule"
    told = describe(compared.typed)
    return f"DISAGREES: {told}" if compared.read else f"{told} (typed only)"
