"""From what a brain says to what one choice of the answer holds: rules of the decoder, faults, stops and limits."""

import json
from dataclasses import dataclass, replace
from typing import Any

from tests.standins.openai.asked import Asked, Call, Calls, Refusal, Said, Structured, Text, write_json
from tests.standins.openai.counting import CHARACTERS, count_tokens
from tests.standins.openai.faults import Fault, Kind
from tests.standins.openai.refusing import broken_brain
from tests.standins.openai.shaping import change_texts, find_misfit, order_keys

FOREIGN = {
    "de": "Vielen Dank für Ihre Nachricht, Ihre Bestellung ist gestern bei Ihnen angekommen.",
    "es": "Gracias por su mensaje, su pedido llegó ayer a su domicilio.",
    "fr": "Merci pour votre message, votre commande est arrivée hier chez vous.",
    "en": "Thank you for your message, your order arrived at your door yesterday.",
    "pl": "Dziękujemy za wiadomość, zamówienie dotarło wczoraj pod wskazany adres.",
    "ja": "お問い合わせありがとうございます。ご注文の商品は昨日お届け済みです。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer: ``finish`` is stop, length, tool_calls or content_filter; ``endless`` goes on past every limit."""

    text: str | None = None
    refusal: str | None = None
    calls: tuple[Call, ...] = ()
    finish: str = "stop"
    endless: bool = False

    @property
    def tokens(self) -> int:
        words = count_tokens(self.text or "") + count_tokens(self.refusal or "")
        return words + sum(count_tokens(call.name + call.arguments) for call in self.calls)


def settle(asked: Asked, said: Said, fault: Fault, number: int) -> Choice:
    """The choice as the client will see it."""
    choice = _hold_to_rules(asked, said)
    choice = _strike(asked, choice, fault)
    if choice.endless or choice.finish != "stop":
        return _name_calls(choice, number)
    return _name_calls(_limit(asked, choice), number)


def _hold_to_rules(asked: Asked, said: Said) -> Choice:
    match said:
        case Refusal(reason=reason):
            return Choice(refusal=reason)
        case Calls():
            return _check_calls(asked, said)
        case Structured(value=value):
            text, parsed = write_json(_check_value(asked, value)), True
        case Text(text=text, endless=endless):
            if endless and text:
                text = text * (asked.most_tokens * CHARACTERS // len(text) + 1)
            parsed = False
    if asked.tool_choice not in {"auto", "none"}:
        raise broken_brain(f"it spoke although {asked.tool_choice} tool call was forced")
    if not parsed and not (isinstance(said, Text) and said.endless):
        _check_text(asked, text)
    return Choice(text=text)


def _check_value(asked: Asked, value: Any) -> Any:
    """Guide "Structured model outputs": strict answers always fit the schema."""
    if asked.schema is None:
        return value
    if asked.strict and (why := find_misfit(value, asked.schema)):
        raise broken_brain(f"its answer does not fit the strict schema: {why}")
    return order_keys(value, asked.schema)


def _check_text(asked: Asked, text: str) -> None:
    if not (asked.strict or asked.json_mode):
        return
    try:
        value = json.loads(text)
    except json.JSONDecodeError as why:
        raise broken_brain("it spoke freely where JSON was wanted") from why
    _check_value(asked, value)


def _check_calls(asked: Asked, said: Calls) -> Choice:
    tools = {tool.name: tool for tool in asked.tools}
    if asked.tool_choice == "none":
        raise broken_brain("it called a tool although none may be called")
    for call in said.calls:
        tool = tools.get(call.name)
        if tool is None:
            raise broken_brain(f"it called {call.name!r}, which is not on offer; the fault unknown_tool does that")
        if tool.strict and (why := find_misfit(json.loads(call.arguments), tool.parameters)):
            raise broken_brain(f"arguments of {call.name!r} do not fit its strict schema: {why}")
        if asked.tool_choice not in {"auto", "required", call.name}:
            raise broken_brain(f"it called {call.name!r} although {asked.tool_choice!r} was forced")
    return Choice(text=said.text, calls=said.calls, finish="tool_calls")


def _strike(asked: Asked, choice: Choice, fault: Fault) -> Choice:
    """The faults of a model, as opposed to those of the wire."""
    text = choice.text or ""
    match fault.kind:
        case Kind.REFUSAL:
            return Choice(refusal="I'm sorry, I can't help with that.")
        case Kind.CONTENT_FILTER:
            return Choice(text=text[: fault.after * CHARACTERS], finish="content_filter")
        case Kind.LENGTH:
            return Choice(text=text[: fault.after * CHARACTERS], finish="length")
        case Kind.INVALID_JSON:
            return Choice(text=text[: max(1, len(text) - 1)] + ',"')
        case Kind.WRONG_SHAPE:
            return Choice(text='{"result":{"ok":"yes","items":[1,"two",null]},"confidence":"very"}')
        case Kind.ENDLESS:
            return Choice(text=text or "And another thing. ", finish="length", endless=True)
        case Kind.WRONG_LANGUAGE:
            return replace(choice, text=_reword(asked, text, FOREIGN.get(fault.language, FOREIGN["de"])))
        case Kind.REPEAT_PROMPT:
            return replace(choice, text=_reword(asked, text, asked.prompt))
        case Kind.UNKNOWN_TOOL:
            call = Call(name="transfer_balance", arguments='{"amount":9999,"to":"the customer"}')
            return Choice(calls=(call,), finish="tool_calls")
        case _:
            return choice


def _reword(asked: Asked, text: str, words: str) -> str:
    if asked.schema is None:
        return words
    return write_json(change_texts(json.loads(text), asked.schema, lambda _: words))


def _limit(asked: Asked, choice: Choice) -> Choice:
    """``stop`` ends the text before the sequence; the limit on tokens cuts it, inside a word or a JSON value."""
    if choice.text is None:
        return choice
    ends = [at for stop in asked.stop if (at := choice.text.find(stop)) >= 0]
    text = choice.text[: min(ends)] if ends else choice.text
    if count_tokens(text) <= asked.most_tokens:
        return replace(choice, text=text)
    return replace(choice, text=text[: asked.most_tokens * CHARACTERS], finish="length")


def _name_calls(choice: Choice, number: int) -> Choice:
    if not choice.calls:
        return choice
    named = tuple(replace(call, id=call.id or f"call_{number:08d}{at:02d}") for at, call in enumerate(choice.calls))
    return replace(choice, calls=named)
