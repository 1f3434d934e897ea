"""What a message means because of what is going on: corrections, "back to my refund", "and the shoes?", giving up."""

import re
from collections.abc import Iterator

from agent.understanding.embedded.acts import Act
from agent.understanding.embedded.answers import is_other_request
from agent.understanding.embedded.colours import colour_words
from agent.understanding.embedded.lexicon import word_set
from agent.understanding.embedded.message import SURE, Judge, Judgement, Message
from agent.understanding.embedded.slots import Found
from agent.understanding.embedded.words import Span, Words, read_words
from domain.commands import Command, Correct, Give, Resume, Slot
from domain.intents import Intent

SHORT = 9
_GIVEN_BACK = word_set("given_back")
_OTHER = re.compile(
    r"(?:and |et |no |non |nee |nein |but |mais )?(?:the |my |that )?other (?:one|ones|item|article|pair)?"
    r"|(?:and )?the other|(?:et |mais )?l autre(?: article| paire)?|les autres|(?:y )?(?:el|la|los|las) otr[oa]s?"
    r"|(?:und )?(?:der|die|das|den) ander[en]{1,2}s?"
    r"|(?:e )?(?:l altr[oa]|quell altr[oa])|(?:en )?(?:de|het) andere?"
)
_NAMES = {
    Slot.ORDER_NUMBER: re.compile(
        r"(?<![^ ])(?:orders?|commandes?|cmd|pedidos?|bestellung(?:en)?|bestelling(?:en)?|ordin[ei]|purchase)(?![^ ])"
    ),
    Slot.EMAIL: re.compile(r"(?<![^ ])(?:e ?mails?|mail|correo|adresse mail)(?![^ ])"),
    Slot.PHONE: re.compile(r"(?<![^ ])(?:phone|telephone|tel|telefono|telefon|telefoon|portable|mobile)(?![^ ])"),
    Slot.ADDRESS: re.compile(r"(?<![^ ])(?:address|adresse|direccion|indirizzo|adres)(?![^ ])"),
    Slot.WANTED: re.compile(
        r"(?<![^ ])(?:size|colou?r|taille|pointure|couleur|talla|color|grosse|farbe|taglia|colore|maat|kleur)(?![^ ])"
    ),
    Slot.TRACKING_NUMBER: re.compile(r"(?<![^ ])(?:tracking|suivi|seguimiento|sendungsnummer)(?![^ ])"),
}
_EXACT = frozenset(
    {
        Slot.EMAIL,
        Slot.PHONE,
        Slot.ORDER_NUMBER,
        Slot.RETURN_NUMBER,
        Slot.TRACKING_NUMBER,
        Slot.POSTCODE,
        Slot.ADDRESS,
        Slot.NAME,
        Slot.DATE,
        Slot.AMOUNT,
    }
)
_TAKEN_BACK = re.compile(
    r"^(?:(?:no|non|nee|nein|oh|oops|sorry|pardon|actually|wait|ah|euh|en fait|enfin|mais|but|hang on) )*(?:not"
    r"|pas|nicht|niet|non|kein|i don t mean|i didn t mean|je ne parle pas)(?: (?!sure|yet|encore|sur|now"
    r"|really|vraiment)|$)"
)


def read_resume(message: Message, judge: Judge) -> tuple[Command, ...]:
    """ "back to my refund", with something open to go back to."""
    if not message.heard.open_intents or Act.RESUME not in message.acts.inside:
        return ()
    for lexicon in message.near:
        match = lexicon.pattern("strong", "resume").search(message.words.line)
        before = message.words.line[: match.start()].split() if match else []
        if match and len(before) <= 4 and not _GIVEN_BACK & set(before):
            judged = judge.judge(message.words.quote(message.rest), message.language)
            gives = tuple(Give(slot=each.slot, value=each.value) for each in message.found if each.slot in _EXACT)
            return (*gives, Resume(intent=_resumed(judged, message)))
    return ()


