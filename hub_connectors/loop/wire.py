"""Loop's JSON as it comes: open words, unknown keys dropped, ids and amounts as text whatever type they had.

Loop asks not to validate strictly, and what it does not say is None here: one odd field never hides a whole return.
What stands here is also what the index keeps of a return; the customer's name and address are not part of it.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


def read_id(value: Any) -> str:
    """Ids come as strings, as integers and as ``gid://shopify/Order/123``; empty when there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip().rsplit("/", 1)[-1]


def _read_text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _read_rows(value: Any) -> list[Any]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _read_times(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


Id = Annotated[str, BeforeValidator(read_id)]
Text = Annotated[str | None, BeforeValidator(_read_text)]
Flag = Annotated[bool | None, BeforeValidator(lambda value: value if isinstance(value, bool) else None)]


class Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class LoopRefund(Wire):
    gateway: Text = None
    amount: Text = None
    currency: Text = None


class LoopLine(Wire):
    """One returned piece; a line of three pieces comes three times. ``exchange_variant`` has been seen in two forms."""

    line_item_id: Id = ""
    provider_line_item_id: Id = ""
    exchange_variant: Any = None
    outcome: Text = None


class LoopExchange(Wire):
    exchange_order_name: Text = None
    variant_id: Id = ""


class LoopLabel(Wire):
    tracking_number: Text = None
    status: Text = None
    url: Text = None
    updated_at: Text = None


class LoopReturn(Wire):
    """A return of the list, of details, or of a webhook on the topic ``return``."""

    id: Id
    state: Text = None
    outcome: Text = None
    created_at: Text = None
    updated_at: Text = None
    provider_order_id: Id = ""
    order_name: Text = None
    currency: Text = None
    refund: Text = None
    gift_card: Text = None
    refunds: Annotated[list[LoopRefund], BeforeValidator(_read_rows)] = []
    exchanges: Annotated[list[LoopExchange], BeforeValidator(_read_rows)] = []
    exchange_order_name: Text = None
    line_items: Annotated[list[LoopLine], BeforeValidator(_read_rows)] = []
    tracking_number: Text = None
    label_status: Text = None
    label_url: Text = None
    label_updated_at: Text = None
    labels: Annotated[list[LoopLabel], BeforeValidator(_read_rows)] = []
    was_processed: Flag = None
    outcomes_processed_at: Annotated[dict[str, Any], BeforeValidator(_read_times)] = {}


class LoopLabelEvent(Wire):
    """A webhook on the topic ``label``; ``id`` is the return's."""

    id: Id
    provider_order_id: Id = ""
    tracking_number: Text = None
    label_status: Text = None
    label_updated_at: Text = None


class LoopItem(Wire):
    """A line of the eligibility answer; the name of its reason is not documented, so two likely ones are read."""

    external_id: Id = ""
    eligible: Flag = None
    ineligibility_code: Text = None
    reason: Text = None


class LoopEligibility(Wire):
    items: Annotated[list[LoopItem], BeforeValidator(_read_rows)] = []
