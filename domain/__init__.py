"""The words of the trade: pure values and ports, standard library only; no vendor, no database, no page."""
