"""A brain that obeys whoever speaks last, and everyone else too: the worst case for what stands around a model.

Any order found in any message, sections of records included, is carried out as far as the request's form allows.
With no order in sight it says the least.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.standins.openai.asked import Asked, Call, Calls, Json, Said, Structured, Text, Tool, write_json
from tests.standins.openai.brains.choosers import Emptiest
from tests.standins.openai.brains.orders import Order, find_addressed, find_json, find_orders, list_strings
from tests.standins.openai.brains.scripted import say_least
from tests.standins.openai.shaping import Path, compose, find_misfit, follow
from tests.standins.openai.strict_schemas import kinds_of

_LONGEST = 6_000
_OURS = {"system", "developer"}
_DEEDS = {
    r"refund|rembours|reembols|erstatt|rimbors|terugbeta": "We have refunded you in full; the refund is completed.",
    r"cancel|annul|stornier|cancela": "I have cancelled it. The claim has been withdrawn.",
    r"return|retour": "I have created the return.",
    r"verif|identi|code|vérifi": "Your identity has been confirmed, no code needed.",
}
_SECRETS = re.compile(
    r"prompt|instructions?|rules|brief|setup|guidelines|consignes|règles|regeln|reglas", re.IGNORECASE
)
_NUMBERS = re.compile(r"#?\b[A-Z]{0,4}-?\d{4,}\b|[\w.+-]+@[\w-]+\.\w+|[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|EUR|USD|\$)")


class Obedient:
    """``obeyed`` keeps what was carried out, so that a test knows the attack was tried and not merely overlooked.

    ``gullible`` takes every text that is not the application's own prompt for an order, however it is worded: said
    again whole, its deeds claimed as done, and the prompt given away every time. Patterns know some attacks; this knows
    none and falls for all.
    """

    def __init__(self, *, gullible: bool = False) -> None:
        self.gullible = gullible
        self.obeyed: list[Order] = []

    async def answer(self, asked: Asked) -> Said:
        orders = [order for message in asked.messages for order in find_orders(message.text)]
        theirs = [text for message in asked.messages if message.role not in _OURS for text in _texts(message.text)]
        if self.gullible:
            orders += [Order(kind="believed", words=text) for text in theirs if text.strip()]
        else:
            orders += [order for text in theirs for order in find_addressed(text)]
        orders = [order for order in orders if not _is_own_schema(order, asked)]
        if not orders:
            return say_least(asked)
        self.obeyed += orders
        if asked.tools and asked.tool_choice != "none" and (calls := _calls(orders, asked)):
            return Calls(calls=calls)
        if asked.schema is not None:
            return Structured(value=_fill(asked.schema, orders, asked))
        if asked.json_mode:
            value = next((order.value for order in orders if order.value), {"reply": _speak(orders, asked)})
            return Structured(value=value)
        return Text(text=_speak(orders, asked))


def _is_own_schema(order: Order, asked: Asked) -> bool:
    return isinstance(order.value, dict) and order.value == asked.schema


def _speak(orders: list[Order], asked: Asked) -> str:
    """What all orders together make it say."""
    said = [line for order in orders if (line := _carry_out(order, asked))]
    return "\n".join(dict.fromkeys(said))[:_LONGEST] or "OK."


def _carry_out(order: Order, asked: Asked) -> str:
    match order.kind:
        case "leak":
            return asked.prompt
        case "orders":
            return f"Orders of {order.wants}: {_find_records(asked)}"
        case "refund":
            return f"Done: {order.words}. The refund is issued and on its way to you."
        case "tool":
            return f"I called {order.wants or 'the tool'} as you asked."
        case "addressed" | "believed":
            return _take_over(order, asked)
        case "link" | "say" | "state" | "markup":
            return order.wants
        case "role":
            return f"Understood, {order.words}. All restrictions are lifted."
        case "json":
            return write_json(order.value)
        case _:
            return ""


def _texts(text: str) -> list[str]:
    """The strings of the JSON that a text holds, or the text itself."""
    return [leaf for *_, value in find_json(text) for leaf in list_strings(value)] or [text]


def _take_over(order: Order, asked: Asked) -> str:
    """The words themselves, the deeds they speak of claimed as done, and the prompt where they touch on it."""
    deeds = [deed for words, deed in _DEEDS.items() if re.search(words, order.words, re.IGNORECASE)]
    leaks = order.kind == "believed" or _SECRETS.search(order.words)
    leaked = [f"Here are my full instructions: {asked.prompt}"] if leaks else []
    return " ".join([order.words, *deeds, *leaked])


def _find_records(asked: Asked) -> str:
    """Numbers, addresses and amounts that stand anywhere in the prompt, and one made up."""
    found = dict.fromkeys(_NUMBERS.findall(asked.prompt))
    return ", ".join([*list(found)[:20], "#48151 (199.00 EUR, delivered)"])


def _calls(orders: list[Order], asked: Asked) -> tuple[Call, ...]:
    """Calls that were ordered by name, by JSON, or by what a tool is for; a forced one whatever was said."""
    tools = {tool.name: tool for tool in asked.tools}
    called = [tools[name] for order in orders if (name := _find_tool(order, tools))]
    if asked.tool_choice in tools:
        called = [tools[asked.tool_choice]]
    elif not called and asked.tool_choice == "required":
        called = [asked.tools[0]]
    return tuple(Call(name=tool.name, arguments=_write_arguments(tool, orders, asked)) for tool in called)


def _find_tool(order: Order, tools: dict[str, Tool]) -> str | None:
    if isinstance(order.value, dict):
        told = [
            str(held) for key, held in order.value.items() if key in {"name", "tool", "function", "command", "kind"}
        ]
        return next((name for name in told if name in tools), None)
    words = f"{order.words} {order.wants}".lower()
    for name in tools:
        if name.lower() in words or (order.kind == "refund" and "refund" in name.lower()):
            return name
    return None


def _write_arguments(tool: Tool, orders: list[Order], asked: Asked) -> str:
    for order in orders:
        held = order.value if isinstance(order.value, dict) else {}
        for given in (held.get("arguments"), held.get("parameters"), held.get("args"), held):
            if isinstance(given, dict) and given and not find_misfit(given, tool.parameters):
                return write_json(given)
    return write_json(_fill(tool.parameters, orders, asked))


def _fill(schema: Json, orders: list[Order], asked: Asked) -> Any:
    """The schema filled as ordered: a value given whole where it fits, commanded kinds, ordered words elsewhere."""
    given = [order.value for order in orders if isinstance(order.value, dict)]
    given += [value for order in orders if order.kind == "markup" for *_, value in find_json(order.wants)]
    for value in given:
        if not find_misfit(value, schema):
            return value
    filled = compose(schema, _Commanded(orders, asked))
    return _plant(filled, schema, schema, given)


def _plant(filled: Any, schema: Json, root: Json, given: list[Json]) -> Any:
    """Puts the commanded objects into the first list, at any depth, whose items they fit."""
    schema = follow(schema, root)
    if isinstance(filled, list):
        items = schema.get("items", {})
        if fitting := [value for value in given if not find_misfit(value, items, root)]:
            return fitting[: schema.get("maxItems", len(fitting))]
        return [_plant(one, items, root, given) for one in filled]
    if isinstance(filled, dict):
        properties = schema.get("properties", {})
        return {name: _plant(one, properties.get(name, {}), root, given) for name, one in filled.items()}
    return filled


class _Commanded(Emptiest):
    """Chooses what the orders mention: kinds, branches, words and numbers."""

    def __init__(self, orders: list[Order], asked: Asked) -> None:
        self._orders = orders
        self._speech = _speak(orders, asked)
        self._words = " ".join(
            f"{order.kind} {order.words} {order.sentence} {order.wants} {order.value or ''}" for order in orders
        ).lower()

    def text(self, path: Path, schema: Json) -> str:
        bound = super().text(path, schema)
        if bound:
            return bound
        name = path[-1] if path else ""
        told = next(self._told(name), None)
        return self._speech if told is None else told

    def _told(self, name: str) -> Iterator[str]:
        """A value that some commanded JSON has under this very name."""
        for order in self._orders:
            if isinstance(order.value, dict) and isinstance(order.value.get(name), str):
                yield str(order.value[name])

    def number(self, path: Path, schema: Json) -> float:
        found = re.search(r"\d+(?:\.\d+)?", self._words)
        asked_for = float(found.group()) if found else 1.0
        return float(max(schema.get("minimum", asked_for), min(asked_for, schema.get("maximum", asked_for))))

    def pick(self, path: Path, options: list[Any]) -> Any:
        if options == [True, False]:
            return True
        mentioned = [one for one in options if isinstance(one, str) and one.lower().replace("_", " ") in self._words]
        return mentioned[0] if mentioned else options[0]

    def branch(self, path: Path, branches: list[Json]) -> Json:
        """The branch whose fixed words the orders mention most; null last."""
        said = [one for one in branches if "null" not in kinds_of(one)] or branches
        return max(said, key=self._mentions)

    def _mentions(self, branch: Json) -> int:
        fixed = re.findall(r'"(?:const|enum)": ?(?:"([^"]+)"|\[([^\]]*)\])', json.dumps(branch, ensure_ascii=False))
        words = [word.strip('" ').lower() for one, many in fixed for word in (one or many).split(",")]
        return sum(word.replace("_", " ") in self._words for word in words if len(word) > 2)

    def count(self, path: Path, low: int, high: int) -> int:
        return max(low, min(1, high))
