"""Merchants: their name, zone, languages, widget key and switches."""

from records.merchants.queries import (
    Merchant,
    add_merchant,
    find_by_widget_key,
    find_merchant,
    list_merchants,
    save_merchant,
)

__all__ = ["Merchant", "add_merchant", "find_by_widget_key", "find_merchant", "list_merchants", "save_merchant"]
