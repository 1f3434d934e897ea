"""What the structure tests look at: the files under version control, or all of them where there is no git."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "agent",
    "channels",
    "desk",
    "domain",
    "evals",
    "hub_connectors",
    "knowledge",
    "records",
    "runtime",
    "skills",
    "web",
)
_GENERATED = ("runtime/migrations/versions/",)
_BUILT = {".venv", ".git", "node_modules", "build", "out", "__pycache__"}


@cache
def list_files() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root."""
    asked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == 0:
        found = [Path(name) for name in asked.stdout.split("\0") if name]
    else:
        found = [path.relative_to(ROOT) for path in ROOT.rglob("*") if not _BUILT & set(path.parts)]
    return tuple(sorted(path for path in found if (ROOT / path).is_file()))


def list_modules() -> tuple[Path, ...]:
    """Our Python modules, tests included, generated ones not."""
    return tuple(path for path in list_files() if path.suffix == ".py" and not path.as_posix().startswith(_GENERATED))


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def list_folders(package: str) -> tuple[str, ...]:
    """The unit folders of a family: ``list_folders("skills")`` -> claims, handover, ..."""
    return tuple(sorted({path.parts[1] for path in list_files() if path.parts[0] == package and len(path.parts) > 2}))
