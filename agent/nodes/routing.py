"""From commands to the next step: a pure function over the conversation's state, tested by the thousand.

Two requests in one message are two steps. A skill interrupted by another stays on the stack and is taken up again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from agent.nodes.values import Step
from agent.state import ABOUT_ONE_THING, ConversationState, OpenSkill
from domain.blocks import Block, Choices, Option, Phrase
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
from domain.outcomes import HandoverReason, Missing
from skills.registry import find_manifest

MAX_CLARIFICATIONS = 2
PERSON, ASK = "person", "ask:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """What comes next: a step to run, or words of the agent's own, or nothing (then the commands are used up)."""

    conversation: ConversationState
    rest: tuple[Command, ...]
    step: Step | None = None
    blocks: tuple[Block, ...] = ()
    reason: HandoverReason | None = None


def next_step(conversation: ConversationState, commands: tuple[Command, ...], *, verified: bool) -> Routed:
    """Takes the first command, with the values given beside it, and says what to do about it."""
    if not commands:
        return _after_sign_in(conversation, verified)
    first, rest = commands[0], commands[1:]
    if isinstance(first, Give | Correct):
        return _given(conversation, commands)
    return _ROUTES[type(first)](conversation, first, rest)


def hand_over(conversation: ConversationState, rest: tuple[Command, ...], reason: HandoverReason) -> Routed:
    step = Step(skill="handover", intent=Intent.HUMAN_HANDOFF, opens=True)
    return Routed(conversation=conversation, rest=rest, step=step, reason=reason)


def _after_sign_in(conversation: ConversationState, verified: bool) -> Routed:
    """The skill that waited for a proof runs again as soon as there is one, though another was asked meanwhile."""
    waiting = next((each for each in reversed(conversation.stack) if each.missing is Missing.IDENTITY), None)
    if verified and waiting:
        step = Step(skill=waiting.name, intent=waiting.intent, text=waiting.text)
        return Routed(conversation=_signed_in(conversation, waiting), rest=(), step=step)
    return Routed(conversation=conversation, rest=())


def _signed_in(conversation: ConversationState, waiting: OpenSkill) -> ConversationState:
    """An order number that was given to sign in with counts for the skill that had asked for it."""
    given = conversation.slots.get(Slot.ORDER_NUMBER)
    back = conversation.brought_up(waiting.name)
    return replace(back, slots={Slot.ORDER_NUMBER: given, **back.slots}) if given else back


def take_up_again(conversation: ConversationState, ran: tuple[str, ...]) -> Routed:
    """After a digression was answered, the skill that it interrupted asks its question again."""
    done, stack = conversation.open, conversation.stack
    if len(stack) > 1 and done and done.name in ran and done.missing is None and conversation.pending is None:
        waiting = stack[-2]
        if waiting.missing not in {None, Missing.IDENTITY} and waiting.name not in ran:
            step = Step(skill=waiting.name, intent=waiting.intent, text=waiting.text)
            return Routed(conversation=conversation.brought_up(waiting.name), rest=(), step=step)
    return Routed(conversation=conversation, rest=())


def _given(conversation: ConversationState, commands: tuple[Command, ...]) -> Routed:
    """All values of one breath are one step of the open skill."""
    slots, changed, used = dict(conversation.slots), set[Slot](), 0
    for command in commands:
        if not isinstance(command, Give | Correct):
            break
        used += 1
        changed.add(command.slot)
        if command.value:
            slots[command.slot] = command.value
        else:
            slots.pop(command.slot, None)
    kept = replace(conversation, slots=slots)
    rest = commands[used:]
    if any(isinstance(command, Ask | Choose | Confirm) for command in rest):
        return Routed(conversation=kept, rest=rest)
    waiting = conversation.open
    if waiting is None:
        return _unclear(kept, Unclear(candidates=(Intent.RETURN_OR_EXCHANGE, Intent.ORDER_TRACKING)), rest)
    step = Step(skill=waiting.name, intent=waiting.intent, text=waiting.text, changed=frozenset(changed))
    return Routed(conversation=replace(kept, pending=None), rest=rest, step=step)


