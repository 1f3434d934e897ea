"""Which versions an evaluation ran with: engine, prompts, policy, articles, classifier; a comparison shows them."""

import json
from hashlib import blake2b
from importlib.metadata import version
from typing import Any

from sqlalchemy.engine import Connection

from agent.understanding.embedded.examples import fingerprint
from evals.reports.kept import Case, KeptCall
from evals.stage import Stage
from records.articles.queries import list_articles
from runtime.codec import to_plain
from web.seed import DEMO


async def read_versions(stage: Stage, *, engine: str) -> dict[str, str]:
    """What is in force on this stage before anything is played."""
    policy = (await stage.install.shops.get_shop(stage.merchant)).policy
    told = {
        "engine": engine,
        "aftercare": version("aftercare"),
        "classifier": fingerprint(),
        "policy": f"{policy.version}, {_digest(json.dumps(_sorted(to_plain(policy)), sort_keys=True))}"
        if policy
        else "none",
        "articles": await stage.records.read(_tell_articles),
    }
    if engine == "model":
        told["model"] = stage.install.settings.model
    return told


def list_prompts(cases: list[Case]) -> dict[str, str]:
    """The prompts that were really asked, by their purpose."""
    calls = [call for case in cases for turn in case.turns for call in turn.calls]
    purposes = sorted({each.purpose for each in calls})
    return {f"prompt {purpose}": ", ".join(_list_versions(calls, purpose)) for purpose in purposes}


def _list_versions(calls: list[KeptCall], purpose: str) -> list[str]:
    return sorted({each.prompt for each in calls if each.purpose == purpose})


def _tell_articles(connection: Connection) -> str:
    """How many, and a digest of all that a reader would notice; the file they came from does not count."""
    lines = list_articles(connection, DEMO)
    listed = "\n".join(f"{each.language}/{each.id}/{each.checksum}" for each in lines)
    return f"{len(lines)}, {_digest(listed)}"


def _sorted(value: Any) -> Any:
    """Sets come out as lists in an order of the day; the order of rules tells nothing here either."""
    if isinstance(value, dict):
        return {key: _sorted(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted((_sorted(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    return value


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()
