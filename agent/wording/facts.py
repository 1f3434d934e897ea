"""All that a turn knows, gathered from the blocks of its skills and the passages it read, in a form to compare with."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import lru_cache

from agent.wording.commitments import Kind, find_subjects
from agent.wording.ground import Ground, amount_of, plain_number
from agent.wording.statements import Amount, Day, find_amounts, find_days, find_figures, find_numbers, find_urls
from domain.blocks import Block, Card, Choices, Facts, Link, Phrase, Prose, Row, Step, Timeline, Upload
from domain.knowledge import Citation
from domain.money import Money

_SHARED = ("amounts", "dates", "spoken", "numbers", "figures", "keys", "words", "texts", "urls", "promised")
# Wherever the shop is, its day of an instant is one of these.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)


@dataclass(slots=True, kw_only=True)
class Known:
    """``words`` are what our own phrase keys and state values say; ``texts`` the passages as they stand."""

    amounts: set[tuple[Decimal, str]] = field(default_factory=set)
    dates: set[date] = field(default_factory=set)
    spoken: list[Day] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    figures: set[int] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    urls: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)
    pieces: list[object] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    receipts: set[str] = field(default_factory=set)
    today: date | None = None
    zone: tzinfo | None = None
    grounds: dict[str, Ground] = field(default_factory=dict)

    def ground(self, language: str) -> Ground:
        """What a model's words in this language may stand on; built when first asked for."""
        if language not in self.grounds:
            ground = Ground(
                language=language,
                today=self.today,
                zone=self.zone,
                links=frozenset(self.links),
                receipts=frozenset(self.receipts),
            )
            for piece in self.pieces:
                ground.take(piece)
            ground.follow()
            self.grounds[language] = ground
        return self.grounds[language]

    def add(self, other: "Known") -> None:
        """Takes over all that the other knows."""
        for name in _SHARED:
            mine, theirs = getattr(self, name), getattr(other, name)
            mine.extend(theirs) if isinstance(mine, list) else mine.update(theirs)

    def has_amount(self, amount: Amount) -> bool:
        return any(
            value == amount.value and (not amount.currency or not currency or currency == amount.currency)
            for value, currency in self.amounts
        )

    def has_day(self, day: Day) -> bool:
        return any(day.fits(each) for each in self.dates) or any(_same(day, each) for each in self.spoken)

    def has_number(self, number: str) -> bool:
        plain = plain_number(number)
        return plain in self.numbers or (plain.isdigit() and any(each.endswith(plain) for each in self.numbers))


def _same(said: Day, known: Day) -> bool:
    """A passage may leave out the year, never the day."""
    if said.day is None:
        return said.weekday == known.weekday
    years = said.year is None or known.year is None or said.year == known.year
    return years and (said.day, said.month) == (known.day, known.month)


def squeeze(text: str) -> str:
    """Without what layout adds: every run of blanks is one."""
    return " ".join(text.split())


def gather(
    blocks: Iterable[Block],
    *,
    links: frozenset[str] = frozenset(),
    receipts: frozenset[str] = frozenset(),
    today: date | None = None,
    zone: tzinfo | None = None,
) -> Known:
    known = Known(links=set(links), receipts=set(receipts), today=today, zone=zone)
    for block in blocks:
        for piece in _pieces(block):
            known.pieces.append(piece)
            _take(piece, known)
    return known


def _take(piece: object, known: Known) -> None:
    """A typed value counts as itself; text counts as what it states."""
    match piece:
        case Phrase():
            known.keys.add(piece.key)
            known.words.update(piece.key.split("-"))
            _take(tuple(piece.values.values()), known)
        case Money():
            known.amounts.add((abs(amount_of(piece)), piece.currency))
        case date():
            known.dates.update(_days(piece))
        case int():
            known.figures.add(piece)
        case tuple():
            for each in piece:
                _take(each, known)
        case str():
            known.add(_of_text(piece))
        case Prose():
            known.add(_of_passage(piece.text))


def _days(day: date) -> set[date]:
    if not isinstance(day, datetime):
        return {day}
    moment = day.astimezone(UTC)
    return {(moment + _EARLIEST).date(), moment.date(), (moment + _LATEST).date()}


@lru_cache(maxsize=4096)
def _of_text(text: str) -> Known:
    """A name, a number, a state or a note: what it says may be said again."""
    known = _stated(text)
    known.words.update(re.findall(r"[a-z]+", text.lower()))
    known.numbers.add(plain_number(text))
    return known


@lru_cache(maxsize=4096)
def _of_passage(text: str) -> Known:
    """Like any text, but its words back no state: a rule says what happens, not what has happened."""
    known = _stated(text)
    known.texts.append(squeeze(text))
    known.urls.update(find_urls(text))
    known.promised.update(subject for kind, subject in find_subjects(text) if kind is Kind.PROMISE)
    return known


def _stated(text: str) -> Known:
    return Known(
        numbers={plain_number(each) for each in find_numbers(text)},
        amounts={(each.value, each.currency) for each in find_amounts(text)},
        spoken=list(find_days(text)),
        figures=find_figures(text),
    )


def _pieces(block: Block) -> Iterator[object]:
    """Everything in a block that holds a fact."""
    match block:
        case Phrase():
            yield block
        case Prose():
            yield block
            yield from _cited(block.citations)
        case Facts():
            yield block.title
            yield from _rows(block.rows)
        case Link() | Upload():
            yield block.label if isinstance(block, Link) else block.prompt
        case Choices():
            yield block.prompt
            yield from (option.label for option in block.options)
        case Timeline():
            yield from _steps(block.steps)
            yield from (block.link.label,) if block.link else ()
        case Card():
            yield from _card(block)


def _card(card: Card) -> Iterator[object]:
    yield from (card.title, card.subtitle)
    yield from _rows(card.rows)
    yield from (each for each in (card.decision, card.pill.label if card.pill else None) if each)
    yield from (action.label for action in card.actions)
    if card.why:
        yield Prose(text=card.why.text, citations=())
        yield from _cited((card.why.citation,))


def _cited(citations: Iterable[Citation]) -> Iterator[object]:
    for citation in citations:
        yield citation.updated
        yield Prose(text=" ".join((citation.title, *citation.headings)), citations=())


def _rows(rows: Iterable[Row]) -> Iterator[object]:
    for row in rows:
        yield from (row.label, row.value)


def _steps(steps: Iterable[Step]) -> Iterator[object]:
    """A step still to come is no fact, only its name is known."""
    for step in steps:
        if step.at is not None:
            yield from (step.label, step.at)
        else:
            yield Phrase(key=step.label.key)
        yield step.place
