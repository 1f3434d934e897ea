"""Conversations and events: changed by compare-and-set from both sides, numbered without gaps."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.engine import Connection

from domain.errors import Conflict, NotAllowed
from domain.ids import ConversationId
from records.conversations import (
    Owner,
    change_owner,
    find_by_token,
    find_conversation,
    get_conversation,
    save_state,
)
from records.events import EventKind, append_events, list_events
from runtime.database import Database
from tests.contracts.storage.conversing import ALICE, BRUNO, NOW, OTHER_SHOP, SHOP, do, later, opened


def test_of_two_turns_that_began_alike_only_one_is_kept(database: Database) -> None:
    opened(database)
    seen = do(database, get_conversation, SHOP, ALICE)
    do(database, save_state, seen, state="first", language="fr", now=later(1))
    with pytest.raises(Conflict):
        do(database, save_state, seen, state="second", language="en", now=later(1))
    kept = do(database, get_conversation, SHOP, ALICE)
    assert (kept.state, kept.language) == ("first", "fr")


def test_a_person_who_takes_over_stops_the_turn_that_is_running(database: Database) -> None:
    opened(database)
    seen = do(database, get_conversation, SHOP, ALICE)
    assert do(database, change_owner, SHOP, ALICE, Owner.PERSON, later(1))
    with pytest.raises(Conflict):
        do(database, save_state, seen, state="too late", language="en", now=later(2))
    assert do(database, get_conversation, SHOP, ALICE).state == ""


def test_a_turn_that_hands_over_makes_the_desks_older_view_stale(database: Database) -> None:
    opened(database)
    desk = do(database, get_conversation, SHOP, ALICE)

    def hand_over(connection: Connection) -> None:
        save_state(connection, desk, state="handed over", language="en", now=later(1))
        change_owner(connection, SHOP, ALICE, Owner.PERSON, later(1))

    do(database, hand_over)
    assert not do(database, change_owner, SHOP, ALICE, Owner.PERSON, later(2))
    assert do(database, get_conversation, SHOP, ALICE).version == desk.version + 2


def test_giving_a_conversation_back_begins_a_new_episode(database: Database) -> None:
    opened(database)
    do(database, change_owner, SHOP, ALICE, Owner.PERSON, later(1))
    do(database, change_owner, SHOP, ALICE, Owner.AGENT, later(2))
    back = do(database, get_conversation, SHOP, ALICE)
    assert (back.owner, back.episode) == (Owner.AGENT, 2)


def test_a_token_opens_its_own_conversation_until_it_expires(database: Database) -> None:
    opened(database, ALICE, BRUNO)
    token = f"hash of {ALICE}"
    found = do(database, find_by_token, ALICE, token, NOW)
    assert found is not None
    assert found.id == ALICE
    assert do(database, find_by_token, BRUNO, token, NOW) is None
    assert do(database, find_by_token, ALICE, token, later(3601)) is None
    assert do(database, find_by_token, ConversationId("cnv_nobody"), token, NOW) is None


def test_another_shop_does_not_find_it(database: Database) -> None:
    opened(database)
    assert do(database, find_conversation, OTHER_SHOP, ALICE) is None
    with pytest.raises(NotAllowed):
        do(database, get_conversation, OTHER_SHOP, ALICE)


def test_events_are_numbered_without_gaps_though_many_write_at_once(database: Database) -> None:
    opened(database, ALICE, BRUNO)

    def append(number: int) -> int:
        entries = [(EventKind.MESSAGE, f'"{number}.{part}"') for part in range(1 + number % 3)]
        return do(database, append_events, SHOP, ALICE, entries, turn="", now=later(number))

    with ThreadPoolExecutor(8) as writers:
        lasts = list(writers.map(append, range(40)))
    events = do(database, list_events, SHOP, ALICE)
    assert [event.sequence for event in events] == list(range(1, len(events) + 1))
    assert max(lasts) == len(events)
    assert do(database, list_events, SHOP, BRUNO) == ()


def test_numbers_of_a_transaction_that_failed_are_used_again(database: Database) -> None:
    opened(database)

    def append_and_fail(connection: Connection) -> None:
        append_events(connection, SHOP, ALICE, [(EventKind.REPLY, '"lost"')], turn="", now=NOW)
        raise Conflict("the lease was lost")

    with pytest.raises(Conflict):
        do(database, append_and_fail)
    assert do(database, append_events, SHOP, ALICE, [(EventKind.REPLY, '"kept"')], turn="", now=NOW) == 1


def test_events_are_read_from_where_the_reader_stopped(database: Database) -> None:
    opened(database)
    entries = [(EventKind.MESSAGE, f'"{number}"') for number in range(5)]
    do(database, append_events, SHOP, ALICE, entries, turn="trn_1", now=NOW)
    assert [event.sequence for event in do(database, list_events, SHOP, ALICE, after=3)] == [4, 5]
    assert [event.sequence for event in do(database, list_events, SHOP, ALICE, limit=2)] == [1, 2]
    assert do(database, list_events, OTHER_SHOP, ALICE) == ()
