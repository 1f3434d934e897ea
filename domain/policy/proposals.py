"""Rules that somebody reads out of content for the merchant to weigh; a draft is never in force by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.ids import ArticleId
from domain.knowledge import Passage
from domain.policy.model import Exclusion, Fee, Region, Window

Rule = Window | Exclusion | Fee | Region


class Proposer(StrEnum):
    """Who read the rule: patterns of the knowledge package, or a language model."""

    PATTERNS = "patterns"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDraft:
    """A rule with the sentence of the article that it rests on."""

    rule: Rule
    article: ArticleId
    sentence: str
    proposed_by: Proposer = Proposer.MODEL


class PolicyProposals(Protocol):
    """Reads rules where patterns cannot; whoever asks holds each draft against the article before showing it."""

    @property
    def reader(self) -> str:
        """Changes whenever the same article might be read otherwise; an article is read once per reader."""
        ...

    async def propose(self, passages: Sequence[Passage]) -> tuple[RuleDraft, ...]:
        """What the passages of one article state, in order. Raises ModelProblem."""
        ...
