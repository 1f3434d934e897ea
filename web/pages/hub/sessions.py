"""Who is signed in to a shop's hub: a cookie with a random token, kept as a hash, good for two hours."""

from datetime import timedelta

from fastapi import Request, Response

from domain.ids import CustomerId, MerchantId
from records.identity import close_session, find_session, open_session
from runtime.crypto import new_token
from web.pages.border import install_of

LIFE = timedelta(hours=2)
_PURPOSE = "hub_session"


def hub_path(merchant: MerchantId) -> str:
    return f"/hub/{merchant}"


async def start_session(request: Request, response: Response, merchant: MerchantId, customer: CustomerId) -> None:
    install = install_of(request)
    token = new_token()
    token_hash = install.keys.hash(_PURPOSE, token)
    expires = install.clock.now() + LIFE
    await install.database.merchant(merchant).write(
        lambda c: open_session(c, merchant, customer, token_hash=token_hash, expires=expires)
    )
    set_private(request, response, merchant, _name(merchant), token)


async def signed_in(request: Request, merchant: MerchantId) -> CustomerId | None:
    install = install_of(request)
    token = request.cookies.get(_name(merchant))
    if not token:
        return None
    token_hash, now = install.keys.hash(_PURPOSE, token), install.clock.now()
    return await install.database.merchant(merchant).read(lambda c: find_session(c, merchant, token_hash, now))


async def end_session(request: Request, response: Response, merchant: MerchantId) -> None:
    install = install_of(request)
    token = request.cookies.get(_name(merchant))
    if token:
        token_hash = install.keys.hash(_PURPOSE, token)
        await install.database.merchant(merchant).write(lambda c: close_session(c, merchant, token_hash))
    response.delete_cookie(_name(merchant), path=hub_path(merchant))


def set_private(request: Request, response: Response, merchant: MerchantId, name: str, value: str) -> None:
    """A cookie that scripts cannot read, for this shop's hub alone."""
    response.set_cookie(
        name,
        value,
        max_age=int(LIFE.total_seconds()),
        path=hub_path(merchant),
        secure=install_of(request).settings.base_url.startswith("https://"),
        httponly=True,
        samesite="lax",
    )


def _name(merchant: MerchantId) -> str:
    return f"hub_{merchant}"
