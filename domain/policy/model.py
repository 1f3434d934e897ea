"""The typed, versioned return policy of one merchant."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.ids import ArticleId
from domain.money import Money
from domain.returns import Resolution


class PolicySource(StrEnum):
    """Who wrote the rules: the merchant typed them, or they were read from knowledge text and nobody confirmed them."""

    TYPED = "typed"
    CONTENT = "content"


class CountsFrom(StrEnum):
    """The event that a window counts from."""

    DELIVERY = "delivery"
    ORDER = "order"


class ExclusionKind(StrEnum):
    """What an exclusion looks at."""

    CATEGORY = "category"
    TAG = "tag"
    FINAL_SALE = "final_sale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """``days`` after the event's local day, inclusive to 23:59:59 in the shop's zone, for one resolution."""

    id: str
    resolution: Resolution
    days: int
    counts_from: CountsFrom = CountsFrom.DELIVERY
    gifts_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Lines that may not come back; ``still`` names the resolutions that stay possible all the same."""

    id: str
    matches: ExclusionKind
    value: str = ""
    still: frozenset[Resolution] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What a return costs the shopper from these countries; no entry means free."""

    id: str
    countries: frozenset[str]
    resolutions: frozenset[Resolution]
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Countries (ISO 3166-1 alpha-2) from which returns are taken."""

    id: str
    countries: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPolicy:
    """One version; ``articles`` are the knowledge articles that hold the clauses, per rule id."""

    version: int
    effective_from: date
    source: PolicySource
    windows: tuple[Window, ...]
    exclusions: tuple[Exclusion, ...] = ()
    fees: tuple[Fee, ...] = ()
    regions: tuple[Region, ...] = ()
    gift_recipient_refund: bool = False
    articles: tuple[tuple[str, ArticleId], ...] = ()

    def article_for(self, rule: str) -> ArticleId | None:
        return dict(self.articles).get(rule)
