"""From the clauses of a message to what it asks for, in order; what belongs together stays one request."""

from dataclasses import dataclass

from agent.understanding.embedded.clauses import Clause, split_clauses
from agent.understanding.embedded.hints import read_hints
from agent.understanding.embedded.message import ENOUGH, OUTSIDE, SERVED, SURE, Judge, Judgement, Message
from agent.understanding.embedded.slots import Found
from agent.understanding.embedded.words import Span
from domain.commands import Ask, Command, OutOfScope, Slot, WantPerson
from domain.intents import Intent

CERTAIN = 0.72
_TELLING_WORDS = 4
_ONE_MATTER = {
    frozenset({Intent.ORDER_TRACKING, Intent.DELIVERY_INCIDENT}): Intent.DELIVERY_INCIDENT,
    frozenset({Intent.RETURN_OR_EXCHANGE, Intent.DELIVERY_INCIDENT}): Intent.RETURN_OR_EXCHANGE,
    frozenset({Intent.CLAIM_OR_INVESTIGATION, Intent.DELIVERY_INCIDENT}): Intent.CLAIM_OR_INVESTIGATION,
    frozenset({Intent.CLAIM_OR_INVESTIGATION, Intent.ORDER_TRACKING}): Intent.CLAIM_OR_INVESTIGATION,
}
_SAME_BREATH = {
    frozenset({Intent.RETURN_OR_EXCHANGE, Intent.POLICY_QUESTION}): Intent.RETURN_OR_EXCHANGE,
    frozenset({Intent.RETURN_OR_EXCHANGE, Intent.REFUND_STATUS}): Intent.RETURN_OR_EXCHANGE,
    frozenset({Intent.RETURN_OR_EXCHANGE, Intent.PRE_SALES}): Intent.RETURN_OR_EXCHANGE,
}
_ACTIONABLE = OUTSIDE - {Intent.PRE_SALES, Intent.OUT_OF_SCOPE}
_EVERYWHERE = frozenset({Slot.EMAIL, Slot.PHONE, Slot.NAME, Slot.POSTCODE})


@dataclass(frozen=True, slots=True)
class Request:
    """One thing wanted: what about, where it was said, how sure."""

    intent: Intent
    span: Span
    probability: float
    separate: bool


def find_requests(message: Message, judge: Judge, whole: Judgement) -> tuple[Request, ...]:
    """At least one request, with the intent of the whole message when its clauses tell nothing more."""
    clauses = split_clauses(message.words.text, message.rest, message.near)
    if len(clauses) < 2:
        return (Request(whole.intent, message.rest, whole.probability, separate=False),)
    judged = [(clause, _judge(clause, message, judge)) for clause in clauses]
    telling = [
        Request(each.intent, clause.span, each.probability, clause.added)
        for clause, each in judged
        if _tells(clause, each)
    ]
    others = {clause.span for clause in clauses if clause.other}
    merged = _merge(telling, others)
    if len(merged) > 1:
        return merged
    return (_single(merged, whole, message),)


def _judge(clause: Clause, message: Message, judge: Judge) -> Judgement:
    within = (each for each in message.found if clause.span.start <= each.span.start < clause.span.end)
    return judge.judge(clause.matter, message.language, read_hints(within, clause.words.line, message.near))


def _tells(clause: Clause, judged: Judgement) -> bool:
    """Whether a clause asks for something by itself."""
    if len(clause.words.folded) < 2 or not (clause.asks or clause.other):
        return False
    if judged.intent in SERVED or judged.intent is Intent.HUMAN_HANDOFF:
        return judged.probability >= SURE
    return judged.intent in _ACTIONABLE and judged.probability >= CERTAIN and len(clause.words.folded) >= _TELLING_WORDS


def _merge(requests: list[Request], others: set[Span]) -> tuple[Request, ...]:
    merged: list[Request] = []
    for request in requests:
        last = merged[-1] if merged else None
        one = _as_one(last, request, others) if last else None
        if last and one:
            merged[-1] = Request(
                one, Span(last.span.start, request.span.end), max(last.probability, request.probability), last.separate
            )
        else:
            merged.append(request)
    return tuple(merged)


def _as_one(first: Request, second: Request, others: set[Span]) -> Intent | None:
    """The intent that two clauses make up together; None when they are two requests."""
    if first.intent is second.intent:
        return None if second.span in others and first.intent is not Intent.POLICY_QUESTION else first.intent
    pair = frozenset({first.intent, second.intent})
    if pair in _ONE_MATTER and second.span not in others:
        return _ONE_MATTER[pair]
    if pair in _SAME_BREATH and not second.separate:
        return _SAME_BREATH[pair]
    return None


def _single(merged: tuple[Request, ...], whole: Judgement, message: Message) -> Request:
    """The request sentence of a story when it tells by itself, else the message as a whole."""
    if not merged:
        return Request(whole.intent, message.rest, whole.probability, separate=False)
    request = merged[0]
    pair = frozenset({request.intent, whole.intent})
    if request.intent is not whole.intent and whole.probability >= ENOUGH and pair in _ONE_MATTER:
        return Request(_ONE_MATTER[pair], message.rest, whole.probability, separate=False)
    agrees = request.intent is whole.intent
    length = message.words.text[request.span.start : request.span.end].count(" ") + 1
    if agrees or (
        length >= _TELLING_WORDS and (request.probability >= whole.probability or len(message.words.folded) > 40)
    ):
        return Request(
            request.intent,
            message.rest,
            request.probability if not agrees else max(request.probability, whole.probability),
            separate=False,
        )
    return Request(whole.intent, message.rest, whole.probability, separate=False)


def as_commands(requests: tuple[Request, ...], message: Message) -> tuple[Command, ...]:
    """Each request with the slots said in its own words; a slot said between two goes to the one that follows."""
    commands: list[Command] = []
    for index, request in enumerate(requests):
        commands.append(_command(request, message, _owned(requests, index, message)))
    return tuple(commands)


def _owned(requests: tuple[Request, ...], index: int, message: Message) -> tuple[Found, ...]:
    if len(requests) == 1:
        return message.found
    ends = [request.span.end for request in requests]
    owner = [next((i for i, end in enumerate(ends) if each.span.start < end), len(ends) - 1) for each in message.found]
    return tuple(
        each
        for each, i in zip(message.found, owner, strict=True)
        if i == index or (index == 0 and each.slot in _EVERYWHERE)
    )


def _command(request: Request, message: Message, found: tuple[Found, ...]) -> Command:
    text = message.words.quote(request.span).strip(" ,;\n")
    if request.intent is Intent.HUMAN_HANDOFF:
        return WantPerson()
    if request.intent in OUTSIDE:
        return OutOfScope(intent=request.intent, text=text)
    details: dict[Slot, str] = {}
    for each in found:
        details.setdefault(each.slot, each.value)
    return Ask(intent=request.intent, details=details, text=text)
