"""Passwords of teammates: argon2 in a thread, since it is slow on purpose, and the same time for who does not exist."""

import asyncio
from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

SHORTEST = 10
LONGEST = 200


@cache
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(),))


@cache
def _nobodys() -> str:
    """A hash that no password fits, compared with when there is no account."""
    return _hasher().hash("nobody has this password")


async def hash_password(password: str) -> str:
    return await asyncio.to_thread(_hasher().hash, password[:LONGEST])


async def check_password(password: str, kept: str | None) -> tuple[bool, str | None]:
    """Whether it fits, and a new hash when the old one was made with weaker settings."""
    fits, renewed = await asyncio.to_thread(_hasher().verify_and_update, password[:LONGEST], kept or _nobodys())
    return (fits and kept is not None), renewed