def _resumed(judged: Judgement, message: Message) -> Intent | None:
    """The open skill that the words name best; None, the latest, when they name none."""
    best = max(message.heard.open_intents, key=judged.of)
    return best if judged.of(best) >= 0.1 else None


def read_correction(message: Message, judge: Judge) -> tuple[Command, ...]:
    """A value replaced, or taken back; only where something was said before."""
    if not message.in_context or len(message.words.folded) > 24:
        return ()
    marked = Act.CORRECT in message.acts.inside or Act.DENY in message.acts.lead
    exact = [each for each in message.found if each.slot in _EXACT]
    if exact:
        replaced = marked and any(_replaces(each, message) for each in exact)
        return (
            tuple(
                Correct(slot=each.slot, value=each.value)
                if _replaces(each, message)
                else Give(slot=each.slot, value=each.value)
                for each in exact
            )
            if replaced
            else ()
        )
    if not message.heard.open_intents and not message.heard.slots:
        return ()
    if Act.DENY not in message.acts.lead and is_other_request(message, message.judged):
        return ()
    if len(message.words.folded) > SHORT + 3:
        return ()
    return tuple(_resolution(message)) or (
        tuple(_thing(message, judge)) if marked or Act.INSTEAD in message.acts.inside else ()
    )


def _replaces(found: Found, message: Message) -> bool:
    known = message.heard.slots.get(found.slot)
    return known is not None and found.value != known


def _resolution(message: Message) -> Iterator[Command]:
    """ "exchange instead" inside a return changes the wish; it does not start another return."""
    wish = message.value(Slot.RESOLUTION)
    about_return = Intent.RETURN_OR_EXCHANGE in message.heard.open_intents[:1]
    turned = Act.INSTEAD in message.acts.inside or Slot.RESOLUTION in message.heard.slots
    if not wish or not about_return or not turned or message.has(Slot.ITEM) or "?" in message.words.text:
        return
    yield Correct(slot=Slot.RESOLUTION, value=wish)
    if wanted := message.value(Slot.WANTED):
        yield Give(slot=Slot.WANTED, value=wanted)


def _thing(message: Message, judge: Judge) -> Iterator[Command]:
    """Another thing, order or size than the one understood; without a new value it is asked for again."""
    if message.has(Slot.WANTED) and Intent.RETURN_OR_EXCHANGE in message.heard.open_intents:
        yield Correct(slot=Slot.WANTED, value=message.value(Slot.WANTED))
        return
    pieces = [
        piece
        for piece in re.split(r"[,.;:\n]|\b(?:but|mais|sondern|sino|ma|maar)\b", message.words.text)
        if piece.strip()
    ]
    folded = [read_words(piece) for piece in pieces]
    kept = [words for words in folded if words and not _is_taken_back(words) and not _only_marks(words, message)]
    other = next((words for words in kept if _OTHER.fullmatch(words.line)), None)
    named = next((slot for slot, pattern in _NAMES.items() if pattern.search(message.words.line)), None)
    if named:
        yield Correct(slot=named, value="")
    elif other:
        yield Correct(slot=_general(message), value=other.text.strip(" ?!") if _general(message) is Slot.ITEM else "")
    elif item := next((phrase for words in kept if (phrase := _phrase(words, message))), ""):
        yield Correct(slot=Slot.ITEM, value=item)
    elif (
        any(_is_taken_back(words) for words in folded)
        and not judge.judge(message.words.text, message.language).probability >= 0.9
    ):
        yield Correct(slot=_general(message), value="")


def _general(message: Message) -> Slot:
    """What "not that one" is about: the order when only an order was named, else the thing."""
    known = message.heard.slots
    only_order = Slot.ORDER_NUMBER in known and Slot.ITEM not in known
    return Slot.ORDER_NUMBER if only_order or message.heard.asked is Slot.ORDER_NUMBER else Slot.ITEM


