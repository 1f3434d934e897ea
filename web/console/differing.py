"""Two texts line by line: what stayed, what went and what came."""

from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 2


@dataclass(frozen=True, slots=True)
class DiffLine:
    """``kind`` is same, gone, new, or gap where unchanged lines are left out."""

    kind: str
    text: str


def differ(before: str, after: str) -> list[DiffLine]:
    """Changed lines with a little of what stands round them; empty when nothing differs."""
    old, new = _lines(before), _lines(after)
    found: list[DiffLine] = []
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        if found:
            found.append(DiffLine("gap", ""))
        for kind, start, stop, new_start, new_stop in group:
            if kind == "equal":
                found += [DiffLine("same", line) for line in old[start:stop]]
            else:
                found += [DiffLine("gone", line) for line in old[start:stop]]
                found += [DiffLine("new", line) for line in new[new_start:new_stop]]
    return found


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if line.strip()]
