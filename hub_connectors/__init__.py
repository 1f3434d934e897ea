"""One folder per vendor, and ``sandbox``, the demo shop; each implements the ports of ``domain``."""
