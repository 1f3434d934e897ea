"""What acts, values and small talk come to where they are said; the plain functions behind the engine's readers."""

from collections.abc import Mapping

from agent.understanding.embedded.acts import Act, shows_thanks
from agent.understanding.embedded.lexicon import word_set
from agent.understanding.embedded.message import OUTSIDE, SERVED, Judgement, Message
from agent.understanding.embedded.slots import Found
from agent.understanding.embedded.words import fold_line
from domain.commands import (
    Ask,
    Cancel,
    Chitchat,
    ChitchatKind,
    Choose,
    Command,
    Confirm,
    Deny,
    Give,
    OutOfScope,
    Resume,
    Slot,
    Unclear,
    WantPerson,
)
from domain.intents import Intent

SMALL_TALK: Mapping[Act | None, ChitchatKind] = {
    Act.GREETING: ChitchatKind.GREETING,
    Act.THANKS: ChitchatKind.THANKS,
    Act.BYE: ChitchatKind.BYE,
    Act.BOT: ChitchatKind.BOT,
    Act.WHY: ChitchatKind.WHY,
    Act.CAN_DO: ChitchatKind.WHAT_CAN_YOU_DO,
    Act.APOLOGY: ChitchatKind.APOLOGY,
    Act.COMPLAINT: ChitchatKind.COMPLAINT,
    Act.ACKNOWLEDGE: ChitchatKind.ACKNOWLEDGE,
    Act.AGREE: ChitchatKind.ACKNOWLEDGE,
    Act.CONFIRM: ChitchatKind.ACKNOWLEDGE,
    Act.DENY: ChitchatKind.ACKNOWLEDGE,
}
PERSONAL = frozenset({Slot.EMAIL, Slot.PHONE, Slot.CODE, Slot.NAME, Slot.ADDRESS, Slot.POSTCODE})
EXACT = PERSONAL | {Slot.ORDER_NUMBER, Slot.RETURN_NUMBER, Slot.TRACKING_NUMBER, Slot.DATE, Slot.AMOUNT}
CERTAINLY = 0.85
_POLITE = frozenset({Act.THANKS, Act.GREETING, Act.BYE, Act.ACKNOWLEDGE, Act.AGREE, Act.APOLOGY})
_SIGNS_IN = frozenset({Slot.EMAIL, Slot.PHONE, Slot.ORDER_NUMBER, Slot.CODE})
_ADDRESS_WORDS = frozenset({"email", "mail", "mon", "mein", "meine", "mijn"})
_ADDS_NOTHING = 2
_HALF = 0.5
_COURTESY = word_set("courtesy")


def outside_or_unclear(message: Message, judged: Judgement) -> Command:
    """Not ours in any case, even when it is unclear in which way; else a question back."""
    text = message.words.quote(message.rest)
    outside = {intent: judged.of(intent) for intent in OUTSIDE}
    if sum(outside.values()) >= _HALF:
        return OutOfScope(intent=max(outside, key=lambda intent: outside[intent]), text=text)
    return Unclear(candidates=judged.offers(), text=text)


def answer_to(act: Act, message: Message) -> Command:
    """What an act by itself means here: yes and no only where something can be answered so."""
    heard = message.heard
    match act:
        case Act.PERSON:
            return WantPerson()
        case Act.CANCEL:
            return Cancel()
        case Act.AGREE if declined := _thanks_for_offer(message):
            return Chitchat(about=declined)
        case Act.CONFIRM | Act.AGREE if heard.yes_or_no:
            return Confirm()
        case Act.CONFIRM if len(heard.options) == 1:
            return Choose(option=heard.options[0].id)
        case Act.DENY if heard.yes_or_no or heard.options:
            return Deny()
    return Chitchat(about=SMALL_TALK[act])


def _thanks_for_offer(message: Message) -> ChitchatKind | None:
    """ "perfect, thanks", "ok, bye": contentment, no yes to what was merely offered; to a write read back it is one."""
    said = {*message.acts.lead, *message.acts.trail}
    if message.heard.write_pending or Act.CONFIRM in said:
        return None
    if Act.BYE in said:
        return ChitchatKind.BYE
    return ChitchatKind.THANKS if Act.THANKS in said or shows_thanks(message.words.text) else None


def read_led_answer(message: Message) -> tuple[Command, ...]:
    """ "yes, record it": a yes to what was read back, with a word or two that add nothing to it."""
    lead, rest = message.acts.lead, message.acts.rest
    if not message.heard.yes_or_no or not lead or rest is None or lead[-1] not in {Act.CONFIRM, Act.AGREE}:
        return ()
    if _thanks_for_offer(message):
        return ()
    said = fold_line(message.words.quote(rest))
    takes_back = any(each.pattern("acts", "deny").search(said) for each in message.near)
    plain = not message.found and not message.acts.inside and "?" not in message.words.text
    return (Confirm(),) if plain and not takes_back and len(said.split()) <= _ADDS_NOTHING else ()


