"""How brains without understanding fill a schema: the emptiest way, or by chance from a seed."""

import hashlib
import random
from collections.abc import Callable
from importlib import import_module
from typing import Any

from tests.standins.openai.asked import Asked, Json
from tests.standins.openai.shaping import Path
from tests.standins.openai.strict_schemas import kinds_of

_FORMATS = {
    "date-time": "2031-05-06T07:08:09Z",
    "time": "07:08:09",
    "date": "2031-05-06",
    "duration": "P3D",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


def draw(asked: Asked, seed: int) -> random.Random:
    """Chance that depends on the seed and the request alone, so that the same request is answered alike."""
    told = f"{seed}|{asked.seed}|{asked.choice}|{asked.prompt}".encode("utf-8", "surrogatepass")
    return random.Random(hashlib.blake2b(told, digest_size=8).digest())


def fill_bound(schema: Json, chance: random.Random) -> str | None:
    """A string for a schema that binds its form (pattern or format), else None."""
    if "pattern" in schema:
        return write_matching(str(schema["pattern"]), chance)
    return _FORMATS.get(str(schema.get("format", "")))


class Emptiest:
    """Nothing more than the schema demands."""

    def text(self, path: Path, schema: Json) -> str:
        return fill_bound(schema, random.Random(0)) or ""

    def number(self, path: Path, schema: Json) -> float:
        return float(max(schema.get("minimum", 0), min(0, schema.get("maximum", 0))))

    def pick(self, path: Path, options: list[Any]) -> Any:
        return False if options == [True, False] else options[0]

    def branch(self, path: Path, branches: list[Json]) -> Json:
        return next((one for one in branches if "null" in kinds_of(one)), branches[0])

    def count(self, path: Path, low: int, high: int) -> int:
        return low


class Chance:
    """Everything by chance; ``words`` writes the free strings, given the keys on the way."""

    def __init__(self, chance: random.Random, words: Callable[[Path], str]) -> None:
        self._chance = chance
        self._words = words

    def text(self, path: Path, schema: Json) -> str:
        return fill_bound(schema, self._chance) or self._words(path)

    def number(self, path: Path, schema: Json) -> float:
        low = schema.get("minimum", 0)
        return round(self._chance.uniform(low, schema.get("maximum", max(low + 1, 1))), 2)

    def pick(self, path: Path, options: list[Any]) -> Any:
        return self._chance.choice(options)

    def branch(self, path: Path, branches: list[Json]) -> Json:
        said = [one for one in branches if "null" not in kinds_of(one)] or branches
        return self._chance.choice(said)

    def count(self, path: Path, low: int, high: int) -> int:
        return self._chance.randint(max(low, min(1, high)), min(high, max(low, 3)))


def write_matching(pattern: str, chance: random.Random) -> str:
    """A string that the regular expression matches; look-arounds and back-references are left out."""
    parser: Any = import_module("re._parser")
    return "".join(_write_nodes(parser.parse(pattern), chance))


def _write_nodes(nodes: Any, chance: random.Random) -> list[str]:
    written = []
    for op, held in nodes:
        match str(op):
            case "LITERAL":
                written.append(chr(held))
            case "NOT_LITERAL" | "ANY":
                written.append("x" if held != ord("x") else "y")
            case "IN":
                written.append(_write_class(held, chance))
            case "MAX_REPEAT" | "MIN_REPEAT":
                low, high, inner = held
                for _ in range(chance.randint(int(low), min(int(high), int(low) + 2))):
                    written += _write_nodes(inner, chance)
            case "SUBPATTERN":
                written += _write_nodes(held[-1], chance)
            case "BRANCH":
                written += _write_nodes(chance.choice(held[1]), chance)
            case _:
                pass
    return written


def _write_class(held: Any, chance: random.Random) -> str:
    if str(held[0][0]) == "NEGATE":
        return "x"
    op, value = chance.choice(held)
    match str(op):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(chance.randint(*value))
        case _:
            return {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " "}.get(str(value), "a")
