"""Which names a model may give to a group of questions: short, plain, without a figure, a name or an address."""

import re
from collections.abc import Sequence

from domain.languages import Language
from knowledge.words import fold

_LONGEST = 60
_MOST_WORDS = 8
_SPOILT = re.compile(r"[\d@<>{}\[\]|*_`#\\\n\r\t]|https?:|www\.|[.!?;:]\s+\S")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNED = re.compile(r"['’]s?$")
_NOUNS_IN_CAPITALS = {Language.DE}


def is_good_name(name: str, questions: Sequence[str], language: Language) -> bool:
    """Whether the merchant may read it over the group."""
    plain = name.strip()
    words = _WORD.findall(plain)
    if not words or len(plain) > _LONGEST or len(words) > _MOST_WORDS or _SPOILT.search(plain):
        return False
    return not any(_is_name(word, at, questions, language) for at, word in enumerate(words))


def _is_name(word: str, place: int, questions: Sequence[str], language: Language) -> bool:
    """A capital inside the name, or a word that the shoppers only ever write with one inside a sentence."""
    written = {each for question in questions for each in _inner_words(question)}
    lower = {fold(each) for each in written if not each[0].isupper()}
    proper = {fold(each) for each in written if each[0].isupper()} - lower
    if language in _NOUNS_IN_CAPITALS:
        return False
    return bool({fold(word), fold(_OWNED.sub("", word))} & proper) or (
        place > 0 and word[0].isupper() and fold(word) not in lower
    )


def _inner_words(question: str) -> list[str]:
    """Words that do not begin a sentence."""
    return [each for sentence in re.split(r"[.!?\n]+", question) for each in _WORD.findall(sentence)[1:]]
