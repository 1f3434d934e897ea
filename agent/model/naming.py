"""Names for groups of open questions, by a language model; whoever shows them checks that they are short and plain."""

import json
from collections.abc import Sequence

from agent.errands import Errands
from agent.model.calls import Prompt, Purpose
from agent.model.prompts import System, as_data
from agent.understanding.schema import Json
from domain.errors import ModelMisbehaved
from domain.languages import Language

_LONGEST_ANSWER = 600
_LONGEST_QUESTION = 200


class ModelGapNames:
    """Implements ``domain.gaps.GapNames``; ``system`` is the prompt of ``name_gaps.j2``."""

    def __init__(self, errands: Errands, system: System) -> None:
        self._errands = errands
        self._system = system

    async def name(self, groups: Sequence[Sequence[str]], language: Language) -> tuple[str, ...]:
        told = [
            {"number": number, "questions": [each[:_LONGEST_QUESTION] for each in questions]}
            for number, questions in enumerate(groups, start=1)
        ]
        prompt = Prompt(
            purpose=Purpose.NAME_GAPS,
            version=self._system.version,
            system=self._system.text,
            data=as_data({"language": language.value, "groups": told}),
            schema=names_schema(),
            longest=_LONGEST_ANSWER,
        )
        async with self._errands.allow() as allowance:
            names = _read_names(await allowance.ask(prompt))
        return tuple(names.get(number, "") for number in range(1, len(groups) + 1))


def names_schema() -> Json:
    """``{"names": [{"number": 1, "name": ...}]}``, as strict mode wants it."""
    fields: Json = {"number": {"type": "integer"}, "name": {"type": "string"}}
    named = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    names = {"names": {"type": "array", "items": named}}
    return {"type": "object", "properties": names, "required": ["names"], "additionalProperties": False}


def _read_names(answer: str) -> dict[int, str]:
    """The first name for each number; raises ModelMisbehaved."""
    try:
        given = json.loads(answer)["names"]
        pairs = [(int(each["number"]), str(each["name"])) for each in given]
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise ModelMisbehaved("the names cannot be read") from problem
    names: dict[int, str] = {}
    for number, name in pairs:
        names.setdefault(number, name)
    return names
