"""Requests that the tests of the model's stand-in share: short ways to ask, and one schema that strict mode takes."""

from typing import Any

from openai import AsyncOpenAI

CHAT = "gpt-4o-mini"
REASONING = "gpt-5-mini"
SCHEMA: Any = {
    "type": "object",
    "properties": {
        "language": {"type": "string", "enum": ["en", "fr"]},
        "commands": {
            "type": "array",
            "items": {
                "anyOf": [
                    {
                        "type": "object",
                        "properties": {"kind": {"type": "string", "const": "refund"}, "amount": {"type": "number"}},
                        "required": ["kind", "amount"],
                        "additionalProperties": False,
                    },
                    {
                        "type": "object",
                        "properties": {"kind": {"type": "string", "const": "answer"}, "text": {"type": "string"}},
                        "required": ["kind", "text"],
                        "additionalProperties": False,
                    },
                ]
            },
        },
        "note": {"type": ["string", "null"]},
    },
    "required": ["language", "commands", "note"],
    "additionalProperties": False,
}
TOOL: Any = {
    "type": "function",
    "function": {
        "name": "issue_refund",
        "description": "Pays money back.",
        "strict": True,
        "parameters": {
            "type": "object",
            "properties": {"amount": {"type": "number"}, "order": {"type": "string"}},
            "required": ["amount", "order"],
            "additionalProperties": False,
        },
    },
}


def chat(*said: str, **more: Any) -> dict[str, Any]:
    """A body for chat in which the user says these things, one message each."""
    return {"model": CHAT, "messages": [{"role": "user", "content": text} for text in said or ("Hello",)], **more}


def respond(said: Any = "Hello", **more: Any) -> dict[str, Any]:
    """A body for the Responses API."""
    return {"model": CHAT, "input": said, **more}


def chat_format(schema: Any = SCHEMA, name: str = "understand") -> Any:
    return {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}


def text_format(schema: Any = SCHEMA, name: str = "understand") -> Any:
    return {"format": {"type": "json_schema", "name": name, "strict": True, "schema": schema}}


async def send(client: AsyncOpenAI, path: str, body: Any) -> Any:
    """The body as it is, through the SDK's transport and errors."""
    return await client.post(path, cast_to=object, body=body)
