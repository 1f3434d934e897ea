"""Tokens counted and prefixes remembered.

One token is four characters, rounded up: the vendor's own rule of thumb (help page "What are tokens and how to count
them?"). Good enough to compare prompts with each other, not to forecast an invoice.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from tests.standins.openai.asked import Asked, write_json

CHARACTERS = 4
SMALLEST_PREFIX = 1_024
STEP = 128
_KEPT = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptCount:
    """``cached`` of ``tokens`` were read from the cache, ``written`` were added to it."""

    tokens: int
    cached: int = 0
    written: int = 0


def count_tokens(text: str) -> int:
    return -(-len(text) // CHARACTERS)


def split_tokens(text: str) -> list[str]:
    """The text in pieces of one token, as a stream carries it."""
    return [text[at : at + CHARACTERS] for at in range(0, len(text), CHARACTERS)]


class PrefixCache:
    """Guide "Prompt caching": exact prefixes of 1,024 tokens or more, in steps of 128; tools and the schema come first
    in the prompt and are cached with it. Nothing expires here, which the vendor's cache does after minutes."""

    def __init__(self) -> None:
        self._seen: OrderedDict[bytes, None] = OrderedDict()

    def clear(self) -> None:
        self._seen.clear()

    def count(self, asked: Asked) -> PromptCount:
        """Counts the prompt and remembers its prefixes."""
        prompt = render_prompt(asked)
        tokens = count_tokens(prompt)
        if tokens < SMALLEST_PREFIX:
            return PromptCount(tokens=tokens)
        digest = hashlib.blake2b(f"{asked.model}\0{asked.cache_key}\0".encode(), digest_size=12)
        cached, reach, start = 0, 0, 0
        for end in range(SMALLEST_PREFIX, tokens + 1, STEP):
            digest.update(prompt[start * CHARACTERS : end * CHARACTERS].encode("utf-8", "surrogatepass"))
            start, reach = end, end
            key = digest.digest()
            if key in self._seen:
                cached = end
            self._seen[key] = None
            self._seen.move_to_end(key)
        while len(self._seen) > _KEPT:
            self._seen.popitem(last=False)
        return PromptCount(tokens=tokens, cached=cached, written=reach - cached)


def render_prompt(asked: Asked) -> str:
    """The prompt as one text, in the order in which the cache sees it: tools, schema, messages."""
    parts = [write_json([tool.name, tool.description, tool.parameters]) for tool in asked.tools]
    if asked.schema is not None:
        parts.append(write_json(asked.schema))
    for message in asked.messages:
        parts.append(f"<{message.role}>{message.text}")
        parts += [f"{call.name}{call.arguments}" for call in message.calls]
    return "\n".join(parts)
