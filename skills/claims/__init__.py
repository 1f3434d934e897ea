"""Carrier claims: where one stands, what is missing, and the statement that a shopper can give."""
