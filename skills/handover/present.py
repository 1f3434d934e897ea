"""The hand-over in blocks: that a person takes over, when the team is there, and what they receive."""

from collections.abc import Mapping

from domain.blocks import Block, Facts, Phrase, Row
from domain.commands import Slot
from skills.journeys import shorten

PASSED_ON = (Slot.ORDER_NUMBER, Slot.RETURN_NUMBER, Slot.TRACKING_NUMBER, Slot.ITEM)


def taken_over(hours: tuple[Block, ...], known: Mapping[str, str]) -> tuple[Block, ...]:
    """``known`` are the slots given; only those that a shopper recognises are listed."""
    rows = tuple(
        Row(label=Phrase(key=f"handover-row-{slot.value.replace('_', '-')}"), value=shorten(known[slot.value]))
        for slot in PASSED_ON
        if slot.value in known
    )
    passed_on: tuple[Block, ...] = (Phrase(key="handover-passed-on"),)
    if rows:
        passed_on = (Facts(title=Phrase(key="handover-passed-on-with"), rows=rows),)
    return (Phrase(key="handover-taken-over"), *hours, *passed_on)
