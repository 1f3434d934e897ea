"""AfterShip Tracking's webhooks: who sent them and which event they are.

Nothing of ours changes with them: parcels are read from AfterShip by order, so that late or repeated news do no harm.
"""

import hashlib
from collections.abc import Mapping

from pydantic import ValidationError

from domain.errors import PayloadUnrecognised
from hub_connectors.aftership import check_signature, read_json
from hub_connectors.aftership_tracking.settings import TrackingSettings
from hub_connectors.aftership_tracking.wire import WireEvent
from hub_connectors.offering import Delivered

_HEADER = "aftership-hmac-sha256"


def read_webhook(raw: bytes, headers: Mapping[str, str], settings: TrackingSettings) -> Delivered:
    """Raises SignatureInvalid or PayloadUnrecognised."""
    check_signature(raw, headers.get(_HEADER), settings)
    body = read_json(raw)
    try:
        event = WireEvent.model_validate(body)
    except ValidationError:
        raise PayloadUnrecognised("the webhook is no event of AfterShip Tracking") from None
    return Delivered(event=event.event_id or hashlib.sha256(raw).hexdigest(), topic=event.event, body=body["msg"])
