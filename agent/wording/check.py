"""The check of a reply: every amount, day, number, state, promise and link in it stands on a fact or a passage.

It reads the words as a stranger would, whoever made them: spans prove nothing here. A phrase that we wrote and
reviewed may name a promise or a length of time of its own; what has happened needs a fact even then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import lru_cache
from typing import assert_never

from agent.wording.commitments import Commitment, Kind, find_commitments
from agent.wording.facts import Known, gather, squeeze
from agent.wording.lexicons import short_code
from agent.wording.problems import Doubt, Problem
from agent.wording.sentences import judge_sentence, split_sentences
from agent.wording.statements import Amount, Day, find_amounts, find_days, find_numbers, find_urls
from domain.blocks import Block
from domain.languages import Language
from domain.replies import (
    CodeEntry,
    Reply,
    SaidBlock,
    SaidCard,
    SaidChoices,
    SaidFacts,
    SaidLink,
    SaidQuote,
    SaidRow,
    SaidText,
    SaidTimeline,
    SaidUpload,
    Words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """``blocks`` hold all typed facts and passages of the turn; ``links`` the addresses that our builder made.

    ``receipts`` name what a tool did in this very turn (``refunded``); ``today`` and ``zone`` are the shop's.
    """

    blocks: tuple[Block, ...]
    links: frozenset[str] = frozenset()
    receipts: frozenset[str] = frozenset()
    today: date | None = None
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A piece of the reply: words, or an address; ``reviewed`` when it is a phrase of ours as it stands."""

    text: str
    reviewed: bool = True


@dataclass(frozen=True, slots=True)
class _Quoted:
    text: str


@dataclass(frozen=True, slots=True)
class _Opened:
    url: str


_Piece = _Spoken | _Quoted | _Opened


def check(reply: Reply, evidence: Evidence) -> tuple[Problem, ...]:
    """What the reply states without a ground, in the order said; empty when it may be sent."""
    known = know(evidence)
    problems = (
        problem
        for block in reply.blocks
        for piece in _pieces(block, known)
        for problem in _judge(piece, known, evidence.links, reply.language)
    )
    return tuple(dict.fromkeys(problems))


def check_sentence(text: str, known: Known, language: str) -> tuple[Problem, ...]:
    """What one sentence of a model states without a ground; ``language`` may be one that we have no lexicon for."""
    return tuple(dict.fromkeys(judge_sentence(text, known.ground(short_code(language)))))


def know(evidence: Evidence) -> Known:
    """What may be said in this turn, prepared once."""
    return gather(
        evidence.blocks,
        links=evidence.links,
        receipts=evidence.receipts,
        today=evidence.today,
        zone=evidence.zone,
    )


def _judge(piece: _Piece, known: Known, links: frozenset[str], language: str) -> Iterator[Problem]:
    match piece:
        case _Opened():
            if piece.url not in links:
                yield Problem(doubt=Doubt.LINK, text=piece.url)
        case _Quoted():
            if not any(squeeze(piece.text) in text for text in known.texts):
                yield Problem(doubt=Doubt.QUOTE, text=piece.text)
        case _Spoken() if not piece.reviewed:
            for sentence in split_sentences(piece.text):
                yield from check_sentence(sentence, known, language)
        case _Spoken():
            yield from _reviewed(_read(piece.text, Language(language)), known, links)
        case _:
            assert_never(piece)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a phrase of ours states, whatever is known; the same for the same words."""

    amounts: tuple[Amount, ...] = ()
    days: tuple[Day, ...] = ()
    numbers: tuple[str, ...] = ()
    states: tuple[Commitment, ...] = ()
    urls: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def _read(text: str, language: Language) -> _Said:
    figures = any(each.isdigit() for each in text)
    return _Said(
        amounts=tuple(find_amounts(text)) if figures else (),
        days=tuple(find_days(text, frozenset({language, Language.EN}))),
        numbers=tuple(find_numbers(text)) if figures else (),
        states=tuple(each for each in find_commitments(text) if each.kind is Kind.STATE),
        urls=tuple(find_urls(text)),
    )


def _reviewed(said: _Said, known: Known, links: frozenset[str]) -> Iterator[Problem]:
    """Lengths and promises of a phrase that we reviewed are our own; amounts, days, numbers and states are not."""
    unknown: tuple[tuple[Doubt, list[str]], ...] = (
        (Doubt.AMOUNT, [each.text for each in said.amounts if not known.has_amount(each)]),
        (Doubt.DAY, [each.text for each in said.days if not known.has_day(each)]),
        (Doubt.NUMBER, [each for each in said.numbers if not known.has_number(each)]),
        (Doubt.STATE, [each.text for each in said.states if not each.backed_by & known.words]),
        (Doubt.LINK, [each for each in said.urls if each not in links and each not in known.urls]),
    )
    yield from (Problem(doubt=doubt, text=text) for doubt, texts in unknown for text in texts)


def _pieces(block: SaidBlock, known: Known) -> Iterator[_Piece]:
    match block:
        case SaidText():
            yield from _words(block.words, reviewed=block.key in known.keys)
        case SaidQuote():
            yield from _quote(block)
        case SaidFacts():
            yield _Spoken(block.title)
            yield from _rows(block.rows)
        case SaidLink():
            yield from _link(block)
        case SaidCard():
            yield from _card(block)
        case SaidTimeline():
            yield from (_Spoken(said) for step in block.steps for said in (step.label.text, step.at))
            yield from _link(block.link)
        case SaidChoices():
            yield from _words(block.prompt)
            yield from (_Spoken(option.label) for option in block.options)
        case SaidUpload():
            yield from (_Spoken(block.prompt), _Opened(block.url))
        case CodeEntry():
            return
        case _:
            assert_never(block)


def _quote(quote: SaidQuote) -> Iterator[_Piece]:
    yield _Quoted(quote.text)
    yield from (_Spoken(source.updated) for source in quote.sources)


def _card(card: SaidCard) -> Iterator[_Piece]:
    yield from (_Spoken(card.title), _Spoken(card.subtitle))
    yield from _rows(card.rows)
    if card.pill:
        yield _Spoken(card.pill.label)
    if card.decision:
        yield from _words(card.decision)
    for action in card.actions:
        yield from _link(action)
    if card.why:
        yield from (_Quoted(card.why.text), _Spoken(card.why.source.updated))


def _rows(rows: tuple[SaidRow, ...]) -> Iterator[_Piece]:
    for row in rows:
        yield _Spoken(row.label)
        yield from _words(row.value)


def _link(link: SaidLink | None) -> Iterator[_Piece]:
    if link:
        yield from (_Spoken(link.label), _Opened(link.url))


def _words(words: Words, *, reviewed: bool = True) -> Iterator[_Spoken]:
    yield _Spoken(words.text, reviewed)
    if words.short and words.short != words.text:
        yield _Spoken(words.short, reviewed)
