"""How often the right article is among the first three, and how often nothing is answered when nothing is known.

Measures the demo store's help centre with `questions/policy.*.jsonl` and `questions/unanswerable.*.jsonl`, and, when a
folder is named, `retrieval_dev.jsonl` on `retrieval_passages.jsonl` in it: one store per corpus, each line an article.
Rows have `question`, `lang` and `gold`, a list of article ids; an empty list means that no article answers. Run as
`python -m evals.retrieval [FOLDER] [--misses] [--speed]`.
"""

import argparse
import asyncio
import json
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from domain.ids import ArticleId, MerchantId
from domain.languages import Language, find_language
from evals.routing import Share
from knowledge.adding import keep, prepare
from knowledge.chroma import VectorFolder
from knowledge.drafts import Draft, Section
from knowledge.embeddings import WordVectors
from knowledge.library import Library
from knowledge.readers import read_path
from knowledge.readers.plain import read_lines
from runtime.database import Database

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "hub_connectors" / "sandbox" / "content"
QUESTIONS = Path(__file__).parent / "questions"
_MERCHANT = MerchantId("measured")
_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question and the articles that answer it; none when ``gold`` is empty."""

    question: str
    language: Language
    gold: frozenset[str]
    provenance: str = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found for a row: the articles, best first, and whether it was held to support an answer."""

    row: Row
    found: tuple[str, ...]
    supported: bool

    @property
    def hit(self) -> bool:
        return bool(self.row.gold.intersection(self.found[:_FIRST]))


@contextmanager
def scratch_library(drafts: Sequence[Draft], language: Language) -> Iterator[Library]:
    """A store of its own with these articles; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/scratch.db")
        database.create_tables()
        vectors = VectorFolder(Path(folder) / "vectors")
        rows = prepare(drafts, embedder=WordVectors(), language=language, today=datetime.now(UTC).date())
        database.run_now(lambda db: keep(db, _MERCHANT, rows), _MERCHANT)
        try:
            yield Library(database, _MERCHANT, vectors=vectors, default_language=language)
        finally:
            vectors.close()
            database.close()


def read_help_centre(language: Language) -> list[Draft]:
    return [draft for path in sorted((CONTENT / language.value).glob("*.md")) for draft in read_path(path)]


def read_rows(path: Path) -> Iterator[tuple[str, Row]]:
    """Rows with the corpus that they ask."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        yield (
            str(row.get("corpus", "")),
            Row(
                question=row["question"],
                language=find_language(row.get("lang")) or Language.EN,
                gold=frozenset(row.get("gold", ())),
                provenance=str(row.get("provenance", "own")),
            ),
        )


async def measure(library: Library, rows: Iterable[Row]) -> list[Outcome]:
    outcomes = []
    for row in rows:
        findings = await library.search(row.question, language=row.language, limit=_FIRST)
        found = tuple(hit.passage.citation.article for hit in findings.hits)
        outcomes.append(Outcome(row=row, found=found, supported=findings.supported))
    return outcomes


def measure_help_centre() -> dict[str, list[Outcome]]:
    outcomes = {}
    for language in (Language.EN, Language.FR):
        rows = [
            row
            for name in ("policy", "unanswerable")
            for _, row in read_rows(QUESTIONS / f"{name}.{language.value}.jsonl")
        ]
        with scratch_library(read_help_centre(language), language) as library:
            outcomes[f"help centre {language.value}"] = asyncio.run(measure(library, rows))
    return outcomes


def measure_folder(folder: Path) -> dict[str, list[Outcome]]:
    lines: dict[str, list[str]] = defaultdict(list)
    for line in (folder / "retrieval_passages.jsonl").read_text(encoding="utf-8").splitlines():
        lines[json.loads(line)["corpus"]].append(line)
    asked: dict[str, list[Row]] = defaultdict(list)
    for corpus, row in read_rows(folder / "retrieval_dev.jsonl"):
        asked[corpus].append(row)
    outcomes = {}
    for corpus, rows in asked.items():
        with scratch_library(read_lines("\n".join(lines[corpus]), name=corpus), Language.EN) as library:
            outcomes[corpus] = asyncio.run(measure(library, rows))
    return outcomes


