"""Policy: the typed return rules, their versions, and the rules that content proposes to accept or turn down."""

from datetime import date

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from domain.errors import Conflict, NotAllowed
from domain.policy import CountsFrom, ExclusionKind, PolicySource, ReturnPolicy
from domain.returns import Resolution
from domain.team import May
from knowledge.policy_comparison import Compared, compare
from knowledge.policy_weighing import accept, turn_down, weigh
from records.policies import add_policy, find_newest, list_policies
from records.rule_drafts import take_back
from web.console.access import Visit, enter, enter_form
from web.console.policy_form import PolicyMistake, read_policy
from web.console.routing import router

_DONE = {"saved", "accepted", "turned_down", "taken_back"}


@router.get("/policy")
async def show_policy(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    return await _show(visit)


@router.post("/policy")
async def save_policy(request: Request, merchant: str) -> Response:
    """A new version; those before stay, so that every receipt stays true."""
    visit, form = await enter_form(request, merchant, May.CHANGE_POLICY)
    today = visit.shop.calendar.today()

    def commit(connection: Connection) -> None:
        before = find_newest(connection, visit.merchant, PolicySource.TYPED)
        if form.one("base") != str(before.version if before else 0):
            raise Conflict("the policy was changed meanwhile")
        policy = read_policy(form, before, today)
        add_policy(connection, visit.merchant, policy)
        visit.noted(connection, "changed", f"policy version {policy.version}", f"from {policy.effective_from}")

    try:
        await visit.records.write(commit)
    except PolicyMistake as mistake:
        return await _show(visit, problem=mistake.reason)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(f"{visit.home}/policy?done=saved", status_code=303)


@router.get("/policy/proposals")
async def show_proposals(request: Request, merchant: str) -> Response:
    """Each rule that content states otherwise than the policy, with its sentence."""
    visit = await enter(request, merchant)
    weighing = await visit.records.read(lambda c: weigh(c, visit.merchant))
    asked = request.query_params
    return visit.show(
        "console/policy-proposals.html",
        page="policy",
        tab="proposals",
        weighing=weighing,
        done=asked.get("done", "") if asked.get("done") in _DONE else "",
        key=asked.get("key", "")[:32],
    )


@router.post("/policy/proposals")
async def weigh_in(request: Request, merchant: str) -> Response:
    visit, form = await enter_form(request, merchant, May.CHANGE_POLICY)
    key, deed = form.one("key")[:32], form.one("deed")
    today, now = visit.shop.calendar.today(), visit.install.clock.now()

    def commit(connection: Connection) -> str:
        if deed == "accept":
            policy = accept(connection, visit.merchant, key, today)
            if policy is None:
                raise NotAllowed("no such proposal")
            visit.noted(connection, "changed", f"policy version {policy.version}", f"accepted {key}")
            return "accepted"
        if deed == "take_back":
            take_back(connection, visit.merchant, key)
            return "taken_back"
        turn_down(connection, visit.merchant, key, now)
        visit.noted(connection, "turned down", f"rule {key}")
        return "turned_down"

    done = await visit.records.write(commit)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(f"{visit.home}/policy/proposals?done={done}&key={key}", status_code=303)


@router.get("/policy/versions")
async def show_versions(request: Request, merchant: str) -> Response:
    """Each typed version with the day it takes effect and what it changed."""
    visit = await enter(request, merchant)
    versions = await visit.records.read(lambda c: list_policies(c, visit.merchant, PolicySource.TYPED))
    older = (*versions[1:], None)
    return visit.show(
        "console/policy-versions.html",
        page="policy",
        tab="versions",
        versions=[(each, _changes(each, before)) for each, before in zip(versions, older, strict=True)],
        current=_current(versions, visit.shop.calendar.today()),
    )


async def _show(visit: Visit, *, problem: str = "") -> Response:
    policy = await visit.records.read(lambda c: find_newest(c, visit.merchant, PolicySource.TYPED))
    today, done = visit.shop.calendar.today(), visit.request.query_params.get("done", "")
    return visit.show(
        "console/policy.html",
        page="policy",
        status=422 if problem else 200,
        tab="rules",
        policy=policy,
        today=today,
        problem=problem,
        done=done if done in _DONE else "",
        resolutions=tuple(Resolution),
        kinds=tuple(ExclusionKind),
        events=tuple(CountsFrom),
        editable=visit.may("change_policy"),
    )


def _changes(policy: ReturnPolicy, before: ReturnPolicy | None) -> list[Compared]:
    """``typed`` is the rule before, ``read`` the rule in this version."""
    return [each for each in compare(policy, before) if not each.agrees] if before else []


def _current(versions: tuple[ReturnPolicy, ...], today: date) -> int:
    return next((each.version for each in versions if each.effective_from <= today), 0)
