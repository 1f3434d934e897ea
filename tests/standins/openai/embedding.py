"""POST /v1/embeddings: vectors hashed from words, so that texts sharing words lie near each other.

Not a language model: synonyms are strangers. Right shapes, right counts, the same text always the same vector. Rules
from the reference page "Create embeddings".
"""

import base64
import hashlib
import math
import re
import struct
from itertools import pairwise
from typing import Any

from tests.standins.openai.asked import Json
from tests.standins.openai.checks import Check, integer, later, one_of, text
from tests.standins.openai.counting import count_tokens
from tests.standins.openai.models import Model, get_model
from tests.standins.openai.refusing import Refused, missing, not_played, unrecognised, wrong_type

MOST_INPUTS = 2_048
MOST_TOKENS = 300_000
_KNOWN: dict[str, Check] = {
    "input": later,
    "model": later,
    "dimensions": integer(1),
    "encoding_format": one_of("float", "base64"),
    "user": text(),
}
_WORD = re.compile(r"\w+")


def embed(body: Json) -> Json:
    """The answer's body, or Refused."""
    if unknown := set(body) - set(_KNOWN):
        raise unrecognised(unknown)
    for name in ("model", "input"):
        if name not in body:
            raise missing(name)
    model = get_model(body["model"], embeds=True)
    for name, value in body.items():
        _KNOWN[name](name, value)
    size = _read_size(body.get("dimensions"), model)
    inputs = _read_inputs(body["input"], model)
    packed = body.get("encoding_format") == "base64"
    rows = [
        {"object": "embedding", "index": index, "embedding": _pack(vector) if packed else vector}
        for index, vector in enumerate(_vector(one, size) for one in inputs)
    ]
    used = sum(map(count_tokens, inputs))
    return {
        "object": "list",
        "data": rows,
        "model": model.id,
        "usage": {"prompt_tokens": used, "total_tokens": used},
    }


def _read_size(given: int | None, model: Model) -> int:
    if given is None:
        return model.dimensions
    if not model.shrinks:
        raise Refused("This model does not support specifying dimensions.", param=None)
    if given > model.dimensions:
        raise Refused(
            f"Invalid value for 'dimensions' = {given}. Must be less than or equal to {model.dimensions}.",
            param=None,
        )
    return given


def _read_inputs(given: Any, model: Model) -> list[str]:
    inputs = [given] if isinstance(given, str) else given
    if not isinstance(inputs, list):
        raise wrong_type("input", "one of a string or an array", given)
    if not 1 <= len(inputs) <= MOST_INPUTS:
        raise Refused(f"Invalid 'input': expected an array of 1 to {MOST_INPUTS} strings.", param="input")
    for position, one in enumerate(inputs):
        if isinstance(one, int | list):
            raise not_played("input as tokens")
        if not isinstance(one, str):
            raise wrong_type(f"input[{position}]", "a string", one)
        if not one:
            raise Refused(f"Invalid 'input[{position}]': input cannot be an empty string.", param="input")
        if count_tokens(one) > model.window:
            raise Refused(
                f"This model's maximum context length is {model.window} tokens.",
                param=None,
                code="context_length_exceeded",
            )
    if sum(map(count_tokens, inputs)) > MOST_TOKENS:
        raise Refused(f"Requested more than the maximum of {MOST_TOKENS} tokens per request.", param="input")
    return inputs


def _vector(one: str, size: int) -> list[float]:
    """Feature hashing over words and pairs of words, of length one."""
    words = _WORD.findall(one.lower()) or [one]
    vector = [0.0] * size
    for feature in (*words, *map(" ".join, pairwise(words))):
        digest = hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = int.from_bytes(digest, "big")
        vector[number % size] += 1.0 if number >> 63 else -1.0
    length = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [value / length for value in vector]


def _pack(vector: list[float]) -> str:
    """Little-endian 32-bit floats; the SDK asks for this form unless told otherwise."""
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()
