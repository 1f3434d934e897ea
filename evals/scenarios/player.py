"""Plays a scenario on a stage and compares what happened with what was expected."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from time import perf_counter
from typing import Any

from channels.plain import render_text
from domain.ids import ConversationId
from domain.languages import Language
from domain.policy import Receipt
from domain.replies import Reply, SaidChoices
from evals.scenarios.portal import finish_return
from evals.scenarios.script import Expected, Scenario, TurnScript
from evals.stage import Played, Stage
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from hub_connectors.sandbox.faults import Port
from records.conversations import Owner

_NO_RENDER = re.compile(r"[{}]|\*\*|\bNone\b")


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


async def play(scenario: Scenario, stage: Stage) -> Result:
    """The shop's clock and the demo stories are put back first, so that scenarios cannot lean on one another."""
    result = Result(scenario)
    began = perf_counter()
    store = await stage.store()
    await store.controls.reset_clock()
    await store.controls.refresh_demo()
    store.controls.faults.failing.clear()
    conversation = await stage.open(language=Language(scenario.lang), email=scenario.signed_in)
    last: Reply | None = None
    for number, turn in enumerate(scenario.turns, start=1):
        last = await _play_turn(number, turn, stage, conversation, last, result)
    result.seconds = perf_counter() - began
    return result


async def _play_turn(
    number: int, turn: TurnScript, stage: Stage, conversation: ConversationId, last: Reply | None, result: Result
) -> Reply | None:
    store = await stage.store()
    if turn.advance:
        await store.controls.advance(days=turn.advance)
        stage.install.shops.forget(stage.merchant)
    for port, calls in turn.fail.items():
        store.controls.faults.fail_next(Port(port), calls)
    if turn.finish_return and last:
        await finish_return(stage, last)
    said = await _said(turn, stage, last)
    if said is None:
        return last
    result.transcript.append(f"> {said.get('text') or said.get('choice')}")
    before = len(await stage.receipts(conversation))
    played = await stage.say(conversation, **said)
    receipts = [kept.receipt for kept in (await stage.receipts(conversation))[before:]]
    text = render_text(played.reply) if played.reply else ""
    result.transcript.append(text)
    today = store.calendar.today()
    missed = [*compare(turn.expect, played, text), *_decisions(turn.expect, receipts, today, await _titles(stage))]
    result.missed += [f"turn {number}: {each}" for each in missed]
    return played.reply or last


async def _said(turn: TurnScript, stage: Stage, last: Reply | None) -> dict[str, str] | None:
    if turn.code == "right":
        return {"text": await stage.last_code()}
    if turn.code == "wrong":
        right = await stage.last_code()
        return {"text": "111111" if right != "111111" else "222222"}
    if turn.choose is not None:
        return {"choice": _option(turn.choose, last)}
    return {"text": turn.say} if turn.say is not None else None


def _option(wanted: str, last: Reply | None) -> str:
    """The option with this id, or the first whose label matches."""
    options = [
        each for block in (last.blocks if last else ()) if isinstance(block, SaidChoices) for each in block.options
    ]
    for option in options:
        if option.id == wanted or re.search(wanted, option.label, re.IGNORECASE):
            return option.id
    return wanted


def compare(expected: Expected, played: Played, text: str) -> list[str]:
    """What of the expectations does not hold, in words."""
    missed = [f"says nothing like {each!r}" for each in expected.says if not re.search(each, text, re.I | re.S)]
    missed += [f"must not say {each!r}" for each in expected.never if re.search(each, text, re.I | re.S)]
    if broken := _NO_RENDER.search(text):
        missed.append(f"shows {broken[0]!r} to a person")
    if expected.quiet == bool(played.reply):
        missed.append("spoke" if expected.quiet else "stayed quiet")
    missed += _from_trace(expected, played)
    kinds = {block.kind for block in played.reply.blocks} if played.reply else set()
    missed += [f"shows no {each}" for each in expected.blocks if each not in kinds]
    labels = _labels(played.reply)
    missed += [f"offers no {each!r}" for each in expected.options if not any(re.search(each, o, re.I) for o in labels)]
    if expected.owner and played.owner is not Owner(expected.owner):
        missed.append(f"owner is {played.owner.value}")
    if expected.language and played.reply and played.reply.language != expected.language:
        missed.append(f"answers in {played.reply.language}")
    return missed


def _from_trace(expected: Expected, played: Played) -> list[str]:
    missed = []
    commands = [_command(each) for step in played.steps("understood") for each in step["commands"]]
    if expected.commands is not None and commands != expected.commands:
        missed.append(f"understood {commands}")
    outcomes = played.steps("outcome")
    if expected.skill and all(each["skill"] != expected.skill for each in outcomes):
        missed.append(f"ran {[each['skill'] for each in outcomes]}, not {expected.skill}")
    if expected.outcome and all(each["kind"] != expected.outcome for each in outcomes):
        missed.append(f"came to {[each['kind'] for each in outcomes]}, not {expected.outcome}")
    if expected.missing and all(each.get("missing") != expected.missing for each in outcomes):
        missed.append(f"asks for {[each.get('missing') for each in outcomes]}, not {expected.missing}")
    if expected.cites:
        articles = [source.article for block in _quotes(played.reply) for source in block.sources]
        if expected.cites not in articles:
            missed.append(f"cites {articles}, not {expected.cites}")
    return missed


def _command(body: dict[str, Any]) -> str:
    detail = next((str(body[key]) for key in ("intent", "slot", "option", "about") if body.get(key)), "")
    return f"{body['kind']}:{detail}" if detail else str(body["kind"])


def _quotes(reply: Reply | None) -> list[Any]:
    return [block for block in reply.blocks if block.kind == "quote"] if reply else []


def _labels(reply: Reply | None) -> list[str]:
    blocks = reply.blocks if reply else ()
    return [
        text
        for block in blocks
        if isinstance(block, SaidChoices)
        for option in block.options
        for text in (option.label, option.id)
    ]


def _decisions(expected: Expected, receipts: list[Receipt], today: Any, titles: dict[str, str]) -> list[str]:
    """Decisions are compared with the receipt of the very line that the item names."""
    missed = []
    for wanted in expected.decisions:
        found = next((each for each in receipts if re.search(wanted.item, titles.get(each.line, ""), re.I)), None)
        if found is None:
            missed.append(f"no decision on {wanted.item!r} among {[titles.get(each.line) for each in receipts]}")
            continue
        if (found.verdict, found.reason) != (wanted.verdict, wanted.reason):
            missed.append(f"{wanted.item}: {found.verdict} for {found.reason}")
        until = today + timedelta(days=wanted.until) if wanted.until is not None else None
        if until and found.deadline != until:
            missed.append(f"{wanted.item}: until {found.deadline}, not {until}")
    return missed


async def _titles(stage: Stage) -> dict[str, str]:
    store = await stage.store()
    orders = store.connections().orders
    assert orders is not None
    customers = {each.customer.id for each in DEMO_CUSTOMERS}
    found: dict[str, str] = {}
    for customer in customers:
        for order in (await orders.list_orders(customer)).items:
            found.update({line.id: f"{line.title('en')} {line.variant_title}" for line in order.lines})
    return found
