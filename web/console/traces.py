"""A turn's trace in plain words, step by step: what was understood, called, decided and checked, and what it cost."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.policy import Receipt
from web.pages.speaking import Speaker

_INTENTS = {
    "return_or_exchange": "trace-intent-return",
    "refund_status": "trace-intent-refund",
    "order_tracking": "trace-intent-tracking",
    "delivery_incident": "trace-intent-incident",
    "claim_or_investigation": "trace-intent-claim",
    "policy_question": "trace-intent-policy",
    "human_handoff": "trace-intent-person",
    "account_or_login": "trace-intent-account",
    "chitchat": "trace-intent-chitchat",
    "order_change": "trace-intent-order-change",
    "payment": "trace-intent-payment",
    "pre_sales": "trace-intent-pre-sales",
    "out_of_scope": "trace-intent-outside",
}
_COMMANDS = {
    "give": "trace-heard-give",
    "correct": "trace-heard-correct",
    "choose": "trace-heard-choose",
    "confirm": "trace-heard-confirm",
    "deny": "trace-heard-deny",
    "cancel": "trace-heard-cancel",
    "resume": "trace-heard-resume",
    "want_person": "trace-intent-person",
    "chitchat": "trace-intent-chitchat",
    "unclear": "trace-heard-unclear",
}
_SKILLS = {
    "returns": "console-skill-returns",
    "tracking": "console-skill-tracking",
    "claims": "console-skill-claims",
    "incidents": "console-skill-incidents",
    "questions": "console-skill-questions",
    "handover": "console-skill-handover",
}
_OUTCOMES = {
    "answered": "trace-outcome-answered",
    "asked": "trace-outcome-asked",
    "proposed": "trace-outcome-proposed",
    "refused": "trace-outcome-refused",
    "handed_over": "trace-outcome-handed-over",
    "policy_only": "trace-outcome-policy-only",
}
_CALLS = {
    "orders.list": "trace-call-orders",
    "tracking.list": "trace-call-parcels",
    "returns.list": "trace-call-returns",
    "returns.check": "trace-call-check",
    "claims.list": "trace-call-claims",
    "incidents.list": "trace-call-incidents",
    "incidents.record_choice": "trace-call-choice",
    "claims.record_statement": "trace-call-statement",
}
_PURPOSES = {
    "understand": "trace-model-understand",
    "word": "trace-model-word",
    "summarise": "trace-model-summarise",
}
_VERDICTS = {
    "eligible": "trace-verdict-eligible",
    "refused": "trace-verdict-refused",
    "unknown": "trace-verdict-unknown",
}
_MILLION = 1_000_000
Detail = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceLine:
    """One step in one sentence; ``opens`` are labelled facts that it opens to, ``wrong`` when it failed."""

    words: str
    took: str = ""
    opens: tuple[tuple[str, str], ...] = ()
    wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReceipt:
    """A decision's rules as rows of rule, fact used and result (None: not known)."""

    verdict: str
    source: str
    rules: tuple[tuple[str, str, bool | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTrace:
    took: str
    lines: tuple[TraceLine, ...]
    receipts: tuple[ShownReceipt, ...]


def read_trace(body: str, receipts: Sequence[Receipt], say: Speaker) -> ShownTrace:
    """``body`` is what ``records.traces`` keeps; a step that this page does not know is shown by its name."""
    kept = json.loads(body)
    lines = [_STEPS.get(step["name"], _unknown)(step["detail"], say, step) for step in kept.get("steps", ())]
    lines += [_model_call(call, say) for call in kept.get("model", ())]
    return ShownTrace(
        took=_took(kept.get("ms", 0), say),
        lines=tuple(lines),
        receipts=tuple(show_receipt(each, say) for each in receipts),
    )


def name_skill(name: str, say: Speaker) -> str:
    key = _SKILLS.get(name)
    return say(key) if key else name


def _took(ms: float, say: Speaker) -> str:
    return say("trace-ms", ms=f"{ms:.0f}" if ms >= 1 else "<1")


def _line(words: str, step: Detail, say: Speaker, *opens: tuple[str, object], wrong: bool = False) -> TraceLine:
    took = step.get("took_ms", 0)
    facts = tuple((say(key), str(value)) for key, value in opens if value not in ("", None, [], {}))
    return TraceLine(words=words, took=_took(took, say) if took else "", opens=facts, wrong=wrong)


def _understood(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    commands = detail.get("commands", ())
    heard = tuple(_heard(each, say) for each in commands)
    given = [f"{slot}: {value}" for each in commands for slot, value in (each.get("details") or {}).items()]
    given += [f"{each['slot']}: {each['value']}" for each in commands if each.get("slot")]
    scores = [f"{_intent(name, say)} {score:.0%}" for name, score in detail.get("scores", ())]
    return _line(
        say("trace-understood", heard=heard or (say("trace-heard-nothing"),)),
        step,
        say,
        ("trace-label-given", ", ".join(given)),
        ("trace-label-scores", ", ".join(scores)),
        ("trace-label-language", detail.get("language", "")),
        ("trace-label-engine", detail.get("engine", "")),
        ("trace-label-problem", detail.get("problem", "")),
    )


def _heard(command: Detail, say: Speaker) -> str:
    kind = command.get("kind", "")
    if kind in {"ask", "out_of_scope"}:
        return _intent(command.get("intent", ""), say)
    return say(_COMMANDS[kind]) if kind in _COMMANDS else str(kind)


def _intent(name: str, say: Speaker) -> str:
    return say(_INTENTS[name]) if name in _INTENTS else name


def _route(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    if detail.get("intent") == "bounds":
        return _line(say("trace-route-bounds"), step, say)
    key = "trace-route-opens" if detail.get("opens") else "trace-route-goes-on"
    return _line(
        say(key, skill=name_skill(detail.get("skill", ""), say), reason=_intent(detail.get("intent", ""), say)),
        step,
        say,
    )


def _search(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    passages = detail.get("passages", ())
    found = [
        ("trace-label-passage", f"{' › '.join([each['article'], *each['headings']])} ({each['support']:.2f})")
        for each in passages
    ]
    key = "trace-search-found" if detail.get("supported") else "trace-search-nothing"
    question = ("trace-label-question", detail.get("question", ""))
    return _line(say(key, count=len(passages)), step, say, question, *found, wrong=not detail.get("supported"))


def _call(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    name, result = detail.get("call", ""), detail.get("result", "")
    what = say(_CALLS[name]) if name in _CALLS else name
    if result == "ok":
        return _line(what, step, say)
    return _line(say("trace-call-failed", what=what), step, say, ("trace-label-problem", result), wrong=True)


def _outcome(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    kind, skill = detail.get("kind", ""), name_skill(detail.get("skill", ""), say)
    words = say(_OUTCOMES[kind], skill=skill) if kind in _OUTCOMES else f"{skill}: {kind}"
    return _line(
        words,
        step,
        say,
        ("trace-label-missing", detail.get("missing", "")),
        ("trace-label-rule", detail.get("rule", "")),
        ("trace-label-reason", str(detail.get("reason", "")).replace("_", " ")),
        ("trace-label-gap", detail.get("gap", "")),
    )


def _word(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    key = "trace-word-model" if detail.get("engine") == "model" else "trace-word-embedded"
    return _line(say(key), step, say, ("trace-label-problem", detail.get("problem", "")))


def _check(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    passed = bool(detail.get("passed"))
    wrong = [("trace-label-problem", _plainly(each)) for each in detail.get("problems", ())]
    return _line(say("trace-check-passed" if passed else "trace-check-failed"), step, say, *wrong, wrong=not passed)


def _guard(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    if detail.get("step") == "code requested":
        key = "trace-guard-code" if detail.get("allowed") else "trace-guard-too-many"
        return _line(say(key), step, say, wrong=not detail.get("allowed"))
    accepted = detail.get("result") == "accepted"
    return _line(say("trace-guard-accepted" if accepted else "trace-guard-wrong"), step, say, wrong=not accepted)


def _summary(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    return _line(say("trace-summary"), step, say, ("trace-label-engine", detail.get("engine", "")))


def _unknown(detail: Detail, say: Speaker, step: Detail) -> TraceLine:
    return _line(str(step.get("name", "")), step, say, ("trace-label-detail", _plainly(detail)))


def _plainly(value: Any) -> str:
    return ", ".join(f"{name}: {each}" for name, each in value.items()) if isinstance(value, dict) else str(value)


def _model_call(call: Detail, say: Speaker) -> TraceLine:
    usage, purpose = call.get("usage", {}), call.get("purpose", "")
    tokens = int(usage.get("prompt", 0)) + int(usage.get("completion", 0))
    what = say(_PURPOSES[purpose]) if purpose in _PURPOSES else str(purpose)
    words = say("trace-model", what=what, tokens=tokens, cost=f"{call.get('micros', 0) / _MILLION:.4f}")
    return _line(
        words,
        call,
        say,
        ("trace-label-model", call.get("model", "")),
        ("trace-label-prompt", call.get("prompt", "")),
        ("trace-label-problem", call.get("problem", "")),
        wrong=bool(call.get("problem")),
    )


def show_receipt(receipt: Receipt, say: Speaker) -> ShownReceipt:
    version = receipt.policy_version
    source = say("trace-receipt-policy", version=version) if version else say("trace-receipt-no-policy")
    return ShownReceipt(
        verdict=say(_VERDICTS[receipt.verdict.value]),
        source=source,
        rules=tuple((each.rule.replace("_", " "), each.fact, each.passed) for each in receipt.rules),
    )


_STEPS = {
    "understood": _understood,
    "route": _route,
    "search": _search,
    "call": _call,
    "outcome": _outcome,
    "word": _word,
    "check": _check,
    "guard": _guard,
    "summary": _summary,
}
