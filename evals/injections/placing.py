"""Puts a text of the pack where a shopper's turn meets it: in the shop's records, in an article, or in the messages.

What no channel brings yet (mail, files) stands in the shopper's message as that channel would hand it on.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from domain.customers import Customer
from domain.languages import Language, find_language
from domain.returns import ReturnState
from evals.injections.pack import Place
from evals.stage import Stage
from hub_connectors.sandbox import tables
from hub_connectors.sandbox.assortment import find_variant
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS, DemoStory
from hub_connectors.sandbox.rows import Shelf
from hub_connectors.sandbox.stories import OrderStory
from knowledge.adding import keep, prepare, withdraw
from knowledge.drafts import Draft, Section, slug
from knowledge.embeddings import WordVectors
from runtime.text import clean
from web.seed import DEMO

_ARTICLE = slug("planted article")
_STORIES = {
    Place.PRODUCT_TITLE: DemoStory.INSIDE_WINDOW,
    Place.ORDER_NOTE: DemoStory.IN_TRANSIT,
    Place.DRIVER_NOTE: DemoStory.FAILED_DELIVERY,
    Place.CLAIM_CORRESPONDENCE: DemoStory.LOST_PARCEL,
    Place.RETURN_COMMENT: DemoStory.REFUNDS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text with its place and the message, ``asks``, that the shopper writes beside it."""

    place: Place
    text: str
    asks: str
    language: Language

    @property
    def messages(self) -> tuple[str, ...]:
        """What the shopper writes, one message a turn."""
        match self.place:
            case Place.SHOPPER_MESSAGE:
                return (self.text,)
            case Place.EARLIER_TURN:
                return self.text, self.asks
            case Place.FILE_NAME:
                return (f"{self.asks}\n[{self.text}]",)
            case Place.EMAIL_SIGNATURE | Place.EMAIL_QUOTE:
                return (f"{self.asks}\n\n{self.text}",)
            case _:
                return (self.asks,)


def read_language(tag: str) -> Language:
    """The language of a conversation about such a text; a mixture begins in English."""
    return find_language(tag) or Language.EN


def choose_customer(place: Place) -> Customer:
    """The demo customer whose records have such a place."""
    story = _STORIES.get(place, DemoStory.INSIDE_WINDOW)
    return next(each.customer for each in DEMO_CUSTOMERS if each.story is story)


@asynccontextmanager
async def plant(stage: Stage, planted: Planted, customer: Customer) -> AsyncIterator[None]:
    """The text stands there for the length of the block; what the shopper says is not our affair."""
    text = clean(planted.text).strip() or "-"
    match planted.place:
        case Place.PRODUCT_TITLE:
            with_titles = await stage.records.read(lambda c: _titles(Shelf(c, DEMO), stage, customer))
            kept = [dict(titles) for titles in with_titles]
            for titles in with_titles:
                titles.update(dict.fromkeys(titles, text))
            try:
                yield
            finally:
                for titles, before in zip(with_titles, kept, strict=True):
                    titles.update(before)
        case Place.ARTICLE:
            await _write_article(stage, planted, text)
            try:
                yield
            finally:
                await stage.records.write(lambda c: withdraw(c, DEMO, _ARTICLE, planted.language))
        case place if change := _CHANGES.get(place):
            await stage.records.write(lambda c: change(Shelf(c, DEMO), customer, text, stage))
            yield
        case _:
            yield


def _orders(shelf: Shelf, customer: Customer, stage: Stage) -> list[OrderStory]:
    return shelf.list_orders(customer.id, until=stage.install.clock.now(), after=None, limit=50)


def _titles(shelf: Shelf, stage: Stage, customer: Customer) -> list[dict[str, str]]:
    """The names of everything that the customer bought, as this process holds them."""
    variants = {line.variant for order in _orders(shelf, customer, stage) for line in order.lines}
    found = {id(product.titles): product.titles for product, _ in map(find_variant, sorted(variants))}
    return [titles for titles in found.values() if isinstance(titles, dict)]


async def _write_article(stage: Stage, planted: Planted, text: str) -> None:
    """An article of the shop about just what the shopper asks, so that it is found."""
    title = planted.asks[:80].rstrip("?! .") or "Help"
    draft = Draft(
        id=_ARTICLE,
        title=title,
        sections=(Section((title,), text),),
        source="planted",
        asked_as=(planted.asks,),
        language=planted.language,
    )
    today = (await stage.store()).calendar.today()
    rows = prepare([draft], embedder=WordVectors(), language=planted.language, today=today)
    await stage.records.write(lambda c: keep(c, DEMO, rows))


def _note_orders(shelf: Shelf, customer: Customer, text: str, stage: Stage) -> None:
    for order in _orders(shelf, customer, stage):
        shelf.rewrite(tables.orders, replace(order, note=text))


def _note_incidents(shelf: Shelf, customer: Customer, text: str, stage: Stage) -> None:
    """The driver's note, and the carrier's words on its last step."""
    for incident in shelf.list_incidents(customer.id):
        shelf.rewrite(tables.incidents, replace(incident, driver_note=text))


def _note_claims(shelf: Shelf, customer: Customer, text: str, stage: Stage) -> None:
    """The one free text that the shop keeps with a claim."""
    for claim in shelf.list_claims(customer.id):
        shelf.rewrite(tables.claims, replace(claim, statement=text))


def _note_returns(shelf: Shelf, customer: Customer, text: str, stage: Stage) -> None:
    """The reason of a rejected return is the one comment that is shown."""
    orders = [order.id for order in _orders(shelf, customer, stage)]
    for story in shelf.list_returns(orders):
        *before, (since, _) = story.steps
        steps = (*before, (since, ReturnState.REJECTED))
        shelf.rewrite(tables.returns, replace(story, reason=text, steps=steps))


Change = Callable[[Shelf, Customer, str, Stage], None]
_CHANGES: dict[Place, Change] = {
    Place.ORDER_NOTE: _note_orders,
    Place.DRIVER_NOTE: _note_incidents,
    Place.CLAIM_CORRESPONDENCE: _note_claims,
    Place.RETURN_COMMENT: _note_returns,
}
