"""Conversations: found by filter and words, read with their traces, taken over and given back."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from records.audit import list_audit
from tests.seeded import Served
from tests.web.chatting import open_chat
from tests.web.console.team import HOME, OBSERVER, SUPPLIER, own, sign_in
from web.seed import DEMO

_LINK = re.compile(rf'href="({HOME}/conversations/cnv_[0-9a-f]+)"')


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that any database gets meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("page", ["/conversations", "/conversations/cnv_none"])
def test_a_stranger_signs_in_first(served: Served, page: str) -> None:
    assert httpx.get(f"{served.url}{HOME}{page}").status_code == 303


def test_filters_and_search_narrow_the_list(served: Served) -> None:
    desk = sign_in(served.url)
    assert len(_LINK.findall(desk.get("/conversations"))) == 50
    claims = desk.get("/conversations?skill=claims&channel=webchat")
    assert "Carrier claims" in claims
    assert "any news about the lost parcel?" in claims
    assert "where's my order??" not in claims
    assert "where's my order??" in desk.get("/conversations?q=MY+order%3F")
    assert "No conversation fits" in desk.get("/conversations?q=nobody+said+this")
    assert "No conversation fits" not in desk.get("/conversations?figure=nonsense&skill=nonsense&from=nonsense&after=x")


def test_pages_follow_each_other_without_gap_or_repeat(served: Served) -> None:
    desk, path, seen = sign_in(served.url), "/conversations?language=en&skill=tracking", []
    while path:
        page = desk.get(path)
        seen += _LINK.findall(page)
        more = re.search(rf'class="button" href="{HOME}(/conversations\?[^"]*after=[^"]*)"', page)
        path = more[1] if more else ""
    assert len(seen) == len(set(seen)) > 50


def test_a_transcript_shows_how_each_reply_came_about_and_is_audited(served: Served) -> None:
    desk = sign_in(served.url)
    link = _LINK.findall(desk.get("/conversations?skill=returns&figure=confirmed&language=en"))[0]
    page = desk.get(link.removeprefix(HOME))
    assert "Understood: wants a return or exchange" in page
    assert "Asked the returns provider about the item" in page
    assert "Can be returned" in page
    assert "Compris" in desk.get(f"{link.removeprefix(HOME)}?lang=fr")
    desk.get("/conversations?lang=en")
    with served.install.database.engine.connect() as connection:
        noted = list_audit(connection.execution_options(merchant=DEMO), DEMO, limit=5)
    assert (noted[0].verb, noted[0].subject) == ("read", f"conversation {link.rpartition('/')[2]}")


def test_a_person_takes_over_answers_and_gives_back(served: Served) -> None:
    desk = sign_in(served.url)
    with httpx.Client(base_url=served.url, timeout=30) as client:
        chat = open_chat(client)
        chat.say("where is my parcel?")
        path = f"/conversations/{chat.id}"
        assert "cannot" not in desk.post(f"{path}/answer", 409, text="too early")
        assert "A person has joined" in desk.post(f"{path}/owner", owner="person")
        desk.post(f"{path}/answer", text="Good morning <b>there</b>")
        replies = [each for each in chat.events() if each["kind"] == "reply"]
        assert replies[-1]["body"]["author"] == "person"
        assert replies[-1]["body"]["author_name"] == "Margaux Alder"
        assert "<b>there" not in desk.client.get(f"{HOME}{path}").text
        assert "The agent answers again" in desk.post(f"{path}/owner", owner="agent")
        owners = [each["body"]["owner"] for each in chat.events() if each["kind"] == "ownership"]
        assert owners == ["person", "agent"]
        chat.say("where is my parcel?")


def test_roles_are_kept(served: Served) -> None:
    owner, watcher = sign_in(served.url), sign_in(served.url, OBSERVER)
    path = _LINK.findall(owner.get("/conversations"))[0].removeprefix(HOME)
    assert "Take over" not in watcher.get(path)
    for act in ("owner", "answer"):
        refused = watcher.client.post(f"{HOME}{path}/{act}", data={"text": "x"}, headers=own(watcher.client))
        assert refused.status_code == 403
    assert sign_in(served.url, SUPPLIER).client.get(f"{HOME}/conversations").status_code == 403
    owner.get("/conversations/cnv_none", 404)


def test_a_page_asks_the_database_a_bounded_number_of_times(served: Served) -> None:
    desk = sign_in(served.url)
    path = _LINK.findall(desk.get("/conversations"))[0].removeprefix(HOME)
    for page, most in (("/conversations", 8), (path, 12), ("", 14)):
        with counted() as seen:
            desk.get(page)
        own_reads = [each for each in seen if each.startswith(("SELECT", "INSERT")) and "box" not in each]
        assert len(own_reads) <= most, (page, own_reads)
