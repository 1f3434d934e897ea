"""Whether the articles hold what a returns skill is asked about: each fact with its passage, or missing."""

import asyncio
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from domain.knowledge import Hit, Knowledge
from domain.languages import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """``question`` is what a shopper would ask; ``hit`` None means that no article of this language answers it."""

    topic: str
    question: str
    hit: Hit | None


@cache
def list_topics() -> dict[str, dict[str, str]]:
    """A question per topic and language."""
    text = (Path(__file__).parent / "completeness.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.safe_load(text)
    return found


async def find_facts(knowledge: Knowledge, language: Language) -> tuple[Fact, ...]:
    """Asks each question as a shopper would; an answer in another language does not count."""
    asked = [(topic, by[language.value]) for topic, by in list_topics().items() if language.value in by]
    found = await asyncio.gather(*(knowledge.search(question, language=language, limit=1) for _, question in asked))
    facts = []
    for (topic, question), findings in zip(asked, found, strict=True):
        hit = next(iter(findings.hits), None) if findings.supported else None
        own = hit if hit and hit.passage.language is language else None
        facts.append(Fact(topic=topic, question=question, hit=own))
    return tuple(facts)
