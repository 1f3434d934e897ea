"""The inbox: accepted once, answered once, in order, by one worker at a time."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from domain.errors import Conflict
from domain.ids import MessageId
from runtime import inbox
from runtime.database import Database
from tests.contracts.storage.conversing import (
    ALICE,
    BRUNO,
    NOW,
    OTHER_SHOP,
    SHOP,
    claim,
    do,
    later,
    must_claim,
    opened,
    say,
    taken,
)


def test_a_message_sent_twice_is_one_message(database: Database) -> None:
    opened(database)
    assert say(database, "1")
    assert not say(database, "1", body="the same id with other words")
    claimed = must_claim(database)
    assert [message.body for message in claimed.messages] == ["hello"]


def test_two_conversations_may_use_the_same_message_id(database: Database) -> None:
    opened(database, ALICE, BRUNO)
    assert say(database, "1", ALICE)
    assert say(database, "1", BRUNO)


def test_the_same_message_from_many_senders_at_once_is_one(database: Database) -> None:
    opened(database)
    together = threading.Barrier(8)

    def send(_: int) -> bool:
        together.wait()
        return say(database, "1")

    with ThreadPoolExecutor(8) as senders:
        assert sorted(senders.map(send, range(8))) == [False] * 7 + [True]


def test_messages_keep_the_order_in_which_they_were_accepted(database: Database) -> None:
    opened(database)
    for number in (5, 3, 9, 1):
        say(database, str(number))
    assert taken(claim(database)) == ["5", "3", "9", "1"]


def test_a_burst_makes_one_turn_and_what_comes_meanwhile_the_next(database: Database) -> None:
    opened(database)
    say(database, "1")
    say(database, "2")
    first = must_claim(database)
    say(database, "3")
    assert claim(database) is None
    do(database, inbox.finish, first, later(1))
    assert taken(first) == ["1", "2"]
    assert taken(claim(database, at=later(1))) == ["3"]


def test_only_one_of_many_workers_gets_a_lane(database: Database) -> None:
    opened(database)
    say(database, "1")
    together = threading.Barrier(8)

    def take(number: int) -> bool:
        together.wait()
        return claim(database, owner=f"worker {number}") is not None

    with ThreadPoolExecutor(8) as workers:
        assert sum(workers.map(take, range(8))) == 1


def test_an_empty_lane_is_not_held(database: Database) -> None:
    opened(database)
    assert claim(database) is None
    say(database, "1")
    assert taken(claim(database)) == ["1"]


def test_a_finished_message_is_not_answered_again(database: Database) -> None:
    opened(database)
    say(database, "1")
    do(database, inbox.finish, must_claim(database), NOW)
    assert claim(database, at=later(3600)) is None
    assert do(database, inbox.list_due, later(3600)) == ()


def test_a_worker_that_slept_past_its_lease_cannot_commit(database: Database) -> None:
    opened(database)
    say(database, "1")
    slept = must_claim(database)
    assert claim(database, at=later(29)) is None
    successor = must_claim(database, at=later(31))
    with pytest.raises(Conflict):
        do(database, inbox.finish, slept, later(32))
    with pytest.raises(Conflict):
        do(database, inbox.put_back, slept, problem="late", now=later(32))
    do(database, inbox.finish, successor, later(33))
    assert taken(successor) == ["1"]


def test_what_a_late_worker_wrote_in_the_same_transaction_is_gone(database: Database) -> None:
    opened(database)
    say(database, "1")
    slept = must_claim(database)
    must_claim(database, at=later(31))

    def commit(connection: object) -> None:
        inbox.accept(connection, _message("written by the late one"), later(32))  # type: ignore[arg-type]
        inbox.finish(connection, slept, later(32))  # type: ignore[arg-type]

    with pytest.raises(Conflict):
        do(database, commit)
    assert say(database, "written by the late one")


def test_a_failed_turn_is_tried_again_later_each_time(database: Database) -> None:
    opened(database)
    say(database, "1")
    at, pauses = 0.0, []
    for _ in range(inbox.MAX_FAILURES - 1):
        assert not do(database, inbox.put_back, must_claim(database, at=later(at)), problem="KeyError", now=later(at))
        pause = next(seconds for seconds in range(1, 200) if _is_due(database, at + seconds))
        pauses.append(pause)
        at += pause
    assert pauses == sorted(pauses)
    assert len(set(pauses)) == len(pauses)


def test_a_message_that_fails_five_times_is_parked_and_the_next_one_answered(database: Database) -> None:
    opened(database)
    say(database, "poison")
    at = 0.0
    for number in range(inbox.MAX_FAILURES):
        claimed = must_claim(database, at=later(at))
        assert do(database, inbox.put_back, claimed, problem="KeyError", now=later(at)) == (number == 4)
        at += 120
    say(database, "2", at=later(at))
    assert [each.rsplit("_", 1)[1] for each in do(database, inbox.list_parked, SHOP)] == ["poison"]
    assert taken(claim(database, at=later(at))) == ["2"]


def test_after_a_failure_messages_go_one_at_a_time(database: Database) -> None:
    opened(database)
    say(database, "1")
    say(database, "2")
    do(database, inbox.put_back, must_claim(database), problem="KeyError", now=NOW)
    first = must_claim(database, at=later(60))
    assert taken(first) == ["1"]
    do(database, inbox.finish, first, later(60))
    assert taken(claim(database, at=later(60))) == ["2"]


def test_a_message_that_ends_the_process_three_times_is_parked(database: Database) -> None:
    opened(database)
    say(database, "poison")
    for crash in range(inbox.MAX_CRASHES):
        assert taken(claim(database, at=later(crash * 60))) == ["poison"]
    assert claim(database, at=later(600)) is None
    assert len(do(database, inbox.list_parked, SHOP)) == 1
    say(database, "2", at=later(601))
    assert taken(claim(database, at=later(602))) == ["2"]


def test_messages_that_were_near_a_poisonous_one_survive(database: Database) -> None:
    """In one turn with it, and in another lane of the same process."""
    opened(database, ALICE, BRUNO)
    say(database, "poison")
    say(database, "innocent")
    say(database, "neighbour", BRUNO)
    must_claim(database, ALICE)
    must_claim(database, BRUNO)
    answered: list[str] = []
    for restart in range(1, 8):
        at = later(restart * 60)
        do(database, inbox.abandon_leases, at)
        crashed = do(database, inbox.list_crashed, at)
        for conversation in (*crashed, *do(database, inbox.list_due, at)):
            while claimed := claim(database, conversation, at=at):
                if "poison" in taken(claimed):
                    break
                answered += taken(claimed)
                do(database, inbox.finish, claimed, at)
            else:
                continue
            break
    assert sorted(answered) == ["innocent", "neighbour"]
    assert [each.rsplit("_", 1)[1] for each in do(database, inbox.list_parked, SHOP)] == ["poison"]


def test_a_restart_takes_over_at_once_what_was_running(database: Database) -> None:
    opened(database)
    say(database, "1")
    must_claim(database)
    assert do(database, inbox.list_crashed, later(1)) == ()
    do(database, inbox.abandon_leases, later(1))
    assert do(database, inbox.list_crashed, later(1)) == (ALICE,)
    assert taken(claim(database, at=later(1))) == ["1"]


def test_a_dead_workers_lane_is_taken_up_when_its_lease_is_over(database: Database) -> None:
    opened(database)
    say(database, "1")
    must_claim(database)
    assert do(database, inbox.list_crashed, later(29)) == ()
    assert do(database, inbox.list_crashed, later(31)) == (ALICE,)
    assert do(database, inbox.list_due, later(31)) == ()


def test_who_waits_longest_is_first(database: Database) -> None:
    opened(database, ALICE, BRUNO)
    say(database, "1", BRUNO)
    say(database, "2", ALICE)
    say(database, "3", BRUNO)
    assert do(database, inbox.list_due, later(1)) == (BRUNO, ALICE)


def test_a_parked_message_can_be_replayed_with_fresh_tries(database: Database) -> None:
    opened(database)
    say(database, "1")
    for crash in range(inbox.MAX_CRASHES + 1):
        claim(database, at=later(crash * 60))
    (parked,) = do(database, inbox.list_parked, SHOP)
    assert not do(database, inbox.replay, OTHER_SHOP, parked, later(300))
    assert do(database, inbox.replay, SHOP, parked, later(300))
    assert not do(database, inbox.replay, SHOP, parked, later(300))
    claimed = must_claim(database, at=later(301))
    assert taken(claimed) == ["1"]
    assert claimed.messages[0].failures == 0


def test_another_shop_sees_no_parked_messages(database: Database) -> None:
    opened(database)
    say(database, "1")
    for crash in range(inbox.MAX_CRASHES + 1):
        claim(database, at=later(crash * 60))
    assert do(database, inbox.list_parked, OTHER_SHOP) == ()


def _is_due(database: Database, at: float) -> bool:
    return do(database, inbox.list_due, later(at)) == (ALICE,)


def _message(vendor_id: str) -> inbox.NewMessage:
    return inbox.NewMessage(
        id=MessageId(f"msg_{vendor_id[:8]}"), merchant=SHOP, conversation=ALICE, vendor_id=vendor_id, body="x"
    )
