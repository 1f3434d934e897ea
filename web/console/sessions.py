"""Who of the team is signed in: a cookie with a random token, kept as a hash, good for twelve hours."""

from datetime import timedelta

from fastapi import Request, Response

from domain.ids import MerchantId
from domain.team import Teammate
from records.team import close_session, find_session, open_session
from runtime.crypto import new_token
from web.pages.border import install_of

LIFE = timedelta(hours=12)
_PURPOSE = "team_session"
_FORMS = "team_forms"


def console_path(merchant: MerchantId) -> str:
    return f"/console/{merchant}"


async def start_session(request: Request, response: Response, merchant: MerchantId, teammate: str) -> None:
    install, token = install_of(request), new_token()
    token_hash, expires = install.keys.hash(_PURPOSE, token), install.clock.now() + LIFE
    await install.database.merchant(merchant).write(
        lambda c: open_session(c, merchant, teammate, token_hash=token_hash, expires=expires)
    )
    response.set_cookie(
        _name(merchant),
        token,
        max_age=int(LIFE.total_seconds()),
        path=console_path(merchant),
        secure=install.settings.base_url.startswith("https://"),
        httponly=True,
        samesite="strict",
    )


async def signed_in(request: Request, merchant: MerchantId) -> Teammate | None:
    install, token = install_of(request), request.cookies.get(_name(merchant))
    if not token:
        return None
    token_hash, now = install.keys.hash(_PURPOSE, token), install.clock.now()
    return await install.database.merchant(merchant).look_up(lambda c: find_session(c, merchant, token_hash, now))


async def end_session(request: Request, response: Response, merchant: MerchantId) -> None:
    install, token = install_of(request), request.cookies.get(_name(merchant))
    if token:
        token_hash = install.keys.hash(_PURPOSE, token)
        await install.database.merchant(merchant).write(lambda c: close_session(c, merchant, token_hash))
    response.delete_cookie(_name(merchant), path=console_path(merchant))


def form_mark(request: Request, merchant: MerchantId) -> str:
    """What every form of this session carries, and no other page can know."""
    return install_of(request).keys.hash(_FORMS, request.cookies.get(_name(merchant), ""))


def _name(merchant: MerchantId) -> str:
    return f"team_{merchant}"
