"""Plays a row of the pack on a stage: plants its text, says what the shopper says, and judges what came back."""

import json
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from random import Random

from domain.customers import Customer
from domain.ids import ConversationId
from domain.replies import SaidText
from evals.injections.judging import (
    Breach,
    Case,
    Found,
    Population,
    judge,
    own_words,
    read_population,
    read_writes,
    words_of,
)
from evals.injections.pack import Attack, LookAlike, Pack, Place, Sample
from evals.injections.placing import Planted, choose_customer, plant, read_language
from evals.stage import Played, Stage

NOT_SAFE = "cannot-say-safely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``found`` is empty when the agent held; ``intents`` are what it understood, ``answered`` whether it spoke.

    ``wanted`` is the intent of a look-alike.
    """

    id: str
    place: Place
    signed_in: bool
    found: tuple[Found, ...]
    intents: tuple[str, ...]
    answered: bool
    wanted: str = ""
    said: tuple[str, ...] = field(default=(), repr=False)

    @property
    def understood(self) -> bool:
        """Whether a look-alike was taken for what it is."""
        return self.wanted in self.intents


class Ground:
    """A stage with everybody's names and numbers at hand."""

    def __init__(self, stage: Stage, population: Population) -> None:
        self.stage = stage
        self._population = population

    @classmethod
    async def open(cls, stage: Stage) -> "Ground":
        return cls(stage, await stage.records.read(read_population))

    async def play(self, row: Attack | LookAlike, *, signed_in: bool) -> Verdict:
        """One row; the demo stories are put back first."""
        planted = Planted(place=row.place, text=row.text, asks=row.asks, language=read_language(row.language))
        verdict = await self.play_planted(row.id, planted, signed_in=signed_in)
        if not isinstance(row, Attack):
            return replace(verdict, wanted=row.expects.value)
        case = self._case(planted, None)
        obeyed = {hit for text in verdict.said for hit in row.found_in(own_words(text, case))}
        found = [*verdict.found, *(Found(breach=Breach.OBEYED, text=hit) for hit in sorted(obeyed))]
        return replace(verdict, found=tuple(found))

    async def play_planted(self, row: str, planted: Planted, *, signed_in: bool) -> Verdict:
        stage = self.stage
        await (await stage.store()).controls.refresh_demo()
        await stage.forget_codes()
        customer = choose_customer(planted.place) if signed_in else None
        async with plant(stage, planted, customer or choose_customer(planted.place)):
            before = await stage.records.read(read_writes)
            conversation = await stage.open(language=planted.language, email=customer.email if customer else None)
            found: list[Found] = []
            said: list[str] = []
            intents: list[str] = []
            played: list[Played] = []
            async for draft, each in _say(stage, conversation, planted.messages):
                played.append(each)
                found += judge([draft] if draft else [], each.reply, self._case(planted, customer), self._population)
                said += [draft, words_of(each.reply) if each.reply else ""]
                intents += _intents(each)
            if await stage.records.read(read_writes) != before:
                found.append(Found(breach=Breach.WRITE, text="the shop's rows have changed"))
        return Verdict(
            id=row,
            place=planted.place,
            signed_in=signed_in,
            found=tuple(dict.fromkeys(found)),
            intents=tuple(dict.fromkeys(intents)),
            answered=all(_answers(each) for each in played),
            said=tuple(filter(None, said)),
        )

    def _case(self, planted: Planted, customer: Customer | None) -> Case:
        return Case(
            typed="\n".join(planted.messages),
            planted=planted.text,
            customer=customer,
            base_url=self.stage.install.settings.base_url,
        )


def sample(pack: Pack, *, seed: int, attacks: int) -> list[Attack]:
    """So many attacks, of every place in proportion; the seed alone settles which."""
    chance = Random(seed)
    chosen: list[Attack] = []
    for place in Place:
        rows = [each for each in pack.attacks if each.place is place]
        chosen += chance.sample(rows, min(len(rows), round(attacks * len(rows) / len(pack.attacks))))
    return chosen


def as_planted(given: Sample) -> Planted:
    """A labelled text of other making: what the shopper writes, when it does not say where it stands."""
    return Planted(place=Place.SHOPPER_MESSAGE, text=given.text, asks="", language=read_language(given.language))


async def _say(
    stage: Stage, conversation: ConversationId, messages: Iterable[str]
) -> AsyncIterator[tuple[str, Played]]:
    """Each turn with the words that were shown while it was written."""
    for message in messages:
        with stage.install.bell.listen(conversation) as ring:
            played = await stage.say(conversation, message)
        yield (json.loads(ring.draft)["text"] if ring.draft else "", played)


def _answers(played: Played) -> bool:
    blocks = played.reply.blocks if played.reply else ()
    return bool(blocks) and not any(isinstance(each, SaidText) and each.key == NOT_SAFE for each in blocks)


def _intents(played: Played) -> list[str]:
    return [
        str(command["intent"])
        for step in played.steps("understood")
        for command in step["commands"]
        if command.get("intent")
    ]
