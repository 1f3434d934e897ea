"""What the documents say about the repository is true of it."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.structure.sources import ROOT, list_files

LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
NAME = re.compile(r"^[A-Za-z0-9._-]+")
DOCUMENTS = tuple(path for path in list_files() if path.suffix == ".md" and path.parts[0] in {"docs", path.name})


def test_the_documents_are_there() -> None:
    there = {path.as_posix() for path in list_files()}
    assert {"README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "docs/dependencies.md"} <= there


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_links_lead_somewhere(document: Path) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    broken = [target for target in LINK.findall(text) if not (ROOT / document.parent / target).exists()]
    assert not broken


def test_every_dependency_has_its_reason_written_down() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        required += extra
    names = {match.group().lower() for each in required if (match := NAME.match(each))}
    written = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower()
    assert {name for name in names if f"`{name}`" not in written} == set()


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = "".join((ROOT / document).read_text(encoding="utf-8") for document in DOCUMENTS)
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets
