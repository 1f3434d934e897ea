"""Which sentences are read as return windows, and which are not: a wrong window would decide returns.

`worked_on.jsonl` was looked at while the patterns were written, `held_out.jsonl` was not: its figures are honest.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from domain.ids import ArticleId, PassageId
from domain.knowledge import Citation, Passage
from domain.languages import Language
from domain.policy import CountsFrom
from knowledge.policy_reader import propose_policy

_FOLDER = Path(__file__).parent / "policy_sentences"
_DAY = date(2026, 11, 16)
_PRECISION = 0.95
_RECALL = 0.9


def _read(text: str, language: Language) -> set[str]:
    """The windows of one sentence as the files write them: ``refund 30``, ``exchange 60 gift``, ``refund 14 order``."""
    citation = Citation(article=ArticleId("a"), title="Help", headings=(), version=1, updated=_DAY)
    passage = Passage(id=PassageId("p"), text=text, language=language, citation=citation)
    found = set()
    for window in propose_policy([passage], today=_DAY).policy.windows:
        order = " order" if window.counts_from is CountsFrom.ORDER else ""
        found.add(f"{window.resolution.value} {window.days}{order}{' gift' if window.gifts_only else ''}")
    return found


def _compare(name: str) -> tuple[list[str], int, int, int]:
    """What is wrong, and how many windows were rightly read, were read, and stand there."""
    wrong, right, read, there = [], 0, 0, 0
    for line in (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        expected, found = set(row["windows"]), _read(row["text"], Language(row["lang"]))
        right, read, there = right + len(expected & found), read + len(found), there + len(expected)
        if expected != found:
            wrong.append(f"{row['text']} -> {sorted(found)}, not {sorted(expected)}")
    return wrong, right, read, there


@pytest.mark.parametrize("name", ["worked_on", "held_out"])
def test_windows_are_read_from_rules_and_from_nothing_else(name: str) -> None:
    wrong, right, read, there = _compare(name)
    assert right >= _PRECISION * read, wrong
    assert right >= _RECALL * there, wrong
