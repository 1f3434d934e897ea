"""A run with a model is recorded once and comes out the same again without anybody being asked."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from agent.model.calls import Hear, ModelCall, Prompt, Purpose
from domain.errors import ModelMisbehaved, ModelUnavailable, SettingsInvalid
from evals.cassettes import Recorder, Replayer
from evals.cassettes.keys import key_of
from evals.reports.evaluation import EngineName, VoiceName, Wanted, evaluate
from evals.reports.kept import Report
from evals.simulation.goals import list_tasks
from tests.standins.openai import StandIn

PROMPT = Prompt(purpose=Purpose.WORD, version="word@1:abc", system="You word.", data='{"say": "Your code is 123456"}')
TASKS = tuple(
    each for each in list_tasks() if each.id in {"tracking/parcel-lost/en/brief", "returns/return-credit/fr/angry"}
)


class Canned:
    """Answers what it is told to, in pieces when somebody listens."""

    def __init__(self, *pieces: str, fails: Exception | None = None) -> None:
        self.pieces, self.fails, self.asked = pieces, fails, 0

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        self.asked += 1
        heard = ""
        for piece in self.pieces:
            heard += piece
            if hear and not hear(piece):
                return heard
        if self.fails:
            raise self.fails
        return heard

    async def warm(self) -> None: ...

    async def close(self) -> None: ...


def _talk(report: Report) -> list[tuple[str, str]]:
    return [(turn.said, turn.answered) for case in report.cases for turn in case.turns]


@dataclass(frozen=True, kw_only=True)
class Taped:
    """A recorded run; ``asked`` is how many requests reached the stand-in."""

    wanted: Wanted
    report: Report
    standin: StandIn
    folder: Path
    asked: int

    @property
    def replay(self) -> Wanted:
        return replace(self.wanted, record=None, replay=self.folder, settings={})


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def taped(template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Taped]:
    folder = tmp_path_factory.mktemp("tape")
    async with StandIn("competent") as standin:
        endpoint = {
            "openai_base_url": standin.base_url,
            "openai_api_key": standin.key,
            "model_prices": {"gpt": {"prompt": 0.4, "completion": 1.6}},
        }
        wanted = Wanted(
            engine=EngineName.MODEL,
            runs=1,
            tasks=TASKS,
            record=folder,
            template=template,
            voice=VoiceName.MODEL,
            settings=endpoint,
        )
        report = await evaluate(wanted)
        yield Taped(wanted=wanted, report=report, standin=standin, folder=folder, asked=len(standin.seen))


async def test_a_recorded_run_is_the_same_without_an_endpoint(taped: Taped) -> None:
    assert taped.report.versions["engine"] == "model"
    assert {"prompt understand", "prompt word"} <= set(taped.report.versions)
    replayed = await evaluate(taped.replay)
    assert len(taped.standin.seen) == taped.asked
    assert _talk(replayed) == _talk(taped.report)
    calls = [call for case in replayed.cases for turn in case.turns for call in turn.calls]
    assert calls and all(call.micros for call in calls if not call.problem)


async def test_a_missing_recording_is_refused_and_named(taped: Taped, tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match=r"no recording for .*#1: [0-9a-f]{24}\.json \(shopper@"):
        await evaluate(replace(taped.replay, replay=tmp_path))


def test_no_key_address_or_request_is_written(taped: Taped) -> None:
    paths = sorted(taped.folder.glob("*.json"))
    written = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert paths
    assert taped.standin.key not in written and "127.0.0.1" not in written and "authorization" not in written.lower()
    assert set(json.loads(paths[0].read_text(encoding="utf-8"))) == {
        "form",
        "purpose",
        "prompt",
        "answer",
        "pieces",
        "misbehaved",
        "calls",
    }


def test_shoppers_speak_through_the_model_on_an_account_of_their_own(taped: Taped) -> None:
    assert taped.report.shopper_calls
    assert all(call.prompt.startswith("shopper@") for call in taped.report.shopper_calls)


async def test_an_echoed_key_is_hidden_even_when_streamed_in_halves(tmp_path: Path) -> None:
    tape = Recorder(Canned("your key is sk-", "secret-1"), tmp_path, secrets=["sk-secret-1"])
    await tape.ask(PROMPT, seconds=1, account=[], hear=lambda _: True)
    written = (tmp_path / f"{key_of(PROMPT)}.json").read_text(encoding="utf-8")
    assert "secret-1" not in written and "[hidden]" in written


async def test_the_same_request_is_asked_once_per_recording(tmp_path: Path) -> None:
    model = Canned("Good day.")
    tape = Recorder(model, tmp_path)
    assert [await tape.ask(PROMPT, seconds=1, account=[]) for _ in range(2)] == ["Good day."] * 2
    assert model.asked == 1 and tape.list_stale() == []


async def test_an_answer_that_could_not_be_used_is_replayed_as_such(tmp_path: Path) -> None:
    with pytest.raises(ModelMisbehaved):
        await Recorder(Canned(fails=ModelMisbehaved("refused")), tmp_path).ask(PROMPT, seconds=1, account=[])
    with pytest.raises(ModelMisbehaved, match="refused"):
        await Replayer(tmp_path).ask(PROMPT, seconds=1, account=[])


async def test_what_the_world_failed_to_answer_is_not_recorded(tmp_path: Path) -> None:
    tape = Recorder(Canned(fails=ModelUnavailable("no answer in time")), tmp_path)
    with pytest.raises(ModelUnavailable):
        await tape.ask(PROMPT, seconds=1, account=[])
    assert tape.lost == 1 and tape.made == {}


def test_a_code_of_the_day_does_not_change_the_name_of_a_request() -> None:
    other_code = replace(PROMPT, data=PROMPT.data.replace("123456", "654321"))
    other_order = replace(PROMPT, data=PROMPT.data.replace("123456", "MA-654321"))
    assert key_of(PROMPT) == key_of(other_code) != key_of(other_order)


async def test_the_model_engine_without_an_endpoint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    with pytest.raises(SettingsInvalid, match="OPENAI_API_KEY"):
        await evaluate(Wanted(engine=EngineName.MODEL))
