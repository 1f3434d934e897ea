"""The Tracking port over real HTTP: filters that are not trusted, both ways of paging, and what goes wrong."""

from datetime import date
from time import perf_counter
from typing import Any

import pytest

from domain.errors import CredentialsRejected, SettingsInvalid, VendorRefused, VendorUnavailable, VendorUnreadable
from domain.ids import ParcelId
from domain.orders import Order
from domain.parcels import Parcel, ParcelState
from hub_connectors.registry import find_offering
from runtime.http import VendorCall
from tests.skills.fakes import a_parcel, an_order
from tests.standins.aftership import KEY, SIGNING_SECRET, Fault
from tests.standins.aftership_tracking import AfterShipTrackingStandIn

ORDER = an_order()
VERSIONS = pytest.mark.parametrize("version", ["2026-07", "2024-07", "v4"])


def add(stand_in: AfterShipTrackingStandIn, order: Order = ORDER, name: str = "p1", **changed: Any) -> None:
    """Days of the fakes may be long past: everything is served."""
    stand_in.backstage.add_parcel(
        a_parcel(order, id=ParcelId(name)), order, created_at="2999-01-01T00:00:00Z", **changed
    )


async def ask(opened: Any, order: Order = ORDER, **settings: Any) -> tuple[Parcel, ...]:
    found: tuple[Parcel, ...] = await opened(**settings).connections().tracking.list_parcels(order.id)
    return found


@VERSIONS
async def test_a_parcel_is_told_as_the_carrier_knows_it(
    opened: Any, stand_in: AfterShipTrackingStandIn, version: str
) -> None:
    add(stand_in)
    (parcel,) = await ask(opened, version=version)
    assert parcel.state is ParcelState.IN_TRANSIT and parcel.order == ORDER.id
    assert parcel.expected == date(2026, 11, 23)
    assert [event.code for event in parcel.events] == ["TRN", "TRN"]
    assert parcel.carrier == ("colissimo" if version == "v4" else "Colissimo")
    key = "aftership-api-key" if version == "v4" else "as-api-key"
    assert all(each.headers[key] == KEY for each in stand_in.seen)


@VERSIONS
async def test_near_matches_and_return_parcels_are_left_out(
    opened: Any, stand_in: AfterShipTrackingStandIn, version: str
) -> None:
    add(stand_in, order_id=f"{ORDER.id}9")
    assert await ask(opened, version=version) == ()
    add(stand_in, name="back", shipment_direction="return")
    add(stand_in, name="own")
    assert [each.id for each in await ask(opened, version=version)] == ["own"]


@VERSIONS
async def test_every_page_is_read(opened: Any, stand_in: AfterShipTrackingStandIn, version: str) -> None:
    for number in range(120):
        add(stand_in, name=f"p{number:03}")
    assert len(await ask(opened, version=version)) == 120
    lists = [each.query for each in stand_in.seen if each.path.endswith("/trackings")]
    assert len(lists) == 3
    assert all(("page" if version == "v4" else "cursor") in query for query in lists[1:])


async def test_a_filter_that_is_not_heard_is_no_answer(opened: Any, stand_in: AfterShipTrackingStandIn) -> None:
    for number in range(450):
        add(stand_in, name=f"p{number:03}")
    with pytest.raises(VendorUnreadable):
        await ask(opened)


async def test_first_sent_first(opened: Any, stand_in: AfterShipTrackingStandIn) -> None:
    for name, day in (("b", 2), ("a", 3), ("c", 1)):
        parcel = a_parcel(ORDER, id=ParcelId(name))
        stand_in.backstage.add_parcel(parcel, ORDER, created_at=f"2999-01-0{day}T00:00:00Z")
    assert [each.id for each in await ask(opened)] == ["c", "b", "a"]


async def test_nothing_tracked_is_nothing(opened: Any, stand_in: AfterShipTrackingStandIn) -> None:
    assert await ask(opened) == ()
    stand_in.fail(Fault(status=404, body='{"meta":{"code":4004,"type":"NotFound","message":"-"},"data":{}}'))
    assert await ask(opened) == ()


