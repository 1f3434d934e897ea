"""A small shop in memory: the ports that skills see, and builders whose defaults make an ordinary order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.claims import Claim, ClaimReason, ClaimState
from domain.commands import Slot
from domain.customers import Customer
from domain.errors import AppError
from domain.ids import (
    ArticleId,
    ClaimId,
    CustomerId,
    IncidentId,
    LineId,
    OrderId,
    ParcelId,
    PassageId,
    ProductId,
    ReturnId,
    VariantId,
)
from domain.incidents import Incident, IncidentChoice, IncidentReason, IncidentState
from domain.intents import Intent
from domain.knowledge import Citation, Findings, Hit, Passage
from domain.languages import Language
from domain.links import HubPage
from domain.mentions import Match, OwnedLine
from domain.money import Currency, Money
from domain.orders import Line, Order, OrderState
from domain.outcomes import AddClaimStatement, ChooseIncidentWay, Write
from domain.parcels import Contract, Measures, Parcel, ParcelState, TrackingEvent
from domain.returns import ProviderAnswer, Resolution, Return, ReturnedLine
from domain.skills import SkillPorts, SkillRequest

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 20)
NORA = CustomerId("cus_nora")


def at(day: int, hour: int = 10, minute: int = 0) -> datetime:
    """An instant of November 2026, in UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def euros(minor: int) -> Money:
    return Money(minor=minor, currency=Currency("EUR"))


def a_line(name: str = "jacket", **other: Any) -> Line:
    titles = {
        "jacket": {"en": "Alba jacket", "fr": "Veste Alba"},
        "lamp": {"en": "Orme lamp", "fr": "Lampe Orme"},
        "bowl": {"en": "Sable bowl", "fr": "Bol Sable"},
    }[name]
    usual: dict[str, Any] = {
        "id": LineId(f"line_{name}"),
        "product": ProductId(f"prod_{name}"),
        "variant": VariantId(f"var_{name}"),
        "titles": titles,
        "variant_titles": {"en": "M / Blue", "fr": "M / Bleu"},
        "category": "clothing",
        "tags": frozenset(),
        "image": f"/images/{name}.webp",
        "quantity": 1,
        "paid": euros(8900),
        "full_price": euros(8900),
        "final_sale": False,
        "delivered": None,
        "delivered_quantity": 0,
        "returned_quantity": 0,
    }
    return Line(**{**usual, **other})


def an_order(number: str = "MA-104233", *, lines: tuple[Line, ...] | None = None, **other: Any) -> Order:
    usual: dict[str, Any] = {
        "id": OrderId(f"ord_{number[-3:]}"),
        "number": number,
        "customer": NORA,
        "placed_at": at(14),
        "state": OrderState.SHIPPED,
        "lines": lines or (a_line(),),
        "total": euros(8900),
        "gift": False,
        "recipient_customer": None,
        "country": "FR",
        "postcode": "75011",
    }
    return Order(**{**usual, **other})


def delivered_order(number: str = "MA-104100", day: int = 5, *, name: str = "lamp") -> Order:
    line = a_line(name, delivered=date(2026, 11, day), delivered_quantity=1)
    return an_order(number, lines=(line,), state=OrderState.DELIVERED, placed_at=at(max(1, day - 3)))


def a_scan(
    day: int, state: ParcelState = ParcelState.IN_TRANSIT, place: str = "Lyon", code: str = "TRN"
) -> TrackingEvent:
    return TrackingEvent(at=at(day), state=state, code=code, place=place)


def a_parcel(order: Order, state: ParcelState = ParcelState.IN_TRANSIT, **other: Any) -> Parcel:
    usual: dict[str, Any] = {
        "id": ParcelId(f"par_{order.number[-3:]}"),
        "order": order.id,
        "carrier": "Colissimo",
        "tracking_number": f"6A{order.number[-3:]}0000",
        "tracking_url": "https://carrier.example/track",
        "state": state,
        "lines": tuple(line.id for line in order.lines),
        "events": (a_scan(17, ParcelState.LABEL_CREATED, "Nantes"), a_scan(19, state)),
        "expected": date(2026, 11, 23),
        "delivered": date(2026, 11, 19) if state is ParcelState.DELIVERED else None,
        "measures": Measures(weight_g=900, length_mm=300, width_mm=200, height_mm=100, value=euros(8900)),
        "contract": Contract.OWN,
        "label_url": "",
        "depot": None,
        "destination": None,
    }
    return Parcel(**{**usual, **other})


def a_claim(order: Order, state: ClaimState = ClaimState.INVESTIGATING, **other: Any) -> Claim:
    usual: dict[str, Any] = {
        "id": ClaimId(f"clm_{order.number[-3:]}"),
        "number": f"CL-{order.number[-3:]}7",
        "customer": NORA,
        "order": order.id,
        "parcel": ParcelId(f"par_{order.number[-3:]}"),
        "carrier": "Colissimo",
        "reason": ClaimReason.NOT_DELIVERED,
        "state": state,
        "opened": date(2026, 11, 10),
        "answer_due": date(2026, 12, 1),
        "missing": (),
        "provided": (),
        "amount": euros(8900),
        "compensation": None,
    }
    return Claim(**{**usual, **other})


