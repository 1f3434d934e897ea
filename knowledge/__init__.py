"""Sources become passages, and questions find them: reading, splitting, hybrid retrieval, rules read from text."""
