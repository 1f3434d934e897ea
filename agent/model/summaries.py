"""The summary for the person who takes over, by a language model, held against what was said and is known."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from agent.model.allowance import Allowance
from agent.model.calls import Prompt, Purpose
from agent.model.prompts import System, as_data
from agent.understanding.port import Earlier
from agent.understanding.schema import Json
from agent.wording.check import Evidence, check
from agent.wording.commitments import find_commitments, find_subjects
from agent.wording.problems import Doubt
from domain.blocks import Prose
from domain.errors import ModelMisbehaved
from domain.languages import Language
from domain.replies import Reply, SaidText, Words

_LONGEST_ANSWER = 400
_LONGEST_LINE = 260
_SECONDS = 4.0
_FEWEST, _MOST = 2, 4
_SHINGLE = 7
_FIGURED = re.compile(r"[^\W_]*\d[^\W_]*")
_MARKUP = re.compile(r"[*_#`<>|\[\]{}\\]|https?:|www\.")
_ADDRESS = re.compile(r"\S+@\S+")
_HELD = {Doubt.AMOUNT, Doubt.DAY, Doubt.NUMBER, Doubt.LENGTH, Doubt.LINK}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSummarise:
    """All that a summary may rest on; ``facts`` and ``tried`` in the words that the person sees beside it."""

    language: Language
    reason: str
    topics: Sequence[str]
    facts: dict[str, str]
    tried: Sequence[str]
    said: Sequence[Earlier]

    @property
    def source(self) -> str:
        """Every word of it as one text, in which a figure of the summary has to stand."""
        known = [*self.topics, *self.tried, *self.facts.values()]
        return "\n".join([*known, *(each.text for each in self.said)])


async def summarise(told: ToSummarise, allowance: Allowance, system: System) -> str:
    """Two to four lines; one call, since somebody waits for the reply. Raises ModelProblem."""
    prompt = Prompt(
        purpose=Purpose.SUMMARISE,
        version=system.version,
        system=system.text,
        data=as_data(_describe(told)),
        schema=lines_schema(),
        longest=_LONGEST_ANSWER,
    )
    lines = _read_lines(await _shortly(allowance).ask(prompt))
    if why := next(_objections(lines, told, system.text), ""):
        raise ModelMisbehaved(f"the summary was not taken: {why}"[:200])
    return "\n".join(lines)


def lines_schema() -> Json:
    """``{"lines": [...]}``, as strict mode wants it."""
    lines = {"type": "array", "items": {"type": "string"}, "minItems": _FEWEST, "maxItems": _MOST}
    return {"type": "object", "properties": {"lines": lines}, "required": ["lines"], "additionalProperties": False}


def _shortly(allowance: Allowance) -> Allowance:
    """The same purse for a part of the turn's time: the words of the reply are still to come."""
    left = max(0.0, min(_SECONDS, allowance.until - monotonic()))
    return Allowance(
        model=allowance.model,
        limits=replace(allowance.limits, turn_seconds=left),
        spent=allowance.spent,
        calls=allowance.calls,
    )


def _describe(told: ToSummarise) -> dict[str, Any]:
    return {
        "language": told.language.value,
        "reason": told.reason,
        "topics": list(told.topics),
        "facts": told.facts,
        "tried": list(told.tried),
        "conversation": [{"who": "shopper" if each.by_shopper else "agent", "text": each.text} for each in told.said],
    }


def _read_lines(answer: str) -> list[str]:
    try:
        given = json.loads(answer)["lines"]
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise ModelMisbehaved("the summary cannot be read") from problem
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise ModelMisbehaved("the summary is no list of lines")
    return [line for each in given if (line := " ".join(each.split()))]


def _objections(lines: Sequence[str], told: ToSummarise, secret: str) -> Iterator[str]:
    """Why these lines may not be shown as what happened."""
    text, source = "\n".join(lines), told.source
    if not _FEWEST <= len(lines) <= _MOST or any(len(each) > _LONGEST_LINE for each in lines):
        yield "not two to four short lines"
    if _MARKUP.search(text):
        yield "markup or a link"
    if _shingles(text) & _shingles(secret):
        yield "repeats its instructions"
    if strange := _figures(text) - _figures(source):
        yield f"a figure that nobody named: {min(strange)}"
    if strange := _addresses(text) - _addresses(source):
        yield f"an address that nobody named: {min(strange)}"
    done = find_subjects(source)
    yield from (each.text for each in find_commitments(text) if (each.kind, each.subject) not in done)
    reply = Reply(language=told.language.value, blocks=(SaidText(words=Words(text=text, short=text)),))
    evidence = Evidence(blocks=(Prose(text=source, citations=()),))
    yield from (f"{each.doubt.value}: {each.text}" for each in check(reply, evidence) if each.doubt in _HELD)


def _figures(text: str) -> set[str]:
    """Runs of letters and digits with a digit in them: 104233, 12th, 3XL."""
    return {each.casefold().lstrip("0") for each in _FIGURED.findall(text)}


def _addresses(text: str) -> set[str]:
    return {each.casefold().strip(".,;:()<>\"'") for each in _ADDRESS.findall(text)}


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
