"""Serving: migrate, seed the demo shop when the store is empty, then answer requests."""

import asyncio
from typing import Annotated

import typer
import uvicorn
from rich.console import Console

from runtime.database import Database
from runtime.log import configure_log
from runtime.migrations import migrate
from runtime.settings import Mode, read_settings
from web.seed import seed_demo

_OPEN_STREAMS_SECONDS = 3


def serve(
    port: Annotated[int | None, typer.Option(help="Where to listen; PORT and 8000 otherwise.")] = None,
    host: Annotated[str | None, typer.Option(help="Demo mode serves this machine only.")] = None,
) -> None:
    """Serve the agent, the web chat and the demo shop."""
    settings = read_settings(port=port, host=host)
    configure_log(settings.log_level)
    database = Database(settings.database)
    prepare(database, demo=settings.mode is Mode.DEMO)
    database.close()
    from web.app import build_app
    from web.wiring import open_install

    app = build_app(open_install(settings))
    Console().print(f"Aftercare is ready at [bold]{settings.base_url}[/bold]  (Ctrl+C stops it)")
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_OPEN_STREAMS_SECONDS,
    )


def migrate_only() -> None:
    """Bring the database to this release, and nothing else."""
    settings = read_settings()
    database = Database(settings.database)
    Console().print("Migrated." if migrate(database) else "Already current.")
    database.close()


def prepare(database: Database, *, demo: bool) -> None:
    """Migrates, and seeds the demo shop into an empty demo store."""
    migrate(database)
    if demo:
        asyncio.run(seed_demo(database))
