"""Runs one step of a skill under the rules that the skill cannot bend: readiness, identity, declared effect, one write
per confirmation."""

from dataclasses import replace
from time import perf_counter
from typing import Any, assert_never

from langgraph.runtime import Runtime

from agent.brief import handover_memory, summarised
from agent.nodes.guard import begin
from agent.nodes.values import GraphState, Said, Step
from agent.open_questions import note_gap
from agent.own import OwnAccount, OwnWriting, own_account
from agent.policy_only import answer_policy
from agent.readiness import find_readiness
from agent.state import ConversationState, OpenSkill, Pending
from agent.traced import TracedKnowledge
from agent.turn import Turn
from domain.blocks import Block, Phrase
from domain.errors import Conflict, NotAllowed
from domain.outcomes import Answered, Asked, HandedOver, Missing, Outcome, Proposed, Refused
from domain.skills import Effect, Manifest, SkillPorts, SkillRequest
from skills.manifests import get_manifest
from skills.registry import SKILLS


async def run_skill(state: GraphState, runtime: Runtime[Turn]) -> dict[str, Any]:
    turn, step = runtime.context, state["step"]
    assert step is not None
    conversation = state["conversation"]
    manifest = get_manifest(step.skill)
    readiness = find_readiness(manifest, turn.shop)
    if not readiness.active:
        turn.trace.add("outcome", skill=step.skill, kind="policy_only", unmet=[each.phrase for each in readiness.unmet])
        said = await answer_policy(manifest, step, conversation, turn)
        conversation, firm = _finish(conversation, step), False
    else:
        conversation, said, firm = await _run_ready(step, manifest, conversation, turn)
    return {
        "conversation": conversation,
        "step": None,
        "blocks": (*state["blocks"], Said(skill=step.skill, blocks=said, firm=firm)),
    }


async def _run_ready(
    step: Step, manifest: Manifest, conversation: ConversationState, turn: Turn
) -> tuple[ConversationState, tuple[Block, ...], bool]:
    """The last value tells whether the words are firm: a decision, a proposal, a sign-in, a hand-over."""
    own = own_account(turn)
    request = _request(step, conversation, turn)
    since = perf_counter()
    try:
        if step.confirmed:
            outcome = await _commit(step, manifest, request, conversation, own, turn)
            conversation = replace(conversation, pending=None)
        else:
            outcome = await SKILLS[step.skill].run(request, _ports(own, conversation, turn))
    except NotAllowed:
        turn.customer = None
        outcome = Asked(missing=Missing.IDENTITY, blocks=(Phrase(key="signin-expired"),), memory=request.memory)
    turn.trace.add("outcome", since=since, skill=step.skill, kind=outcome.kind, **_detail(outcome))
    conversation, said = await _settle(outcome, step, manifest, conversation, turn)
    identity = isinstance(outcome, Asked) and outcome.missing is Missing.IDENTITY
    return conversation, said, identity or isinstance(outcome, Refused | Proposed | HandedOver)


def _request(step: Step, conversation: ConversationState, turn: Turn) -> SkillRequest:
    opened = next((each for each in conversation.stack if each.name == step.skill), None)
    memory = dict(opened.memory) if opened and not step.opens else {}
    if step.skill == "handover":
        memory = handover_memory(conversation, turn)
    return SkillRequest(
        intent=step.intent,
        text=step.text,
        language=conversation.language or turn.shop.merchant.language,
        customer=turn.customer,
        slots=conversation.slots,
        changed=step.changed,
        choice=step.choice,
        agreed=step.agreed,
        memory=memory,
    )


def _ports(own: OwnAccount | None, conversation: ConversationState, turn: Turn) -> SkillPorts:
    return SkillPorts(
        own=own,
        knowledge=TracedKnowledge(turn),
        catalogue=turn.shop.connections.catalogue,
        policy=turn.shop.policy,
        links=turn.links,
        mentions=turn.tools.mentions,
        calendar=turn.shop.calendar,
    )


