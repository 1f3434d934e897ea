"""Questions that no article answered: kept with the turn, without personal data, for the merchant to answer."""

import re

from sqlalchemy.engine import Connection

from agent.anonymous import GONE, anonymise
from agent.turn import Turn
from domain.gaps import Gap
from domain.languages import Language
from domain.outcomes import Answered
from records.gaps import keep_gap

GAP = "gap"
_WORD = re.compile(r"[^\W\d_]{2,}")


def note_gap(outcome: Answered, language: Language, turn: Turn) -> None:
    """Committed with the turn, or not at all; a question of which nothing is left without its persons is no gap, nor is
    a teammate's in a preview."""
    asked = outcome.memory.get(GAP, "")
    if not asked or turn.conversation.is_preview:
        return
    customer = turn.customer
    known = [*customer.name.split(), customer.email] if customer else []
    question = anonymise(asked, language, known=known)
    if len(_WORD.findall(question.replace(GONE, " "))) < 2:
        return
    gap = Gap(conversation=turn.conversation.id, language=language, question=question, at=turn.tools.clock.now())
    turn.effects.writes.append(lambda connection: _keep(connection, turn, gap))


def _keep(connection: Connection, turn: Turn, gap: Gap) -> None:
    keep_gap(connection, turn.conversation.merchant, gap)
