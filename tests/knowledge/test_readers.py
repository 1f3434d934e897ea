"""Sources of every kind become articles; what cannot be read says why, and adds nothing."""

import io
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pytest

from domain.errors import ContentUnreadable, PayloadTooLarge
from domain.languages import Language
from knowledge.readers import MAX_BYTES, read_bytes, read_path, readable
from knowledge.readers.web import read_page

MARKDOWN = """---
id: return-window
title: How long you have
topic: returns
updated: 2026-01-15
asked_as:
  - too late to return?
  - how many days
---

Intro **bold** and a [link](https://example.com).

## The window

You have 30 days.

- one
- two

### Holidays

No extension.
"""


def pdf(*lines: str) -> bytes:
    """A PDF of one page, written by hand: the smallest that a reader accepts."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 750 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return body + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def test_markdown_with_front_matter() -> None:
    (draft,) = read_bytes("window.md", MARKDOWN.encode())
    assert (draft.id, draft.title, draft.topic) == ("return-window", "How long you have", "returns")
    assert draft.updated == date(2026, 1, 15)
    assert draft.asked_as == ("too late to return?", "how many days")
    assert [(section.headings, section.text) for section in draft.sections] == [
        ((), "Intro bold and a link."),
        (("The window",), "You have 30 days.\n- one\n- two"),
        (("The window", "Holidays"), "No extension."),
    ]


def test_the_file_name_says_id_title_and_language(tmp_path: Path) -> None:
    folder = tmp_path / "fr"
    folder.mkdir()
    (folder / "Délai de retour.md").write_text("Trente jours.", encoding="utf-8")
    (draft,) = read_path(folder / "Délai de retour.md")
    assert (draft.id, draft.title, draft.language) == ("delai-de-retour", "Délai de retour", Language.FR)


@pytest.mark.parametrize(
    "content", ["Trente jours après réception.".encode("cp1252"), "Trente jours après réception.".encode()]
)
def test_text_in_either_encoding(content: bytes) -> None:
    (draft,) = read_bytes("delai.txt", content)
    assert draft.sections[0].text == "Trente jours après réception."


def test_html_keeps_headings_and_drops_the_frame_around() -> None:
    page = """<html><head><title>Returns | The shop</title><style>p{}</style></head><body><nav>Home</nav>
    <h1>Returns</h1><p>You have <b>30</b> days.</p><h2>Fees</h2><ul><li>Free in France</li></ul>
    <script>alert(1)</script><footer>Imprint</footer></body></html>"""
    (draft,) = read_bytes("returns.html", page.encode())
    assert draft.title == "Returns"
    assert [(section.headings, section.text) for section in draft.sections] == [
        ((), "You have 30 days."),
        (("Fees",), "- Free in France"),
    ]


def test_pdf_text_is_read() -> None:
    (draft,) = read_bytes("terms.pdf", pdf("You have 30 days from delivery to return an item.", "Refunds take a week."))
    text = " ".join(section.text for section in draft.sections)
    assert "30 days from delivery" in text
    assert "Refunds take a week." in text


def test_docx_keeps_headings_and_tables() -> None:
    document = docx.Document()
    document.add_heading("Returns", 1)
    document.add_paragraph("You have 30 days.")
    document.add_heading("Fees", 2)
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "France", "4.90 EUR"
    held = io.BytesIO()
    document.save(held)
    (draft,) = read_bytes("terms.docx", held.getvalue())
    assert draft.title == "Returns"
    assert [(section.headings, section.text) for section in draft.sections] == [
        ((), "You have 30 days."),
        (("Fees",), "France | 4.90 EUR"),
    ]


def test_each_line_of_jsonl_is_an_article() -> None:
    lines = '{"pid": "a-1", "title": "One", "text": "First.", "lang": "fr"}\n\n{"pid": "b", "text": "Second."}\n'
    one, two = read_bytes("faq.jsonl", lines.encode())
    assert (one.id, one.title, one.language) == ("a-1", "One", Language.FR)
    assert (two.id, two.title, two.language) == ("b", "b", None)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.md", b"  \n", "empty"),
        ("empty.pdf", b"", "empty"),
        ("page.html", b"<html><body><script>x</script></body></html>", "no text"),
        ("broken.pdf", b"%PDF-1.4 this is not one", "damaged"),
        ("broken.docx", b"PK\x03\x04 this is not one", "damaged"),
        ("picture.png", b"\x89PNG....", "kind of file"),
        ("binary.txt", b"\x00\x01\x02", "not a text file"),
        ("front.md", b"---\nid: [\n---\ntext", "YAML"),
        ("day.md", b"---\nupdated: soon\n---\ntext", "updated"),
        ("asked.md", b"---\nasked_as: one\n---\ntext", "asked_as"),
        ("lines.jsonl", b'{"pid": "a", "text": "x"}\n{oops', "line 2"),
        ("lines.jsonl", b'{"title": "no text"}', "pid and a text"),
        ("twice.jsonl", b'{"pid": "a", "text": "x"}\n{"pid": "a", "text": "y"}', "twice"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(ContentUnreadable, match=reason):
        read_bytes(name, content)


def test_a_pdf_without_text_asks_for_recognition() -> None:
    with pytest.raises(ContentUnreadable, match="text recognition"):
        read_bytes("scan.pdf", pdf(""))


def test_a_large_upload_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(PayloadTooLarge):
        read_bytes("large.txt", b"x" * (MAX_BYTES + 1))
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(PayloadTooLarge):
        read_path(large)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentUnreadable, match="No such file"):
        read_path(tmp_path / "none.md")


def test_hidden_and_other_files_in_a_folder_are_passed_over() -> None:
    assert [readable(Path(name)) for name in ("a.md", "b.PDF", ".hidden.md", "c.png", "~$d.docx")] == [
        True,
        True,
        False,
        False,
        False,
    ]


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("location", "/returns")
            self.end_headers()
            return
        if self.path == "/round":
            self.send_response(302)
            self.send_header("location", "/round")
            self.end_headers()
            return
        found = self.path in {"/returns", "/data", "/endless"}
        self.send_response(200 if found else 404)
        self.send_header("content-type", "application/zip" if self.path == "/data" else "text/html; charset=utf-8")
        self.end_headers()
        if self.path == "/returns":
            body = "You have 30 days from delivery to return an item, wherever you live. " * 5
            self.wfile.write(f"<html><title>Returns</title><h1>Returns</h1><p>{body}</p></html>".encode())
        if self.path == "/endless":
            try:
                for _ in range(7):
                    self.wfile.write(b"<p>" + b"x" * 2**20 + b"</p>")
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_web_page_is_read_also_after_a_redirect(site: str) -> None:
    draft = read_page(f"{site}/moved", allow_private=True)
    assert (draft.title, draft.id, draft.source) == ("Returns", "returns", f"{site}/returns")
    assert "30 days" in draft.sections[0].text


@pytest.mark.parametrize(
    ("path", "reason"), [("/none", "status 404"), ("/data", "not a page"), ("/round", "redirects too often")]
)
def test_a_page_that_cannot_be_read_says_why(site: str, path: str, reason: str) -> None:
    with pytest.raises(ContentUnreadable, match=reason):
        read_page(site + path, allow_private=True)


def test_a_page_without_end_is_cut_off(site: str) -> None:
    with pytest.raises(PayloadTooLarge):
        read_page(f"{site}/endless", allow_private=True)


def test_a_page_that_does_not_answer_says_so() -> None:
    with pytest.raises(ContentUnreadable, match="does not answer"):
        read_page("http://127.0.0.1:9", allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://10.0.0.8/",
    ],
)
def test_addresses_inside_the_network_are_refused(url: str) -> None:
    with pytest.raises(ContentUnreadable, match="inside the own network"):
        read_page(url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.com/x", "returns"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(ContentUnreadable, match="starts with http"):
        read_page(url)
