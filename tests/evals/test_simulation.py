"""Simulated shoppers: the same person for the same seed, typing like people, judged by records, leaving no trace."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from domain.incidents import ChosenWay
from domain.languages import Language
from evals.simulation.casting import Persona, cast
from evals.simulation.evidence import Evidence
from evals.simulation.goals import FIRST_CLASS, GOALS, Mood, Task, list_tasks
from evals.simulation.mistyping import mistype, neighbours
from evals.simulation.phrasebook import list_languages, read_phrasebook, read_unanswerable
from evals.simulation.playing import play
from evals.simulation.proofs import find_harm
from evals.simulation.restoring import keep_records, put_back, reset_shop
from evals.simulation.voices import ModelVoice
from evals.stage import Stage, open_stage
from skills.registry import SKILLS
from tests.evals.test_cassettes import Canned

_TEXT = "Where is my parcel for order MA-104233? Write to nora@example.com please, it is really late"
_PLAYED = (
    "returns/return-eligible/en/brief",
    "returns/exchange-size/fr/brief",
    "claims/claim-statement/en/brief",
    "incidents/delivery-again/fr/chatty",
    "handover/person-wanted/de/brief",
)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def stage(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    folder = tmp_path_factory.mktemp("shoppers")
    async with open_stage(folder, template=template, openai_api_key=None, openai_base_url=None) as opened:
        yield opened


def _task(name: str) -> Task:
    return next(each for each in list_tasks() if each.id == name)


async def _cast(name: str, stage: Stage, *, run: int = 1) -> Persona:
    await reset_shop(stage)
    return await cast(_task(name), run, stage)


def test_goals_cover_every_skill_in_both_first_languages() -> None:
    assert {goal.skill for goal in GOALS} == set(SKILLS)
    assert all(set(FIRST_CLASS) <= set(goal.languages) for goal in GOALS)
    assert {task.language for task in list_tasks()} == {language.value for language in Language}


@pytest.mark.parametrize("language", list_languages())
def test_every_goal_has_words_in_each_of_its_languages(language: str) -> None:
    words = read_phrasebook(language)
    asked = {goal.id for goal in GOALS if language in goal.languages and not goal.id.startswith("question-")}
    assert asked == set(words.goals)
    assert all(name in set(Mood) for name in words.moods)
    if language in FIRST_CLASS:
        assert set(words.moods) == set(Mood) - {Mood.BRIEF}
        assert words.questions and read_unanswerable(language) and words.address and words.goals["claim-statement"]


def test_typing_mistakes_are_the_same_for_a_seed_and_spare_what_is_copied() -> None:
    spoilt = [mistype(_TEXT, language="en", rate=0.9, chance=random.Random(7)) for _ in range(2)]
    assert spoilt[0] == spoilt[1] != _TEXT
    assert "MA-104233" in spoilt[0] and "nora@example.com" in spoilt[0]
    assert len(spoilt[0].split()) == len(_TEXT.split())
    assert mistype(_TEXT, language="en", rate=0.0, chance=random.Random(7)) == _TEXT


def test_fingers_slip_to_a_key_beside_on_the_keyboard_of_the_language() -> None:
    assert set(neighbours("a", "en")) == {"s", "q", "w", "z"}
    assert set(neighbours("a", "fr")) == {"z", "q"}
    assert neighbours("é", "fr") == ""


async def test_the_same_seed_casts_the_same_person(stage: Stage) -> None:
    first = await _cast("returns/return-refused/en/angry", stage)
    again = await _cast("returns/return-refused/en/angry", stage)
    other = await _cast("returns/return-refused/en/angry", stage, run=2)
    assert first == again
    assert (first.things, first.seed) != (other.things, other.seed)


@pytest.mark.parametrize("name", _PLAYED)
async def test_a_shopper_reaches_the_goal_and_the_shop_is_put_back(name: str, stage: Stage) -> None:
    persona = await _cast(name, stage)
    things, customer = persona.things, persona.customer
    before = await keep_records(stage, customer, things.order) if customer and things.order else None
    run = await play(persona, stage)
    assert run.passed, "\n".join([*run.missed, *(f"{e.said} / {e.answered}" for e in run.exchanged)])
    if customer and things.order:
        assert await keep_records(stage, customer, things.order) == before


async def test_a_decision_other_than_the_reckoned_one_is_harm(stage: Stage) -> None:
    persona = await _cast("returns/return-eligible/en/brief", stage)
    assert persona.found and persona.found.reckoned
    wrong = replace(persona.found.reckoned, verdict="refused", reason="final_sale")
    run = await play(replace(persona, found=replace(persona.found, reckoned=wrong)), stage)
    assert run.harm and "reckoned" in run.missed[0]


async def test_a_choice_that_the_shopper_did_not_make_is_harm(stage: Stage) -> None:
    persona = await _cast("incidents/delivery-declined/en/brief", stage)
    things, customer = persona.things, persona.customer
    assert things.order and things.incident and things.choice and customer
    kept = await keep_records(stage, customer, things.order)
    conversation = await stage.open(language=Language.EN, email=persona.email)
    began = stage.install.clock.now()
    evidence = Evidence(stage=stage, persona=persona, conversation=conversation, began=began)
    await evidence.add(await stage.say(conversation, "hello"))
    assert await find_harm(evidence) == []
    shop = (await stage.store()).connections()
    assert shop.incidents
    listed = {each.id: each for each in await shop.incidents.list_incidents(customer)}
    days = listed[things.incident].days
    way = ChosenWay(choice=things.choice, day=days[0] if days else None, detail="14 Orchard Lane")
    await shop.incidents.record_choice(things.incident, way=way, key="unwanted")
    assert await find_harm(evidence) == [f"the shop holds the choice {things.choice}"]
    await put_back(stage, kept)
    assert await find_harm(evidence) == []


async def test_a_model_rewords_but_never_loses_a_number(stage: Stage) -> None:
    persona = await _cast("tracking/parcel-where/en/brief", stage)
    text = f"Where is {persona.things.number}?"
    good = ModelVoice(Canned(f"hey, any idea where {persona.things.number} went"))
    assert await good.put(text, persona) == f"hey, any idea where {persona.things.number} went"
    bad = ModelVoice(Canned("hey, any idea where my stuff went"))
    assert await bad.put(text, persona) == text
    assert bad.dropped == 1
