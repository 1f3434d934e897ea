"""Teammates, their sign-ins and their sessions."""

from records.team.queries import (
    Account,
    add_teammate,
    change_teammate,
    close_session,
    find_account,
    find_session,
    list_teammates,
    note_failure,
    note_success,
    open_session,
    remove_teammate,
)

__all__ = [
    "Account",
    "add_teammate",
    "change_teammate",
    "close_session",
    "find_account",
    "find_session",
    "list_teammates",
    "note_failure",
    "note_success",
    "open_session",
    "remove_teammate",
]
