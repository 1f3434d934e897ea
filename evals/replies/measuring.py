"""How many bad replies the check stops and how many good ones it stops wrongly, per language and kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.wording.check import check
from agent.wording.problems import Problem
from evals.replies.rows import Row
from evals.routing import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row and what the check found in it."""

    row: Row
    problems: tuple[Problem, ...]

    @property
    def stopped(self) -> bool:
        return bool(self.problems)


def judge(rows: Iterable[Row]) -> list[Judged]:
    return [Judged(row=row, problems=check(row.reply, row.evidence)) for row in rows]


def recall(judged: Iterable[Judged]) -> Share:
    """Of the bad replies, those that were stopped."""
    return _stopped([one for one in judged if not one.row.good])


def false_alarms(judged: Iterable[Judged]) -> Share:
    """Of the good replies, those that were stopped."""
    return _stopped([one for one in judged if one.row.good])


def report(judged: Sequence[Judged]) -> str:
    """The tables, as plain text."""
    lines = [_line("all", judged), ""]
    for language in sorted({one.row.language for one in judged}):
        lines.append(_line(language, [one for one in judged if one.row.language == language]))
    lines.append("")
    for kind in sorted({one.row.kind for one in judged if not one.row.good}):
        part = [one for one in judged if not one.row.good and one.row.kind == kind]
        lines.append(f"{kind:16} recall {recall(part)}")
    return "\n".join(lines)


def mistakes(judged: Iterable[Judged]) -> list[str]:
    """Rows judged wrong, with what was found in them."""
    return [
        f"{'FALSE ALARM' if one.row.good else 'MISSED'} {one.row.id} {one.row.language} {one.row.kind}: {one.row.text}"
        + "".join(f"\n      {problem.doubt}: {problem.text!r}" for problem in one.problems)
        for one in judged
        if one.stopped == one.row.good
    ]


def _line(name: str, judged: Sequence[Judged]) -> str:
    return f"{name:16} recall {recall(judged)}   false alarms {false_alarms(judged)}"


def _stopped(judged: Sequence[Judged]) -> Share:
    return Share(right=sum(one.stopped for one in judged), total=len(judged))
