"""The inbox: every accepted message is a row before it is acknowledged, and leaves it in exactly one turn.

A *lane* is one conversation's queue. Whoever holds the lane's lease runs its next turn; the fence number grows with
each claim, so that a holder who slept past the lease cannot commit. A message that raises is tried again with a growing
pause and parked after five tries; one that takes the process down is parked after three.
"""

from runtime.inbox.queue import (
    MAX_CRASHES,
    MAX_FAILURES,
    Claimed,
    NewMessage,
    Waiting,
    accept,
    claim,
    finish,
    open_lane,
    put_back,
    release,
)
from runtime.inbox.tables import InboxState, inbox, lanes
from runtime.inbox.upkeep import abandon_leases, list_crashed, list_due, list_parked, replay

__all__ = [
    "MAX_CRASHES",
    "MAX_FAILURES",
    "Claimed",
    "InboxState",
    "NewMessage",
    "Waiting",
    "abandon_leases",
    "accept",
    "claim",
    "finish",
    "inbox",
    "lanes",
    "list_crashed",
    "list_due",
    "list_parked",
    "open_lane",
    "put_back",
    "release",
    "replay",
]
