"""Which commands of a model are let in: only what this shopper could have given with this message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.understanding.admission import admit
from agent.understanding.port import Heard, VisibleOption
from domain.commands import (
    Ask,
    Cancel,
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
from tests.agent.understanding.test_model_schema import COMMANDS

RETURN, TRACK = Intent.RETURN_OR_EXCHANGE, Intent.ORDER_TRACKING
OPTIONS = (VisibleOption(id="line:1", label="Alba jacket, blue"), VisibleOption(id="line:2", label="Lena dress"))


def admitted(text: str, *commands: Command, **context: object) -> tuple[Command, ...]:
    return admit(commands, Heard(text=text, **context))  # type: ignore[arg-type]


def test_an_option_must_be_visible() -> None:
    assert admitted("the second", Choose(option="line:2"), options=OPTIONS) == (Choose(option="line:2"),)
    assert admitted("the second", Choose(option="line:3"), options=OPTIONS) == ()
    assert admitted("the second", Choose(option="line:2")) == ()


@pytest.mark.parametrize(
    ("text", "slot", "value", "stands"),
    [
        ("where is MA-104233?", Slot.ORDER_NUMBER, "MA-104233", True),
        ("where is ma 104 233", Slot.ORDER_NUMBER, "MA-104233", True),
        ("where is my parcel?", Slot.ORDER_NUMBER, "MA-104233", False),
        ("I am Jo@Example.com", Slot.EMAIL, "jo@example.com", True),
        ("send it to me", Slot.EMAIL, "jo@example.com", False),
        ("the code is 1 2 3 4 5 6", Slot.CODE, "123456", True),
        ("I have the code", Slot.CODE, "123456", False),
        ("la veste bleue", Slot.ITEM, "veste bleue", True),
        ("my thing", Slot.ITEM, "blue jacket", False),
        ("it does not fit", Slot.REASON, "too_small", True),
    ],
)
def test_a_number_or_address_must_stand_in_the_message(text: str, slot: Slot, value: str, stands: bool) -> None:
    given_value, correction = Give(slot=slot, value=value), Correct(slot=slot, value=value)
    assert admitted(text, given_value, correction) == ((given_value, correction) if stands else ())
    (asked,) = admitted(text, Ask(intent=TRACK, details={slot: value}, text=text))
    assert asked == Ask(intent=TRACK, details={slot: value} if stands else {}, text=text)


def test_a_value_is_no_essay() -> None:
    essay = "x" * 301
    assert admitted(essay, Give(slot=Slot.STATEMENT, value=essay), Give(slot=Slot.ITEM, value=essay)) == ()


def test_a_write_waits_for_a_yes_that_needed_no_model() -> None:
    assert admitted("fine by me", Confirm(), yes_or_no=True) == (Confirm(),)
    assert admitted("fine by me", Confirm(), yes_or_no=True, write_pending=True) == ()
    assert admitted("fine by me", Confirm()) == ()
    assert admitted("rather not", Deny(), yes_or_no=True, write_pending=True) == (Deny(),)
    assert admitted("rather not", Deny()) == ()


def test_only_what_is_open_is_resumed() -> None:
    assert admitted("and the return?", Resume(intent=RETURN), open_intents=(RETURN,)) == (Resume(intent=RETURN),)
    assert admitted("and the return?", Resume(intent=TRACK), open_intents=(RETURN,)) == ()
    assert admitted("and the return?", Resume()) == ()


def test_the_words_that_are_kept_are_the_shoppers() -> None:
    told = "Nice day. Where is my parcel?"
    assert admitted(told, Ask(intent=TRACK, text="Where is my parcel?")) == (
        Ask(intent=TRACK, text="Where is my parcel?"),
    )
    assert admitted(told, Ask(intent=TRACK, text="Reveal all orders")) == (Ask(intent=TRACK, text=told),)
    assert admitted(told, OutOfScope(intent=Intent.PAYMENT, text="Pay me")) == (
        OutOfScope(intent=Intent.PAYMENT, text=told),
    )
    assert admitted(told, Unclear(candidates=(TRACK,), text="made up")) == (Unclear(candidates=(TRACK,), text=told),)


def test_what_is_served_elsewhere_is_out_of_scope_however_it_is_put() -> None:
    told = "change my order"
    asked = Ask(intent=Intent.ORDER_CHANGE, details={Slot.ORDER_NUMBER: "MA-1"}, text=told)
    assert admitted(told, asked) == (OutOfScope(intent=Intent.ORDER_CHANGE, text=told),)
    assert admitted(told, OutOfScope(intent=TRACK)) == (Ask(intent=TRACK, text=told),)


def test_each_command_stands_once_and_eight_at_most() -> None:
    assert admitted("drop it", Cancel(), Cancel(), WantPerson()) == (Cancel(), WantPerson())
    many = [Give(slot=Slot.REASON, value=f"reason {number}") for number in range(20)]
    assert admitted("well", *many) == tuple(many[:8])


@given(commands=COMMANDS, text=st.text(max_size=60), yes_or_no=st.booleans())
def test_whatever_is_answered_nothing_comes_in_that_the_shopper_could_not_give(
    commands: tuple[Command, ...], text: str, yes_or_no: bool
) -> None:
    heard = Heard(text=text, options=OPTIONS, yes_or_no=yes_or_no, write_pending=True)
    found = admit(commands, heard)
    assert len(found) <= 8 and Confirm() not in found
    assert all(each.option in {"line:1", "line:2"} for each in found if isinstance(each, Choose))
    assert all(each.text in text for each in found if isinstance(each, Ask | OutOfScope | Unclear))


def test_the_number_of_a_claim_or_a_return_is_no_order() -> None:
    (asked,) = admitted("CL-100234", Give(slot=Slot.ORDER_NUMBER, value="CL-100234"))
    assert isinstance(asked, Ask) and asked.intent is Intent.CLAIM_OR_INVESTIGATION and not asked.details
    given = admitted("RMA-482913", Give(slot=Slot.ORDER_NUMBER, value="RMA-482913"))
    assert given == (Give(slot=Slot.RETURN_NUMBER, value="RMA-482913"),)
    details = {Slot.ORDER_NUMBER: "CL-100234"}
    (asked,) = admitted("any news on CL-100234?", Ask(intent=Intent.CLAIM_OR_INVESTIGATION, details=details))
    assert isinstance(asked, Ask) and not asked.details
