"""Three kills under load, on both databases; the long run is ``python -m evals.bench kills``."""

import asyncio

import pytest

from evals.bench.kills import Chat, judge, kill_under_load
from evals.bench.served import Served, scratch_store


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_is_lost_when_the_process_is_killed(kind: str) -> None:
    with scratch_store(kind) as store:
        seen = asyncio.run(kill_under_load(Served(store), kills=3, conversations=6, seed=1, longest=2.0))
    faults = ("lost", "doubled", "unanswered", "answered_twice", "out_of_order", "parked")
    assert {name: seen[name] for name in faults} == dict.fromkeys(faults, 0)
    assert seen["problems"] == []
    assert int(str(seen["accepted"])) > 0


def _said(name: str) -> dict[str, object]:
    return {"kind": "message", "body": {"client_message_id": name}}


REPLY = {"kind": "reply", "body": {"blocks": []}}


def test_the_judge_sees_what_it_is_there_for() -> None:
    chat = Chat(id="cnv", token="", language="en", accepted=["a", "b", "c"])
    chat.events = [REPLY, _said("b"), REPLY, REPLY, _said("a"), _said("a")]
    verdict = judge([chat])
    assert (verdict.lost, verdict.doubled, verdict.out_of_order) == (1, 1, 1)
    assert (verdict.unanswered, verdict.answered_twice) == (2, 1)


def test_the_judge_lets_one_turn_answer_two_hasty_messages() -> None:
    chat = Chat(id="cnv", token="", language="en", hasty=True, accepted=["a", "b", "c"])
    chat.events = [REPLY, _said("a"), _said("b"), REPLY, _said("c"), REPLY]
    verdict = judge([chat])
    assert (verdict.lost, verdict.unanswered, verdict.answered_twice) == (0, 0, 0)
