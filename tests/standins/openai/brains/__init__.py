"""Who answers: one brain per file, registered here by name.

To add one: a class with ``async def answer(self, asked: Asked) -> Said`` in a file of its own and one line below. The
class is imported when first asked for, so a brain that needs a heavy engine costs the others nothing.
"""

from importlib import import_module
from typing import Any

from tests.standins.openai.asked import Brain

_HERE = "tests.standins.openai.brains"

BRAINS = {
    "scripted": f"{_HERE}.scripted:Scripted",
    "competent": f"{_HERE}.competent:Competent",
    "babbler": f"{_HERE}.babbler:Babbler",
    "liar": f"{_HERE}.liar:Liar",
    "obedient": f"{_HERE}.obedient:Obedient",
    "adversary": f"{_HERE}.adversary:Adversary",
}


def make_brain(name: str, **options: Any) -> Brain:
    """A brain by its name here or as ``module:attribute``; raises LookupError for a name unknown."""
    where = BRAINS.get(name, name)
    module, _, attribute = where.partition(":")
    if not attribute:
        raise LookupError(f"no brain is called {name!r}; known: {', '.join(BRAINS)}")
    made: Brain = getattr(import_module(module), attribute)(**options)
    return made
