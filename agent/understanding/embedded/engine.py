"""Understanding without a model: rules for what is said outright, recognisers for values, a classifier for the rest.

It decides what was said, never what is allowed; nothing here reads a file or waits once the engine is built.
"""

from collections.abc import Callable

from agent.model.allowance import Allowance
from agent.understanding.embedded.acts import Act, ActReader, Acts
from agent.understanding.embedded.answers import (
    CERTAINLY,
    EXACT,
    PERSONAL,
    SMALL_TALK,
    answer_to,
    as_gives,
    asks_elsewhere,
    confidence_of,
    go_on_with,
    is_other_request,
    is_plain,
    only_values,
    outside_or_unclear,
    read_led_answer,
)
from agent.understanding.embedded.context import gave_up, read_correction, read_followup, read_resume
from agent.understanding.embedded.hints import Hints, read_hints
from agent.understanding.embedded.language import LanguageFinder
from agent.understanding.embedded.lexicon import all_lexicons
from agent.understanding.embedded.message import (
    ENOUGH,
    SERVED,
    SURE,
    IntentScores,
    Judge,
    Judgement,
    Message,
    content_of,
)
from agent.understanding.embedded.numbered import read_numbered_case
from agent.understanding.embedded.options import choose_option
from agent.understanding.embedded.requests import as_commands, find_requests
from agent.understanding.embedded.slots import find_slots
from agent.understanding.embedded.slots.reading import GUESS
from agent.understanding.embedded.words import Words, clean, read_words, shorten
from agent.understanding.port import Heard, Understood
from domain.commands import (
    Cancel,
    Chitchat,
    ChitchatKind,
    Choose,
    Command,
    Deny,
    Give,
    Slot,
    Unclear,
    WantPerson,
)
from domain.intents import Intent
from domain.languages import Language

