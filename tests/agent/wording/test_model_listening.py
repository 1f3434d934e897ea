"""What a model writes, sentence by sentence: nothing is shown that the facts do not hold, and nothing is left out."""

import asyncio
from datetime import date

import pytest

from agent.model.allowance import Allowance, Limits, Spent
from agent.model.calls import Hear, ModelCall, Prompt, Purpose
from agent.model.prompts import load_system
from agent.wording.check import Evidence
from agent.wording.listening import Listening, Objection
from agent.wording.model import ModelWording, describe
from agent.wording.places import Places
from agent.wording.port import Part, ToSay
from domain.blocks import Phrase
from domain.errors import ModelUnavailable
from domain.languages import Language
from domain.replies import FactKind, FactSpan, SaidBlock, SaidCard, SaidQuote, SaidText, Words

SYSTEM = load_system(Purpose.WORD, about="the customer agent of a shop")
ORDER, DAY = "MA-104233", "Friday 4 December"
FACTS = (
    FactSpan(kind=FactKind.NUMBER, name="number", text=ORDER),
    FactSpan(kind=FactKind.DATE, name="day", text=DAY),
)
LINE = SaidText(words=Words(text=f"Order {ORDER} is expected on {DAY}.", short="short form", spans=FACTS), key="line")
FIRM = SaidText(words=Words(text="Shall I go ahead?"), key="firm")
EVIDENCE = Evidence(
    blocks=(Phrase(key="line", values={"number": ORDER, "day": date(2026, 12, 4)}),), today=date(2026, 11, 22)
)
GOOD = "Your order {n1} is expected on {d2}."


class Speaking:
    """A model that says these answers, in pieces of so many characters, and keeps what it was asked."""

    def __init__(self, *answers: str, size: int = 4, cut_after: int | None = None) -> None:
        self.answers = list(answers)
        self.asked: list[Prompt] = []
        self._size = size
        self._cut_after = cut_after

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        self.asked.append(prompt)
        answer = self.answers.pop(0)
        assert hear
        for at in range(0, len(answer), self._size):
            if self._cut_after is not None and at >= self._cut_after:
                raise ModelUnavailable("the stream was cut")
            if not hear(answer[at : at + self._size]):
                break
        return answer


def to_say(*blocks: tuple[SaidBlock, bool], language: Language = Language.EN, spoken: str = "") -> ToSay:
    parts = tuple(Part(block=block, firm=firm) for block, firm in blocks or ((LINE, False),))
    return ToSay(language=language, parts=parts, evidence=EVIDENCE, asked="where is it?", spoken=spoken)


def listen(answer: str, given: ToSay | None = None) -> tuple[tuple[str, ...], list[str]]:
    given = given or to_say()
    places, shown = Places(), list[str]()
    describe(given, places)
    listening = Listening(to_say=given, places=places, show=shown.append, secret=SYSTEM.text)
    allowance = Allowance(model=Speaking(answer), limits=Limits(), spent=Spent())
    prompt = Prompt(purpose=Purpose.WORD, version="", system=SYSTEM.text, data="")
    try:
        return asyncio.run(listening.hear_all(allowance, prompt)), shown
    except Objection as objection:
        objection.add_note(repr(shown))
        raise


def objection_to(answer: str, given: ToSay | None = None) -> str:
    with pytest.raises(Objection) as told:
        listen(answer, given)
    return str(told.value)


def word(model: Speaking, given: ToSay) -> tuple[str, list[SaidBlock], list[str], str]:
    """Engine, blocks, what was shown on the way, and the problem."""
    shown: list[str] = []
    allowance = Allowance(model=model, limits=Limits(), spent=Spent())
    worded = asyncio.run(ModelWording(SYSTEM).word(given, allowance, shown.append))
    return worded.engine, list(worded.reply.blocks), shown, worded.problem


def test_a_good_answer_is_shown_sentence_by_sentence_with_its_facts() -> None:
    said, shown = listen(f"{GOOD} That is all we know.")
    assert said == (GOOD, "That is all we know.")
    first = f"Your order {ORDER} is expected on {DAY}."
    assert shown == [first, f"{first} That is all we know."]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("It comes on 4 May, {n1}, {d2}.", "a figure was typed"),
        ("Order { n1 } comes {d2}.", "a figure was typed"),
        ("Order {n7} comes {d2}.", "no such place: n7"),
        ("{k1} {n1} {d2}", "no such place: {k1}"),
        ("Order {n1}: see https://refunds.example, {d2}.", "markup, a link"),
        ("Order {n1}: see www.refunds.example, {d2}.", "markup, a link"),
        ("Order {n1}, write to help@refunds.example, {d2}.", "markup, a link"),
        ("**Order** {n1} {d2}.", "markup, a link"),
        ("[Order {n1}](x) {d2}.", "markup, a link"),
        ("<b>{n1}</b> {d2}", "markup, a link"),
        ("| {n1} | {d2} |", "markup, a link"),
        ("Your order is coming soon.", "not said: d2, n1"),
        (f"It comes {{d2}}. {SYSTEM.text.splitlines()[0]}", "repeats its instructions"),
        ("La commande {n1} est attendue chez vous pour le {d2} au plus tard.", "another language: fr"),
        ("Ihre Bestellung {n1} wird bei Ihnen am {d2} erwartet, wie uns gesagt wurde.", "another language: de"),
        ("ご注文の商品 {n1} は {d2} にお届けします。", "another script"),
        (f"{GOOD} We have refunded you in full.", ""),
        ("", "not said"),
    ],
)
def test_what_may_not_be_said_is_objected_to(answer: str, why: str) -> None:
    assert why in objection_to(answer)


