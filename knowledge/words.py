"""Text to stemmed words: case, accents, elisions and filler are taken out, alike for articles and questions.

Accents are folded before stemming, since shoppers leave them out; the stemmers lose little by it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import Stemmer

from domain.languages import Language

_STEMMERS = {
    Language.EN: "english",
    Language.FR: "french",
    Language.ES: "spanish",
    Language.DE: "german",
    Language.IT: "italian",
    Language.NL: "dutch",
}
_WORD = re.compile(r"[^\W_]+")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|un)['’](?=\w)")
_CONTRACTION = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|m|d|re|ve|ll))\b")
_CONTRACTED_NOT = re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should)n'?t\b")
_NEGATIONS = {
    Language.EN: {"not", "no", "never", "cannot", "without"},
    Language.FR: {"pas", "jamais", "aucun", "aucune", "non", "sans", "not"},
    Language.ES: {"no", "nunca", "sin", "not"},
    Language.DE: {"nicht", "nie", "kein", "keine", "ohne", "not"},
    Language.IT: {"non", "mai", "senza", "not"},
    Language.NL: {"niet", "nooit", "geen", "zonder", "not"},
}
_FEMININE = re.compile(r"ees?$")
_CURRENCY = {"€": " euro ", "$": " dollar ", "£": " pound ", "%": " percent "}


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.lower())
    return "".join(mark for mark in spread if not unicodedata.combining(mark)).replace("ß", "ss").replace("œ", "oe")


def split_words(text: str) -> list[str]:
    """Folded words in order, filler included."""
    folded = fold(text).replace("’", "'")
    for sign, word in _CURRENCY.items():
        folded = folded.replace(sign, word)
    return _WORD.findall(_ELISION.sub(" ", _CONTRACTION.sub(" ", folded)))


@lru_cache(maxsize=16)
def filler(language: Language) -> frozenset[str]:
    """Words that tell nothing of the question: function words and the politeness of chat."""
    return _listed("filler", language)


@lru_cache(maxsize=16)
def neutral(language: Language) -> frozenset[str]:
    """Words that fit any question: what was bought, its colour, family, days, months. English and French only."""
    return _listed("neutral", language)


def _listed(folder: str, language: Language) -> frozenset[str]:
    path = Path(__file__).parent / folder / f"{language.value}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(word for line in lines for word in split_words(line))


@lru_cache(maxsize=16)
def _stemmer(language: Language) -> "Stemmer.Stemmer":
    return Stemmer.Stemmer(_STEMMERS[language])


@lru_cache(maxsize=30_000)
def stem(word: str, language: Language) -> str:
    if language is Language.FR:
        word = _FEMININE.sub("e", word)
    return str(_stemmer(language).stemWord(word))


def telling_words(text: str, language: Language) -> list[str]:
    """Folded words in order without filler; all words when all are filler."""
    words = split_words(text)
    return [word for word in words if word not in filler(language)] or words


def stems(text: str, language: Language) -> list[str]:
    """Stems of the telling words in order."""
    return [stem(word, language) for word in telling_words(text, language)]


def letters(words: Iterable[str]) -> list[str]:
    """Runs of three to five letters, word ends marked: alike for a word, its misspellings and its compounds."""
    return [
        marked[start : start + length]
        for marked in (f"_{word}_" for word in words)
        for length in (3, 4, 5)
        for start in range(len(marked) - length + 1)
    ]


def split_negated(text: str, language: Language) -> list[str]:
    """Folded words in order with every negation written ``not``."""
    folded = fold(text).replace("’", "'")
    folded = _CONTRACTED_NOT.sub(r"\1 not", folded)
    return ["not" if word in _NEGATIONS[language] else word for word in _WORD.findall(_ELISION.sub(" ", folded))]
