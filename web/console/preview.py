"""Preview: speak to the agent as any customer, on any channel, and see beside each reply how it came about."""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import QueryParams

from domain.blocks import Phrase
from domain.customers import Customer
from domain.errors import PayloadUnrecognised
from domain.ids import CustomerId
from domain.languages import Language, find_language
from domain.team import May
from hub_connectors.registry import SANDBOX
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from records.conversations import Conversation, Owner
from web.codes import find_contact
from web.console.access import Visit, enter, enter_form
from web.console.preview_case import case_path, write_case
from web.console.rehearsing import find_asked_code, get_preview, open_preview, read_turns, say_as_shopper
from web.console.routing import router
from web.console.skills import read_examples
from web.pages.speaking import PAGE_LANGUAGES, make_speaker
from web.phones import find_phone

_SKILLS = ("returns", "tracking", "questions", "handover")
_STARTERS = ("preview-starter-return", "preview-starter-parcel", "preview-starter-fee", "preview-starter-person")


class ShownChannel(StrEnum):
    """How the replies are shown first; the others stand beside."""

    WEBCHAT = "webchat"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody to speak as; ``story`` says what there is to see, where they are a demo customer."""

    id: str
    name: str
    email: str
    story: str = ""


@router.get("/preview")
async def choose_customer(request: Request, merchant: str) -> Response:
    """The demo shop's ten first; in any shop, whoever an address, a telephone or an order number leads to."""
    visit = await enter(request, merchant, May.PREVIEW)
    wanted = request.query_params.get("q", "").strip()[:200]
    found = await _search(visit, wanted) if wanted else None
    return visit.show(
        "console/preview.html",
        page="preview",
        wanted=wanted,
        found=found,
        people=_demo_people(visit),
        **_picked(request.query_params, visit),
    )


@router.post("/preview")
async def start(request: Request, merchant: str) -> Response:
    """Another customer is another conversation; the address holds it, so that a reload keeps it."""
    visit, form = await enter_form(request, merchant, May.PREVIEW)
    language = find_language(form.one("language")) or visit.shop.merchant.language
    customer = form.one("customer")[:60]
    conversation = await open_preview(visit, language, customer=customer)
    return RedirectResponse(_path(visit, conversation, customer, form.one("channel")), status_code=303)


@router.get("/preview/{conversation}")
async def show_preview(request: Request, merchant: str, conversation: str) -> Response:
    visit = await enter(request, merchant, May.PREVIEW)
    found = await get_preview(visit, conversation)
    turns = await read_turns(visit, found)
    person = await _find_person(visit, request.query_params.get("customer", ""))
    return visit.show(
        "console/preview-chat.html",
        page="preview",
        conversation=found,
        turns=turns,
        over=found.owner is Owner.PERSON,
        asked=await find_asked_code(visit, found),
        person=person,
        starters=_starters(visit, found, person),
        saved=case_path(_case_folder(visit), found) if request.query_params.get("done") == "saved" else None,
        here=_path(visit, found.id, person.id if person else "", request.query_params.get("channel", "")),
        **_picked(request.query_params, visit),
    )


@router.post("/preview/{conversation}")
async def say(request: Request, merchant: str, conversation: str) -> Response:
    visit, form = await enter_form(request, merchant, May.PREVIEW)
    found = await get_preview(visit, conversation)
    text, choice = form.one("text").strip(), form.one("choice")
    if text or choice:
        with suppress(PayloadUnrecognised):
            await say_as_shopper(visit, found, text=text, choice=choice, label=form.one("label"))
    where = _path(visit, found.id, form.one("customer"), form.one("channel"))
    return RedirectResponse(f"{where}#latest", status_code=303)


@router.post("/preview/{conversation}/case")
async def save_case(request: Request, merchant: str, conversation: str) -> Response:
    visit, form = await enter_form(request, merchant, May.PREVIEW)
    found = await get_preview(visit, conversation)
    turns = await read_turns(visit, found)
    about = visit.say("preview-case-about", name=visit.teammate.name)
    path = write_case(_case_folder(visit), found, turns, about=about)
    await visit.records.write(lambda c: visit.noted(c, "saved as test", found.id, path.name))
    where = _path(visit, found.id, form.one("customer"), form.one("channel"))
    return RedirectResponse(f"{where}&done=saved", status_code=303)


def _path(visit: Visit, conversation: str, customer: str, channel: str) -> str:
    """Only ids stand in the address; what they are asked with is checked again when they come back."""
    shown = channel if channel in set(ShownChannel) else ShownChannel.WEBCHAT.value
    whom = "".join(letter for letter in customer if letter.isalnum() or letter in "_-:./")[:60]
    return f"{visit.home}/preview/{conversation}?customer={whom}&channel={shown}"


def _picked(query: QueryParams, visit: Visit) -> dict[str, Any]:
    channel = query.get("channel", "")
    return {
        "channel": channel if channel in set(ShownChannel) else ShownChannel.WEBCHAT.value,
        "channels": [each.value for each in ShownChannel],
        "spoken": (find_language(query.get("language")) or visit.say.language).value,
        "languages": [each.value for each in Language],
    }


def _case_folder(visit: Visit) -> Path:
    return visit.install.settings.data / "cases"


def _demo_people(visit: Visit) -> list[Person]:
    if visit.shop.merchant.connector != SANDBOX:
        return []
    return [
        Person(
            id=each.customer.id,
            name=each.name,
            email=each.email,
            story=visit.say.say(Phrase(key=f"front-story-{each.story.value.replace('_', '-')}-title")),
        )
        for each in DEMO_CUSTOMERS
    ]


async def _search(visit: Visit, wanted: str) -> list[Person]:
    phone = find_phone(wanted, visit.shop.calendar.zone)
    customer = await find_contact(visit.shop, phone or wanted)
    if customer is None:
        return []
    await visit.records.write(lambda c: visit.noted(c, "looked up", customer.id, "preview"))
    return [_person(customer)]


async def _find_person(visit: Visit, customer: str) -> Person | None:
    customers = visit.shop.connections.customers
    if not customer or customers is None:
        return None
    return _person(await customers.get_customer(CustomerId(customer)))


def _person(customer: Customer) -> Person:
    return Person(id=customer.id, name=customer.name, email=customer.email)


def _starters(visit: Visit, conversation: Conversation, person: Person | None) -> list[str]:
    """The story's own first message, then one sentence per skill, in the conversation's language."""
    language = find_language(conversation.language) or Language.EN
    own = [
        each.try_fr if language is Language.FR else each.try_en
        for each in DEMO_CUSTOMERS
        if person and each.customer.id == person.id and language in PAGE_LANGUAGES
    ]
    if language not in PAGE_LANGUAGES:
        return [read_examples(skill, language)[0] for skill in _SKILLS if read_examples(skill, language)]
    speaker = make_speaker(visit.install.phrases, language, visit.shop.calendar)
    return [*own, *(speaker(key) for key in _STARTERS)]
