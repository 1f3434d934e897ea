"""AfterShip Tracking's JSON as it is: unknown keys are ignored, words stay open, customers are not read.

Times are kept as text, since carriers give them with a zone, without one, or as a day.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _text(told: Any) -> Any:
    return str(told) if isinstance(told, int) and not isinstance(told, bool) else told


def _listed(told: Any) -> Any:
    return [] if told is None else told


Text = Annotated[str, BeforeValidator(_text)]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class WireCheckpoint(_Wire):
    """``hash`` exists since 2026-07; ``raw_tag`` is the carrier's own word."""

    checkpoint_time: str | None = None
    tag: str | None = None
    subtag: str | None = None
    raw_tag: str | None = None
    message: str | None = None
    location: str | None = None
    city: str | None = None
    hash: str | None = None


class WireEstimate(_Wire):
    """``latest_estimated_delivery``: one moment, or a range."""

    datetime: str | None = None
    datetime_max: str | None = None


class WireDayEstimate(_Wire):
    """The other estimates."""

    estimated_delivery_date: str | None = None
    estimated_delivery_date_max: str | None = None


class WireTracking(_Wire):
    """``expected_delivery`` is v4's name of the estimate."""

    id: Text
    tracking_number: Text = ""
    slug: str | None = None
    order_id: Text | None = None
    created_at: str | None = None
    tag: str | None = None
    subtag: str | None = None
    return_to_sender: bool | None = None
    shipment_direction: str | None = None
    shipment_delivery_date: str | None = None
    pickup_location: str | None = None
    latest_estimated_delivery: WireEstimate | None = None
    courier_estimated_delivery_date: WireDayEstimate | None = None
    custom_estimated_delivery_date: WireDayEstimate | str | None = None
    aftership_estimated_delivery_date: WireDayEstimate | None = None
    expected_delivery: str | None = None
    aftership_tracking_url: str | None = None
    courier_redirect_link: str | None = None
    courier_tracking_link: str | None = None
    checkpoints: Annotated[list[WireCheckpoint], BeforeValidator(_listed)] = Field(default_factory=list)


class WirePagination(_Wire):
    next_cursor: str | None = None
    has_next_page: bool = False


class WireTrackings(_Wire):
    """``count`` is v4's, which pages by number."""

    trackings: Annotated[list[WireTracking], BeforeValidator(_listed)] = Field(default_factory=list)
    pagination: WirePagination | None = None
    count: int = 0


class WireCourier(_Wire):
    slug: str
    name: str


class WireCouriers(_Wire):
    couriers: list[WireCourier]


class WireEvent(_Wire):
    """A webhook: what has happened stands in ``msg.tag``, never in ``event``."""

    event: str
    event_id: str | None = None
    msg: WireTracking
