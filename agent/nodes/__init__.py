"""The nodes of the graph, one module each; what they pass on is in ``values``."""
