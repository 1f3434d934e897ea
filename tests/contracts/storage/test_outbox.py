"""The outbox: written once, marked before it is sent, never lost and never sent blindly twice."""

from sqlalchemy import func, select

from domain.errors import VendorUnavailable
from runtime import outbox
from runtime.clocks import StillClock
from runtime.courier import Courier
from runtime.database import Database
from runtime.outbox import MAX_TRIES, Outgoing
from tests.contracts.storage.conversing import NOW, OTHER_SHOP, SHOP, do, later


def _post(database: Database, key: str = "turn:1", merchant: str = SHOP) -> None:
    do(database, outbox.post, merchant=merchant, key=key, kind="letter", body=f"body of {key}", now=NOW)


def _count(database: Database) -> int:
    return do(database, lambda c: c.execute(select(func.count()).select_from(outbox.outbox)).scalar_one())


def test_a_key_is_written_once_however_often_it_is_posted(database: Database) -> None:
    _post(database)
    _post(database)
    assert len(do(database, outbox.take, NOW)) == 1
    _post(database)
    assert do(database, outbox.take, later(1)) == ()
    assert _count(database) == 1


def test_two_shops_may_use_the_same_key(database: Database) -> None:
    _post(database)
    _post(database, merchant=OTHER_SHOP)
    assert {each.merchant for each in do(database, outbox.take, NOW)} == {SHOP, OTHER_SHOP}


def test_a_row_is_handed_out_once(database: Database) -> None:
    _post(database)
    (first,) = do(database, outbox.take, NOW)
    assert (first.body, first.tries, first.uncertain) == ("body of turn:1", 1, False)
    assert do(database, outbox.take, later(30)) == ()


def test_after_a_crash_it_comes_back_as_uncertain(database: Database) -> None:
    _post(database)
    do(database, outbox.take, NOW)
    (again,) = do(database, outbox.take, later(61))
    assert again.uncertain
    assert again.tries == 2


def test_what_was_sent_stays_sent(database: Database) -> None:
    _post(database)
    (row,) = do(database, outbox.take, NOW)
    do(database, outbox.settle, row)
    assert do(database, outbox.take, later(86_400)) == ()


def test_a_deferred_delivery_waits_longer_each_time_and_fails_in_the_end(database: Database) -> None:
    _post(database)
    at, waits = 0, []
    for number in range(1, MAX_TRIES + 1):
        (row,) = do(database, outbox.take, later(at))
        assert not row.uncertain
        assert do(database, outbox.postpone, row, problem="busy", now=later(at)) == (number < MAX_TRIES)
        assert do(database, outbox.take, later(at + 1)) == ()
        waits.append(2**number)
        at += 2**number
    assert waits == sorted(waits)
    assert do(database, outbox.take, later(at + 86_400)) == ()


def test_the_oldest_leave_first(database: Database) -> None:
    for number in range(3):
        do(database, outbox.post, merchant=SHOP, key=str(number), kind="letter", body="", now=later(number))
    assert [each.key for each in do(database, outbox.take, later(9))] == ["0", "1", "2"]


async def test_one_row_that_breaks_its_deliverer_does_not_hold_up_the_others(database: Database) -> None:
    for key in ("1 broken", "2 refused", "3 good"):
        _post(database, key)
    delivered: list[str] = []

    async def deliver(outgoing: Outgoing) -> None:
        if "broken" in outgoing.key:
            raise KeyError("a bug")
        if "refused" in outgoing.key:
            raise VendorUnavailable("busy")
        delivered.append(outgoing.key)

    clock = StillClock(NOW)
    courier = Courier(database=database, clock=clock, deliverers={"letter": deliver})
    assert await courier.deliver_due() == 3
    assert delivered == ["3 good"]
    for seconds in range(5, 5000, 600):
        clock.moment = later(seconds)
        await courier.deliver_due()
    assert do(database, outbox.take, later(86_400)) == ()
    assert delivered == ["3 good"]
