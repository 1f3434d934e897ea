"""Colour words of our languages (``lexicon/colours.yaml``), by the colour that they name in English."""

from collections.abc import Mapping
from functools import cache

from agent.understanding.embedded.lexicon import read_content


@cache
def colour_names() -> Mapping[str, str]:
    """Folded word to colour."""
    return {word: colour for colour, words in read_content("colours").items() for word in words.split()}


@cache
def colour_words() -> frozenset[str]:
    return frozenset(colour_names())
