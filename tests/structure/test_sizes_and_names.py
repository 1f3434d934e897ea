"""Files stay readable, and every name says what a thing is for."""

import ast
import re

from tests.structure.sources import ROOT, list_files, list_modules, parse

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 60
LINES_OF_A_TEMPLATE = 80
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "service", "services", "common", "misc", "base", "core"}
DRAWERS |= {"handler", "handlers", "data", "info", "stuff"}
ELSEWHERE = re.compile(
    r"/(?:work|root|home)/[a-z]|/tmp/[a-z]+/|shared/(?:[d]esign|[d]ata|[r]eference)|house-[s]tyle\.md"
)
TEXT = {".py", ".md", ".ftl", ".yaml", ".yml", ".toml", ".js", ".css", ".html", ".j2", ".txt", ".sh", ".mako", ".cfg"}


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    long = {str(path): count for path in list_modules() if (count := _lines(path)) > LINES_OF_A_FILE}
    assert not long


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path in list_modules()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert not long


def test_no_template_is_longer_than_it_should_be() -> None:
    templates = [path for path in list_files() if path.suffix in {".html", ".j2"}]
    long = {str(path): count for path in templates if (count := _lines(path)) > LINES_OF_A_TEMPLATE}
    assert not long


def test_every_module_says_why_it_exists() -> None:
    silent = [str(path) for path in list_modules() if not ast.get_docstring(parse(path))]
    assert not silent


def test_no_name_is_a_drawer() -> None:
    named = [path for path in list_modules() if DRAWERS & {*path.parent.parts, path.stem}]
    assert not named


def test_the_repository_names_no_machine_it_was_written_on() -> None:
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in list_files()
        if path.suffix in TEXT or path.name in {"Makefile", "NOTICE", "run", "provide-chromium"}
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), start=1)
        if ELSEWHERE.search(line)
    ]
    assert not found


def _lines(path: object) -> int:
    return len((ROOT / str(path)).read_text(encoding="utf-8").splitlines())
