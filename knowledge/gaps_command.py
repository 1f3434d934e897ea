"""``aftercare knowledge gaps``: what shoppers asked and no article answered, the same question gathered into one."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from domain.errors import ModelProblem
from domain.gaps import GapNames
from domain.ids import MerchantId
from domain.languages import Language
from knowledge.embeddings import WordVectors
from knowledge.gaps import GapGroup, group_gaps, name_groups
from records.gaps import list_gaps
from runtime.database import Database

_EXAMPLES = 3


async def show_gaps(
    database: Database, merchant: MerchantId, language: Language | None, names: GapNames | None
) -> None:
    """Prints the groups, the one with the newest question first; a model names them where there is one."""
    console = Console()
    gaps = await database.merchant(merchant).read(lambda c: list_gaps(c, merchant, language))
    if not gaps:
        console.print("No open questions: shoppers asked nothing yet that the articles do not answer.")
        return
    groups = group_gaps(gaps, WordVectors())
    if names:
        try:
            groups = await name_groups(groups, names)
        except ModelProblem as problem:
            told = problem.detail or problem.code
            console.print(f"The model gave no names ({told}); each group has its own words.", markup=False)
    console.print(_table(groups))


def _table(groups: Sequence[GapGroup]) -> Table:
    """Shoppers' words as text, never as markup."""
    table = Table("Open question", "Named by", "Language", "Conversations", "Last asked", "Also asked as")
    for group in groups:
        others = [each for each in group.questions if each != group.name][:_EXAMPLES]
        table.add_row(
            Text(group.name),
            "model" if group.named_by_model else "its words",
            group.language.value,
            str(group.conversations),
            f"{group.newest:%Y-%m-%d}",
            Text("\n".join(others)),
        )
    return table
