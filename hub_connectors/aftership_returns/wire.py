"""AfterShip Returns' JSON as it is: unknown keys are ignored, words stay open, and what nobody may see is not read.

``merchant_note`` and ``refunds[].store_credit_reference`` (which can be a gift card's code) have no field here.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _text(told: Any) -> Any:
    """Ids come as numbers from some shops."""
    return str(told) if isinstance(told, int) and not isinstance(told, bool) else told


def _listed(told: Any) -> Any:
    return [] if told is None else told


Text = Annotated[str, BeforeValidator(_text)]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class WireMoney(_Wire):
    amount: Text
    currency: str


class WireOrder(_Wire):
    external_id: Text | None = None


class WireOrganization(_Wire):
    id: Text | None = None


class WireVariant(_Wire):
    external_variant_id: Text | None = None


class WireItem(_Wire):
    external_order_item_id: Text | None = None
    intended_return_quantity: int = 0
    removed_quantity: int = 0
    exchange_variant: WireVariant | None = None


class WireLabel(_Wire):
    url: str | None = None


class WireShipment(_Wire):
    tracking_number: str | None = None
    tracking_status_updated_at: str | None = None
    label: WireLabel | None = None


class WireExchange(_Wire):
    order: WireOrder | None = None


class WireReceiving(_Wire):
    received_at: str | None = None


class WireReturn(_Wire):
    """``status`` is the one word of the unversioned API and its webhooks, instead of the two that follow."""

    id: Text
    rma_number: Text = ""
    organization: WireOrganization | None = None
    order: WireOrder | None = None
    status: str | None = None
    approval_status: str | None = None
    shipping_status: str | None = None
    outcomes: Annotated[list[str], BeforeValidator(_listed)] = Field(default_factory=list)
    shop_now: bool | None = None
    reject_reason: str | None = None
    created_at: str | None = None
    approved_at: str | None = None
    rejected_at: str | None = None
    resolved_at: str | None = None
    refunded_at: str | None = None
    expired_at: str | None = None
    refund_destination: str | None = None
    refunded_total: WireMoney | None = None
    estimated_refund_total: WireMoney | None = None
    exchange: WireExchange | None = None
    return_items: Annotated[list[WireItem], BeforeValidator(_listed)] = Field(default_factory=list)
    shipments: Annotated[list[WireShipment], BeforeValidator(_listed)] = Field(default_factory=list)
    receivings: Annotated[list[WireReceiving], BeforeValidator(_listed)] = Field(default_factory=list)


class WirePagination(_Wire):
    total: int = 0
    has_next_page: bool = False


class WireReturns(_Wire):
    returns: list[WireReturn]
    pagination: WirePagination


class WireLink(_Wire):
    url: str


class WireEvent(_Wire):
    """A webhook: ``data`` is the whole return as it was when the event was written."""

    id: Text
    event: str
    data: dict[str, Any]
