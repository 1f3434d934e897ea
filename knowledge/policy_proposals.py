"""Rules proposed by a model beside those that patterns read: asked once per article, kept as drafts, never in force."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from sqlalchemy.engine import Connection

from domain.errors import ModelProblem
from domain.ids import ArticleId, MerchantId
from domain.knowledge import Passage
from domain.languages import Language
from domain.policy import PolicyProposals, PolicySource, Proposer, RuleDraft
from knowledge.policy_comparison import meaning, rules_of, subject
from knowledge.policy_grammar import level, resolutions, speaks_of_return
from knowledge.policy_grounding import ground
from knowledge.policy_reader import Proposal
from records.articles.queries import list_passages
from records.policies import find_newest
from records.rule_drafts import KeptReading, keep_reading, list_readings
from runtime.database import Database

_OF_RETURNS = re.compile(
    r"ruckgab|rucksend|umtausch|erstatt|widerruf|devol|reembols|cambi[oa]|\bresi\b|\breso\b|rimbors|recesso|retour"
    r"|ruil|terugbet|herroep"
)
_Key = tuple[Language, ArticleId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of asking: articles read now, and the code of what stopped it before the last one, or ""."""

    read: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A rule with everybody who proposed it from this sentence or in this sense."""

    draft: RuleDraft
    by: tuple[Proposer, ...]


async def ask_for_drafts(
    database: Database, merchant: MerchantId, port: PolicyProposals | None, languages: Sequence[Language]
) -> Asked:
    """Has every article on returns read that this reader does not know yet; each reading is kept as it comes."""
    if port is None:
        return Asked()
    records, now = database.merchant(merchant), datetime.now(UTC)
    passages = await records.read(partial(_by_article, merchant=merchant, languages=languages))
    kept = await records.read(lambda c: {(each.language, each.article): each for each in list_readings(c, merchant)})
    waiting = [key for key, text in passages.items() if _on_returns(text) and not _known(kept.get(key), text, port)]
    for done, key in enumerate(waiting):
        try:
            drafts = await port.propose(passages[key])
        except ModelProblem as problem:
            return Asked(read=done, problem=problem.detail or problem.code)
        reading = KeptReading(
            article=key[1],
            language=key[0],
            version=passages[key][0].citation.version,
            reader=port.reader,
            drafts=tuple(replace(draft, article=key[1], proposed_by=Proposer.MODEL) for draft in drafts),
        )
        await records.write(partial(keep_reading, merchant=merchant, reading=reading, now=now))
    return Asked(read=len(waiting))


def list_drafts(db: Connection, merchant: MerchantId, languages: Sequence[Language]) -> tuple[RuleDraft, ...]:
    """The drafts that the articles bear out as they stand today."""
    passages = _by_article(db, merchant, languages)
    typed = find_newest(db, merchant, PolicySource.TYPED)
    served = frozenset(country for region in typed.regions for country in region.countries) if typed else frozenset()
    readings = [each for each in list_readings(db, merchant) if (each.language, each.article) in passages]
    return tuple(
        draft for each in readings for draft in ground(each.drafts, passages[each.language, each.article], served)
    )


def merge(proposal: Proposal, drafts: Sequence[RuleDraft]) -> list[Proposed]:
    """The pattern reader's rules with who else read them so, then the model's own; a rule said twice stands once."""
    merged = [
        Proposed(
            draft=RuleDraft(
                rule=rule,
                article=proposal.basis[rule.id].article,
                sentence=proposal.basis[rule.id].sentence,
                proposed_by=Proposer.PATTERNS,
            ),
            by=(Proposer.PATTERNS,),
        )
        for rule in rules_of(proposal.policy)
    ]
    for draft in drafts:
        place = next((at for at, each in enumerate(merged) if _same(each.draft, draft)), None)
        if place is None:
            merged.append(Proposed(draft=draft, by=(draft.proposed_by,)))
        elif draft.proposed_by not in merged[place].by:
            merged[place] = replace(merged[place], by=(*merged[place].by, draft.proposed_by))
    return merged


def _same(one: RuleDraft, other: RuleDraft) -> bool:
    return subject(one.rule) == subject(other.rule) and meaning(one.rule) == meaning(other.rule)


def _by_article(
    db: Connection, merchant: MerchantId, languages: Sequence[Language]
) -> Mapping[_Key, tuple[Passage, ...]]:
    found: dict[_Key, tuple[Passage, ...]] = {}
    for language in languages:
        for passage in list_passages(db, merchant, language):
            key = language, passage.citation.article
            found[key] = (*found.get(key, ()), passage)
    return found


def _on_returns(passages: Sequence[Passage]) -> bool:
    """Whether an article is worth asking about: most are not, and each costs a call."""
    texts = (level(f"{each.citation.title} {each.text}") for each in passages)
    return any(speaks_of_return(text) or resolutions(text) or _OF_RETURNS.search(text) for text in texts)


def _known(kept: KeptReading | None, passages: Sequence[Passage], port: PolicyProposals) -> bool:
    return kept is not None and (kept.version, kept.reader) == (passages[0].citation.version, port.reader)
