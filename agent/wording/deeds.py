"""What a sentence says was done, will be done, was said by others, or depends on: each needs its own ground."""

import re
from collections.abc import Iterator

from agent.wording.commitments import Kind, find_commitments
from agent.wording.figures import read_figures
from agent.wording.ground import Ground
from agent.wording.lexicons import Lexicon
from agent.wording.problems import Doubt, Problem
from agent.wording.vocabulary import deeds_of, topics_in, words_of

_STEM = 5
_SHORT_WORD = 4
_JOINED = re.compile(
    r"\b(?:and|et|und|y|e|en)\s(?:(?:also|already|aussi|auch|ook|anche)\s)?(\w{3,}(?:ed|ent|ée?s?|i|is|t|[ai]d[oa]s?|[aiu]t[oaei]|d))\b"
)
_KEPT_BY = {
    "refund": frozenset({"refund"}),
    "replace": frozenset({"exchange", "send", "ship"}),
    "pay": frozenset({"compensate", "credit", "pay"}),
    "cancel": frozenset({"cancel"}),
    "arrive": frozenset[str](),
    "guarantee": frozenset[str](),
}
_RECEIVED = frozenset({"refund", "receive", "compensate", "credit", "deliver", "contact", "exchange", "write", "solve"})
_HAVING = frozenset({"be", "have", "aurez", "serez"})
_YOURS = re.compile(r"(?:you|vous|tú|te|du|sie|je|u|lei|tu|ti)\b", re.IGNORECASE)
_SOLEMN = re.compile(r"guarant|garant|promi|prome|versprech|belo|100|fail|faute", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?()–—]")


