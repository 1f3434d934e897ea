"""A brain that lies: fluent, in form, and false. Asked to word, it keeps the sentence and changes its facts; asked for
structured output, it gives plausible values that nobody said."""

import json
import random
import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.standins.openai.asked import Asked, Call, Calls, Json, Said, Structured, Text, write_json
from tests.standins.openai.brains import lies
from tests.standins.openai.brains.choosers import Chance, draw
from tests.standins.openai.shaping import Path, compose

_DRAFT_KEYS = ("draft", "sentence", "reply", "text", "words", "answer")
_TAGGED = re.compile(r"<(draft|sentence|reply|text)\b[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_LABELLED = re.compile(r"^(?:draft|sentence|reply|text)\s*:\s*(.+)", re.DOTALL | re.IGNORECASE | re.MULTILINE)


class Liar:
    """``kinds`` chooses the lies (``lies.KINDS``); ``told`` keeps every lie, so that a test can look for each one."""

    def __init__(self, *, seed: int = 0, kinds: Iterable[str] = lies.KINDS) -> None:
        self.seed = seed
        self.kinds = tuple(kinds)
        self.told: list[lies.Lie] = []

    async def answer(self, asked: Asked) -> Said:
        chance = draw(asked, self.seed)
        if asked.tool_choice not in {"auto", "none"}:
            tool = next((tool for tool in asked.tools if tool.name == asked.tool_choice), asked.tools[0])
            arguments = write_json(self._invent(tool.parameters, asked, chance))
            return Calls(calls=(Call(name=tool.name, arguments=arguments),))
        if asked.kind == "word" or (asked.schema is None and not asked.json_mode):
            return self._word(asked, chance)
        if asked.schema is None:
            return Structured(
                value={"order": _order(chance), "refund": True, "amount": f"{chance.randint(20, 400)}.90"}
            )
        return Structured(value=self._invent(asked.schema, asked, chance))

    def _word(self, asked: Asked, chance: random.Random) -> Said:
        if asked.schema is None:
            return Text(text=self._lie(find_draft(asked), chance))
        words = Chance(chance, lambda path: self._lie(find_draft(asked), chance))
        return Structured(value=compose(asked.schema, words))

    def _lie(self, sentence: str, chance: random.Random) -> str:
        said, told = lies.tell(sentence, chance, self.kinds)
        self.told += told
        return said

    def _invent(self, schema: Json, asked: Asked, chance: random.Random) -> Any:
        return compose(schema, Chance(chance, lambda path: _plausible(path, asked, chance)))


def find_draft(asked: Asked) -> str:
    """The sentence to be worded: a field of JSON, a tagged or labelled part of the last user message, or all of it."""
    text = asked.last_user or asked.messages[-1].text
    try:
        held = _find_key(json.loads(text))
    except json.JSONDecodeError:
        held = None
    if held:
        return held
    found = _TAGGED.search(text)
    if found:
        return found.group(2).strip()
    labelled = _LABELLED.search(text)
    return (labelled.group(1) if labelled else text).strip()


def _find_key(held: Any) -> str | None:
    """The first string under a key that names a draft, breadth first."""
    queue = [held]
    while queue:
        one = queue.pop(0)
        if isinstance(one, dict):
            for key in _DRAFT_KEYS:
                if isinstance(one.get(key), str) and one[key]:
                    return str(one[key])
            queue += one.values()
        elif isinstance(one, list):
            queue += one
    return None


def _order(chance: random.Random) -> str:
    return f"#{chance.randint(10_000, 99_999)}"


def _link(chance: random.Random) -> str:
    return lies.LINK.format(number=chance.randint(1000, 9999))


_INVENTED: dict[str, Callable[[random.Random], str]] = {
    "lang": lambda chance: chance.choice(("en", "fr", "de")),
    "mail": lambda chance: f"{chance.choice(('marie', 'paul', 'ines'))}{chance.randint(1, 99)}@example.com",
    "date": lambda chance: f"2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
    "amount": lambda chance: f"{chance.randint(5, 900)}.{chance.randint(10, 99)}",
    "order": _order,
    "number": _order,
    "track": lambda chance: f"1Z{chance.randint(10**9, 10**10 - 1)}",
    "phone": lambda chance: f"+3361234{chance.randint(1000, 9999)}",
    "url": _link,
    "link": _link,
    "value": _order,
}


def _plausible(path: Path, asked: Asked, chance: random.Random) -> str:
    """What a field of this name might hold; a few words of the message where the name tells nothing."""
    name = path[-1].lower() if path else ""
    for part, make in _INVENTED.items():
        if part in name:
            return make(chance)
    words = asked.last_user.split() or ["parcel"]
    start = chance.randrange(len(words))
    return " ".join(words[start : start + 3])
