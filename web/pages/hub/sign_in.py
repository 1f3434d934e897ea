"""Signing in: an address, a telephone number or an order number, then a code. Known or not, the answer is the same."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from agent.turn import Shop
from domain.identity import CodeResult
from domain.ids import CustomerId, MerchantId
from records.identity import CodeRequest, answer_challenge, request_code
from runtime.crypto import Keys, new_token
from runtime.settings import Mode
from web.pages.border import check_form, install_of
from web.pages.forms import read_form
from web.pages.hub.account import open_hub
from web.pages.hub.routing import router
from web.pages.hub.sessions import end_session, hub_path, set_private, signed_in, start_session
from web.pages.showing import show
from web.pages.speaking import Speaker
from web.phones import find_phone

_COOKIE = "hub_code"
_SIGNATURE = "hub_code"
_LONGEST = 254
_MISTAKES = {CodeResult.WRONG: "wrong", CodeResult.EXPIRED: "expired", CodeResult.SPENT: "spent"}


@router.get("/sign-in")
async def ask_address(request: Request, merchant: str) -> Response:
    shop, say = await open_hub(request, merchant)
    back = _way_back(request.query_params.get("next", ""), shop.merchant.id)
    if await signed_in(request, shop.merchant.id):
        return RedirectResponse(back, status_code=303)
    return show(request, "hub/sign-in.html", say, shop=shop.merchant, back=back, mistake="")


@router.post("/sign-in")
async def send_code(request: Request, merchant: str) -> Response:
    check_form(request)
    shop, say = await open_hub(request, merchant)
    form, install = await read_form(request), install_of(request)
    back, address = _way_back(form.one("next"), shop.merchant.id), _normal(form.one("address"), shop.calendar.zone)
    if not address:
        return show(request, "hub/sign-in.html", say, status=422, shop=shop.merchant, back=back, mistake="empty")
    purpose = f"hub:{new_token(12)}"
    wanted = CodeRequest(
        merchant=shop.merchant.id,
        purpose=purpose,
        address=address,
        source=install.keys.hash("source", request.client.host if request.client else ""),
        language=say.language.value,
    )
    now = install.clock.now()
    scope = install.database.merchant(shop.merchant.id)
    challenge = await scope.write(lambda c: request_code(c, wanted, keys=install.keys, now=now))
    if challenge is None:
        return show(request, "hub/sign-in.html", say, status=429, shop=shop.merchant, back=back, mistake="often")
    install.courier.wake()
    response = RedirectResponse(f"{hub_path(shop.merchant.id)}/code?next={back}", status_code=303)
    set_private(request, response, shop.merchant.id, _COOKIE, _sign(install.keys, merchant, purpose, challenge))
    return response


@router.get("/code")
async def ask_code(request: Request, merchant: str) -> Response:
    shop, say = await open_hub(request, merchant)
    back = _way_back(request.query_params.get("next", ""), shop.merchant.id)
    if _read(request, merchant) is None:
        return RedirectResponse(f"{hub_path(shop.merchant.id)}/sign-in?next={back}", status_code=303)
    return _show_code(request, shop, say, back=back)


@router.post("/code")
async def check_code(request: Request, merchant: str) -> Response:
    check_form(request)
    shop, say = await open_hub(request, merchant)
    form, install = await read_form(request), install_of(request)
    back = _way_back(form.one("next"), shop.merchant.id)
    asked = _read(request, merchant)
    if asked is None:
        return RedirectResponse(f"{hub_path(shop.merchant.id)}/sign-in?next={back}", status_code=303)
    code = "".join(each for each in form.one("code") if each in "0123456789")
    answer = _Answer(shop.merchant.id, asked, code, install.keys, install.clock.now())
    result, customer = await install.database.merchant(shop.merchant.id).write(answer.check)
    if customer is None:
        return _show_code(request, shop, say, back=back, mistake=_MISTAKES[result])
    response = RedirectResponse(back, status_code=303)
    await start_session(request, response, shop.merchant.id, customer)
    response.delete_cookie(_COOKIE, path=hub_path(shop.merchant.id))
    return response


@router.post("/sign-out")
async def sign_out(request: Request, merchant: str) -> Response:
    check_form(request)
    shop, _ = await open_hub(request, merchant)
    response = RedirectResponse(f"{hub_path(shop.merchant.id)}/sign-in", status_code=303)
    await end_session(request, response, shop.merchant.id)
    return response


class _Answer:
    """A typed code on its way to be compared, in one transaction."""

    def __init__(self, merchant: MerchantId, asked: tuple[str, str], code: str, keys: Keys, now: datetime) -> None:
        self._merchant, self._code, self._keys, self._now = merchant, code, keys, now
        self._purpose, self._challenge = asked

    def check(self, connection: Connection) -> tuple[CodeResult, CustomerId | None]:
        return answer_challenge(
            connection,
            self._merchant,
            challenge=self._challenge,
            purpose=self._purpose,
            code=self._code,
            keys=self._keys,
            now=self._now,
        )


def _show_code(request: Request, shop: Shop, say: Speaker, *, back: str, mistake: str = "") -> Response:
    demo = install_of(request).settings.mode is Mode.DEMO
    known: dict[str, Any] = {"shop": shop.merchant, "back": back, "mistake": mistake, "demo": demo}
    return show(request, "hub/code.html", say, status=422 if mistake else 200, **known)


def _normal(given: str, zone: ZoneInfo) -> str:
    """An email address in lower case, a telephone number in E.164, an order number in capitals without its ``#``."""
    text = given.strip()[:_LONGEST]
    if "@" in text:
        return text.lower()
    return find_phone(text, zone) or text.lstrip("#").upper()


def _way_back(path: str, merchant: MerchantId) -> str:
    """Only ever within this shop's hub."""
    home = hub_path(merchant)
    inside = path.startswith(f"{home}/") and "\\" not in path and ".." not in path
    return path if inside else home


def _sign(keys: Keys, merchant: str, purpose: str, challenge: str) -> str:
    return f"{purpose}.{challenge}.{keys.hash(_SIGNATURE, merchant, purpose, challenge)}"


def _read(request: Request, merchant: str) -> tuple[str, str] | None:
    """The purpose and challenge of the cookie; None when there is none or somebody has touched it."""
    parts = request.cookies.get(_COOKIE, "").split(".")
    if len(parts) != 3:
        return None
    purpose, challenge, signature = parts
    keys = install_of(request).keys
    return (purpose, challenge) if keys.matches(signature, _SIGNATURE, merchant, purpose, challenge) else None
