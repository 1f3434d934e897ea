"""Questions about the shop's rules, answered in the shop's own words or not at all."""
