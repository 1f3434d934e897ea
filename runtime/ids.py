"""New identifiers: UUIDv7 with a prefix that tells what they name (``cnv_...``); sortable in time, not countable."""

import os
import time


def new_id(prefix: str) -> str:
    """E.g. ``new_id("cnv")`` -> ``cnv_0193a7c4f0e87b1e9d6c5a4b3c2d1e0f``."""
    milliseconds = time.time_ns() // 1_000_000
    tail = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds << 80) | tail
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return f"{prefix}_{value:032x}"
