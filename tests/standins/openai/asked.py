"""What is asked of a model and what it says: the border between the protocol and a brain.

A brain never sees HTTP, and the protocol never knows which brain answers.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Json = dict[str, Any]
Api = Literal["chat", "responses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A tool that the model wants called; ``arguments`` as the text it writes, which may not be JSON."""

    name: str
    arguments: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of the prompt; ``answers`` is the id of the call that a tool's message responds to."""

    role: str
    text: str
    calls: tuple[Call, ...] = ()
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A function on offer; ``parameters`` is its JSON schema."""

    name: str
    description: str = ""
    parameters: Json = field(default_factory=dict)
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request, already held to the vendor's rules.

    ``kind`` is "understand", "word" or "other" (see ``find_kind``); ``schema`` is None where free text is wanted;
    ``tool_choice`` is none, auto, required or the name of the function forced; ``choice`` counts from 0 up to n.
    """

    api: Api
    kind: str
    model: str
    messages: tuple[Message, ...]
    schema: Json | None = None
    schema_name: str = ""
    strict: bool = False
    json_mode: bool = False
    tools: tuple[Tool, ...] = ()
    tool_choice: str = "auto"
    seed: int | None = None
    temperature: float = 1.0
    most_tokens: int = 0
    stop: tuple[str, ...] = ()
    choices: int = 1
    choice: int = 0
    stream: bool = False
    metadata: Mapping[str, str] = field(default_factory=dict)
    cache_key: str = ""
    body: Json = field(default_factory=dict)

    @property
    def prompt(self) -> str:
        """Everything said so far, roles included, as one text."""
        return "\n\n".join(f"[{message.role}]\n{message.text}" for message in self.messages)

    @property
    def last_user(self) -> str:
        """What the user said last, or nothing."""
        return next((message.text for message in reversed(self.messages) if message.role == "user"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Free words; ``endless`` repeats them until the limit on tokens."""

    text: str
    endless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """A JSON value; written with its keys in the schema's order."""

    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """One tool call or several, with words beside them or none."""

    calls: tuple[Call, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The model declines, in its own field rather than in the content."""

    reason: str


Said = Text | Structured | Calls | Refusal


class Brain(Protocol):
    """What answers: the same request must give the same answer, so that a failing test fails again."""

    async def answer(self, asked: Asked) -> Said:
        """What the model says. A strict schema must be met and a forced tool be called: the vendor's decoder sees to
        both, so the server treats a brain that does otherwise as broken (500, code ``brain_broke_the_rules``)."""
        ...


def find_kind(schema_name: str, metadata: Mapping[str, str], messages: Sequence[Message] = ()) -> str:
    """``metadata["kind"]`` if given, else read from the schema's name: understand..., word... or reword..., other.

    Free text has no schema; what asks to word says in its data what is to be said.
    """
    told = metadata.get("kind")
    if told:
        return told
    name = schema_name.lower()
    if name.startswith(("understand", "understood")):
        return "understand"
    words = name.startswith(("word", "reword")) or any('"say":[' in message.text for message in messages)
    return "word" if words else "other"


def write_json(value: Any) -> str:
    """JSON as models write it: compact, letters kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
