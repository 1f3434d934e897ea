"""Measures the slot recognisers on a file of labelled turns.

    python -m evals.slots evals/slots/blind.jsonl [--wrong]

A row is ``{"text", "lang", "asked" or "asked_slot", "slots"}`` with slots as a mapping or a list of
``{"slot", "value"}``. A value counts when it equals the label without regard to case, spaces and surrounding marks;
rows marked ``placeholder`` and slots that Aftercare does not have are left out. ``extra`` counts values that no label
has, among the slots that the labels of that file use.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.understanding.embedded.language import LanguageFinder
from agent.understanding.embedded.slots import find_slots
from agent.understanding.embedded.words import clean, read_words
from domain.commands import Slot
from domain.languages import Language, find_language

_CLOSED = {Slot.REASON, Slot.RESOLUTION}


@dataclass(slots=True)
class Tally:
    wanted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    rows_right: int = 0
    wrong: list[str] = field(default_factory=list)


def normal(value: str) -> str:
    return re.sub(r"\s+", "", value).strip(".,;:!?\"'()*").casefold()


def labels(row: Mapping[str, Any]) -> dict[Slot, str]:
    given = row["slots"]
    pairs = given.items() if isinstance(given, dict) else [(each["slot"], each["value"]) for each in given]
    known = {slot.value for slot in Slot}
    return {Slot(name): str(value) for name, value in pairs if name in known}


def scored_rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        listed = row["slots"] if isinstance(row["slots"], list) else []
        if not row.get("placeholder") and not any(each.get("placeholder") for each in listed):
            yield row


def measure(path: Path, finder: LanguageFinder) -> Tally:
    rows = [row for row in scored_rows(path) if not row["slots"] or labels(row)]
    used = {slot for row in rows for slot in labels(row)}
    tally = Tally()
    for row in rows:
        _score(row, tally, used, finder)
    return tally


def _score(row: Mapping[str, Any], tally: Tally, used: set[Slot], finder: LanguageFinder) -> None:
    asked = row.get("asked") or row.get("asked_slot")
    words = read_words(clean(row["text"]))
    language = finder.find(words.text, find_language(row.get("lang"))).language
    found = find_slots(words, Language(language), Slot(asked) if asked in {slot.value for slot in Slot} else None)
    got = {
        each.slot: each.value if each.slot in _CLOSED else words.quote(each.span) for each in found if each.slot in used
    }
    gold = labels(row)
    missed = [slot for slot, value in gold.items() if normal(got.get(slot, "")) != normal(value)]
    extra = [slot for slot in got if slot not in gold]
    tally.wanted.update(slot.value for slot in gold)
    tally.right.update(slot.value for slot in gold if slot not in missed)
    tally.extra.update(slot.value for slot in extra)
    tally.rows += 1
    tally.rows_right += not missed and not extra
    if missed or extra:
        tally.wrong.append(f"{row.get('id', '')} asked={asked} {row['text']!r} wanted={_plain(gold)} got={_plain(got)}")


def _plain(slots: Mapping[Slot, str]) -> dict[str, str]:
    return {slot.value: value for slot, value in slots.items()}


def report(tally: Tally) -> str:
    wanted, right, extra = (sum(each.values()) for each in (tally.wanted, tally.right, tally.extra))
    lines = [f"{'slot':16} {'right':>6} {'of':>5} {'extra':>6}"]
    lines += [
        f"{slot:16} {tally.right[slot]:6} {tally.wanted[slot]:5} {tally.extra[slot]:6}" for slot in sorted(tally.wanted)
    ]
    lines.append(
        f"values right {right}/{wanted} = {right / max(wanted, 1):.3f}; extra {extra}; "
        f"whole rows right {tally.rows_right}/{tally.rows} = {tally.rows_right / max(tally.rows, 1):.3f}"
    )
    return "\n".join(lines)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--wrong", action="store_true", help="list what went wrong")
    given = arguments.parse_args()
    tally = measure(given.path, LanguageFinder())
    print(report(tally), *(tally.wrong if given.wrong else ()), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
