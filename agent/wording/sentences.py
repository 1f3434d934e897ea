"""One sentence of a model against what the turn knows. Figures, names and addresses are refused unless they are backed;
questions, sympathy, wishes and what the agent does not know state nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from agent.wording.commitments import Kind, find_commitments
from agent.wording.days import Day
from agent.wording.deeds import deed_problems
from agent.wording.figures import Stated, Sum, read_figures
from agent.wording.ground import Ground
from agent.wording.lexicons import Lexicon, lexicon, plain_signs
from agent.wording.names import name_problems
from agent.wording.problems import Doubt, Problem
from agent.wording.roles import fits_role, is_open
from agent.wording.rules import is_of_another, topic_problems

_SENTENCE = re.compile(r"(?<=[.!?…])(?<!\d\.)(?<!\b[A-Z]\.)(?<!\bca\.)\s+(?=[A-ZÀ-Ý¿¡«\"(\d])|\n+")
_SUBORDINATE = r",(?!\d|\s(?:dass|ob|wann|dat|of|wanneer|che|que|qu'|se|that|when|whether)\b)"
_END = re.compile(rf"{_SUBORDINATE}|(?:[;:.!?](?!\d)|[()–—])|\s(?:but|mais|pero|aber|ma|maar)\s")
_WISHED = re.compile(
    r"\b(?:good|nice|lovely|great|pleasant|bonne?|belle|excellente|buon\w*|gut\w*|schön\w*|goed\w*|fijne|prettige|buen\w*|linda)\s$",
    re.IGNORECASE,
)
_MONTH_END = "end_of_month"


def split_sentences(text: str) -> list[str]:
    return [each for each in _SENTENCE.split(text) if each and each.strip()]


def judge_sentence(text: str, ground: Ground) -> Iterator[Problem]:
    """What the sentence states without a ground, in no order."""
    words = lexicon(ground.language)
    plain = plain_signs(text).strip()
    stated = read_figures(plain, ground.language)
    yield from _exact(stated, ground)
    yield from name_problems(plain, words, ground)
    if _is_question(plain, words):
        return
    firm = _without(plain, words.find("doubtful"))
    if firm != plain:
        stated = read_figures(firm, ground.language)
    main = _without(firm, words.find("condition_start"))
    yield from _times(stated, words, ground)
    yield from _counts(stated, main, ground)
    yield from _vague(stated.rest, words, ground)
    yield from topic_problems(firm, main, stated, ground)
    yield from _states(main, ground)
    yield from deed_problems(plain, firm, main, words, ground)


def _exact(stated: Stated, ground: Ground) -> Iterator[Problem]:
    """What must be right even in a question: addresses, numbers of things, money."""
    unknown: tuple[tuple[Doubt, list[str]], ...] = (
        (Doubt.LINK, [each for each in stated.links if not ground.has_address(each)]),
        (Doubt.LINK, [each for each in stated.phones if not ground.has_phone(each)]),
        (Doubt.NUMBER, [each for each in stated.numbers if not ground.has_number(each)]),
        (Doubt.AMOUNT, [each.text for each in stated.amounts if not _is_known(each, stated, ground)]),
        (Doubt.LENGTH, [f"{each} %" for each in stated.percents if each not in ground.percents]),
    )
    yield from (Problem(doubt=doubt, text=text) for doubt, texts in unknown for text in texts)


def _is_known(amount: Sum, stated: Stated, ground: Ground) -> bool:
    return ground.has_sum(amount) and not is_of_another(amount, stated, ground)


def _times(stated: Stated, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    denied = bool(words.find("negation").search(stated.rest))
    for day in stated.days:
        if denied and day.weekday is not None and day.day is None and ground.days:
            continue
        if (
            day.shift != 0
            and not _is_count(day, ground)
            and not (ground.has_day(day) and fits_role(day, stated, ground))
        ):
            yield Problem(doubt=Doubt.DAY, text=day.text)
    for clock in stated.clocks:
        if not ground.has_clock(clock) or not is_open(clock, stated, ground):
            yield Problem(doubt=Doubt.DAY, text=clock.text)
    for length in stated.lengths:
        before = stated.rest[: stated.rest.find("¤")] if "¤" in stated.rest else ""
        if not ground.has_length(length, at_least=bool(words.find("at_least").search(before))):
            yield Problem(doubt=Doubt.LENGTH, text=length.text)


def _counts(stated: Stated, main: str, ground: Ground) -> Iterator[Problem]:
    """Counts of things, but not those of a condition ("if you send three items")."""
    said = read_figures(main, ground.language).counts
    for count in (each for each in stated.counts if each in said):
        if not ground.has_count(count) and not _is_hour(count, ground):
            yield Problem(doubt=Doubt.NUMBER, text=count)


def _is_count(day: Day, ground: Ground) -> bool:
    """ "le 5" may be a thing called 5."""
    return bool(day.day) and not day.month and day.weekday is None and str(day.day) in ground.counts


def _is_hour(count: str, ground: Ground) -> bool:
    """ "From nine to six"."""
    return count.isdigit() and int(count) <= 24 and bool({int(count) * 60, (int(count) + 12) * 60} & ground.clocks)


def _vague(rest: str, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    """Times that no figure holds: "a few days", "in the morning", "at the end of the month"."""
    for match in words.find("vague_length").finditer(rest):
        if not any(match[0].lower() in each for each in ground.passages):
            yield Problem(doubt=Doubt.LENGTH, text=match[0])
    for match in words.find(_MONTH_END).finditer(rest):
        if not ground.has_month_end():
            yield Problem(doubt=Doubt.DAY, text=match[0])
    for phrase, shift in words_of_weeks(ground.language):
        if phrase in rest.lower() and not ground.has_week(shift):
            yield Problem(doubt=Doubt.DAY, text=phrase)
    yield from _parts_of_day(rest, ground)


def _parts_of_day(rest: str, ground: Ground) -> Iterator[Problem]:
    for name, pattern, (start, end) in _dayparts(ground.language):
        for match in pattern.finditer(rest):
            if _WISHED.search(rest[: match.start()]):
                continue
            backed = any(start <= each < end for each in ground.clocks)
            if not backed and not any(match[0].lower() in each for each in ground.passages):
                yield Problem(doubt=Doubt.DAY, text=match[0] or name)


@lru_cache
def words_of_weeks(language: str) -> list[tuple[str, int]]:
    return [(str(name), int(shift)) for name, shift in lexicon(language).words.get("week_words", {}).items()]


@lru_cache
def _dayparts(language: str) -> list[tuple[str, re.Pattern[str], tuple[int, int]]]:
    spans = {"morning": (0, 780), "afternoon": (690, 1110), "evening": (1020, 1440)}
    told = lexicon(language).words.get("dayparts", {})
    return [
        (name, re.compile(rf"(?<!\w)(?:{each.replace('_', ' ')})(?!\w)", re.IGNORECASE), spans[name])
        for name, each in told.items()
    ]


def _states(main: str, ground: Ground) -> Iterator[Problem]:
    backed = frozenset(ground.states) | ground.receipt_words
    if any(each.endswith("_created") for each in ground.receipts):
        backed |= {"requested"}
    for commitment in find_commitments(main):
        if commitment.kind is Kind.STATE and not commitment.backed_by & backed:
            yield Problem(doubt=Doubt.STATE, text=commitment.text)


def _is_question(text: str, words: Lexicon) -> bool:
    return text.rstrip(" \"'»)").endswith("?")


def _without(text: str, start: re.Pattern[str]) -> str:
    """The text with each clause that begins so taken out."""
    for match in start.finditer(text):
        end = _END.search(text, match.end())
        stop = end.start() if end else len(text)
        text = f"{text[: match.start()]}{' ' * (stop - match.start())}{text[stop:]}"
    return text
