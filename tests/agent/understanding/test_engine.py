"""Text to commands, with what the conversation is about; the classifier is a stand-in that knows a few words."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.understanding.embedded.engine import EmbeddedUnderstanding
from agent.understanding.embedded.reporting import route_line
from agent.understanding.port import Heard, Understood, VisibleOption
from domain.commands import (
    Ask,
    Cancel,
    Chitchat,
    ChitchatKind,
    Choose,
    Command,
    Confirm,
    Correct,
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
from tests.agent.understanding.keywords import KeywordClassifier

EN, FR, ES, DE, IT, NL = Language.EN, Language.FR, Language.ES, Language.DE, Language.IT, Language.NL
RETURN, REFUND, TRACK = Intent.RETURN_OR_EXCHANGE, Intent.REFUND_STATUS, Intent.ORDER_TRACKING
INCIDENT, POLICY = Intent.DELIVERY_INCIDENT, Intent.POLICY_QUESTION
engine = EmbeddedUnderstanding(KeywordClassifier())


def hear(text: str, language: Language | None = None, **context: object) -> Understood:
    return engine.hear(Heard(text=text, language=language, **context))  # type: ignore[arg-type]


def said(text: str, language: Language | None = None, **context: object) -> tuple[Command, ...]:
    return hear(text, language, **context).commands


def asks(text: str, language: Language | None = None, **context: object) -> list[Intent]:
    return [each.intent for each in said(text, language, **context) if isinstance(each, Ask)]


RETURNING = {"open_intents": (RETURN,), "slots": {Slot.ORDER_NUMBER: "MA-104233", Slot.ITEM: "the jacket"}}


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("where is my order", EN, TRACK),
        ("i want to return my boots", EN, RETURN),
        ("my vase arrived broken", EN, INCIDENT),
        ("when do I get my refund", EN, REFUND),
        ("what is your returns policy", EN, POLICY),
        ("je voudrais retourner ma robe", FR, RETURN),
        ("où est mon colis", FR, TRACK),
        ("quiero devolver las botas", ES, RETURN),
        ("wo ist mein Paket", DE, TRACK),
        ("vorrei restituire le scarpe", IT, RETURN),
        ("waar is mijn pakket", NL, TRACK),
    ],
)
def test_a_request_is_asked_in_its_language(text: str, language: Language, intent: Intent) -> None:
    understood = hear(text)
    assert understood.language is language
    assert isinstance(understood.commands[0], Ask)
    assert understood.commands[0].intent is intent or (intent is POLICY)
    assert understood.engine == "embedded"
    assert 0.4 <= understood.confidence <= 1


def test_an_ask_carries_what_was_said_beside_it() -> None:
    (ask,) = said("Hi, I'd like to return the blue jacket from order MA-104233, it is too small. Thanks!")
    assert isinstance(ask, Ask)
    assert ask.details == {Slot.ITEM: "the blue jacket", Slot.ORDER_NUMBER: "MA-104233", Slot.REASON: "too_small"}
    assert ask.text == "I'd like to return the blue jacket from order MA-104233, it is too small."


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("I want to return the blue one, and where is my other order?", [RETURN, TRACK]),
        ("Where is my order MA-104233? Also, how many days do I have for an unopened box?", [TRACK, POLICY]),
        ("je veux retourner ma veste et où est mon autre colis ?", [RETURN, TRACK]),
        ("can i exchange my boots. and also when will i get my refund for the other order?", [RETURN, REFUND]),
    ],
)
def test_two_requests_are_two_commands_in_order(text: str, intents: list[Intent]) -> None:
    assert asks(text) == intents


def test_each_request_keeps_its_own_details() -> None:
    first, second = said("I want to return the boots from MA-104233, and where is my other order MA-104299?")
    assert isinstance(first, Ask)
    assert isinstance(second, Ask)
    assert first.details[Slot.ORDER_NUMBER] == "MA-104233"
    assert second.details[Slot.ORDER_NUMBER] == "MA-104299"
    assert Slot.ITEM not in second.details


@pytest.mark.parametrize(
    "text",
    [
        "my parcel is late and damaged",
        "the parcel is broken. where is it now? it is late too",
        "I want to return the boots and get a refund",
        "hello! I bought boots. They were a present. I want to return them, can you help me?",
    ],
)
def test_one_matter_is_not_torn_apart(text: str) -> None:
    assert len(asks(text)) == 1


def test_the_request_of_a_long_story_is_found() -> None:
    story = "I moved house in spring and it rained a lot. My sister came by. We had tea. She liked the colour. "
    assert asks(f"{story * 3} I would like to return the lamp please. {story}") == [RETURN]


@pytest.mark.parametrize("text", ["yes", "ok", "sure", "oui", "vale", "👍", "go ahead", "d'accord"])
def test_yes_confirms_only_what_can_be_answered_so(text: str) -> None:
    assert said(text, yes_or_no=True) == (Confirm(),)
    assert isinstance(said(text)[0], Chitchat)


@pytest.mark.parametrize("text", ["no", "no thanks", "non merci", "not yet", "nein danke", "👎"])
def test_no_denies_only_what_can_be_answered_so(text: str) -> None:
    assert said(text, yes_or_no=True) == (Deny(),)
    assert said(text) == (Chitchat(about=ChitchatKind.ACKNOWLEDGE),)


@pytest.mark.parametrize("text", ["no problem", "no worries", "pas de souci", "kein problem"])
def test_no_problem_is_not_a_no(text: str) -> None:
    assert Deny() not in said(text, yes_or_no=True)


OPTIONS = (
    VisibleOption(id="line:1", label="Alba jacket, blue", hints=("veste",)),
    VisibleOption(id="line:2", label="Lena dress, green", hints=("robe",)),
    VisibleOption(id="line:3", label="Tova boots, brown"),
)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("2", "line:2"),
        ("the second one", "line:2"),
        ("le premier", "line:1"),
        ("option 3 please", "line:3"),
        ("the last one", "line:3"),
        ("die zweite", "line:2"),
        ("el primero", "line:1"),
        ("line:3", "line:3"),
        ("Lena dress, green", "line:2"),
        ("the jacket", "line:1"),
        ("boots", "line:3"),
        ("la robe", "line:2"),
        ("green", "line:2"),
        ("lena dres green", "line:2"),
    ],
)
def test_an_option_is_picked_by_number_or_words(text: str, option: str) -> None:
    assert said(text, options=OPTIONS) == (Choose(option=option),)


@pytest.mark.parametrize("text", ["7", "the tenth", "the kettle"])
def test_what_is_no_option_picks_none(text: str) -> None:
    assert not any(isinstance(each, Choose) for each in said(text, options=OPTIONS))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", "2025-03-07"),
        ("on the 6th please", "2025-03-06"),
        ("vendredi", "2025-03-07"),
        ("8 March", "2025-03-08"),
    ],
)
def test_a_day_on_offer_is_picked_by_its_name(text: str, day: str) -> None:
    days = tuple(VisibleOption(id=f"day:{each}", label=each) for each in ("2025-03-06", "2025-03-07", "2025-03-08"))
    assert said(text, options=days) == (Choose(option=f"day:{day}"),)


@pytest.mark.parametrize(
    ("text", "asked", "commands"),
    [
        ("482 913", Slot.CODE, (Give(slot=Slot.CODE, value="482913"),)),
        ("MA-104233", Slot.ORDER_NUMBER, (Give(slot=Slot.ORDER_NUMBER, value="MA-104233"),)),
        ("MA-104233", None, (Give(slot=Slot.ORDER_NUMBER, value="MA-104233"),)),
        ("my email is ann@example.com", Slot.EMAIL, (Give(slot=Slot.EMAIL, value="ann@example.com"),)),
        ("Ann Lee", Slot.NAME, (Give(slot=Slot.NAME, value="Ann Lee"),)),
        ("the blue jacket", Slot.ITEM, (Give(slot=Slot.ITEM, value="the blue jacket"),)),
        ("too tight", Slot.REASON, (Give(slot=Slot.REASON, value="too_small"),)),
        ("money back", Slot.RESOLUTION, (Give(slot=Slot.RESOLUTION, value="refund"),)),
        ("size 42", Slot.WANTED, (Give(slot=Slot.WANTED, value="42"),)),
        (
            "don't have it, my email is ann@example.com",
            Slot.ORDER_NUMBER,
            (Give(slot=Slot.EMAIL, value="ann@example.com"),),
        ),
    ],
)
def test_an_answer_gives_its_value(text: str, asked: Slot | None, commands: tuple[Command, ...]) -> None:
    assert said(text, asked=asked) == commands


def test_a_statement_is_taken_down_word_for_word() -> None:
    text = "I was home all day. Nobody rang.\nThe photo shows another door."
    assert said(text, asked=Slot.STATEMENT, open_intents=(INCIDENT,)) == (Give(slot=Slot.STATEMENT, value=text),)
    long = "Nobody rang at my door that day. " * 120
    (given_,) = said(long, asked=Slot.STATEMENT)
    assert isinstance(given_, Give)
    assert given_.value == long.strip()


def test_an_answer_with_a_question_beside_it_is_both() -> None:
    commands = said(
        "MA-104233, and also how long does shipping to Spain take?", asked=Slot.ORDER_NUMBER, open_intents=(RETURN,)
    )
    assert commands[0] == Give(slot=Slot.ORDER_NUMBER, value="MA-104233")
    assert isinstance(commands[1], Ask)
    assert commands[1].intent is POLICY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm not giving you my email", EN),
        ("je ne veux pas donner mon mail", FR),
        ("why do you need it?", EN),
        ("pourquoi ?", FR),
        ("no quiero dar mi correo", ES),
    ],
)
def test_who_will_not_give_data_is_told_why(text: str, language: Language) -> None:
    assert said(text, language, asked=Slot.EMAIL) == (Chitchat(about=ChitchatKind.WHY),)


@pytest.mark.parametrize("text", ["I don't have it", "i can't find the number", "no idea"])
def test_who_has_no_answer_is_not_understood_as_asking(text: str) -> None:
    assert isinstance(said(text, asked=Slot.ORDER_NUMBER, open_intents=(RETURN,))[0], Unclear)


@pytest.mark.parametrize(
    ("text", "language", "command"),
    [
        ("no, the other order", EN, Correct(slot=Slot.ORDER_NUMBER, value="")),
        ("non, l'autre commande", FR, Correct(slot=Slot.ORDER_NUMBER, value="")),
        ("I meant MA-104299", EN, Correct(slot=Slot.ORDER_NUMBER, value="MA-104299")),
        ("sorry wrong number, it's 104299", EN, Correct(slot=Slot.ORDER_NUMBER, value="104299")),
        ("no, the dress", EN, Correct(slot=Slot.ITEM, value="the dress")),
        ("not the jacket, the dress", EN, Correct(slot=Slot.ITEM, value="the dress")),
        ("plutôt la robe", FR, Correct(slot=Slot.ITEM, value="la robe")),
        ("non pas celle-là", FR, Correct(slot=Slot.ITEM, value="")),
        ("not that one", EN, Correct(slot=Slot.ITEM, value="")),
        ("no, the other one", EN, Correct(slot=Slot.ITEM, value="the other one")),
        ("non, l'autre", FR, Correct(slot=Slot.ITEM, value="l'autre")),
        ("exchange instead", EN, Correct(slot=Slot.RESOLUTION, value="exchange")),
        ("plutôt un échange", FR, Correct(slot=Slot.RESOLUTION, value="exchange")),
        ("actually i'd rather have store credit", EN, Correct(slot=Slot.RESOLUTION, value="store_credit")),
    ],
)
def test_a_correction_replaces_or_takes_back(text: str, language: Language, command: Command) -> None:
    slots = {Slot.ORDER_NUMBER: "MA-104233", Slot.ITEM: "the jacket", Slot.RESOLUTION: "refund"}
    assert said(text, language, open_intents=(RETURN,), slots=slots) == (command,)


def test_nothing_is_corrected_before_anything_was_said() -> None:
    assert not any(isinstance(each, Correct) for text in ("no, MA-104233", "I meant MA-104233") for each in said(text))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("and the shoes?", EN, "the shoes"),
        ("la robe alors ?", FR, "la robe"),
        ("what about the dress", EN, "the dress"),
        ("et les bottes ?", FR, "les bottes"),
        ("und die Schuhe?", DE, "die Schuhe"),
    ],
)
def test_a_short_follow_up_names_another_thing(text: str, language: Language, value: str) -> None:
    assert said(text, language, **RETURNING) == (Give(slot=Slot.ITEM, value=value),)


def test_a_new_matter_within_an_open_skill_is_asked() -> None:
    assert asks("before that, where is my parcel?", **RETURNING) == [TRACK]
    assert asks("how long do refunds take, what is the policy", **RETURNING) == [POLICY]


def test_the_open_matter_again_goes_on_with_it() -> None:
    assert said("it is too small", **RETURNING) == (Give(slot=Slot.REASON, value="too_small"),)
    assert said("so can I return it or not", **RETURNING) == (Resume(intent=RETURN),)


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("back to my refund", EN, REFUND),
        ("ok let's continue with the return", EN, RETURN),
        ("revenons à mon remboursement", FR, REFUND),
        ("where were we?", EN, None),
    ],
)
def test_an_interrupted_matter_is_taken_up_again(text: str, language: Language, intent: Intent | None) -> None:
    (resume,) = said(text, language, open_intents=(TRACK, REFUND, RETURN))
    assert isinstance(resume, Resume)
    assert resume.intent is intent


def test_money_back_to_a_card_is_not_going_back() -> None:
    assert not any(isinstance(each, Resume) for each in said("send the money back to my card", **RETURNING))


@pytest.mark.parametrize(
    "text",
    ["forget it", "never mind", "laisse tomber", "actually forget it, I'll keep it", "déjalo", "lass es", "laat maar"],
)
def test_giving_up_cancels(text: str) -> None:
    assert said(text, **RETURNING) == (Cancel(),)


def test_cancelling_an_order_is_another_matter() -> None:
    (command,) = said("cancel my order please")
    assert command == OutOfScope(intent=Intent.ORDER_CHANGE, text="cancel my order please")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I want to talk to a human about my refund", EN),
        ("agent", EN),
        ("je veux parler à un conseiller", FR),
        ("ein Mensch bitte", DE),
        ("call me back please, an agent", EN),
        ("quiero hablar con una persona", ES),
    ],
)
def test_whoever_wants_a_person_is_heard(text: str, language: Language) -> None:
    assert said(text, language) == (WantPerson(),)
    assert said(text, language, **RETURNING) == (WantPerson(),)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("my promo code does not work", Intent.PAYMENT),
        ("i forgot my password", Intent.ACCOUNT_OR_LOGIN),
        ("do you have it in stock", Intent.PRE_SALES),
    ],
)
def test_what_the_agent_does_not_do_is_named(text: str, intent: Intent) -> None:
    (command,) = said(text)
    assert isinstance(command, OutOfScope)
    assert command.intent is intent


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("", ChitchatKind.EMPTY),
        ("   \n ", ChitchatKind.EMPTY),
        ("?!...", ChitchatKind.EMPTY),
        ("\u200b\u200f", ChitchatKind.EMPTY),
        ("hello", ChitchatKind.GREETING),
        ("merci beaucoup", ChitchatKind.THANKS),
        ("bye bye", ChitchatKind.BYE),
        ("are you a bot?", ChitchatKind.BOT),
        ("what can you do?", ChitchatKind.WHAT_CAN_YOU_DO),
        ("this is ridiculous", ChitchatKind.COMPLAINT),
        ("😡", ChitchatKind.COMPLAINT),
        ("sorry", ChitchatKind.APOLOGY),
        ("the weather is nice", ChitchatKind.OTHER),
    ],
)
def test_small_talk_has_its_own_answer(text: str, about: ChitchatKind) -> None:
    assert said(text) == (Chitchat(about=about),)


def test_small_talk_never_eats_a_request() -> None:
    assert asks("hello how are you, where is my order MA-104233? thank you so much bye") == [TRACK]


def test_what_is_not_understood_offers_the_likeliest() -> None:
    (unclear,) = said("refund return track")
    assert isinstance(unclear, Unclear | Ask)
    (unclear,) = said("blorp the fizz")
    assert isinstance(unclear, Unclear)
    assert 2 <= len(unclear.candidates) <= 3


def test_a_message_in_two_languages_is_understood() -> None:
    (ask,) = said("hello je voudrais retourner the blue jacket svp, it's too small")
    assert isinstance(ask, Ask)
    assert ask.intent is RETURN
    assert ask.details[Slot.REASON] == "too_small"


@pytest.mark.parametrize(
    "text",
    ["where is my order " * 2000, "x" * 50_000, "1 " * 20_000, "the blue jacket, " * 4000, "a@" * 9000, "no " * 9000],
)
def test_a_very_long_message_stays_fast(text: str) -> None:
    engine.hear(Heard(text=text))
    best = min(_seconds(text) for _ in range(3))
    assert best < 0.2


def _seconds(text: str) -> float:
    since = time.perf_counter()
    engine.hear(Heard(text=text))
    return time.perf_counter() - since


WORDS = (
    *("no", "not", "the", "other", "one", "order", "MA-104233", "ann@example.com", "and", "where", "is"),
    *("my,", "return", ".", "?", "svp", "robe", "42", "oui", "12", "rue"),
)
heard = st.builds(
    Heard,
    text=st.one_of(
        st.text(max_size=400),
        st.lists(
            st.sampled_from(WORDS),
            max_size=25,
        ).map(" ".join),
    ),
    language=st.sampled_from([None, *Language]),
    asked=st.sampled_from([None, *Slot]),
    yes_or_no=st.booleans(),
    options=st.sampled_from([(), OPTIONS]),
    open_intents=st.sampled_from([(), (RETURN,), (TRACK, RETURN)]),
    slots=st.sampled_from([{}, {Slot.ORDER_NUMBER: "MA-104233"}, {Slot.ITEM: "the jacket"}]),
)


@given(heard)
def test_any_text_in_any_state_is_understood_within_bounds(heard: Heard) -> None:
    understood = engine.hear(heard)
    assert 1 <= len(understood.commands) <= 30
    assert 0 <= understood.confidence <= 1
    assert all(0 <= score <= 1 for _, score in understood.scores)
    offered = {each.id for each in heard.options}
    assert all(each.option in offered for each in understood.commands if isinstance(each, Choose))
    if not heard.yes_or_no and not heard.options:
        assert Confirm() not in understood.commands


@pytest.mark.parametrize(
    ("text", "asked", "label"),
    [
        ("thanks a lot!", None, "chitchat"),
        ("agent please", None, "human_handoff"),
        ("where is my order #104233", None, "order_tracking"),
        ("my promo code fails", None, "out_of_scope"),
        ("", None, "chitchat"),
    ],
)
async def test_a_report_names_the_public_label(text: str, asked: str | None, label: str) -> None:
    report = await route_line(text, asked, engine)
    assert report["label"] == label
    assert 0 <= report["confidence"] <= 1


async def test_a_report_gives_values_as_typed() -> None:
    report = await route_line("order ma104233 is too small, ANN@example.com", "order_id", engine)
    assert report["slots"] == {"order_id": "ma104233", "reason": "too_small", "email": "ANN@example.com"}
    assert report["commands"][0] == {"kind": "give", "slot": "order_id", "value": "MA-104233"}
    assert (await route_line("hi", "no such slot", engine))["label"] == "chitchat"
