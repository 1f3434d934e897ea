"""An answer from the shop's articles as blocks: the quotation, its language if it is another, one offer."""

from domain.blocks import Block, Choices, Option, Phrase, Prose
from domain.knowledge import Hit
from domain.languages import Language

PERSON = Option(id="person", label=Phrase(key="option-person"))
LOOK = Option(id="ask:return_or_exchange", label=Phrase(key="questions-option-look"))


def answer(hit: Hit, language: Language, *, offer: bool) -> tuple[Block, ...]:
    quotation = Prose(text=hit.quote, citations=(hit.passage.citation,))
    said: tuple[Block, ...] = (*_other_language(hit, language), quotation)
    if not offer:
        return said
    return (*said, Choices(prompt=Phrase(key="questions-offer-look"), options=(LOOK,)))


def whole(hit: Hit, language: Language) -> tuple[Block, ...]:
    """The clause that the quoted sentences were taken from."""
    clause = Prose(text=hit.passage.text, citations=(hit.passage.citation,))
    return (*_other_language(hit, language), Phrase(key="questions-whole"), clause)


def _other_language(hit: Hit, language: Language) -> tuple[Block, ...]:
    written = hit.passage.language
    return () if written is language else (Phrase(key="questions-other-language", values={"written": written.value}),)


def unknown() -> tuple[Block, ...]:
    return (Choices(prompt=Phrase(key="questions-unknown"), options=(PERSON,)),)


def passed_on() -> tuple[Block, ...]:
    return (Phrase(key="questions-passed-on"),)


def left() -> tuple[Block, ...]:
    return (Phrase(key="questions-left"),)
