"""Signing in with address and password. Wrong or unknown answers alike; five wrong ones lock for fifteen minutes."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from limits import RateLimitItemPerMinute
from sqlalchemy.engine import Connection

from domain.errors import SentTooOften
from domain.ids import MerchantId
from records import audit
from records.team import Account, find_account, note_failure, note_success
from runtime.passwords import check_password
from web.console.routing import router
from web.console.sessions import console_path, end_session, signed_in, start_session
from web.demo_team import DEMO_PASSWORD, DEMO_TEAM
from web.pages.border import check_form, install_of, speak
from web.pages.forms import read_form
from web.pages.showing import show

_PER_SOURCE = RateLimitItemPerMinute(20)


@router.get("/sign-in")
async def ask_password(request: Request, merchant: str) -> Response:
    install = install_of(request)
    shop = await install.shops.get_shop(MerchantId(merchant))
    back = _way_back(request.query_params.get("next", ""), shop.merchant.id)
    if await signed_in(request, shop.merchant.id):
        return RedirectResponse(back, status_code=303)
    return await _ask(request, shop.merchant.id, back=back)


@router.post("/sign-in")
async def let_in(request: Request, merchant: str) -> Response:
    check_form(request)
    install = install_of(request)
    shop = await install.shops.get_shop(MerchantId(merchant))
    form = await read_form(request)
    back, email = _way_back(form.one("next"), shop.merchant.id), form.one("email").strip()[:254]
    try:
        install.throttle.count(_PER_SOURCE, request.client.host if request.client else "")
    except SentTooOften:
        return await _ask(request, shop.merchant.id, back=back, email=email, mistake="often", status=429)
    account = await _check(request, shop.merchant.id, email, form.one("password"))
    if account is None:
        return await _ask(request, shop.merchant.id, back=back, email=email, mistake="wrong", status=401)
    answer = RedirectResponse(back, status_code=303)
    await start_session(request, answer, shop.merchant.id, account.teammate.id)
    return answer


@router.post("/sign-out")
async def sign_out(request: Request, merchant: str) -> Response:
    check_form(request)
    answer = RedirectResponse(f"{console_path(MerchantId(merchant))}/sign-in", status_code=303)
    await end_session(request, answer, MerchantId(merchant))
    return answer


async def _check(request: Request, merchant: MerchantId, email: str, password: str) -> Account | None:
    """The account when the password fits and it is not locked; every try is noted."""
    install = install_of(request)
    records, now = install.database.merchant(merchant), install.clock.now()
    account = await records.read(lambda c: find_account(c, merchant, email))
    open_ = bool(account and account.active and (account.locked_until is None or account.locked_until <= now))
    fits, renewed = await check_password(password, account.password_hash if account and open_ else None)

    def note(connection: Connection) -> None:
        if account is None:
            return
        if fits:
            note_success(connection, merchant, account.teammate.id, password_hash=renewed)
        elif open_:
            note_failure(connection, merchant, account, now)
        verb = "signed in" if fits else "was refused"
        entry = audit.AuditEntry(at=now, actor=account.teammate.id, verb=verb, subject="console", detail="")
        audit.note(connection, merchant, entry)

    await records.write(note)
    return account if fits else None


async def _ask(
    request: Request, merchant: MerchantId, *, back: str, email: str = "", mistake: str = "", status: int = 200
) -> Response:
    install = install_of(request)
    shop = await install.shops.get_shop(merchant)
    demo = install.settings.demo and shop.merchant.connector == "sandbox"
    return show(
        request,
        "console/sign-in.html",
        speak(request, shop),
        status=status,
        shop=shop.merchant,
        home=console_path(merchant),
        back=back,
        email=email,
        mistake=mistake,
        team=DEMO_TEAM if demo else (),
        password=DEMO_PASSWORD if demo else "",
    )


def _way_back(asked: str, merchant: MerchantId) -> str:
    """Only into this console."""
    home = console_path(merchant)
    inside = asked == home or asked.startswith(f"{home}/")
    return asked if inside and "\\" not in asked and "//" not in asked else home
