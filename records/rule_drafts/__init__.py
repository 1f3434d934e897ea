"""Rules that a model proposed from articles; drafts for the merchant, never in force."""

from records.rule_drafts.queries import KeptReading, forget_readings, keep_reading, list_readings
from records.rule_drafts.rejected import key_of, list_rejected, reject_rule, take_back

__all__ = [
    "KeptReading",
    "forget_readings",
    "keep_reading",
    "key_of",
    "list_readings",
    "list_rejected",
    "reject_rule",
    "take_back",
]
