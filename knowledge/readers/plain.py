"""Plain text, and lines of JSON where each line is one article."""

import json
from typing import Any

from domain.errors import ContentUnreadable
from domain.ids import ArticleId
from domain.languages import find_language
from knowledge.drafts import Draft, Section, slug
from knowledge.readers.markdown import stem_of, title_of

_MAX_PID = 200


def read_text(text: str, *, name: str) -> Draft:
    """The whole text under the file's name."""
    return Draft(id=slug(stem_of(name)), title=title_of(name), sections=(Section((), text.strip()),), source=name)


def read_lines(text: str, *, name: str) -> list[Draft]:
    """``{pid, title, text, lang}`` per line; raises ContentUnreadable that names the first line which is not."""
    drafts: dict[tuple[str, object], Draft] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        draft = _line(line, f"{name}, line {number}", name)
        if drafts.setdefault((draft.id, draft.language), draft) is not draft:
            raise ContentUnreadable(f"{name}, line {number}: the pid {draft.id} stands twice")
    return list(drafts.values())


def _line(line: str, where: str, name: str) -> Draft:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ContentUnreadable(f"{where}: not valid JSON") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row["text"].strip():
        raise ContentUnreadable(f"{where}: an article needs a pid and a text")
    pid = str(row.get("pid") or "").strip()
    if not 0 < len(pid) <= _MAX_PID:
        raise ContentUnreadable(f"{where}: an article needs a pid of at most {_MAX_PID} characters")
    return Draft(
        id=ArticleId(pid),
        title=str(row.get("title") or pid),
        sections=(Section((), row["text"].strip()),),
        source=name,
        asked_as=_strings(row.get("asked_as")),
        language=find_language(str(row.get("lang") or "")),
    )


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
