"""The demo's returns portal, as a returns provider's own pages: choose, review, done. Its rules are the sandbox's."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from agent.turn import Shop
from domain.errors import NotAllowed, VendorRefused
from domain.ids import LineId, MerchantId, VariantId
from domain.policy import Reason
from domain.returns import Resolution, ReturnedLine
from hub_connectors.sandbox.adapter import SandboxStore
from hub_connectors.sandbox.assortment import assortment
from hub_connectors.sandbox.portal import OpenVisit, Portal, PortalLine, Submission
from web.pages.border import PageRoute, check_form, demo_only, install_of, show_problem, speak
from web.pages.forms import Form, read_form
from web.pages.sandbox_rows import find_visit_merchant
from web.pages.showing import show
from web.pages.speaking import Speaker

router = APIRouter(prefix="/sandbox/portal/{token}", route_class=PageRoute, dependencies=[Depends(demo_only)])

_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit as it stands now."""

    token: str
    shop: Shop
    say: Speaker
    portal: Portal
    open: OpenVisit

    @property
    def path(self) -> str:
        return f"/sandbox/portal/{self.token}"

    def find_line(self, line: LineId) -> PortalLine | None:
        return next((each for each in self.open.lines if each.line.id == line), None)


@router.get("")
async def choose(request: Request, token: str) -> Response:
    visit = await _find_visit(request, token)
    if visit is None:
        return await show_problem(request, "portal-ended", status=404)
    chosen = {part.line: part for part in visit.open.chosen}
    return _show_choosing(request, visit, chosen=chosen, resolution=visit.open.resolution)


@router.post("/review")
async def review(request: Request, token: str) -> Response:
    check_form(request)
    visit = await _find_visit(request, token)
    if visit is None:
        return await show_problem(request, "portal-ended", status=404)
    form = await read_form(request)
    submission, mistake = _read_submission(visit, form)
    if form.one("change") or submission is None:
        chosen = {part.line: part for part in _read_lines(visit, form)}
        mistake = "" if form.one("change") else mistake
        resolution = _read_resolution(form)
        return _show_choosing(
            request, visit, chosen=chosen, resolution=resolution, reason=form.one("reason"), mistake=mistake
        )
    return _show_review(request, visit, submission)


@router.post("/submit")
async def submit(request: Request, token: str) -> Response:
    """The same submission twice is one return."""
    check_form(request)
    visit = await _find_visit(request, token)
    if visit is None:
        return await show_problem(request, "portal-ended", status=404)
    submission, _ = _read_submission(visit, await read_form(request), sent=True)
    if submission is None:
        raise NotAllowed("nothing was chosen")
    try:
        made = await visit.portal.submit(token, submission, key=_key(token, submission))
    except VendorRefused:
        return _show_choosing(request, visit, chosen={}, resolution=None, mistake="refused")
    return RedirectResponse(f"{visit.path}/done/{made.id}", status_code=303)


@router.get("/done/{return_id}")
async def done(request: Request, token: str, return_id: str) -> Response:
    visit = await _find_visit(request, token)
    made = next((each for each in visit.open.submitted if each.id == return_id), None) if visit else None
    if visit is None or made is None:
        return await show_problem(request, "portal-ended", status=404)
    parts = [(visit.find_line(part.line), part) for part in made.lines]
    return _show(request, "portal/done.html", visit, made=made, parts=parts)


async def _find_visit(request: Request, token: str) -> Visit | None:
    install = install_of(request)
    merchant = await install.database.system().read(lambda c: find_visit_merchant(c, token))
    if merchant is None:
        return None
    shop = await install.shops.get_shop(MerchantId(merchant))
    store = await install.shops.get_sandbox(shop.merchant.id)
    found = await store.portal.find_visit(token) if isinstance(store, SandboxStore) else None
    if found is None or not isinstance(store, SandboxStore):
        return None
    return Visit(token=token, shop=shop, say=speak(request, shop), portal=store.portal, open=found)


def _read_lines(visit: Visit, form: Form) -> tuple[ReturnedLine, ...]:
    """The lines of this order that were ticked; whether they may come back is looked at later."""
    exchanging = _read_resolution(form) is Resolution.EXCHANGE
    lines = []
    for chosen in form.many("line"):
        line, variant = visit.find_line(LineId(chosen)), form.one(f"variant-{chosen}")
        if line is None:
            continue
        wanted = VariantId(variant) if variant and exchanging else None
        pieces = _read_pieces(form.one(f"quantity-{chosen}"))
        lines.append(ReturnedLine(line=line.line.id, quantity=pieces, exchange_for=wanted))
    return tuple(lines)


