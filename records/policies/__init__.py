"""The versions of a merchant's return policy; the newest one in effect decides."""

from records.policies.queries import add_policy, find_newest, find_policy, list_policies

__all__ = ["add_policy", "find_newest", "find_policy", "list_policies"]
