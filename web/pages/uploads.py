"""A form with a file: bounded while it arrives, so that an upload that is too large is never held."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from domain.errors import PayloadTooLarge, PayloadUnrecognised
from runtime.text import clean
from web.pages.forms import Form

_FIELDS = 50
_FIELD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """``name`` is what the visitor's file is called there: shown and read for its ending, never used as a path."""

    name: str
    content: bytes


async def read_upload(request: Request, limit: int) -> tuple[Form, Upload | None]:
    """The fields and the one file. Raises PayloadTooLarge or PayloadUnrecognised."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise _too_large(limit)
    parser = MultiPartParser(
        request.headers, _bounded(request, limit), max_files=1, max_fields=_FIELDS, max_part_size=_FIELD_BYTES
    )
    try:
        parsed = await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError) as error:
        raise PayloadUnrecognised("the form is not readable") from error
    fields: dict[str, list[str]] = {}
    upload = None
    for name, value in parsed.multi_items():
        if isinstance(value, UploadFile):
            upload = Upload(name=clean(value.filename or "")[-200:], content=await value.read())
        else:
            fields.setdefault(clean(name), []).append(clean(value))
    await parsed.close()
    return Form(fields), upload if upload and upload.name else None


async def _bounded(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    received = 0
    async for chunk in request.stream():
        received += len(chunk)
        if received > limit:
            raise _too_large(limit)
        yield chunk


def _too_large(limit: int) -> PayloadTooLarge:
    return PayloadTooLarge(f"the upload is over {limit} bytes")
