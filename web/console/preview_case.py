"""A preview kept as a scenario: what was said, and what came of it, in the form in which scenarios are written."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from records.conversations import Conversation
from web.console.rehearsing import ShownTurn, Spoken

_CODE = re.compile(r"\s*\d{6}\s*")


def case_path(folder: Path, conversation: Conversation) -> Path:
    """One file per conversation."""
    return folder / f"preview-{conversation.id.removeprefix('cnv_')}.yaml"


def write_case(folder: Path, conversation: Conversation, turns: Sequence[ShownTurn], *, about: str) -> Path:
    """Written anew each time it is saved."""
    path = case_path(folder, conversation)
    begun_in = turns[0].replies[0].reply.language if turns and turns[0].replies else conversation.language
    said = [_turn(each) for each in turns if each.said]
    case = {"id": path.stem, "about": about, "lang": begun_in, "turns": said}
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump([case], allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    return path


def _turn(turn: ShownTurn) -> dict[str, Any]:
    expected = _expect(turn)
    return _said(turn) | ({"expect": expected} if expected else {})


def _said(turn: ShownTurn) -> dict[str, Any]:
    """A code is another one each time: the scenario enters the right one, or a wrong one, of its own."""
    first: Spoken = turn.said[0]
    if len(turn.said) > 1:
        return {"burst": [each.text for each in turn.said]}
    compared = [step for step in _details(turn, "guard") if step.get("step") == "code compared"]
    if compared and _CODE.fullmatch(first.text):
        return {"code": "right" if compared[0].get("result") == "accepted" else "wrong"}
    if first.choice:
        return {"choose": re.escape(first.text)}
    return {"say": first.text}


def _expect(turn: ShownTurn) -> dict[str, Any]:
    outcomes = _details(turn, "outcome")
    last: dict[str, Any] = outcomes[-1] if outcomes else {}
    sources = [each.article for reply in turn.replies for each in reply.sources]
    expected = {
        "skill": last.get("skill"),
        "outcome": last.get("kind"),
        "missing": last.get("missing"),
        "cites": sources[0] if sources else None,
        "language": turn.replies[-1].reply.language if turn.replies else None,
        "owner": "person" if turn.handed_over else None,
    }
    return {name: value for name, value in expected.items() if value}


def _details(turn: ShownTurn, name: str) -> list[dict[str, Any]]:
    return [dict(step["detail"]) for step in turn.steps if step["name"] == name]  # type: ignore[call-overload]
