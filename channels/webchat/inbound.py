"""A message of the page, hostile until parsed, then one inbox row and one event in one transaction."""

import json
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlalchemy.engine import Connection

from domain.errors import PayloadUnrecognised
from domain.ids import MessageId
from records.conversations import Conversation
from records.events import EventKind, append_events
from runtime import inbox
from runtime.ids import new_id
from runtime.text import MAX_MESSAGE, clean

_Id = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[\w.:-]+$")]


class Said(BaseModel):
    """Words or a picked option, never both; ``label`` is the option's text as the page showed it."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    client_message_id: _Id
    text: Annotated[str, Field(max_length=MAX_MESSAGE)] | None = None
    choice: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    label: Annotated[str, Field(max_length=300)] = ""

    @model_validator(mode="after")
    def _one_of_both(self) -> "Said":
        if (self.text is None) == (self.choice is None):
            raise ValueError("give either text or choice")
        return self


def parse_message(body: Any) -> Said:
    """Cleans every text, then checks; raises PayloadUnrecognised with the field that is wrong."""
    if isinstance(body, dict):
        body = {name: clean(value) if isinstance(value, str) else value for name, value in body.items()}
    try:
        return Said.model_validate(body)
    except ValidationError as problem:
        first = problem.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "body"
        raise PayloadUnrecognised(f"{where}: {first['msg']}") from problem


def accept_message(connection: Connection, conversation: Conversation, said: Said, now: datetime) -> bool:
    """True when the message is new; the same ``client_message_id`` twice is one message."""
    message = MessageId(new_id("msg"))
    new = inbox.accept(
        connection,
        inbox.NewMessage(
            id=message,
            merchant=conversation.merchant,
            conversation=conversation.id,
            vendor_id=said.client_message_id,
            body=json.dumps({"id": message, "text": said.text or "", "choice": said.choice}),
        ),
        now,
    )
    if new:
        body = json.dumps(said.model_dump(), ensure_ascii=False)
        append_events(connection, conversation.merchant, conversation.id, [(EventKind.MESSAGE, body)], turn="", now=now)
    return new
