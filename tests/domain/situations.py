"""Orders, lines, returns and policies in a few words, for the tests of decisions."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from domain.ids import CustomerId, LineId, OrderId, ProductId, ReturnId, VariantId
from domain.money import Currency, Money
from domain.orders import Line, Order, OrderState
from domain.policy import (
    CountsFrom,
    Decision,
    Exclusion,
    ExclusionKind,
    Fee,
    PolicySource,
    Region,
    ReturnPolicy,
    Window,
    decide,
)
from domain.policy.decide import Situation
from domain.returns import Authority, ProviderAnswer, Resolution, Return, ReturnedLine, ReturnState

PARIS = ZoneInfo("Europe/Paris")
DELIVERED = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
SILENT = ProviderAnswer(authority=Authority.NONE, eligible=None)
REFUND, EXCHANGE, CREDIT = Resolution.REFUND, Resolution.EXCHANGE, Resolution.STORE_CREDIT


def window(resolution: Resolution, days: int, **more: object) -> Window:
    fields = {"id": f"{resolution.value}_window", "resolution": resolution, "days": days, **more}
    return Window(**fields)  # type: ignore[arg-type]


def policy(**changes: object) -> ReturnPolicy:
    fields: dict[str, object] = {
        "version": 3,
        "effective_from": date(2026, 1, 1),
        "source": PolicySource.TYPED,
        "windows": (window(REFUND, 30), window(EXCHANGE, 45), window(CREDIT, 60)),
        **changes,
    }
    return ReturnPolicy(**fields)  # type: ignore[arg-type]


FULL = policy(
    windows=(
        window(REFUND, 30),
        window(EXCHANGE, 45),
        window(CREDIT, 60),
        window(REFUND, 60, id="gift_refund", gifts_only=True),
        window(EXCHANGE, 60, id="gift_exchange", gifts_only=True),
    ),
    exclusions=(
        Exclusion(id="final_sale", matches=ExclusionKind.FINAL_SALE),
        Exclusion(id="cards", matches=ExclusionKind.CATEGORY, value="gift_cards"),
        Exclusion(id="pierced", matches=ExclusionKind.TAG, value="pierced"),
        Exclusion(id="samples", matches=ExclusionKind.TAG, value="sample", still=frozenset({EXCHANGE})),
    ),
    fees=(
        Fee(
            id="fee",
            countries=frozenset({"FR"}),
            resolutions=frozenset({REFUND}),
            amount=Money(minor=490, currency=Currency("EUR")),
        ),
    ),
    regions=(Region(id="served", countries=frozenset({"FR", "GB"})),),
)
FROM_ORDER = policy(windows=(window(REFUND, 30, counts_from=CountsFrom.ORDER),))


def line(**changes: object) -> Line:
    fields: dict[str, object] = {
        "id": LineId("l1"),
        "product": ProductId("alba"),
        "variant": VariantId("alba-blue-m"),
        "titles": {"en": "Alba jacket"},
        "variant_titles": {"en": "Blue, M", "fr": "Bleu, M"},
        "category": "jackets",
        "tags": frozenset(),
        "image": "",
        "quantity": 1,
        "paid": Money(minor=18500, currency=Currency("EUR")),
        "full_price": Money(minor=18500, currency=Currency("EUR")),
        "final_sale": False,
        "delivered": DELIVERED,
        "delivered_quantity": 1,
        "returned_quantity": 0,
        **changes,
    }
    return Line(**fields)  # type: ignore[arg-type]


def order(**changes: object) -> Order:
    fields: dict[str, object] = {
        "id": OrderId("o1"),
        "number": "MA-1",
        "customer": CustomerId("buyer"),
        "placed_at": datetime(2026, 5, 28, 9, 0, tzinfo=UTC),
        "state": OrderState.DELIVERED,
        "lines": (line(),),
        "total": Money(minor=18500, currency=Currency("EUR")),
        "gift": False,
        "recipient_customer": None,
        "country": "FR",
        "postcode": "69001",
        **changes,
    }
    return Order(**fields)  # type: ignore[arg-type]


def returned(state: ReturnState, quantity: int = 1, of: str = "l1") -> Return:
    return Return(
        id=ReturnId(f"r-{state}"),
        number="RMA-1",
        order=OrderId("o1"),
        state=state,
        resolution=REFUND,
        lines=(ReturnedLine(line=LineId(of), quantity=quantity),),
        created=DELIVERED,
        updated=DELIVERED,
        refund=None,
        send_by=None,
        label_url=None,
        tracking_number=None,
    )


def situation(today: date = date(2026, 6, 10), **changes: object) -> Situation:
    fields: dict[str, object] = {
        "order": order(),
        "line": line(),
        "returns": (),
        "asked_by_recipient": False,
        "today": today,
        "zone": PARIS,
        **changes,
    }
    return Situation(**fields)  # type: ignore[arg-type]


def judge(
    today: date = date(2026, 6, 10),
    *,
    by: ReturnPolicy | None = FULL,
    provider: ProviderAnswer = SILENT,
    **changes: object,
) -> Decision:
    return decide(situation(today, **changes), by, provider)


def answer(authority: Authority, eligible: bool | None, *resolutions: Resolution) -> ProviderAnswer:
    return ProviderAnswer(
        authority=authority,
        eligible=eligible,
        code="VENDOR_WORD",
        resolutions=frozenset(resolutions),
        until=date(2026, 7, 9) if resolutions else None,
    )


def ways(decision: Decision) -> set[Resolution]:
    return {offer.resolution for offer in decision.offers}
