"""Listening to a model that writes: sentence by sentence, each held against the facts before anybody sees it."""

import re
from collections.abc import Iterator
from functools import cache

from agent.model.allowance import Allowance
from agent.model.calls import Prompt
from agent.understanding.embedded.language import LanguageFinder
from agent.wording.check import check_sentence, know
from agent.wording.places import Places, UnknownPlace, places_in
from agent.wording.port import Show, ToSay
from agent.wording.problems import Problem

_END = re.compile(r"(?<=[.!?…。！？])[\"'»”)]*\s+|\n+")
_FIRM = re.compile(r"\{k\d{1,2}\}")
_DIGIT = re.compile(r"\d")
_MARKUP = re.compile(r"[*_#`<>|\[\]]|https?:|www\.|@")
_LONGEST_SENTENCE = 400
_MOST_SENTENCES = 12
_SHINGLE = 7
_TELLING_WORDS, _TELLING_SHARE = 6, 0.5
"""From so many words on, and so surely, a text tells which of our languages it is in."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


class Objection(Exception):
    """Why the words of a model are not taken; for the trace and for the model to mend."""


class Listening:
    """One streamed answer. ``shown`` tells whether the shopper has seen any of it, ``heard`` is what came so far."""

    def __init__(self, *, to_say: ToSay, places: Places, show: Show, secret: str) -> None:
        self._to_say = to_say
        self._places = places
        self._show = show
        self._secret = _shingles(secret)
        self._known = know(to_say.evidence)
        self._bare = ""
        self._rest = ""
        self._sentences: list[str] = []
        self._objection: Objection | None = None
        self.heard = ""

    @property
    def shown(self) -> bool:
        return bool(self._sentences)

    async def hear_all(self, allowance: Allowance, prompt: Prompt) -> tuple[str, ...]:
        """The sentences with their places; raises Objection or ModelProblem."""
        await allowance.ask(prompt, hear=self._hear)
        if self._objection is None:
            self._end()
        if self._objection:
            raise self._objection
        return tuple(self._sentences)

    def _hear(self, piece: str) -> bool:
        self.heard += piece
        self._rest += piece
        *whole, self._rest = _END.split(self._rest)
        return self._take(whole)

    def _end(self) -> None:
        if self._take([self._rest]) and (missing := self._missing()):
            self._objection = Objection(f"not said: {', '.join(sorted(missing))}")

    def _take(self, pieces: list[str]) -> bool:
        try:
            for sentence in _sentences(pieces):
                self._judge(sentence)
                self._sentences.append(sentence)
                self._show(self._so_far())
        except Objection as objection:
            self._objection = objection
            return False
        if len(self._rest) > _LONGEST_SENTENCE or len(self._sentences) > _MOST_SENTENCES:
            self._objection = Objection("too long")
            return False
        return True

    def _judge(self, sentence: str) -> None:
        """Raises Objection unless every word of it may be said."""
        if _FIRM.fullmatch(sentence):
            if sentence.strip("{}") not in self._places.firm:
                raise Objection(f"no such place: {sentence}")
            return
        bare = re.sub(r"\{[a-z]\d{1,3}\}", "", sentence)
        if _DIGIT.search(bare):
            raise Objection("a figure was typed instead of placed")
        if _MARKUP.search(bare):
            raise Objection("markup, a link or an address was typed")
        if _shingles(bare) & self._secret:
            raise Objection("repeats its instructions")
        self._judge_language(bare)
        try:
            words = self._places.fill(sentence)
        except UnknownPlace as unknown:
            raise Objection(f"no such place: {unknown}") from unknown
        if problems := self._check(words.text, bare):
            raise Objection("; ".join(f"{each.doubt.value}: {each.text}" for each in problems[:3]))

    def _check(self, filled: str, bare: str) -> tuple[Problem, ...]:
        """In a language without phrases the facts stand in the nearest one: each is read in its own."""
        found = check_sentence(filled, self._known, self._to_say.language.value)
        if self._to_say.spoken:
            found += check_sentence(bare, self._known, self._to_say.spoken)
        return found

    def _judge_language(self, bare: str) -> None:
        """Raises Objection once the words tell that they are in another language; one we do not know is not judged."""
        self._bare = f"{self._bare} {bare}"
        words = _WORD.findall(self._bare)
        if self._to_say.spoken or not words:
            return
        if 2 * len(_LATIN.findall(self._bare)) < sum(map(len, words)):
            raise Objection("written in another script")
        if len(words) >= _TELLING_WORDS:
            told = _languages().find(self._bare)
            if told.language is not self._to_say.language and told.confidence >= _TELLING_SHARE:
                raise Objection(f"written in another language: {told.language.value}")

    def _missing(self) -> set[str]:
        used = {place for sentence in self._sentences for place in places_in(sentence)}
        return (self._places.needed | set(self._places.firm)) - used

    def _so_far(self) -> str:
        firm = {name: block.words.text for name, block in self._places.firm.items()}
        return " ".join(
            firm[each.strip("{}")] if _FIRM.fullmatch(each) else self._places.fill(each).text
            for each in self._sentences
        )


def _sentences(pieces: list[str]) -> Iterator[str]:
    """Sentences, with each firm place as one of its own."""
    for piece in pieces:
        start = 0
        for found in _FIRM.finditer(piece):
            if before := piece[start : found.start()].strip():
                yield before
            yield found[0]
            start = found.end()
        if after := piece[start:].strip(" ."):
            yield piece[start:].strip() if start == 0 else after


@cache
def _languages() -> LanguageFinder:
    return LanguageFinder()


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
