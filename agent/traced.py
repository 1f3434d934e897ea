"""Knowledge as skills see it during a turn: every search stands on the trace, every passage becomes evidence."""

from time import perf_counter

from agent.turn import Turn
from domain.blocks import Prose
from domain.ids import ArticleId
from domain.knowledge import Findings, Passage
from domain.languages import Language


class TracedKnowledge:
    """Implements ``domain.knowledge.Knowledge`` over the shop's own."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn

    async def search(self, question: str, *, language: Language, limit: int = 3) -> Findings:
        since = perf_counter()
        findings = await self._turn.shop.knowledge.search(question, language=language, limit=limit)
        self._turn.trace.add(
            "search",
            since=since,
            question=question[:200],
            supported=findings.supported,
            passages=[
                {
                    "article": hit.passage.citation.article,
                    "headings": list(hit.passage.citation.headings),
                    "score": round(hit.score, 4),
                    "support": round(hit.support, 3),
                }
                for hit in findings.hits
            ],
        )
        self._note(tuple(hit.passage for hit in findings.hits))
        return findings

    async def find_article(self, article: ArticleId, *, language: Language) -> tuple[Passage, ...]:
        passages = await self._turn.shop.knowledge.find_article(article, language=language)
        self._note(passages)
        return passages

    def _note(self, passages: tuple[Passage, ...]) -> None:
        self._turn.evidence.extend(Prose(text=each.text, citations=(each.citation,)) for each in passages)