def an_incident(order: Order, reason: IncidentReason = IncidentReason.ABSENT, **other: Any) -> Incident:
    usual: dict[str, Any] = {
        "id": IncidentId(f"inc_{order.number[-3:]}"),
        "customer": NORA,
        "order": order.id,
        "parcel": ParcelId(f"par_{order.number[-3:]}"),
        "carrier": "Colissimo",
        "code": "ABS",
        "reason": reason,
        "driver_note": "",
        "happened": at(19, 13, 5),
        "distance_m": 40,
        "state": IncidentState.AWAITING_SHOPPER,
        "choices": (IncidentChoice.REDELIVER, IncidentChoice.CORRECT_ADDRESS, IncidentChoice.PICKUP_POINT),
        "days": (date(2026, 11, 24), date(2026, 11, 25)),
        "answer_by": at(21, 17),
        "chosen": None,
    }
    return Incident(**{**usual, **other})


@dataclass
class FakeOwn:
    """One shopper's records; a name in ``failing`` makes that call raise."""

    orders: tuple[Order, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    failing: Mapping[str, AppError] = field(default_factory=dict)

    def _answer(self, name: str, found: Any) -> Any:
        if name in self.failing:
            raise self.failing[name]
        return found

    async def list_orders(self) -> tuple[Order, ...]:
        return self._answer("orders", self.orders)

    async def list_parcels(self, order: OrderId) -> tuple[Parcel, ...]:
        return self._answer("parcels", tuple(each for each in self.parcels if each.order == order))

    async def list_returns(self, order: OrderId) -> tuple[Return, ...]:
        return ()

    async def check_line(self, order: Order, line: Line) -> ProviderAnswer:
        raise NotImplementedError

    async def list_claims(self) -> tuple[Claim, ...]:
        return self._answer("claims", self.claims)

    async def list_incidents(self) -> tuple[Incident, ...]:
        return self._answer("incidents", self.incidents)


@dataclass
class FakeWrites:
    """Keeps what was written and answers with what the vendor would."""

    answer: Claim | Incident | AppError
    written: list[Write] = field(default_factory=list)

    async def carry_out(self, write: AddClaimStatement | ChooseIncidentWay) -> Claim | Incident:
        self.written.append(write)
        if isinstance(self.answer, AppError):
            raise self.answer
        return self.answer


@dataclass
class FakeKnowledge:
    """Articles as (language, a word of the question, the sentence quoted)."""

    articles: tuple[tuple[str, str, str], ...] = ()
    asked: list[str] = field(default_factory=list)

    async def search(self, question: str, *, language: Language, limit: int = 3) -> Findings:
        self.asked.append(question)
        for code, word, sentence in self.articles:
            if code == language.value and word in question.casefold():
                citation = Citation(
                    article=ArticleId(word), title=word, headings=(), version=1, updated=date(2026, 9, 1)
                )
                passage = Passage(id=PassageId(word), text=sentence, language=language, citation=citation)
                hit = Hit(passage=passage, score=1.0, support=0.9, quote=sentence)
                return Findings(hits=(hit,), supported=True)
        return Findings(hits=(), supported=False)

    async def find_article(self, article: ArticleId, *, language: Language) -> tuple[Passage, ...]:
        return ()


class FakeMentions:
    """A line fits when a word of the mention stands in one of its titles."""

    def match(self, mention: str, lines: tuple[OwnedLine, ...]) -> tuple[Match, ...]:
        words = mention.casefold().split()
        found = (
            owned
            for owned in lines
            if any(word in title.casefold().split() for word in words for title in owned.line.titles.values())
        )
        return tuple(Match(owned=owned, score=0.9) for owned in found)


class FakeLinks:
    def portal(
        self, order: OrderId, *, lines: tuple[ReturnedLine, ...] = (), resolution: Resolution | None = None
    ) -> str:
        return f"https://hub.example/portal/{order}"

    def hub(self, page: HubPage, target: OrderId | ReturnId | ClaimId | IncidentId | None = None) -> str:
        return f"https://hub.example/{page.value}/{target}"


@dataclass(frozen=True)
class FakeCalendar:
    day: date = TODAY
    zone: ZoneInfo = PARIS

    def today(self) -> date:
        return self.day


def ports(own: FakeOwn | None = None, knowledge: FakeKnowledge | None = None, *, day: date = TODAY) -> SkillPorts:
    return SkillPorts(
        own=own,
        knowledge=knowledge or FakeKnowledge(),
        catalogue=None,
        policy=None,
        links=FakeLinks(),
        mentions=FakeMentions(),
        calendar=FakeCalendar(day=day),
    )


def ask(intent: Intent, text: str = "", *, language: str = "en", given: Mapping[Slot, str] | None = None, **other: Any):
    """A request in which everything ``given`` stands in this very message."""
    given = given or {}
    usual: dict[str, Any] = {"slots": given, "changed": frozenset(given)}
    return SkillRequest(
        intent=intent, text=text, language=Language(language), customer=a_customer(), **{**usual, **other}
    )


def a_customer() -> Customer:
    return Customer(
        id=NORA, name="Nora Lind", email="nora@mail.example", phone=None, language=Language.EN, country="FR"
    )