ENGINE = "embedded"
_MAY_WANT_PERSON = 0.25
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
            self._read_led_answer,
            self._read_resume,
            self._read_person,
            self._read_giving_up,
            self._read_statement,
            read_numbered_case,
            self._read_correction,
            self._read_answer,
            self._read_refusal,
            self._read_followup,
            self._read_made_up,
            self._read_talk,
            self._read_requests,
        )
        for language in Language:
            self.hear(Heard(text="hello, where is order MA-100000?", language=language))

    async def understand(self, heard: Heard, allowance: Allowance | None = None) -> Understood:
        """Needs nobody's leave: it asks nobody."""
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
            confidence=confidence_of(commands, judged),
            engine=ENGINE,
            plain=is_plain(message, commands),
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
        judged = self._judge_content(words, acts, language, read_hints(found, words.line, near))
        return Message(heard, words, language, acts, found, near, judged, full)

    def _judge_content(self, words: Words, acts: Acts, language: Language, hints: Hints) -> Judgement:
        if not words:
            return Judgement(Intent.CHITCHAT, 1.0, {Intent.CHITCHAT: 1.0})
        return self._judge.judge(words.quote(content_of(words, acts)), language, hints)

    def judge_whole(self, message: Message) -> Judgement:
        """What the classifier makes of the whole message as it stands."""
        return self._judge.judge(message.words.text, message.language)

    def _read_signs(self, message: Message) -> tuple[Command, ...]:
        if message.words:
            return ()
        act = message.acts.main
        return (answer_to(act, message),) if act else (Chitchat(about=ChitchatKind.EMPTY),)

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
        return (answer_to(act, message),)

    def _read_led_answer(self, message: Message) -> tuple[Command, ...]:
        return read_led_answer(message)

    def _read_resume(self, message: Message) -> tuple[Command, ...]:
        return read_resume(message, self._judge)

    def _read_person(self, message: Message) -> tuple[Command, ...]:
        judged = message.judged
        wanted = judged.of(Intent.HUMAN_HANDOFF)
        said = Act.PERSON in message.acts.inside and (wanted >= 0.1 or judged.probability < SURE)
        answers = message.has(message.heard.asked) and wanted < 0.5
        refuses = Act.REFUSE in message.acts.inside and message.heard.asked in PERSONAL
        clear = judged.intent is Intent.HUMAN_HANDOFF and judged.enough and not refuses
        return (WantPerson(),) if (said or clear) and not answers else ()

    def _read_giving_up(self, message: Message) -> tuple[Command, ...]:
        judged = message.judged
        if not gave_up(message, judged):
            return ()
        requests = [
            each
            for each in find_requests(message, self._judge, judged)
            if each.intent in SERVED and each.probability >= CERTAINLY
        ]
        fresh = tuple(each for each in requests if each.intent not in message.heard.open_intents[:1])
        return (Cancel(), *as_commands(fresh, message)) if len(message.words.folded) > 4 else (Cancel(),)

    def _read_statement(self, message: Message) -> tuple[Command, ...]:
        """A statement or an address is taken down as it was written, unless the message asks for something else."""
        asked = message.heard.asked
        declines = message.acts.inside & {Act.REFUSE, Act.UNSURE, Act.WHY, Act.CORRECT}
        if asked not in {Slot.STATEMENT, Slot.ADDRESS} or (asked is Slot.ADDRESS and declines):
            return ()
        judged = message.judged
        elsewhere = "?" in message.words.text and judged.intent in SERVED and judged.probability >= CERTAINLY
        return () if elsewhere else (Give(slot=asked, value=message.full),)

    def _read_correction(self, message: Message) -> tuple[Command, ...]:
        return read_correction(message, self._judge)

    def _read_answer(self, message: Message) -> tuple[Command, ...]:
        """What was asked for, or nothing but values; with a question beside it, both."""
        asked = message.heard.asked
        answered = next((each for each in message.found if each.slot is asked), None)
        judged = message.judged
        instead = (
            asked is not None
            and any(each.slot in EXACT for each in message.found)
            and not (judged.intent in SERVED and judged.sure)
        )
        if not answered and not instead and not only_values(message):
            return ()
        if answered and answered.sure <= GUESS and asks_elsewhere(message, judged):
            return ()
        beside = self._beside(message, judged)
        return (
            *as_gives(tuple(each for each in message.found if not beside or each.slot in EXACT or each is answered)),
            *beside,
        )

    def _beside(self, message: Message, judged: Judgement) -> tuple[Command, ...]:
        """A request in the same message as an answer, when it is about something else."""
        if len(message.words.folded) < 6 or only_values(message):
            return ()
        requests = find_requests(message, self._judge, judged)
        fresh = tuple(
            each
            for each in requests
            if each.intent in SERVED and each.probability >= CERTAINLY and each.intent not in message.heard.open_intents
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
        if asked is None or asks_elsewhere(message, judged):
            return ()
        if Act.WHY in message.acts.inside:
            return (Chitchat(about=ChitchatKind.WHY),)
        if Act.REFUSE in message.acts.inside:
            return (Chitchat(about=ChitchatKind.WHY),) if asked in PERSONAL else (Deny(),)
        if Act.UNSURE in message.acts.inside and not any(each.slot in EXACT for each in message.found):
            return (Unclear(candidates=(), text=message.words.text),)
        return ()

    def _read_followup(self, message: Message) -> tuple[Command, ...]:
        if is_other_request(message, message.judged):
            return ()
        return read_followup(message)

    def _read_made_up(self, message: Message) -> tuple[Command, ...]:
        """Words that no example and no list of ours has are not small talk and not some other trade: ask back."""
        judged = message.judged
        if judged.intent in SERVED or judged.intent is Intent.HUMAN_HANDOFF or message.acts.main or message.found:
            return ()
        strange = not message.acts.inside and not self._judge.knows_any(message.words.folded)
        return (Unclear(candidates=judged.offers(), text=message.words.text),) if strange else ()

    def _read_talk(self, message: Message) -> tuple[Command, ...]:
        """Talk about the assistant itself, and anger, when nothing is asked for beside it."""
        judged = message.judged
        if judged.intent in SERVED and judged.sure:
            return ()
        kinds = (Act.BOT, Act.CAN_DO, Act.WHY, Act.COMPLAINT)
        act = next((each for each in kinds if each in message.acts.inside), None)
        if act is Act.WHY and not message.in_context:
            return ()
        if act is Act.COMPLAINT and judged.of(Intent.HUMAN_HANDOFF) >= _MAY_WANT_PERSON:
            return (WantPerson(),)
        if act and len(message.words.folded) <= 16:
            return (Chitchat(about=SMALL_TALK[act]),)
        if (judged.intent is Intent.CHITCHAT and judged.sure) or self._is_pleasantry(message):
            main = message.acts.main
            return (Chitchat(about=SMALL_TALK.get(main, ChitchatKind.OTHER)),)
        return ()

    def _is_pleasantry(self, message: Message) -> bool:
        """ "hi, lovely day": what is left without the greeting tells nothing, the whole is small talk."""
        if not (message.acts.lead or message.acts.trail) or message.judged.intent is not Intent.OUT_OF_SCOPE:
            return False
        whole = self.judge_whole(message)
        return whole.intent is Intent.CHITCHAT and whole.enough

    def _read_requests(self, message: Message) -> tuple[Command, ...]:
        judged = message.judged
        requests = find_requests(message, self._judge, judged)
        latest = message.heard.open_intents[:1]
        first = requests[0]
        if len(requests) == 1 and (first.intent in latest or (latest and message.found and first.probability < SURE)):
            return go_on_with(message, first.intent)
        if len(requests) == 1 and first.intent is Intent.CHITCHAT:
            return (Chitchat(about=ChitchatKind.OTHER),) if judged.enough else (outside_or_unclear(message, judged),)
        if len(requests) == 1 and first.probability < ENOUGH:
            return (outside_or_unclear(message, judged),)
        return as_commands(requests, message)
