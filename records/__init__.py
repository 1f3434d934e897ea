"""What we keep: one folder per noun with its tables and queries; no workflow."""
