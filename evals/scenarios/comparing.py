"""Compares what a turn came to with what was expected of it, in words."""

import re
from datetime import date, timedelta
from typing import Any

from domain.policy import Receipt
from domain.replies import Reply, SaidChoices
from evals.scenarios.drawing import Found
from evals.scenarios.script import Expected
from evals.stage import Played
from records.conversations import Owner

_NO_RENDER = re.compile(r"[{}]|\*\*|\bNone\b")
_NAMED = re.compile(r"\S+@[\w.-]+\w|\b(?:MA|RMA|CL)-\w+")


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


def compare_decisions(expected: Expected, receipts: list[Receipt], today: date, titles: dict[str, str]) -> list[str]:
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


def compare_reckoned(found: Found | None, receipts: list[Receipt]) -> list[str]:
    """The receipt of the drawn line against what its records come to."""
    if found is None or found.reckoned is None:
        return ["no decision was drawn"]
    receipt = next((each for each in receipts if each.line == found.line), None)
    if receipt is None:
        return [f"no decision on {found.words}"]
    wanted = found.reckoned
    if (receipt.verdict, receipt.reason, receipt.deadline) != (wanted.verdict, wanted.reason, wanted.day):
        return [f"{found.words}: {receipt.verdict} for {receipt.reason} until {receipt.deadline}, reckoned {wanted}"]
    return []


def same_words(text: str, other: str) -> bool:
    """Alike but for the addresses and numbers in them."""
    return _NAMED.sub("#", text) == _NAMED.sub("#", other)
