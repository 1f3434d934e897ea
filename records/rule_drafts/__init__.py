"""Rules that a model proposed from articles; drafts for the merchant, never in force."""

from records.rule_drafts.queries import KeptReading, forget_readings, keep_reading, list_readings

__all__ = ["KeptReading", "forget_readings", "keep_reading", "list_readings"]
