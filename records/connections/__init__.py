"""Which vendors a merchant connected, with sealed credentials; and what they last answered."""

from records.connections.queries import (
    Connected,
    disconnect,
    find_connected,
    list_connected,
    list_sealed,
    reseal,
    save_connected,
)
from records.connections.webhooks import note_webhook

__all__ = [
    "Connected",
    "disconnect",
    "find_connected",
    "list_connected",
    "list_sealed",
    "note_webhook",
    "reseal",
    "save_connected",
]