def _read_pieces(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 1


def _read_resolution(form: Form) -> Resolution | None:
    return next((each for each in Resolution if each.value == form.one("resolution")), None)


def _read_submission(visit: Visit, form: Form, *, sent: bool = False) -> tuple[Submission | None, str]:
    """What was filled in, or what is missing in it; ``sent`` leaves the rest to the portal's own check."""
    lines, resolution = _read_lines(visit, form), _read_resolution(form)
    reason = next((each for each in visit.open.reasons if each.value == form.one("reason")), None)
    if not lines:
        return None, "lines"
    if reason is None:
        return None, "reason"
    if resolution is None:
        return None, "resolution"
    submission = Submission(lines=lines, resolution=resolution, reason=reason)
    return (submission, "") if sent else _fits(visit, submission)


def _fits(visit: Visit, submission: Submission) -> tuple[Submission | None, str]:
    for part in submission.lines:
        line = visit.find_line(part.line)
        offered = {offer.resolution for offer in line.offers} if line else set()
        if submission.resolution not in offered:
            return None, "not-this-way"
        if line is None or not 1 <= part.quantity <= line.quantity:
            return None, "pieces"
        wanted = {each.variant for each in line.exchanges}
        if submission.resolution is Resolution.EXCHANGE and part.exchange_for not in wanted:
            return None, "variant"
    return submission, ""


def _show_choosing(
    request: Request,
    visit: Visit,
    *,
    chosen: dict[LineId, ReturnedLine],
    resolution: Resolution | None,
    reason: str = "",
    mistake: str = "",
) -> Response:
    offered = {offer.resolution for line in visit.open.lines for offer in line.offers}
    return _show(
        request,
        "portal/choose.html",
        visit,
        status=422 if mistake else 200,
        chosen=chosen,
        resolution=resolution.value if resolution else "",
        resolutions=[each.value for each in Resolution if each in offered],
        refusals=_refusals(visit),
        reason=reason,
        mistake=mistake,
    )


def _show_review(request: Request, visit: Visit, submission: Submission) -> Response:
    parts = [(visit.find_line(part.line), part) for part in submission.lines]
    fees = [
        offer.fee
        for line, _ in parts
        if line
        for offer in line.offers
        if offer.resolution is submission.resolution and offer.fee
    ]
    free = submission.reason.our_fault
    fee = None if free or not fees else max(fees, key=lambda each: each.minor)
    return _show(request, "portal/review.html", visit, submission=submission, parts=parts, fee=fee)


def _titles(visit: Visit) -> dict[VariantId, str]:
    """What may be had instead, in the page's language, also once it is no longer offered."""
    language = visit.say.language.value
    products = (assortment()[line.line.product] for line in visit.open.lines)
    return {each.id: each.title(language) for product in products for each in product.variants}


def _show(request: Request, template: str, visit: Visit, *, status: int = 200, **values: object) -> Response:
    say = visit.say
    known = {
        "shop": visit.shop.merchant,
        "visit": visit.open,
        "path": visit.path,
        "stage": template.removeprefix("portal/").removesuffix(".html"),
        "reasons": {each.value: say(f"portal-reason-{_word(each)}") for each in visit.open.reasons},
        "ways": {each.value: say(f"portal-way-{_word(each)}") for each in Resolution},
        "titles": _titles(visit),
    }
    return show(request, template, say, status=status, **known, **values)


def _refusals(visit: Visit) -> dict[LineId, str]:
    """Why a line is not offered, in words; a last day that has passed is named."""
    found = {}
    for each in visit.open.lines:
        if each.refusal is None:
            continue
        if each.deadline and each.refusal is Reason.WINDOW_PASSED:
            found[each.line.id] = visit.say("portal-refusal-window-passed-on", day=each.deadline)
        else:
            found[each.line.id] = visit.say(f"portal-refusal-{_word(each.refusal)}")
    return found


def _word(value: StrEnum) -> str:
    return value.value.replace("_", "-")


def _key(token: str, submission: Submission) -> str:
    parts = [f"{part.line} {part.quantity} {part.exchange_for}" for part in submission.lines]
    mark = "\n".join([token, submission.resolution, submission.reason, *sorted(parts)])
    return f"portal_{sha256(mark.encode()).hexdigest()[:32]}"
