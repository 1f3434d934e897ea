"""How often messages get the right label: strict and lenient, per provenance, per label, with the confusions.

Rows are JSON lines with `text`, `lang`, `label` and, where known, `alt_labels` and `provenance`. Strict means the
label itself, lenient the label or one of `alt_labels`. Run as `python -m evals.routing FOLDER_OR_FILE...`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from rich.console import Console

from agent.understanding.embedded.classifier import IntentClassifier, reported_scores
from domain.intents import Intent

Route = Callable[[str, str], str]
LABELS = frozenset(intent.label for intent in Intent)
_Z_95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled message."""

    text: str
    language: str
    label: str
    alternatives: frozenset[str]
    provenance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many right out of so many, with the Wilson interval at 95 %."""

    right: int
    total: int

    @property
    def value(self) -> float:
        return self.right / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        if not self.total:
            return 0.0, 1.0
        spread = _Z_95**2 / self.total
        middle = (self.value + spread / 2) / (1 + spread)
        half = _Z_95 * sqrt(self.value * (1 - self.value) / self.total + spread / (4 * self.total)) / (1 + spread)
        return middle - half, middle + half

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:6.1%}  n={self.total:<4}  [{low:.1%}, {high:.1%}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed:
    """A row and the label it was given."""

    row: Row
    given: str

    @property
    def strict(self) -> bool:
        return self.given == self.row.label

    @property
    def lenient(self) -> bool:
        return self.strict or self.given in self.row.alternatives


def find_files(place: Path) -> list[Path]:
    """The file itself, or the routing files of a folder (every .jsonl of a folder named routing)."""
    if place.is_file():
        return [place]
    return sorted(place.glob("*.jsonl" if place.name == "routing" else "routing*.jsonl"))


def read_rows(path: Path) -> list[Row]:
    """Rows that carry one of our labels; others (messages that no label fits) are left out."""
    told = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [
        Row(
            text=row["text"],
            language=row["lang"],
            label=row["label"],
            alternatives=frozenset(row.get("alt_labels") or ()),
            provenance=row.get("provenance") or f"{path.stem} {row['lang']}",
        )
        for row in told
        if row["label"] in LABELS
    ]


def measure(rows: Iterable[Row], route: Route) -> list[Routed]:
    return [Routed(row=row, given=route(row.text, row.language)) for row in rows]


def strict_share(routed: Iterable[Routed]) -> Share:
    judged = [one.strict for one in routed]
    return Share(right=sum(judged), total=len(judged))


def lenient_share(routed: Iterable[Routed]) -> Share:
    judged = [one.lenient for one in routed]
    return Share(right=sum(judged), total=len(judged))


def report(routed: Sequence[Routed]) -> str:
    """The tables, as plain text."""
    lines = [f"{'all':24} strict {strict_share(routed)}   lenient {lenient_share(routed)}", ""]
    for provenance in sorted({one.row.provenance for one in routed}):
        part = [one for one in routed if one.row.provenance == provenance]
        lines.append(f"{provenance:24} strict {strict_share(part)}   lenient {lenient_share(part)}")
    lines.append("")
    for label in sorted({one.row.label for one in routed}):
        part = [one for one in routed if one.row.label == label]
        lines.append(f"{label:24} strict {strict_share(part)}   lenient {lenient_share(part)}")
    return "\n".join([*lines, "", confusion_table(routed)])


def confusion_table(routed: Sequence[Routed]) -> str:
    """Rows are the true labels, columns (first letters) the given ones."""
    labels = sorted({one.row.label for one in routed} | {one.given for one in routed})
    counts = Counter((one.row.label, one.given) for one in routed)
    head = f"{'true, then given':24}" + "".join(f"{label[:9]:>10}" for label in labels)
    body = [f"{true:24}" + "".join(f"{counts[true, given] or '.':>10}" for given in labels) for true in labels]
    return "\n".join([head, *body])


def embedded_route() -> Route:
    """The trained classifier alone, without the rules that come before it in a conversation."""
    classifier = IntentClassifier.load()

    def route(text: str, language: str) -> str:
        return reported_scores(classifier.scores(text, language))[0].intent

    return route


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("places", nargs="+", type=Path, help="folders or .jsonl files")
    asked.add_argument("--mistakes", action="store_true", help="list every message that was routed wrong")
    wanted = asked.parse_args(arguments)
    console = Console(soft_wrap=True, highlight=False, markup=False)
    route = embedded_route()
    for path in (path for place in wanted.places for path in find_files(place)):
        routed = measure(read_rows(path), route)
        console.print(f"\n== {path.name}: {len(routed)} messages")
        if not routed:
            continue
        console.print(report(routed))
        if wanted.mistakes:
            for one in routed:
                if not one.strict:
                    console.print(f"{one.row.label:22} -> {one.given:22} {one.row.text!r}")


if __name__ == "__main__":
    main()
