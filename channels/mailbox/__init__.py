"""The demo's mailbox: what would have left by mail or SMS lands on a page instead."""

from channels.mailbox.letters import Letter, drop_letter, list_letters

__all__ = ["Letter", "drop_letter", "list_letters"]
