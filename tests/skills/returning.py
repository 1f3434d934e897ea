"""A shop that takes returns: rules, a returns provider, a catalogue and help articles, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.catalogue import Product, Variant
from domain.ids import ArticleId, LineId, OrderId, PassageId, ProductId, ReturnId, VariantId
from domain.intents import Intent
from domain.knowledge import Citation, Passage
from domain.languages import Language
from domain.mentions import Match, OwnedLine
from domain.orders import Line, Order
from domain.outcomes import Outcome
from domain.policy import (
    CountsFrom,
    Exclusion,
    ExclusionKind,
    Fee,
    PolicySource,
    Region,
    ReturnPolicy,
    Window,
)
from domain.returns import Authority, ProviderAnswer, Refund, Resolution, Return, ReturnedLine, ReturnState
from domain.skills import SkillPorts, SkillRequest
from skills.returns.skill import Returns
from tests.skills.fakes import FakeKnowledge, FakeLinks, FakeOwn, a_line, an_order, ask, at, euros, ports

CLAUSE = "You have 30 days from delivery to return an item for a refund."
SILENT = ProviderAnswer(authority=Authority.NONE, eligible=None)
POLICY = ReturnPolicy(
    version=3,
    effective_from=date(2026, 1, 1),
    source=PolicySource.TYPED,
    windows=(
        Window(id="refund-30", resolution=Resolution.REFUND, days=30),
        Window(id="exchange-45", resolution=Resolution.EXCHANGE, days=45),
        Window(id="credit-45", resolution=Resolution.STORE_CREDIT, days=45),
    ),
    exclusions=(
        Exclusion(id="final-sale", matches=ExclusionKind.FINAL_SALE),
        Exclusion(id="underwear", matches=ExclusionKind.CATEGORY, value="underwear"),
        Exclusion(id="hygiene", matches=ExclusionKind.TAG, value="hygiene"),
        Exclusion(
            id="outlet",
            matches=ExclusionKind.TAG,
            value="outlet",
            still=frozenset({Resolution.EXCHANGE}),
        ),
        Exclusion(
            id="sample",
            matches=ExclusionKind.TAG,
            value="sample",
            still=frozenset({Resolution.EXCHANGE, Resolution.STORE_CREDIT}),
        ),
    ),
    fees=(
        Fee(
            id="fee-fr",
            countries=frozenset({"FR"}),
            resolutions=frozenset({Resolution.REFUND}),
            amount=euros(490),
        ),
    ),
    regions=(Region(id="europe", countries=frozenset({"FR", "DE", "BE"})),),
    articles=(("refund-30", ArticleId("return-window")),),
)
BY_ORDER = replace(
    POLICY,
    windows=(Window(id="refund-20", resolution=Resolution.REFUND, days=20, counts_from=CountsFrom.ORDER),),
)


@dataclass
class ReturningOwn(FakeOwn):
    """Adds returns and the provider's word on each line."""

    returns: tuple[Return, ...] = ()
    answers: Mapping[str, ProviderAnswer] = field(default_factory=dict)

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        return self._answer("returns", tuple(each for each in self.returns if each.order == order))

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        return self._answer("check", self.answers.get(line.id, SILENT))


@dataclass
class HelpPages(FakeKnowledge):
    """Answers the questions of the fake and opens one article whole."""

    async def find_article(self, article: ArticleId, *, language: Language) -> tuple[Passage, ...]:
        if article != "return-window":
            return ()
        citation = Citation(
            article=article, title="Returns", headings=("The window",), version=1, updated=date(2026, 9, 14)
        )
        return (Passage(id=PassageId("p1"), text=CLAUSE, language=Language.EN, citation=citation),)


class WordMentions:
    """Scores a line by how many words of the mention its titles and variant hold."""

    def match(self, mention: str, lines: tuple[OwnedLine, ...]) -> tuple[Match, ...]:
        words = set(mention.casefold().split()) - {"the", "a", "my", "la", "le", "ma"}
        found = []
        for owned in lines:
            line = owned.line
            own = " ".join((*line.titles.values(), *line.variant_titles.values())).replace("/", " ").casefold().split()
            hits = len(words & set(own))
            if hits:
                found.append(Match(owned=owned, score=hits / max(1, len(words))))
        return tuple(sorted(found, key=lambda match: match.score, reverse=True))


