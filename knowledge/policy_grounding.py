"""Holds a drafted rule against the article: its sentence must stand there, and what it rules on must stand in it.

It trusts nobody who reads: a draft without its figures, countries or goods in the sentence is dropped, not mended. The
sentence is widened to the whole of it, so that "you have 30 days" never loses the "It is not true that" before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from domain.knowledge import Passage
from domain.languages import Language
from domain.policy import CountsFrom, Exclusion, ExclusionKind, Fee, Region, Rule, RuleDraft, Window
from knowledge import policy_patterns as p
from knowledge.policy_grammar import amounts, countries, level, resolutions, spans, speaks_of_return
from knowledge.sentences import split_sentences

_LONGEST_DAYS = 400
_LONGEST_SENTENCE = 600
_SHORTEST_QUOTE = 12
_BY_PATTERNS = {Language.EN, Language.FR}
_PLACES = re.compile(r"[A-Z]{2}")


def ground(drafts: Iterable[RuleDraft], passages: Sequence[Passage], served: frozenset[str]) -> tuple[RuleDraft, ...]:
    """The drafts that the passages bear out, each with its whole sentence; ``served`` as for the pattern reader."""
    found = (_ground(draft, passages, served) for draft in drafts)
    return tuple(dict.fromkeys(draft for draft in found if draft))


def _ground(draft: RuleDraft, passages: Sequence[Passage], served: frozenset[str]) -> RuleDraft | None:
    for passage in passages:
        if passage.citation.article != draft.article:
            continue
        sentence = find_sentence(draft.sentence, passage.text)
        rule = _bear_out(draft.rule, sentence, passage, served) if sentence else None
        if rule:
            return replace(draft, rule=rule, sentence=sentence)
    return None


def find_sentence(quote: str, text: str) -> str:
    """The one or two sentences of the text that hold the quote word for word, blanks aside; empty when none do."""
    wanted = _squeeze(quote)
    if not _SHORTEST_QUOTE <= len(wanted) <= _LONGEST_SENTENCE:
        return ""
    single = [_squeeze(each.text) for each in split_sentences(text)]
    pairs = [f"{one} {next_one}" for one, next_one in pairwise(single)]
    return next((each for each in (*single, *pairs) if wanted in each), "")


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _bear_out(rule: Rule, sentence: str, passage: Passage, served: frozenset[str]) -> Rule | None:
    text = level(sentence)
    match rule:
        case Window():
            return rule if _has_window(rule, text, passage) else None
        case Exclusion():
            return rule if _has_goods(rule, text) and _offers(rule, text, passage) else None
        case Fee():
            return _with_places(rule, text, served)
        case Region():
            return rule if rule.countries and rule.countries <= _places(text) and _known(rule.countries) else None
    assert_never(rule)


def _has_window(rule: Window, text: str, passage: Passage) -> bool:
    """The days as a length of time; in a language without patterns, as a figure."""
    if not 0 < rule.days <= _LONGEST_DAYS:
        return False
    if passage.language not in _BY_PATTERNS:
        return str(rule.days) in re.findall(r"\d+", text)
    above = level(" . ".join([passage.citation.title, *passage.citation.headings]))
    about_returns = any(speaks_of_return(each) or resolutions(each) for each in (text, above))
    counted = bool(p.FROM_ORDER.search(text)) == (rule.counts_from is CountsFrom.ORDER)
    return about_returns and counted and rule.days in {each.value for each in spans(text)}


def _has_goods(rule: Exclusion, text: str) -> bool:
    name = "final_sale" if rule.matches is ExclusionKind.FINAL_SALE else rule.value
    if name in p.KNOWN:
        kind, pattern = p.KNOWN[name]
        return kind is rule.matches and bool(pattern.search(text))
    words = level(name.replace("_", " ")).removesuffix("s")
    return len(words) > 2 and bool(re.search(rf"\b{re.escape(words)}s?\b", text))


def _offers(rule: Exclusion, text: str, passage: Passage) -> bool:
    return rule.still <= resolutions(text) if passage.language in _BY_PATTERNS else not rule.still


def _with_places(rule: Fee, text: str, served: frozenset[str]) -> Fee | None:
    """A fee of a sentence without a country holds for the countries that the shop serves."""
    if rule.amount.minor <= 0 or rule.amount not in {each.value for each in amounts(text)} or not rule.resolutions:
        return None
    named = _places(text)
    where = rule.countries if named else served
    if not where or not _known(where) or (named and not where <= named):
        return None
    only = next(iter(where)) if len(where) == 1 else rule.amount.currency
    return replace(rule, countries=where, id=f"fee_{only.lower()}")


def _places(text: str) -> frozenset[str]:
    return frozenset[str]().union(*(each.value for each in countries(text)))


def _known(where: frozenset[str]) -> bool:
    return all(_PLACES.fullmatch(each) for each in where)
