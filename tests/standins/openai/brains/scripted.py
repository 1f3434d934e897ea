"""A brain that says what the test wrote down, and remembers what it was asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.standins.openai.asked import Asked, Call, Calls, Refusal, Said, Structured, Text, write_json
from tests.standins.openai.brains.choosers import Emptiest
from tests.standins.openai.refusing import broken_brain, not_played
from tests.standins.openai.shaping import compose

_KEYS = {"match", "user", "kind", "times", "text", "json", "calls", "refusal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Says ``says`` when every condition given holds: ``match`` is searched for in the whole prompt and ``user`` in the
    last user message (regular expressions, case ignored), ``kind`` is the request's; ``times`` None is for ever."""

    says: Said
    match: str = ""
    user: str = ""
    kind: str = ""
    times: int | None = 1

    def fits(self, asked: Asked) -> bool:
        return (
            (not self.kind or self.kind == asked.kind)
            and bool(re.search(self.match, asked.prompt, re.IGNORECASE))
            and bool(re.search(self.user, asked.last_user, re.IGNORECASE))
        )


def read_line(given: dict[str, Any]) -> Line:
    """A line from JSON: conditions, and one of text, json, calls (name, arguments) or refusal."""
    if extra := set(given) - _KEYS:
        raise not_played(f"script line {sorted(extra)}")
    says: Said
    if "json" in given:
        says = Structured(value=given["json"])
    elif "calls" in given:
        says = Calls(calls=tuple(_read_call(call) for call in given["calls"]), text=given.get("text"))
    elif "refusal" in given:
        says = Refusal(reason=given["refusal"])
    else:
        says = Text(text=given["text"])
    conditions = {name: given[name] for name in ("match", "user", "kind", "times") if name in given}
    return Line(says=says, **conditions)


def _read_call(given: dict[str, Any]) -> Call:
    arguments = given.get("arguments", {})
    return Call(name=given["name"], arguments=arguments if isinstance(arguments, str) else write_json(arguments))


class Scripted:
    """The first unspent line that fits answers. Without any lines it says the least that the request allows; with lines
    of which none fits it breaks (500), since a test that runs out of script should notice."""

    def __init__(self, lines: Iterable[Line | Said] = ()) -> None:
        self._lines = [line if isinstance(line, Line) else Line(says=line) for line in lines]
        self._left = [line.times for line in self._lines]
        self.asked: list[Asked] = []

    async def answer(self, asked: Asked) -> Said:
        self.asked.append(asked)
        if not self._lines:
            return say_least(asked)
        for at, line in enumerate(self._lines):
            left = self._left[at]
            if left != 0 and line.fits(asked):
                self._left[at] = None if left is None else left - 1
                return line.says
        raise broken_brain(f"no line of the script is left for {asked.kind!r}: {asked.last_user[:120]!r}")


def say_least(asked: Asked) -> Said:
    """OK, the emptiest value that fits, or the forced call with the emptiest arguments."""
    if asked.tool_choice not in {"auto", "none"}:
        tool = next((tool for tool in asked.tools if tool.name == asked.tool_choice), asked.tools[0])
        return Calls(calls=(Call(name=tool.name, arguments=write_json(compose(tool.parameters, Emptiest()))),))
    if asked.schema is not None:
        return Structured(value=compose(asked.schema, Emptiest()))
    return Structured(value={}) if asked.json_mode else Text(text="OK.")
