"""Fills a store to the size of an old shop's: conversations as they were really played, many times over, and passages
put together from the demo shop's own sentences."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.engine import Connection

from domain.ids import ArticleId
from domain.languages import Language
from evals.bench.served import Store
from hub_connectors.sandbox.calendar import SandboxCalendar
from hub_connectors.sandbox.content import CONTENT
from knowledge.adding import keep, prepare
from knowledge.drafts import Draft, Section
from knowledge.embeddings import WordVectors
from knowledge.readers import read_path
from knowledge.sentences import split_sentences
from records.articles.tables import passages
from records.conversations.tables import conversations
from records.events.tables import events
from records.traces.queries import traces
from runtime.clocks import SystemClock
from runtime.inbox import inbox, lanes
from web.seed import DEMO

_AT_ONCE = 500
_FEWEST, _MOST = 5, 12  # events: a conversation of two to five turns
_OWN_KEYS = {"inbox": ("id", "vendor_id"), "traces": ("turn_id",), "events": (), "lanes": (), "conversations": ()}


def fill_conversations(store: Store, count: int) -> int:
    """Copies the conversations that are there until there are ``count``; returns how many there are."""
    database = store.open()
    try:
        played = database.run_now(_read_played, "*", writes=False)
        have = len(played)
        for start in range(have, count, _AT_ONCE):
            copies = range(start, min(start + _AT_ONCE, count))
            database.run_now(lambda c, copies=copies: _copy(c, played, copies), "*")  # type: ignore[misc]
        return database.run_now(
            lambda c: int(c.execute(select(func.count()).select_from(conversations)).scalar_one()), "*", writes=False
        )
    finally:
        database.close()


Played = Mapping[Table, list[dict[str, Any]]]


def _read_played(connection: Connection) -> list[Played]:
    """Each conversation with its rows in every table that grows."""
    chosen = select(conversations.c.id).where(conversations.c.last_sequence.between(_FEWEST, _MOST))
    ids = connection.execute(chosen).scalars().all()
    found: list[Played] = []
    for each in ids:
        rows: Played = {
            conversations: _rows(connection, conversations, conversations.c.id == each),
            lanes: _rows(connection, lanes, lanes.c.conversation_id == each),
            inbox: _rows(connection, inbox, inbox.c.conversation_id == each),
            events: _rows(connection, events, events.c.conversation_id == each),
            traces: _rows(connection, traces, traces.c.conversation_id == each),
        }
        found.append(rows)
    return found


def _rows(connection: Connection, table: Table, condition: Any) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in connection.execute(select(table).where(condition))]


def _copy(connection: Connection, played: list[Played], copies: range) -> None:
    gathered: dict[Table, list[dict[str, Any]]] = {}
    for number in copies:
        for table, rows in played[number % len(played)].items():
            gathered.setdefault(table, []).extend(_renamed(table, row, number) for row in rows)
    for table, rows in gathered.items():
        connection.execute(insert(table), rows)


def _renamed(table: Table, row: dict[str, Any], number: int) -> dict[str, Any]:
    copy = {name: value for name, value in row.items() if name != "position"}
    for name in (*_OWN_KEYS[table.name], "id" if table is conversations else "conversation_id"):
        copy[name] = f"{row[name][:30]}_{number}"
    return copy


def fill_passages(store: Store, count: int) -> int:
    """Adds articles until there are ``count`` passages, half English, half French; returns how many there are."""
    database = store.open()
    today = SandboxCalendar(SystemClock()).today()

    def stored(connection: Connection) -> int:
        query = select(func.count()).select_from(passages).where(passages.c.merchant_id == DEMO)
        return int(connection.execute(query).scalar_one())

    try:
        chance = random.Random(11)
        makers = {language: _articles(language, chance) for language in (Language.EN, Language.FR)}
        while database.run_now(stored, DEMO, writes=False) < count:
            for language, maker in makers.items():
                drafts = [next(maker) for _ in range(100)]
                rows = prepare(drafts, embedder=WordVectors(), language=language, today=today)
                database.run_now(lambda c, rows=rows: keep(c, DEMO, rows), DEMO)  # type: ignore[misc]
        return database.run_now(stored, DEMO, writes=False)
    finally:
        database.close()


def _articles(language: Language, chance: random.Random) -> Iterator[Draft]:
    """Articles of sentences drawn from the shop's own, each under a number of its own."""
    own = [draft for path in sorted((CONTENT / language.value).glob("*.md")) for draft in read_path(path)]
    sentences = [each.text for draft in own for part in draft.sections for each in split_sentences(part.text)]
    number = 0
    while True:
        number += 1
        sections = tuple(
            Section(headings=(f"Part {part} of memo {number}",), text=" ".join(chance.sample(sentences, 10)))
            for part in range(1, 5)
        )
        yield Draft(id=ArticleId(f"memo-{number}"), title=f"Memo {number}", sections=sections, source="bench")
