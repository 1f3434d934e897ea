"""Content: what is written is what the agent quotes next, and nothing that is lost cannot be brought back."""

import socket
import threading
from collections.abc import Iterator
from functools import partial

import httpx
import pytest

from domain.errors import ContentUnreadable
from domain.gaps import Gap
from domain.ids import ConversationId
from domain.languages import Language
from knowledge.readers.web import read_page
from records.gaps import keep_gap
from runtime.database import Database
from tests.seeded import Served
from tests.web.chatting import open_chat, text_of
from tests.web.console.team import COORDINATOR, HOME, OBSERVER, SUPPLIER, Desk, own, sign_in
from web.seed import DEMO

WINDOW = "/content/en/return-window"


@pytest.fixture(scope="module")
def desk(served: Served) -> Desk:
    return sign_in(served.url)


def _upload(desk: Desk, name: str, content: bytes, *, status: int = 200) -> str:
    answer = desk.client.post(
        f"{HOME}/content/upload",
        data={"mark": desk.mark(), "language": "en"},
        files={"file": (name, content)},
        headers=own(desk.client),
        follow_redirects=True,
    )
    assert answer.status_code == status, answer.text[:300]
    return answer.text


def _edit(desk: Desk, article: str, language: str, base: int, body: str, **more: str) -> str:
    fields = {"title": "Opening hours", "asked_as": "", "deed": "publish"} | more
    fields |= {"article": article, "language": language, "base": str(base), "body": body}
    return desk.post("/content/save", 200, **fields)


def test_every_page_opens_in_both_languages(desk: Desk) -> None:
    for page in ("", "/add", "/new", "/completeness", "/search?q=refund", "/conflicts", "/gaps", "/en/return-window"):
        assert "<h1>" in desk.get(f"/content{page}")
        desk.get(f"/content{page}{'&' if '?' in page else '?'}lang=fr")
    desk.get("/content?lang=en")


def test_a_new_text_is_what_the_next_reply_quotes(served: Served, desk: Desk) -> None:
    page = desk.post(
        "/content/save",
        language="en",
        title="Ascension Day",
        body="Our shop in the old harbour is closed on Ascension Day, and open again the day after.",
        asked_as="Is your shop closed on Ascension Day?",
        deed="publish",
    )
    assert "Published. The next reply uses it." in page
    with httpx.Client(base_url=served.url, timeout=30) as client:
        said = text_of(open_chat(client).say("Is your shop closed on Ascension Day?"))
    assert "closed on Ascension Day" in said


def test_a_draft_is_not_quoted_and_can_be_compared(desk: Desk) -> None:
    desk.post("/content/save", language="en", title="Draft test", body="We open at nine.", deed="publish")
    page = _edit(desk, "draft-test", "en", 1, "We open at ten.", deed="draft")
    assert "Kept as a draft" in page
    compared = desk.get("/content/en/draft-test?version=draft")
    assert "<del>We open at nine.</del>" in compared
    assert "<ins>We open at ten.</ins>" in compared
    assert "Draft" in desk.get("/content?q=draft-test")
    desk.post("/content/deed", article="draft-test", language="en", deed="drop")
    assert "A draft waits" not in desk.get("/content/en/draft-test")


def test_rolling_back_publishes_the_earlier_text_as_a_new_version(desk: Desk) -> None:
    desk.post("/content/save", language="en", title="Rolling", body="First words.", deed="publish")
    _edit(desk, "rolling", "en", 1, "Second words.")
    assert "<del>First words.</del>" in desk.get("/content/en/rolling?version=1")
    page = desk.post("/content/restore", article="rolling", language="en", version="1")
    assert "published again" in page
    assert "First words." in page
    assert "Version 2" in page


def test_somebody_elses_newer_version_is_not_overwritten_unseen(desk: Desk) -> None:
    desk.post("/content/save", language="en", title="Two hands", body="One.", deed="publish")
    _edit(desk, "two-hands", "en", 1, "Two.")
    fields = {"article": "two-hands", "language": "en", "base": "1", "title": "Two hands", "body": "Mine."}
    page = desk.post("/content/save", 422, deed="publish", **fields)
    assert "Somebody published another version" in page
    assert "Mine." in page


def test_a_removed_article_comes_back(desk: Desk) -> None:
    desk.post("/content/save", language="en", title="Going away", body="Here for now.", deed="publish")
    page = desk.post("/content/deed", article="going-away", language="en", deed="remove")
    assert "The article is gone" in page
    assert "Undo" in page
    desk.get("/content/en/going-away", 404)
    assert "Here for now." in desk.post("/content/restore", article="going-away", language="en")


def test_a_changed_window_is_shown_and_goes_to_the_policy_in_the_same_act(desk: Desk) -> None:
    body = "## The window\n\nYou have 37 days from delivery to return an item for a refund."
    given = {"article": "return-window", "language": "en", "base": "1", "title": "Return window", "body": body}
    asked = desk.post("/content/save", 200, deed="publish", **given)
    assert "30 → 37 days" in asked
    assert 'value="30"' in desk.get("/policy")
    done = desk.post("/content/save", 200, windows="apply", **given)
    assert "from 30 to 37 days" in done
    assert 'value="37"' in desk.get("/policy")
    assert "37 days from delivery" in desk.get("/policy/versions")
    conflicts = desk.get("/content/conflicts")
    assert "30" in conflicts


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("broken.pdf", b"%PDF-1.4 broken", "damaged"),
        ("empty.txt", b"", "The file is empty"),
        ("photo.png", b"\x89PNG", "This kind of content cannot be read"),
        ("not.docx", b"nothing of the kind", "damaged"),
        ("binary.txt", b"\x00\x01\x02" * 50, "not a text file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    desk: Desk, name: str, content: bytes, told: str
) -> None:
    assert told in _upload(desk, name, content, status=422)


