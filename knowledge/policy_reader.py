"""Proposes typed return rules from what the articles say, each with the sentence that it rests on.

A proposal is never in force by itself: a person confirms it. What cannot be read with certainty is left out, and a
second sentence that says otherwise is reported as a conflict.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.ids import ArticleId
from domain.knowledge import Passage
from domain.money import Money
from domain.policy import CountsFrom, Exclusion, ExclusionKind, Fee, PolicySource, Region, ReturnPolicy, Window
from domain.returns import Resolution
from knowledge import policy_patterns as p
from knowledge.policy_grammar import Found, amounts, countries, level, resolutions, spans, speaks_of_return
from knowledge.policy_lookalikes import looks_alike, speaks_of_window
from knowledge.sentences import split_sentences

Rule = Window | Exclusion | Fee | Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The sentence that a rule rests on, verbatim, and the article it stands in."""

    article: ArticleId
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A sentence that gives a rule another value than the one proposed."""

    rule: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a person may confirm as the policy; ``basis`` holds a sentence for each rule id."""

    policy: ReturnPolicy
    basis: Mapping[str, Basis]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its folded text, and the folded title and heading above it."""

    basis: Basis
    text: str
    above: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """A rule as one sentence gives it; of several, the one with the highest ``weight`` is proposed."""

    rule: Rule
    basis: Basis
    weight: int = 0


def propose_policy(
    passages: Iterable[Passage],
    *,
    today: date,
    served: frozenset[str] = frozenset(),
    named: Mapping[str, ExclusionKind] | None = None,
) -> Proposal:
    """``served`` are the countries that a fee without a country holds for, ``named`` the shop's categories and tags."""
    lines = list(_lines(passages))
    patterns = p.KNOWN | _named(named or {})
    named_goods = [pattern for _, pattern in patterns.values()]
    readings = [
        *(reading for line in lines for reading in _windows(line, named_goods)),
        *(reading for line in lines for reading in _exclusions(line, patterns)),
        *_fees(lines, served),
        *(reading for line in lines for reading in _regions(line)),
    ]
    chosen, conflicts = _choose(readings)
    basis = {reading.rule.id: reading.basis for reading in chosen}
    recipient = next((line for line in lines if p.RECIPIENT.search(line.text)), None)
    if recipient:
        basis["gift_recipient"] = recipient.basis
    rules = [reading.rule for reading in chosen]
    policy = ReturnPolicy(
        version=1,
        effective_from=today,
        source=PolicySource.CONTENT,
        windows=tuple(rule for rule in rules if isinstance(rule, Window)),
        exclusions=tuple(rule for rule in rules if isinstance(rule, Exclusion)),
        fees=tuple(rule for rule in rules if isinstance(rule, Fee)),
        regions=tuple(rule for rule in rules if isinstance(rule, Region)),
        gift_recipient_refund=recipient is not None,
        articles=tuple((rule, each.article) for rule, each in basis.items()),
    )
    return Proposal(policy=policy, basis=basis, conflicts=tuple(conflicts))


def _lines(passages: Iterable[Passage]) -> Iterator[_Line]:
    for passage in passages:
        citation = passage.citation
        for sentence in split_sentences(passage.text):
            basis = Basis(article=citation.article, sentence=sentence.text)
            above = " . ".join([citation.title, *citation.headings, sentence.heading])
            yield _Line(basis, level(sentence.text), level(above))


def _choose(readings: Iterable[_Reading]) -> tuple[list[_Reading], list[Conflict]]:
    """One reading per rule: the weightiest, and of equals the one that promises the shopper less."""
    groups: dict[str, list[_Reading]] = {}
    for reading in readings:
        groups.setdefault(reading.rule.id, []).append(reading)
    chosen: list[_Reading] = []
    conflicts: list[Conflict] = []
    for rule, group in groups.items():
        best = min(group, key=lambda each: (-each.weight, getattr(each.rule, "days", 0)))
        chosen.append(best)
        conflicts += [Conflict(rule=rule, basis=each.basis) for each in group if each.rule != best.rule]
    return chosen, conflicts


def _windows(line: _Line, named_goods: Sequence[re.Pattern[str]]) -> Iterator[_Reading]:
    about_returns = speaks_of_return(line.text) or resolutions(line.text) or speaks_of_return(line.above)
    said = speaks_of_window(line.text, line.above, grants=bool(p.GRANTS.search(line.text)))
    if not about_returns or not said or p.SEASON.search(line.text):
        return
    gift = bool(p.GIFT.search(p.GIFT_CARD.sub("", f"{line.above} . {line.text}")))
    found = list(spans(line.text))
    for place, span in enumerate(found):
        before, after = found[place - 1].stop if place else 0, [*(each.start for each in found), None][place + 1]
        clause = _clause(line.text, span, (before, len(line.text) if after is None else after))
        if not _permits(line.text, clause, span) or looks_alike(line.text, clause, span.stop, named_goods):
            continue
        counted = clause if p.COUNTED.search(clause) else line.text
        weight = 2 * bool(p.COUNTED.search(clause)) + bool(p.GRANTS.search(clause))
        weight -= 2 * bool(p.STATUTORY.search(line.text))
        for resolution in sorted(_meant(line, clause)):
            window = Window(
                id=f"{'gift_' if gift else ''}{resolution.value}_window",
                resolution=resolution,
                days=span.value,
                counts_from=CountsFrom.ORDER if p.FROM_ORDER.search(counted) else CountsFrom.DELIVERY,
                gifts_only=gift,
            )
            yield _Reading(window, line.basis, weight)


