"""AfterShip's words for a parcel in ours, and what a time without a zone is worth."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.ids import OrderId
from domain.parcels import DayEvent, Parcel, ParcelState, TrackingEvent
from hub_connectors.aftership_tracking.mapping import map_events, map_expected, map_parcel, map_state, read_time
from hub_connectors.aftership_tracking.wire import WireTracking


def wire(**told: Any) -> WireTracking:
    return WireTracking.model_validate({"id": "t1", **told})


def mapped(**told: Any) -> Parcel:
    return map_parcel(wire(**told), OrderId("1"), "Colissimo")


@pytest.mark.parametrize(
    ("tag", "subtag", "state"),
    [
        ("Pending", "Pending_001", ParcelState.UNKNOWN),
        ("InfoReceived", "InfoReceived_001", ParcelState.LABEL_CREATED),
        ("InTransit", "InTransit_001", ParcelState.IN_TRANSIT),
        ("InTransit", "InTransit_013", ParcelState.IN_TRANSIT),
        ("InTransit", "InTransit_014", ParcelState.UNKNOWN),
        ("InTransit", None, ParcelState.IN_TRANSIT),
        ("OutForDelivery", "OutForDelivery_004", ParcelState.OUT_FOR_DELIVERY),
        ("OutForDelivery", "OutForDelivery_002", ParcelState.UNKNOWN),
        ("AttemptFail", "AttemptFail_002", ParcelState.FAILED_ATTEMPT),
        ("AvailableForPickup", "AvailableForPickup_001", ParcelState.AWAITING_PICKUP),
        ("Delivered", "Delivered_005", ParcelState.DELIVERED),
        ("Delivered", "Delivered_006", ParcelState.UNKNOWN),
        ("Exception", "Exception_001", ParcelState.EXCEPTION),
        ("Exception", "Exception_010", ParcelState.RETURNED_TO_SENDER),
        ("Exception", "Exception_011", ParcelState.RETURNED_TO_SENDER),
        ("Exception", "Exception_012", ParcelState.EXCEPTION),
        ("Exception", "Exception_013", ParcelState.LOST),
        ("Exception", "Exception_099", ParcelState.UNKNOWN),
        ("Expired", "Expired_001", ParcelState.UNKNOWN),
        ("Teleported", "Teleported_001", ParcelState.UNKNOWN),
        ("Delivered", "Exception_011", ParcelState.UNKNOWN),
        (None, None, ParcelState.UNKNOWN),
        ("", "", ParcelState.UNKNOWN),
    ],
)
def test_tag_and_sub_tag_say_where_it_stands(tag: str | None, subtag: str | None, state: ParcelState) -> None:
    assert map_state(tag, subtag) is state


def test_a_delivery_after_the_parcel_turned_back_is_not_called_one() -> None:
    told = {"tag": "Delivered", "subtag": "Delivered_001", "shipment_delivery_date": "2026-11-20T10:00:00+01:00"}
    assert mapped(**told).state is ParcelState.DELIVERED
    turned = mapped(**told, return_to_sender=True)
    assert (turned.state, turned.delivered) == (ParcelState.UNKNOWN, None)


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("2026-11-20T10:20:30+09:00", datetime(2026, 11, 20, 1, 20, 30, tzinfo=UTC)),
        ("2026-11-20T10:20:30Z", datetime(2026, 11, 20, 10, 20, 30, tzinfo=UTC)),
        ("2026-11-20T23:59:00", date(2026, 11, 20)),
        ("2026-11-20", date(2026, 11, 20)),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_local_time_without_a_zone_stays_a_day(told: str | None, at: datetime | date | None) -> None:
    read = read_time(told)
    assert read == at and type(read) is type(at)


def test_scans_keep_the_carriers_word_and_their_place() -> None:
    told = [
        {"checkpoint_time": "2026-11-19T08:00:00", "tag": "InTransit", "subtag": "InTransit_002", "city": "Nantes"},
        {
            "checkpoint_time": "2026-11-20T08:00:00+01:00",
            "tag": "AvailableForPickup",
            "subtag": "AvailableForPickup_001",
            "raw_tag": "AARBPR_MAG",
        },
        {"checkpoint_time": None, "tag": "Delivered"},
        {"checkpoint_time": "2026-11-21T08:00:00", "tag": "Teleported", "location": "Mars"},
    ]
    assert map_events(wire(checkpoints=told, pickup_location="Tabac, Lyon")) == (
        DayEvent(at=date(2026, 11, 19), state=ParcelState.IN_TRANSIT, code="InTransit_002", place="Nantes"),
        TrackingEvent(
            at=datetime(2026, 11, 20, 7, tzinfo=UTC),
            state=ParcelState.AWAITING_PICKUP,
            code="AARBPR_MAG",
            place="Tabac, Lyon",
        ),
        DayEvent(at=date(2026, 11, 21), state=ParcelState.UNKNOWN, code="Teleported", place="Mars"),
    )


def test_scans_are_oldest_first_and_once() -> None:
    late = {"checkpoint_time": "2026-11-20T08:00:00Z", "tag": "InTransit", "hash": "b"}
    early = {"checkpoint_time": "2026-11-20T08:30:00+01:00", "tag": "InTransit", "hash": "a"}
    events = map_events(wire(checkpoints=[late, early, late, {**early}]))
    assert [event.at for event in events] == [
        datetime(2026, 11, 20, 7, 30, tzinfo=UTC),
        datetime(2026, 11, 20, 8, tzinfo=UTC),
    ]
    plain = {"checkpoint_time": "2026-11-20T08:00:00Z", "tag": "InTransit", "message": "scanned"}
    assert len(map_events(wire(checkpoints=[plain, plain, {**plain, "message": "left"}]))) == 2


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ({}, None),
        ({"latest_estimated_delivery": {"type": "specific", "datetime": "2026-11-27"}}, 27),
        ({"latest_estimated_delivery": {"type": "specific", "datetime": "2026-11-27T23:30:00Z"}}, 27),
        ({"latest_estimated_delivery": {"datetime_min": "2026-11-26", "datetime_max": "2026-11-28"}}, 28),
        ({"courier_estimated_delivery_date": {"estimated_delivery_date": "2026-11-26T18:00:00"}}, 26),
        ({"custom_estimated_delivery_date": "2026-11-25"}, 25),
        ({"custom_estimated_delivery_date": {"estimated_delivery_date_max": "2026-11-25"}}, 25),
        ({"aftership_estimated_delivery_date": {"estimated_delivery_date": "2026-11-24"}}, 24),
        ({"expected_delivery": "2026-11-23"}, 23),
        ({"latest_estimated_delivery": {"datetime": "next week"}, "expected_delivery": "2026-11-23"}, 23),
    ],
)
def test_the_announced_day_is_the_recipients_own(told: dict[str, Any], day: int | None) -> None:
    assert map_expected(wire(**told)) == (date(2026, 11, day) if day else None)


def test_what_a_tracking_service_cannot_know_stays_unknown() -> None:
    parcel = mapped(tag="InTransit", courier_tracking_link="javascript:alert(1)")
    assert (parcel.measures, parcel.contract, parcel.lines, parcel.delivered) == (None, None, (), None)
    assert parcel.tracking_url == ""


def test_the_day_of_delivery_comes_from_the_delivery_or_its_scan() -> None:
    scans = [{"checkpoint_time": "2026-11-20T08:00:00", "tag": "Delivered", "subtag": "Delivered_003"}]
    delivered = {"tag": "Delivered", "subtag": "Delivered_003"}
    assert mapped(**delivered, checkpoints=scans).delivered == date(2026, 11, 20)
    told = mapped(**delivered, checkpoints=scans, shipment_delivery_date="2026-11-20T09:00:00+01:00")
    assert told.delivered == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert mapped(**delivered).delivered is None
