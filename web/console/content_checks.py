"""How good the content is: facts that are missing, a search as the agent makes it, contradictions, open questions."""

import asyncio
from functools import partial

from fastapi import Request, Response

from domain.languages import Language, find_language
from knowledge.completeness import find_facts
from knowledge.embeddings import WordVectors
from knowledge.gaps import GapGroup, group_gaps
from knowledge.policy_weighing import weigh
from knowledge.support import SUPPORTED
from records.articles.queries import list_languages
from records.gaps import list_gaps
from web.console.access import Visit, enter
from web.console.content import path_of
from web.console.routing import router

_HITS = 5
_GROUPS = 25
_GAPS = 150


@router.get("/content/completeness")
async def show_completeness(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    there = await visit.records.read(lambda c: list_languages(c, visit.merchant))
    language = find_language(request.query_params.get("language")) or visit.say.language
    facts = await find_facts(visit.shop.knowledge, language)
    return visit.show(
        "console/content-completeness.html",
        page="content",
        tab="completeness",
        facts=facts,
        chosen=language,
        languages=_with_questions(there),
        path=path_of,
    )


@router.get("/content/search")
async def search(request: Request, merchant: str) -> Response:
    """What the agent would find, and whether it would dare to answer from it."""
    visit = await enter(request, merchant)
    question = request.query_params.get("q", "").strip()[:500]
    language = find_language(request.query_params.get("language")) or visit.say.language
    findings = None
    if question:
        findings = await visit.shop.knowledge.search(question, language=language, limit=_HITS)
    return visit.show(
        "console/content-search.html",
        page="content",
        tab="search",
        question=question,
        chosen=language,
        languages=tuple(Language),
        findings=findings,
        needed=round(SUPPORTED * 100),
        path=path_of,
    )


@router.get("/content/conflicts")
async def show_conflicts(request: Request, merchant: str) -> Response:
    """Articles against the typed policy, and articles against one another."""
    visit = await enter(request, merchant)
    weighing = await visit.records.read(lambda c: weigh(c, visit.merchant))
    return visit.show("console/content-conflicts.html", page="content", tab="conflicts", weighing=weighing)


@router.get("/content/gaps")
async def show_gaps(request: Request, merchant: str) -> Response:
    """Questions that no article answered, the most asked first; one that would be answered by now says so."""
    visit = await enter(request, merchant)
    gaps = await visit.records.read(lambda c: list_gaps(c, visit.merchant, limit=_GAPS))
    groups = await asyncio.to_thread(partial(group_gaps, gaps, WordVectors()))
    ranked = sorted(groups, key=lambda each: (each.conversations, each.newest), reverse=True)[:_GROUPS]
    answered = await asyncio.gather(*(_answered(visit, each) for each in ranked))
    return visit.show(
        "console/content-gaps.html", page="content", tab="gaps", groups=list(zip(ranked, answered, strict=True))
    )


async def _answered(visit: Visit, group: GapGroup) -> bool:
    return (await visit.shop.knowledge.search(group.name, language=group.language, limit=1)).supported


def _with_questions(there: frozenset[Language]) -> tuple[Language, ...]:
    """Of the languages that the articles are in, those in which the questions are written."""
    return tuple(each for each in (Language.EN, Language.FR) if each in there)
