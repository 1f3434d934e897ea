"""The first words of every conversation: an automated assistant speaks, and how to reach a person."""

from agent.turn import Shop
from agent.wording.embedded import word
from domain.blocks import Phrase
from domain.languages import Language
from domain.replies import Reply
from runtime.phrases import Phrases


def greet(shop: Shop, phrases: Phrases, language: Language) -> Reply:
    calendar = shop.calendar
    return word((_greeting(shop),), phrases=phrases, language=language, zone=calendar.zone, today=calendar.today())


def say_greeting(shop: Shop, phrases: Phrases, language: Language) -> str:
    """The same words for a page that shows them before a conversation is opened."""
    calendar = shop.calendar
    return phrases.say(_greeting(shop), language=language, zone=calendar.zone, today=calendar.today()).text


def _greeting(shop: Shop) -> Phrase:
    return Phrase(key="greeting", values={"shop": shop.merchant.name})
