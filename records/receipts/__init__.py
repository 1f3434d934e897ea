"""Receipts of decisions, so that the merchant can open what the shopper was told in one sentence."""

from records.receipts.queries import KeptReceipt, keep_receipts, list_receipts

__all__ = ["KeptReceipt", "keep_receipts", "list_receipts"]
