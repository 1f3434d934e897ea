"""Chooses the reader by file name and checks size and decoding before any text is parsed."""

import errno
from dataclasses import replace
from pathlib import Path, PurePosixPath

from domain.errors import ContentUnreadable, PayloadTooLarge, StorageFull
from domain.languages import Language, find_language
from knowledge.drafts import Draft
from knowledge.readers.child import read_document
from knowledge.readers.html import read_html
from knowledge.readers.markdown import read_markdown
from knowledge.readers.plain import read_lines, read_text

MAX_BYTES = 25 * 2**20
MAX_TEXT = 5_000_000
_DOCUMENTS = {".pdf", ".docx"}
_TEXTS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".jsonl"}


def readable(path: Path) -> bool:
    """Whether a file inside a folder is a source; other files there are passed over."""
    return path.suffix.lower() in _TEXTS | _DOCUMENTS and not path.name.startswith((".", "~$"))


def read_path(path: Path) -> list[Draft]:
    """The drafts of one file; raises ContentUnreadable, PayloadTooLarge or StorageFull, each with a plain sentence."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name)
        content = path.read_bytes()
    except OSError as error:
        raise ContentUnreadable(f"{path}: {error.strerror or 'cannot be read'}") from error
    return read_bytes(path.name, content, language=_language_of(path))


def read_bytes(name: str, content: bytes, *, language: Language | None = None) -> list[Draft]:
    """The same for an upload; ``language`` is taken where the text itself does not say."""
    if len(content) > MAX_BYTES:
        raise _too_large(name)
    if not content.strip():
        raise ContentUnreadable(f"{name}: the file is empty", reason="empty")
    kind = PurePosixPath(name.lower()).suffix
    try:
        drafts = _read(kind, name, content)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StorageFull("the disk is full") from error
        raise
    if not any(section.text.strip() for draft in drafts for section in draft.sections):
        raise ContentUnreadable(f"{name}: there is no text in it", reason="no_text")
    return [_in_language(draft, language) for draft in drafts]


def _read(kind: str, name: str, content: bytes) -> list[Draft]:
    if kind in _DOCUMENTS:
        return [read_document(name, content, kind.lstrip("."))]
    if kind not in _TEXTS:
        raise ContentUnreadable(
            f"{name}: this kind of file cannot be read; text, Markdown, HTML, PDF and DOCX can", reason="kind"
        )
    text = _decode(name, content)
    if kind == ".jsonl":
        return read_lines(text, name=name)
    if kind in {".html", ".htm"}:
        return [read_html(text, name=name)]
    return [read_text(text, name=name) if kind in {".txt", ".text"} else read_markdown(text, name=name)]


def _decode(name: str, content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            raise ContentUnreadable(f"{name}: this is not a text file", reason="not_text")
        if len(text) > MAX_TEXT:
            raise _too_large(name)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise ContentUnreadable(f"{name}: the text is neither UTF-8 nor Windows-1252", reason="not_text")


def _language_of(path: Path) -> Language | None:
    """``fr/window.md`` and ``window.fr.md`` say their language; anything else does not."""
    hints = [path.parent.name, *path.name.split(".")[1:-1]]
    return next((found for hint in hints if len(hint) in {2, 5} and (found := find_language(hint))), None)


def _in_language(draft: Draft, language: Language | None) -> Draft:
    return draft if draft.language or not language else replace(draft, language=language)


def _too_large(name: str) -> PayloadTooLarge:
    return PayloadTooLarge(
        f"{name}: larger than {MAX_BYTES // 2**20} MB of file or {MAX_TEXT // 10**6} million letters"
    )