def test_a_file_is_published(desk: Desk) -> None:
    assert "Published" in _upload(desk, "Moon shop.md", b"# Moon shop\n\nWe do not deliver to the moon.")
    assert "We do not deliver to the moon." in desk.get("/content/en/moon-shop")


def test_an_upload_of_200_mb_is_refused_while_it_arrives(desk: Desk) -> None:
    """Without a declared length too: no more than the limit is ever read."""
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(200):
            sent += 1
            yield b"a" * 2**20

    headers = own(desk.client) | {"content-type": "multipart/form-data; boundary=x"}
    try:
        answer = desk.client.post(f"{HOME}/content/upload", content=endless(), headers=headers)
    except httpx.TransportError:
        answer = None
    assert answer is None or (answer.status_code == 422 and "too large" in answer.text)
    assert sent < 100
    declared = headers | {"content-length": str(200 * 2**20)}
    host = desk.client.base_url
    with socket.create_connection((host.host, host.port), timeout=20) as raw:
        cookies = "; ".join(f"{each.name}={each.value}" for each in desk.client.cookies.jar)
        declared |= {"cookie": cookies, "host": f"{host.host}:{host.port}"}
        lines = "".join(f"{name}: {value}\r\n" for name, value in declared.items())
        raw.sendall(f"POST {HOME}/content/upload HTTP/1.1\r\n{lines}\r\n".encode())
        assert b" 422 " in raw.recv(100)


@pytest.fixture
def circle() -> Iterator[str]:
    """A site whose page leads to itself."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]

    def answer() -> None:
        while True:
            try:
                taken, _ = listening.accept()
            except OSError:
                return
            with taken:
                taken.recv(4096)
                taken.sendall(b"HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")

    threading.Thread(target=answer, daemon=True).start()
    yield f"http://127.0.0.1:{port}/"
    listening.close()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://localhost/"]
)
def test_an_address_inside_the_network_is_not_read(desk: Desk, address: str) -> None:
    page = desk.post("/content/fetch", 422, address=address)
    assert "inside the network of the server" in page
    assert address in page


@pytest.mark.parametrize("address", ["", "ftp://shop.example/", "javascript:alert(1)", "file:///etc/passwd"])
def test_what_is_no_address_is_refused(desk: Desk, address: str) -> None:
    assert "starts with http" in desk.post("/content/fetch", 422, address=address)


def test_a_page_that_leads_to_itself_is_given_up(circle: str) -> None:
    with pytest.raises(ContentUnreadable) as refused:
        read_page(circle, allow_private=True)
    assert refused.value.fields["reason"] == "redirects"


def test_markup_in_an_article_stays_text(desk: Desk) -> None:
    body = "Hello <script>alert(1)</script> and [a link](javascript:alert(1))."
    desk.post("/content/save", language="en", title="Sly", body=body, deed="publish")
    page = desk.client.get(f"{HOME}/content/en/sly").text
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_open_questions_lead_to_an_article_with_the_question_in_it(served: Served, desk: Desk) -> None:
    now = served.install.clock.now()
    database: Database = served.install.database
    for number in (1, 2):
        gap = Gap(
            conversation=ConversationId(f"cnv_gap_{number}"),
            language=Language.EN,
            question="Do you rent out carnival costumes?",
            at=now,
        )
        database.run_now(partial(keep_gap, merchant=DEMO, gap=gap), DEMO)
    page = desk.get("/content/gaps")
    assert "Do you rent out carnival costumes?" in page
    assert "2 conversations" in page
    assert "Do you rent out carnival costumes?" in desk.get("/content/new?asked=Do+you+rent+out+carnival+costumes%3F")


def test_search_says_whether_the_agent_would_answer(desk: Desk) -> None:
    assert "Supported" in desk.get("/content/search?q=How+long+does+a+refund+take&language=en")
    assert "Withheld" in desk.get("/content/search?q=Do+you+sell+nuclear+submarines&language=en")


@pytest.mark.parametrize("path", ["/content/en/unheard-of", "/content/xx/return-window", "/content/en/..%2F..%2Fetc"])
def test_an_article_that_is_not_there(desk: Desk, path: str) -> None:
    desk.get(path, 404)


def test_who_may_only_look_cannot_write(served: Served) -> None:
    observer = sign_in(served.url, OBSERVER)
    assert "Save and publish" not in observer.get(WINDOW)
    observer.get("/content/new", 403)
    for path in ("/content/save", "/content/deed", "/content/restore", "/content/fetch", "/content/upload"):
        observer.post(path, 403, mark="none")
    sign_in(served.url, SUPPLIER).get("/content", 403)
    assert "Write an article" in sign_in(served.url, COORDINATOR).get("/content")


def test_a_stranger_is_sent_to_sign_in(served: Served) -> None:
    answer = httpx.get(f"{served.url}{HOME}/content", follow_redirects=False)
    assert (answer.status_code, "/sign-in" in answer.headers["location"]) == (303, True)


def test_a_form_of_another_session_changes_nothing(desk: Desk) -> None:
    desk.post("/content/deed", 403, mark="0" * 32, article="return-window", language="en", deed="remove")
    desk.get(WINDOW)
