"""The rules that content states, for a person to weigh: beside the typed ones, to accept or to turn down."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import Lock
from typing import TypeVar

from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from domain.languages import Language
from domain.policy import Exclusion, Fee, PolicySource, Proposer, Region, ReturnPolicy, Rule, RuleDraft, Window
from knowledge.policy_comparison import meaning, rules_of, subject
from knowledge.policy_keeping import read_proposal
from knowledge.policy_proposals import list_drafts, merge
from knowledge.policy_reader import Conflict, Proposal
from records.articles.queries import read_revision
from records.policies import add_policy, find_newest
from records.rule_drafts import key_of, list_readings, list_rejected, reject_rule

R = TypeVar("R", bound=Rule)

_KEPT = 32
_reading = Lock()
_proposals: dict[tuple[str, MerchantId, int, tuple[Region, ...]], Proposal] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One rule as content states it; ``typed`` is the merchant's rule on the same subject, if there is one."""

    key: str
    draft: RuleDraft
    by: tuple[Proposer, ...]
    typed: Rule | None
    turned_down: bool

    @property
    def agrees(self) -> bool:
        return self.typed is not None and meaning(self.typed) == meaning(self.draft.rule)

    @property
    def contradicts(self) -> bool:
        """Content says one thing and the typed rule another: shoppers may read the one and get the other."""
        return self.typed is not None and not self.agrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """Everything there is to weigh; ``conflicts`` are sentences that contradict one another."""

    rules: tuple[Weighed, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def open(self) -> tuple[Weighed, ...]:
        return tuple(each for each in self.rules if not each.agrees and not each.turned_down)

    @property
    def contradictions(self) -> tuple[Weighed, ...]:
        return tuple(each for each in self.rules if each.contradicts)


def weigh(db: Connection, merchant: MerchantId) -> Weighing:
    """Reads all articles once per revision: seconds of work then, so call it off the event loop."""
    typed = find_newest(db, merchant, PolicySource.TYPED)
    proposal = _proposal(db, merchant, typed)
    drafts = list_drafts(db, merchant, tuple(Language)) if list_readings(db, merchant) else ()
    proposed = merge(proposal, drafts)
    there = {subject(rule): rule for rule in rules_of(typed)} if typed else {}
    no = list_rejected(db, merchant)
    rules = []
    for each in proposed:
        key = key_of(each.draft)
        rule = there.get(subject(each.draft.rule))
        rules.append(Weighed(key=key, draft=each.draft, by=each.by, typed=rule, turned_down=key in no))
    return Weighing(rules=tuple(rules), conflicts=proposal.conflicts)


def _proposal(db: Connection, merchant: MerchantId, typed: ReturnPolicy | None) -> Proposal:
    """As long as neither the articles nor the countries served change, the articles are not read again."""
    served = typed.regions if typed else ()
    key = (str(db.engine.url), merchant, read_revision(db, merchant), served)
    with _reading:
        if key not in _proposals:
            while len(_proposals) >= _KEPT:
                _proposals.pop(next(iter(_proposals)))
            _proposals[key] = read_proposal(db, merchant)
        return _proposals[key]


def accept(db: Connection, merchant: MerchantId, key: str, today: date) -> ReturnPolicy | None:
    """Types the rule in place of the merchant's own on that subject, as a new version; None when it is gone."""
    weighed = next((each for each in weigh(db, merchant).rules if each.key == key), None)
    if weighed is None:
        return None
    before = find_newest(db, merchant, PolicySource.TYPED) or ReturnPolicy(
        version=0, effective_from=today, source=PolicySource.TYPED, windows=()
    )
    policy = _with_rule(before, weighed)
    policy = replace(policy, version=before.version + 1, effective_from=today)
    add_policy(db, merchant, policy)
    return policy


def turn_down(db: Connection, merchant: MerchantId, key: str, now: datetime) -> None:
    reject_rule(db, merchant, key, now)


def _with_rule(policy: ReturnPolicy, weighed: Weighed) -> ReturnPolicy:
    taken = {rule.id for rule in rules_of(policy)}
    name = weighed.typed.id if weighed.typed else _free(weighed.draft.rule.id, taken)
    rule = replace(weighed.draft.rule, id=name)
    articles = tuple((dict(policy.articles) | {name: weighed.draft.article}).items())
    match rule:
        case Window():
            return replace(policy, windows=_put(policy.windows, rule), articles=articles)
        case Exclusion():
            return replace(policy, exclusions=_put(policy.exclusions, rule), articles=articles)
        case Fee():
            return replace(policy, fees=_put(policy.fees, rule), articles=articles)
        case Region():
            return replace(policy, regions=_put(policy.regions, rule), articles=articles)


def _put(rules: Sequence[R], rule: R) -> tuple[R, ...]:
    others = tuple(each for each in rules if each.id != rule.id)
    place = next((at for at, each in enumerate(rules) if each.id == rule.id), len(others))
    return (*others[:place], rule, *others[place:])


def _free(wanted: str, taken: set[str]) -> str:
    return next(
        name for number in range(1, 100) if (name := wanted + (f"_{number}" if number > 1 else "")) not in taken
    )