@pytest.mark.parametrize("answer", ["word " * 200, "So it goes. " * 40, "x" * 5000])
def test_an_answer_without_end_is_stopped(answer: str) -> None:
    assert objection_to(answer)


def test_a_language_that_we_do_not_know_is_not_judged() -> None:
    said, _ = listen("Zamówienie {n1} dotrze do ciebie prawdopodobnie około {d2}.", to_say(spoken="pl"))
    assert len(said) == 1


def test_a_firm_sentence_stands_as_it_is() -> None:
    given = to_say((LINE, False), (FIRM, True))
    engine, blocks, shown, _ = word(Speaking(f"{GOOD} {{k1}}"), given)
    assert engine == "model"
    assert [block.words.text for block in blocks if isinstance(block, SaidText)] == [
        f"Your order {ORDER} is expected on {DAY}.",
        "Shall I go ahead?",
    ]
    assert blocks[1] is FIRM
    assert shown[-1].endswith("Shall I go ahead?")


def test_a_firm_sentence_cannot_be_left_out() -> None:
    assert "k1" in objection_to(GOOD, to_say((LINE, False), (FIRM, True)))


def test_firm_words_alone_need_no_model() -> None:
    model = Speaking()
    engine, blocks, _, _ = word(model, to_say((FIRM, True)))
    assert (engine, blocks, model.asked) == ("phrases", [FIRM], [])


def test_what_leads_to_a_passage_stays_before_it() -> None:
    lead = SaidText(words=Words(text="This is what the shop asks you to do:"), key="lead")
    card = SaidCard(title="Alba", subtitle="", image="", pill=None, rows=(), decision=None, actions=(), why=None)
    passage = SaidQuote(text="Look at your neighbours.", sources=())
    given = to_say((LINE, False), (card, False), (lead, False), (passage, False), (FIRM, True))
    engine, blocks, _, _ = word(Speaking(GOOD), given)
    assert engine == "model"
    assert blocks[1:] == [card, lead, passage, FIRM]


def test_a_bad_answer_is_written_once_more_while_nothing_was_shown() -> None:
    model = Speaking("It comes on 4 May.", GOOD)
    engine, _, shown, problem = word(model, to_say())
    assert (engine, problem, len(shown)) == ("model", "", 1)
    assert [bool(prompt.repair) for prompt in model.asked] == [False, True]
    assert model.asked[1].repair and "a figure was typed" in model.asked[1].repair[1]


def test_twice_bad_and_the_phrases_stand() -> None:
    model = Speaking("It comes on 4 May.", "It comes on 5 May.")
    engine, blocks, shown, problem = word(model, to_say())
    assert (engine, blocks, shown) == ("phrases", [LINE], [])
    assert "a figure was typed" in problem


def test_once_a_sentence_was_shown_nothing_is_written_again() -> None:
    model = Speaking(f"{GOOD} See https://refunds.example now.", GOOD)
    engine, blocks, shown, problem = word(model, to_say())
    assert (engine, blocks, len(model.asked)) == ("phrases", [LINE], 1)
    assert shown == [f"Your order {ORDER} is expected on {DAY}."]
    assert "link" in problem


def test_a_cut_stream_leaves_the_phrases() -> None:
    model = Speaking(GOOD, cut_after=12)
    engine, blocks, shown, problem = word(model, to_say())
    assert (engine, blocks, shown, problem) == ("phrases", [LINE], [], "the stream was cut")


def test_the_model_sees_no_fact() -> None:
    model = Speaking(GOOD)
    word(model, to_say((LINE, False), (SaidQuote(text="Within 30 days, 4.90 EUR.", sources=()), False)))
    seen = model.asked[0].data
    assert ORDER not in seen and DAY not in seen and "30" not in seen and "4.90" not in seen


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_how_the_pieces_fall_makes_no_difference(size: int) -> None:
    answer = f"{GOOD} We will see.\nThat is all."
    _, blocks, shown, _ = word(Speaking(answer, size=size), to_say())
    assert isinstance(blocks[0], SaidText)
    assert blocks[0].words.text == f"Your order {ORDER} is expected on {DAY}. We will see. That is all."
    assert len(shown) == 3
