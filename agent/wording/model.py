"""Wording by a language model: it writes sentences round places, code puts the facts there, and each is checked.

Nothing of it is shown before its check; until the first sentence was shown a bad answer may be written once more,
afterwards the phrases finish. Refusals, proposals and sign-ins keep our own words.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from agent.model.allowance import Allowance
from agent.model.calls import Prompt, Purpose
from agent.model.prompts import System, as_data
from agent.wording.listening import Listening, Objection
from agent.wording.places import Places, show_block
from agent.wording.port import Part, Show, ToSay, Worded
from domain.errors import ModelProblem
from domain.replies import SaidBlock, SaidQuote, SaidText, Words

ENGINE = "model"
PHRASES = "phrases"
_LONGEST_ANSWER = 500


class ModelWording:
    """Implements ``Wording``; ``system`` is the prompt of ``word.j2``."""

    def __init__(self, system: System) -> None:
        self._system = system

    async def word(self, to_say: ToSay, allowance: Allowance | None, show: Show) -> Worded:
        plain = Worded(reply=to_say.plainly, engine=PHRASES)
        if allowance is None or not _gains(to_say.parts):
            return plain
        places = Places()
        prompt = Prompt(
            purpose=Purpose.WORD,
            version=self._system.version,
            system=self._system.text,
            data=as_data(describe(to_say, places)),
            longest=_LONGEST_ANSWER,
        )
        try:
            sentences = await self._write(prompt, to_say, places, allowance, show)
        except (ModelProblem, Objection) as problem:
            return replace(plain, problem=str(problem)[:200])
        if not sentences:
            return plain
        blocks = tuple(_arrange(to_say, places, sentences))
        return Worded(reply=replace(plain.reply, blocks=blocks), engine=ENGINE)

    async def _write(
        self, prompt: Prompt, to_say: ToSay, places: Places, allowance: Allowance, show: Show
    ) -> tuple[str, ...]:
        listening = Listening(to_say=to_say, places=places, show=show, secret=self._system.text)
        try:
            return await listening.hear_all(allowance, prompt)
        except Objection as objection:
            if listening.shown or not listening.heard:
                raise
            answer, why = listening.heard, f"Not usable: {objection}. Write it again by the rules."
        again = Listening(to_say=to_say, places=places, show=show, secret=self._system.text)
        return await again.hear_all(allowance, replace(prompt, repair=(answer[:2000], why)))


def describe(to_say: ToSay, places: Places) -> dict[str, Any]:
    """What the model may see of the answer: lines with places, and what stands below them."""
    lines: list[dict[str, Any]] = []
    shown: list[dict[str, str]] = []
    for part, stays in zip(to_say.parts, _staying(to_say.parts), strict=True):
        if not isinstance(part.block, SaidText):
            shown += [{"what": what, "text": text} for what, text in show_block(part.block, places)]
        elif stays:
            shown.append({"what": "line", "text": places.cut(part.block.words, needed=False)})
        elif part.firm:
            place = places.hold(part.block)
            lines.append({"keep": True, "place": f"{{{place}}}", "text": places.cut(part.block.words, needed=False)})
        else:
            lines.append({"keep": False, "text": places.cut(part.block.words, needed=True)})
    return {
        "language": to_say.spoken or to_say.language.value,
        "tone": to_say.tone or "friendly, plain and brief",
        "asked": to_say.asked,
        "say": lines,
        "shown": shown,
    }


def _gains(parts: tuple[Part, ...]) -> bool:
    """Whether a model may better anything of it: open words, or a passage that answers a question."""
    return any(
        isinstance(part.block, SaidQuote) or (isinstance(part.block, SaidText) and not part.firm and not stays)
        for part, stays in zip(parts, _staying(parts), strict=True)
    )


def _staying(parts: tuple[Part, ...]) -> tuple[bool, ...]:
    """Which texts keep their words and their place: one that leads to what follows it, and below a card a firm one."""
    below = False
    stays: list[bool] = []
    for part in parts:
        said = isinstance(part.block, SaidText)
        leads = isinstance(part.block, SaidText) and part.block.words.text.rstrip().endswith(":")
        stays.append(said and (leads or (part.firm and below)))
        below = below or not said
    return tuple(stays)


def _arrange(to_say: ToSay, places: Places, sentences: tuple[str, ...]) -> Iterator[SaidBlock]:
    """The new words where the first old ones stood, before a passage when there were none; the rest in its order."""
    waiting = tuple(_join(to_say, places, sentences))
    for part, stays in zip(to_say.parts, _staying(to_say.parts), strict=True):
        if isinstance(part.block, SaidText | SaidQuote):
            yield from waiting
            waiting = ()
        if stays or not isinstance(part.block, SaidText):
            yield part.block


def _join(to_say: ToSay, places: Places, sentences: tuple[str, ...]) -> Iterator[SaidText]:
    """Runs of sentences as one text each; a firm block stands between them as it is."""
    short = " ".join(
        part.block.words.short or part.block.words.text
        for part, stays in zip(to_say.parts, _staying(to_say.parts), strict=True)
        if isinstance(part.block, SaidText) and not part.firm and not stays
    )
    run: list[str] = []
    for sentence in (*sentences, ""):
        firm = places.firm.get(sentence.strip("{}.")) if sentence.startswith("{k") else None
        if (firm or not sentence) and run:
            filled = places.fill(" ".join(run))
            yield SaidText(words=Words(text=filled.text, short=short, spans=filled.spans))
            run, short = [], ""
        if firm:
            yield firm
        elif sentence:
            run.append(sentence)
