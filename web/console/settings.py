"""Settings: the shop's name, colours and pages, the hub's switch, how a model should speak, and the team."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from domain.errors import NotAllowed
from domain.languages import Language
from domain.team import May, Role, Teammate
from records.merchants import Merchant, find_merchant, save_merchant
from records.team import add_teammate, change_teammate, find_account, list_teammates, remove_teammate
from runtime.crypto import new_token
from runtime.ids import new_id
from runtime.passwords import hash_password
from web.console.access import Visit, enter, enter_form
from web.console.routing import router
from web.greeting import say_greeting
from web.pages.forms import Form
from web.pages.speaking import PAGE_LANGUAGES

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LONGEST_NAME, _LONGEST_TONE, _MOST_ORIGINS = 80, 300, 20


@router.get("/settings")
async def settings(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    return await _show(visit, notice=request.query_params.get("done", ""))


@router.post("/settings")
async def save(request: Request, merchant: str) -> Response:
    visit, form = await enter_form(request, merchant, May.SWITCH)
    changed, mistake = _read(visit.shop.merchant, form)
    if mistake:
        return await _show(visit, mistake=mistake, typed=changed, status=422)

    def keep(connection: Connection) -> None:
        row = find_merchant(connection, visit.merchant)
        if row:
            save_merchant(connection, _over(row, changed))
            visit.noted(connection, "changed", "settings")

    await visit.records.write(keep)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(f"{visit.home}/settings?done=saved", status_code=303)


@router.post("/settings/team")
async def invite(request: Request, merchant: str) -> Response:
    """A new teammate with a first password, shown once; an address that is taken is said to be."""
    visit, form = await enter_form(request, merchant, May.MANAGE_TEAM)
    email, name, role = form.one("email").strip().lower(), form.one("name").strip(), form.one("role")
    if "@" not in email or not name or role not in {each.value for each in Role}:
        return await _show(visit, mistake="teammate", status=422)
    if await visit.records.read(lambda c: find_account(c, visit.merchant, email)):
        return await _show(visit, mistake="taken", status=409)
    password = new_token(12)
    hashed, now = await hash_password(password), visit.install.clock.now()
    mate = Teammate(id=new_id("tmt"), name=name[:120], email=email[:254], role=Role(role), language=visit.say.language)

    def add(connection: Connection) -> None:
        add_teammate(connection, visit.merchant, mate, password_hash=hashed, now=now)
        visit.noted(connection, "invited", mate.id, role)

    await visit.records.write(add)
    return await _show(visit, notice="invited", password=password, invited=mate)


@router.post("/settings/team/{teammate}")
async def change(request: Request, merchant: str, teammate: str) -> Response:
    """Another role, or out; nobody changes themselves, so that one owner always remains."""
    visit, form = await enter_form(request, merchant, May.MANAGE_TEAM)
    if teammate == visit.teammate.id:
        raise NotAllowed("nobody changes their own role")
    role, leaves = form.one("role"), form.one("remove") == "yes"
    if not leaves and role not in {each.value for each in Role}:
        raise NotAllowed("no such role")

    def alter(connection: Connection) -> None:
        mates = {each.id: each for each in list_teammates(connection, visit.merchant)}
        if teammate not in mates:
            raise NotAllowed("no such teammate")
        if leaves:
            remove_teammate(connection, visit.merchant, teammate)
        else:
            change_teammate(connection, visit.merchant, replace(mates[teammate], role=Role(role)))
        visit.noted(connection, "removed" if leaves else "changed role", teammate, "" if leaves else role)

    await visit.records.write(alter)
    return RedirectResponse(f"{visit.home}/settings?done=team#team", status_code=303)


async def _show(
    visit: Visit,
    *,
    notice: str = "",
    mistake: str = "",
    typed: Merchant | None = None,
    password: str = "",
    invited: Teammate | None = None,
    status: int = 200,
) -> Response:
    team = await visit.records.read(lambda c: list_teammates(c, visit.merchant))
    return visit.show(
        "console/settings.html",
        page="settings",
        status=status,
        notice=notice,
        mistake=mistake,
        typed=typed or visit.shop.merchant,
        team=team,
        roles=list(Role),
        languages=PAGE_LANGUAGES,
        base=visit.install.settings.base_url,
        greeting=say_greeting(visit.shop, visit.install.phrases, visit.say.language),
        password=password,
        invited=invited,
    )


def _read(merchant: Merchant, form: Form) -> tuple[Merchant, str]:
    """The settings as typed, and what is wrong with them."""
    origins = tuple(each.strip().rstrip("/") for each in form.one("origins").split() if each.strip())
    brand = form.one("brand").strip().lower()
    changed = replace(
        merchant,
        name=form.one("name").strip()[:_LONGEST_NAME],
        brand=brand,
        tone=form.one("tone").strip()[:_LONGEST_TONE],
        hub_on=form.one("hub") == "yes",
        origins=origins,
        language=Language(form.one("language")) if form.one("language") in list(Language) else merchant.language,
    )
    if not changed.name:
        return changed, "name"
    if brand and not _COLOUR.fullmatch(brand):
        return changed, "brand"
    if len(origins) > _MOST_ORIGINS or not all(_is_origin(each) for each in origins):
        return changed, "origins"
    return changed, ""


def _over(row: Merchant, changed: Merchant) -> Merchant:
    """What this page may change, over what stands there now."""
    return replace(
        row,
        name=changed.name,
        brand=changed.brand,
        tone=changed.tone,
        hub_on=changed.hub_on,
        origins=changed.origins,
        language=changed.language,
    )


def _is_origin(text: str) -> bool:
    """``*``, or scheme and host without a path."""
    parts = urlsplit(text)
    return text == "*" or (parts.scheme in {"http", "https"} and bool(parts.netloc) and not parts.path)
