"""``Model`` implementations that record what an endpoint answers, or answer from what was recorded.

A recording holds the answer, how it was streamed and what it cost: no request, no address, no header, no key.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from agent.model.calls import Hear, Model, ModelCall, Prompt, Purpose, Usage
from domain.errors import ContentUnreadable, ModelMisbehaved, ModelProblem, ModelUnavailable
from evals.cassettes.keys import key_of

_FORM = 1
_HIDDEN = "[hidden]"
_SHORTEST_SECRET = 4


class _KeptUsage(BaseModel):
    prompt: int = 0
    cached: int = 0
    completion: int = 0


class _KeptCall(BaseModel):
    """A call without the name of its endpoint."""

    model: str
    usage: _KeptUsage
    micros: int
    took_ms: float
    problem: str = ""


class Cassette(BaseModel):
    """One answer; ``pieces`` are those of a stream, ``misbehaved`` why an answer could not be used."""

    form: int = _FORM
    purpose: str
    prompt: str
    answer: str = ""
    pieces: list[str] = Field(default_factory=list)
    misbehaved: str = ""
    calls: list[_KeptCall] = Field(default_factory=list)


@dataclass(slots=True)
class _Heard:
    """What is coming in."""

    answer: str = ""
    pieces: list[str] = field(default_factory=list)
    misbehaved: str = ""


class Recorder:
    """Asks ``model`` and keeps what it answers; a request that came before in this run is not asked twice."""

    def __init__(self, model: Model, folder: Path, *, secrets: Sequence[str] = ()) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._model = model
        self._folder = folder
        self._secrets = [each for each in secrets if len(each) >= _SHORTEST_SECRET]
        self.made: dict[str, Cassette] = {}
        self.lost = 0

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        key = key_of(prompt)
        if key in self.made:
            return play_back(self.made[key], prompt, account, hear)
        heard, before = _Heard(), len(account)

        def listen(piece: str) -> bool:
            heard.pieces.append(piece)
            return hear(piece) if hear else True

        try:
            heard.answer = await self._model.ask(
                prompt, seconds=seconds, account=account, hear=listen if hear else None
            )
        except ModelMisbehaved as problem:
            heard.misbehaved = problem.detail or problem.code
            self._keep(key, prompt, account[before:], heard)
            raise
        except ModelProblem:
            self.lost += 1
            raise
        self._keep(key, prompt, account[before:], heard)
        return heard.answer

    async def warm(self) -> None:
        await self._model.warm()

    async def close(self) -> None:
        await self._model.close()

    def list_stale(self) -> list[Path]:
        """Recordings in the folder that this run did not make."""
        return [path for path in sorted(self._folder.glob("*.json")) if path.stem not in self.made]

    def _keep(self, key: str, prompt: Prompt, calls: Sequence[ModelCall], heard: _Heard) -> None:
        """A secret may be split over the pieces of a stream: then the answer is one piece, without it."""
        streamed = "".join(heard.pieces)
        cassette = Cassette(
            purpose=prompt.purpose.value,
            prompt=prompt.version,
            answer=self._hide(heard.answer),
            pieces=heard.pieces if self._hide(streamed) == streamed else [self._hide(streamed)],
            misbehaved=heard.misbehaved,
            calls=[_KeptCall.model_validate({**asdict(call), "usage": asdict(call.usage)}) for call in calls],
        )
        self.made[key] = cassette
        (self._folder / f"{key}.json").write_text(cassette.model_dump_json(indent=1) + "\n", encoding="utf-8")

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return text


class Replayer:
    """Answers from recordings alone; ``missing`` tells which were asked for and are not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.missing: list[str] = []
        self.used: set[str] = set()

    async def ask(self, prompt: Prompt, *, seconds: float, account: list[ModelCall], hear: Hear | None = None) -> str:
        key = key_of(prompt)
        path = self._folder / f"{key}.json"
        if not path.is_file():
            self.missing.append(f"{key}.json ({prompt.version})")
            raise ModelUnavailable("no recording of this request", permanent=True)
        self.used.add(key)
        return play_back(_read(path), prompt, account, hear)

    async def warm(self) -> None:
        """Nothing has to be loaded."""

    async def close(self) -> None:
        """Nothing is open."""


def play_back(cassette: Cassette, prompt: Prompt, account: list[ModelCall], hear: Hear | None) -> str:
    """The answer once more, streamed as it was, with the account of then."""
    account.extend(
        ModelCall(
            purpose=Purpose(cassette.purpose),
            prompt=prompt.version,
            endpoint="cassette",
            model=call.model,
            usage=Usage(**call.usage.model_dump()),
            micros=call.micros,
            took_ms=call.took_ms,
            problem=call.problem,
        )
        for call in cassette.calls
    )
    heard = ""
    for piece in cassette.pieces if hear else ():
        heard += piece
        if hear and not hear(piece):
            return heard
    if cassette.misbehaved:
        raise ModelMisbehaved(cassette.misbehaved)
    return cassette.answer


def _read(path: Path) -> Cassette:
    try:
        return Cassette.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as problem:
        raise ContentUnreadable(f"{path} is no recording of this form") from problem
