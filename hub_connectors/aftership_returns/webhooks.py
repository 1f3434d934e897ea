"""AfterShip Returns' webhooks: who sent them, what they are about, and which order their return belongs to."""

from collections.abc import Mapping

from pydantic import ValidationError
from sqlalchemy.engine import Connection

from domain.errors import PayloadUnrecognised
from domain.ids import MerchantId
from hub_connectors.aftership import SIGNATURE_HEADER, check_signature, read_json
from hub_connectors.aftership_returns.index import note_returns, orders_of
from hub_connectors.aftership_returns.settings import ReturnsSettings
from hub_connectors.aftership_returns.wire import WireEvent, WireReturn
from hub_connectors.offering import Delivered

_OLD_HEADER = "am-webhook-signature"
_OLD_PREFIX = "hmac-sha256="


def read_webhook(raw: bytes, headers: Mapping[str, str], settings: ReturnsSettings) -> Delivered:
    """Raises SignatureInvalid or PayloadUnrecognised."""
    check_signature(raw, _signature(headers), settings)
    try:
        event = WireEvent.model_validate(read_json(raw))
    except ValidationError:
        raise PayloadUnrecognised("the webhook is no event of AfterShip Returns") from None
    _check_shop(event, settings)
    return Delivered(event=event.id, topic=event.event, body=event.data)


def apply_webhook(connection: Connection, merchant: MerchantId, delivered: Delivered) -> None:
    """Every event holds the whole return; what AfterShip adds one day without one is noted and changes nothing."""
    try:
        seen = WireReturn.model_validate(delivered.body)
    except ValidationError:
        return
    note_returns(connection, merchant, orders_of([seen]))


def _signature(headers: Mapping[str, str]) -> str | None:
    """Merchants from before October 2022 may get the older header."""
    if SIGNATURE_HEADER in headers:
        return headers[SIGNATURE_HEADER]
    old = headers.get(_OLD_HEADER, "")
    return old.removeprefix(_OLD_PREFIX) if old.startswith(_OLD_PREFIX) else None


def _check_shop(event: WireEvent, settings: ReturnsSettings) -> None:
    organization = event.data.get("organization")
    told = organization.get("id") if isinstance(organization, dict) else None
    if settings.organization and told is not None and str(told) != settings.organization:
        raise PayloadUnrecognised("the webhook is about another merchant")
