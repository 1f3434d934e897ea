"""Who a simulated shopper is: a customer drawn from the seeded shop, a way of writing, and what they insist on."""

import random
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b

from sqlalchemy.engine import Connection

from domain.claims import Piece
from domain.ids import ClaimId, CustomerId, IncidentId, LineId, OrderId, ReturnId, VariantId
from domain.incidents import IncidentChoice
from domain.returns import ReturnState
from evals.scenarios.drawing import Found, draw
from evals.scenarios.script import Drawn
from evals.simulation.goals import Mood, Proof, Task
from evals.simulation.phrasebook import Phrasebook, Question, read_phrasebook, read_unanswerable
from evals.stage import Stage
from hub_connectors.sandbox.assortment import find_variant
from hub_connectors.sandbox.rows import Shelf
from web.seed import DEMO

_TRIES = 12
_SEEDS = 100_000
_HOURS = 24 * 10
_ALREADY_SIGNED_IN = 0.6
_DETOURS = 0.3
_WRONG_CODE = 0.1
_RATES = (0.0, 0.0, 0.06, 0.18)
_MANNERS = ("press", "press", "number", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """What of the shop's records the goal is about; ids that do not apply are None."""

    order: OrderId | None = None
    number: str = ""
    line: LineId | None = None
    item: str = ""
    variant: VariantId | None = None
    size: str = ""
    claim: ClaimId | None = None
    claim_number: str = ""
    returned: ReturnId | None = None
    return_number: str = ""
    incident: IncidentId | None = None
    choice: IncidentChoice | None = None
    question: Question | None = None

    def fill(self, text: str, email: str) -> str:
        words = {
            "order": self.number,
            "item": self.item,
            "size": self.size,
            "claim": self.claim_number,
            "return": self.return_number,
            "email": email,
        }
        for name, value in words.items():
            text = text.replace(f"<{name}>", value)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One run of a task. ``typos`` is the share of mistyped words, ``manner`` how options are picked, ``slips`` whether
    a wrong code is typed first; ``found`` is whom the drawing brought, None for somebody unknown to the shop.
    """

    task: Task
    run: int
    seed: int
    words: Phrasebook
    things: Things
    found: Found | None
    signed_in: bool
    manner: str
    typos: float
    detour: str
    slips: bool

    @property
    def id(self) -> str:
        return f"{self.task.id}#{self.run}"

    @property
    def customer(self) -> CustomerId | None:
        return self.found.customer if self.found else None

    @property
    def email(self) -> str:
        return self.found.email if self.found else ""


async def cast(task: Task, run: int, stage: Stage, *, seed: int = 0) -> Persona:
    """The same persona for the same task, run and seed on the same shop; raises LookupError when nobody fits."""
    chance = random.Random(_hash(f"{seed}:{task.id}#{run}"))
    found, things = await _cast_things(task, stage, chance)
    words = read_phrasebook(task.language)
    return Persona(
        task=task,
        run=run,
        seed=chance.randrange(_SEEDS),
        words=words,
        things=things,
        found=found,
        signed_in=found is not None and chance.random() < _ALREADY_SIGNED_IN,
        manner=chance.choice(_MANNERS),
        typos=chance.choice(_RATES),
        detour=chance.choice(words.detours) if found and chance.random() < _DETOURS else "",
        slips=task.mood is Mood.CONFUSED and chance.random() < _WRONG_CODE,
    )


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


async def _cast_things(task: Task, stage: Stage, chance: random.Random) -> tuple[Found | None, Things]:
    proof = task.goal.proof
    if proof is Proof.RULE_QUOTED:
        return None, Things(question=chance.choice(read_phrasebook(task.language).questions))
    if proof is Proof.NOTHING_QUOTED:
        return None, Things(question=chance.choice(read_unanswerable(task.language)))
    if not task.goal.draws:
        return None, Things()
    controls = (await stage.store()).controls
    for _ in range(_TRIES):
        await controls.reset_clock()
        await controls.advance(hours=chance.randrange(_HOURS))
        drawn = Drawn(seed=chance.randrange(_SEEDS), **chance.choice(task.goal.draws))
        try:
            found = await draw(stage, drawn, task.language)
        except LookupError:
            continue
        things = await stage.records.read(partial(_look_up, found=found, proof=proof))
        if wanted := await _insist(task, found, things, stage=stage, chance=chance):
            return found, wanted
    raise LookupError(f"nobody in the shop suits {task.id}")


def _look_up(connection: Connection, *, found: Found, proof: Proof) -> Things:
    """The ids behind the numbers that the drawing found."""
    shelf = Shelf(connection, DEMO)
    order = shelf.find_order_by_number(found.words["order"])
    assert order
    returns = {each.number: each.id for each in shelf.list_returns([order.id])}
    claims = {each.number: each.id for each in shelf.list_claims(found.customer)}
    line = next((each for each in order.lines if each.id == found.line), None)
    return Things(
        order=order.id,
        number=order.number,
        line=line.id if line else None,
        item=found.words.get("item", ""),
        variant=line.variant if line and proof is Proof.EXCHANGE_MADE else None,
        claim=claims.get(found.words.get("claim", "")),
        claim_number=found.words.get("claim", ""),
        returned=returns.get(found.words.get("return", "")),
        return_number=found.words.get("return", ""),
    )


async def _insist(task: Task, found: Found, things: Things, *, stage: Stage, chance: random.Random) -> Things | None:
    """The size, choice or paper that this shopper is after; None when this customer cannot want it.

    Nobody reckons a decision on a line of which a return is in a state that the shop has no word for.
    """
    shop = (await stage.store()).connections()
    assert shop.claims and shop.incidents and shop.returns and things.order
    returns = await shop.returns.list_returns(things.order)
    if things.line and any(each.state is ReturnState.UNKNOWN for each in returns):
        return None
    if task.goal.proof is Proof.EXCHANGE_MADE:
        return _pick_size(things, task.language, chance)
    if task.goal.proof is Proof.STATEMENT_KEPT:
        claims = {each.id: each for each in await shop.claims.list_claims(found.customer)}
        owes = things.claim in claims and Piece.NON_RECEIPT_STATEMENT in claims[things.claim].missing
        return things if owes else None
    if task.goal.proof in {Proof.CHOICE_KEPT, Proof.NOTHING_KEPT}:
        listed = await shop.incidents.list_incidents(found.customer)
        waiting = [each for each in listed if each.order == things.order and each.choices]
        return replace(things, incident=waiting[0].id, choice=chance.choice(waiting[0].choices)) if waiting else None
    return things


def _pick_size(things: Things, language: str, chance: random.Random) -> Things | None:
    """Another size in the same colour that is in stock."""
    assert things.variant
    product, present = find_variant(things.variant)
    others = [
        each
        for each in product.variants
        if each.stock and each.options.get("size") not in {None, present.options.get("size")}
        if each.options.get("colour") == present.options.get("colour")
    ]
    if not others:
        return None
    wanted = chance.choice(others)
    return replace(things, variant=wanted.id, size=wanted.options["size"])
