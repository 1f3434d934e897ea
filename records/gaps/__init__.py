"""Questions that no article answered, cleaned of personal data."""

from records.gaps.queries import keep_gap, list_gaps

__all__ = ["keep_gap", "list_gaps"]
