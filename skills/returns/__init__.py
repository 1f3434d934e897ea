"""Returns, exchanges and refunds: what may come back, until when, and where a return stands."""
