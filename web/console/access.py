"""Coming in to a page of the console: who it is, whether their role may, and that a form is one of ours."""

from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from sqlalchemy.engine import Connection

from agent.turn import Shop
from domain.ids import MerchantId
from domain.team import May, Teammate
from records import audit
from runtime.database import Scope
from web.console.sessions import console_path, form_mark, signed_in
from web.pages.border import ForeignForm, NotYourRole, SignInFirst, check_form, install_of
from web.pages.forms import FORM_BYTES, Form, read_form
from web.pages.showing import show
from web.pages.speaking import Speaker, choose_language, make_speaker
from web.wiring import Install


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of one teammate; ``records`` reach this merchant's rows alone."""

    request: Request
    install: Install
    shop: Shop
    teammate: Teammate
    say: Speaker

    @property
    def merchant(self) -> MerchantId:
        return self.shop.merchant.id

    @property
    def home(self) -> str:
        return console_path(self.merchant)

    @property
    def records(self) -> Scope:
        return self.install.database.merchant(self.merchant)

    def may(self, act: str) -> bool:
        """For templates, which hide what the role cannot do."""
        return self.teammate.may(May(act))

    def show(self, template: str, *, page: str, status: int = 200, **values: Any) -> Response:
        """``page`` is the entry of the rail that it belongs to."""
        known = {
            "visit": self,
            "shop": self.shop.merchant,
            "home": self.home,
            "page": page,
            "mark": form_mark(self.request, self.merchant),
        }
        return show(self.request, template, self.say, status=status, **known, **values)

    def noted(self, connection: Connection, verb: str, subject: str, detail: str = "") -> None:
        """Who did or read what, in the transaction of the deed."""
        entry = audit.AuditEntry(
            at=self.install.clock.now(), actor=self.teammate.id, verb=verb, subject=subject, detail=detail[:200]
        )
        audit.note(connection, self.merchant, entry)


async def enter(request: Request, merchant: str, act: May = May.READ) -> Visit:
    """Raises SignInFirst, or NotYourRole."""
    install = install_of(request)
    shop = await install.shops.get_shop(MerchantId(merchant))
    teammate = await signed_in(request, shop.merchant.id)
    if teammate is None:
        raise SignInFirst(f"{console_path(shop.merchant.id)}/sign-in", request.url.path)
    if not teammate.may(act):
        raise NotYourRole("the role does not allow it")
    language = choose_language(request, teammate.language)
    return Visit(
        request=request,
        install=install,
        shop=shop,
        teammate=teammate,
        say=make_speaker(install.phrases, language, shop.calendar),
    )


async def enter_form(request: Request, merchant: str, act: May, *, limit: int = FORM_BYTES) -> tuple[Visit, Form]:
    """The same for a form that changes something; raises ForeignForm unless it stood on a page of this session."""
    check_form(request)
    visit = await enter(request, merchant, act)
    form = await read_form(request, limit)
    check_mark(visit, form)
    return visit, form


def check_mark(visit: Visit, form: Form) -> None:
    """Raises ForeignForm unless the form stood on a page of this session."""
    if form.one("mark") != form_mark(visit.request, visit.merchant):
        raise ForeignForm("the form is not one of this session")
