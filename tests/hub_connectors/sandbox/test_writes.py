"""A shopper's choice and statement: kept once, and followed by what a carrier would do."""

import pytest

from domain.claims import ClaimState, Piece
from domain.errors import Conflict, VendorRefused
from domain.ids import ClaimId, IncidentId
from domain.incidents import ChosenWay, IncidentChoice, IncidentState
from domain.orders import OrderState
from domain.parcels import ParcelState
from hub_connectors.sandbox.demo import DemoStory, find_demo

INES = find_demo(DemoStory.FAILED_DELIVERY).customer
HUGO = find_demo(DemoStory.LOST_PARCEL).customer


async def incident_of(ports):
    [incident] = await ports.incidents.list_incidents(INES.id)
    return incident


async def test_a_choice_is_kept_once_and_the_parcel_follows(store):
    ports = store.connections()
    incident = await incident_of(ports)
    way = ChosenWay(choice=IncidentChoice.REDELIVER, day=incident.days[0])
    kept = await ports.incidents.record_choice(incident.id, way=way, key="turn:1")
    assert (kept.state, kept.chosen) == (IncidentState.AWAITING_CARRIER, way)
    assert await ports.incidents.record_choice(incident.id, way=way, key="turn:1") == kept
    with pytest.raises(Conflict):
        await ports.incidents.record_choice(incident.id, way=way, key="turn:2")
    await store.controls.advance(days=(incident.days[0] - store.calendar.today()).days + 1)
    assert (await incident_of(ports)).state is IncidentState.SOLVED
    [parcel] = await ports.tracking.list_parcels(incident.order)
    assert parcel.state is ParcelState.DELIVERED
    assert parcel.delivered.date() == incident.days[0]
    assert (await ports.orders.find_order(incident.order)).state is OrderState.DELIVERED


@pytest.mark.parametrize(
    ("choice", "state"),
    [
        (IncidentChoice.CORRECT_ADDRESS, ParcelState.DELIVERED),
        (IncidentChoice.PICKUP_POINT, ParcelState.DELIVERED),
    ],
)
async def test_the_other_ways_end_well_too(store, choice, state):
    ports = store.connections()
    incident = await incident_of(ports)
    await ports.incidents.record_choice(incident.id, way=ChosenWay(choice=choice, detail="Code 4821B"), key="k")
    await store.controls.advance(days=8)
    [parcel] = await ports.tracking.list_parcels(incident.order)
    assert parcel.state is state


async def test_without_an_answer_the_parcel_waits_somewhere(store):
    ports = store.connections()
    incident = await incident_of(ports)
    await store.controls.advance(days=2)
    late = await incident_of(ports)
    assert late.state is not IncidentState.AWAITING_SHOPPER
    assert (late.choices, late.days) == ((), ())
    with pytest.raises(Conflict):
        way = ChosenWay(choice=IncidentChoice.REDELIVER, day=incident.days[-1])
        await ports.incidents.record_choice(incident.id, way=way, key="late")


async def test_what_is_not_offered_is_refused(store):
    ports = store.connections()
    incident = await incident_of(ports)
    for way in (
        ChosenWay(choice=IncidentChoice.RETURN_TO_SENDER),
        ChosenWay(choice=IncidentChoice.REDELIVER),
        ChosenWay(choice=IncidentChoice.REDELIVER, day=store.calendar.today()),
    ):
        with pytest.raises(VendorRefused):
            await ports.incidents.record_choice(incident.id, way=way, key="k")
    assert (await incident_of(ports)).state is IncidentState.AWAITING_SHOPPER
    with pytest.raises(VendorRefused):
        await ports.incidents.record_choice(IncidentId("inc_nothing"), way=way, key="k2")


async def test_a_statement_sends_the_claim_on_its_way(store):
    ports = store.connections()
    [claim] = await ports.claims.list_claims(HUGO.id)
    sent = await ports.claims.record_statement(claim.id, text="Je n'ai rien reçu.", key="turn:1")
    assert (sent.state, sent.missing) == (ClaimState.SUBMITTED, ())
    assert Piece.NON_RECEIPT_STATEMENT in sent.provided
    assert sent.answer_due is not None
    again = await ports.claims.record_statement(claim.id, text="Je n'ai rien reçu.", key="turn:1")
    assert again == sent
    await store.controls.advance(days=25)
    [later] = await ports.claims.list_claims(HUGO.id)
    assert later.state in {ClaimState.ACCEPTED, ClaimState.PAID, ClaimState.REJECTED, ClaimState.UNKNOWN}
    if later.state is not ClaimState.UNKNOWN:
        with pytest.raises(Conflict):
            await ports.claims.record_statement(claim.id, text="...", key="turn:2")


async def test_a_key_belongs_to_one_thing(store):
    ports = store.connections()
    [claim] = await ports.claims.list_claims(HUGO.id)
    await ports.claims.record_statement(claim.id, text="Rien reçu.", key="same")
    incident = await incident_of(ports)
    way = ChosenWay(choice=IncidentChoice.REDELIVER, day=incident.days[0])
    with pytest.raises(Conflict):
        await ports.incidents.record_choice(incident.id, way=way, key="same")
    assert (await incident_of(ports)).state is IncidentState.AWAITING_SHOPPER


async def test_a_claim_that_is_not_there(store):
    with pytest.raises(VendorRefused):
        await store.connections().claims.record_statement(ClaimId("clm_nothing"), text="x", key="k")


async def test_a_refresh_undoes_what_was_played(store):
    ports = store.connections()
    [claim] = await ports.claims.list_claims(HUGO.id)
    await ports.claims.record_statement(claim.id, text="Rien reçu.", key="turn:1")
    await store.controls.refresh_demo()
    [fresh] = await ports.claims.list_claims(HUGO.id)
    assert fresh.state is ClaimState.AWAITING_SHOPPER
    again = await ports.claims.record_statement(claim.id, text="Rien reçu.", key="turn:1")
    assert again.state is ClaimState.SUBMITTED
