"""A message as folded words that still know where they stood, so that rules read plain text and quote what was typed.

Folding drops case, accents and drawn-out letters ("MERCIII" is "merci"); it never translates.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 1_000
_READ_AT_MOST = 60_000
_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
_INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc]"
)
_CUE = re.compile(
    r"\?|\b(?:want|need|where|return|refund|exchange|track|order|help|can you|please|veux|voudr|besoin|rembours|"
    r"retour|echang|colis|commande|quiero|devol|pedido|donde|mochte|bestell|zuruck|vorrei|ordine|reso|wil|"
    r"terug|waar)|\d{4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the cleaned text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Words:
    """``text`` as typed; ``line`` its folded words joined by one space, the form that all patterns read."""

    text: str
    line: str
    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def typed(self, start: int, end: int) -> Span:
        """The span in ``text`` of the characters from ``start`` to ``end`` of ``line``."""
        first = bisect_right(self.starts, start) - 1
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        return Span(self.spans[first].start, self.spans[last].end)

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def __bool__(self) -> bool:
        return bool(self.folded)


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Lower case, without accents; a letter written three times or more is written once."""
    if word.isascii():
        plain = word.lower()
    else:
        opened = word.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o")
        plain = "".join(each for each in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(each))
    return _DRAWN_OUT.sub(r"\1", plain)


def fold_line(text: str) -> str:
    """The folded words of a text joined by one space."""
    return " ".join(folded for folded in (fold(word) for word in _WORD.findall(text)) if folded)


def read_words(text: str) -> Words:
    folded: list[str] = []
    spans: list[Span] = []
    starts: list[int] = []
    position = 0
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if not word:
            continue
        folded.append(word)
        spans.append(Span(match.start(), match.end()))
        starts.append(position)
        position += len(word) + 1
    return Words(text, " ".join(folded), tuple(folded), tuple(spans), tuple(starts))


def clean(text: str) -> str:
    """Plain quotes and spaces, no invisible characters."""
    shown = _INVISIBLE.sub("", text[:_READ_AT_MOST].translate(_QUOTES))
    lines = (_SPACES.sub(" ", line).strip() for line in shown.splitlines())
    return "\n".join(line for line in lines if line)


def shorten(text: str) -> str:
    """The telling sentences of a very long message; any other message as it is."""
    return text if len(text) <= LONGEST else _shorten(text)


def _shorten(text: str) -> str:
    """Beginning and end in full; from between the pieces that ask, number or name most, each once."""
    edge = LONGEST // 4
    pieces = dict.fromkeys(piece for piece in re.split(r"(?<=[.!?])\s+|\n", text[edge:-edge]) if len(piece) < edge)
    kept: dict[str, int] = {}
    room = LONGEST - 2 * edge
    for place, piece in sorted(enumerate(pieces), key=lambda each: -len(_CUE.findall(each[1]))):
        if len(piece) < room and _CUE.search(piece):
            kept[piece] = place
            room -= len(piece) + 1
    return "\n".join([text[:edge], *sorted(kept, key=lambda piece: kept[piece]), text[-edge:]])
