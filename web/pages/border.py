"""The border of every page: what went wrong becomes a page that says what happened and what to do, and a form is only
taken from our own pages."""

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from agent.turn import Shop
from domain.errors import AppError, Conflict, NotAllowed, VendorProblem
from domain.ids import MerchantId
from domain.languages import Language
from runtime.settings import Mode
from web.pages.showing import show
from web.pages.speaking import Speaker, choose_language, make_speaker
from web.wiring import Install

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
_STATUS: tuple[tuple[type[AppError], str, int], ...] = (
    (NotAllowed, "not-here", 404),
    (Conflict, "settled", 409),
    (VendorProblem, "vendor", 503),
)


class ForeignForm(NotAllowed):
    """A form was sent from a page that is not ours."""

    code = "foreign_form"


class HubClosed(NotAllowed):
    """The merchant has switched the shopper's pages off."""

    code = "hub_closed"


class SignInFirst(NotAllowed):
    """``path`` is where the sign-in leads back to."""

    code = "sign_in_first"

    def __init__(self, where: str, path: str) -> None:
        super().__init__("sign in first")
        self.where = where
        self.path = path


class NotYourRole(NotAllowed):
    """The teammate's role does not allow it."""

    code = "not_your_role"


class PageRoute(APIRoute):
    """Answers our errors with pages; anything else goes on to the application's own border."""

    def get_route_handler(self) -> Handler:
        inner = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await inner(request)
            except SignInFirst as problem:
                return RedirectResponse(f"{problem.where}?next={quote(problem.path)}", status_code=303)
            except ForeignForm:
                return await show_problem(request, "foreign-form", status=403)
            except NotYourRole:
                return await show_problem(request, "not-your-role", status=403)
            except HubClosed:
                return await show_problem(request, "hub-closed", status=403)
            except (NotAllowed, Conflict, VendorProblem) as problem:
                name, status = next((name, status) for kind, name, status in _STATUS if isinstance(problem, kind))
                return await show_problem(request, name, status=status)

        return handle


def install_of(request: Request) -> Install:
    install: Install = request.app.state.install
    return install


def demo_only(request: Request) -> None:
    """A route's condition: in live mode its page does not exist."""
    if install_of(request).settings.mode is not Mode.DEMO:
        raise NotAllowed("this page belongs to the demo")


def check_form(request: Request) -> None:
    """Raises ForeignForm unless the browser says that the form was on one of our pages."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = {request.url.netloc, urlsplit(install_of(request).settings.base_url).netloc}
    if site is not None and site != "same-origin":
        raise ForeignForm("the form came from elsewhere")
    if origin is not None and urlsplit(origin).netloc not in own:
        raise ForeignForm("the form came from elsewhere")
    if site is None and origin is None:
        raise ForeignForm("the form does not say where it came from")


def speak(request: Request, shop: Shop) -> Speaker:
    language = choose_language(request, shop.merchant.language)
    return make_speaker(install_of(request).phrases, language, shop.calendar)


async def show_problem(request: Request, name: str, *, status: int) -> Response:
    """In the shop's name when the address names one."""
    install = install_of(request)
    shop = await find_shop(request)
    if shop:
        say, shop_name = speak(request, shop), shop.merchant.name
    else:
        say, shop_name = _plain_speaker(request, install), ""
    home = f"/hub/{shop.merchant.id}" if shop and shop.merchant.hub_on else ""
    front = "/" if not home and install.settings.mode is Mode.DEMO else ""
    return show(request, "problem.html", say, status=status, name=name, shop_name=shop_name, home=home, front=front)


async def answer_elsewhere(request: Request, error: Exception) -> Response:
    """For addresses that no route answers: a page for people, the usual body for programs. What only takes forms leads
    to the page its form stands on, so that a reload or another language there is no dead end."""
    assert isinstance(error, HTTPException)
    if "text/html" not in request.headers.get("accept", ""):
        return await http_exception_handler(request, error)
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
        above = request.url.path.rpartition("/")[0] or "/"
        return RedirectResponse(f"{above}?{request.url.query}".rstrip("?"), status_code=303)
    return await show_problem(request, "not-here", status=error.status_code)


async def find_shop(request: Request) -> Shop | None:
    merchant = request.path_params.get("merchant")
    if not merchant:
        return None
    try:
        return await install_of(request).shops.get_shop(MerchantId(merchant))
    except NotAllowed:
        return None


def _plain_speaker(request: Request, install: Install) -> Speaker:
    return Speaker(
        phrases=install.phrases,
        language=choose_language(request, Language.EN),
        zone=ZoneInfo("UTC"),
        today=install.clock.now().date(),
    )
