"""One message with everything that was read from it before anything is decided, and the judge of what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from agent.understanding.embedded.acts import Acts
from agent.understanding.embedded.hints import NONE, Hints, settle
from agent.understanding.embedded.lexicon import Lexicon
from agent.understanding.embedded.slots import Found
from agent.understanding.embedded.words import Span, Words
from agent.understanding.port import Heard
from domain.commands import Slot
from domain.intents import Intent
from domain.languages import Language

SURE = 0.6
ENOUGH = 0.4
WORTH_OFFERING = 0.06
SERVED = (
    Intent.RETURN_OR_EXCHANGE,
    Intent.REFUND_STATUS,
    Intent.ORDER_TRACKING,
    Intent.DELIVERY_INCIDENT,
    Intent.CLAIM_OR_INVESTIGATION,
    Intent.POLICY_QUESTION,
)
OUTSIDE = frozenset(
    {Intent.ORDER_CHANGE, Intent.PAYMENT, Intent.PRE_SALES, Intent.OUT_OF_SCOPE, Intent.ACCOUNT_OR_LOGIN}
)
_TELLS = 3


class Scored(Protocol):
    @property
    def intent(self) -> str: ...
    @property
    def probability(self) -> float: ...


class IntentScores(Protocol):
    """What the engine asks of a classifier: every intent with its probability, best first."""

    def scores(self, text: str, language: str) -> tuple[Scored, ...]: ...

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in an example of any language."""
        ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """The likeliest intent of some words and how likely it is."""

    intent: Intent
    probability: float
    scores: Mapping[Intent, float]

    def of(self, intent: Intent) -> float:
        return self.scores.get(intent, 0.0)

    @property
    def sure(self) -> bool:
        return self.probability >= SURE

    @property
    def enough(self) -> bool:
        return self.probability >= ENOUGH

    def offers(self) -> tuple[Intent, ...]:
        """The intents worth offering when it is not clear which is meant."""
        ranked = sorted(SERVED, key=lambda intent: -self.of(intent))
        likely = tuple(intent for intent in ranked[:3] if self.of(intent) >= WORTH_OFFERING)
        return likely if len(likely) > 1 else tuple(ranked[:2])


class Judge:
    def __init__(self, classifier: IntentScores) -> None:
        self._classifier = classifier

    def knows_any(self, folded: tuple[str, ...]) -> bool:
        """Whether one of the words is known; words of one or two letters and numbers tell nothing."""
        telling = [word for word in folded if len(word) >= _TELLS and word.isalpha()]
        return not telling or any(self._classifier.knows(word) for word in telling)

    def judge(self, text: str, language: Language, hints: Hints = NONE) -> Judgement:
        scores = {
            Intent(each.intent): float(each.probability) for each in self._classifier.scores(text, language.value)
        }
        if not scores:
            return Judgement(Intent.OUT_OF_SCOPE, 0.0, {})
        settled = settle(scores, hints)
        best = max(settled, key=lambda intent: settled[intent])
        return Judgement(best, settled[best], settled)


@dataclass(frozen=True, slots=True)
class Message:
    """``full`` is all of a very long text, ``words`` its telling sentences; ``found`` the slots in the order said.

    ``near`` are the lexicons of its language and English, ``judged`` what its content is about.
    """

    heard: Heard
    words: Words
    language: Language
    acts: Acts
    found: tuple[Found, ...]
    near: tuple[Lexicon, ...]
    judged: Judgement
    full: str

    @property
    def rest(self) -> Span:
        """The content between the acts at the edges."""
        return content_of(self.words, self.acts)

    def value(self, slot: Slot) -> str:
        return next((each.value for each in self.found if each.slot is slot), "")

    def has(self, slot: Slot | None) -> bool:
        return any(each.slot is slot for each in self.found)

    @property
    def in_context(self) -> bool:
        """Whether there is something that a short answer could be about."""
        heard = self.heard
        return bool(heard.open_intents or heard.asked or heard.options or heard.yes_or_no or heard.slots)

    def says(self, family: str, name: str) -> bool:
        return any(each.pattern(family, name).search(self.words.line) for each in self.near)


def content_of(words: Words, acts: Acts) -> Span:
    return acts.rest or Span(0, len(words.text))