async def _commit(
    step: Step,
    manifest: Manifest,
    request: SkillRequest,
    conversation: ConversationState,
    own: OwnAccount | None,
    turn: Turn,
) -> Outcome:
    """A write needs the effect declared, a proposal that the shopper saw, and a customer who is verified now."""
    pending = conversation.pending
    if manifest.effect is not Effect.COMMITS or pending is None or pending.skill != step.skill:
        raise Conflict("nothing was proposed")
    if not turn.may_write:
        return Answered(blocks=(Phrase(key="preview-not-changed"),))
    if own is None:
        raise NotAllowed("a write needs a verified customer")
    writes = OwnWriting(turn, own, key=pending.proposal.id)
    return await SKILLS[step.skill].commit(pending.proposal, request, writes)


async def _settle(
    outcome: Outcome, step: Step, manifest: Manifest, conversation: ConversationState, turn: Turn
) -> tuple[ConversationState, tuple[Block, ...]]:
    """Keeps what the outcome leaves behind and returns what it says."""
    if step.skill != "handover":
        conversation = replace(conversation, clarifications=0)
    match outcome:
        case Asked(missing=Missing.IDENTITY):
            kept = _keep(conversation, step, outcome.memory, Missing.IDENTITY)
            kept, asked = await begin(kept, turn)
            return kept, (*outcome.blocks, *asked)
        case Asked():
            return _keep(conversation, step, outcome.memory, outcome.missing), outcome.blocks
        case Proposed():
            if manifest.effect is Effect.READS:
                raise Conflict(f"{manifest.name} may not propose")
            kept = _keep(conversation, step, outcome.memory, None)
            return replace(kept, pending=Pending(skill=step.skill, proposal=outcome.proposal)), outcome.blocks
        case Answered():
            turn.effects.receipts.extend(outcome.receipts)
            note_gap(outcome, conversation.language or turn.shop.merchant.language, turn)
            if outcome.stays:
                return _keep(conversation, step, outcome.memory, None), outcome.blocks
            return _finish(conversation, step), outcome.blocks
        case Refused():
            turn.effects.receipts.append(outcome.receipt)
            tried = replace(conversation, tries=(*conversation.tries, f"{step.intent.value}: {outcome.rule}")[-6:])
            return _keep(tried, step, outcome.memory, None), outcome.blocks
        case HandedOver():
            reason = turn.handover_reason or outcome.reason
            brief = await summarised(outcome.brief, reason, conversation, turn)
            turn.effects.handover = replace(outcome, reason=reason, brief=brief)
            return replace(conversation, stack=(), pending=None, sign_in=None, offered=()), outcome.blocks
    assert_never(outcome)


def _keep(conversation: ConversationState, step: Step, memory: Any, missing: Missing | None) -> ConversationState:
    opened = OpenSkill(name=step.skill, intent=step.intent, text=step.text, memory=memory, missing=missing)
    return replace(conversation, stack=(*_without(conversation, step.skill), opened))


def _finish(conversation: ConversationState, step: Step) -> ConversationState:
    """Off the stack; the skill that it had interrupted has its own slots back."""
    left = replace(conversation, stack=_without(conversation, step.skill))
    done = conversation.open is not None and conversation.open.name == step.skill
    return replace(left, slots={**left.general_slots, **left.open.slots}) if done and left.open else left


def _without(conversation: ConversationState, skill: str) -> tuple[OpenSkill, ...]:
    return tuple(each for each in conversation.stack if each.name != skill)


def _detail(outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Asked():
            return {"missing": outcome.missing.value}
        case Refused():
            return {"rule": outcome.rule}
        case HandedOver():
            return {"reason": outcome.reason.value}
        case Answered():
            return {"stays": outcome.stays, **({"gap": outcome.memory["gap"]} if "gap" in outcome.memory else {})}
        case Proposed():
            return {"proposal": outcome.proposal.id}
