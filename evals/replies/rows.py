"""The labelled rows, and what each of them was given in the shapes that the check reads."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_precision

from agent.wording.check import Evidence
from domain.blocks import Block, Phrase, PhraseValue, Prose
from domain.ids import ArticleId
from domain.knowledge import Citation
from domain.money import Currency, Money
from domain.replies import Reply, SaidText, Words

FOLDER = Path(__file__).parent
ZONE = ZoneInfo("Europe/Paris")
_WRITTEN = date(2020, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One reply with all that it was given. ``kind`` names the first unbacked span of a bad one."""

    id: str
    language: str
    evidence: Evidence
    reply: Reply
    text: str
    good: bool
    kind: str
    held_out: bool


def read_rows(folder: Path = FOLDER) -> list[Row]:
    """Every row of the folder, in the order of the files."""
    return [row for path in sorted(folder.glob("labelled.*.jsonl")) for row in _rows(path)]


def model_reply(text: str, language: str) -> Reply:
    """Words as a model would have written them: no phrase of ours."""
    return Reply(language=language, blocks=(SaidText(words=Words(text=text)),))


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield Row(
            id=told["id"],
            language=told["language"],
            evidence=read_evidence(told["evidence"], date.fromisoformat(told["today"])),
            reply=model_reply(told["reply"], told["language"]),
            text=told["reply"],
            good=told["good"],
            kind=told["kind"],
            held_out=is_held_out(told["evidence"]),
        )


def is_held_out(evidence: Mapping[str, Any]) -> bool:
    """Half of the evidences, by their content alone: rows that share one are never parted."""
    plain = json.dumps(evidence, sort_keys=True, ensure_ascii=False)
    return int(hashlib.sha256(plain.encode()).hexdigest(), 16) % 2 == 1


def read_evidence(told: Mapping[str, Any], today: date) -> Evidence:
    values = {each["name"]: _value(each["value"]) for each in told["facts"]}
    facts: tuple[Block, ...] = (Phrase(key="facts", values=values),) if values else ()
    return Evidence(
        blocks=(*facts, *(_prose(each) for each in told["passages"])),
        links=frozenset(told["links"]),
        receipts=frozenset(told["receipts"]),
        today=today,
        zone=ZONE,
    )


def _prose(text: str) -> Prose:
    citation = Citation(article=ArticleId("article"), title="", headings=(), version=1, updated=_WRITTEN)
    return Prose(text=text, citations=(citation,))


def _value(told: Any) -> PhraseValue:
    """A typed value: money as amount and currency, days and instants in ISO form, the shop's wall clock."""
    if isinstance(told, dict):
        currency = Currency(told["currency"])
        return Money(minor=int(Decimal(told["amount"]).scaleb(get_currency_precision(currency))), currency=currency)
    if isinstance(told, list):
        return tuple(str(each) for each in told)
    if isinstance(told, bool) or not isinstance(told, (str, int)):
        return str(told).lower()
    if isinstance(told, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", told):
        return date.fromisoformat(told)
    if isinstance(told, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", told):
        return datetime.fromisoformat(told).replace(tzinfo=ZONE)
    return told
