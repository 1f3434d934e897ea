"""What a simulated shopper does next: rules over what the agent shows, with the mood and the wording of the persona.

It reads a reply as a person does: a box for a code, a question, buttons, a link. It never looks at what is still to
be proved, only whether it has been, for then it leaves.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from domain.incidents import IncidentChoice
from domain.replies import CodeEntry, Reply, SaidOption
from evals.simulation.casting import Persona
from evals.simulation.evidence import Evidence, Way, list_keys, list_options
from evals.simulation.goals import Mood, Proof
from evals.simulation.mistyping import mistype

_MOST_REPHRASINGS = 2
_ASKS_ADDRESS = {"incidents-ask-address", "incidents-ask-access", "incidents-ask-address-again"}
_ASKS_STATEMENT = {"claims-ask-statement", "claims-ask-statement-short"}
_SENT = "signin-code-sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Words; ``exact`` ones are numbers and addresses that people copy."""

    text: str
    exact: bool = False
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Presses the button of an option."""

    option: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterCode:
    """Reads the letter and types the code in it, or another one first."""

    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Opens a link into the portal and finishes there."""

    way: Way


Move = Say | Pick | EnterCode | Follow


@dataclass(slots=True)
class Shopper:
    """One persona at the keyboard."""

    persona: Persona
    chance: random.Random = field(init=False)
    rephrased: int = 0
    strayed: bool = False
    slipped: bool = False
    followed: bool = False
    asked_address: int = 0
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.persona.seed)

    def open(self) -> Say:
        """The request, as this mood puts it."""
        return Say(text=self._typed(self._dressed(self._opening())))

    def close(self) -> Say:
        return Say(text=self.chance.choice(self.persona.words.thanks))

    def react(self, evidence: Evidence) -> Move | None:
        """The next move; None gives up."""
        reply = evidence.last.reply
        move = self._answer(reply, evidence)
        if move and self.persona.detour and not self.strayed and not isinstance(move, Follow):
            self.strayed = True
            return Say(text=self._typed(self.persona.detour))
        if move:
            return move
        if self.rephrased >= _MOST_REPHRASINGS:
            return None
        self.rephrased += 1
        return Say(text=self._typed(self._back() + self._opening()))

    def _answer(self, reply: Reply | None, evidence: Evidence) -> Move | None:
        """What the reply asks for, when the shopper has it."""
        keys = set(list_keys(reply))
        if _SENT in keys or (reply and any(isinstance(block, CodeEntry) for block in reply.blocks)):
            wrong, self.slipped = self.persona.slips and not self.slipped, True
            return EnterCode(right=not wrong)
        if "signin-ask-address" in keys and self.persona.email:
            self.asked_address += 1
            return Say(text=self._filled(self.chance.choice(self._address())), exact=True)
        if way := self._way(evidence):
            self.followed = True
            return Follow(way=way)
        if any(step["kind"] == "proposed" for step in evidence.last.steps("outcome")):
            return self._agree()
        if keys & _ASKS_ADDRESS and self.persona.things.choice is IncidentChoice.CORRECT_ADDRESS:
            return Say(text=self.chance.choice(self.persona.words.address), exact=True)
        if keys & _ASKS_STATEMENT and self.persona.task.goal.proof is Proof.STATEMENT_KEPT:
            statements = self.persona.words.goals[self.persona.task.goal.id].statement
            return Say(text=self.chance.choice(statements), exact=True)
        return self._choose(list_options(reply))

    def _address(self) -> list[str]:
        """An order number works as well; asked a second time, it is the email address."""
        words = self.persona.words
        return words.email if self.asked_address > 1 else [*words.email, *words.number]

    def _way(self, evidence: Evidence) -> Way | None:
        """The link into the portal that has their line, for what they are after."""
        wanted = {Proof.RETURN_MADE: "refund", Proof.EXCHANGE_MADE: "exchange"}.get(self.persona.task.goal.proof)
        if wanted is None or self.followed:
            return None
        things = self.persona.things
        for way in evidence.ways[-1]:
            lines = way.target.get("lines") or []
            mine = [part for part in lines if part[0] == things.line]
            swapped = wanted != "exchange" or any(part[2] == things.variant for part in mine)
            if way.door.purpose == "portal" and mine and way.target["resolution"] == wanted and swapped:
                return way
        return None

    def _agree(self) -> Say:
        """Yes to what they want, no when their goal is to say no."""
        words = self.persona.words
        if self.persona.task.goal.proof is Proof.NOTHING_KEPT:
            return Say(text=self.chance.choice(words.no), denies=True)
        return Say(text=self.chance.choice(words.yes))

    def _choose(self, options: list[SaidOption]) -> Move | None:
        """The first option that is about their own things: pressed, called by its number, or by its words."""
        for number, option in enumerate(options, start=1):
            if any(fits(option) for fits in self._fitting()):
                return self._picked(number, option)
        return None

    def _fitting(self) -> Iterator["Fits"]:
        things = self.persona.things
        proof = self.persona.task.goal.proof
        for kind, wanted in (
            ("line", things.line),
            ("variant", things.variant),
            ("claim", things.claim),
            ("incident", things.incident),
            ("order", things.order),
            ("way", things.choice.value if things.choice else ""),
        ):
            if wanted:
                yield Fits(exact=f"{kind}:{wanted}")
        if things.choice is IncidentChoice.REDELIVER:
            yield Fits(prefix="day:")
        for written in (things.return_number, things.number):
            if written and not things.line:
                yield Fits(label=written)
        if proof is Proof.PERSON_CAME:
            yield Fits(exact="person")
        yield Fits(exact=f"ask:{self.persona.task.goal.intent.value}")

    def _picked(self, number: int, option: SaidOption) -> Move:
        if self.persona.manner == "number":
            return Say(text=str(number), exact=True)
        if self.persona.manner == "words":
            return Say(text=option.label, exact=True)
        return Pick(option=option.id, label=option.label)

    def _opening(self) -> str:
        """A wording not used yet, as long as there is one."""
        question = self.persona.things.question
        if question:
            return question.text
        opening = self.persona.words.goals[self.persona.task.goal.id]
        wordings = opening.short if self.persona.task.mood is Mood.BRIEF and not self.said else opening.plain
        fresh = [each for each in wordings if each not in self.said] or wordings
        chosen = self.chance.choice(fresh)
        self.said.append(chosen)
        return self._filled(chosen)

    def _back(self) -> str:
        return self.chance.choice(self.persona.words.back) if self.strayed else ""

    def _dressed(self, text: str) -> str:
        around = self.persona.words.moods.get(self.persona.task.mood.value)
        if around is None:
            return text
        before = self.chance.choice(around.before)
        after = self.chance.choice(around.after) if self.chance.random() < 0.5 else ""
        end = "" if re.search(r"[.!?]$", text) or not after else "."
        return f"{before}{text}{end}{after}"

    def _typed(self, text: str) -> str:
        """Without the names of things: what a shopper copies from the order has no slips of the finger."""
        item = self.persona.things.item
        language, rate = self.persona.task.language, self.persona.typos
        parts = text.split(item) if item else [text]
        return item.join(mistype(each, language=language, rate=rate, chance=self.chance) for each in parts)

    def _filled(self, text: str) -> str:
        return self.persona.things.fill(text, self.persona.email)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """Whether an option is about one of the shopper's own things."""

    exact: str = ""
    prefix: str = ""
    label: str = ""

    def __call__(self, option: SaidOption) -> bool:
        if self.exact:
            return option.id == self.exact
        if self.prefix:
            return option.id.startswith(self.prefix)
        return self.label in option.label
