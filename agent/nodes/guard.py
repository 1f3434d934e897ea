"""Who is speaking: asks for an address, sends a one-time code to the contact on record, compares the code.

It answers alike for known and unknown addresses and looks nothing up; possession of the code is the only way through.
"""

from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agent.nodes.values import GraphState, Said
from agent.state import ConversationState, SignIn
from agent.turn import PROOF_LIFE, Turn
from domain.blocks import Block, Choices, Option, Phrase
from domain.commands import Cancel, Chitchat, ChitchatKind, Choose, Command, Correct, Give, Slot, WantPerson
from domain.identity import CodeResult, Proof, ProofMeans
from domain.ids import CustomerId
from domain.outcomes import HandoverReason
from records import audit
from records.identity import CodeRequest, answer_challenge, request_code, save_proof

ADDRESSES = (Slot.EMAIL, Slot.ORDER_NUMBER, Slot.PHONE)
MAX_FAILED_CODES = 3
RESEND, OTHER_ADDRESS = "signin:resend", "signin:other"


async def guard(state: GraphState, runtime: Runtime[Turn]) -> dict[str, Any]:
    """Takes the commands that belong to a sign-in in progress; leaves the others as they are."""
    conversation, commands = state["conversation"], state["commands"]
    if conversation.sign_in is None:
        return {}
    turn = runtime.context
    if turn.customer:
        return {"conversation": replace(conversation, sign_in=None), "commands": _without_codes(commands)}
    said: list[Block] = []
    rest: list[Command] = []
    for command in commands:
        if conversation.sign_in is None:
            rest.append(command)
            continue
        conversation, blocks, taken = await _take(command, conversation, turn)
        turn.signing_in = turn.signing_in or taken
        said += blocks
        if not taken:
            rest.append(command)
    if conversation.failed_codes >= MAX_FAILED_CODES:
        turn.handover_reason = HandoverReason.IDENTITY_FAILED
        conversation, rest = replace(conversation, sign_in=None, failed_codes=0), [*rest, WantPerson()]
    return {"conversation": conversation, "commands": tuple(rest), "blocks": (Said(skill="", blocks=tuple(said)),)}


