"""The web chat's API: open a conversation, say something, read its events."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from agent.turn import Shop
from channels.webchat import accept_message, open_chat, parse_message, stream_events
from channels.webchat.opening import TOKEN
from domain.errors import NotAllowed, PayloadUnrecognised, SignatureInvalid
from domain.ids import ConversationId
from domain.languages import Language, find_language
from records.conversations import Conversation, Owner, find_by_token
from records.events import list_events
from runtime.bell import TYPING
from web.bodies import read_json
from web.greeting import greet, say_greeting
from web.origins import allow_origin, check_origin
from web.pages.speaking import PAGE_LANGUAGES
from web.throttle import CONVERSATIONS, MESSAGES
from web.wiring import Install

router = APIRouter(prefix="/chat/v1")
Authorization = Annotated[str, Header()]


def install_of(request: Request) -> Install:
    install: Install = request.app.state.install
    return install


@router.options("/{path:path}")
async def preflight(request: Request, path: str) -> Response:
    return allow_origin(request, Response(status_code=204))


@router.get("/{widget_key}/setup")
async def setup(request: Request, widget_key: str, lang: str = "") -> Response:
    """What the widget shows before a conversation: the shop's name and colour, its greeting and the labels, in the
    language asked for or the nearest that has labels."""
    shop, phrases = await _shop(request, widget_key), install_of(request).phrases
    wanted = (find_language(lang), shop.merchant.language)
    language = next((each for each in wanted if each in PAGE_LANGUAGES), Language.EN)
    calendar = shop.calendar
    body = {
        "shop": shop.merchant.name,
        "brand": shop.merchant.brand or None,
        "language": language.value,
        "languages": [each.value for each in PAGE_LANGUAGES],
        "greeting": say_greeting(shop, phrases, language),
        "words": phrases.labels("widget-", language, zone=calendar.zone, today=calendar.today()),
    }
    return allow_origin(request, JSONResponse(body))


@router.post("/{widget_key}/conversations", status_code=201)
async def open_conversation(request: Request, widget_key: str) -> Response:
    install, shop = install_of(request), await _shop(request, widget_key)
    language = _language(await read_json(request, limit=4096), shop)
    greeting = greet(shop, install.phrases, language)
    source = install.keys.hash("source", request.client.host if request.client else "")
    install.throttle.count(CONVERSATIONS, source)
    now = install.clock.now()
    opened = await install.database.merchant(shop.merchant.id).write(
        lambda c: open_chat(
            c,
            shop.merchant.id,
            language=language,
            greeting=greeting,
            source=source,
            keys=install.keys,
            now=now,
        )
    )
    body = {"conversation_id": opened.conversation, "token": opened.token}
    return allow_origin(request, JSONResponse(body, status_code=201))


@router.post("/conversations/{conversation_id}/messages", status_code=202)
async def say(request: Request, conversation_id: str, authorization: Authorization = "") -> Response:
    install = install_of(request)
    install.throttle.count(MESSAGES, conversation_id)
    said = parse_message(await read_json(request))
    conversation = await _conversation(request, conversation_id, authorization)
    now = install.clock.now()
    records = install.database.merchant(conversation.merchant)
    new = await records.write(lambda c: accept_message(c, conversation, said, now))
    if new:
        if conversation.owner is Owner.AGENT:
            install.bell.ring(conversation.id, TYPING)
        install.bell.ring(conversation.id)
        install.dispatcher.wake(conversation.id)
    return allow_origin(request, JSONResponse({"accepted": True, "duplicate": not new}, status_code=202))


@router.get("/conversations/{conversation_id}/events")
async def events(
    request: Request,
    conversation_id: str,
    authorization: Authorization = "",
    last_event_id: Annotated[str, Header()] = "",
) -> Response:
    install = install_of(request)
    conversation = await _conversation(request, conversation_id, authorization)
    after = int(last_event_id) if last_event_id.isascii() and last_event_id.isdigit() else 0
    records = install.database.merchant(conversation.merchant)
    stream = stream_events(records, install.bell, conversation.merchant, conversation.id, after=min(after, 2**31))
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return allow_origin(request, StreamingResponse(stream, media_type="text/event-stream", headers=headers))


@router.get("/conversations/{conversation_id}")
async def transcript(request: Request, conversation_id: str, authorization: Authorization = "") -> Response:
    conversation = await _conversation(request, conversation_id, authorization)
    records = install_of(request).database.merchant(conversation.merchant)
    stored = await records.read(lambda c: list_events(c, conversation.merchant, conversation.id))
    body = {
        "conversation_id": conversation.id,
        "owner": conversation.owner.value,
        "language": conversation.language,
        "events": [
            {
                "sequence": each.sequence,
                "kind": each.kind.value,
                "at": each.at.isoformat(),
                "body": json.loads(each.body),
            }
            for each in stored
        ],
    }
    return allow_origin(request, JSONResponse(body))


async def _shop(request: Request, widget_key: str) -> Shop:
    shop = await install_of(request).shops.find_by_key(widget_key)
    if shop is None:
        raise NotAllowed("no shop has this widget key")
    check_origin(request, shop.merchant.origins)
    return shop


async def _conversation(request: Request, conversation_id: str, authorization: str) -> Conversation:
    """Whose token this is, asked from a page that may ask; nothing is stored before."""
    install = install_of(request)
    token_hash = _token_hash(install, authorization)
    now = install.clock.now()
    found = await install.database.system().read(
        lambda c: find_by_token(c, ConversationId(conversation_id), token_hash, now)
    )
    if found is None:
        raise SignatureInvalid("the token is wrong or has expired")
    shop = await install.shops.get_shop(found.merchant)
    check_origin(request, shop.merchant.origins)
    return found


def _token_hash(install: Install, authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise SignatureInvalid("send the conversation's token as a bearer token")
    return install.keys.hash(TOKEN, token)


def _language(body: Any, shop: Shop) -> Language:
    if not isinstance(body, dict):
        raise PayloadUnrecognised("body: an object is expected")
    asked = body.get("language")
    if asked is not None and not isinstance(asked, str):
        raise PayloadUnrecognised("language: a text is expected")
    return find_language(asked) or shop.merchant.language
