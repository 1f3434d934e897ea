"""Words in, commands out: one port, answered by the embedded engine or by a model."""