def _permits(text: str, clause: str, span: Found[int]) -> bool:
    """Whether the clause grants the days, or names them after a label such as ``Exchanges:``."""
    if p.LABELLED.search(text[: span.start]) or p.PROMISE.search(text) or p.REFUNDED_IF_BACK.search(clause):
        return True
    return bool(p.PERMITS.search(clause)) and not p.NOT_A_WINDOW.search(clause)


def _meant(line: _Line, clause: str) -> frozenset[Resolution]:
    """The resolutions that a clause speaks of, or else its sentence, or else the heading."""
    if p.EVERY.search(line.text):
        return frozenset(Resolution)
    return resolutions(clause) or resolutions(line.text) or resolutions(line.above)


def _clause(text: str, span: Found[int], others: tuple[int, int]) -> str:
    """The words around a span, up to where another clause begins or another span is spoken of."""
    before = max((match.end() for match in p.CLAUSE.finditer(text, 0, span.start)), default=0)
    after = p.CLAUSE.search(text, span.stop)
    stop = after.start() if after else len(text)
    joints = [match.start() for match in p.JOINT.finditer(text)]
    before = max([before, *(joint for joint in joints if others[0] <= joint < span.start and others[0])])
    stop = min([stop, *(joint for joint in joints if span.stop <= joint < others[1] < len(text))])
    return text[before:stop]


def _exclusions(line: _Line, patterns: Mapping[str, tuple[ExclusionKind, re.Pattern[str]]]) -> Iterator[_Reading]:
    for part in line.text.split(";"):
        if not p.EXCLUDED.search(part) or p.UNLESS.search(part):
            continue
        still = frozenset(each for each, pattern in p.STILL.items() if pattern.search(line.text))
        for name, (kind, pattern) in patterns.items():
            if pattern.search(part):
                value = "" if kind is ExclusionKind.FINAL_SALE else name
                rule = Exclusion(id=name, matches=kind, value=value, still=still)
                yield _Reading(rule, line.basis, weight=bool(still))


def _named(named: Mapping[str, ExclusionKind]) -> dict[str, tuple[ExclusionKind, re.Pattern[str]]]:
    """The shop's own names for things, as words: ``garden_tools`` reads ``garden tools`` and ``garden tool``."""
    found = {}
    for name, kind in named.items():
        words = re.escape(level(name.replace("_", " ")).removesuffix("s"))
        found[name] = (kind, re.compile(rf"\b{words}s?\b"))
    return found


def _fees(lines: Sequence[_Line], served: frozenset[str]) -> Iterator[_Reading]:
    """Amounts in sentences on the cost of a return, and in those that go on listing countries."""
    free = _free(lines)
    if Resolution.REFUND in free:
        return
    going_on = ""
    for line in lines:
        found = list(amounts(line.text))
        says_fee = p.FEE.search(line.text) and not p.NOT_A_FEE.search(line.text)
        if found and (says_fee or (going_on == line.above and next(countries(line.text), None))):
            going_on = line.above
            yield from _fees_of(line, found, served, free)
        else:
            going_on = ""


def _free(lines: Sequence[_Line]) -> frozenset[Resolution]:
    """Resolutions whose return is said to cost nothing, whatever the reason."""
    found: set[Resolution] = set()
    for line in lines:
        plain = not p.UNLESS.search(line.text) and not p.CONDITION.search(line.text) and not list(amounts(line.text))
        if p.FREE.search(line.text) and plain and p.FREE_RETURN.search(line.text):
            found |= resolutions(line.text)
    return frozenset(found)


def _fees_of(
    line: _Line, found: Sequence[Found[Money]], served: frozenset[str], free: frozenset[Resolution]
) -> Iterator[_Reading]:
    places = list(countries(line.text))
    meant = resolutions(p.FEE.sub("", line.text)) or frozenset(Resolution)
    stops = [each.start for each in found[1:]] + [len(line.text)]
    for amount, stop in zip(found, stops, strict=True):
        inside = [place.value for place in places if amount.stop <= place.start < stop]
        before = [place.value for place in places if place.start < amount.start]
        named: frozenset[str] = frozenset().union(*inside) if inside else (before[-1] if before else served)
        where = named & served or named
        if where and amount.value.minor and meant - free:
            only = next(iter(where)) if len(where) == 1 else amount.value.currency
            fee = Fee(id=f"fee_{only.lower()}", countries=where, resolutions=meant - free, amount=amount.value)
            yield _Reading(fee, line.basis, weight=bool(places))


def _regions(line: _Line) -> Iterator[_Reading]:
    if p.TAKEN.search(line.text) and not p.NOT_TAKEN.search(line.text):
        where: frozenset[str] = frozenset().union(*(place.value for place in countries(line.text)))
        if where:
            yield _Reading(Region(id="served_countries", countries=where), line.basis)
