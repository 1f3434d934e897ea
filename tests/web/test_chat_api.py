"""The web chat's API as a page uses it, and as somebody hostile would."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from channels.mailbox import list_letters
from records.conversations.tables import conversations
from records.merchants import find_merchant, save_merchant
from runtime.inbox import inbox
from tests.seeded import Served
from tests.web.chatting import later, open_chat, read_stream, text_of
from web.seed import DEMO, WIDGET_KEY
from web.throttle import MESSAGES

CAMILLE = "camille.laurent@example.com"


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.url, timeout=30) as client:
        yield client


def _code(served: Served) -> str:
    """The newest code in the mailbox, as soon as it arrives."""
    for _ in range(200):
        letters = served.install.database.run_now(lambda c: list_letters(c, DEMO, limit=1), DEMO)
        if letters:
            return letters[0].code
        time.sleep(0.05)
    raise AssertionError("no code arrived")


def test_a_stranger_returns_the_blue_jacket(client: httpx.Client, served: Served) -> None:
    chat = open_chat(client)
    greeting = chat.events()[0]["body"]
    assert "automated assistant" in text_of([{"body": greeting}])
    assert "30 days" in text_of(chat.say("I want to return the blue jacket"))
    assert "code" in text_of(chat.say(CAMILLE))
    answer = text_of(chat.say(_code(served)))
    assert "Alba jacket" in answer and "Start a return" in answer and "/r/" in answer


def test_a_phone_number_on_record_is_enough_to_be_sent_a_code(client: httpx.Client, served: Served) -> None:
    before = served.install.database.run_now(lambda c: list_letters(c, DEMO), DEMO)
    chat = open_chat(client)
    chat.say("where is my parcel")
    assert "+447700900002" in text_of(chat.say("+44 7700 900002"))
    for _ in range(200):
        letters = served.install.database.run_now(lambda c: list_letters(c, DEMO), DEMO)
        if len(letters) > len(before):
            break
        time.sleep(0.05)
    assert letters[0].recipient == "oliver.hughes@example.com"
    assert "MA-902174" in text_of(chat.say(letters[0].code))


def test_french_is_answered_in_french(client: httpx.Client) -> None:
    chat = open_chat(client, "fr")
    assert "30 jours" in text_of(chat.say("j'ai combien de jours pour renvoyer un article ?"))


def test_the_same_message_twice_is_one_message(client: httpx.Client) -> None:
    chat = open_chat(client)
    body = {"client_message_id": "m-1", "text": "hello"}
    first, second = chat.post(body), chat.post(body)
    assert (first.status_code, second.status_code) == (202, 202)
    assert (first.json()["duplicate"], second.json()["duplicate"]) == (False, True)
    chat.seen = 1
    chat.next_replies()
    assert [each["kind"] for each in chat.events()] == ["reply", "message", "reply"]


def test_the_stream_resumes_after_the_last_event_and_shows_typing(client: httpx.Client) -> None:
    chat = open_chat(client)
    timer = later(
        0.4,
        lambda: chat.client.post(
            f"/chat/v1/conversations/{chat.id}/messages",
            json={"client_message_id": "t-1", "text": "hello"},
            headers=chat.headers,
        ),
    )
    live = read_stream(chat, after=1, wanted=3)
    timer.join()
    assert {name for _, name, _ in live} == {"typing", "message", "reply"}
    assert [number for number, name, _ in live if name != "typing"] == ["2", "3"]
    assert [number for number, _, _ in read_stream(chat, after=2, wanted=1)] == ["3"]


def test_after_a_hand_over_the_agent_stays_quiet(client: httpx.Client) -> None:
    chat = open_chat(client)
    chat.say("I want to talk to a human being please")
    kinds = [each["kind"] for each in chat.events()]
    assert kinds[-1] == "ownership"
    chat.post({"client_message_id": "q-1", "text": "are you there?"})
    later(0.5, lambda: None).join()
    assert [each["kind"] for each in chat.events()] == [*kinds, "message"]


BAD_BODIES = {
    "lone surrogate in the id": b'{"client_message_id": "\\ud800", "text": "x"}',
    "NaN": b'{"client_message_id": "n", "text": NaN}',
    "1e400": b'{"client_message_id": "n", "text": 1e400}',
    "60,000 deep": b"[" * 60_000 + b"]" * 60_000,
    "invalid UTF-8": b'{"client_message_id": "n", "text": "\xff\xfe"}',
    "a number as text": b'{"client_message_id": "n", "text": 7}',
    "a list": b"[]",
    "nothing": b"",
    "neither text nor choice": b'{"client_message_id": "n"}',
    "both": b'{"client_message_id": "n", "text": "x", "choice": "y"}',
    "no id": b'{"text": "x"}',
    "a key twice": b'{"client_message_id": "n", "text": "x", "text": "y"}',
}


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES.keys())
def test_a_body_that_is_no_message_gets_a_clear_answer(client: httpx.Client, body: bytes) -> None:
    chat = open_chat(client)
    answer = client.post(f"/chat/v1/conversations/{chat.id}/messages", content=body, headers=chat.headers)
    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] == "payload_unrecognised" and answer.json()["detail"]
    assert len(chat.events()) == 1


def test_a_megabyte_of_text_is_refused_before_it_is_read(client: httpx.Client) -> None:
    chat = open_chat(client)
    for content in (b'{"text": "' + b"a" * 1_000_000 + b'"}', b"[" * 100_000 + b"]" * 100_000):
        answer = client.post(f"/chat/v1/conversations/{chat.id}/messages", content=content, headers=chat.headers)
        assert answer.status_code == 413 and answer.json()["code"] == "payload_too_large"


@pytest.mark.parametrize("text", ["a\u0000b hello", "\ud800 hello", "\u202e hello \x07", "hello" + "\u0301" * 500])
def test_poison_in_the_text_is_cleaned_and_answered(client: httpx.Client, text: str) -> None:
    chat = open_chat(client)
    body = json.dumps({"client_message_id": uuid4().hex, "text": text}).encode()
    chat.seen = 1
    answer = client.post(f"/chat/v1/conversations/{chat.id}/messages", content=body, headers=chat.headers)
    assert answer.status_code == 202, answer.text
    assert chat.next_replies()


@pytest.mark.parametrize("text", ["", "   ", "🙂", "🙂🙂🙂🙂", "?", "." * 300])
def test_next_to_nothing_is_answered(client: httpx.Client, text: str) -> None:
    assert open_chat(client).say(text)


def test_a_choice_that_was_never_offered_is_explained(client: httpx.Client) -> None:
    assert "can no longer be used" in text_of(open_chat(client).choose("line:somebody-elses"))


def test_an_unknown_widget_key_is_not_found(client: httpx.Client) -> None:
    answer = client.post("/chat/v1/wk_nobody/conversations", json={})
    assert answer.status_code == 404 and answer.json()["code"] == "not_allowed"


def test_a_wrong_token_a_missing_one_and_another_conversations_are_alike(client: httpx.Client) -> None:
    mine, other = open_chat(client), open_chat(client)
    path = f"/chat/v1/conversations/{mine.id}"
    answers = [
        client.get(path),
        client.get(path, headers={"authorization": "Bearer nonsense"}),
        client.get(path, headers=other.headers),
        client.get("/chat/v1/conversations/cnv_unknown", headers=mine.headers),
    ]
    assert {each.status_code for each in answers} == {401}
    body = {"client_message_id": "x", "text": "x"}
    assert client.post(f"{path}/messages", json=body, headers=other.headers).status_code == 401
    assert client.get(f"{path}/events", headers=other.headers).status_code == 401


def test_an_expired_token_opens_nothing(client: httpx.Client, served: Served) -> None:
    chat = open_chat(client)
    install = served.install
    past = install.clock.now() - timedelta(seconds=1)
    change = conversations.update().where(conversations.c.id == chat.id).values(token_expires=past)
    install.database.run_now(lambda c: c.execute(change).rowcount, "*")
    assert client.get(f"/chat/v1/conversations/{chat.id}", headers=chat.headers).status_code == 401


@contextmanager
def _shop_is(served: Served, **changed: Any) -> Iterator[None]:
    """The demo shop's row with some values changed, for a moment."""
    install = served.install
    shop = install.database.run_now(lambda c: find_merchant(c, DEMO), DEMO)
    assert shop
    try:
        install.database.run_now(lambda c: save_merchant(c, replace(shop, **changed)), DEMO)
        install.shops.forget(DEMO)
        yield
    finally:
        install.database.run_now(lambda c: save_merchant(c, shop), DEMO)
        install.shops.forget(DEMO)


