"""Writing an episode turn by turn, and reading episodes page by page."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, insert, select, update
from sqlalchemy.engine import Connection

from domain.ids import ConversationId, MerchantId
from records.episodes.tables import episodes

_ONE = (
    episodes.c.merchant_id == bindparam("merchant"),
    episodes.c.conversation_id == bindparam("conversation"),
    episodes.c.episode == bindparam("number"),
)
_FIND = select(episodes).where(*_ONE)
_ADD = insert(episodes)
_BY_SKILL = (
    select(
        episodes.c.skill,
        func.count().label("counted"),
        func.sum(case((episodes.c.answers > 0, 1), else_=0)).label("answered"),
        func.sum(case((episodes.c.handed_over, 1), else_=0)).label("handed"),
        func.sum(episodes.c.gaps).label("gaps"),
    )
    .where(episodes.c.merchant_id == bindparam("merchant"), episodes.c.started_at >= bindparam("since"))
    .group_by(episodes.c.skill)
)
_FIXED = {"merchant_id", "conversation_id", "episode", "rating"}
_CHANGING = tuple(column.name for column in episodes.columns if column.name not in _FIXED)
_CHANGE = update(episodes).where(*_ONE).values({name: bindparam(f"new_{name}") for name in _CHANGING})


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeTurn:
    """What one turn adds. ``outcome`` is the last outcome's kind (``asked``, ``answered``, ...), empty for small talk;
    ``summary`` the shopper's first words; ``failed`` when a vendor could not be asked."""

    channel: str
    language: str
    customer: str | None
    skills: tuple[str, ...]
    outcome: str
    gaps: int = 0
    failed: bool = False
    thanked: bool = False
    handover: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillFigures:
    """Episodes that a skill was asked in first: all, those with an answer, those handed over, unanswered questions."""

    episodes: int = 0
    answered: int = 0
    handed_over: int = 0
    gaps: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeRow:
    """One episode; ``skill`` is the first that was asked for, ``answers`` how many turns gave one."""

    conversation_id: ConversationId
    episode: int
    channel: str
    language: str
    customer_id: str | None
    skill: str
    skills: str
    started_at: datetime
    last_at: datetime
    turns: int
    answers: int
    gaps: int
    failures: int
    last_outcome: str
    thanked: bool
    handed_over: bool
    handover_reason: str
    rating: int | None
    summary: str


def note_turn(
    connection: Connection,
    merchant: MerchantId,
    conversation: ConversationId,
    episode: int,
    turn: EpisodeTurn,
    now: datetime,
) -> None:
    """Adds a turn to its episode, beginning it when there is none."""
    key = {"merchant": merchant, "conversation": conversation, "number": episode}
    row = connection.execute(_FIND, key).one_or_none()
    before = read_row(row) if row else _begin(conversation, episode, turn, now)
    after = asdict(_add_turn(before, turn, now))
    if row is None:
        connection.execute(_ADD, {"merchant_id": merchant, **after})
    else:
        connection.execute(_CHANGE, {**key, **{f"new_{name}": after[name] for name in _CHANGING}})


def rate_episode(
    connection: Connection, merchant: MerchantId, conversation: ConversationId, episode: int, rating: int
) -> bool:
    """The shopper's mark, 1 to 5; False when there is no such episode."""
    rated = connection.execute(
        update(episodes)
        .where(
            episodes.c.merchant_id == merchant,
            episodes.c.conversation_id == conversation,
            episodes.c.episode == episode,
        )
        .values(rating=rating)
    )
    return bool(rated.rowcount)


def add_episodes(connection: Connection, merchant: MerchantId, rows: Sequence[EpisodeRow]) -> None:
    """Whole episodes at once, for a demo's past."""
    if rows:
        connection.execute(_ADD, [{"merchant_id": merchant, **asdict(row)} for row in rows])


def list_episodes(
    connection: Connection, merchant: MerchantId, *, since: datetime, until: datetime, limit: int = 200
) -> tuple[EpisodeRow, ...]:
    """Begun in the span, newest first."""
    rows = connection.execute(
        select(episodes)
        .where(episodes.c.merchant_id == merchant, episodes.c.started_at >= since, episodes.c.started_at < until)
        .order_by(episodes.c.started_at.desc())
        .limit(limit)
    )
    return tuple(read_row(row) for row in rows)


def count_by_skill(connection: Connection, merchant: MerchantId, *, since: datetime) -> dict[str, SkillFigures]:
    rows = connection.execute(_BY_SKILL, {"merchant": merchant, "since": since})
    return {
        row.skill: SkillFigures(
            episodes=row.counted, answered=row.answered or 0, handed_over=row.handed or 0, gaps=row.gaps or 0
        )
        for row in rows
    }


def _begin(conversation: ConversationId, episode: int, turn: EpisodeTurn, now: datetime) -> EpisodeRow:
    return EpisodeRow(
        conversation_id=conversation,
        episode=episode,
        channel=turn.channel,
        language=turn.language,
        customer_id=turn.customer,
        skill="",
        skills="",
        started_at=now,
        last_at=now,
        turns=0,
        answers=0,
        gaps=0,
        failures=0,
        last_outcome="",
        thanked=False,
        handed_over=False,
        handover_reason="",
        rating=None,
        summary=turn.summary[:200],
    )


def _add_turn(row: EpisodeRow, turn: EpisodeTurn, now: datetime) -> EpisodeRow:
    known = [each for each in row.skills.split(",") if each]
    skills = [*known, *(each for each in turn.skills if each not in known)]
    return EpisodeRow(
        conversation_id=row.conversation_id,
        episode=row.episode,
        channel=row.channel,
        language=turn.language,
        customer_id=turn.customer or row.customer_id,
        skill=row.skill or (skills[0] if skills else ""),
        skills=",".join(skills)[:200],
        started_at=row.started_at,
        last_at=now,
        turns=row.turns + 1,
        answers=row.answers + (turn.outcome in {"answered", "refused"}),
        gaps=row.gaps + turn.gaps,
        failures=row.failures + turn.failed,
        last_outcome=turn.outcome or row.last_outcome,
        thanked=row.thanked or (turn.thanked and row.answers > 0),
        handed_over=row.handed_over or bool(turn.handover),
        handover_reason=turn.handover or row.handover_reason,
        rating=row.rating,
        summary=row.summary or turn.summary[:200],
    )


def read_row(row: Any) -> EpisodeRow:
    return EpisodeRow(**{name: getattr(row, name) for name in EpisodeRow.__dataclass_fields__})