def _without_codes(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """After a proof by other means, or in a turn that runs again, a code has nothing left to open."""
    return tuple(each for each in commands if not (isinstance(each, Give) and each.slot is Slot.CODE))


def remind(conversation: ConversationState, turn: Turn) -> tuple[Block, ...]:
    """After something else was answered in the middle of a sign-in, its question stands again."""
    return _prompt(conversation) if conversation.sign_in and not turn.signing_in else ()


async def begin(conversation: ConversationState, turn: Turn) -> tuple[ConversationState, tuple[Block, ...]]:
    """Starts a sign-in; when an address was given before, the code goes out without asking for it again."""
    turn.signing_in = True
    address = next((conversation.slots[slot] for slot in ADDRESSES if conversation.slots.get(slot)), None)
    if address:
        return await _send(replace(conversation, sign_in=SignIn()), address, turn)
    return replace(conversation, sign_in=SignIn()), (Phrase(key="signin-ask-address"),)


async def _take(
    command: Command, conversation: ConversationState, turn: Turn
) -> tuple[ConversationState, tuple[Block, ...], bool]:
    """What a command means while signing in; the last value tells whether it was meant for us."""
    assert conversation.sign_in is not None
    waiting = conversation.sign_in.challenge is not None
    match command:
        case Give(slot=Slot.CODE, value=code) if waiting:
            return (*await _compare(conversation, code, turn), True)
        case Give(slot=slot, value=value) | Correct(slot=slot, value=value) if slot in ADDRESSES and value:
            kept = replace(conversation, slots={**conversation.slots, slot: value})
            return (*await _send(kept, value, turn), True)
        case Choose(option="signin:resend"):
            return (*await _send(conversation, conversation.sign_in.sent_to, turn), True)
        case Choose(option="signin:other") | Correct(slot=Slot.EMAIL):
            return _forget_address(conversation), (Phrase(key="signin-ask-address"),), True
        case Chitchat(about=ChitchatKind.WHY):
            return conversation, (Phrase(key="signin-why"), *_prompt(conversation)), True
        case Cancel() | WantPerson():
            return replace(conversation, sign_in=None), (), False
    return conversation, (), False


def _forget_address(conversation: ConversationState) -> ConversationState:
    slots = {slot: value for slot, value in conversation.slots.items() if slot not in ADDRESSES}
    return replace(conversation, slots=slots, sign_in=SignIn())


def _prompt(conversation: ConversationState) -> tuple[Block, ...]:
    """The question again, in the state where the sign-in stands."""
    assert conversation.sign_in is not None
    if conversation.sign_in.challenge is None:
        return (Phrase(key="signin-ask-address"),)
    return (Phrase(key="signin-ask-code"), _ways_out())


def _ways_out() -> Choices:
    return Choices(
        prompt=Phrase(key="signin-no-code"),
        options=(
            Option(id=RESEND, label=Phrase(key="signin-resend")),
            Option(id=OTHER_ADDRESS, label=Phrase(key="signin-other-address")),
        ),
    )


async def _send(
    conversation: ConversationState, address: str, turn: Turn
) -> tuple[ConversationState, tuple[Block, ...]]:
    """Opens a challenge in its own transaction, so that a turn that runs again does not send a second code."""
    request = CodeRequest(
        merchant=turn.conversation.merchant,
        purpose=turn.purpose,
        address=address,
        source=turn.conversation.source,
        language=(conversation.language or turn.shop.merchant.language).value,
        rehearsed=turn.conversation.is_preview,
    )
    now = turn.tools.clock.now()
    challenge = await turn.records.write(lambda c: request_code(c, request, keys=turn.tools.keys, now=now))
    turn.trace.add("guard", step="code requested", allowed=challenge is not None)
    if challenge is None:
        return conversation, (Phrase(key="signin-too-many"),)
    sign_in = SignIn(challenge=challenge, sent_to=address)
    said = Phrase(key="signin-code-sent", values={"address": address})
    return replace(conversation, sign_in=sign_in), (said, _ways_out())


async def _compare(
    conversation: ConversationState, code: str, turn: Turn
) -> tuple[ConversationState, tuple[Block, ...]]:
    assert conversation.sign_in is not None
    challenge = conversation.sign_in.challenge or ""
    now = turn.tools.clock.now()
    result, customer = await turn.records.write(
        lambda c: answer_challenge(
            c,
            turn.conversation.merchant,
            challenge=challenge,
            purpose=turn.purpose,
            code=code,
            keys=turn.tools.keys,
            now=now,
        )
    )
    turn.trace.add("guard", step="code compared", result=result.value)
    if result is CodeResult.ACCEPTED and customer:
        return await _accept(conversation, customer, turn)
    failed = conversation.failed_codes + 1
    kept = replace(conversation, failed_codes=failed)
    if result in {CodeResult.SPENT, CodeResult.EXPIRED}:
        return replace(kept, sign_in=SignIn(sent_to=conversation.sign_in.sent_to)), (
            Phrase(key=f"signin-code-{result.value}"),
            _ways_out(),
        )
    return kept, (Phrase(key="signin-code-wrong"), _ways_out())


async def _accept(
    conversation: ConversationState, customer: CustomerId, turn: Turn
) -> tuple[ConversationState, tuple[Block, ...]]:
    """The proof is written at once: the skill that waits for it reads it from the database in this very turn."""
    now = turn.tools.clock.now()
    means = ProofMeans.PREVIEW if turn.conversation.is_preview else ProofMeans.ONE_TIME_CODE
    proof = Proof(customer=customer, means=means, expires=now + PROOF_LIFE)
    merchant, identity = turn.conversation.merchant, turn.conversation.id
    entry = audit.AuditEntry(at=now, actor=customer, verb="verified", subject=identity, detail=proof.means.value)

    def keep(connection: Any) -> None:
        save_proof(connection, merchant, identity, proof)
        audit.note(connection, merchant, entry)

    await turn.records.write(keep)
    await recognise(turn, customer)
    name = turn.customer.name.strip().split(" ")[0] if turn.customer else ""
    return (
        replace(conversation, sign_in=None, failed_codes=0),
        (Phrase(key="signin-done", values={"name": name, "named": "yes" if name else "no"}),),
    )


async def recognise(turn: Turn, customer: CustomerId) -> None:
    """Reads who the verified customer is; links made from here on are theirs."""
    customers = turn.shop.connections.customers
    turn.customer = await customers.get_customer(customer) if customers else None
    turn.links.customer = customer
