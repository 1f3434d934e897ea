"""Every figure of the console as one written condition on episodes: a card counts by it, the list it opens filters by
it, so the two cannot differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ColumnElement, Select, and_, case, false, func, or_, select, true, type_coerce
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from records.conversations.tables import conversations
from records.episodes.queries import EpisodeRow, read_row
from records.episodes.tables import episodes

SILENT = timedelta(hours=24)
NOT_BACK = timedelta(days=7)
_LIKED = 4
_MICROSECOND = timedelta(microseconds=1)
_QUESTIONS = ("asked", "proposed")


class Figure(StrEnum):
    """``SETTLED`` is what ``DURABLE`` is a share of: resolved, of a known customer, with the seven days over."""

    ALL = "all"
    CONFIRMED = "confirmed"
    ASSUMED = "assumed"
    DURABLE = "durable"
    ABANDONED = "abandoned"
    DEFLECTED = "deflected"
    SETTLED = "settled"
    RATED = "rated"
    HANDED_OVER = "handed_over"
    GAP = "gap"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which episodes: begun from ``since`` until before ``until``; None does not narrow. ``words`` are looked for in
    the first message; ``customers`` are other ways to be found by the same words."""

    figure: Figure = Figure.ALL
    since: datetime | None = None
    until: datetime | None = None
    skill: str | None = None
    channel: str | None = None
    language: str | None = None
    owner: str | None = None
    reason: str | None = None
    words: str = ""
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An episode and who answers in its conversation now: ``agent`` or ``person``, empty when it was deleted."""

    episode: EpisodeRow
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts by figure, and the marks that were given."""

    counts: Mapping[Figure, int]
    marks: int = 0

    def __getitem__(self, figure: Figure) -> int:
        return self.counts.get(figure, 0)

    @property
    def resolved(self) -> int:
        return self[Figure.CONFIRMED] + self[Figure.ASSUMED]


def condition(figure: Figure, merchant: MerchantId, now: datetime) -> ColumnElement[bool]:
    """The one definition of a figure."""
    e = episodes.c
    silent = e.last_at < now - SILENT
    confirmed = and_(e.answers > 0, or_(e.thanked, func.coalesce(e.rating, 0) >= _LIKED))
    question = and_(e.last_outcome.in_(_QUESTIONS), e.handed_over.is_(False), ~confirmed, silent)
    assumed = and_(e.answers > 0, e.handed_over.is_(False), silent, ~confirmed, e.last_outcome.not_in(_QUESTIONS))
    settled = and_(or_(confirmed, assumed), e.customer_id.is_not(None), e.last_at < now - NOT_BACK)
    return {
        Figure.ALL: true(),
        Figure.CONFIRMED: confirmed,
        Figure.ASSUMED: assumed,
        Figure.ABANDONED: question,
        Figure.DEFLECTED: and_(or_(confirmed, assumed), e.handed_over.is_(False)),
        Figure.SETTLED: settled,
        Figure.DURABLE: and_(settled, ~_came_back(merchant)),
        Figure.RATED: e.rating.is_not(None),
        Figure.HANDED_OVER: e.handed_over.is_(True),
        Figure.GAP: e.gaps > 0,
        Figure.FAILED: e.failures > 0,
    }[figure]


def _came_back(merchant: MerchantId) -> ColumnElement[bool]:
    """The same customer began another episode, on any channel, within seven days of this one's end."""
    later = episodes.alias("later")
    ended = type_coerce(episodes.c.last_at, BigInteger)
    return (
        select(later.c.episode)
        .where(
            later.c.merchant_id == merchant,
            episodes.c.merchant_id == merchant,
            later.c.customer_id == episodes.c.customer_id,
            later.c.started_at > episodes.c.last_at,
            type_coerce(later.c.started_at, BigInteger) <= ended + NOT_BACK // _MICROSECOND,
        )
        .correlate(episodes)
        .exists()
    )


def _narrow(wanted: Wanted, merchant: MerchantId, now: datetime) -> list[ColumnElement[bool]]:
    e = episodes.c
    found = [e.merchant_id == merchant, condition(wanted.figure, merchant, now)]
    if wanted.since:
        found.append(e.started_at >= wanted.since)
    if wanted.until:
        found.append(e.started_at < wanted.until)
    exact = ((e.skill, wanted.skill), (e.channel, wanted.channel), (e.language, wanted.language))
    found += [column == value for column, value in exact if value is not None]
    if wanted.reason:
        found.append(e.handover_reason == wanted.reason)
    if wanted.words:
        inside = func.lower(e.summary).contains(wanted.words.lower(), autoescape=True)
        found.append(or_(inside, e.customer_id.in_(wanted.customers) if wanted.customers else false()))
    return found


def tally(
    connection: Connection, merchant: MerchantId, wanted: Wanted, now: datetime, *, since: Sequence[datetime]
) -> tuple[Tally, ...]:
    """All figures of each span that begins at one of ``since`` (oldest first) and ends where the next begins."""
    e = episodes.c
    span = case(*((e.started_at >= each, index) for index, each in reversed(tuple(enumerate(since)))), else_=-1)
    sums = [func.sum(case((condition(each, merchant, now), 1), else_=0)).label(each.value) for each in Figure]
    rows = connection.execute(
        select(span.label("span"), func.sum(e.rating).label("marks"), *sums)
        .where(*_narrow(wanted, merchant, now), e.started_at >= since[0])
        .group_by(span)
    ).all()
    found = {row.span: row for row in rows}
    return tuple(_tally(found.get(index)) for index in range(len(since)))


def _tally(row: object) -> Tally:
    if row is None:
        return Tally(counts={})
    return Tally(
        counts={each: int(getattr(row, each.value) or 0) for each in Figure}, marks=int(getattr(row, "marks", 0) or 0)
    )


def count_by(
    connection: Connection, merchant: MerchantId, wanted: Wanted, now: datetime, *, column: str
) -> dict[str, Tally]:
    """The figures per value of ``skill``, ``channel`` or ``handover_reason``."""
    key = episodes.c[column]
    sums = [func.sum(case((condition(each, merchant, now), 1), else_=0)).label(each.value) for each in Figure]
    rows = connection.execute(
        select(key.label("key"), func.sum(episodes.c.rating).label("marks"), *sums)
        .where(*_narrow(wanted, merchant, now))
        .group_by(key)
    )
    return {row.key: _tally(row) for row in rows}


def list_wanted(
    connection: Connection,
    merchant: MerchantId,
    wanted: Wanted,
    now: datetime,
    *,
    after: tuple[datetime, str] | None = None,
    limit: int = 50,
) -> tuple[Listed, ...]:
    """Newest first; ``after`` is the beginning and the conversation of the last one seen."""
    e = episodes.c
    joined = episodes.outerjoin(
        conversations,
        and_(conversations.c.merchant_id == e.merchant_id, conversations.c.id == e.conversation_id),
    )
    query: Select[tuple[object, ...]] = (
        select(episodes, conversations.c.owner).select_from(joined).where(*_narrow(wanted, merchant, now))
    )
    if wanted.owner:
        query = query.where(conversations.c.owner == wanted.owner)
    if after:
        begun, conversation = after
        query = query.where(or_(e.started_at < begun, and_(e.started_at == begun, e.conversation_id < conversation)))
    rows = connection.execute(query.order_by(e.started_at.desc(), e.conversation_id.desc()).limit(limit))
    return tuple(Listed(episode=read_row(row), owner=row.owner or "") for row in rows)
