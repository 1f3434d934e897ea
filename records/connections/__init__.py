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
from records.connections.webhooks import LastWebhook, find_last_webhook, note_webhook

__all__ = [
    "Connected",
    "LastWebhook",
    "disconnect",
    "find_connected",
    "find_last_webhook",
    "list_connected",
    "list_sealed",
    "note_webhook",
    "reseal",
    "save_connected",
]
