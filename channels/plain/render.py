"""A reply as plain text, one template per block; a renderer chooses and omits, it never writes."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.replies import Reply

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text, never a page
        trim_blocks=False,
    )


def render_text(reply: Reply) -> str:
    """Blocks one under the other, an empty line between them."""
    parts = (_environment().get_template(f"{block.kind}.txt.j2").render(block=block) for block in reply.blocks)
    return "\n\n".join(part.strip() for part in parts if part.strip())
