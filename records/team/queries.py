"""Reading and changing teammates inside somebody's transaction; passwords come and go as hashes only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from domain.languages import Language
from domain.team import Role, Teammate
from records.team.tables import team_sessions, teammates

MAX_FAILURES = 5
LOCKED = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a sign-in needs; ``locked_until`` after too many wrong passwords."""

    teammate: Teammate
    password_hash: str
    active: bool
    failures: int
    locked_until: datetime | None


def add_teammate(
    connection: Connection, merchant: MerchantId, teammate: Teammate, *, password_hash: str, now: datetime
) -> None:
    connection.execute(
        insert(teammates).values(
            id=teammate.id,
            merchant_id=merchant,
            email=teammate.email.lower(),
            name=teammate.name,
            role=teammate.role.value,
            language=teammate.language.value,
            password_hash=password_hash,
            active=True,
            failures=0,
            locked_until=None,
            created_at=now,
        )
    )


def change_teammate(
    connection: Connection, merchant: MerchantId, teammate: Teammate, *, password_hash: str | None = None
) -> bool:
    """Name, role, language and, when given, the password; a new password ends every session. False for nobody."""
    values: dict[str, Any] = {
        "name": teammate.name,
        "role": teammate.role.value,
        "language": teammate.language.value,
    }
    if password_hash is not None:
        values |= {"password_hash": password_hash, "failures": 0, "locked_until": None}
        _end_sessions(connection, merchant, teammate.id)
    changed = connection.execute(update(teammates).where(*_one(merchant, teammate.id)).values(**values))
    return bool(changed.rowcount)


def remove_teammate(connection: Connection, merchant: MerchantId, teammate: str) -> bool:
    """They can no longer sign in, and are signed out; what they did stays theirs in the audit."""
    _end_sessions(connection, merchant, teammate)
    gone = connection.execute(update(teammates).where(*_one(merchant, teammate)).values(active=False))
    return bool(gone.rowcount)


def list_teammates(connection: Connection, merchant: MerchantId) -> tuple[Teammate, ...]:
    rows = connection.execute(
        select(teammates)
        .where(teammates.c.merchant_id == merchant, teammates.c.active.is_(True))
        .order_by(teammates.c.name)
    )
    return tuple(_teammate(row) for row in rows)


def find_account(connection: Connection, merchant: MerchantId, email: str) -> Account | None:
    row = connection.execute(
        select(teammates).where(teammates.c.merchant_id == merchant, teammates.c.email == email.lower())
    ).one_or_none()
    if row is None:
        return None
    return Account(
        teammate=_teammate(row),
        password_hash=row.password_hash,
        active=row.active,
        failures=row.failures,
        locked_until=row.locked_until,
    )


def note_failure(connection: Connection, merchant: MerchantId, account: Account, now: datetime) -> None:
    """A wrong password; the fifth in a row locks the account for a while."""
    failures = account.failures + 1
    locked = now + LOCKED if failures >= MAX_FAILURES else None
    connection.execute(
        update(teammates)
        .where(*_one(merchant, account.teammate.id))
        .values(failures=0 if locked else failures, locked_until=locked)
    )


def note_success(
    connection: Connection, merchant: MerchantId, teammate: str, *, password_hash: str | None = None
) -> None:
    """``password_hash`` when the old one was made with weaker settings."""
    values: dict[str, Any] = {"failures": 0, "locked_until": None}
    if password_hash:
        values["password_hash"] = password_hash
    connection.execute(update(teammates).where(*_one(merchant, teammate)).values(**values))


def open_session(
    connection: Connection, merchant: MerchantId, teammate: str, *, token_hash: str, expires: datetime
) -> None:
    connection.execute(
        insert(team_sessions).values(token_hash=token_hash, merchant_id=merchant, teammate_id=teammate, expires=expires)
    )


def find_session(connection: Connection, merchant: MerchantId, token_hash: str, now: datetime) -> Teammate | None:
    row = connection.execute(
        select(teammates)
        .join(
            team_sessions,
            (team_sessions.c.teammate_id == teammates.c.id) & (team_sessions.c.merchant_id == teammates.c.merchant_id),
        )
        .where(
            teammates.c.merchant_id == merchant,
            teammates.c.active.is_(True),
            team_sessions.c.token_hash == token_hash,
            team_sessions.c.expires > now,
        )
    ).one_or_none()
    return _teammate(row) if row else None


def close_session(connection: Connection, merchant: MerchantId, token_hash: str) -> None:
    connection.execute(
        delete(team_sessions).where(team_sessions.c.merchant_id == merchant, team_sessions.c.token_hash == token_hash)
    )


def _end_sessions(connection: Connection, merchant: MerchantId, teammate: str) -> None:
    connection.execute(
        delete(team_sessions).where(team_sessions.c.merchant_id == merchant, team_sessions.c.teammate_id == teammate)
    )


def _one(merchant: MerchantId, teammate: str) -> tuple[Any, Any]:
    return teammates.c.merchant_id == merchant, teammates.c.id == teammate


def _teammate(row: Any) -> Teammate:
    return Teammate(id=row.id, name=row.name, email=row.email, role=Role(row.role), language=Language(row.language))