def deed_problems(plain: str, firm: str, main: str, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    """``plain`` is the sentence, ``firm`` what it claims to know, ``main`` that without its conditions."""
    yield from _completions(main, words, ground)
    yield from _promises(plain, main, words, ground)
    for match in words.find("told").finditer(main):
        if not {"told", "note", "word"} & ground.states and not _in_passage(match[0], ground):
            yield Problem(doubt=Doubt.STATE, text=match[0])
    yield from _grounded(firm, "cause", Doubt.STATE, words, ground)
    yield from _grounded(firm, "duty", Doubt.CONDITION, words, ground)
    yield from _grounded(firm, "frame", Doubt.CONDITION, words, ground)


def _completions(main: str, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    for name, doubt in (("perfect", Doubt.COMPLETION), ("passive", Doubt.STATE), ("past", Doubt.STATE)):
        for match in words.find(name).finditer(main):
            deed = next((match[each] for each in ("deed", "deed2", "deed3") if match.groupdict().get(each)), "").lower()
            if deed in words.lists.get("harmless_deeds", ()) or _is_denied(main, match, words):
                continue
            if name == "past" and not deeds_of(deed, words.language):
                continue
            just_now = bool(words.find("just_now").search(match[0])) and name == "perfect"
            if not all(_done(each, words, ground, just_now=just_now) for each in (deed, *_also(main, match, words))):
                yield Problem(doubt=doubt, text=match[0])


def _also(main: str, match: re.Match[str], words: Lexicon) -> list[str]:
    """A second deed after "and"."""
    rest = main[match.end() :]
    end = _CLAUSE_END.search(rest)
    joined = _JOINED.finditer(rest[: end.start()] if end else rest)
    return [each[1].lower() for each in joined if deeds_of(each[1], words.language)]


def _done(deed: str, words: Lexicon, ground: Ground, *, just_now: bool) -> bool:
    deeds = deeds_of(deed, words.language)
    if deeds:
        return ground.did(deeds, just_now=just_now)
    return any(each.startswith(deed[:_STEM]) for each in ground.receipt_words | ground.states | ground.words)


def _is_denied(main: str, match: re.Match[str], words: Lexicon, *, within: bool = True) -> bool:
    before = main[: match.start()]
    clause = before[max((each.end() for each in _CLAUSE_END.finditer(before)), default=0) :]
    return bool(words.find("negation").search(f"{clause} {match[0] if within else ''}"))


def _promises(plain: str, main: str, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    consented = bool(words.find("consent").search(plain))
    for match in words.find("promise").finditer(main):
        if consented and not _SOLEMN.search(match[0]):
            continue
        if not _is_denied(main, match, words, within=False) and not _in_passage(match[0], ground):
            yield Problem(doubt=Doubt.PROMISE, text=match[0])
    if consented:
        return
    found = [each for each in find_commitments(main) if each.kind is Kind.PROMISE]
    for commitment in found:
        foreseen = commitment.subject in ground.promised or _KEPT_BY[commitment.subject] & ground.deeds
        if commitment.subject == "arrive" and _says_when(main, words):
            continue
        if not foreseen and not _only_harmless(commitment.text, words):
            yield Problem(doubt=Doubt.PROMISE, text=commitment.text)
    for match in () if found else (*words.find("future").finditer(main), *words.find("offer").finditer(main)):
        act = _act(match)
        if not _is_harmless(act, match, words) and not _is_foreseen(act, main, words, ground):
            yield Problem(doubt=Doubt.PROMISE, text=match[0])


def _act(match: re.Match[str]) -> str:
    return next((match[each] for each in ("act", "act2", "act3") if match.groupdict().get(each)), "").lower()


def _only_harmless(text: str, words: Lexicon) -> bool:
    match = words.find("future").search(text)
    return bool(match and _act(match) in words.lists.get("harmless_futures", ()))


def _is_yours(match: re.Match[str]) -> bool:
    """What the shopper will do is no promise of ours."""
    return match.re.groups > 1 and bool(_YOURS.match(match.groupdict().get("who") or ""))


def _is_harmless(act: str, match: re.Match[str], words: Lexicon) -> bool:
    harmless = words.lists.get("harmless_futures", frozenset())
    if _is_yours(match) and not deeds_of(act, words.language) & _RECEIVED and act not in _HAVING:
        return True
    known = act in harmless or (not match.groupdict().get("act") and act.startswith(tuple(harmless)))
    return known or bool(words.find("negation").search(match[0]))


def _is_foreseen(act: str, main: str, words: Lexicon, ground: Ground) -> bool:
    """An article speaks of the same deed; what arrives may be foreseen by a known day or amount."""
    deeds = deeds_of(act, words.language)
    if deeds & ground.deeds or ground.did(deeds):
        return True
    if not deeds or deeds & {"arrive", "receive", "deliver"}:
        named = len(act) >= _STEM and any(each.startswith(act[:_STEM]) for each in ground.words)
        return named or _says_when(main, words)
    return False


def _says_when(main: str, words: Lexicon) -> bool:
    """With a day, a length or an amount, which is checked as such, it is no more than an announcement."""
    stated = read_figures(main, words.language)
    return any((stated.days, stated.lengths, stated.clocks, stated.amounts))


def _grounded(firm: str, name: str, doubt: Doubt, words: Lexicon, ground: Ground) -> Iterator[Problem]:
    """What follows "because" or "unless" must speak of what facts and articles speak of."""
    for match in words.find(name).finditer(firm):
        end = _CLAUSE_END.search(firm, match.end())
        rest = firm[match.end() : end.start() if end else len(firm)]
        if not _speaks_of_known(rest, words, ground):
            yield Problem(doubt=doubt, text=f"{match[0]}{rest}")


def _speaks_of_known(rest: str, words: Lexicon, ground: Ground) -> bool:
    plain = words.lists.get("plain_words", frozenset())
    said = [each for each in words_of(rest) if len(each) > _SHORT_WORD and each not in plain]
    if not said:
        return True
    stems = {each[:_STEM] for each in ground.words | ground.states}
    known = [each for each in said if each[:_STEM] in stems or deeds_of(each, words.language) & ground.deeds]
    topics = {each.topic for each in topics_in(rest, words.language)}
    return len(known) * 2 >= len(said) or bool(topics & {topic for topic, _ in ground.topics})


def _in_passage(text: str, ground: Ground) -> bool:
    return any(text.lower() in each for each in ground.passages)
