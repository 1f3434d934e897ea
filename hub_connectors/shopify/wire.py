"""Shopify's answers as they come: unknown keys are ignored, and words of an enumeration are plain text."""

from datetime import datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

T = TypeVar("T")


class Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore", frozen=True)


class Named(Wire):
    """Anything of which only the id was asked for."""

    id: str


class PageInfo(Wire):
    has_next_page: bool = False
    end_cursor: str | None = None


class Nodes(Wire, Generic[T]):
    nodes: list[T] = Field(default_factory=list)
    page_info: PageInfo = PageInfo()


class Amount(Wire):
    """A decimal string; never a float."""

    amount: str
    currency_code: str


class Bag(Wire):
    """Amounts in the shop's and in the shopper's currency; only the latter is asked for."""

    presentment_money: Amount


class Allocation(Wire):
    allocated_amount_set: Bag


class Picture(Wire):
    url: str = ""


class LineProduct(Wire):
    id: str
    product_type: str = ""
    tags: list[str] = Field(default_factory=list)


class LineItem(Wire):
    """``product`` and ``variant`` are None when they were deleted, or were never products of the shop."""

    id: str
    title: str
    variant_title: str | None = None
    quantity: int
    current_quantity: int
    unfulfilled_quantity: int = 0
    is_gift_card: bool = False
    requires_shipping: bool = True
    image: Picture | None = None
    product: LineProduct | None = None
    variant: Named | None = None
    original_total_set: Bag
    discount_allocations: list[Allocation] = Field(default_factory=list)


class FulfilledLine(Wire):
    quantity: int | None = None
    line_item: Named


class TrackingNumber(Wire):
    company: str | None = None
    number: str | None = None
    url: str | None = None


class FulfillmentEvent(Wire):
    status: str
    happened_at: datetime
    message: str | None = None
    city: str | None = None
    country: str | None = None


class Fulfillment(Wire):
    id: str
    status: str
    display_status: str | None = None
    created_at: datetime
    delivered_at: datetime | None = None
    estimated_delivery_at: datetime | None = None
    requires_shipping: bool = True
    tracking_info: list[TrackingNumber] = Field(default_factory=list)
    fulfillment_line_items: Nodes[FulfilledLine] = Nodes[FulfilledLine]()
    events: Nodes[FulfillmentEvent] = Nodes[FulfillmentEvent]()


class ReturnLine(Wire):
    """Without ``fulfillment_line_item`` it is of a kind that Shopify cannot tie to the order."""

    quantity: int
    processed_quantity: int = 0
    fulfillment_line_item: FulfilledLine | None = None


class Decline(Wire):
    reason: str
    note: str | None = None


class ExchangeLine(Wire):
    quantity: int
    variant_id: str | None = None


class LabelFile(Wire):
    public_file_url: str | None = None


class ReturnTracking(Wire):
    number: str | None = None


class Deliverable(Wire):
    label: LabelFile | None = None
    tracking: ReturnTracking | None = None


class ReverseDelivery(Wire):
    deliverable: Deliverable | None = None


class ReverseOrder(Wire):
    reverse_deliveries: Nodes[ReverseDelivery] = Nodes[ReverseDelivery]()


class Return(Wire):
    """Only ``status`` and the lines are there when the return was read along with its order."""

    id: str = ""
    name: str = ""
    status: str
    created_at: datetime | None = None
    request_approved_at: datetime | None = None
    closed_at: datetime | None = None
    decline: Decline | None = None
    return_line_items: Nodes[ReturnLine] = Nodes[ReturnLine]()
    exchange_line_items: Nodes[ExchangeLine] = Nodes[ExchangeLine]()
    reverse_fulfillment_orders: Nodes[ReverseOrder] = Nodes[ReverseOrder]()


class Transaction(Wire):
    kind: str
    status: str
    gateway: str | None = None
    formatted_gateway: str | None = None
    processed_at: datetime | None = None


class RefundedLine(Wire):
    quantity: int
    restock_type: str = ""
    line_item: Named


class Refund(Wire):
    id: str
    created_at: datetime | None = None
    processed_at: datetime
    total_refunded_set: Bag
    return_: Named | None = Field(default=None, alias="return")
    transactions: Nodes[Transaction] = Nodes[Transaction]()
    refund_line_items: Nodes[RefundedLine] = Nodes[RefundedLine]()


class Givebacks(Wire):
    """An order's returns and refunds."""

    name: str
    returns: Nodes[Return] = Nodes[Return]()
    refunds: list[Refund] = Field(default_factory=list)


class Address(Wire):
    zip: str | None = None
    country_code_v2: str | None = Field(default=None, alias="countryCodeV2")


class Count(Wire):
    count: int


class Order(Wire):
    id: str
    name: str
    processed_at: datetime
    cancelled_at: datetime | None = None
    display_fulfillment_status: str
    return_status: str = ""
    tags: list[str] = Field(default_factory=list)
    customer: Named | None = None
    shipping_address: Address | None = None
    total_price_set: Bag
    line_items: Nodes[LineItem]
    fulfillments_count: Count | None = None
    fulfillments: list[Fulfillment] = Field(default_factory=list)
    returns: Nodes[Return] | None = None


class NamedOrder(Wire):
    id: str
    name: str
    customer: Named | None = None


class Email(Wire):
    email_address: str


class Phone(Wire):
    phone_number: str


class Customer(Wire):
    id: str
    display_name: str = ""
    locale: str = ""
    default_email_address: Email | None = None
    default_phone_number: Phone | None = None
    default_address: Address | None = None


class Option(Wire):
    name: str
    value: str


class Variant(Wire):
    """``price`` is in the shop's own currency, which the answer names beside the product."""

    id: str
    title: str
    price: str
    available_for_sale: bool = True
    inventory_policy: str = ""
    inventory_quantity: int | None = None
    selected_options: list[Option] = Field(default_factory=list)


class Preview(Wire):
    image: Picture | None = None


class Media(Wire):
    preview: Preview | None = None


class Product(Wire):
    id: str
    title: str
    product_type: str = ""
    tags: list[str] = Field(default_factory=list)
    featured_media: Media | None = None
    variants: Nodes[Variant] = Nodes[Variant]()


class ReturnableLines(Wire):
    returnable_fulfillment_line_items: Nodes["ReturnableLine"]


class ReturnableLine(Wire):
    quantity: int
    fulfillment_line_item: FulfilledLine


ReturnableLines.model_rebuild()
