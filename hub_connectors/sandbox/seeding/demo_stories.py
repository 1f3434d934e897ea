"""What the demo customers bought and what became of it, counted from a day that stands for today."""

import random
from dataclasses import replace
from datetime import date

from domain.claims import ClaimReason
from domain.incidents import IncidentReason
from domain.returns import ReturnState
from hub_connectors.sandbox.demo import GIFT_BUYER, DemoStory, find_demo
from hub_connectors.sandbox.seeding.carriers import CARRIERS
from hub_connectors.sandbox.seeding.demo_builder import DemoBuilder, claim_id, incident_id, pick
from hub_connectors.sandbox.seeding.doors import Setback, make_incident
from hub_connectors.sandbox.seeding.investigations import Opening, declare_lost, make_claim
from hub_connectors.sandbox.seeding.journeys import Fate
from hub_connectors.sandbox.seeding.purchases import Leg
from hub_connectors.sandbox.seeding.world import World
from hub_connectors.sandbox.stories import Told

_ORDERS = (
    "MA-104233 MA-387120 MA-518406 MA-260917 MA-731592 MA-645038 MA-902174 MA-336851 MA-478265 MA-817903 MA-559340"
    " MA-194726 MA-683019 MA-420658 MA-275391 MA-861207 MA-308474"
)
RESERVED = frozenset([*_ORDERS.split(), "RMA-482913", "RMA-370566", "CL-52718"])
"""The numbers of the demo customers' orders, returns and claim, which nobody else may have."""

_TOWNS = {
    DemoStory.INSIDE_WINDOW: "Lyon",
    DemoStory.TWO_ALIKE: "Nantes",
    DemoStory.WINDOW_PASSED: "Boston",
    DemoStory.FINAL_SALE: "Bristol",
    DemoStory.IN_TRANSIT: "London",
    DemoStory.FAILED_DELIVERY: "Paris",
    DemoStory.LOST_PARCEL: "Lille",
    DemoStory.REFUNDS: "Berlin",
    DemoStory.GIFT_RECIPIENT: "Bordeaux",
    DemoStory.PARTLY_DELIVERED: "Madrid",
}


def make_demo(anchor: date) -> World:
    """The ten demo customers, and the one who bought a gift, with all they ordered."""
    demo = DemoBuilder(anchor)
    for story, town in _TOWNS.items():
        demo.join(find_demo(story).customer, town)
    demo.join(GIFT_BUYER, "Paris")
    _inside_window(demo)
    _two_alike(demo)
    _window_passed(demo)
    _final_sale(demo)
    _in_transit(demo)
    _failed_delivery(demo)
    _lost_parcel(demo)
    _refunds(demo)
    _gift_recipient(demo)
    _partly_delivered(demo)
    return demo.world


def _inside_window(demo: DemoBuilder) -> None:
    camille = find_demo(DemoStory.INSIDE_WINDOW).customer
    picks = (pick("jacket", "blue", "M", name="alba"), pick("candle"))
    demo.buy(camille, "MA-104233", demo.ago(13, 1230), picks, (demo.delivered(picks, 9),))
    older = (pick("loafers", "black", "39"), pick("tote", "camel"))
    demo.buy(camille, "MA-387120", demo.ago(141, 720), older, (demo.delivered(older, 137),))


def _two_alike(demo: DemoBuilder) -> None:
    lucas = find_demo(DemoStory.TWO_ALIKE).customer
    first = (pick("jacket", "blue", "L", name="alba"),)
    second = (pick("jacket", "blue", "L", name="sorel"), pick("tee", "white", "L"))
    demo.buy(lucas, "MA-518406", demo.ago(20, 1100), first, (demo.delivered(first, 16),))
    demo.buy(lucas, "MA-260917", demo.ago(10, 1290), second, (demo.delivered(second, 6),))


def _window_passed(demo: DemoBuilder) -> None:
    """Delivered 31 days ago: the refund ended yesterday, exchange and store credit are still open."""
    emma = find_demo(DemoStory.WINDOW_PASSED).customer
    picks = (pick("boots", "brown", "38"),)
    leg = replace(demo.delivered(picks, 31, minutes=1085), carrier=CARRIERS["UPS"], labelled=demo.ago(38, 930))
    demo.buy(emma, "MA-731592", demo.ago(39, 1260), picks, (leg,))


def _final_sale(demo: DemoBuilder) -> None:
    nora = find_demo(DemoStory.FINAL_SALE).customer
    picks = (pick("dress", "green", "38", discount=50, final_sale=True), pick("cardigan", "ecru", "M"))
    leg = replace(demo.delivered(picks, 5), carrier=CARRIERS["DPD"], labelled=demo.ago(11, 930))
    demo.buy(nora, "MA-645038", demo.ago(12, 1190), picks, (leg,))


