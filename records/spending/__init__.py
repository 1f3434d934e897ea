"""What models cost: per merchant, day and conversation, so that budgets hold."""

from records.spending.queries import add_spending, find_spent

__all__ = ["add_spending", "find_spent"]
