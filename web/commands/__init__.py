"""The command line, one module per command or family of commands."""

import sys

import typer
from rich.console import Console

from domain.errors import AppError
from knowledge.commands import app as knowledge
from web.commands import chat, demo, evaluate, looking, route, serve, standins, weekly
from web.learning import open_helpers

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
app.command("serve")(serve.serve)
app.command("migrate")(serve.migrate_only)
app.command("chat")(chat.chat)
app.command("route")(route.route)
app.command("skills")(looking.skills)
app.command("trace")(looking.trace)
app.command("weekly")(weekly.weekly)
app.command("eval")(evaluate.evaluate)
app.command("standins")(standins.standins)
app.add_typer(knowledge, name="knowledge", help="Add, list, remove and search what the agent may quote.")
app.add_typer(demo.app, name="demo", help="Play with the sandbox store: advance its clock, reset it.")


def main() -> None:
    """Errors that somebody can act on are one sentence, not a traceback."""
    try:
        app(obj=open_helpers)
    except AppError as error:
        Console(stderr=True).print(f"[red]{error.code}[/red]: {error.detail or error.code}")
        sys.exit(1)
