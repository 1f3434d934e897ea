"""Why an order gets the answer it gets: each condition in turn, right or wrong, with the page that mends it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from agent.turn import Shop
from domain.blocks import Phrase, PhraseValue
from domain.connections import Connections
from domain.customers import Customer
from domain.errors import ConfigurationProblem, VendorProblem, VendorRefused
from domain.intents import Intent
from domain.languages import Language
from domain.mentions import OwnedLine
from domain.orders import Order
from domain.readiness import FIXES
from domain.returns import PortalVisit, ReturnedLine
from domain.skills import Need, SkillPorts, SkillRequest
from skills.returns.deciding import Decided, decide_lines, is_recipient
from web.console.looking_in import LookingIn, NoMentions
from web.pages.hub.links import HubLinks

SKILL = "returns"
_PAGES = 10
_RECENT = 3


class State(StrEnum):
    """OPEN: it could not be looked at, because something before it is missing."""

    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """``says`` explains; ``fix`` is the page below the shop's console that mends it, None when none does."""

    name: str
    state: State
    says: Phrase
    fix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """``recent`` are numbers of this customer's own orders, offered when the asked one is not theirs."""

    checks: tuple[Check, ...]
    decided: tuple[Decided, ...] = ()
    recent: tuple[str, ...] = ()

    @property
    def cause(self) -> Check | None:
        return next((each for each in self.checks if each.state is State.WRONG), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """``silent`` is the port that did not answer; ``customer`` the one of the address."""

    customer: Customer | None = None
    order: Order | None = None
    silent: str = ""
    recent: tuple[str, ...] = ()

    @property
    def theirs(self) -> bool:
        return bool(self.order and self.customer and self.order.owned_by(self.customer.id))


async def diagnose(
    shop: Shop, *, number: str, email: str, language: Language, providers: Mapping[str, str]
) -> Diagnosis:
    """Everything is looked at, whatever is wrong before it, as far as it can be."""
    found = await _find(shop.connections, number, email)
    decided, silent = await _decide(shop, found, language)
    checks = (
        _need("agent", Need.AGENT, shop.merchant.agent_on, Phrase(key="diagnose-agent-on")),
        _need("hub", Need.HUB, shop.merchant.hub_on, Phrase(key="diagnose-hub-on")),
        _sign_in(shop, providers),
        _order(shop, found, number, providers),
        _owner(found, email),
        _skill(shop),
        _provider(shop, providers),
        _decision(decided, silent, found, providers),
        await _link(shop, found, decided, providers),
    )
    return Diagnosis(checks=checks, decided=decided, recent=() if found.theirs else found.recent)


async def _find(ports: Connections, number: str, email: str) -> _Found:
    """Among the orders of the address first, then among those of whoever placed the order of this number."""
    if ports.customers is None or ports.orders is None:
        return _Found()
    customer: Customer | None = None
    asked = "customers"
    try:
        customer = await ports.customers.find_by_email(email)
        placed = await ports.customers.find_by_order_number(number)
        asked = "orders"
        own = await _list(ports, customer)
        others = await _list(ports, placed) if placed and placed != customer else ()
    except (VendorProblem, ConfigurationProblem):
        return _Found(customer=customer, silent=asked)
    wanted = _plain(number)
    order = next((each for each in (*own, *others) if _plain(each.number) == wanted), None)
    return _Found(customer=customer, order=order, recent=tuple(each.number for each in own[:_RECENT]))


async def _list(ports: Connections, customer: Customer | None) -> tuple[Order, ...]:
    """Newest first, a few hundred at most."""
    assert ports.orders
    found: list[Order] = []
    cursor: str | None = None
    for _ in range(_PAGES if customer else 0):
        assert customer
        page = await ports.orders.list_orders(customer.id, cursor=cursor)
        found += page.where(lambda order: order.owned_by(customer.id)).items
        cursor = page.cursor
        if cursor is None:
            break
    return tuple(found)


def _plain(number: str) -> str:
    return number.strip().removeprefix("#").casefold()


async def _decide(shop: Shop, found: _Found, language: Language) -> tuple[tuple[Decided, ...], bool]:
    """As the returns skill does; True beside when the returns provider did not answer."""
    if found.order is None or not found.theirs or shop.connections.returns is None:
        return (), False
    own = LookingIn(shop.connections, found.order)
    ports = SkillPorts(
        own=own,
        knowledge=shop.knowledge,
        catalogue=shop.connections.catalogue,
        policy=shop.policy,
        links=HubLinks(shop.merchant.id),
        mentions=NoMentions(),
        calendar=shop.calendar,
    )
    request = SkillRequest(intent=Intent.RETURN_OR_EXCHANGE, text="", language=language, customer=found.customer)
    lines = tuple(OwnedLine(order=found.order, line=line) for line in found.order.lines)
    try:
        return await decide_lines(lines, request=request, own=own, ports=ports), False
    except (VendorProblem, ConfigurationProblem):
        return (), True


def _need(name: str, need: Need, met: bool, right: Phrase) -> Check:
    if met:
        return Check(name=name, state=State.RIGHT, says=right)
    unmet = Phrase(key=f"readiness-{need.value.replace('_', '-')}")
    return Check(name=name, state=State.WRONG, says=unmet, fix=FIXES[need])


def _sign_in(shop: Shop, providers: Mapping[str, str]) -> Check:
    right = Phrase(key="diagnose-sign-in-possible", values={"vendor": providers["customers"]})
    return _need("sign-in", Need.SIGN_IN, shop.connections.customers is not None, right)


def _silent(name: str, vendor: str) -> Check:
    says = Phrase(key="diagnose-vendor-silent", values={"vendor": vendor})
    return Check(name=name, state=State.WRONG, says=says, fix="connections")


def _open(name: str) -> Check:
    return Check(name=name, state=State.OPEN, says=Phrase(key="diagnose-not-looked-at"))


def _order(shop: Shop, found: _Found, number: str, providers: Mapping[str, str]) -> Check:
    if shop.connections.orders is None:
        return _need("order", Need.ORDERS, met=False, right=Phrase(key="readiness-orders"))
    if shop.connections.customers is None:
        return _open("order")
    if found.silent:
        return _silent("order", providers[found.silent])
    values = {"order": number, "vendor": providers["orders"]}
    if found.order is None:
        return Check(name="order", state=State.WRONG, says=Phrase(key="diagnose-no-order", values=values))
    placed: dict[str, PhraseValue] = {**values, "order": found.order.number, "placed": found.order.placed_at}
    return Check(name="order", state=State.RIGHT, says=Phrase(key="diagnose-order-found", values=placed))


def _owner(found: _Found, email: str) -> Check:
    if found.silent:
        return _open("owner")
    if found.customer is None:
        says = Phrase(key="diagnose-nobody", values={"address": email})
        return Check(name="owner", state=State.WRONG, says=says)
    if found.order is None:
        return _open("owner")
    name = {"name": found.customer.name}
    if not found.theirs:
        return Check(name="owner", state=State.WRONG, says=Phrase(key="diagnose-not-theirs", values=name))
    gift = is_recipient(found.order, found.customer)
    says = Phrase(key="diagnose-theirs-gift" if gift else "diagnose-theirs", values=name)
    return Check(name="owner", state=State.RIGHT, says=says)


def _skill(shop: Shop) -> Check:
    if SKILL in shop.merchant.skills_off:
        says = Phrase(key="readiness-switched-off")
        return Check(name="skill", state=State.WRONG, says=says, fix=f"skills/{SKILL}")
    return Check(name="skill", state=State.RIGHT, says=Phrase(key="diagnose-skill-on"))


def _provider(shop: Shop, providers: Mapping[str, str]) -> Check:
    right = Phrase(key="diagnose-provider", values={"vendor": providers["returns"]})
    return _need("provider", Need.RETURNS, shop.connections.returns is not None, right)


def _decision(decided: tuple[Decided, ...], silent: bool, found: _Found, providers: Mapping[str, str]) -> Check:
    if silent:
        return _silent("decision", providers["returns"])
    if not decided:
        return _open("decision")
    eligible = sum(each.eligible for each in decided)
    counted = {"count": eligible, "all": len(decided)}
    if eligible:
        return Check(name="decision", state=State.RIGHT, says=Phrase(key="diagnose-may-return", values=counted))
    unknown = any(each.unknown for each in decided)
    says = Phrase(key="diagnose-undecided" if unknown else "diagnose-refused", values=counted)
    return Check(name="decision", state=State.WRONG, says=says, fix="policy")


async def _link(shop: Shop, found: _Found, decided: Iterable[Decided], providers: Mapping[str, str]) -> Check:
    """Makes the link as for the shopper, and forgets it."""
    returns, order = shop.connections.returns, found.order
    chosen = [each for each in decided if each.eligible or each.decision.portal]
    if returns is None or order is None or not chosen:
        return _open("link")
    parts = tuple(ReturnedLine(line=each.decision.line, quantity=max(each.decision.quantity, 1)) for each in chosen)
    visit = PortalVisit(order=order, lines=parts, resolution=None, by_recipient=chosen[0].for_recipient)
    vendor = {"vendor": providers["returns"]}
    try:
        url = await returns.portal_url(visit)
    except VendorRefused:
        says = Phrase(key="diagnose-link-refused", values=vendor)
        return Check(name="link", state=State.WRONG, says=says, fix="connections")
    except (VendorProblem, ConfigurationProblem):
        return _silent("link", providers["returns"])
    host = urlsplit(url).netloc
    says = Phrase(key="diagnose-link-made", values={**vendor, "host": host})
    return Check(name="link", state=State.RIGHT, says=says if host else Phrase(key="diagnose-link-own", values=vendor))
