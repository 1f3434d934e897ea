"""What every skill that only reads has in common: it never carries out a write."""

from domain.errors import NotAllowed
from domain.outcomes import Outcome, Proposal
from domain.skills import OwnWrites, SkillRequest


class ReadsOnly:
    """Mixed into skills whose effect is READS; the agent never asks them to commit."""

    async def commit(self, proposal: Proposal, request: SkillRequest, writes: OwnWrites) -> Outcome:
        raise NotAllowed("this skill only reads")
