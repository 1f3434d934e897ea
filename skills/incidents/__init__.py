"""Delivery incidents and what went wrong on arrival: what happened, what may be chosen, what comes next."""
