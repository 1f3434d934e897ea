"""The controls over HTTP, and the stand-in as a thread and as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from openai import AsyncOpenAI, InternalServerError, OpenAI

from tests.standins.asking import chat, chat_format
from tests.standins.openai import StandIn

ROOT = Path(__file__).resolve().parents[2]


async def _control(stand_in: StandIn, path: str, body: Any = None) -> Any:
    async with httpx.AsyncClient(base_url=stand_in.root_url) as web:
        answer = await (web.get(path) if body is None else web.post(path, json=body))
        return answer.json() if answer.status_code == 200 else answer.status_code


async def test_faults_are_scheduled_listed_and_spent(stand_in: StandIn, client: AsyncOpenAI) -> None:
    waiting = await _control(stand_in, "/control/faults", [{"kind": "server_error", "status": 502}, {"kind": "length"}])
    assert [fault["kind"] for fault in waiting] == ["server_error", "length"]
    with pytest.raises(InternalServerError):
        await client.chat.completions.create(**chat())
    assert [fault["kind"] for fault in await _control(stand_in, "/control/faults")] == ["length"]
    assert await _control(stand_in, "/control/reset", {}) == {}
    assert await _control(stand_in, "/control/faults") == []


async def test_a_misspelt_control_is_refused(stand_in: StandIn) -> None:
    assert await _control(stand_in, "/control/faults", {"kind": "earthquake"}) == 501
    assert await _control(stand_in, "/control/faults", {"kind": "cut", "afterwards": 3}) == 501
    assert await _control(stand_in, "/control/brain", {"name": "genius"}) == 422
    assert await _control(stand_in, "/control/script", [{"says": "x"}]) == 501


async def test_scripts_and_brains_are_set_from_outside(stand_in: StandIn, client: AsyncOpenAI) -> None:
    value: dict[str, Any] = {"language": "fr", "commands": [], "note": None}
    await _control(
        stand_in, "/control/script", [{"json": value, "kind": "understand"}, {"text": "Oui.", "user": "oui"}]
    )
    formed = await client.chat.completions.create(**chat(), response_format=chat_format())
    assert json.loads(formed.choices[0].message.content or "") == value
    spoken = await client.chat.completions.create(**chat("oui ?"))
    assert spoken.choices[0].message.content == "Oui."
    await _control(stand_in, "/control/brain", {"name": "babbler", "options": {"endless": True}})
    babbled = await client.chat.completions.create(**chat(), max_completion_tokens=40)
    assert babbled.choices[0].finish_reason == "length"


async def test_requests_are_shown_without_the_key(stand_in: StandIn, client: AsyncOpenAI) -> None:
    await client.chat.completions.create(**chat("Hello there"))
    shown = (await _control(stand_in, "/control/requests"))[-1]
    assert shown["body"]["messages"][0]["content"] == "Hello there"
    assert shown["status"] == 200
    assert stand_in.key not in json.dumps(shown)


async def test_keys_limits_pace_and_cache(stand_in: StandIn, client: AsyncOpenAI) -> None:
    limits = await _control(stand_in, "/control/limits", {"requests": 60, "tokens": 150_000})
    assert limits["x-ratelimit-limit-requests"] == "60"
    assert await _control(stand_in, "/control/pace", {"delay": 0.0}) == {}
    assert await _control(stand_in, "/control/cache/clear", {}) == {}
    await _control(stand_in, "/control/keys", {"keys": []})
    await client.with_options(api_key="sk-anything-goes").chat.completions.create(**chat())


def test_it_runs_in_a_thread() -> None:
    with StandIn() as threaded, OpenAI(base_url=threaded.base_url, api_key=threaded.key, max_retries=0) as client:
        answer = client.chat.completions.create(**chat())
        assert answer.choices[0].message.content == "OK."


def test_it_runs_as_a_process(tmp_path: Path) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps([{"text": "From the script.", "times": None}]), encoding="utf-8")
    command = [sys.executable, "-m", "tests.standins.openai", "--port", "0", "--script", str(script)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = dict(pair.split("=", 1) for pair in process.stdout.readline().split())
            with pytest.MonkeyPatch.context() as patch:
                for name, value in told.items():
                    patch.setitem(os.environ, name, value)
                with OpenAI(max_retries=2) as client:
                    answer = client.chat.completions.create(**chat())
            assert answer.choices[0].message.content == "From the script."
        finally:
            process.terminate()
