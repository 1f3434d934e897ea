"""Hands the conversation to a person, with a brief that saves the shopper from saying anything twice."""

from collections.abc import Mapping

from domain.commands import Slot
from domain.outcomes import Brief, HandedOver, HandoverReason, Memory, Outcome
from domain.skills import SkillPorts, SkillRequest
from skills.handover import present
from skills.reading import ReadsOnly
from skills.topics import HOURS, quote

FACTS, TRY, PROMISE = "facts.", "try.", "promise."
SECRET = {Slot.CODE}


class Handover(ReadsOnly):
    """Serves HUMAN_HANDOFF; asks nothing."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome:
        hours = await quote(ports.knowledge, HOURS, request.language)
        return HandedOver(
            reason=HandoverReason.ASKED,
            brief=write_brief(request),
            blocks=present.taken_over(hours, _list_known(request)),
        )


def write_brief(request: SkillRequest) -> Brief:
    """What the conversation established, what the shopper gave, and who they are once verified."""
    return Brief(
        summary=request.memory.get("summary") or request.text,
        facts={**_list_known(request), **_list_customer(request), **_list_established(request.memory)},
        tries=_list_numbered(request.memory, TRY),
        promises=_list_numbered(request.memory, PROMISE),
    )


def _list_known(request: SkillRequest) -> Mapping[str, str]:
    return {slot.value: value for slot, value in request.slots.items() if value and slot not in SECRET}


def _list_established(memory: Memory) -> Mapping[str, str]:
    return {name.removeprefix(FACTS): value for name, value in memory.items() if name.startswith(FACTS) and value}


def _list_customer(request: SkillRequest) -> Mapping[str, str]:
    who = {"language": request.language.value}
    if request.customer:
        who |= {"customer": request.customer.name, "customer_id": request.customer.id}
    return who


def _list_numbered(memory: Memory, prefix: str) -> tuple[str, ...]:
    """``try.2`` before ``try.10``."""
    names = (name for name in memory if name.startswith(prefix))
    in_order = sorted(names, key=lambda name: (len(name), name))
    return tuple(memory[name] for name in in_order if memory[name])
