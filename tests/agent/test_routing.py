"""Routing as a pure function: any sequence of commands leaves a state that makes sense."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.nodes.routing import MAX_CLARIFICATIONS, Routed, next_step, take_up_again
from agent.state import ConversationState, Offered, OpenSkill, Pending, SignIn
from domain.commands import (
    Ask,
    Cancel,
    Chitchat,
    ChitchatKind,
    Choose,
    Command,
    Confirm,
    Correct,
    Deny,
    Give,
    OutOfScope,
    Resume,
    Slot,
    Unclear,
    WantPerson,
)
from domain.intents import Intent
from domain.outcomes import AddClaimStatement, HandoverReason, Missing, Proposal

_INTENTS = st.sampled_from(list(Intent))
_SLOTS = st.sampled_from(list(Slot))
_WORDS = st.sampled_from(["", "MA-104233", "blue jacket", "refund", "2"])
_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Ask, intent=_INTENTS, text=_WORDS, details=st.dictionaries(_SLOTS, _WORDS, max_size=2)),
    st.builds(Give, slot=_SLOTS, value=_WORDS),
    st.builds(Correct, slot=_SLOTS, value=_WORDS),
    st.builds(Choose, option=st.sampled_from(["person", "yes", "no", "ask:refund_status", "ask:nonsense", "line:1"])),
    st.just(Confirm()),
    st.just(Deny()),
    st.just(Cancel()),
    st.builds(Resume, intent=st.one_of(st.none(), _INTENTS)),
    st.just(WantPerson()),
    st.builds(Chitchat, about=st.sampled_from(list(ChitchatKind))),
    st.builds(OutOfScope, intent=_INTENTS),
    st.builds(Unclear, candidates=st.lists(_INTENTS, max_size=3).map(tuple)),
)
_STEERED = {Slot.ITEM, Slot.ORDER_NUMBER, Slot.RESOLUTION, Slot.REASON, Slot.QUANTITY}


def _route_all(state: ConversationState, commands: tuple[Command, ...]) -> list[Routed]:
    """Runs to the end as the route node does, as if every step succeeded and kept its skill open."""
    routed: list[Routed] = []
    while commands:
        one = next_step(state, commands, verified=True)
        assert len(one.rest) < len(commands), "a command must be used up at each step"
        state, commands = one.conversation, one.rest
        routed.append(one)
    return routed


def _opened(*intents: Intent) -> ConversationState:
    routed = _route_all(ConversationState(), tuple(Ask(intent=intent, text=intent.value) for intent in intents))
    return routed[-1].conversation


@settings(max_examples=400, deadline=None)
@given(st.lists(_COMMANDS, min_size=1, max_size=25).map(tuple))
def test_any_sequence_ends_with_a_state_that_makes_sense(commands: tuple[Command, ...]) -> None:
    final = _route_all(ConversationState(), commands)[-1].conversation
    names = [each.name for each in final.stack]
    assert len(names) == len(set(names)) <= 4
    assert final.clarifications <= MAX_CLARIFICATIONS
    assert all(final.slots.values())


@settings(max_examples=200, deadline=None)
@given(st.lists(_COMMANDS, max_size=12).map(tuple))
def test_after_forget_it_nothing_is_left_over(commands: tuple[Command, ...]) -> None:
    final = _route_all(ConversationState(), (*commands, Cancel()))[-1].conversation
    assert final.stack == () and final.pending is None and final.sign_in is None
    assert not _STEERED & set(final.slots)


def test_two_requests_are_two_steps_in_the_order_said() -> None:
    asked = (Ask(intent=Intent.RETURN_OR_EXCHANGE), Ask(intent=Intent.ORDER_TRACKING))
    steps = [each.step.skill for each in _route_all(ConversationState(), asked) if each.step]
    assert steps == ["returns", "tracking"]


def test_asking_again_starts_afresh() -> None:
    state = replace(_opened(Intent.RETURN_OR_EXCHANGE), slots={Slot.ITEM: "blue jacket", Slot.EMAIL: "a@example.com"})
    again = next_step(state, (Ask(intent=Intent.RETURN_OR_EXCHANGE, details={Slot.ITEM: "shoes"}),), verified=True)
    assert again.conversation.slots == {Slot.EMAIL: "a@example.com", Slot.ITEM: "shoes"}


def test_a_digression_leaves_the_first_skill_to_come_back_to() -> None:
    state = _opened(Intent.RETURN_OR_EXCHANGE, Intent.POLICY_QUESTION)
    back = next_step(state, (Resume(intent=Intent.RETURN_OR_EXCHANGE),), verified=True)
    assert back.step and back.step.skill == "returns" and not back.step.opens


def test_a_digression_leaves_nothing_said_in_it_behind() -> None:
    returning = Ask(intent=Intent.RETURN_OR_EXCHANGE, details={Slot.ITEM: "blue jacket"})
    tracking = Ask(intent=Intent.ORDER_TRACKING, details={Slot.ORDER_NUMBER: "MA-260917", Slot.EMAIL: "a@example.com"})
    state = _route_all(ConversationState(), (returning, tracking))[-1].conversation
    assert Slot.ITEM not in state.slots
    back = next_step(state, (Resume(intent=Intent.RETURN_OR_EXCHANGE),), verified=True).conversation
    assert back.slots == {Slot.ITEM: "blue jacket", Slot.EMAIL: "a@example.com"}
    again = next_step(back, (Resume(intent=Intent.ORDER_TRACKING),), verified=True).conversation
    assert again.slots == {Slot.ORDER_NUMBER: "MA-260917", Slot.EMAIL: "a@example.com"}


def test_an_interrupted_skill_is_taken_up_again_with_what_was_said_to_it() -> None:
    waiting = OpenSkill(
        name="returns",
        intent=Intent.RETURN_OR_EXCHANGE,
        text="…",
        missing=Missing.LINES,
        slots={Slot.ITEM: "blue jacket"},
    )
    done = OpenSkill(name="tracking", intent=Intent.ORDER_TRACKING, text="…")
    state = ConversationState(stack=(waiting, done), slots={Slot.ORDER_NUMBER: "MA-260917"})
    routed = take_up_again(state, ("tracking",))
    assert routed.step and routed.step.skill == "returns"
    assert routed.conversation.slots == {Slot.ITEM: "blue jacket"}


def test_an_order_number_given_to_sign_in_counts_for_the_skill_that_waits() -> None:
    waiting = OpenSkill(name="tracking", intent=Intent.ORDER_TRACKING, text="…", missing=Missing.IDENTITY)
    asked = OpenSkill(name="questions", intent=Intent.POLICY_QUESTION, text="…")
    state = ConversationState(stack=(waiting, asked), slots={Slot.ORDER_NUMBER: "MA-260917"})
    routed = next_step(state, (), verified=True)
    assert routed.step and routed.step.skill == "tracking"
    assert routed.conversation.slots == {Slot.ORDER_NUMBER: "MA-260917"}


def test_a_value_that_belongs_to_nothing_asks_what_it_is_for() -> None:
    routed = next_step(ConversationState(), (Give(slot=Slot.ORDER_NUMBER, value="MA-104233"),), verified=False)
    assert routed.step is None and routed.blocks
    assert routed.conversation.slots[Slot.ORDER_NUMBER] == "MA-104233"


def test_a_third_misunderstanding_goes_to_a_person() -> None:
    routed = _route_all(ConversationState(), (Unclear(), Unclear(), Unclear()))
    assert [each.step is None for each in routed] == [True, True, False]
    assert routed[-1].reason is HandoverReason.NOT_UNDERSTOOD


def test_a_sign_in_that_succeeded_runs_the_waiting_skill_again() -> None:
    waiting = OpenSkill(name="returns", intent=Intent.RETURN_OR_EXCHANGE, text="…", missing=Missing.IDENTITY)
    state = ConversationState(stack=(waiting,))
    assert next_step(state, (), verified=False).step is None
    step = next_step(state, (), verified=True).step
    assert step and step.skill == "returns"


def _with_proposal() -> ConversationState:
    write = AddClaimStatement(claim="clm_1", text="I never got it")  # type: ignore[arg-type]
    proposal = Proposal(id="prp_1", write=write, made=date(2026, 11, 22))
    opened = _opened(Intent.CLAIM_OR_INVESTIGATION)
    return replace(opened, pending=Pending(skill="claims", proposal=proposal))


def test_yes_carries_out_what_was_read_back_and_no_drops_it() -> None:
    yes = next_step(_with_proposal(), (Confirm(),), verified=True)
    assert yes.step and yes.step.confirmed and yes.conversation.pending
    no = next_step(_with_proposal(), (Deny(),), verified=True)
    assert no.step and not no.step.confirmed and no.conversation.pending is None


@pytest.mark.parametrize("command", [Ask(intent=Intent.ORDER_TRACKING), Give(slot=Slot.ITEM, value="shoes"), Cancel()])
def test_anything_else_withdraws_what_was_read_back(command: Command) -> None:
    assert next_step(_with_proposal(), (command,), verified=True).conversation.pending is None


def test_yes_to_a_single_offer_takes_it() -> None:
    offered = Offered(id="ask:return_or_exchange", label="Look at my order", hints=(), skill="questions")
    state = replace(_opened(Intent.POLICY_QUESTION), offered=(offered,))
    step = next_step(state, (Confirm(),), verified=True).step
    assert step and step.intent is Intent.RETURN_OR_EXCHANGE


def test_an_option_of_an_earlier_step_says_so() -> None:
    routed = next_step(ConversationState(), (Choose(option="line:gone"),), verified=True)
    assert [each.key for each in routed.blocks if each.kind == "phrase"] == ["option-gone"]


def test_cancel_ends_a_sign_in_too() -> None:
    state = replace(_opened(Intent.REFUND_STATUS), sign_in=SignIn(challenge="chl_1"))
    assert next_step(state, (Cancel(),), verified=False).conversation.sign_in is None


def test_sign_in_takes_up_what_waited_for_it_under_a_digression() -> None:
    tracking = OpenSkill(name="tracking", intent=Intent.ORDER_TRACKING, text="", missing=Missing.IDENTITY)
    questions = OpenSkill(name="questions", intent=Intent.POLICY_QUESTION, text="")
    routed = next_step(ConversationState(stack=(tracking, questions)), (), verified=True)
    assert routed.step and routed.step.skill == "tracking"
    assert routed.conversation.open == tracking
