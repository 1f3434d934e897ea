"""In which language a page speaks, and how it says things; it holds no sentence of its own."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from fastapi import Request

from agent.wording.embedded import word
from domain.blocks import Block, Phrase, PhraseValue
from domain.clock import ShopCalendar
from domain.languages import Language, find_language
from domain.replies import SaidBlock
from runtime.phrases import Phrases, place_value

PAGE_LANGUAGES = (Language.EN, Language.FR)
COOKIE = "lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Phrases in one language on the shop's day; templates call it ``say``."""

    phrases: Phrases
    language: Language
    zone: ZoneInfo
    today: date

    def __call__(self, key: str, **values: PhraseValue) -> str:
        return self.say(Phrase(key=key, values=values))

    def say(self, phrase: Phrase) -> str:
        return self.phrases.say(phrase, language=self.language, zone=self.zone, today=self.today).text

    def value(self, value: PhraseValue) -> str:
        """A bare date, amount, number or list."""
        return place_value("value", value, language=self.language, zone=self.zone, today=self.today).text

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[SaidBlock, ...]:
        return word(blocks, phrases=self.phrases, language=self.language, zone=self.zone, today=self.today).blocks


def make_speaker(phrases: Phrases, language: Language, calendar: ShopCalendar) -> Speaker:
    return Speaker(phrases=phrases, language=language, zone=calendar.zone, today=calendar.today())


def choose_language(request: Request, default: Language) -> Language:
    """Asked for in the address, chosen before, accepted by the browser, the shop's own; in this order."""
    asked = (request.query_params.get("lang"), request.cookies.get(COOKIE))
    accepted = _accepted(request.headers.get("accept-language", ""))
    for code in (*asked, *accepted, default.value):
        language = find_language(code)
        if language in PAGE_LANGUAGES:
            return language
    return Language.EN


def _accepted(header: str) -> list[str]:
    """Codes of an Accept-Language header, the most wanted first; at most eight are looked at."""
    wanted: list[tuple[float, str]] = []
    for part in header.split(",")[:8]:
        code, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((float(weight or 1), code))
        except ValueError:
            continue
    return [code for weight, code in sorted(wanted, key=lambda each: -each[0]) if weight > 0]
