"""Open questions gathered into groups: the same question in other words is one gap, named by its most central wording.

Agglomerative with average linkage: two groups join while their questions are, on average, near enough to one another.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.gaps import Gap, GapNames
from domain.languages import Language
from knowledge.concepts import BESIDE, concepts
from knowledge.embeddings import Embedder, Vectors
from knowledge.gap_names import is_good_name
from knowledge.words import neutral, stem, telling_words

NEAR = 0.22
_BY_WORDS = 0.4
_NONE = -2.0
_NAMED_AT_ONCE = 12
_SHOWN_TO_NAME = 6

Nearness = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapGroup:
    """Questions of one meaning in one language, newest first; ``name`` is the most central of them or a model's.

    ``conversations`` counts who asked: that, not the number of wordings, says how much an answer is missed.
    """

    name: str
    language: Language
    questions: tuple[str, ...]
    conversations: int
    newest: datetime
    named_by_model: bool = False


def group_gaps(gaps: Sequence[Gap], embedder: Embedder, near: float = NEAR) -> list[GapGroup]:
    """The group with the newest question first; each language has groups of its own."""
    groups: list[GapGroup] = []
    for language in dict.fromkeys(gap.language for gap in gaps):
        own = [gap for gap in gaps if gap.language is language]
        questions = list(dict.fromkeys(gap.question for gap in own))
        nearness = measure(questions, language, embedder)
        groups += [_group(members, questions, nearness, own) for members in join(nearness, near)]
    return sorted(groups, key=lambda group: group.newest, reverse=True)


async def name_groups(groups: Sequence[GapGroup], names: GapNames) -> list[GapGroup]:
    """The groups with a model's names where those are short and plain; raises ModelProblem."""
    named = list(groups)
    for language in dict.fromkeys(group.language for group in groups):
        places = [at for at, group in enumerate(groups) if group.language is language]
        for start in range(0, len(places), _NAMED_AT_ONCE):
            part = places[start : start + _NAMED_AT_ONCE]
            given = await names.name([groups[at].questions[:_SHOWN_TO_NAME] for at in part], language)
            for at, name in zip(part, given, strict=False):
                if is_good_name(name, groups[at].questions, language):
                    named[at] = replace(groups[at], name=name.strip(), named_by_model=True)
    return named


def measure(questions: Sequence[str], language: Language, embedder: Embedder) -> Nearness:
    """How near each two questions are, 0 to 1: vectors of the telling words; stems and topics in common."""
    vectors: Vectors = embedder.embed([" ".join(_about(each, language)) for each in questions])
    alike: Nearness = np.clip(vectors @ vectors.T, 0, 1)
    words = [_marks(each, language) for each in questions]
    shared = np.array([[_shared(one, other) for other in words] for one in words], np.float32)
    return np.asarray((1 - _BY_WORDS) * alike + _BY_WORDS * shared.reshape(alike.shape), np.float32)


def _about(question: str, language: Language) -> list[str]:
    """The telling words without the goods they are said of: a lamp's battery and a lamp's colour are two gaps."""
    words = telling_words(question, language)
    return [word for word in words if word not in neutral(language)] or words


def _marks(question: str, language: Language) -> frozenset[str]:
    beside = (each for each in concepts(question, language) if each.startswith(BESIDE))
    return frozenset((*(stem(word, language) for word in _about(question, language)), *beside))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))


def join(nearness: Nearness, near: float) -> list[list[int]]:
    """Places in groups; of two groups the average nearness of their members counts (Lance and Williams, UPGMA)."""
    between = nearness.astype(np.float64)
    np.fill_diagonal(between, _NONE)
    members = [[place] for place in range(len(between))]
    while len(between) > 1:
        one, other = sorted(int(each) for each in np.unravel_index(int(between.argmax()), between.shape))
        if between[one, other] < near:
            break
        sizes = len(members[one]), len(members[other])
        joined: Any = (between[one] * sizes[0] + between[other] * sizes[1]) / sum(sizes)
        between[one], between[:, one] = joined, joined
        between[other], between[:, other] = _NONE, _NONE
        between[one, one] = between[one, other] = between[other, one] = _NONE
        members[one] += members[other]
        members[other] = []
    return [sorted(each) for each in members if each]


def _group(members: list[int], questions: Sequence[str], nearness: Nearness, gaps: Sequence[Gap]) -> GapGroup:
    central = max(members, key=lambda place: (float(nearness[place, members].sum()), -len(questions[place])))
    own = {questions[place] for place in members}
    asked = [gap for gap in gaps if gap.question in own]
    return GapGroup(
        name=questions[central],
        language=asked[0].language,
        questions=tuple(dict.fromkeys(gap.question for gap in asked)),
        conversations=len({gap.conversation for gap in asked}),
        newest=max(gap.at for gap in asked),
    )
