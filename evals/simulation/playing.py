"""A simulated shopper talks to the agent until the goal is reached, harm is done, or patience is over."""

from dataclasses import dataclass, field
from typing import Any

from channels.plain import render_text
from domain.languages import Language
from domain.replies import Reply, SaidLink
from evals.scenarios.portal import finish_return
from evals.simulation.casting import Persona
from evals.simulation.evidence import Evidence
from evals.simulation.proofs import find_harm, find_lacking
from evals.simulation.restoring import keep_records, put_back
from evals.simulation.shopper import EnterCode, Follow, Move, Pick, Say, Shopper
from evals.simulation.voices import ScriptedVoice, Voice
from evals.stage import Played, Stage

MOST_TURNS = 10
_OTHER_ADDRESS = "signin:other"
_WRONG_CODES = ("111111", "222222")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """One turn: what was said or done, what came back, and the trace of it (none for a visit to the portal)."""

    said: str
    answered: str = ""
    trace: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Run:
    """What one conversation came to; ``missed`` is empty when the goal was reached and nothing harmful happened."""

    persona: Persona
    missed: list[str] = field(default_factory=list)
    harm: bool = False
    exchanged: list[Exchanged] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.missed


async def play(persona: Persona, stage: Stage, *, voice: Voice | None = None) -> Run:
    """What the shop holds of the customer is put back afterwards."""
    things, customer = persona.things, persona.customer
    kept = await keep_records(stage, customer, things.order) if customer and things.order else None
    email = persona.email if persona.signed_in else None
    conversation = await stage.open(language=Language(persona.task.language), email=email)
    evidence = Evidence(
        stage=stage,
        persona=persona,
        conversation=conversation,
        began=stage.install.clock.now(),
        returns_before=kept.returns if kept else frozenset(),
    )
    run = Run(persona=persona)
    try:
        await _talk(Shopper(persona), evidence, run, voice or ScriptedVoice())
    finally:
        if kept:
            await put_back(stage, kept)
    return run


async def _talk(shopper: Shopper, evidence: Evidence, run: Run, voice: Voice) -> None:
    move: Move | None = shopper.open()
    for _ in range(MOST_TURNS):
        if move is None:
            run.missed.append("the shopper gave up")
            return
        await _carry_out(move, evidence, run, voice)
        run.missed = await find_harm(evidence)
        run.harm = bool(run.missed)
        if run.missed:
            return
        run.missed = await find_lacking(evidence)
        if not run.missed:
            await _part(shopper, evidence, run, voice)
            return
        move = shopper.react(evidence)
    run.missed.append(f"not done after {MOST_TURNS} turns")


async def _part(shopper: Shopper, evidence: Evidence, run: Run, voice: Voice) -> None:
    """A last word of thanks must change nothing; a person who took over answers for the rest."""
    if evidence.last.owner.value == "person" or shopper.followed:
        return
    await _carry_out(shopper.close(), evidence, run, voice)
    run.missed = await find_harm(evidence)
    run.harm = bool(run.missed)
    run.missed = run.missed or await find_lacking(evidence)


async def _carry_out(move: Move, evidence: Evidence, run: Run, voice: Voice) -> None:
    stage, conversation = evidence.stage, evidence.conversation
    match move:
        case Follow(way=way):
            link = SaidLink(label=way.label, url=way.url)
            await finish_return(stage, Reply(language=evidence.persona.task.language, blocks=(link,)))
            run.exchanged.append(Exchanged(said=f"[{way.label}] and finished in the portal"))
        case Pick(option=option, label=label):
            await _note(await stage.say(conversation, choice=option), f"[{label}]", evidence, run)
        case EnterCode(right=right):
            await _enter_code(evidence, run, right=right)
        case Say(text=text, exact=exact, denies=denies):
            words = text if exact else await voice.put(text, evidence.persona)
            await _note(await stage.say(conversation, words), words, evidence, run)
            evidence.denied = evidence.denied or denies


async def _enter_code(evidence: Evidence, run: Run, *, right: bool) -> None:
    """From a letter of their own; who got none, as after another one's order number, gives another address."""
    stage, conversation = evidence.stage, evidence.conversation
    code = await evidence.code()
    wrong = next(each for each in _WRONG_CODES if each != code)
    if not code:
        await _note(await stage.say(conversation, choice=_OTHER_ADDRESS), "[another address]", evidence, run)
        return
    played = await stage.say(conversation, code if right else wrong)
    await _note(played, "(the code)" if right else "(a wrong code)", evidence, run)


async def _note(played: Played, said: str, evidence: Evidence, run: Run) -> None:
    await evidence.add(played)
    answered = render_text(played.reply) if played.reply else ""
    run.exchanged.append(Exchanged(said=said, answered=answered, trace=played.trace))