def _ask(conversation: ConversationState, command: Ask, rest: tuple[Command, ...]) -> Routed:
    """Opens a skill; the same one again starts afresh, with nothing left over from before."""
    manifest = find_manifest(command.intent)
    if manifest is None:
        return _outside(conversation, OutOfScope(intent=command.intent, text=command.text), rest)
    opened = OpenSkill(name=manifest.name, intent=command.intent, text=command.text)
    stack = (*(each for each in conversation.laid_aside() if each.name != manifest.name), opened)
    details = {slot: value for slot, value in command.details.items() if value}
    slots = {**conversation.general_slots, **details}
    conversation = replace(conversation, slots=slots, stack=stack[-4:], pending=None, clarifications=0)
    step = Step(
        skill=manifest.name,
        intent=command.intent,
        text=command.text,
        opens=True,
        changed=frozenset(details),
    )
    return Routed(conversation=conversation, rest=rest, step=step)


def _choose(conversation: ConversationState, command: Choose, rest: tuple[Command, ...]) -> Routed:
    option = command.option
    if option == PERSON:
        return hand_over(conversation, rest, HandoverReason.ASKED)
    if option.startswith(ASK):
        intent = next((each for each in Intent if each.value == option.removeprefix(ASK)), None)
        if intent:
            return _ask_keeping(conversation, intent, rest)
    if option in {"yes", "no"}:
        return _answer(conversation, Confirm() if option == "yes" else Deny(), rest)
    offered = next((each for each in conversation.offered if each.id == option), None)
    owner = offered.skill if offered else ""
    waiting = next((each for each in reversed(conversation.stack) if each.name == owner), None)
    if waiting is None:
        return Routed(conversation=conversation, rest=rest, blocks=(Phrase(key="option-gone"),))
    step = Step(skill=waiting.name, intent=waiting.intent, text=waiting.text, choice=option)
    return Routed(conversation=replace(conversation.brought_up(owner), pending=None), rest=rest, step=step)


def _ask_keeping(conversation: ConversationState, intent: Intent, rest: tuple[Command, ...]) -> Routed:
    """A switch that the agent itself offered keeps what was said about the thing at hand."""
    kept = {slot: value for slot, value in conversation.slots.items() if slot in ABOUT_ONE_THING}
    text = conversation.open.text if conversation.open else ""
    return _ask(conversation, Ask(intent=intent, details=kept, text=text), rest)


def _answer(conversation: ConversationState, command: Confirm | Deny, rest: tuple[Command, ...]) -> Routed:
    agreed = isinstance(command, Confirm)
    pending, waiting = conversation.pending, conversation.open
    if pending:
        intent = next((each.intent for each in conversation.stack if each.name == pending.skill), None)
        step = Step(skill=pending.skill, intent=intent or Intent.OUT_OF_SCOPE, agreed=agreed, confirmed=agreed)
        back = conversation.brought_up(pending.skill) if intent else conversation
        kept = back if agreed else replace(back, pending=None)
        return Routed(conversation=kept, rest=rest, step=step)
    offer = find_offer(conversation)
    if agreed and offer:
        return _choose(conversation, Choose(option=offer), rest)
    if waiting:
        step = Step(skill=waiting.name, intent=waiting.intent, text=waiting.text, agreed=agreed)
        return Routed(conversation=conversation, rest=rest, step=step)
    return _chitchat(conversation, Chitchat(about=ChitchatKind.ACKNOWLEDGE), rest)


def find_offer(conversation: ConversationState) -> str | None:
    """The one thing that the agent offered to do, so that a bare yes can take it; None when there are several."""
    offers = {each.id for each in conversation.offered if each.id.startswith(ASK)}
    offers = offers or {each.id for each in conversation.offered if each.id == PERSON}
    return offers.pop() if len(offers) == 1 else None


