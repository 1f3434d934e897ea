"""What an unavailable skill still does: answers from the shop's policy and hands over softly, never at once."""

from agent.nodes.values import Step
from agent.state import ConversationState
from agent.traced import TracedKnowledge
from agent.turn import Turn
from domain.blocks import Block, Choices, Option, Phrase, Prose
from domain.skills import Manifest


async def answer_policy(
    manifest: Manifest, step: Step, conversation: ConversationState, turn: Turn
) -> tuple[Block, ...]:
    """The clause on the skill's topic, else on the shopper's words; then a person as an offer."""
    language = conversation.language or turn.shop.merchant.language
    knowledge = TracedKnowledge(turn)
    said: list[Block] = []
    for question in (manifest.topic.get(language, ""), step.text):
        findings = await knowledge.search(question, language=language, limit=1) if question else None
        if findings and findings.supported:
            best = findings.hits[0]
            said.append(Prose(text=best.quote, citations=(best.passage.citation,)))
            break
    said.append(
        Choices(
            prompt=Phrase(key="policy-only-handover"),
            options=(Option(id="person", label=Phrase(key="option-person")),),
        )
    )
    return tuple(said)
