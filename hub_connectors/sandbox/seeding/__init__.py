"""How the demo shop's past, present and next weeks are made up from a seed and an anchor day."""
