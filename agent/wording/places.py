"""Facts out of the words and back in: a model sees ``{d1}`` where a date stands, and code puts the date there again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from domain.replies import (
    FactKind,
    FactSpan,
    SaidBlock,
    SaidCard,
    SaidChoices,
    SaidFacts,
    SaidQuote,
    SaidRow,
    SaidText,
    SaidTimeline,
    Words,
)

_PLACE = re.compile(r"\{([a-z]\d{1,3})\}")
_FIGURES = re.compile(r"\d[\d.,:\u00a0\u202f ]*\d|\d")
_LETTERS = {
    FactKind.AMOUNT: "a",
    FactKind.DATE: "d",
    FactKind.NUMBER: "n",
    FactKind.NAME: "p",
    FactKind.TEXT: "t",
}
_NEEDED = {FactKind.AMOUNT, FactKind.DATE, FactKind.NUMBER}


class UnknownPlace(ValueError):
    """The words name a place that nobody made."""


@dataclass(slots=True)
class Places:
    """Every fact that the words may use, by its place; ``needed`` must be said, ``firm`` are whole blocks."""

    spans: dict[str, FactSpan] = field(default_factory=dict)
    needed: set[str] = field(default_factory=set)
    firm: dict[str, SaidText] = field(default_factory=dict)

    def cut(self, words: Words, *, needed: bool) -> str:
        """The words with a place where each fact stood, and where any other figure stands."""
        spans = {span.text: span for span in words.spans if span.text}
        if not spans:
            return self.cut_figures(words.text)

        def take(found: re.Match[str]) -> str:
            span = spans[found[0]]
            name = self._name(span)
            if needed and span.kind in _NEEDED:
                self.needed.add(name)
            return f"{{{name}}}"

        return self.cut_figures(_any_of(spans).sub(take, words.text))

    def cut_figures(self, text: str) -> str:
        """Figures of a passage or a phrase: they are no fact of the shopper's, and still nothing a model may type."""
        pieces = _PLACE.split(text)
        for index in range(0, len(pieces), 2):
            pieces[index] = _FIGURES.sub(lambda found: self._place_of(found[0]), pieces[index])
        return "".join(piece if index % 2 == 0 else f"{{{piece}}}" for index, piece in enumerate(pieces))

    def hold(self, block: SaidText) -> str:
        """A place for a whole block that must stand as it is."""
        name = f"k{len(self.firm) + 1}"
        self.firm[name] = block
        return name

    def fill(self, text: str) -> Words:
        """The facts in their places; raises UnknownPlace."""
        used: list[FactSpan] = []

        def put(found: re.Match[str]) -> str:
            span = self.spans.get(found[1])
            if span is None:
                raise UnknownPlace(found[1])
            used.append(span)
            return span.text

        if re.search(r"[{}]", _PLACE.sub("", text)):
            raise UnknownPlace("braces")
        filled = _PLACE.sub(put, text)
        return Words(text=filled, short=filled, spans=tuple(dict.fromkeys(used)))

    def _place_of(self, figures: str) -> str:
        return f"{{{self._name(FactSpan(kind=FactKind.TEXT, name='figure', text=figures))}}}"

    def _name(self, span: FactSpan) -> str:
        known = next((name for name, other in self.spans.items() if other.text == span.text), None)
        if known is None:
            known = f"{_LETTERS[span.kind]}{len(self.spans) + 1}"
            self.spans[known] = span
        return known


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Any of these as whole words, the longest first, in one go: a figure is never found inside a place made before."""
    longest_first = sorted(texts, key=lambda text: -len(text))
    return re.compile("|".join(_whole(text) for text in longest_first))


def _whole(text: str) -> str:
    before = r"(?<!\w)" if re.match(r"\w", text) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", text) else ""
    return f"{before}{re.escape(text)}{after}"


def places_in(text: str) -> set[str]:
    return set(_PLACE.findall(text))


def show_block(block: SaidBlock, places: Places) -> Iterator[tuple[str, str]]:
    """What the shopper sees beside the words, as (what it is, its text with places): a model may refer to it."""
    match block:
        case SaidCard():
            yield from _show_card(block, places)
        case SaidFacts():
            yield from _show_rows(block.rows, places)
        case SaidQuote():
            yield "passage", places.cut_figures(_without_braces(block.text))
        case SaidTimeline():
            for step in block.steps:
                yield "step", places.cut_figures(_without_braces(f"{step.label.text} {step.at} {step.place}"))
        case SaidChoices():
            yield "question", places.cut(block.prompt, needed=False)
            for option in block.options:
                yield "option", places.cut_figures(_without_braces(option.label))


def _without_braces(text: str) -> str:
    """A record's own braces are no places."""
    return text.replace("{", "(").replace("}", ")")


def _show_card(card: SaidCard, places: Places) -> Iterator[tuple[str, str]]:
    yield "card", places.cut_figures(_without_braces(f"{card.title} {card.subtitle}"))
    yield from _show_rows(card.rows, places)
    if card.decision:
        yield "decision", places.cut(card.decision, needed=False)


def _show_rows(rows: tuple[SaidRow, ...], places: Places) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield "row", f"{row.label}: {places.cut(row.value, needed=False)}"
