"""Understanding without a model: rules for what is said outright, recognisers for values, a classifier for the rest.

It decides what was said, never what is allowed; nothing here reads a file or waits once the engine is built.
"""

from collections.abc import Callable

from agent.understanding.embedded.acts import Act, ActReader, Acts
from agent.understanding.embedded.context import gave_up, read_correction, read_followup, read_resume
from agent.understanding.embedded.language import LanguageFinder
from agent.understanding.embedded.lexicon import all_lexicons, word_set
from agent.understanding.embedded.message import SERVED, SURE, IntentScores, Judge, Judgement, Message, content_of
from agent.understanding.embedded.options import choose_option
from agent.understanding.embedded.requests import as_commands, find_requests
from agent.understanding.embedded.slots import Found, find_slots
from agent.understanding.embedded.slots.reading import GUESS
from agent.understanding.embedded.words import Words, clean, fold_line, read_words, shorten
from agent.understanding.port import Heard, Understood
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
from domain.languages import Language

ENGINE = "embedded"
_SMALL_TALK = {
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
_PERSONAL = frozenset({Slot.EMAIL, Slot.PHONE, Slot.CODE, Slot.NAME, Slot.ADDRESS, Slot.POSTCODE})
_EXACT = _PERSONAL | {Slot.ORDER_NUMBER, Slot.RETURN_NUMBER, Slot.TRACKING_NUMBER, Slot.DATE, Slot.AMOUNT}
_CERTAINLY = 0.85
_COURTESY = word_set("courtesy")
Reader = Callable[[Message], tuple[Command, ...]]


class EmbeddedUnderstanding:
    """Implements ``Understanding``; a typical message takes about two milliseconds, whatever its length."""

    def __init__(self, classifier: IntentScores) -> None:
        self._judge = Judge(classifier)
        self._languages = LanguageFinder()
        self._acts = ActReader()
        self._lexicons = all_lexicons()
        self._readers: tuple[Reader, ...] = (
            self._read_signs,
            self._read_choice,
            self._read_code,
            self._read_pure_act,
            self._read_resume,
            self._read_person,
            self._read_giving_up,
            self._read_statement,
            self._read_correction,
            self._read_answer,
            self._read_refusal,
            self._read_followup,
            self._read_talk,
            self._read_requests,
        )
        for language in Language:
            self.hear(Heard(text="hello, where is order MA-100000?", language=language))

    async def understand(self, heard: Heard) -> Understood:
        return self.hear(heard)

    def hear(self, heard: Heard) -> Understood:
        """The same without waiting, for whoever measures."""
        message = self.read(heard)
        commands = next(
            (found for reader in self._readers if (found := reader(message))), (Chitchat(about=ChitchatKind.EMPTY),)
        )
        judged = message.judged
        return Understood(
            language=message.language,
            commands=commands,
            confidence=_confidence(commands, judged),
            engine=ENGINE,
            scores=tuple(
                (intent.value, round(score, 4))
                for intent, score in sorted(judged.scores.items(), key=lambda each: -each[1])
            ),
        )

    def read(self, heard: Heard) -> Message:
        """The message with its language, acts and slots, before anything is made of it."""
        full = clean(heard.text)
        words = read_words(shorten(full))
        language = self._languages.find(words.text, heard.language).language
        acts = self._acts.read(words, language)
        near = tuple(self._lexicons[each] for each in dict.fromkeys((language, Language.EN)))
        found = find_slots(words, language, heard.asked)
        judged = self._judge_content(words, acts, language, found)
        return Message(heard, words, language, acts, found, near, judged, full)

    def _judge_content(self, words: Words, acts: Acts, language: Language, found: tuple[Found, ...]) -> Judgement:
        if not words:
            return Judgement(Intent.CHITCHAT, 1.0, {Intent.CHITCHAT: 1.0})
        reason = next((each.value for each in found if each.slot is Slot.REASON), "")
        return self._judge.judge(words.quote(content_of(words, acts)), language, reason)

    def judge_whole(self, message: Message) -> Judgement:
        """What the classifier makes of the whole message as it stands."""
        return self._judge.judge(message.words.text, message.language)

    def _read_signs(self, message: Message) -> tuple[Command, ...]:
        if message.words:
            return ()
        act = message.acts.main
        return (_answer_to(act, message),) if act else (Chitchat(about=ChitchatKind.EMPTY),)

    def _read_choice(self, message: Message) -> tuple[Command, ...]:
        option = choose_option(message.words, message.heard.options, message.language)
        return (Choose(option=option),) if option else ()

    def _read_code(self, message: Message) -> tuple[Command, ...]:
        if message.heard.asked is Slot.CODE and message.has(Slot.CODE):
            return (Give(slot=Slot.CODE, value=message.value(Slot.CODE)),)
        return ()

    def _read_pure_act(self, message: Message) -> tuple[Command, ...]:
        act = message.acts.main
        if not message.acts.pure or act is None or message.has(message.heard.asked):
            return ()
        return (_answer_to(act, message),)

    def _read_resume(self, message: Message) -> tuple[Command, ...]:
        return read_resume(message, self._judge)

    def _read_person(self, message: Message) -> tuple[Command, ...]:
        judged = message.judged
        wanted = judged.of(Intent.HUMAN_HANDOFF)
        said = Act.PERSON in message.acts.inside and (wanted >= 0.1 or judged.probability < SURE)
        answers = message.has(message.heard.asked) and wanted < 0.5
        clear = judged.intent is Intent.HUMAN_HANDOFF and judged.sure and len(message.words.folded) <= 12
        return (WantPerson(),) if (said or clear) and not answers else ()

    def _read_giving_up(self, message: Message) -> tuple[Command, ...]:
        judged = message.judged
        if not gave_up(message, judged):
            return ()
        requests = [
            each
            for each in find_requests(message, self._judge, judged)
            if each.intent in SERVED and each.probability >= _CERTAINLY
        ]
        fresh = tuple(each for each in requests if each.intent not in message.heard.open_intents[:1])
        return (Cancel(), *as_commands(fresh, message)) if len(message.words.folded) > 4 else (Cancel(),)

    def _read_statement(self, message: Message) -> tuple[Command, ...]:
        """A statement is taken down as it was written, unless it asks for something else."""
        if message.heard.asked is not Slot.STATEMENT:
            return ()
        judged = message.judged
        elsewhere = "?" in message.words.text and judged.intent in SERVED and judged.probability >= _CERTAINLY
        return () if elsewhere else (Give(slot=Slot.STATEMENT, value=message.full),)

    def _read_correction(self, message: Message) -> tuple[Command, ...]:
        return read_correction(message, self._judge)

    def _read_answer(self, message: Message) -> tuple[Command, ...]:
        """What was asked for, or nothing but values; with a question beside it, both."""
        asked = message.heard.asked
        answered = next((each for each in message.found if each.slot is asked), None)
        if not answered and not _only_values(message):
            return ()
        judged = message.judged
        if answered and answered.sure <= GUESS and _asks_elsewhere(message, judged):
            return ()
        beside = self._beside(message, judged)
        return (
            *_gives(tuple(each for each in message.found if not beside or each.slot in _EXACT or each is answered)),
            *beside,
        )

    def _beside(self, message: Message, judged: Judgement) -> tuple[Command, ...]:
        """A request in the same message as an answer, when it is about something else."""
        if len(message.words.folded) < 6 or _only_values(message):
            return ()
        requests = find_requests(message, self._judge, judged)
        fresh = tuple(
            each
            for each in requests
            if each.intent in SERVED
            and each.probability >= _CERTAINLY
            and each.intent not in message.heard.open_intents
        )
        asks = (
            any(each.pattern("cues", "request").search(message.words.line) for each in message.near)
            or "?" in message.words.text
        )
        return as_commands(fresh, message) if asks else ()

    def _read_refusal(self, message: Message) -> tuple[Command, ...]:
        """No data, or none at hand, when data was asked for."""
        asked = message.heard.asked
        judged = message.judged
        if asked is None or _asks_elsewhere(message, judged):
            return ()
        if Act.WHY in message.acts.inside:
            return (Chitchat(about=ChitchatKind.WHY),)
        if Act.REFUSE in message.acts.inside:
            return (Chitchat(about=ChitchatKind.WHY),) if asked in _PERSONAL else (Deny(),)
        if Act.UNSURE in message.acts.inside and not any(each.slot in _EXACT for each in message.found):
            return (Unclear(candidates=(), text=message.words.text),)
        return ()

    def _read_followup(self, message: Message) -> tuple[Command, ...]:
        if _is_other_request(message, message.judged):
            return ()
        return read_followup(message)

    def _read_talk(self, message: Message) -> tuple[Command, ...]:
        """Talk about the assistant itself, and anger, when nothing is asked for beside it."""
        judged = message.judged
        if judged.intent in SERVED and judged.sure:
            return ()
        kinds = (Act.BOT, Act.CAN_DO, Act.WHY, Act.COMPLAINT)
        act = next((each for each in kinds if each in message.acts.inside), None)
        if act is Act.WHY and not message.in_context:
            return ()
        if act and len(message.words.folded) <= 16:
            return (Chitchat(about=_SMALL_TALK[act]),)
        if judged.intent is Intent.CHITCHAT and judged.sure:
            main = message.acts.main
            return (
                (_answer_to(main, message),)
                if main and message.acts.pure
                else (Chitchat(about=_SMALL_TALK.get(main, ChitchatKind.OTHER) if main else ChitchatKind.OTHER),)
            )
        return ()

    def _read_requests(self, message: Message) -> tuple[Command, ...]:
        judged = message.judged
        requests = find_requests(message, self._judge, judged)
        latest = message.heard.open_intents[:1]
        first = requests[0]
        if len(requests) == 1 and (first.intent in latest or (latest and message.found and first.probability < SURE)):
            return _within_open(message, first.intent)
        if len(requests) == 1 and first.intent is Intent.CHITCHAT:
            return (Chitchat(about=ChitchatKind.OTHER),) if judged.enough else (self._unclear(message, judged),)
        if len(requests) == 1 and not _likely_enough(first.intent, first.probability):
            return (self._unclear(message, judged),)
        return as_commands(requests, message)

    def _unclear(self, message: Message, judged: Judgement) -> Command:
        return Unclear(candidates=judged.offers(), text=message.words.quote(message.rest))


def _likely_enough(intent: Intent, probability: float) -> bool:
    return probability >= (SURE if intent in {Intent.OUT_OF_SCOPE, Intent.PRE_SALES} else 0.45)


def _answer_to(act: Act, message: Message) -> Command:
    """What an act by itself means here: yes and no only where something can be answered so."""
    heard = message.heard
    match act:
        case Act.PERSON:
            return WantPerson()
        case Act.CANCEL:
            return Cancel()
        case Act.CONFIRM | Act.AGREE if heard.yes_or_no:
            return Confirm()
        case Act.CONFIRM if len(heard.options) == 1:
            return Choose(option=heard.options[0].id)
        case Act.DENY if heard.yes_or_no or heard.options:
            return Deny()
    return Chitchat(about=_SMALL_TALK[act])


def _gives(found: tuple[Found, ...]) -> tuple[Command, ...]:
    best: dict[Slot, str] = {}
    for each in found:
        best.setdefault(each.slot, each.value)
    return tuple(Give(slot=slot, value=value) for slot, value in best.items())


def _only_values(message: Message) -> bool:
    """Whether hardly a word is left when the values and the words around them are taken away."""
    exact = [each for each in message.found if each.slot in _EXACT]
    if not exact:
        return False
    left = list(message.words.text)
    for each in exact:
        left[each.span.start : each.span.end] = " " * (each.span.end - each.span.start)
    line = fold_line("".join(left))
    asks = any(
        match[0] not in _COURTESY for each in message.near for match in each.pattern("cues", "request").finditer(line)
    )
    if asks and message.heard.asked not in {each.slot for each in exact}:
        return False
    for lexicon in message.near:
        for name in ("order", "return", "tracking", "postcode", "phone", "code", "name", "address"):
            line = " ".join(lexicon.pattern("cues", name).sub("", line).split())
        for act in ("filler", "greeting", "thanks", "confirm", "agree", "apology"):
            line = " ".join(lexicon.pattern("acts", act).sub("", line).split())
    return len([word for word in line.split() if len(word) > 2]) <= 1


def _asks_elsewhere(message: Message, judged: Judgement) -> bool:
    """A request about something else than what is open, clear enough to leave the question for."""
    asks = "?" in message.words.text or message.says("cues", "request")
    return (
        asks
        and judged.intent in SERVED
        and judged.intent not in message.heard.open_intents
        and judged.probability >= _CERTAINLY
    )


def _is_other_request(message: Message, judged: Judgement) -> bool:
    return (
        message.says("cues", "request")
        and judged.intent in SERVED
        and judged.sure
        and judged.intent not in message.heard.open_intents
    )


def _within_open(message: Message, intent: Intent) -> tuple[Command, ...]:
    """The open skill's own matter again: new values go to it, a new question of policy is asked, else it goes on."""
    if intent is Intent.POLICY_QUESTION:
        return as_commands_of(message, intent)
    gives = _gives(message.found)
    return gives or (Resume(intent=intent if intent in message.heard.open_intents else None),)


def as_commands_of(message: Message, intent: Intent) -> tuple[Command, ...]:
    details: dict[Slot, str] = {}
    for each in message.found:
        details.setdefault(each.slot, each.value)
    return (Ask(intent=intent, details=details, text=message.words.quote(message.rest)),)


def _confidence(commands: tuple[Command, ...], judged: Judgement) -> float:
    """Of the first intent; what is said in so many words is certain."""
    for command in commands:
        if isinstance(command, Ask | OutOfScope):
            return min(1.0, judged.of(command.intent) or judged.probability)
        if isinstance(command, Unclear):
            return min(1.0, judged.probability)
    return 1.0