def _in_transit(demo: DemoBuilder) -> None:
    oliver = find_demo(DemoStory.IN_TRANSIT).customer
    picks = (pick("tablelamp", "brass"), pick("plates", size="4"))
    leg = Leg(picks=(0, 1), carrier=CARRIERS["DPD"], labelled=demo.ago(4, 900), due=demo.ago(-1, 870))
    demo.buy(oliver, "MA-902174", demo.ago(5, 1215), picks, (leg,))
    older = (pick("jumper", "navy", "L"),)
    leg = replace(demo.delivered(older, 22), carrier=CARRIERS["DPD"], labelled=demo.ago(28, 930))
    demo.buy(oliver, "MA-336851", demo.ago(29, 1150), older, (leg,))


def _failed_delivery(demo: DemoBuilder) -> None:
    ines = find_demo(DemoStory.FAILED_DELIVERY).customer
    picks = (pick("coat", "camel", "S"),)
    leg = Leg(
        picks=(0,), fate=Fate.MISSED, carrier=CARRIERS["Colissimo"], labelled=demo.ago(4, 930), due=demo.ago(1, 925)
    )
    order = demo.buy(ines, "MA-478265", demo.ago(5, 1240), picks, (leg,))
    setback = Setback(
        order=order,
        parcel=order.parcels[0],
        id=incident_id("ines"),
        reason=IncidentReason.ACCESS_CODE_MISSING,
        answered=False,
    )
    incident, parcel = make_incident(setback, random.Random("ines"))
    demo.world.incidents.append(replace(incident, distance_m=18))
    demo.world.orders[-1] = replace(order, parcels=(parcel,))


def _lost_parcel(demo: DemoBuilder) -> None:
    hugo = find_demo(DemoStory.LOST_PARCEL).customer
    picks = (pick("backpack", "navy"), pick("flask"))
    leg = Leg(
        picks=(0, 1), fate=Fate.LOST, carrier=CARRIERS["Colissimo"], labelled=demo.ago(21, 930), due=demo.ago(18, 700)
    )
    order = demo.buy(hugo, "MA-817903", demo.ago(22, 1180), picks, (leg,))
    opening = Opening(
        order=order,
        parcel=order.parcels[0],
        id=claim_id("hugo"),
        number="CL-52718",
        reason=ClaimReason.NOT_DELIVERED,
        at=demo.ago(6, 560),
        waits=True,
    )
    claim = make_claim(opening, random.Random("hugo"))
    demo.world.claims.append(claim)
    demo.world.orders[-1] = replace(order, parcels=(declare_lost(order.parcels[0], claim),))


def _refunds(demo: DemoBuilder) -> None:
    jonas = find_demo(DemoStory.REFUNDS).customer
    recent, older = (pick("sneakers", "white", "43"),), (pick("shirt", "white", "L"), pick("trousers", "navy", "42"))
    order = demo.buy(jonas, "MA-559340", demo.ago(24, 1120), recent, (demo.delivered(recent, 18),))
    demo.give_back(
        order,
        "RMA-482913",
        (
            (demo.ago(10, 1140), ReturnState.APPROVED),
            (demo.ago(8, 1010), ReturnState.IN_TRANSIT),
            (demo.ago(2, 610), ReturnState.RECEIVED),
            (demo.ago(-3, 690), ReturnState.REFUNDED),
        ),
    )
    order = demo.buy(jonas, "MA-194726", demo.ago(66, 1270), older, (demo.delivered(older, 60),))
    demo.give_back(
        order,
        "RMA-370566",
        (
            (demo.ago(52, 1080), ReturnState.APPROVED),
            (demo.ago(50, 1000), ReturnState.IN_TRANSIT),
            (demo.ago(44, 590), ReturnState.RECEIVED),
            (demo.ago(41, 705), ReturnState.REFUNDED),
        ),
    )


def _gift_recipient(demo: DemoBuilder) -> None:
    """Delivered 41 days ago: too late for an ordinary refund, in time for a gift."""
    alice = find_demo(DemoStory.GIFT_RECIPIENT).customer
    picks = (pick("cardigan", "sage", "S"),)
    demo.buy(GIFT_BUYER, "MA-683019", demo.ago(45, 1200), picks, (demo.delivered(picks, 41),), recipient=alice)
    own = (pick("throw", "mustard"),)
    demo.buy(alice, "MA-420658", demo.ago(93, 1010), own, (demo.delivered(own, 89),))


def _partly_delivered(demo: DemoBuilder) -> None:
    sofia = find_demo(DemoStory.PARTLY_DELIVERED).customer
    picks = (pick("duvet", "white", "200 × 200 cm"), pick("vase", "terracotta"))
    legs = (
        Leg(picks=(0,), carrier=CARRIERS["DPD"], labelled=demo.ago(10, 930), due=demo.ago(6, 760)),
        Leg(picks=(1,), carrier=CARRIERS["DPD"], labelled=demo.ago(3, 910), due=demo.ago(-2, 800)),
    )
    demo.buy(sofia, "MA-275391", demo.ago(11, 1250), picks, legs)
    silent = (pick("sandals", "camel", "38"),)
    leg = Leg(picks=(0,), carrier=CARRIERS["GLS"], labelled=demo.ago(23, 930), due=demo.ago(19, 700), told=Told.NOTHING)
    demo.buy(sofia, "MA-861207", demo.ago(24, 1170), silent, (leg,))
