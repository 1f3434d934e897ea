"""Commands on the wire: what a model may answer, and the way back, for every command there is."""

import json
from dataclasses import fields, replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.understanding.schema import AnswerUnreadable, command_schema, read_answer, write_answer
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
from tests.standins.openai.shaping import find_misfit
from tests.standins.openai.strict_schemas import check_strict

INTENTS, SLOTS, TEXTS = st.sampled_from(Intent), st.sampled_from(Slot), st.text(max_size=80)
KINDS: dict[type[Command], st.SearchStrategy[Command]] = {
    Ask: st.builds(Ask, intent=INTENTS, details=st.dictionaries(SLOTS, TEXTS, max_size=5), text=TEXTS),
    Give: st.builds(Give, slot=SLOTS, value=TEXTS),
    Correct: st.builds(Correct, slot=SLOTS, value=TEXTS),
    Choose: st.builds(Choose, option=TEXTS),
    Confirm: st.just(Confirm()),
    Deny: st.just(Deny()),
    Cancel: st.just(Cancel()),
    Resume: st.builds(Resume, intent=st.none() | INTENTS),
    WantPerson: st.just(WantPerson()),
    Chitchat: st.builds(Chitchat, about=st.sampled_from(ChitchatKind)),
    OutOfScope: st.builds(OutOfScope, intent=INTENTS, text=TEXTS),
    Unclear: st.builds(Unclear, candidates=st.lists(INTENTS, max_size=4).map(tuple), text=TEXTS),
}
COMMANDS = st.lists(st.one_of(*KINDS.values()), max_size=12).map(tuple)


def unquoted(command: Command) -> Command:
    """Without the words of the message, which are never said on the wire."""
    return replace(command, text="") if isinstance(command, Ask | OutOfScope | Unclear) else command


def test_every_kind_of_command_is_tried_here() -> None:
    assert set(KINDS) == set(get_args(Command))


@given(commands=COMMANDS, language=TEXTS)
def test_every_answer_comes_back_as_it_was_and_fits_the_schema(commands: tuple[Command, ...], language: str) -> None:
    written = write_answer(language, commands)
    assert read_answer(written) == (language, tuple(map(unquoted, commands)))
    assert not find_misfit(json.loads(written), command_schema())


def test_the_schema_keeps_the_rules_of_strict_mode() -> None:
    check_strict(command_schema())


@given(text=TEXTS)
def test_no_text_is_mistaken_for_an_answer(text: str) -> None:
    with pytest.raises(AnswerUnreadable):
        read_answer(text)


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    )
)
def test_any_json_is_read_or_refused_in_words(value: object) -> None:
    """Nothing but AnswerUnreadable comes out, whatever stands there."""
    for answer in (value, {"language": "en", "commands": value}, {"language": "en", "commands": [value]}):
        try:
            read_answer(json.dumps(answer))
        except AnswerUnreadable as why:
            assert str(why)


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        ('[{"kind":"refund_everything"}]', "commands[0]: no such kind"),
        ('[{"kind":"confirm","amount":"900"}]', "commands[0]: unknown: amount"),
        ('[{"kind":"give","slot":"email"}]', "commands[0]: missing: value"),
        ('[{"kind":"give","slot":"password","value":"x"}]', "commands[0].slot: not one of the words allowed"),
        ('[{"kind":"give","slot":"email","value":7}]', "commands[0].value: a text is expected"),
        (
            '[{"kind":"ask","intent":"payment","details":{"email":"x"},"text":""}]',
            "commands[0].details: a list of slot",
        ),
        ('[{"kind":"unclear","candidates":"payment","text":""}]', "commands[0].candidates: a list is expected"),
        ('["confirm"]', "commands[0]: no such kind"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(commands: str, why: str) -> None:
    with pytest.raises(AnswerUnreadable) as told:
        read_answer(f'{{"language":"en","commands":{commands}}}')
    assert why in str(told.value)


def test_a_tower_of_brackets_is_unreadable_and_no_crash() -> None:
    with pytest.raises(AnswerUnreadable):
        read_answer("[" * 200_000)


def test_every_command_names_itself() -> None:
    kinds = [next(each.default for each in fields(kind) if each.name == "kind") for kind in get_args(Command)]
    assert len(set(kinds)) == len(kinds)
