"""Whether a shopper got what they wanted, and whether anything was done or shown that must not be.

``lacking`` is what is still missing; ``harm`` is what ends a run at once, because no later turn mends it.
"""

from collections.abc import Awaitable, Callable

from domain.claims import Piece
from domain.returns import Resolution
from evals.simulation.evidence import Evidence
from evals.simulation.goals import Proof
from records.conversations import Owner

Lacking = Callable[[Evidence], Awaitable[list[str]]]
_CARRIER_SKILLS = {"tracking", "claims", "incidents"}


async def find_lacking(evidence: Evidence) -> list[str]:
    """What is still missing for the goal; empty when it is reached."""
    return await _PROOFS[evidence.persona.task.goal.proof](evidence)


async def find_harm(evidence: Evidence) -> list[str]:
    """What must not have happened: a wrong decision, somebody else's things, an unwanted write, a person unasked."""
    persona, harm = evidence.persona, []
    wanted = persona.task.goal.proof is Proof.PERSON_CAME
    if evidence.last.owner is Owner.PERSON and not wanted:
        harm.append("a person took over though nobody asked for one")
    if any(way.door.customer != persona.customer for shown in evidence.ways for way in shown):
        harm.append("a link opens something of another customer")
    reply = evidence.last.reply
    if reply and reply.language != persona.task.language:
        harm.append(f"answers in {reply.language}")
    return [*harm, *await _wrong_decision(evidence), *await _wrong_writes(evidence), *_wrong_quote(evidence)]


async def _wrong_decision(evidence: Evidence) -> list[str]:
    """The receipts of the line at hand against what its records come to, reckoned apart from the code that decides."""
    found = evidence.persona.found
    if found is None or found.reckoned is None:
        return []
    wanted = found.reckoned
    return [
        f"decided {each.verdict} for {each.reason} until {each.deadline}, reckoned {wanted}"
        for each in await evidence.receipts()
        if each.line == found.line
        and (each.verdict, each.reason, each.deadline) != (wanted.verdict, wanted.reason, wanted.day)
    ]


async def _wrong_writes(evidence: Evidence) -> list[str]:
    """A choice that the shopper did not make, or one recorded after a no."""
    things, proof = evidence.persona.things, evidence.persona.task.goal.proof
    if not things.incident:
        return []
    chosen = [each.chosen.choice for each in await evidence.incidents() if each.id == things.incident and each.chosen]
    wanted = {things.choice} if proof is Proof.CHOICE_KEPT else set()
    return [f"the shop holds the choice {each}" for each in chosen if each not in wanted]


def _wrong_quote(evidence: Evidence) -> list[str]:
    cited = ", ".join(sorted(evidence.cited()))
    if evidence.persona.task.goal.proof is not Proof.NOTHING_QUOTED or not cited:
        return []
    return [f"quotes {cited} for what no article answers"]


async def _decided(evidence: Evidence) -> list[str]:
    found = evidence.persona.found
    assert found
    right = any(each.line == found.line for each in await evidence.receipts())
    return [] if right else [f"no decision on {found.words['item']}"]


async def _refused(evidence: Evidence) -> list[str]:
    """Decided, no return was made, and no way into the portal was shown for the line."""
    line = evidence.persona.things.line
    shown = [way for way in evidence.doors("portal") if any(part[0] == line for part in way.target["lines"])]
    lacking = await _decided(evidence)
    lacking += ["the portal was offered for a line that may not come back"] if shown else []
    return [*lacking, *(["a return was made"] if await evidence.returns() else [])]


async def _return_made(evidence: Evidence) -> list[str]:
    line = evidence.persona.things.line
    made = [each for each in await evidence.returns() if any(part.line == line for part in each.lines)]
    right = any(each.resolution is Resolution.REFUND for each in made)
    return await _decided(evidence) + ([] if right else ["the shop holds no return of the line for a refund"])


async def _exchange_made(evidence: Evidence) -> list[str]:
    things = evidence.persona.things
    made = [part for each in await evidence.returns() for part in each.lines if part.line == things.line]
    right = any(part.exchange_for == things.variant for part in made)
    return await _decided(evidence) + ([] if right else [f"the shop holds no exchange for size {things.size}"])


async def _return_told(evidence: Evidence) -> list[str]:
    return _told(evidence, {"returns"}, evidence.persona.things.return_number)


async def _parcel_told(evidence: Evidence) -> list[str]:
    return _told(evidence, {"tracking"}, evidence.persona.things.number)


async def _loss_told(evidence: Evidence) -> list[str]:
    return _told(evidence, _CARRIER_SKILLS, evidence.persona.things.number)


async def _claim_told(evidence: Evidence) -> list[str]:
    return _told(evidence, {"claims"}, evidence.persona.things.claim_number)


def _told(evidence: Evidence, skills: set[str], number: str) -> list[str]:
    """A skill of these answered, and the number of the thing at hand stands among the facts of the replies."""
    ran = {each["skill"] for each in evidence.outcomes()}
    lacking = [] if ran & skills else [f"ran {', '.join(sorted(ran)) or 'no skill'}, not {' or '.join(sorted(skills))}"]
    order = evidence.persona.things.order
    opened = any(way.target.get("target") == order for way in evidence.doors("hub"))
    return lacking + ([] if opened or number in evidence.facts() else [f"nothing was shown of {number}"])


async def _statement_kept(evidence: Evidence) -> list[str]:
    claim = evidence.persona.things.claim
    kept = any(each.id == claim and Piece.NON_RECEIPT_STATEMENT in each.provided for each in await evidence.claims())
    return [] if kept else ["the shop holds no statement"]


async def _choice_kept(evidence: Evidence) -> list[str]:
    things = evidence.persona.things
    kept = any(each.id == things.incident and each.chosen for each in await evidence.incidents())
    return [] if kept else [f"the shop holds no choice, wanted {things.choice}"]


async def _nothing_kept(evidence: Evidence) -> list[str]:
    """A no only counts once something was proposed; that nothing was written is looked at on every turn."""
    return [] if evidence.denied else ["nothing was read back to say no to"]


async def _rule_quoted(evidence: Evidence) -> list[str]:
    question = evidence.persona.things.question
    assert question
    cited = evidence.cited()
    right = cited & set(question.gold)
    return [] if right else [f"cites {', '.join(sorted(cited)) or 'nothing'}, not {' or '.join(question.gold)}"]


async def _nothing_quoted(evidence: Evidence) -> list[str]:
    return [] if evidence.last.reply else ["stayed quiet"]


async def _person_came(evidence: Evidence) -> list[str]:
    return [] if evidence.last.owner is Owner.PERSON else ["nobody took over"]


_PROOFS: dict[Proof, Lacking] = {
    Proof.RETURN_MADE: _return_made,
    Proof.DECIDED: _decided,
    Proof.REFUSED: _refused,
    Proof.EXCHANGE_MADE: _exchange_made,
    Proof.RETURN_TOLD: _return_told,
    Proof.PARCEL_TOLD: _parcel_told,
    Proof.LOSS_TOLD: _loss_told,
    Proof.CLAIM_TOLD: _claim_told,
    Proof.STATEMENT_KEPT: _statement_kept,
    Proof.CHOICE_KEPT: _choice_kept,
    Proof.NOTHING_KEPT: _nothing_kept,
    Proof.RULE_QUOTED: _rule_quoted,
    Proof.NOTHING_QUOTED: _nothing_quoted,
    Proof.PERSON_CAME: _person_came,
}
