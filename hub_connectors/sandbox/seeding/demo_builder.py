"""Builds the demo customers' orders from a few words: which kinds of product, how many days ago, in what state."""

import random
from datetime import date, datetime, timedelta

from domain.customers import Customer
from domain.ids import ClaimId, CustomerId, IncidentId, OrderId, ReturnId
from domain.returns import Resolution, ReturnedLine, ReturnState
from hub_connectors.sandbox.assortment import assortment, kinds_of_products
from hub_connectors.sandbox.seeding.baskets import Pick
from hub_connectors.sandbox.seeding.days import moment
from hub_connectors.sandbox.seeding.givebacks import Request, make_return
from hub_connectors.sandbox.seeding.people import Person
from hub_connectors.sandbox.seeding.places import TOWNS, make_address, make_postcode
from hub_connectors.sandbox.seeding.purchases import Leg, Purchase, make_order
from hub_connectors.sandbox.seeding.world import World
from hub_connectors.sandbox.stories import OrderStory, ReturnStory


def pick(
    kind: str, colour: str = "", size: str = "", *, name: str = "", discount: int = 0, final_sale: bool = False
) -> Pick:
    """The first product of this kind that comes in this colour and size."""
    kinds = kinds_of_products()
    for product in assortment().values():
        if kinds[product.id].id == kind and product.id.startswith(name) and not product.tags:
            for variant in product.variants:
                if colour in {"", variant.options["colour"]} and size in {"", variant.options.get("size")}:
                    return Pick(variant=variant.id, discount=discount, final_sale=final_sale)
    raise LookupError(f"no {kind} in {colour} {size}")


class DemoBuilder:
    """The world of the demo customers around a day; ``ago`` counts days back from it."""

    def __init__(self, anchor: date) -> None:
        self.anchor = anchor
        self.world = World()
        self._people: dict[CustomerId, Person] = {}

    def ago(self, days: int, minutes: int = 640) -> datetime:
        return moment(self.anchor - timedelta(days=days), minutes)

    def join(self, customer: Customer, town_name: str) -> None:
        town = next(town for town in TOWNS if town.name == town_name)
        chance = random.Random(customer.id)
        self.world.customers.append(customer)
        self._people[customer.id] = Person(
            customer=customer,
            town=town,
            postcode=make_postcode(town, chance),
            address=make_address(town, chance),
            keenness=1.0,
        )

    def buy(
        self,
        customer: Customer,
        number: str,
        placed: datetime,
        picks: tuple[Pick, ...],
        legs: tuple[Leg, ...],
        *,
        recipient: Customer | None = None,
    ) -> OrderStory:
        purchase = Purchase(
            id=OrderId(f"ord_demo_{number.removeprefix('MA-')}"),
            number=number,
            person=self._people[customer.id],
            placed=placed,
            picks=picks,
            legs=legs,
            gift=recipient is not None,
            recipient=recipient.id if recipient else None,
        )
        order = make_order(purchase, random.Random(number))
        self.world.orders.append(order)
        return order

    def delivered(self, picks: tuple[Pick, ...], days: int, *, minutes: int = 665) -> Leg:
        """One parcel handed over so many days ago."""
        return Leg(picks=tuple(range(len(picks))), labelled=self.ago(days + 3, 930), due=self.ago(days, minutes))

    def give_back(self, order: OrderStory, number: str, steps: tuple[tuple[datetime, ReturnState], ...]) -> ReturnStory:
        request = Request(
            order=order,
            lines=tuple(ReturnedLine(line=line.id, quantity=line.quantity) for line in order.lines),
            resolution=Resolution.REFUND,
            id=ReturnId(f"ret_demo_{number.removeprefix('RMA-')}"),
            number=number,
            at=steps[0][0],
            steps=steps,
        )
        story = make_return(request, random.Random(number))
        self.world.returns.append(story)
        return story


def incident_id(key: str) -> IncidentId:
    return IncidentId(f"inc_demo_{key}")


def claim_id(key: str) -> ClaimId:
    return ClaimId(f"clm_demo_{key}")
