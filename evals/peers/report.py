"""The comparison as a page and the transcripts beside it; what speaks against us stands in the same table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from evals.peers.running import OURS, Held
from evals.peers.tasks import TASKS

COMPLETION_WEIGHT = 4
CACHED_WEIGHT = 0.25
_SHOWN_OF_A_PROMPT = 400
_TOKEN = re.compile(r"(/r/|/portal/)[\w-]{22,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """``weighted`` counts every token by its price, a prompt's fresh token being 1; ``own_ms`` is the median turn's."""

    setup: str
    held: int
    right: int
    turns: int
    calls: int
    prompt: int
    cached: int
    completion: int
    weighted: int
    own_ms: float
    resolved_calls: int


def add_up(rounds: Sequence[Sequence[Held]], setup: str) -> Sum:
    """Counts are the first round's, whose cache began empty; the time is over all rounds."""
    held = [each for each in rounds[0] if each.setup == setup]
    prompt, cached, completion = (sum(each.total(name) for each in held) for name in ("prompt", "cached", "completion"))
    return Sum(
        setup=setup,
        held=len(held),
        right=sum(not each.missed for each in held),
        turns=sum(len(each.turns) for each in held),
        calls=sum(each.total("calls") for each in held),
        prompt=prompt,
        cached=cached,
        completion=completion,
        weighted=round(prompt - cached + CACHED_WEIGHT * cached + COMPLETION_WEIGHT * completion),
        own_ms=median(turn.own_ms for each in rounds for one in each if one.setup == setup for turn in one.turns),
        resolved_calls=max(each.total("calls") for each in held if each.task.resolved),
    )


def write_tables(rounds: Sequence[Sequence[Held]], setups: Sequence[str]) -> str:
    """Markdown: the sums, the aims, then each conversation."""
    sums = [add_up(rounds, setup) for setup in setups]
    parts = ["## All conversations", _sums(sums), "## Against the aims", _aims(sums)]
    parts += [
        "## Per conversation",
        "",
        "Model calls / prompt tokens / completion tokens; misses are named below.",
        "",
    ]
    parts += [_each(rounds[0], setups), _missed(rounds[0])]
    return "\n".join(part for part in parts if part is not None)


def _sums(sums: Sequence[Sum]) -> str:
    rows = [
        f"| {each.setup} | {each.right} of {each.held} | {each.calls} | {each.calls / each.turns:.2f} "
        f"| {each.resolved_calls} | {each.prompt:,} | {each.cached:,} | {each.completion:,} | {each.weighted:,} "
        f"| {each.own_ms:.0f} ms |"
        for each in sums
    ]
    head = (
        "| set-up | right | calls | calls a turn | most calls of a return | prompt tokens | of these cached "
        "| completion tokens | weighted | own time of a turn, median |"
    )
    return "\n".join(["", head, "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |", *rows, ""])


def _aims(sums: Sequence[Sum]) -> str:
    """Four calls for a return, half the calls and a third of the tokens of each peer: met or not, with the figure."""
    ours = next(each for each in sums if each.setup == OURS)
    tokens = ours.prompt + ours.completion
    rows = [("at most 4 calls for a resolved return", str(ours.resolved_calls), ours.resolved_calls <= 4)]
    for peer in (each for each in sums if each.setup != OURS):
        calls, share = ours.calls / peer.calls, tokens / (peer.prompt + peer.completion)
        rows.append((f"half the calls of {peer.setup}", f"{calls:.0%}", calls <= 1 / 2))
        rows.append((f"a third of the tokens of {peer.setup}", f"{share:.0%}", share <= 1 / 3))
        weighted = ours.weighted / peer.weighted
        rows.append((f"a third of the weighted tokens of {peer.setup}", f"{weighted:.0%}", weighted <= 1 / 3))
    lines = [f"| {aim} | {figure} | {'met' if met else 'not met'} |" for aim, figure, met in rows]
    return "\n".join(["", "| aim | ours | |", "| --- | --- | --- |", *lines, ""])


def _each(held: Sequence[Held], setups: Sequence[str]) -> str:
    lines = [f"| conversation | {' | '.join(setups)} |", "| --- " * (len(setups) + 1) + "|"]
    for task in TASKS:
        cells = []
        for setup in setups:
            one = next(each for each in held if each.setup == setup and each.task is task)
            wrong = " (wrong)" if one.missed else ""
            cells.append(f"{one.total('calls')} / {one.total('prompt'):,} / {one.total('completion')}{wrong}")
        lines.append(f"| {task.title} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _missed(held: Sequence[Held]) -> str:
    lines = [f"- {each.setup}, {each.task.title}: {'; '.join(each.missed)}" for each in held if each.missed]
    return "\n".join(lines or ["Every outcome is right."]) + "\n"


def write_transcript(held: Sequence[Held], setup: str) -> str:
    """What was said, and each call with the end of its prompt and what the model wrote; links without their keys."""
    lines = [
        f"# Transcripts: {setup}",
        "",
        "Written by `make peers`. Each call: prompt and completion tokens, the last",
    ]
    lines += ["message of its prompt (cut), and what the model wrote.", ""]
    for each in (one for one in held if one.setup == setup):
        lines += [f"## {each.task.title}", "", f"Outcome: {'; '.join(each.missed) or 'right'}.", ""]
        for turn in each.turns:
            lines += [f"**Shopper:** {turn.said}", ""]
            for step in turn.steps:
                prompt, completion = step["tokens"]
                last = step["last"][:_SHOWN_OF_A_PROMPT]
                lines += [f"- {prompt} / {completion}", "", *_fenced(last), "", *_fenced(step["said"]), ""]
            lines += ["", "**Answer:**", "", *(f"> {line}".rstrip() for line in turn.answered.splitlines()), ""]
    return _TOKEN.sub(r"\1…", "\n".join(lines))


def _fenced(text: str) -> list[str]:
    return ["  ```", *(f"  {line}".rstrip() for line in text.replace("```", "'''").splitlines()), "  ```"]
