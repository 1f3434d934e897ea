"""Controls over HTTP, for tests that drive another process: ``/control/...``. Not the vendor's; no key needed.

GET  /control/requests            what was seen, oldest first
GET  /control/faults              what is still scheduled
POST /control/faults              one fault or a list (see ``faults.Fault``)
POST /control/pace                delay, first_token, per_token for every request
POST /control/brain               {"name": ..., "options": {...}}
POST /control/script              lines for the scripted brain (see ``brains.scripted``)
POST /control/keys                {"keys": [...]}; an empty list accepts any key
POST /control/limits              {"requests": n, "tokens": n} a minute
POST /control/cache/clear         forget the prefixes
POST /control/reset               faults, pace, cache and memory gone
"""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.standins.openai.backstage import Backstage, Bucket
from tests.standins.openai.brains import make_brain
from tests.standins.openai.brains.scripted import Scripted, read_line
from tests.standins.openai.faults import read_fault
from tests.standins.openai.refusing import Refused

Control = Callable[[Backstage, Any], Any]


def _requests(stage: Backstage, _: Any) -> Any:
    return [seen.show() for seen in stage.seen]


def _list_faults(stage: Backstage, _: Any) -> Any:
    return stage.schedule.list_waiting()


def _add_faults(stage: Backstage, given: Any) -> Any:
    for one in given if isinstance(given, list) else [given]:
        stage.schedule.add(read_fault(one))
    return stage.schedule.list_waiting()


def _set_pace(stage: Backstage, given: Any) -> Any:
    stage.pace = read_fault(given)
    return {}


def _set_brain(stage: Backstage, given: Any) -> Any:
    stage.brain = make_brain(given["name"], **given.get("options", {}))
    return {}


def _set_script(stage: Backstage, given: Any) -> Any:
    stage.brain = Scripted([read_line(line) for line in given])
    return {}


def _set_keys(stage: Backstage, given: Any) -> Any:
    stage.keys = set(given["keys"])
    return {}


def _set_limits(stage: Backstage, given: Any) -> Any:
    stage.requests = Bucket(limit=int(given.get("requests", stage.requests.limit)))
    stage.tokens = Bucket(limit=int(given.get("tokens", stage.tokens.limit)))
    return stage.limit_headers()


def _clear_cache(stage: Backstage, _: Any) -> Any:
    stage.cache.clear()
    return {}


def _reset(stage: Backstage, _: Any) -> Any:
    stage.reset()
    return {}


_CONTROLS: tuple[tuple[str, str, Control], ...] = (
    ("GET", "/control/requests", _requests),
    ("GET", "/control/faults", _list_faults),
    ("POST", "/control/faults", _add_faults),
    ("POST", "/control/pace", _set_pace),
    ("POST", "/control/brain", _set_brain),
    ("POST", "/control/script", _set_script),
    ("POST", "/control/keys", _set_keys),
    ("POST", "/control/limits", _set_limits),
    ("POST", "/control/cache/clear", _clear_cache),
    ("POST", "/control/reset", _reset),
)


def make_routes(stage: Backstage) -> list[Route]:
    return [Route(path, _endpoint(stage, control), methods=[method]) for method, path, control in _CONTROLS]


def _endpoint(stage: Backstage, control: Control) -> Callable[[Request], Awaitable[Response]]:
    async def run(request: Request) -> Response:
        body = await request.body()
        try:
            return JSONResponse(control(stage, json.loads(body) if body else None))
        except Refused as refused:
            return JSONResponse(refused.body, refused.status)
        except (KeyError, TypeError, ValueError, LookupError) as why:
            return JSONResponse({"error": {"message": f"{type(why).__name__}: {why}"}}, 422)

    return run
