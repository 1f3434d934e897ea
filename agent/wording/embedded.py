"""Blocks into a reply by phrases alone: the engine that needs no model, and the one that others fall back to."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never
from zoneinfo import ZoneInfo

from agent.model.allowance import Allowance
from agent.wording.port import Show, ToSay, Worded
from domain.blocks import (
    Block,
    Card,
    Choices,
    Facts,
    Link,
    Phrase,
    PhraseValue,
    Prose,
    Row,
    Timeline,
    Upload,
)
from domain.knowledge import Citation
from domain.languages import Language
from domain.replies import (
    Reply,
    SaidBlock,
    SaidCard,
    SaidChoices,
    SaidClause,
    SaidFacts,
    SaidLink,
    SaidOption,
    SaidPill,
    SaidQuote,
    SaidRow,
    SaidStep,
    SaidText,
    SaidTimeline,
    SaidUpload,
    Source,
    Words,
)
from runtime.phrases import Phrases, place_value

ENGINE = "embedded"
SOURCE_UPDATED = "source-updated"


class PhraseWording:
    """Implements ``Wording``: what the phrases say is what is said."""

    async def word(self, to_say: ToSay, allowance: Allowance | None, show: Show) -> Worded:
        return Worded(reply=to_say.plainly, engine=ENGINE)


def word(blocks: tuple[Block, ...], *, phrases: Phrases, language: Language, zone: ZoneInfo, today: date) -> Reply:
    """The blocks in one language, as the shop's clock and calendar stand."""
    voice = _Voice(phrases=phrases, language=language, zone=zone, today=today)
    return Reply(language=language.value, blocks=tuple(voice.block(each) for each in blocks))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """Says single things; holds what all of them share."""

    phrases: Phrases
    language: Language
    zone: ZoneInfo
    today: date

    def block(self, block: Block) -> SaidBlock:
        match block:
            case Phrase():
                return SaidText(words=self.say(block), key=block.key)
            case Prose():
                return SaidQuote(text=block.text, sources=tuple(self.source(each) for each in block.citations))
            case Facts():
                return SaidFacts(title=self.say(block.title).text, rows=self.rows(block.rows))
            case Link():
                return self.link(block)
            case Upload():
                return SaidUpload(prompt=self.say(block.prompt).text, accepts=block.accepts, url=block.url)
            case Card():
                return self.card(block)
            case Timeline():
                return self.timeline(block)
            case Choices():
                return self.choices(block)
        assert_never(block)

    def say(self, phrase: Phrase) -> Words:
        return self.phrases.say(phrase, language=self.language, zone=self.zone, today=self.today)

    def value(self, name: str, value: PhraseValue) -> Words:
        return place_value(name, value, language=self.language, zone=self.zone, today=self.today)

    def source(self, citation: Citation) -> Source:
        updated = Phrase(key=SOURCE_UPDATED, values={"updated": citation.updated})
        return Source(
            article=citation.article,
            title=citation.title,
            headings=citation.headings,
            version=citation.version,
            updated=self.say(updated).text,
        )

    def rows(self, rows: tuple[Row, ...]) -> tuple[SaidRow, ...]:
        return tuple(SaidRow(label=self.say(row.label).text, value=self.row_value(row)) for row in rows)

    def row_value(self, row: Row) -> Words:
        return self.say(row.value) if isinstance(row.value, Phrase) else self.value(row.label.key, row.value)

    def link(self, link: Link) -> SaidLink:
        return SaidLink(label=self.say(link.label).text, url=link.url, primary=link.primary)

    def card(self, card: Card) -> SaidCard:
        why = SaidClause(text=card.why.text, source=self.source(card.why.citation)) if card.why else None
        return SaidCard(
            title=card.title,
            subtitle=card.subtitle,
            image=card.image,
            pill=SaidPill(label=self.say(card.pill.label).text, tone=card.pill.tone) if card.pill else None,
            rows=self.rows(card.rows),
            decision=self.say(card.decision) if card.decision else None,
            actions=tuple(self.link(each) for each in card.actions),
            why=why,
        )

    def timeline(self, timeline: Timeline) -> SaidTimeline:
        steps = tuple(
            SaidStep(
                label=self.say(step.label),
                at=self.value("at", step.at).text if step.at else "",
                place=step.place,
            )
            for step in timeline.steps
        )
        return SaidTimeline(steps=steps, link=self.link(timeline.link) if timeline.link else None)

    def choices(self, choices: Choices) -> SaidChoices:
        options = tuple(SaidOption(id=each.id, label=self.say(each.label).text) for each in choices.options)
        return SaidChoices(prompt=self.say(choices.prompt), options=options)
