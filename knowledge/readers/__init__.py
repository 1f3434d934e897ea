"""One reader per kind of source; ``read_path`` and ``read_bytes`` choose, ``web.read_page`` fetches."""

from knowledge.readers.files import MAX_BYTES, MAX_TEXT, read_bytes, read_path, readable

__all__ = ["MAX_BYTES", "MAX_TEXT", "read_bytes", "read_path", "readable"]
