"""The same question twice without an answer that helped: from then on a person is offered beside the options."""

from dataclasses import replace

from domain.blocks import Block, Choices, Option, Phrase
from domain.outcomes import Asked, Outcome
from domain.skills import SkillRequest

ASKED = "asked"
"""Where the memory of a skill keeps what it asked last: the question and the options beside it."""

_PERSON = Option(id="person", label=Phrase(key="option-person"))


def offer_person_when_repeated(outcome: Outcome, request: SkillRequest) -> Outcome:
    """A question taken up after a digression is no repetition: only one that an answer has led back to is."""
    if not isinstance(outcome, Asked) or not (question := _question(outcome.blocks)):
        return outcome
    answered = bool(request.changed) or request.choice is not None or request.agreed is not None
    memory = {**outcome.memory, ASKED: question}
    if not answered or request.memory.get(ASKED) != question:
        return replace(outcome, memory=memory)
    return replace(outcome, memory=memory, blocks=tuple(map(_with_person, outcome.blocks)))


def _question(blocks: tuple[Block, ...]) -> str:
    return " ".join(option.id for block in blocks if isinstance(block, Choices) for option in block.options)


def _with_person(block: Block) -> Block:
    if not isinstance(block, Choices) or _PERSON in block.options:
        return block
    return replace(block, options=(*block.options, _PERSON))
