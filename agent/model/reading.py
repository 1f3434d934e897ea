"""Return rules read from an article by a language model: drafts with the sentence they rest on, for a person to weigh.

It checks form alone. Whether a sentence stands in the article, and the rule in the sentence, is for the asker to hold.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.errands import Errands
from agent.model.calls import Prompt, Purpose
from agent.model.prompts import System, as_data
from agent.understanding.schema import Json
from domain.errors import ModelMisbehaved
from domain.ids import ArticleId
from domain.knowledge import Passage
from domain.money import Currency, Money
from domain.policy import CountsFrom, Exclusion, ExclusionKind, Fee, Proposer, Region, Rule, RuleDraft, Window
from domain.returns import Resolution

_LONGEST_ANSWER = 2_000
_LONGEST_TEXT = 14_000
_AMOUNT = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?")
_NAME = re.compile(r"[^\W_]+(?:[ _-][^\W_]+){0,3}")


class ModelPolicyProposals:
    """Implements ``domain.policy.PolicyProposals``; ``system`` is the prompt of ``read_policy.j2``."""

    def __init__(self, errands: Errands, system: System) -> None:
        self._errands = errands
        self._system = system

    @property
    def reader(self) -> str:
        return self._system.version

    async def propose(self, passages: Sequence[Passage]) -> tuple[RuleDraft, ...]:
        drafts: list[RuleDraft] = []
        async with self._errands.allow() as allowance:
            for part in _parts(passages):
                prompt = Prompt(
                    purpose=Purpose.READ_POLICY,
                    version=self._system.version,
                    system=self._system.text,
                    data=as_data(_describe(part)),
                    schema=rules_schema(),
                    longest=_LONGEST_ANSWER,
                )
                drafts += read_rules(await allowance.ask(prompt), part[0].citation.article)
        return tuple(drafts)


def _parts(passages: Sequence[Passage]) -> list[list[Passage]]:
    """A long article in parts that a prompt can hold."""
    parts: list[list[Passage]] = []
    room = 0
    for passage in passages:
        room -= len(passage.text)
        if room < 0 or not parts:
            parts.append([])
            room = _LONGEST_TEXT - len(passage.text)
        parts[-1].append(passage)
    return parts


def _describe(passages: Sequence[Passage]) -> dict[str, Any]:
    return {
        "title": passages[0].citation.title,
        "language": passages[0].language.value,
        "passages": [{"headings": list(each.citation.headings), "text": each.text} for each in passages],
    }


def rules_schema() -> Json:
    """``{"rules": [...]}``, as strict mode wants it: every property required, nothing else allowed."""
    resolutions = {"type": "array", "items": _words(Resolution)}
    countries = {"type": "array", "items": {"type": "string"}}
    kinds: dict[str, Json] = {
        "window": {
            "resolution": _words(Resolution),
            "days": {"type": "integer"},
            "counts_from": _words(CountsFrom),
            "gifts_only": {"type": "boolean"},
        },
        "exclusion": {"matches": _words(ExclusionKind), "value": {"type": "string"}, "still": resolutions},
        "fee": {
            "amount": {"type": "string"},
            "currency": {"type": "string"},
            "countries": countries,
            "resolutions": resolutions,
        },
        "region": {"countries": countries},
    }
    rules = [
        _object({"kind": {"type": "string", "enum": [kind]}, **fields, "sentence": {"type": "string"}})
        for kind, fields in kinds.items()
    ]
    return _object({"rules": {"type": "array", "items": {"anyOf": rules}}})


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _words(kind: Any) -> Json:
    return {"type": "string", "enum": [each.value for each in kind]}


def read_rules(answer: str, article: ArticleId) -> list[RuleDraft]:
    """The drafts of an answer; a rule out of form is left out. Raises ModelMisbehaved for an answer that is none."""
    try:
        given = json.loads(answer)["rules"]
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise ModelMisbehaved("the rules cannot be read") from problem
    if not isinstance(given, list):
        raise ModelMisbehaved("the rules are no list")
    drafts = []
    for each in given:
        try:
            rule, sentence = _RULES[each["kind"]](each), each["sentence"]
        except (ValueError, KeyError, TypeError):
            continue
        if isinstance(sentence, str):
            drafts.append(RuleDraft(rule=rule, article=article, sentence=sentence, proposed_by=Proposer.MODEL))
    return drafts


def _window(given: Mapping[str, Any]) -> Window:
    resolution, gift, days = Resolution(given["resolution"]), given["gifts_only"] is True, given["days"]
    if not isinstance(days, int) or isinstance(days, bool):
        raise ValueError("days")
    return Window(
        id=f"{'gift_' if gift else ''}{resolution.value}_window",
        resolution=resolution,
        days=days,
        counts_from=CountsFrom(given["counts_from"]),
        gifts_only=gift,
    )


def _exclusion(given: Mapping[str, Any]) -> Exclusion:
    matches = ExclusionKind(given["matches"])
    value = "" if matches is ExclusionKind.FINAL_SALE else str(given["value"]).strip().casefold()
    if value and (len(value) > 40 or not _NAME.fullmatch(value)):
        raise ValueError("value")
    if not value and matches is not ExclusionKind.FINAL_SALE:
        raise ValueError("value")
    value = re.sub(r"[ -]", "_", value)
    return Exclusion(id=value or matches.value, matches=matches, value=value, still=_resolutions(given["still"]))


def _fee(given: Mapping[str, Any]) -> Fee:
    amount = _AMOUNT.fullmatch(str(given["amount"]).strip())
    currency = str(given["currency"]).upper()
    if amount is None or not re.fullmatch(r"[A-Z]{3}", currency):
        raise ValueError("amount")
    minor = int(amount[1]) * 100 + int((amount[2] or "0").ljust(2, "0"))
    return Fee(
        id="fee",
        countries=_countries(given["countries"]),
        resolutions=_resolutions(given["resolutions"]) or frozenset(Resolution),
        amount=Money(minor=minor, currency=Currency(currency)),
    )


def _region(given: Mapping[str, Any]) -> Region:
    return Region(id="served_countries", countries=_countries(given["countries"]))


def _countries(given: Sequence[Any]) -> frozenset[str]:
    return frozenset(str(each).strip().upper() for each in given)


def _resolutions(given: Sequence[Any]) -> frozenset[Resolution]:
    return frozenset(Resolution(each) for each in given)


_RULES: dict[str, Callable[[Mapping[str, Any]], Rule]] = {
    "window": _window,
    "exclusion": _exclusion,
    "fee": _fee,
    "region": _region,
}
