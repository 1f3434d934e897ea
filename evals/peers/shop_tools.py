"""The shop as function tools, the same for every peer: thin wraps of the connectors' ports and the knowledge library.

They are made to be kind to the peers: each takes the shopper's own words, finds the line or parcel itself, and answers
a whole need at once, so that one call does what would often be split over three. Decisions come from the same rules as
ours, and only the signed-in customer's records can be reached.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from agent.turn import Shop
from agent.understanding.embedded.mentions import LineMentions
from domain.catalogue import Variant
from domain.claims import Claim, Piece
from domain.clock import local_day
from domain.connections import Connections
from domain.customers import Customer
from domain.ids import VariantId
from domain.incidents import ChosenWay, IncidentChoice
from domain.languages import Language
from domain.mentions import OwnedLine
from domain.money import Money
from domain.orders import Order
from domain.policy import Decision, Verdict, decide
from domain.policy.decide import Situation
from domain.returns import PortalVisit, Resolution, ReturnedLine
from runtime.ids import new_id

Tool = Callable[..., Awaitable[str]]
_TOO_CLOSE = 0.1


@dataclass(slots=True, kw_only=True)
class ShopTools:
    """One customer's conversation; ``decisions``, ``links`` and ``handed_over`` are what came of it."""

    shop: Shop
    customer: Customer
    base_url: str
    decisions: list[Decision] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    handed_over: bool = False

    async def check_return(self, item: str, order_number: str) -> str:
        """Decide whether a bought item may be returned, until when and at what fee, with the links to start it.

        Args:
            item: The item in the shopper's own words.
            order_number: The order, when the shopper named one; otherwise empty.
        """
        return _write([await self._decided(each) for each in await self._lines(item, order_number)])

    async def prepare_exchange(self, item: str, order_number: str, wanted: str) -> str:
        """Decide whether an item may be exchanged, list the variants in stock, and give the link to start it.

        Args:
            item: The item in the shopper's own words.
            order_number: The order, when the shopper named one; otherwise empty.
            wanted: The size or colour wanted instead; empty when it is not known yet.
        """
        lines = await self._lines(item, order_number)
        return _write([await self._exchange(each, wanted if len(lines) == 1 else "") for each in lines])

    async def refund_status(self) -> str:
        """Show the shopper's returns with their state and what is known of each refund."""
        port = self._ports.returns
        assert port
        found = []
        for order in await self._orders():
            for each in await port.list_returns(order.id):
                refund = each.refund
                amount = _money(refund.amount) if refund else None
                expected = _day(refund.expected_by) if refund else None
                state = {"return": each.number, "order": order.number, "state": each.state.value}
                found.append({**state, "refund": amount, "expected_by": expected})
        return _write(found)

    async def track_parcels(self, order_number: str) -> str:
        """Show where the parcels are: state, carrier, last scan and the day they are expected.

        Args:
            order_number: One order; empty for those that have not arrived, or the last one when all have.
        """
        port = self._ports.tracking
        assert port
        orders = [each for each in await self._orders() if order_number in {"", each.number}]
        parcels = [(order, each) for order in orders for each in await port.list_parcels(order.id)]
        open_ones = [each for each in parcels if each[1].delivered is None]
        found = []
        for order, parcel in open_ones or parcels[:1]:
            last = parcel.events[-1] if parcel.events else None
            scan = f"{_day(local_day(last.at, self.shop.calendar.zone))} {last.place}".strip() if last else None
            state = {"order": order.number, "state": parcel.state.value, "carrier": parcel.carrier}
            found.append({**state, "number": parcel.tracking_number, "last": scan, "expected": _day(parcel.expected)})
        return _write(found)

    async def list_claims(self) -> str:
        """Show the shopper's carrier claims with their state and what is still needed from the shopper."""
        return _write([_show_claim(each) for each in await self._claims()])

    async def record_statement(self, claim_number: str, statement: str) -> str:
        """Record the shopper's statement of non-receipt on a claim, after the shopper agreed to the wording.

        Args:
            claim_number: The claim.
            statement: The statement, word for word.
        """
        claim = next((each for each in await self._claims() if each.number == claim_number), None)
        port = self._ports.claims
        if claim is None or port is None:
            return _write({"problem": "no such claim"})
        return _write(_show_claim(await port.record_statement(claim.id, text=statement, key=new_id("peer"))))

    async def list_incidents(self) -> str:
        """Show failed deliveries that wait for the shopper: what happened, what may be chosen, and on which days."""
        port = self._ports.incidents
        assert port
        return _write(
            [
                {
                    "carrier": each.carrier,
                    "reason": each.reason.value,
                    "choices": [choice.value for choice in each.choices],
                    "days": [_day(day) for day in each.days],
                    "answer_by": _day(each.answer_by.date()) if each.answer_by else None,
                }
                for each in await port.list_incidents(self.customer.id)
            ]
        )

    async def choose_solution(
        self, choice: Literal["redeliver", "correct_address", "pickup_point", "return_to_sender"], detail: str
    ) -> str:
        """Record what the shopper chose for the failed delivery, after the shopper agreed.

        Args:
            choice: The way chosen.
            detail: The day as YYYY-MM-DD for redeliver, otherwise the address or the point.
        """
        port = self._ports.incidents
        found = await port.list_incidents(self.customer.id) if port else ()
        if not found or port is None:
            return _write({"problem": "nothing waits for a choice"})
        again = choice == "redeliver"
        way = ChosenWay(
            choice=IncidentChoice(choice),
            day=date.fromisoformat(detail) if again else None,
            detail="" if again else detail,
        )
        kept = await port.record_choice(found[0].id, way=way, key=new_id("peer"))
        return _write({"state": kept.state.value, "recorded": choice, "detail": detail})

    async def search_policy(self, question: str) -> str:
        """Search the shop's articles for the rule that answers a question.

        Args:
            question: The question in the shopper's own words.
        """
        found = await self.shop.knowledge.search(question, language=Language.EN, limit=3)
        shown = [{"article": each.passage.citation.title, "says": each.quote} for each in found.hits]
        return _write(shown if found.supported else [])

    async def hand_over(self, summary: str) -> str:
        """Hand the conversation to a person of the team.

        Args:
            summary: What the shopper wants and what was done so far, in one or two sentences.
        """
        self.handed_over = True
        return _write({"handed_over": bool(summary), "hours": "Monday to Friday, 9:00 to 18:00"})

    @property
    def _ports(self) -> Connections:
        return self.shop.connections

    async def _orders(self) -> tuple[Order, ...]:
        port = self._ports.orders
        assert port
        return tuple((await port.list_orders(self.customer.id)).items)

    async def _claims(self) -> tuple[Claim, ...]:
        port = self._ports.claims
        assert port
        return await port.list_claims(self.customer.id)

    async def _lines(self, item: str, order_number: str) -> tuple[OwnedLine, ...]:
        """Those that the words fit best, two that fit alike both."""
        orders = [each for each in await self._orders() if order_number in {"", each.number}]
        lines = tuple(OwnedLine(order=order, line=line) for order in orders for line in order.lines)
        matches = LineMentions().match(item, lines)
        return tuple(each.owned for each in matches if matches[0].score - each.score <= _TOO_CLOSE)

    async def _decide(self, owned: OwnedLine) -> Decision:
        port, calendar = self._ports.returns, self.shop.calendar
        assert port
        situation = Situation(
            order=owned.order,
            line=owned.line,
            returns=await port.list_returns(owned.order.id),
            asked_by_recipient=owned.order.customer != self.customer.id,
            today=calendar.today(),
            zone=calendar.zone,
        )
        decision = decide(situation, self.shop.policy, await port.check_line(owned.order, owned.line))
        self.decisions.append(decision)
        return decision

    async def _decided(self, owned: OwnedLine) -> dict[str, Any]:
        decision = await self._decide(owned)
        ways = [
            {
                "way": offer.resolution.value,
                "until": _day(offer.until),
                "fee": _money(offer.fee),
                "link": await self._link(owned, decision, offer.resolution),
            }
            for offer in decision.offers
            if offer.resolution is not Resolution.STORE_CREDIT
        ]
        arrived = _day(local_day(owned.line.delivered, self.shop.calendar.zone))
        verdict = {"verdict": decision.verdict.value, "reason": decision.reason.value}
        return {**_show_line(owned), "delivered": arrived, **verdict, "ways": ways}

    async def _exchange(self, owned: OwnedLine, wanted: str) -> dict[str, Any]:
        decision, variants = await self._decide(owned), await self._variants(owned)
        shown = {**_show_line(owned), "verdict": decision.verdict.value, "reason": decision.reason.value}
        chosen = next((each for each in variants if wanted and wanted in each.title("en").split(", ")), None)
        if decision.verdict is not Verdict.ELIGIBLE or chosen is None:
            return {**shown, "in_stock": [each.title("en") for each in variants]}
        offer = decision.offer(Resolution.EXCHANGE)
        link = await self._link(owned, decision, Resolution.EXCHANGE, chosen.id)
        return {**shown, "wanted": chosen.title("en"), "until": _day(offer.until) if offer else None, "link": link}

    async def _variants(self, owned: OwnedLine) -> list[Variant]:
        """In stock, other than the one bought; those that differ in one thing first."""
        catalogue = self._ports.catalogue
        product = await catalogue.find_product(owned.line.product) if catalogue else None
        present = next((each for each in product.variants if each.id == owned.line.variant), None) if product else None
        if product is None or present is None:
            return []
        others = [each for each in product.variants if each.id != present.id and each.stock != 0]
        return sorted(others, key=lambda each: sum(present.options.get(k) != v for k, v in each.options.items()))[:6]

    async def _link(
        self, owned: OwnedLine, decision: Decision, resolution: Resolution, variant: VariantId | None = None
    ) -> str:
        port = self._ports.returns
        assert port
        line = ReturnedLine(line=owned.line.id, quantity=decision.quantity, exchange_for=variant)
        link = self.base_url + await port.portal_url(
            PortalVisit(order=owned.order, lines=(line,), resolution=resolution)
        )
        self.links.append(link)
        return link


def _show_line(owned: OwnedLine) -> dict[str, Any]:
    line = owned.line
    return {"item": line.title("en"), "variant": line.variant_title("en"), "order": owned.order.number}


def _show_claim(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.number,
        "carrier": claim.carrier,
        "state": claim.state.value,
        "missing": [piece.value for piece in claim.missing],
        "statement": Piece.NON_RECEIPT_STATEMENT in claim.provided,
    }


def _day(day: date | None) -> str | None:
    return f"{day:%A} {day.day} {day:%B}" if day else None


def _money(money: Money | None) -> str | None:
    return f"{money.minor / 100:.2f} {money.currency}" if money else None


def _write(value: Any) -> str:
    """Compact, since the peers pay for every character on each later call."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
