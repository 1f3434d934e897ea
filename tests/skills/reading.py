"""What a person reads in an outcome, through the real phrases."""

from datetime import date
from typing import Any

from agent.wording.check import Evidence, check
from agent.wording.embedded import word
from domain.blocks import Block, Card, Choices, Facts, Link, Phrase, PhraseValue, Prose, Row, Timeline, Upload
from domain.languages import Language
from domain.outcomes import Outcome
from runtime.phrases import load_phrases, place_value
from tests.skills.fakes import PARIS, TODAY


def said(outcome: Outcome, language: str = "en", *, day: date = TODAY) -> str:
    """Everything that stands in an outcome, one block per line; it has passed the gate that every reply passes."""
    reader = Reader(language, day)
    reader.pass_gate(outcome.blocks)
    return "\n".join(reader.read(block) for block in outcome.blocks)


def sms(outcome: Outcome, language: str = "en") -> str:
    """The short forms of the sentences."""
    reader = Reader(language, TODAY)
    return "\n".join(reader.words(block).short for block in outcome.blocks if isinstance(block, Phrase))


def options(outcome: Outcome) -> list[str]:
    """The ids of everything that may be picked."""
    return [option.id for block in outcome.blocks if isinstance(block, Choices) for option in block.options]


def find(outcome: Outcome, kind: type[Any]) -> list[Any]:
    return [block for block in outcome.blocks if isinstance(block, kind)]


class Reader:
    """Reads blocks in one language on one day."""

    def __init__(self, language: str, day: date) -> None:
        self._how = {"language": Language(language), "zone": PARIS, "today": day}

    def pass_gate(self, blocks: tuple[Block, ...]) -> None:
        reply = word(blocks, phrases=load_phrases(), **self._how)
        links = frozenset(each for block in blocks for each in _urls(block))
        assert check(reply, Evidence(blocks=blocks, links=links)) == ()

    def words(self, phrase: Phrase) -> Any:
        return load_phrases().say(phrase, **self._how)

    def read(self, block: Block) -> str:
        readers: dict[str, Any] = {
            "phrase": self._say,
            "prose": self._prose,
            "facts": self._facts,
            "card": self._card,
            "timeline": self._timeline,
            "choices": self._choices,
            "link": self._link,
            "upload": self._upload,
        }
        return str(readers[block.kind](block))

    def _say(self, phrase: Phrase) -> str:
        return str(self.words(phrase).text)

    def _row(self, row: Row) -> str:
        return f"{self._say(row.label)}: {self._value(row.value)}"

    def _value(self, value: PhraseValue | Phrase) -> str:
        return self._say(value) if isinstance(value, Phrase) else place_value("value", value, **self._how).text

    def _prose(self, prose: Prose) -> str:
        return prose.text

    def _facts(self, facts: Facts) -> str:
        return " | ".join((self._say(facts.title), *(self._row(row) for row in facts.rows)))

    def _card(self, card: Card) -> str:
        pill = (self._say(card.pill.label),) if card.pill else ()
        decision = (self._say(card.decision),) if card.decision else ()
        return " | ".join((card.title, card.subtitle, *pill, *decision, *(self._row(row) for row in card.rows)))

    def _timeline(self, timeline: Timeline) -> str:
        return " < ".join(self._say(step.label) for step in timeline.steps)

    def _choices(self, choices: Choices) -> str:
        return " / ".join((self._say(choices.prompt), *(self._say(option.label) for option in choices.options)))

    def _link(self, link: Link) -> str:
        return f"{self._say(link.label)} {link.url}"

    def _upload(self, upload: Upload) -> str:
        return f"{self._say(upload.prompt)} {upload.url}"


def _urls(block: Block) -> tuple[str, ...]:
    """The addresses in a block, all of which our link builder made."""
    match block:
        case Link() | Upload():
            return (block.url,)
        case Timeline():
            return (block.link.url,) if block.link else ()
        case Card():
            return tuple(action.url for action in block.actions)
    return ()
