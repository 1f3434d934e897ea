"""Our folders are known to the installer, to the arrow checker, and to nobody else under the same name."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.structure.sources import PACKAGES, ROOT, list_files, list_modules, parse

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _ours() -> set[str]:
    """Packages that have a module yet."""
    return {path.parts[0] for path in list_modules() if len(path.parts) > 1} & set(PACKAGES)


def test_every_package_is_installed() -> None:
    included = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    assert not {f"{name}*" for name in _ours()} - set(included)


def test_what_is_not_python_is_installed_too() -> None:
    """Phrases, pages, articles and pictures: without its pattern a kind of file is missing from the wheel alone."""
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    beside = [path for path in list_files() if path.parts[0] in PACKAGES and path.suffix != ".py"]
    assert beside
    assert not [str(path) for path in beside if f"**/*{path.suffix}" not in patterns]
    assert not set(patterns) - {f"**/*{path.suffix}" for path in beside}


def test_every_package_is_checked_for_its_types_and_its_arrows() -> None:
    linter = PROJECT["tool"]["importlinter"]
    layers = next(each["layers"] for each in linter["contracts"] if each["id"] == "layers")
    placed = {name for layer in layers for name in layer.replace("|", " ").replace(":", " ").split()}
    assert _ours() == set(linter["root_packages"])
    assert _ours() == placed
    assert not _ours() - set(PROJECT["tool"]["mypy"]["packages"])


def test_a_desk_would_be_kept_from_channels_and_connectors() -> None:
    ports = next(each for each in PROJECT["tool"]["importlinter"]["contracts"] if each["id"] == "ports")
    wanted = _ours() & {"agent", "skills", "desk"}
    assert wanted <= set(ports["source_modules"])


def test_no_installed_distribution_has_a_package_of_our_name() -> None:
    installed = packages_distributions()
    clashes = {name: set(installed.get(name, [])) - {"aftercare"} for name in _ours()}
    assert not {name: other for name, other in clashes.items() if other}


def test_the_domain_needs_the_standard_library_only() -> None:
    outside = [
        f"{path}:{node.lineno} {name}"
        for path in list_modules()
        if path.parts[0] == "domain"
        for node in ast.walk(parse(path))
        for name in _imported(node)
        if name not in sys.stdlib_module_names and name != "domain"
    ]
    assert not outside


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        return [node.module.split(".")[0]]
    return []
