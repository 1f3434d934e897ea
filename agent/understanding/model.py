"""Understanding by a language model: one structured answer, held against the message, with the embedded engine behind.

Codes, option numbers and a plain yes or no need no model. Whatever goes wrong, the embedded engine's answer stands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from agent.model.allowance import Allowance
from agent.model.calls import Prompt, Purpose
from agent.model.prompts import System, as_data
from agent.understanding.admission import admit
from agent.understanding.port import Heard, Understanding, Understood
from agent.understanding.schema import AnswerUnreadable, command_schema, read_answer
from domain.commands import Ask, Chitchat, ChitchatKind, Choose, Command, Confirm, Deny, Give, OutOfScope, Slot
from domain.errors import ModelMisbehaved, ModelProblem
from domain.languages import find_language

ENGINE = "model"
_SECRET = {Slot.CODE}
_LONGEST_ANSWER = 900
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
"""What a language tag looks like (BCP 47); anything else tells nothing."""


class ModelUnderstanding:
    """Implements ``Understanding``; ``system`` is the prompt of ``understand.j2`` with the install's skills."""

    def __init__(self, embedded: Understanding, system: System) -> None:
        self._embedded = embedded
        self._system = system

    async def understand(self, heard: Heard, allowance: Allowance | None = None) -> Understood:
        plain = await self._embedded.understand(heard)
        if allowance is None or settles(plain, heard):
            return replace(plain, settled=True)
        try:
            tag, commands = await self._ask(heard, allowance)
        except ModelProblem as problem:
            return replace(plain, problem=problem.detail or problem.code)
        admitted = tuple(_in_their_words(admit(commands, heard), plain.commands))
        if not admitted:
            return replace(plain, problem="nothing in the answer could be used")
        language = find_language(tag)
        spoken = tag if language is None and _TAG.fullmatch(tag) else ""
        return Understood(
            language=language or heard.language or plain.language,
            commands=admitted,
            confidence=1.0,
            engine=ENGINE,
            scores=plain.scores,
            spoken=spoken,
        )

    async def _ask(self, heard: Heard, allowance: Allowance) -> tuple[str, tuple[Command, ...]]:
        """Asks once more when the answer cannot be read, telling why."""
        prompt = Prompt(
            purpose=Purpose.UNDERSTAND,
            version=self._system.version,
            system=self._system.text,
            data=as_data(describe(heard)),
            schema=command_schema(),
            longest=_LONGEST_ANSWER,
        )
        answer = await allowance.ask(prompt)
        try:
            return read_answer(answer)
        except AnswerUnreadable as why:
            repaired = await allowance.ask(replace(prompt, repair=(answer[:4000], f"Not usable: {why}. Answer again.")))
        try:
            return read_answer(repaired)
        except AnswerUnreadable as why:
            raise ModelMisbehaved(f"unreadable twice: {why}") from why


def settles(plain: Understood, heard: Heard) -> bool:
    """Whether the words leave nothing to think about: thanks or a greeting alone, a value that was asked for, an option
    that is visible, a code, yes or no.
    """
    return plain.plain or all(_is_settled(each, heard) for each in plain.commands)


def _in_their_words(commands: tuple[Command, ...], plain: tuple[Command, ...]) -> Iterator[Command]:
    """Of two wishes in one message each with the words that asked for it, where our own reading tells them apart."""
    words = {each.intent: each.text for each in plain if isinstance(each, Ask | OutOfScope)}
    several = sum(isinstance(each, Ask | OutOfScope) for each in commands) > 1
    for each in commands:
        apart = several and isinstance(each, Ask | OutOfScope) and words.get(each.intent)
        yield replace(each, text=words[each.intent]) if apart and isinstance(each, Ask | OutOfScope) else each


def _is_settled(command: Command, heard: Heard) -> bool:
    match command:
        case Choose() | Chitchat(about=ChitchatKind.EMPTY) | Give(slot=Slot.CODE):
            return True
        case Confirm() | Deny():
            return heard.yes_or_no
    return False


def describe(heard: Heard) -> dict[str, Any]:
    """What the model may see of the conversation: this shopper's own words and what stands before their eyes."""
    return {
        "message": heard.text,
        "earlier": [{"who": "shopper" if each.by_shopper else "agent", "text": each.text} for each in heard.earlier],
        "conversation_language": heard.language.value if heard.language else None,
        "asked": heard.asked.value if heard.asked else None,
        "yes_or_no": heard.yes_or_no,
        "options": [{"id": each.id, "label": each.label, "also": list(each.hints)} for each in heard.options],
        "open": [intent.value for intent in heard.open_intents],
        "known": [{"slot": slot.value, "value": value} for slot, value in heard.slots.items() if slot not in _SECRET],
    }
