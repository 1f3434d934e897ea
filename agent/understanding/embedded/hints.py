"""What else a message says about its intent where the classifier is torn: a reason to give back, a thing they bought.

It only moves weight between intents; where nothing is said outright, only to one that the classifier found likely.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.understanding.embedded.lexicon import Lexicon, word_set
from agent.understanding.embedded.slots import Found
from agent.understanding.embedded.words import fold_line
from domain.commands import Slot
from domain.intents import Intent

_LEANS = 0.1
_NOT_BOUGHT = frozenset({Intent.PRE_SALES, Intent.OUT_OF_SCOPE})
_BOUGHT = frozenset({Intent.RETURN_OR_EXCHANGE, Intent.DELIVERY_INCIDENT})
_AFTER_BUYING = (*sorted(_BOUGHT), Intent.ORDER_TRACKING, Intent.REFUND_STATUS, Intent.CLAIM_OR_INVESTIGATION)
_ON_ITS_WAY = frozenset({Intent.ORDER_TRACKING, Intent.DELIVERY_INCIDENT})
_OTHER_QUESTIONS = frozenset({Intent.HUMAN_HANDOFF, Intent.PRE_SALES, Intent.OUT_OF_SCOPE, Intent.ACCOUNT_OR_LOGIN})
_FAILED_ON_ITS_WAY = frozenset({Intent.POLICY_QUESTION, Intent.ORDER_TRACKING, Intent.ORDER_CHANGE}) | _NOT_BOUGHT
_WITH_ANY_CASE = frozenset({Intent.ORDER_TRACKING, Intent.OUT_OF_SCOPE, Intent.ACCOUNT_OR_LOGIN})
_MINE = word_set("mine")
_DOES_NOT_FIT = frozenset({"too_small", "too_large"})
_FIT_REASONS = _DOES_NOT_FIT | {"changed_mind", "defective"}
Scores = dict[Intent, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """``reason`` is why something would go back; ``own_thing`` tells that they name a thing and that they got it,
    ``possessed`` that they call it theirs, ``undelivered`` that a delivery failed, ``hours`` that they ask when
    somebody can be reached, ``returned`` that they name a return by its number.
    """

    reason: str = ""
    own_thing: bool = False
    possessed: bool = False
    undelivered: bool = False
    hours: bool = False
    returned: bool = False


NONE = Hints()


def read_hints(found: Iterable[Found], line: str, near: tuple[Lexicon, ...]) -> Hints:
    said = {each.slot: each.value for each in found}
    first = fold_line(said.get(Slot.ITEM, "")).partition(" ")[0]

    def says(cue: str) -> bool:
        return any(each.pattern("cues", cue).search(line) for each in near)

    return Hints(
        reason=said.get(Slot.REASON, ""),
        own_thing=Slot.ITEM in said and says("bought"),
        possessed=first in _MINE,
        undelivered=says("delivery_failed") and not says("supposing"),
        hours=says("open_hours"),
        returned=Slot.RETURN_NUMBER in said,
    )


def settle(scores: Scores, hints: Hints) -> Scores:
    """The scores with the weight of what the hints rule out on what they tell."""
    if hints.hours:
        return _move(scores, _OTHER_QUESTIONS, Intent.POLICY_QUESTION)
    if hints.undelivered:
        return _move(scores, _FAILED_ON_ITS_WAY, Intent.DELIVERY_INCIDENT)
    if hints.returned:
        return _move(scores, _WITH_ANY_CASE, Intent.REFUND_STATUS)
    best = max(scores, key=lambda intent: scores[intent])
    if hints.reason:
        return _as_bought(scores, best, hints.reason)
    leans = scores.get(Intent.RETURN_OR_EXCHANGE, 0.0) >= _LEANS
    if hints.own_thing and best is Intent.POLICY_QUESTION and leans:
        return _move(scores, frozenset({Intent.POLICY_QUESTION}), Intent.RETURN_OR_EXCHANGE)
    after = max(_AFTER_BUYING, key=lambda intent: scores.get(intent, 0.0))
    on_its_way = after in _ON_ITS_WAY and scores.get(after, 0.0) >= _LEANS
    if hints.possessed and best in _NOT_BOUGHT and on_its_way:
        return _move(scores, _NOT_BOUGHT, after)
    return scores


def _as_bought(scores: Scores, best: Intent, reason: str) -> Scores:
    """What does not fit was bought, or given: choosing it and paying for it are not the matter."""
    freed = _NOT_BOUGHT | {Intent.PAYMENT} if reason in _DOES_NOT_FIT else _NOT_BOUGHT
    torn = best in freed or (best is Intent.RETURN_OR_EXCHANGE and reason in _DOES_NOT_FIT)
    if not torn or sum(scores.get(each, 0.0) for each in _BOUGHT) < _LEANS:
        return scores
    return _move(scores, freed, Intent.RETURN_OR_EXCHANGE if reason in _FIT_REASONS else Intent.DELIVERY_INCIDENT)


def _move(scores: Scores, freed: frozenset[Intent], to: Intent) -> Scores:
    kept = {each: score for each, score in scores.items() if each not in freed}
    return {**kept, to: kept.get(to, 0.0) + sum(scores.get(each, 0.0) for each in freed)}
