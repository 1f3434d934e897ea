"""The last things said in a conversation, as a model may read them: words only, and few of them."""

import json

from agent.turn import Turn
from agent.understanding.port import Earlier
from domain.replies import Reply, SaidCard, SaidChoices, SaidQuote, SaidText
from records.events import Event, EventKind, list_latest
from runtime.codec import from_json

_MOST = 6
_LONGEST = 400


async def read_earlier(turn: Turn, most: int = _MOST) -> tuple[Earlier, ...]:
    """Oldest first, without the messages that this turn answers."""
    conversation = turn.conversation
    events = await turn.records.look_up(
        lambda c: list_latest(c, conversation.merchant, conversation.id, limit=most + len(turn.messages))
    )
    said = [each for each in map(_read, events) if each]
    while said and said[-1].by_shopper:
        said.pop()
    return tuple(said[-most:])


def _read(event: Event) -> Earlier | None:
    if event.kind is EventKind.MESSAGE:
        body = json.loads(event.body)
        return Earlier(by_shopper=True, text=str(body.get("text") or body.get("label") or "")[:_LONGEST])
    if event.kind is EventKind.REPLY:
        return Earlier(by_shopper=False, text=_words(from_json(Reply, event.body))[:_LONGEST])
    return None


def _words(reply: Reply) -> str:
    """What the reply said in words, of a card its title and what was decided; links are left out."""
    said = []
    for block in reply.blocks:
        if isinstance(block, SaidText):
            said.append(block.words.short or block.words.text)
        elif isinstance(block, SaidQuote):
            said.append(block.text)
        elif isinstance(block, SaidChoices):
            said.append(block.prompt.text)
        elif isinstance(block, SaidCard):
            said += [f"{block.title}:", block.decision.text] if block.decision else [block.title]
    return " ".join(said)
