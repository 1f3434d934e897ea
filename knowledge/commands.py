"""``aftercare knowledge``: adds, lists, removes and searches what the agent may quote."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from domain.errors import ContentUnreadable
from domain.ids import ArticleId, MerchantId
from domain.knowledge import Findings, Hit
from domain.languages import Language, find_language
from knowledge.adding import Added, prepare
from knowledge.chroma import VectorFolder
from knowledge.drafts import Draft
from knowledge.embeddings import WordVectors
from knowledge.gaps_command import show_gaps
from knowledge.learning import Helpers, OpenHelpers
from knowledge.library import Library
from knowledge.patience import Patience
from knowledge.policy_command import show_policy
from knowledge.policy_keeping import READ, keep_and_read, withdraw_and_read
from knowledge.policy_proposals import Asked, ask_for_drafts
from knowledge.readers import read_path, readable
from knowledge.readers.web import read_page
from records.articles.queries import list_articles
from runtime.database import Database
from runtime.migrations import migrate
from runtime.settings import Settings, read_settings

app = typer.Typer(no_args_is_help=True)

_BATCH = 200
MerchantOption = Annotated[str, typer.Option(help="Whose knowledge.")]
LangOption = Annotated[str, typer.Option(help="Language where the source does not say, or of the question.")]


@app.command("add")
def add(
    sources: Annotated[
        list[str], typer.Argument(help="Files, folders, web pages, or .jsonl of {pid, title, text, lang}.")
    ],
    merchant: MerchantOption = "maison-alder",
    lang: LangOption = "en",
) -> None:
    """Add articles, or replace those that have changed; their old passages go in the same step."""
    drafts = [draft for source in sources for draft in _read(source)]
    with _opened() as (settings, database), Patience("Adding", len(drafts)) as patience:
        added: list[Added] = []
        for start in range(0, len(drafts), _BATCH):
            rows = prepare(
                drafts[start : start + _BATCH],
                embedder=WordVectors(),
                language=_language(lang),
                today=datetime.now(UTC).date(),
                noted=patience.advance,
            )
            added += database.run_now(
                partial(keep_and_read, merchant=MerchantId(merchant), rows=rows), MerchantId(merchant)
            )
    changed = sum(each.changed for each in added)
    Console().print(f"{changed} articles added or replaced, {len(added) - changed} unchanged, in {settings.data}.")


@app.command("list")
def list_all(merchant: MerchantOption = "maison-alder") -> None:
    """List the articles with their versions."""
    with _opened() as (_, database):
        lines = database.run_now(lambda c: list_articles(c, MerchantId(merchant)), MerchantId(merchant), writes=False)
    table = Table("Article", "Language", "Title", "Version", "Updated", "Source")
    for line in lines:
        table.add_row(
            line.id, line.language.value, line.title, str(line.version), line.updated.isoformat(), line.source
        )
    Console().print(table if lines else "There are no articles yet. Add some with: aftercare knowledge add PATH")


@app.command("remove")
def remove(
    article: Annotated[str, typer.Argument(help="The article's id, as listed.")],
    merchant: MerchantOption = "maison-alder",
    lang: Annotated[str | None, typer.Option(help="Only in this language.")] = None,
) -> None:
    """Remove an article and its passages."""
    language = _language(lang) if lang else None
    with _opened() as (_, database):
        removed = database.run_now(
            lambda c: withdraw_and_read(c, MerchantId(merchant), ArticleId(article), language), MerchantId(merchant)
        )
    if not removed:
        raise ContentUnreadable(f"there is no article {article!r}")
    Console().print(f"Removed {article}.")


@app.command("search")
def search(
    question: Annotated[str, typer.Argument(help="What a shopper would ask.")] = "",
    merchant: MerchantOption = "maison-alder",
    lang: LangOption = "en",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
    batch: Annotated[
        Path | None,
        typer.Option(help="JSON lines of {id, question}; JSON lines of {id, supported, hits, withheld} out."),
    ] = None,
    k: Annotated[int, typer.Option(help="Articles per question.", min=1, max=50)] = 3,
) -> None:
    """Search as the agent does; nothing is shown when nothing found supports an answer.

    A batch then names what was found under ``withheld``: recall counts hits and withheld, abstention is ``supported``.
    """
    if bool(question) == bool(batch):
        raise ContentUnreadable("give either a question or --batch")
    rows = _rows(batch) if batch else [{"id": "", "question": question}]
    with _opened() as (settings, database):
        asyncio.run(_search_all(rows, settings, database, MerchantId(merchant), _Shown(lang, as_json, bool(batch), k)))


@app.command("policy")
def policy(
    context: typer.Context,
    merchant: MerchantOption = "maison-alder",
    lang: Annotated[str | None, typer.Option(help="Read articles in this language only: en or fr.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Store the rules; they decide where none are typed.")] = False,
) -> None:
    """Show the return rules that the articles state, who read them, and where the typed policy says otherwise.

    A model, where one is configured, adds drafts from articles in all languages; they decide nothing.
    """
    languages = (_language(lang),) if lang else READ
    if not set(languages) <= set(READ):
        raise ContentUnreadable("return rules are read from English and French articles only")
    drafted_in = languages if lang else tuple(Language)
    with _opened() as (settings, database):

        async def ask() -> Asked:
            async with _helpers(context, settings, database, merchant) as helpers:
                return await ask_for_drafts(database, MerchantId(merchant), helpers.proposals, drafted_in)

        asked = asyncio.run(ask())
        show_policy(database, MerchantId(merchant), languages, drafted_in=drafted_in, asked=asked, keep=keep)


@app.command("gaps")
def gaps(
    context: typer.Context,
    merchant: MerchantOption = "maison-alder",
    lang: Annotated[str | None, typer.Option(help="Only questions in this language.")] = None,
) -> None:
    """List what shoppers asked and no article answers, gathered by meaning, newest first."""
    language = _language(lang) if lang else None
    with _opened() as (settings, database):

        async def show() -> None:
            async with _helpers(context, settings, database, merchant) as helpers:
                await show_gaps(database, MerchantId(merchant), language, helpers.names)

        asyncio.run(show())


class _Shown:
    """How the findings of a search are asked for and written."""

    def __init__(self, lang: str, as_json: bool, batch: bool, k: int) -> None:
        self.language = _language(lang)
        self.as_json = as_json
        self.batch = batch
        self.k = k

    def write(self, row: dict[str, Any], findings: Findings) -> None:
        found = best_articles(findings, self.k)
        hits = found if findings.supported else []
        if self.batch:
            ranked = [{"pid": hit.passage.citation.article, "score": round(hit.score, 6)} for hit in found]
            shown, withheld = (ranked, []) if findings.supported else ([], ranked)
            line = {"id": row["id"], "supported": findings.supported, "hits": shown, "withheld": withheld}
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        elif self.as_json:
            plain = {"supported": findings.supported, "hits": [_plain(hit) for hit in hits]}
            sys.stdout.write(json.dumps(plain, ensure_ascii=False) + "\n")
        else:
            Console().print(_table(hits) if hits else "Nothing found supports an answer.")


async def _search_all(
    rows: list[dict[str, Any]], settings: Settings, database: Database, merchant: MerchantId, shown: _Shown
) -> None:
    vectors = VectorFolder(settings.data / "index")
    library = Library(database, merchant, vectors=vectors, default_language=shown.language)
    try:
        with Patience("Searching", len(rows)) as patience:
            for row in rows:
                language = find_language(row.get("lang")) or shown.language
                # Several passages of one article may lead: look further than the articles asked for.
                findings = await library.search(row["question"], language=language, limit=shown.k * 4)
                shown.write(row, findings)
                patience.advance(1)
    finally:
        vectors.close()


def best_articles(findings: Findings, k: int) -> list[Hit]:
    """The best passage of each of the first ``k`` articles, whether or not they support an answer."""
    best: dict[str, Hit] = {}
    for hit in findings.hits:
        best.setdefault(hit.passage.citation.article, hit)
    return list(best.values())[:k]


def _plain(hit: Hit) -> dict[str, Any]:
    citation = hit.passage.citation
    return {
        "pid": citation.article,
        "title": citation.title,
        "headings": list(citation.headings),
        "version": citation.version,
        "updated": citation.updated.isoformat(),
        "score": round(hit.score, 6),
        "support": round(hit.support, 3),
        "quote": hit.quote,
    }


def _table(hits: list[Hit]) -> Table:
    table = Table("Article", "Under", "Score", "Quote")
    for hit in hits:
        citation = hit.passage.citation
        table.add_row(citation.title, " > ".join(citation.headings), f"{hit.score:.3f}", hit.quote)
    return table


@asynccontextmanager
async def _helpers(
    context: typer.Context, settings: Settings, database: Database, merchant: str
) -> AsyncIterator[Helpers]:
    """What was joined to the command line; on its own this package has the embedded means alone."""
    joined: OpenHelpers | None = context.obj
    if joined is None:
        yield Helpers()
        return
    async with joined(settings, database, MerchantId(merchant)) as helpers:
        yield helpers


@contextmanager
def _opened() -> Iterator[tuple[Settings, Database]]:
    """The store of this command, migrated; ``AFTERCARE_DATA`` names its folder."""
    settings = read_settings()
    database = Database(settings.database)
    migrate(database)
    try:
        yield settings, database
    finally:
        database.close()


def _read(source: str) -> list[Draft]:
    if source.startswith(("http://", "https://")):
        return [read_page(source)]
    path = Path(source)
    if path.is_dir():
        return [
            draft for file in sorted(path.rglob("*")) if file.is_file() and readable(file) for draft in read_path(file)
        ]
    return read_path(path)


def _rows(batch: Path) -> list[dict[str, Any]]:
    try:
        lines: Iterable[str] = batch.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ContentUnreadable(f"{batch}: {error.strerror or 'cannot be read'}") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ContentUnreadable(f"line {number} is not JSON") from error
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("question"), str):
            raise ContentUnreadable(f"line {number} needs an id and a question")
        rows.append(row)
    return rows


def _language(code: str) -> Language:
    language = find_language(code)
    if language is None:
        raise ContentUnreadable(f"{code!r} is none of {', '.join(each.value for each in Language)}")
    return language
