"""The set-ups: ours, and each peer built as its own documentation recommends."""
