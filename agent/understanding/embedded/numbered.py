"""A claim or a return called by its number: what the message is about, whatever was asked for.

Such a number signs nobody in and names no order. Beside a request about something else it is left to that request.
"""

from agent.understanding.embedded.message import SERVED, Message
from agent.understanding.embedded.slots.numbers import has_claim_number
from domain.commands import Ask, Command, Slot
from domain.intents import Intent

_LONGEST = 12
_WRITTEN_DOWN = frozenset({Slot.STATEMENT, Slot.ADDRESS})
_RETURNS = frozenset({Intent.REFUND_STATUS, Intent.RETURN_OR_EXCHANGE})
_SAME_MATTER = frozenset({Intent.ORDER_TRACKING, Intent.REFUND_STATUS, Intent.CLAIM_OR_INVESTIGATION})


def read_numbered_case(message: Message) -> tuple[Command, ...]:
    """ "CL-100234, any news?", "RMA-482913 status": the case is asked for, unless its own skill is at work already."""
    judged = message.judged
    elsewhere = judged.intent in SERVED and judged.sure and judged.intent not in _SAME_MATTER
    if elsewhere or message.heard.asked in _WRITTEN_DOWN or len(message.words.folded) > _LONGEST:
        return ()
    details = {each.slot: each.value for each in reversed(message.found)}
    if has_claim_number(message.words.text):
        return (Ask(intent=Intent.CLAIM_OR_INVESTIGATION, details=details, text=message.words.text),)
    if Slot.RETURN_NUMBER not in details or _RETURNS & {*message.heard.open_intents[:1]}:
        return ()
    return (Ask(intent=Intent.REFUND_STATUS, details=details, text=message.words.text),)
