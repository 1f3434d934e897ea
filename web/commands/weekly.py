"""The weekly letter from the command line, for a scheduler; in the demo it lands in the mailbox page."""

import asyncio
from typing import Annotated

import typer
from rich.console import Console

from channels.mailbox import drop_letter
from domain.errors import NotAllowed
from domain.ids import MerchantId
from domain.team import Role
from records.episodes.figures import Wanted
from records.team import list_teammates
from runtime.settings import Mode, read_settings
from web.console.figures import count_all, make_spans
from web.console.sessions import console_path
from web.pages.speaking import make_speaker
from web.seed import DEMO
from web.weekly import WeeklyPage, write_weekly
from web.wiring import Install, open_install


def weekly(merchant: Annotated[str, typer.Option(help="Whose shop.")] = DEMO) -> None:
    """Write last week's figures to the shop's owners; a week is told once."""
    settings = read_settings()
    if settings.mode is not Mode.DEMO:
        raise NotAllowed("no outgoing mail is connected yet: the letter goes to the demo's mailbox only")
    install = open_install(settings)
    try:
        sent = asyncio.run(_write(install, MerchantId(merchant)))
    finally:
        install.close()
    Console().print(f"{sent} letter(s) written.")


async def _write(install: Install, merchant: MerchantId) -> int:
    shop, now, sent = await install.shops.get_shop(merchant), install.clock.now(), 0
    records, spans = install.database.merchant(merchant), make_spans(now.astimezone(shop.calendar.zone))
    counted = await records.read(lambda c: count_all(c, merchant, spans, Wanted(), now))
    team = await records.read(lambda c: list_teammates(c, merchant))
    for mate in (each for each in team if each.role is Role.OWNER):
        say = make_speaker(install.phrases, mate.language, shop.calendar)
        page = WeeklyPage(say=say, home=f"{install.settings.base_url}{console_path(merchant)}")
        letter = write_weekly(page, counted, spans, shop=shop.merchant.name, recipient=mate.email)
        sent += await records.write(lambda c, letter=letter: drop_letter(c, merchant, letter))  # type: ignore[misc]
    return sent