def report(outcomes: dict[str, list[Outcome]], console: Console) -> None:
    """R@3 among all found, R@3 when unsupported answers are withheld, and both kinds of wrong abstention."""
    table = Table("set", "first", "first three", "first three, shown", "abstains rightly", "abstains wrongly")
    for name, found in outcomes.items():
        table.add_row(name, *_figures(found))
    every = [outcome for found in outcomes.values() for outcome in found]
    table.add_section()
    for provenance in sorted({outcome.row.provenance for outcome in every}):
        table.add_row(provenance, *_figures([each for each in every if each.row.provenance == provenance]))
    table.add_row("all", *_figures(every))
    console.print(table)


def _figures(found: Sequence[Outcome]) -> list[str]:
    known = [outcome for outcome in found if outcome.row.gold]
    unknown = [outcome for outcome in found if not outcome.row.gold]
    shares = [
        Share(right=sum(bool(each.row.gold.intersection(each.found[:1])) for each in known), total=len(known)),
        Share(right=sum(each.hit for each in known), total=len(known)),
        Share(right=sum(each.hit and each.supported for each in known), total=len(known)),
        Share(right=sum(not each.supported for each in unknown), total=len(unknown)),
        Share(right=sum(not each.supported for each in known), total=len(known)),
    ]
    return [f"{share.value:.1%} of {share.total}" if share.total else "-" for share in shares]


def report_misses(outcomes: dict[str, list[Outcome]], console: Console) -> None:
    for name, found in outcomes.items():
        for each in found:
            if each.row.gold and not each.hit:
                console.print(
                    f"[{name}] {each.row.question} -> {', '.join(each.found)}; not {sorted(each.row.gold)}",
                    markup=False,
                )


def report_speed(console: Console, count: int = 10_000) -> None:
    """A shop of so many passages, made of shuffled sentences of the help centre: time to build, to search, memory."""
    drafts = list(_shuffled(count))
    started = time.perf_counter()
    with scratch_library(drafts, Language.EN) as library:
        added = time.perf_counter()
        questions = [row for _, row in read_rows(QUESTIONS / "policy.en.jsonl")]
        times = asyncio.run(_time(library, questions))
    console.print(f"{count} passages: read, embedded and kept in {added - started:.1f} s")
    console.print(f"index built in {times[0]:.1f} s, search {statistics.median(times[1:]) * 1000:.1f} ms (median)")
    console.print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


async def _time(library: Library, rows: Sequence[Row]) -> list[float]:
    """The first search, which builds the index, then each question once its words and passages are known."""
    times = []
    for row in [rows[0], *rows, *rows]:
        started = time.perf_counter()
        await library.search(row.question, language=row.language)
        times.append(time.perf_counter() - started)
    return [times[0], *times[len(rows) + 1 :]]


def _shuffled(count: int) -> Iterator[Draft]:
    chance = random.Random(7)
    sentences = [
        sentence
        for draft in read_help_centre(Language.EN)
        for section in draft.sections
        for sentence in section.text.split(". ")
    ]
    for number in range(count):
        text = ". ".join(chance.sample(sentences, 9))
        title = " ".join(chance.choice(sentences).split()[:6])
        yield Draft(id=ArticleId(f"a{number}"), title=title, sections=(Section((), text),), source="shuffled")


def without_questions(drafts: Iterable[Draft]) -> list[Draft]:
    """The same articles as a shop has them that wrote down no asked questions."""
    return [replace(draft, asked_as=()) for draft in drafts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", action="store_true")
    chosen = parser.parse_args()
    console = Console(width=140)
    outcomes = measure_help_centre()
    report(outcomes, console)
    if chosen.folder:
        others = measure_folder(chosen.folder)
        report(others, console)
        outcomes |= others
    if chosen.misses:
        report_misses(outcomes, console)
    if chosen.speed:
        report_speed(console)


if __name__ == "__main__":
    main()
