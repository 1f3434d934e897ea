"""Playing with the demo shop from the command line."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console

from domain.errors import NotAllowed
from hub_connectors.sandbox.adapter import SandboxStore
from runtime.settings import Mode, read_settings
from web.seed import DEMO
from web.wiring import open_install

T = TypeVar("T")
app = typer.Typer(no_args_is_help=True)


@app.command("advance")
def advance(days: Annotated[int, typer.Argument(help="Days to move the shop's clock forward.")]) -> None:
    """Move the demo shop's clock: windows close, parcels arrive, refunds come through."""
    day = _play(lambda store: store.controls.advance(days=days))
    Console().print(f"In the demo shop it is now {day:%A %d %B %Y}.")


@app.command("reset")
def reset() -> None:
    """Put the demo customers back to their stories, around today."""
    _play(_reset)
    Console().print("The demo customers are as on the first day.")


async def _reset(store: SandboxStore) -> None:
    await store.controls.reset_clock()
    await store.controls.refresh_demo()


def _play(act: Callable[[SandboxStore], Awaitable[T]]) -> T:
    settings = read_settings()
    if settings.mode is not Mode.DEMO:
        raise NotAllowed("the demo shop can be played with in demo mode only")
    install = open_install(settings)

    async def run() -> T:
        store = await install.shops.get_sandbox(DEMO)
        assert isinstance(store, SandboxStore)
        return await act(store)

    try:
        return asyncio.run(run())
    finally:
        install.close()
