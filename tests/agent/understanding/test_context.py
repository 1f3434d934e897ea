"""What a message means because of what was asked, shown or said before."""

import pytest

from agent.understanding.port import VisibleOption
from domain.commands import Ask, Cancel, Chitchat, ChitchatKind, Choose, Command, Correct, Give, Resume, Slot, Unclear
from domain.intents import Intent
from domain.languages import Language
from tests.agent.understanding.hearing import (
    DE,
    EN,
    ES,
    FR,
    INCIDENT,
    OPTIONS,
    POLICY,
    REFUND,
    RETURN,
    RETURNING,
    TRACK,
    asks,
    said,
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
        ("I won't give my email to an agent's machine", EN),
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
        ("and the order before that one?", EN, Correct(slot=Slot.ORDER_NUMBER, value="")),
        ("et la commande précédente ?", FR, Correct(slot=Slot.ORDER_NUMBER, value="")),
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