def test_only_listed_pages_may_embed_the_widget(client: httpx.Client, served: Served) -> None:
    path = f"/chat/v1/{WIDGET_KEY}/conversations"
    with _shop_is(served, origins=("https://shop.example",)):
        refused = client.post(path, json={}, headers={"origin": "https://evil.example"})
        allowed = client.post(path, json={}, headers={"origin": "https://shop.example"})
    assert refused.status_code == 404 and refused.json()["code"] == "origin_refused"
    assert allowed.status_code == 201
    assert allowed.headers["access-control-allow-origin"] == "https://shop.example"


def test_the_widget_is_told_the_shops_name_colour_and_greeting(client: httpx.Client, served: Served) -> None:
    with _shop_is(served, brand="#7a1f3d"):
        told = client.get(f"/chat/v1/{WIDGET_KEY}/setup?lang=en").json()
    assert (told["shop"], told["brand"], told["language"]) == ("Maison Alder", "#7a1f3d", "en")
    assert told["greeting"] in text_of(open_chat(client).events()[:1])
    assert client.get(f"/chat/v1/{WIDGET_KEY}/setup?lang=en").json()["brand"] is None


@pytest.mark.parametrize(("asked", "answered"), [("fr-CA", "fr"), ("de", "fr"), ("xx", "fr"), ("en-US", "en")])
def test_a_language_without_labels_gets_the_shops(client: httpx.Client, asked: str, answered: str) -> None:
    told = client.get(f"/chat/v1/{WIDGET_KEY}/setup?lang={asked}").json()
    assert told["language"] == answered and told["words"]["widget-send"]


