"""Markdown with optional YAML front matter (id, title, topic, updated, asked_as, lang) to a draft."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from domain.errors import ContentUnreadable
from domain.ids import ArticleId
from domain.languages import find_language
from knowledge.drafts import Draft, Section, slug

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_BETWEEN_BULLETS = re.compile(r"(?<=[^\n])\n\n(?=- )")


def read_markdown(text: str, *, name: str) -> Draft:
    """Raises ContentUnreadable when the front matter is not what it should be."""
    front, body = _front_matter(text, name)
    title, sections = read_sections(body)
    title = str(front.get("title") or title or title_of(name))
    return Draft(
        id=ArticleId(str(front["id"])) if front.get("id") else slug(stem_of(name)),
        title=title,
        sections=tuple(sections),
        source=name,
        topic=str(front.get("topic") or ""),
        updated=_day(front.get("updated"), name),
        asked_as=_questions(front.get("asked_as"), name),
        language=find_language(str(front["lang"])) if front.get("lang") else None,
    )


def read_sections(body: str) -> tuple[str, list[Section]]:
    """The first top heading (empty when there is none) and the sections with their heading paths."""
    title = ""
    path: list[tuple[int, str]] = []
    sections: list[Section] = []
    blocks: list[str] = []
    for level, block in _walk(body):
        if not level:
            blocks.append(block)
            continue
        _close(sections, path, blocks)
        blocks = []
        if level == 1 and not title and not sections:
            title = block
            continue
        path = [*((depth, words) for depth, words in path if depth < level), (level, block)]
    _close(sections, path, blocks)
    return title, sections


def _close(sections: list[Section], path: list[tuple[int, str]], blocks: list[str]) -> None:
    if blocks:
        text = "\n\n".join(blocks)
        sections.append(Section(tuple(words for _, words in path), _BETWEEN_BULLETS.sub("\n", text)))


def _walk(body: str) -> Iterator[tuple[int, str]]:
    """Headings as (level, words), everything else as (0, plain text)."""
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    rows: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "inline" and tokens[place - 1].type == "heading_open":
            yield int(tokens[place - 1].tag[1]), _plain(token)
        elif token.type == "inline" and tokens[place - 1].type in {"th_open", "td_open"}:
            rows.append(_plain(token))
        elif token.type == "tr_close":
            yield 0, " | ".join(rows)
            rows = []
        elif token.type == "inline" and _plain(token):
            yield 0, _bullet(tokens, place) + _plain(token)
        elif token.type in {"fence", "code_block"} and token.content.strip():
            yield 0, token.content.strip()


def _bullet(tokens: list[Token], place: int) -> str:
    return "- " if place >= 2 and tokens[place - 2].type == "list_item_open" else ""


def _plain(token: Token) -> str:
    pieces = []
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            pieces.append(" " if child.type == "softbreak" else "\n")
        elif child.type != "html_inline":
            pieces.append(child.content)
    return re.sub(r"[ \t]+", " ", "".join(pieces)).strip()


def _front_matter(text: str, name: str) -> tuple[dict[str, Any], str]:
    match = _FRONT.match(text)
    if not match:
        return {}, text
    try:
        front = yaml.safe_load(match.group(1)) or {}
    except yaml.YAMLError as error:
        raise ContentUnreadable(f"{name}: the front matter is not valid YAML") from error
    if not isinstance(front, dict):
        raise ContentUnreadable(f"{name}: the front matter must be a list of names and values")
    return front, text[match.end() :]


def _day(value: Any, name: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise ContentUnreadable(f"{name}: 'updated' must be a day such as 2026-09-14") from error


def _questions(value: Any, name: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ContentUnreadable(f"{name}: 'asked_as' must be a list of questions")
    return tuple(dict.fromkeys(str(each).strip() for each in value if str(each).strip()))


def stem_of(name: str) -> str:
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.rstrip("/").rsplit("/", 1)[-1])


def title_of(name: str) -> str:
    words = re.sub(r"[-_]+", " ", stem_of(name)).strip()
    return words[:1].upper() + words[1:]
