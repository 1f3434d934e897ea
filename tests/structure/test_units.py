"""Every unit folder is complete and registered: a skill, a channel or a connector cannot be half there."""

import ast
from typing import get_args

import pytest

from domain.languages import Language
from domain.replies import SaidBlock
from hub_connectors.registry import CONNECTORS
from skills.registry import SKILLS
from tests.structure.sources import ROOT, list_folders, list_modules, parse

FIRST_CLASS = ("en", "fr")
PLAIN = "plain"


def test_every_skill_folder_is_registered() -> None:
    assert set(list_folders("skills")) == set(SKILLS)


@pytest.mark.parametrize("skill", list_folders("skills"))
def test_a_skill_folder_is_complete(skill: str) -> None:
    wanted = ["__init__.py", "SKILL.md", "skill.py"]
    wanted += [f"phrases/{language}.ftl" for language in FIRST_CLASS]
    wanted += [f"examples/{language}.yaml" for language in FIRST_CLASS]
    assert [name for name in wanted if not (ROOT / "skills" / skill / name).is_file()] == []


@pytest.mark.parametrize("skill", list_folders("skills"))
def test_a_skill_speaks_only_languages_that_we_have(skill: str) -> None:
    spoken = {path.stem for path in (ROOT / "skills" / skill).glob("*/*.*") if path.suffix in {".ftl", ".yaml"}}
    assert spoken <= {language.value for language in Language}


def test_every_connector_folder_is_registered() -> None:
    assert set(list_folders("hub_connectors")) == set(CONNECTORS)


def test_every_channel_folder_is_used() -> None:
    """A channel that nothing in ``web`` joins cannot be reached by a shopper."""
    joined = {
        node.module.split(".")[1]
        for path in list_modules()
        if path.parts[0] == "web"
        for node in ast.walk(parse(path))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("channels.")
    }
    assert set(list_folders("channels")) <= joined


@pytest.mark.parametrize("channel", list_folders("channels"))
def test_a_channel_says_what_it_offers(channel: str) -> None:
    names = [
        target.id
        for node in parse((ROOT / "channels" / channel / "__init__.py").relative_to(ROOT)).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert "__all__" in names


def test_the_plain_fallback_renders_every_block() -> None:
    kinds = {member.__dataclass_fields__["kind"].default for member in get_args(SaidBlock)}
    rendered = {path.name.split(".")[0] for path in (ROOT / "channels" / PLAIN / "templates").glob("*.j2")}
    assert kinds == rendered
