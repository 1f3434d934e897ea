"""Answers a question about the rules with the shop's own sentences, or says that it does not know."""

from domain.knowledge import Hit
from domain.languages import Language
from domain.outcomes import Answered, Brief, HandedOver, HandoverReason, Outcome
from domain.skills import SkillPorts, SkillRequest
from skills.questions import present
from skills.reading import ReadsOnly

WHY = "why"


class Questions(ReadsOnly):
    """Serves POLICY_QUESTION; ``SKILL.md`` says what its memory holds."""

    async def run(self, request: SkillRequest, ports: SkillPorts) -> Outcome:
        if request.agreed is not None:
            return _after_offer(request)
        question = request.text.strip() or request.memory.get("question", "")
        hit = await _find(question, request.language, ports)
        if hit is None:
            return Answered(
                blocks=present.unknown(),
                memory={"question": question, "gap": question, "person": "offered"},
                stays=True,
            )
        if request.choice == WHY:
            blocks = present.whole(hit, request.language)
        else:
            blocks = present.answer(hit, request.language, offer=_about_returns(hit, ports))
        return Answered(blocks=blocks, memory={"question": question}, stays=True)


async def _find(question: str, language: Language, ports: SkillPorts) -> Hit | None:
    if not question:
        return None
    findings = await ports.knowledge.search(question, language=language)
    return findings.hits[0] if findings.supported and findings.hits else None


def _about_returns(hit: Hit, ports: SkillPorts) -> bool:
    """Whether the clause is one of those on how long a return is open and what it costs."""
    policy = ports.policy
    if policy is None:
        return False
    rules = (*(window.id for window in policy.windows), *(fee.id for fee in policy.fees))
    return hit.passage.citation.article in {policy.article_for(rule) for rule in rules}


def _after_offer(request: SkillRequest) -> Outcome:
    """A yes to "I can ask the team" means a person; a no ends it."""
    if request.agreed and request.memory.get("person"):
        question = request.memory.get("question", request.text)
        brief = Brief(summary=question, facts={"question": question}, tries=("no article answers the question",))
        return HandedOver(reason=HandoverReason.NOT_POSSIBLE_HERE, brief=brief, blocks=present.passed_on())
    return Answered(blocks=present.left())
