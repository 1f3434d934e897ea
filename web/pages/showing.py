"""Templates into answers: one environment, headers that keep private pages private, and the chosen language."""

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from domain.languages import Language
from web.pages.speaking import COOKIE, PAGE_LANGUAGES, Speaker

TEMPLATES = Path(__file__).parent.parent / "templates"
_YEAR = 365 * 24 * 3600
_NUMBER = re.compile(r"\b[A-Z]{1,5}-\d+\b")
_LINK = re.compile(r"https?://[^\s<>\"]+")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["linked"] = linked
    environment.filters["grouped"] = grouped
    environment.filters["whole"] = whole
    return environment


def show(request: Request, template: str, say: Speaker, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page; it is never stored by a cache, since what it says belongs to one person and one moment."""
    shown = _environment().get_template(template)
    text = shown.render(say=say, language=say.language.value, other_language=_other(request, say.language), **values)
    answer = HTMLResponse(text, status_code=status, headers={"cache-control": "no-store"})
    if request.query_params.get("lang") == say.language.value:
        remember_language(answer, say.language)
    return answer


def render(template: str, **values: Any) -> str:
    """A drawing or a fragment without words of its own."""
    return _environment().get_template(template).render(**values)


def remember_language(answer: Response, language: Language) -> None:
    """The pages that follow speak it too."""
    answer.set_cookie(COOKIE, language.value, max_age=_YEAR, samesite="lax", httponly=True)


def _other(request: Request, language: Language) -> tuple[str, str]:
    """The same page in the other language: its code and address."""
    code = next(each for each in PAGE_LANGUAGES if each is not language).value
    query = dict(request.query_params) | {"lang": code}
    return code, f"{request.url.path}?{urlencode(query)}"


def linked(text: str) -> list[tuple[str, str]]:
    """Plain text cut into (words, address) pieces, address empty where there is none; nothing becomes markup here."""
    pieces: list[tuple[str, str]] = []
    end = 0
    for found in _LINK.finditer(text):
        pieces += [(text[end : found.start()], ""), (found.group(), found.group())]
        end = found.end()
    return [piece for piece in (*pieces, (text[end:], "")) if piece[0]]


def whole(text: str) -> Markup:
    """Keeps the numbers of orders, returns and claims on one line; a browser would break them at their hyphen."""
    return Markup(_NUMBER.sub(r'<span class="fact-whole">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped above


def grouped(blocks: tuple[Any, ...]) -> list[tuple[str, list[Any]]]:
    """Blocks in order, neighbouring texts together, as (kind, blocks)."""
    groups: list[tuple[str, list[Any]]] = []
    for block in blocks:
        if groups and block.kind == "text" == groups[-1][0]:
            groups[-1][1].append(block)
        else:
            groups.append((block.kind, [block]))
    return groups
