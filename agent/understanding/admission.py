"""Which of a model's commands are let in: only such as this shopper could have given with this message.

A model can be talked into anything by what it reads. What it returns is therefore held against the message itself: an
option must be visible, a number or address must stand in the message, a write needs a yes that code can read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from agent.understanding.embedded.slots.numbers import has_claim_number, is_return_number
from agent.understanding.embedded.words import shorten
from agent.understanding.port import Heard
from domain.commands import (
    Ask,
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
)
from domain.intents import Intent

_LITERAL = frozenset(
    {
        Slot.EMAIL,
        Slot.PHONE,
        Slot.CODE,
        Slot.ORDER_NUMBER,
        Slot.RETURN_NUMBER,
        Slot.TRACKING_NUMBER,
        Slot.POSTCODE,
        Slot.AMOUNT,
        Slot.ITEM,
        Slot.NAME,
        Slot.ADDRESS,
    }
)
"""Values that must stand in the message; the others are readings of it: a reason, a wish, a day."""

_LONGEST_VALUE = 300
_MOST = 8
_OUTSIDE = {Intent.ORDER_CHANGE, Intent.PAYMENT, Intent.PRE_SALES, Intent.OUT_OF_SCOPE, Intent.ACCOUNT_OR_LOGIN}


def admit(commands: tuple[Command, ...], heard: Heard) -> tuple[Command, ...]:
    """The commands that may stand, in order and each once; none when nothing of the answer can be used."""
    message = _squeeze(heard.text)
    kept = [one for command in commands for one in _admit(command, heard, message)]
    return tuple(one for place, one in enumerate(kept) if one not in kept[:place])[:_MOST]


def _admit(command: Command, heard: Heard, message: str) -> Iterator[Command]:
    match command:
        case Ask():
            yield from _admit_ask(command, heard, message)
        case Give(slot=Slot.ORDER_NUMBER, value=value) if has_claim_number(value):
            yield from _admit_ask(Ask(intent=Intent.CLAIM_OR_INVESTIGATION), heard, message)
        case Give(slot=Slot.ORDER_NUMBER, value=value) if is_return_number(value):
            yield from _admit(Give(slot=Slot.RETURN_NUMBER, value=value), heard, message)
        case Give() | Correct():
            if _stands(command.slot, command.value, heard.text, message):
                yield command
        case Choose() | Confirm() | Deny() | Resume():
            if _answers(command, heard):
                yield command
        case OutOfScope() if command.intent not in _OUTSIDE:
            yield from _admit_ask(Ask(intent=command.intent), heard, message)
        case OutOfScope() | Unclear():
            yield replace(command, text=shorten(heard.text))
        case _:
            yield command


def _answers(command: Choose | Confirm | Deny | Resume, heard: Heard) -> bool:
    """Whether there is something for it to answer; a write waits for a yes that needed no model to be read."""
    match command:
        case Choose():
            return any(command.option == option.id for option in heard.options)
        case Confirm():
            return heard.yes_or_no and not heard.write_pending
        case Deny():
            return heard.yes_or_no
        case Resume():
            return bool(heard.open_intents) and command.intent in {None, *heard.open_intents}


def _admit_ask(command: Ask, heard: Heard, message: str) -> Iterator[Command]:
    text = command.text if command.text and _is_said(command.text, heard.text, message) else shorten(heard.text)
    if command.intent in _OUTSIDE:
        yield OutOfScope(intent=command.intent, text=text)
        return
    if command.intent is Intent.CHITCHAT:
        yield Chitchat(about=ChitchatKind.OTHER)
        return
    details = {
        slot: value
        for slot, value in command.details.items()
        if _stands(slot, value, heard.text, message) and not (slot is Slot.ORDER_NUMBER and has_claim_number(value))
    }
    yield replace(command, details=details, text=text)


def _stands(slot: Slot, value: str, text: str, message: str) -> bool:
    if len(value) > _LONGEST_VALUE:
        return False
    return slot not in _LITERAL or not value or _is_said(value, text, message)


def _is_said(words: str, text: str, message: str) -> bool:
    """Whether the words stand in the text, or, spelt otherwise, in ``message``, its letters and digits."""
    squeezed = _squeeze(words)
    return squeezed in message if squeezed else words in text


def _squeeze(text: str) -> str:
    """Letters and digits alone, without case and accents: "MA-104 233" and "ma104233" are one."""
    plain = normalize("NFKD", text).casefold()
    return re.sub(r"[^\w]|_", "", "".join(each for each in plain if ord(each) < 0x300 or ord(each) > 0x36F))