def _cancel(conversation: ConversationState, command: Cancel, rest: tuple[Command, ...]) -> Routed:
    """Forgets what was open and everything said about it."""
    had = bool(conversation.stack or conversation.sign_in)
    cleared = replace(
        conversation, stack=(), pending=None, sign_in=None, slots=conversation.general_slots, clarifications=0
    )
    return Routed(conversation=cleared, rest=rest, blocks=(Phrase(key="cancelled" if had else "nothing-to-cancel"),))


def _resume(conversation: ConversationState, command: Resume, rest: tuple[Command, ...]) -> Routed:
    found = (
        next((each for each in reversed(conversation.stack) if command.intent in {None, each.intent}), None)
        or conversation.open
    )
    if found is None:
        if command.intent:
            return _ask(conversation, Ask(intent=command.intent), rest)
        return Routed(conversation=conversation, rest=rest, blocks=(Phrase(key="nothing-to-resume"),))
    step = Step(skill=found.name, intent=found.intent, text=found.text)
    return Routed(conversation=conversation.brought_up(found.name), rest=rest, step=step)


def _person(conversation: ConversationState, command: WantPerson, rest: tuple[Command, ...]) -> Routed:
    return hand_over(conversation, rest, HandoverReason.ASKED)


def _chitchat(conversation: ConversationState, command: Chitchat, rest: tuple[Command, ...]) -> Routed:
    waiting = conversation.open
    if command.about is ChitchatKind.WHY and waiting:
        step = Step(skill=waiting.name, intent=waiting.intent, text=waiting.text, choice="why")
        return Routed(conversation=conversation, rest=rest, step=step)
    key = f"chitchat-{command.about.value.replace('_', '-')}"
    return Routed(conversation=conversation, rest=rest, blocks=(Phrase(key=key),))


def _outside(conversation: ConversationState, command: OutOfScope, rest: tuple[Command, ...]) -> Routed:
    """Recognised, and honestly not ours: who can help, and a person one tap away; the third in a row goes to one."""
    if conversation.clarifications >= MAX_CLARIFICATIONS:
        return hand_over(conversation, rest, HandoverReason.NOT_UNDERSTOOD)
    key = f"outside-{command.intent.value.replace('_', '-')}"
    offer = Choices(prompt=Phrase(key="outside-offer"), options=(Option(id=PERSON, label=Phrase(key="option-person")),))
    kept = replace(conversation, clarifications=conversation.clarifications + 1)
    return Routed(conversation=kept, rest=rest, blocks=(Phrase(key=key), offer))


def _unclear(conversation: ConversationState, command: Unclear, rest: tuple[Command, ...]) -> Routed:
    if conversation.clarifications >= MAX_CLARIFICATIONS:
        return hand_over(conversation, rest, HandoverReason.NOT_UNDERSTOOD)
    options = [
        Option(id=f"{ASK}{intent.value}", label=Phrase(key=f"option-{intent.value.replace('_', '-')}"))
        for intent in command.candidates
        if find_manifest(intent) and intent is not Intent.HUMAN_HANDOFF
    ]
    options.append(Option(id=PERSON, label=Phrase(key="option-person")))
    kept = replace(conversation, clarifications=conversation.clarifications + 1)
    asked = Choices(prompt=Phrase(key="clarify"), options=tuple(options))
    return Routed(conversation=kept, rest=rest, blocks=(asked,))


_ROUTES: dict[type, Callable[..., Routed]] = {
    Ask: _ask,
    Choose: _choose,
    Confirm: _answer,
    Deny: _answer,
    Cancel: _cancel,
    Resume: _resume,
    WantPerson: _person,
    Chitchat: _chitchat,
    OutOfScope: _outside,
    Unclear: _unclear,
}