@dataclass
class FakeCatalogue:
    products: tuple[Product, ...] = ()

    async def find_product(self, product: ProductId) -> Product | None:
        return next((each for each in self.products if each.id == product), None)


@dataclass
class NotingLinks(FakeLinks):
    """Keeps what each portal link carries."""

    made: list[tuple[OrderId, tuple[ReturnedLine, ...], Resolution | None]] = field(default_factory=list)

    def portal(
        self, order: OrderId, *, lines: tuple[ReturnedLine, ...] = (), resolution: Resolution | None = None
    ) -> str:
        self.made.append((order, lines, resolution))
        return f"https://hub.example/portal/{order}/{resolution.value if resolution else 'any'}"


FRENCH = {"Blue": "Bleu", "Red": "Rouge"}


def a_variant(size: str, *, colour: str = "Blue", stock: int | None = 4, price: int = 8900) -> Variant:
    return Variant(
        id=VariantId(f"var_{size}_{colour}".lower()),
        titles={"en": f"{size} / {colour}", "fr": f"{size} / {FRENCH[colour]}"},
        options={"size": size, "colour": colour},
        price=euros(price),
        stock=stock,
    )


def a_jacket(*variants: Variant) -> Product:
    return Product(
        id=ProductId("prod_jacket"),
        titles={"en": "Alba jacket", "fr": "Veste Alba"},
        category="clothing",
        tags=frozenset(),
        image="/images/jacket.webp",
        variants=variants or (a_variant("M"), a_variant("S"), a_variant("L")),
    )


def got(name: str = "jacket", day: int = 4, **other: Any) -> Line:
    """A line delivered on a day of November."""
    usual: dict[str, Any] = {"delivered": date(2026, 11, day), "delivered_quantity": 1, "variant": "var_m_blue"}
    return a_line(name, **{**usual, **other})


def bought(number: str = "MA-104233", *lines: Line, **other: Any) -> Order:
    """An order of earlier this autumn; each of its lines has an id of its own."""
    named = tuple(replace(line, id=LineId(f"{line.id}_{number[-3:]}")) for line in lines or (got(),))
    return an_order(number, lines=named, **{"placed_at": at(1), **other})


def a_return(order: Order, state: ReturnState = ReturnState.IN_TRANSIT, **other: Any) -> Return:
    usual: dict[str, Any] = {
        "id": ReturnId(f"ret_{order.number[-3:]}"),
        "number": f"RMA-{order.number[-3:]}0",
        "order": order.id,
        "state": state,
        "resolution": Resolution.REFUND,
        "lines": (ReturnedLine(line=order.lines[0].id, quantity=1),),
        "created": at(10),
        "updated": at(16),
        "refund": Refund(amount=euros(8410), means="card", issued=None, expected_by=date(2026, 12, 1)),
        "send_by": date(2026, 11, 24),
        "label_url": None,
        "tracking_number": "8R00012345678",
    }
    return Return(**{**usual, **other})


ARTICLES = HelpPages(
    (
        ("en", "how many days do i have to return", CLAUSE),
        ("en", "exchange", "An exchange can be asked for during 45 days."),
        ("en", "damaged", "Tell us within 14 days, with photos. Nothing is charged."),
        ("fr", "combien de jours ai-je", "Vous avez 30 jours après la livraison."),
    )
)


def shop(own: FakeOwn | None, *, policy: ReturnPolicy | None = POLICY, **other: Any) -> SkillPorts:
    usual: dict[str, Any] = {"policy": policy, "mentions": WordMentions(), "links": NotingLinks()}
    return replace(ports(own, ARTICLES), **{**usual, **other})


async def give_back(own: FakeOwn | None, request: SkillRequest | None = None, **other: Any) -> Outcome:
    request = request or ask(Intent.RETURN_OR_EXCHANGE, "I want to return something")
    return await Returns().run(request, shop(own, **other))
