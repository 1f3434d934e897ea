"""The demo shop's help centre, a Markdown file per article and language."""

from pathlib import Path

CONTENT = Path(__file__).parent
