"""Where vendors call: verified over the raw body, noted once per event, and what changed is ours in the same step."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from sqlalchemy.engine import Connection

from domain.errors import PayloadTooLarge
from domain.ids import MerchantId
from records.connections import note_webhook
from web.wiring import Install

router = APIRouter(prefix="/webhooks")
_LARGEST = 2 * 1024 * 1024


@router.post("/{connector}/{merchant}", status_code=200)
async def receive(request: Request, connector: str, merchant: str) -> Response:
    """Answers 200 to an event that came before, 401 to a signature that does not hold, 404 to what is not connected."""
    install: Install = request.app.state.install
    named = MerchantId(merchant)
    vendor = await install.shops.get_vendor(named, connector)
    raw = await _read(request)
    delivered = vendor.read_webhook(raw, {name.lower(): value for name, value in request.headers.items()})
    now = install.clock.now()

    def take(connection: Connection) -> bool:
        new = note_webhook(connection, named, connector, event=delivered.event, topic=delivered.topic, now=now)
        if new:
            vendor.apply_webhook(connection, delivered)
        return new

    new = await install.database.merchant(named).write(take)
    return JSONResponse({"accepted": True, "duplicate": not new})


async def _read(request: Request) -> bytes:
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > _LARGEST:
            raise PayloadTooLarge(f"the body is over {_LARGEST} bytes")
    return bytes(received)