def as_gives(found: tuple[Found, ...]) -> tuple[Command, ...]:
    best: dict[Slot, str] = {}
    for each in found:
        best.setdefault(each.slot, each.value)
    return tuple(Give(slot=slot, value=value) for slot, value in best.items())


def only_values(message: Message) -> bool:
    """Whether hardly a word is left when the values and the words around them are taken away."""
    exact = [each for each in message.found if each.slot in EXACT]
    if not exact:
        return False
    line = _without(message, exact)
    asks = any(
        match[0] not in _COURTESY for each in message.near for match in each.pattern("cues", "request").finditer(line)
    )
    if asks and message.heard.asked not in {each.slot for each in exact}:
        return False
    left_over = _beside_cues(message, line)
    requested = message.judged.intent in SERVED and message.judged.sure and message.heard.asked is None
    if requested and _names_wish(message, exact):
        return False
    return not left_over or (len(left_over) == 1 and not requested)


def is_plain(message: Message, commands: tuple[Command, ...]) -> bool:
    """Whether it is small talk, or a value that was asked for, and not a word beside it that could mean more."""
    if all(isinstance(each, Chitchat) for each in commands):
        return message.acts.pure and {*message.acts.lead, *message.acts.trail} <= _POLITE
    asked = message.heard.asked
    fitting = _SIGNS_IN if asked in {Slot.EMAIL, Slot.CODE} else {asked} & EXACT
    if not all(isinstance(each, Give) and each.slot in fitting for each in commands):
        return False
    left_over = _beside_cues(message, _without(message, [each for each in message.found if each.slot in EXACT]))
    return not set(left_over) - _ADDRESS_WORDS


def _without(message: Message, found: list[Found]) -> str:
    """The folded words beside these values."""
    left = list(message.words.text)
    for each in found:
        left[each.span.start : each.span.end] = " " * (each.span.end - each.span.start)
    return fold_line("".join(left))


def _beside_cues(message: Message, line: str) -> list[str]:
    """The words that neither announce a value nor are mere politeness."""
    for lexicon in message.near:
        for name in ("order", "return", "tracking", "postcode", "phone", "code", "name", "address"):
            line = " ".join(lexicon.pattern("cues", name).sub("", line).split())
        for act in ("filler", "greeting", "thanks", "confirm", "agree", "apology"):
            line = " ".join(lexicon.pattern("acts", act).sub("", line).split())
    return [word for word in line.split() if len(word) > 2]


def _names_wish(message: Message, exact: list[Found]) -> bool:
    """ "return order MA-104233": what is wanted stands beside the number, though it is not the number of a return."""
    wished = any(each.any_of["resolutions"].search(message.words.line) for each in message.near)
    named = wished or message.says("cues", "send_back") or message.says("cues", "return")
    return named and all(each.slot is not Slot.RETURN_NUMBER for each in exact)


def asks_elsewhere(message: Message, judged: Judgement) -> bool:
    """A request about something else than what is open, clear enough to leave the question for."""
    asks = "?" in message.words.text or message.says("cues", "request")
    return (
        asks
        and judged.intent in SERVED
        and judged.intent not in message.heard.open_intents
        and judged.probability >= CERTAINLY
    )


def is_other_request(message: Message, judged: Judgement) -> bool:
    return (
        message.says("cues", "request")
        and judged.intent in SERVED
        and judged.sure
        and judged.intent not in message.heard.open_intents
    )


def go_on_with(message: Message, intent: Intent) -> tuple[Command, ...]:
    """The open skill's own matter again: new values go to it, a new question of policy is asked, else it goes on."""
    if intent is Intent.POLICY_QUESTION:
        return ask_whole(message, intent)
    gives = as_gives(message.found)
    return gives or (Resume(intent=intent if intent in message.heard.open_intents else None),)


def ask_whole(message: Message, intent: Intent) -> tuple[Command, ...]:
    details: dict[Slot, str] = {}
    for each in message.found:
        details.setdefault(each.slot, each.value)
    return (Ask(intent=intent, details=details, text=message.words.quote(message.rest)),)


def confidence_of(commands: tuple[Command, ...], judged: Judgement) -> float:
    """Of the first intent; what is said in so many words is certain."""
    for command in commands:
        if isinstance(command, Ask | OutOfScope):
            return min(1.0, judged.of(command.intent) or judged.probability)
        if isinstance(command, Unclear):
            return min(1.0, judged.probability)
    return 1.0
