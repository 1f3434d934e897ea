"""The first words of every conversation: an automated assistant speaks, and how to reach a person."""

from agent.turn import Shop
from agent.wording.embedded import word
from domain.blocks import Phrase
from domain.languages import Language
from domain.replies import Reply
from runtime.phrases import Phrases


def greet(shop: Shop, phrases: Phrases, language: Language) -> Reply:
    calendar = shop.calendar
    greeting = Phrase(key="greeting", values={"shop": shop.merchant.name})
    return word((greeting,), phrases=phrases, language=language, zone=calendar.zone, today=calendar.today())
