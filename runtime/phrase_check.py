"""Refuses phrases that would fail a reader: ``python -m runtime.phrase_check``. Part of ``make check``.

It looks at the files alone: a key that English or French lacks, values that differ between languages, keys that nobody
uses or that nobody wrote, and fragments made to be glued together. How phrases read is for people to judge.
"""

import ast as python
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import ast
from fluent.syntax.parser import FluentParser

from domain.languages import Language
from runtime.phrases import ROOT, read_sources

PACKAGES = ("agent", "channels", "desk", "domain", "hub_connectors", "knowledge", "records", "runtime", "skills", "web")
TEMPLATES = {".html", ".j2", ".jinja", ".txt", ".js", ".xml"}
_BOTH = (Language.EN, Language.FR)
_QUOTED = re.compile(r"""["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)["'`]""")
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_ANY_PART = "[a-z0-9-]+"
_FRAGMENT_KEY = re.compile(r"-(prefix|suffix|before|after|part|start|end|joiner|separator)$")
_DANGLING = re.compile(r"(^[,;.)])|((\b(and|or|the|of|et|ou|le|la|les|de|du)|[,(])\s*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One phrase as it stands in a file; ``outline`` is its text with an ``x`` for each value."""

    key: str
    where: str
    values: frozenset[str]
    references: frozenset[str]
    outline: str
    attributes: frozenset[str]


def _nodes(root: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """Every node of a message, itself first."""
    yield root
    for value in vars(root).values():
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def _shape(element: ast.TextElement | ast.Placeable) -> str:
    """Text as written, a value as ``x``, quoted blanks as blanks."""
    if isinstance(element, ast.TextElement):
        return str(element.value)
    inner = element.expression
    return str(inner.value) if isinstance(inner, ast.StringLiteral) else "x"


def read_phrases(sources: Iterable[tuple[str, str]]) -> dict[str, Written]:
    """The phrases of one language by key."""
    phrases: dict[str, Written] = {}
    for where, text in sources:
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message):
                phrases[entry.id.name] = _written(entry, where)
    return phrases


def _written(entry: ast.Message, where: str) -> Written:
    nodes = tuple(_nodes(entry))
    return Written(
        key=entry.id.name,
        where=where,
        values=frozenset(each.id.name for each in nodes if isinstance(each, ast.VariableReference)),
        references=frozenset(each.id.name for each in nodes if isinstance(each, ast.MessageReference)),
        outline="".join(_shape(each) for each in entry.value.elements) if entry.value else "",
        attributes=frozenset(each.id.name for each in entry.attributes),
    )


def find_problems(root: Path = ROOT) -> tuple[str, ...]:
    """Every problem in one line each; empty when all is well."""
    books = {language: read_phrases(texts) for language, texts in read_sources(root).items()}
    used, patterns = find_uses(root)
    return (
        *_unequal(books),
        *_unused(books.get(Language.EN, {}), used, patterns),
        *_glued(books),
        *_unwritten(books.get(Language.EN, {}), root),
    )


def _unequal(books: dict[Language, dict[str, Written]]) -> Iterator[str]:
    english = books.get(Language.EN, {})
    for one, other in (_BOTH, _BOTH[::-1]):
        for key in sorted(books.get(one, {}).keys() - books.get(other, {}).keys()):
            yield f"{books[one][key].where}: {key} is missing in {other.value}"
    for language, phrases in books.items():
        for key in sorted(phrases.keys() & english.keys()):
            mine, theirs = phrases[key], english[key]
            if mine.values != theirs.values:
                yield f"{mine.where}: {key} uses other values than English: {_names(mine.values ^ theirs.values)}"
            if language in _BOTH and mine.attributes != theirs.attributes:
                yield f"{mine.where}: {key} differs from English in {_names(mine.attributes ^ theirs.attributes)}"
        if language not in _BOTH:
            for key in sorted(phrases.keys() - english.keys()):
                yield f"{phrases[key].where}: {key} does not exist in English"


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _unused(english: dict[str, Written], used: set[str], patterns: list[re.Pattern[str]]) -> Iterator[str]:
    referred = {name for phrase in english.values() for name in phrase.references}
    for key in sorted(english.keys() - used - referred):
        if not any(pattern.fullmatch(key) for pattern in patterns):
            yield f"{english[key].where}: nobody uses {key}"


def _glued(books: dict[Language, dict[str, Written]]) -> Iterator[str]:
    for phrases in books.values():
        for phrase in phrases.values():
            if _FRAGMENT_KEY.search(phrase.key):
                yield f"{phrase.where}: {phrase.key} is named like a fragment; write whole sentences"
            if phrase.references:
                yield f"{phrase.where}: {phrase.key} is put together from {_names(phrase.references)}"
            if phrase.outline != phrase.outline.strip() or _DANGLING.search(phrase.outline):
                yield f"{phrase.where}: {phrase.key} begins or ends in the middle of a sentence"


def _unwritten(english: dict[str, Written], root: Path) -> Iterator[str]:
    for path, tree in _modules(root):
        for node in python.walk(tree):
            if isinstance(node, python.Call) and _name(node.func) == "Phrase":
                for keyword in node.keywords:
                    value = keyword.value
                    if keyword.arg == "key" and isinstance(value, python.Constant) and value.value not in english:
                        yield f"{path.relative_to(root)}:{node.lineno}: no phrase {value.value!r}"


def _name(node: python.expr) -> str:
    return node.id if isinstance(node, python.Name) else getattr(node, "attr", "")


def find_uses(root: Path) -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that stand in code or templates as they are, and patterns of keys that code builds (``f"a-{b}"``)."""
    used: set[str] = set()
    patterns: dict[str, re.Pattern[str]] = {}
    for _, tree in _modules(root):
        for node in python.walk(tree):
            if isinstance(node, python.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value):
                used.add(node.value)
            if isinstance(node, python.keyword) and node.arg == "key":
                used.update(str(each.value) for each in python.walk(node) if isinstance(each, python.Constant))
            if isinstance(node, python.JoinedStr) and (built := _built_key(node)):
                patterns[built] = re.compile(built)
    for package in PACKAGES:
        for path in (root / package).rglob("*"):
            if path.suffix in TEMPLATES and path.is_file():
                used.update(_QUOTED.findall(path.read_text(encoding="utf-8")))
    return used, list(patterns.values())


def _built_key(node: python.JoinedStr) -> str:
    """The pattern of an f-string that can be a key: it starts with a word and a hyphen of its own."""
    first = node.values[0]
    if not (isinstance(first, python.Constant) and re.match(r"[a-z][a-z0-9]*-", str(first.value))):
        return ""
    parts = [re.escape(str(p.value)) if isinstance(p, python.Constant) else _ANY_PART for p in node.values]
    return "".join(parts)


def _modules(root: Path) -> Iterator[tuple[Path, python.Module]]:
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            yield path, python.parse(path.read_text(encoding="utf-8"))


def main() -> int:
    problems = find_problems()
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
