"""What a text is about, in words of no language: ties synonyms together, and questions to foreign articles."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import yaml
from babel import Locale

from domain.languages import Language
from knowledge.words import split_negated, stem

Phrase = tuple[str, ...]
_GAP = 2
_ABOUT = "about:"
BESIDE = "beside:"
_TABLES = (("concepts.yaml", _ABOUT), ("side_topics.yaml", BESIDE))
_DESTINATION = "about:destination"
_NO_COUNTRY = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}


def concepts(text: str, language: Language) -> list[str]:
    """One mark per mention, such as ``about:refund``, or ``beside:careers`` for what help centres seldom answer."""
    words = [stem(word, language) for word in split_negated(text, language)]
    phrases = _phrases(language)
    found: list[str] = []
    for place, word in enumerate(words):
        if starting := phrases.get(word):
            found += sorted({concept for concept, phrase in starting if _follows(words, place, phrase)})
    return found


def _follows(words: list[str], place: int, phrase: Phrase) -> bool:
    """Whether the rest of the phrase stands after ``place``, with up to two words in each gap."""
    for wanted in phrase[1:]:
        window = words[place + 1 : place + 2 + _GAP]
        if wanted not in window:
            return False
        place += 1 + window.index(wanted)
    return True


@lru_cache(maxsize=8)
def _phrases(language: Language) -> dict[str, list[tuple[str, Phrase]]]:
    """Phrases by their first stem."""
    found: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for table, kind in _TABLES:
        topics = yaml.safe_load((Path(__file__).parent / table).read_text(encoding="utf-8"))
        for topic, spoken in topics.items():
            for phrase in spoken.get(language.value, ()):
                stemmed = tuple(stem(word, language) for word in split_negated(str(phrase), language))
                found[stemmed[0]].append((kind + topic, stemmed))
    for name in _countries(language):
        stemmed = tuple(stem(word, language) for word in split_negated(name, language))
        found[stemmed[0]].append((_DESTINATION, stemmed))
    return dict(found)


def _countries(language: Language) -> list[str]:
    """Names of countries: whoever names one asks about deliveries there, or comes from there."""
    names = Locale(language.value).territories
    return [name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY]
