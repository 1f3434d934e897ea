"""HTML to a draft: what stands in the main part of the page, with its headings."""

import re
from collections.abc import Iterator
from typing import Any

from domain.errors import ContentUnreadable
from knowledge.drafts import Draft, Section, slug
from knowledge.readers.markdown import read_sections, stem_of, title_of

_DROPPED = {
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "svg",
    "iframe",
}
_BLOCKS = {"p", "li", "td", "th", "dt", "dd", "blockquote", "pre", "summary", "figcaption", "div", "section", "article"}


def read_html(text: str, *, name: str) -> Draft:
    """A file: every block of text outside navigation, header and footer."""
    title, sections = _outline(text, name)
    return Draft(id=slug(stem_of(name)), title=title or title_of(name), sections=tuple(sections), source=name)


def read_web_page(text: str, *, url: str) -> Draft:
    """A page of a site: its main content; all blocks when no main part stands out."""
    import trafilatura

    title, whole = _outline(text, url)
    main = trafilatura.extract(text, output_format="markdown", include_comments=False, favor_recall=True) or ""
    heading, sections = read_sections(main)
    if _words(sections) < 0.3 * _words(whole):
        sections = whole
    path = re.sub(r"^https?://", "", url).split("?")[0].rstrip("/")
    last = path.rsplit("/", 1)[-1] if "/" in path else path
    return Draft(id=slug(stem_of(last)), title=title or heading or title_of(last), sections=tuple(sections), source=url)


def _words(sections: list[Section]) -> int:
    return sum(len(section.text.split()) for section in sections)


def _outline(text: str, name: str) -> tuple[str, list[Section]]:
    from lxml import etree, html

    try:
        root = html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise ContentUnreadable(f"{name}: this is not readable HTML") from error
    found = root.find(".//title")
    page_title = _flat(found.text_content()) if found is not None else ""
    title, sections = read_sections("\n\n".join(_markdown(root)))
    return title or re.split(r"\s[|–—-]\s", page_title)[0], sections


def _markdown(element: Any) -> Iterator[str]:
    """Blocks as Markdown, so that one reader knows about headings."""
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return
    if re.fullmatch(r"h[1-6]", element.tag):
        yield "#" * int(element.tag[1]) + " " + _escape(_flat(element.text_content()))
        return
    if element.tag == "tr":
        yield _escape(" | ".join(_flat(cell.text_content()) for cell in element))
        return
    if element.tag in _BLOCKS and not any(
        child.tag in _BLOCKS | {"ul", "ol", "table"}
        for child in element.iter()
        if child is not element and isinstance(child.tag, str)
    ):
        words = _escape(_flat(_visible(element)))
        if words:
            yield ("- " if element.tag == "li" else "") + words
        return
    if element.tag not in {"head", "html"} and element.text and element.text.strip():
        yield _escape(_flat(element.text))
    for child in element:
        yield from _markdown(child)
        if child.tail and child.tail.strip() and element.tag not in {"head", "html"}:
            yield _escape(_flat(child.tail))


def _visible(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _DROPPED:
            pieces.append(" " if child.tag == "br" else _visible(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_<>#\[\]])", r"\\\1", text)
