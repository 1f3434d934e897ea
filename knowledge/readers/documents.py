"""The child process: a document on standard input, its title and Markdown as JSON on standard output.

Not imported by the application: ``child`` runs it with limits on memory and time.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

_MEMORY = 1 * 2**30
_SECONDS = 50
_PAGES = 1000
_LETTERS = 5_000_000
_HEADING_WORDS = 10


class Refused(Exception):
    """Said to the person who uploads; ``reason`` is the one word of it that programs read."""

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


def main() -> None:
    _limit()
    kind = sys.argv[1]
    content = sys.stdin.buffer.read()
    try:
        title, markdown = _read_pdf(content) if kind == "pdf" else _read_docx(content)
        if len(markdown) > _LETTERS:
            raise Refused("too_large", "the document holds too much text")
        if not markdown.strip():
            raise Refused("scanned", "there is no text in it; a scanned page needs text recognition first")
    except Refused as refused:
        sys.stderr.write(f"\nrefused: {refused.reason}: {refused}\n")
        raise SystemExit(1) from None
    sys.stdout.buffer.write(json.dumps({"title": title, "markdown": markdown}).encode())


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read_pdf(content: bytes) -> tuple[str, str]:
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("locked", "the document is locked with a password")
        if len(reader.pages) > _PAGES:
            raise Refused("too_large", f"the document has more than {_PAGES} pages")
        lines = [line for page in reader.pages for line in (page.extract_text() or "").splitlines()]
        title = str((reader.metadata.title if reader.metadata else None) or "").strip()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refused("damaged", "the PDF is damaged") from error
    return title, "\n\n".join(_paragraphs([line.strip() for line in lines]))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """PDF knows lines only: a short one without a full stop after a finished sentence is taken for a heading."""
    run: list[str] = []
    for line in lines:
        ended = not run or run[-1].endswith((".", "!", "?", ":"))
        if not line:
            yield from _escaped(run)
            run = []
        elif ended and _is_heading(line):
            yield from _escaped(run)
            run = []
            yield "## " + _escape(line)
        elif re.match(r"[•▪●–-]\s", line):
            yield from _escaped(run)
            run = ["- " + line[1:].strip()]
        else:
            run.append(line)
    yield from _escaped(run)


def _is_heading(line: str) -> bool:
    words = line.split()
    return len(words) <= _HEADING_WORDS and line[0].isupper() and line[-1].isalnum() and not line[0].isdigit()


def _escaped(run: list[str]) -> Iterator[str]:
    text = re.sub(r"(?<=\w)-\s(?=[a-z])", "", " ".join(run)) if run else ""
    if text:
        yield ("- " + _escape(text[2:])) if text.startswith("- ") else _escape(text)


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_<>#\[\]])", r"\\\1", text)


def _read_docx(content: bytes) -> tuple[str, str]:
    import docx

    try:
        document = docx.Document(io.BytesIO(content))
        blocks = [block for item in document.iter_inner_content() for block in _block(item)]
        title = (document.core_properties.title or "").strip()
    except Exception as error:
        raise Refused("damaged", "the DOCX file is damaged") from error
    return title, "\n\n".join(blocks)


def _block(item: Any) -> Iterator[str]:
    if hasattr(item, "rows"):
        for row in item.rows:
            yield _escape(" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)))
        return
    text = _escape(item.text.strip())
    style = (item.style.style_id or "") if item.style is not None else ""
    level = re.fullmatch(r"(?:Heading|Titre|berschrift|Ttulo|Titolo|Kop)(\d)", style)
    if text and level:
        yield "#" * min(int(level.group(1)), 6) + " " + text
    elif text and style == "Title":
        yield "# " + text
    elif text:
        yield ("- " if style.startswith("List") else "") + text


if __name__ == "__main__":
    main()
