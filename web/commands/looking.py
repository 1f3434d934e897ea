"""Looking at an install: which skills are Active and why not, and how a turn came to its reply."""

import asyncio
import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from agent.readiness import find_readiness
from domain.blocks import Phrase
from domain.ids import ConversationId, MerchantId
from domain.languages import Language
from records.traces import list_traces
from runtime.settings import read_settings
from skills.registry import list_manifests
from web.seed import DEMO
from web.wiring import open_install

MerchantOption = Annotated[str, typer.Option(help="Whose shop.")]


def skills(merchant: MerchantOption = DEMO, lang: str = "en") -> None:
    """List the skills: Active, or Unavailable (answers policy only), with the cause and where it is mended."""
    install = open_install(read_settings())
    shop = asyncio.run(install.shops.get_shop(MerchantId(merchant)))
    calendar = shop.calendar

    def say(key: str) -> str:
        phrase = Phrase(key=key)
        return install.phrases.say(phrase, language=Language(lang), zone=calendar.zone, today=calendar.today()).text

    table = Table("Skill", "State", "Why", "Fix", title=shop.merchant.name)
    for manifest in list_manifests():
        readiness = find_readiness(manifest, shop)
        why = [say(each.phrase) for each in readiness.unmet]
        state = "[green]Active[/green]" if readiness.active else "[yellow]Unavailable (answers policy only)[/yellow]"
        fixes = [f"/console/{merchant}/{each.fix}" for each in readiness.unmet]
        table.add_row(manifest.name, state, "\n".join(why), "\n".join(fixes))
    Console().print(table)
    install.close()


def trace(conversation: str, merchant: MerchantOption = DEMO) -> None:
    """Print how each turn of a conversation came to its reply."""
    install = open_install(read_settings())
    records = install.database.merchant(MerchantId(merchant))
    kept = asyncio.run(records.read(lambda c: list_traces(c, MerchantId(merchant), ConversationId(conversation))))
    console = Console()
    for each in kept:
        body = json.loads(each.body)
        console.rule(f"{each.at:%Y-%m-%d %H:%M:%S} UTC, {body['ms']} ms")
        for step in body["steps"]:
            detail = json.dumps(step["detail"], ensure_ascii=False)
            console.print(f"{step['at_ms']:8.2f} ms  [bold]{step['name']:<11}[/bold] {detail}", soft_wrap=True)
    if not kept:
        console.print("No turns in this conversation.")
    install.close()
