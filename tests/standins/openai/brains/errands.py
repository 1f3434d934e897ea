"""What a competent model answers beside the conversation: a summary, the rules of an article, names for questions.

Plain and plausible, from the data of the prompt alone; how well a real model reads is no matter of this stand-in.
"""

import re
from collections.abc import Iterator
from typing import Any

_LONGEST_LINE = 200
_MARKS = re.compile(r"[*_#`<>|\[\]{}\\]|\S*(?:https?:|www\.|@)\S*")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]")
_DAYS = re.compile(r"\bwithin (\d{1,3})(?: calendar)? days\b", re.IGNORECASE)
_WISHES = {"store credit": "store_credit", "exchange": "exchange", "refund": "refund"}
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = {"can", "the", "you", "your", "what", "how", "when", "where", "does", "are", "and", "for", "have", "will"}


def summarise(data: Any) -> dict[str, Any]:
    """What was opened, what the shopper said last, what was tried: each in the words given."""
    said = [each["text"] for each in data["conversation"] if each["who"] == "shopper" and each["text"].strip()]
    topics = ", ".join(data["topics"])
    lines = [f"The shopper asks about: {topics}." if topics else "The shopper asks for a person."]
    lines += [f"The shopper says: {_plain(said[-1])}"] if said else []
    lines += [f"Tried: {_plain(each)}" for each in data["tried"][-1:]]
    return {"lines": lines if len(lines) > 1 else [*lines, "Nothing else is known."]}


def read_policy(data: Any) -> dict[str, Any]:
    return {"rules": [rule for passage in data["passages"] for rule in _find_windows(passage["text"])]}


def name_gaps(data: Any) -> dict[str, Any]:
    return {"names": [{"number": each["number"], "name": _name(each["questions"])} for each in data["groups"]]}


def _find_windows(text: str) -> Iterator[dict[str, Any]]:
    """Sentences such as "within 30 days" that say what a shopper gets in that time."""
    for sentence in (each.strip() for each in _SENTENCE.findall(text)):
        days = _DAYS.search(sentence)
        for words, resolution in _WISHES.items():
            if days and words in sentence.lower():
                yield {
                    "kind": "window",
                    "resolution": resolution,
                    "days": int(days[1]),
                    "counts_from": "order" if "purchase" in sentence.lower() else "delivery",
                    "gifts_only": "gift" in sentence.lower(),
                    "sentence": sentence,
                }


def _name(questions: list[str]) -> str:
    words = [word.lower() for word in _WORD.findall(" ".join(questions[:1])) if word.lower() not in _EMPTY]
    return " ".join([*words, "questions", "asked"][:2] if len(words) < 2 else words[:3]).capitalize()


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())[:_LONGEST_LINE]
