"""Questions that the shop's articles do not answer, as the merchant gets to see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.ids import ConversationId
from domain.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question that stayed open; ``question`` holds no personal data."""

    conversation: ConversationId
    language: Language
    question: str
    at: datetime


class GapNames(Protocol):
    """Names groups of questions; whoever asks checks the names before showing them."""

    async def name(self, groups: Sequence[Sequence[str]], language: Language) -> tuple[str, ...]:
        """One short name per group in its order, empty where none was found. Raises ModelProblem."""
        ...
