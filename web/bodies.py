"""Reading request bodies without trusting them: a size limit while it arrives, then strict JSON."""

from typing import Any

from fastapi import Request

from domain.errors import PayloadTooLarge
from runtime.text import parse_json

MAX_BODY = 128 * 1024


async def read_json(request: Request, *, limit: int = MAX_BODY) -> Any:
    """Raises PayloadTooLarge or PayloadUnrecognised."""
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > limit:
            raise PayloadTooLarge(f"the body is over {limit} bytes")
    return parse_json(bytes(received), limit=limit)
