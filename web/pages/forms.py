"""What was filled into a form: bounded while it arrives, every text cleaned at the door."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from fastapi import Request

from domain.errors import PayloadTooLarge, PayloadUnrecognised
from runtime.text import clean

FORM_BYTES = 64 * 1024
_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Form:
    fields: dict[str, list[str]]

    def one(self, name: str) -> str:
        """The field's text, empty when it was not sent."""
        return self.many(name)[0] if self.many(name) else ""

    def many(self, name: str) -> list[str]:
        return self.fields.get(name, [])


async def read_form(request: Request, limit: int = FORM_BYTES) -> Form:
    """Raises PayloadTooLarge or PayloadUnrecognised."""
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > limit:
            raise PayloadTooLarge(f"the form is over {limit} bytes")
    try:
        fields = parse_qs(received.decode("utf-8"), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError as error:
        raise PayloadUnrecognised("the form is not readable") from error
    return Form({clean(name): [clean(value) for value in values] for name, values in fields.items()})