def _is_taken_back(words: Words) -> bool:
    return bool(_TAKEN_BACK.search(words.line)) or words.line in {"wrong one", "that s wrong", "c est pas ca"}


def _only_marks(words: Words, message: Message) -> bool:
    """Nothing but "no", "I meant" and the like."""
    left = words.line
    for lexicon in message.near:
        for family, name in (
            ("acts", "deny"),
            ("acts", "apology"),
            ("acts", "filler"),
            ("strong", "correct"),
            ("strong", "instead"),
        ):
            if not _OTHER.fullmatch(left):
                left = lexicon.pattern(family, name).sub("", left).strip()
    return not left


def _phrase(words: Words, message: Message) -> str:
    """A short noun phrase in words that replace others: "the dress", "plutôt la veste"."""
    line = words.line
    for lexicon in message.near:
        for name in ("correct", "instead"):
            line = lexicon.pattern("strong", name).sub("", line)
    tokens = [
        token
        for token in line.split()
        if token not in {"no", "non", "je", "voulais", "c", "est", "it", "s", "was", "i", "meant", "sorry", "pardon"}
    ]
    start = next((index for index, token in enumerate(words.folded) if tokens and token == tokens[0]), None)
    if start is None or not 0 < len(tokens) <= 6:
        return ""
    return noun_phrase(
        read_words(
            words.text[words.spans[max(start - 1, 0) if _determined(words, start - 1, message) else start].start :]
        ),
        message,
    )


def _determined(words: Words, index: int, message: Message) -> bool:
    return index >= 0 and any(each.holds("determiner", words.folded[index]) for each in message.near)


def noun_phrase(words: Words, message: Message) -> str:
    """The words when they are nothing but a thing that can be bought; empty otherwise."""
    tail = re.sub(
        r"(?: (?:alors|aussi|too|as well|also|please|pls|svp|stp|then|auch|bitte|tambien|anche|ook|graag|plutot"
        r"|instead|donc|finalement))+$",
        "",
        words.line,
    )
    count = tail.count(" ") + 1 if tail else 0
    if not 0 < count <= 6:
        return ""
    determined = _determined(words, 0, message)
    content = words.folded[1:count] if determined else words.folded[:count]
    if not content or not (determined or content[0] in colour_words()):
        return ""
    for word in content:
        stops = any(each.holds("np_stop", word) for each in message.near)
        if stops:
            return ""
    vague = any(each.holds("not_goods", content[0]) for each in message.near)
    if (vague and content[0] not in {"one", "ones"}) or content[0].isdigit():
        return ""
    return words.text[words.spans[0].start : words.spans[count - 1].end]


def read_followup(message: Message) -> tuple[Command, ...]:
    """ "and the shoes?", "la robe alors ?" inside an open skill names another thing for it."""
    if not message.heard.open_intents or len(message.words.folded) > SHORT:
        return ()
    rest = message.words.text[message.rest.start : message.rest.end]
    words = read_words(rest)
    for lexicon in message.near:
        match = lexicon.pattern("cues", "followup").match(words.line)
        if match and match.end() < len(words.line):
            after = words.line.count(" ", 0, match.end()) + 1
            words = read_words(rest[words.spans[after].start :])
    if _OTHER.fullmatch(words.line):
        return (Give(slot=Slot.ITEM, value=words.text.strip(" ?!.")),)
    phrase = noun_phrase(words, message)
    return (Give(slot=Slot.ITEM, value=phrase),) if phrase else ()


def gave_up(message: Message, judged: Judgement) -> bool:
    """ "forget it, I'll keep it": said while something is open, or with nothing else in the message."""
    if Act.CANCEL not in message.acts.inside:
        return False
    heard = message.heard
    return bool(heard.open_intents or heard.asked or heard.options or heard.yes_or_no) or judged.probability < SURE


def found_within(message: Message, span: Span) -> tuple[Found, ...]:
    return tuple(each for each in message.found if span.start <= each.span.start < span.end)
