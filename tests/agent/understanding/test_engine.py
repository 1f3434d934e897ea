"""Text to commands; the classifier is a stand-in that knows a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.understanding.embedded.hints import Hints, settle
from agent.understanding.embedded.reporting import route_line
from agent.understanding.embedded.words import LONGEST
from agent.understanding.port import Heard
from domain.commands import (
    Ask,
    Chitchat,
    ChitchatKind,
    Choose,
    Confirm,
    Deny,
    Give,
    OutOfScope,
    Slot,
    Unclear,
    WantPerson,
)
from domain.intents import Intent
from domain.languages import Language
from tests.agent.understanding.hearing import (
    DE,
    EN,
    ES,
    FR,
    INCIDENT,
    IT,
    NL,
    OPTIONS,
    POLICY,
    REFUND,
    RETURN,
    RETURNING,
    TRACK,
    asks,
    engine,
    hear,
    said,
)


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
        ("can i exchange my boots and where is the lamp?", [RETURN, TRACK]),
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
        "my parcel arrived broken, what can I do?",
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


def test_made_up_words_are_asked_about_however_small_talk_they_look() -> None:
    (unclear,) = said("zrtg grmblf, weather is nice")
    assert isinstance(unclear, Chitchat)
    (unclear,) = said("zrtg grmblf")
    assert isinstance(unclear, Unclear)


def test_what_is_wanted_beside_a_number_is_no_bare_number() -> None:
    (ask,) = said("return order MA-104233")
    assert isinstance(ask, Ask)
    assert (ask.intent, ask.details) == (RETURN, {Slot.ORDER_NUMBER: "MA-104233"})
    assert said("order MA-104233") == (Give(slot=Slot.ORDER_NUMBER, value="MA-104233"),)


def test_who_got_a_thing_asks_for_it_and_not_about_the_rules() -> None:
    scores = {Intent.POLICY_QUESTION: 0.7, Intent.RETURN_OR_EXCHANGE: 0.3}
    assert settle(scores, Hints()) == scores
    assert settle(scores, Hints(own_thing=True)) == {Intent.RETURN_OR_EXCHANGE: 1.0}
    asked_before_buying = {Intent.PRE_SALES: 0.7, Intent.ORDER_TRACKING: 0.3}
    assert settle(asked_before_buying, Hints(possessed=True)) == {Intent.ORDER_TRACKING: 1.0}
    assert settle({Intent.POLICY_QUESTION: 1.0}, Hints(own_thing=True)) == {Intent.POLICY_QUESTION: 1.0}


def test_a_message_in_two_languages_is_understood() -> None:
    (ask,) = said("hello je voudrais retourner the blue jacket svp, it's too small")
    assert isinstance(ask, Ask)
    assert ask.intent is RETURN
    assert ask.details[Slot.REASON] == "too_small"


@pytest.mark.parametrize(
    "text",
    ["where is my order " * 2000, "x" * 50_000, "1 " * 20_000, "the blue jacket, " * 4000, "a@" * 9000, "no " * 9000],
)
def test_a_very_long_message_is_read_by_its_telling_sentences(text: str) -> None:
    assert len(engine.read(Heard(text=text)).words.text) <= LONGEST * 1.1
    assert engine.hear(Heard(text=text)).commands


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


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("I'd like to send the candle back", EN, "the candle"),
        ("I want to return the dress and the cardigan", EN, "the dress and the cardigan"),
        ("I want to return the dress and where is my parcel", EN, "the dress"),
        ("Je voudrais renvoyer « Bougie Sorel » de la commande MA-104233", FR, "Bougie Sorel"),
        ("Je veux renvoyer la robe et le gilet", FR, "la robe et le gilet"),
    ],
)
def test_hears_what_goes_back(text: str, language: Language, item: str) -> None:
    assert engine.read(Heard(text=text, language=language)).value(Slot.ITEM) == item


@pytest.mark.parametrize(("text", "language"), [("oui, enregistrez", FR), ("yes, record it", EN)])
def test_yes_stays_yes_with_a_word_beside_it(text: str, language: Language) -> None:
    assert said(text, language, yes_or_no=True) == (Confirm(),)


def test_yes_taken_back_is_no_yes() -> None:
    assert Confirm() not in said("oui mais non", FR, yes_or_no=True)


def test_address_asked_for_is_taken_as_written() -> None:
    address = "12 rue des Lilas, bâtiment C, code 55A21, 75011 Paris"
    assert said(address, FR, asked=Slot.ADDRESS) == (Give(slot=Slot.ADDRESS, value=address),)