async def test_a_wrong_path_is_not_nothing(opened: Any, stand_in: AfterShipTrackingStandIn) -> None:
    stand_in.backstage.gate.versions.remove("2025-01")
    with pytest.raises(VendorRefused) as refused:
        await ask(opened, version="2025-01")
    assert refused.value.fields["meta_code"] == 404


async def test_couriers_are_asked_for_once_and_their_names_are_no_condition(
    opened: Any, stand_in: AfterShipTrackingStandIn
) -> None:
    """Overhead: one call for an order, and one more for a courier that was not seen for a day."""
    add(stand_in)
    add(stand_in, name="p2", slug="nobody-knows")
    port = opened().connections().tracking
    assert [each.carrier for each in await port.list_parcels(ORDER.id)] == ["Colissimo", "nobody-knows"]
    await port.list_parcels(ORDER.id)
    assert [each.path.rsplit("/", 1)[1] for each in stand_in.seen] == ["trackings", "couriers", "trackings"]
    stand_in.fail(*(Fault(status=404, body="{}", path="couriers"),))
    assert {each.carrier for each in await ask(opened)} == {"colissimo", "nobody-knows"}


async def test_signed_requests_are_accepted_and_v4_has_none(opened: Any, stand_in: AfterShipTrackingStandIn) -> None:
    stand_in.backstage.gate.signing_secret = SIGNING_SECRET
    add(stand_in)
    assert len(await ask(opened, signing_secret=SIGNING_SECRET)) == 1
    with pytest.raises(CredentialsRejected):
        await ask(opened)
    with pytest.raises(ValueError, match="v4"):
        opened(signing_secret=SIGNING_SECRET, version="v4")


@pytest.mark.parametrize("body", ["", "<html>Forbidden</html>", None])
async def test_a_revoked_key_is_named_as_such(
    opened: Any, stand_in: AfterShipTrackingStandIn, body: str | None
) -> None:
    connector = opened()
    await connector.check()
    if body is None:
        stand_in.backstage.gate.keys.clear()
    else:
        stand_in.fail(Fault(status=403, body=body, content_type="text/html"))
    with pytest.raises(CredentialsRejected) as rejected:
        await connector.check()
    assert KEY not in repr(rejected.value) and not isinstance(rejected.value, SettingsInvalid)


async def test_the_limit_is_waited_for_until_its_reset(
    opened: Any, stand_in: AfterShipTrackingStandIn, calls: list[VendorCall]
) -> None:
    """Tracking tells the reset as unix time."""
    stand_in.backstage.gate.limit = 1
    connector = opened()
    await connector.check()
    since = perf_counter()
    await connector.check()
    assert perf_counter() - since < 3
    assert 429 in {each.status for each in calls} and calls[-1].status == 200


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (Fault(body="<html>", content_type="text/html"), VendorUnreadable),
        (Fault(body='{"meta":{"code":200},"data":{"trackings":[{"id":"1","checkpoints":7}]}}'), VendorUnreadable),
        (Fault(body='{"meta":{"code":4008,"type":"BadRequest"},"data":{}}', status=400), VendorRefused),
        (Fault(body='{"meta":{"code":500},"data":{}}', status=500, headers={"retry-after": "60"}), VendorUnavailable),
    ],
)
async def test_a_broken_answer_is_a_problem_and_never_an_empty_list(
    opened: Any, stand_in: AfterShipTrackingStandIn, fault: Fault, problem: type[Exception]
) -> None:
    stand_in.fail(fault)
    with pytest.raises(problem) as raised:
        await ask(opened)
    assert KEY not in repr(raised.value)


async def test_passing_faults_are_survived(opened: Any, stand_in: AfterShipTrackingStandIn) -> None:
    add(stand_in)
    stand_in.fail(Fault(status=502, body="<html>"), Fault(cut=True))
    assert len(await ask(opened)) == 1


def test_it_is_offered_for_tracking_alone() -> None:
    assert find_offering("aftership_tracking").serves == {"tracking"}