def test_nothing_is_kept_of_what_a_foreign_page_sends(client: httpx.Client, served: Served) -> None:
    chat = open_chat(client)
    path, body = f"/chat/v1/conversations/{chat.id}/messages", {"client_message_id": "f-1", "text": "hello"}
    with _shop_is(served, origins=("https://shop.example",)):
        refused = client.post(path, json=body, headers={**chat.headers, "origin": "https://evil.example"})
    assert refused.status_code == 404 and refused.json()["code"] == "origin_refused"
    rows = select(inbox).where(inbox.c.merchant_id == DEMO, inbox.c.conversation_id == chat.id)
    assert served.install.database.run_now(lambda c: c.execute(rows).all(), DEMO) == []
    assert [each["kind"] for each in chat.events()] == ["reply"]


@pytest.mark.parametrize(
    "pair", [(CAMILLE, "nobody.at.all@example.com"), ("+33639980001", "+33639980999")], ids=["email", "phone"]
)
def test_known_and_unknown_addresses_get_the_same_words(client: httpx.Client, pair: tuple[str, str]) -> None:
    answers = []
    for address in pair:
        chat = open_chat(client)
        chat.say("where is my refund")
        answers.append(text_of(chat.say(address)).replace(address, "ADDRESS"))
    assert answers[0] == answers[1]


def test_a_flood_in_one_conversation_is_slowed_down(client: httpx.Client) -> None:
    chat = open_chat(client)
    for _ in range(MESSAGES.amount):
        assert chat.post([]).status_code == 422
    answer = chat.post({"client_message_id": "late", "text": "hello"})
    assert answer.status_code == 429 and answer.json()["code"] == "sent_too_often"
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert open_chat(client).say("hello")
