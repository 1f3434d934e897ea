"""PDF and DOCX are parsed in a process of their own: it may crash, hang or grow, and only the upload fails."""

import json
import subprocess
import sys
from pathlib import Path

from domain.errors import ContentUnreadable
from knowledge.drafts import Draft, slug
from knowledge.readers.markdown import read_sections, stem_of, title_of

_SECONDS = 60
_ROOT = Path(__file__).parents[2]


def read_document(name: str, content: bytes, kind: str) -> Draft:
    """Raises ContentUnreadable when the document is damaged, locked, endless, or holds no text."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "knowledge.readers.documents", kind],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            cwd=_ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ContentUnreadable(f"{name}: reading it took longer than {_SECONDS} seconds", reason="slow") from error
    if done.returncode != 0:
        reason, sentence = _reason(done.stderr)
        raise ContentUnreadable(f"{name}: {sentence}", reason=reason)
    answer = json.loads(done.stdout)
    heading, sections = read_sections(answer["markdown"])
    title = answer["title"] or heading or title_of(name)
    return Draft(id=slug(stem_of(name)), title=title, sections=tuple(sections), source=name)


def _reason(stderr: bytes) -> tuple[str, str]:
    """In one word, and as a sentence."""
    last = stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
    if last and last[0].startswith("refused: "):
        reason, _, sentence = last[0].removeprefix("refused: ").partition(": ")
        return reason, sentence
    return "damaged", "the document is damaged or too complex to read"
