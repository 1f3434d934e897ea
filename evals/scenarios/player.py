"""Plays a scenario on a stage and compares what happened with what was expected."""

import re
from dataclasses import dataclass, field
from time import perf_counter

from channels.plain import render_text
from domain.ids import ConversationId, CustomerId
from domain.languages import Language
from domain.replies import Reply, SaidChoices
from evals.scenarios.comparing import compare, compare_decisions, compare_reckoned, same_words
from evals.scenarios.drawing import Found, draw
from evals.scenarios.portal import finish_return
from evals.scenarios.script import Expected, Scenario, Standing, TurnScript
from evals.scenarios.standing import compare_standing
from evals.stage import Played, Stage
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS, GIFT_BUYER
from hub_connectors.sandbox.faults import Port

_LONG = 10_000
_PLACEHOLDER = re.compile(r"<(\w+)>")


@dataclass(slots=True)
class Result:
    """``missed`` says in words what did not hold, turn by turn; empty when all of it did."""

    scenario: Scenario
    missed: list[str] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        return not self.missed


@dataclass(slots=True)
class _Run:
    """One scenario under way; ``answers`` are the texts of its turns so far, ``last`` the reply that stands."""

    stage: Stage
    conversation: ConversationId
    customer: CustomerId | None
    found: Found | None
    titles: dict[str, str]
    result: Result
    last: Reply | None = None
    answers: list[str] = field(default_factory=list)


async def play(scenario: Scenario, stage: Stage) -> Result:
    """The shop's clock and the demo stories are put back first, so that scenarios cannot lean on one another."""
    result = Result(scenario)
    began = perf_counter()
    await _put_back(stage)
    found = await draw(stage, scenario.customer, scenario.lang) if scenario.customer else None
    email = found.email if found else scenario.signed_in
    run = _Run(
        stage=stage,
        conversation=await stage.open(language=Language(scenario.lang), email=email),
        customer=await _customer(stage, email) if email else None,
        found=found,
        titles=await _titles(stage) if any(turn.expect.decisions for turn in scenario.turns) else {},
        result=result,
    )
    for number, turn in enumerate(scenario.turns, start=1):
        result.missed += [f"turn {number}: {each}" for each in await _play_turn(turn, run)]
    result.seconds = perf_counter() - began
    return result


async def _put_back(stage: Stage) -> None:
    store = await stage.store()
    await store.controls.reset_clock()
    await store.controls.refresh_demo()
    store.controls.faults.clear()
    await stage.forget_codes()
    await stage.switch(agent=True, hub=True)


async def _play_turn(turn: TurnScript, run: _Run) -> list[str]:
    """What did not hold in this turn."""
    await _set_the_scene(turn, run)
    before = len(await run.stage.receipts(run.conversation))
    played = await _say(turn, run)
    if played is None:
        return await _stands(turn.expect.stands, run)
    receipts = [kept.receipt for kept in (await run.stage.receipts(run.conversation))[before:]]
    text = render_text(played.reply) if played.reply else ""
    run.result.transcript.append(text)
    run.answers.append(text)
    run.last = played.reply or run.last
    expected = _filled(turn.expect, run.found)
    today = (await run.stage.store()).calendar.today()
    missed = [*compare(expected, played, text), *compare_decisions(expected, receipts, today, run.titles)]
    if expected.reckoned:
        missed += compare_reckoned(run.found, receipts)
    if expected.like_turn and not same_words(text, run.answers[expected.like_turn - 1]):
        missed.append(f"does not answer as in turn {expected.like_turn}")
    return [*missed, *await _stands(expected.stands, run)]


async def _set_the_scene(turn: TurnScript, run: _Run) -> None:
    store = await run.stage.store()
    if turn.advance:
        await store.controls.advance(days=turn.advance)
    if turn.advance or turn.switches:
        await run.stage.switch(agent=turn.switches.get("agent"), hub=turn.switches.get("hub"))
    for port, calls in turn.fail.items():
        store.controls.faults.fail_next(Port(port), calls)
    store.controls.faults.advisory = store.controls.faults.advisory or turn.advisory
    if turn.finish_return and run.last:
        await finish_return(run.stage, run.last)


async def _say(turn: TurnScript, run: _Run) -> Played | None:
    """The turn's message or messages; None when it says nothing."""
    stage, conversation = run.stage, run.conversation
    if turn.wait:
        run.result.transcript.append("> (later)")
        return await stage.try_again(conversation)
    if turn.choose is not None:
        run.result.transcript.append(f"> [{turn.choose}]")
        return await stage.say(conversation, choice=_option(_fill(turn.choose, run.found), run.last))
    texts = [_fill(each, run.found) for each in ([turn.say] if turn.say is not None else turn.burst)]
    texts = [_pad(each, turn.padding) for each in texts]
    if turn.code != "none":
        right = await stage.last_code()
        texts = [right if turn.code == "right" else _other_code(right)]
    if not texts:
        return None
    run.result.transcript.append("> " + "\n> ".join(each[:300] for each in texts))
    return await stage.say(conversation, *texts)


def _pad(text: str, padding: str) -> str:
    around = padding * ((_LONG - len(text)) // 2 // len(padding)) if padding else ""
    return f"{around}{text} {around}".strip() if around else text


def _other_code(right: str) -> str:
    return "111111" if right != "111111" else "222222"


def _option(wanted: str, last: Reply | None) -> str:
    """The option with this id, or the first whose label matches."""
    options = [
        each for block in (last.blocks if last else ()) if isinstance(block, SaidChoices) for each in block.options
    ]
    for option in options:
        if option.id == wanted or re.search(wanted, option.label, re.IGNORECASE):
            return option.id
    return wanted


def _fill(text: str, found: Found | None) -> str:
    return _PLACEHOLDER.sub(lambda hit: found.words.get(hit[1], hit[0]), text) if found else text


def _filled(expected: Expected, found: Found | None) -> Expected:
    """In patterns, what was found is taken literally."""
    if found is None:
        return expected

    def fill(pattern: str) -> str:
        return _PLACEHOLDER.sub(lambda hit: re.escape(found.words.get(hit[1], hit[0])), pattern)

    filled = {name: [fill(each) for each in getattr(expected, name)] for name in ("says", "never", "options")}
    return expected.model_copy(update=filled)


async def _stands(wanted: Standing | None, run: _Run) -> list[str]:
    return await compare_standing(wanted, run.stage, run.customer) if wanted and run.customer else []


async def _customer(stage: Stage, email: str) -> CustomerId | None:
    customers = (await stage.store()).connections().customers
    found = await customers.find_by_email(email) if customers else None
    return found.id if found else None


async def _titles(stage: Stage) -> dict[str, str]:
    store = await stage.store()
    orders = store.connections().orders
    assert orders is not None
    found: dict[str, str] = {}
    for customer in [*(each.customer.id for each in DEMO_CUSTOMERS), GIFT_BUYER.id]:
        for order in (await orders.list_orders(customer)).items:
            found.update({line.id: f"{line.title('en')} {line.variant_title('en')}" for line in order.lines})
    return found
