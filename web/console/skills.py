"""Skills: Active, or Unavailable with the reason and its mend; and per skill what it does, needs and never says."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import yaml
from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from markdown_it import MarkdownIt
from markupsafe import Markup
from sqlalchemy.engine import Connection

import skills
from agent.readiness import find_readiness, needs_met
from domain.blocks import Phrase
from domain.errors import NotAllowed
from domain.languages import Language
from domain.readiness import Readiness
from domain.skills import Manifest
from domain.team import May
from records.episodes import SkillFigures, count_by_skill
from records.merchants import find_merchant, save_merchant
from skills.registry import list_manifests
from web.console.access import Visit, enter, enter_form
from web.console.routing import router

_FOLDER = Path(skills.__file__).parent
_SPAN = timedelta(days=30)
_EXAMPLES = 8
_ALWAYS_ON = {"handover"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill in the list; ``reasons`` are sentences with the page that mends each."""

    name: str
    readiness: Readiness
    reasons: tuple[tuple[str, str], ...]
    figures: SkillFigures


@router.get("/skills")
async def list_skills(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    since = visit.install.clock.now() - _SPAN
    counted = await visit.records.read(lambda c: count_by_skill(c, visit.merchant, since=since))
    rows = [_row(each, visit, counted.get(each.name, SkillFigures())) for each in list_manifests()]
    return visit.show("console/skills.html", page="skills", rows=rows, days=_SPAN.days)


@router.get("/skills/{name}")
async def show_skill(request: Request, merchant: str, name: str) -> Response:
    visit = await enter(request, merchant)
    manifest = _find(name)
    since = visit.install.clock.now() - _SPAN
    counted = await visit.records.read(lambda c: count_by_skill(c, visit.merchant, since=since))
    met = needs_met(visit.shop)
    return visit.show(
        "console/skill.html",
        page="skills",
        row=_row(manifest, visit, counted.get(name, SkillFigures())),
        manifest=manifest,
        needs=[(need, need in met) for need in manifest.needs],
        body=_read_body(name),
        examples=read_examples(name, visit.say.language),
        days=_SPAN.days,
        may_stop=name not in _ALWAYS_ON,
        off=name in visit.shop.merchant.skills_off,
    )


@router.post("/skills/{name}")
async def switch_skill(request: Request, merchant: str, name: str) -> Response:
    """Off: it answers from content and offers a person. The hand-over itself cannot be switched off."""
    visit, form = await enter_form(request, merchant, May.SWITCH)
    manifest = _find(name)
    if name in _ALWAYS_ON:
        raise NotAllowed("a person can always be asked for")
    off = form.one("on") != "yes"

    def switch(connection: Connection) -> None:
        row = find_merchant(connection, visit.merchant)
        if row:
            others = tuple(each for each in row.skills_off if each != manifest.name)
            save_merchant(connection, replace(row, skills_off=(*others, manifest.name) if off else others))
            visit.noted(connection, "switched", f"skill {manifest.name}", "off" if off else "on")

    await visit.records.write(switch)
    visit.install.shops.forget(visit.merchant)
    return RedirectResponse(f"{visit.home}/skills/{name}", status_code=303)


def _find(name: str) -> Manifest:
    found = next((each for each in list_manifests() if each.name == name), None)
    if found is None:
        raise NotAllowed("no such skill")
    return found


def _row(manifest: Manifest, visit: Visit, figures: SkillFigures) -> SkillRow:
    readiness = find_readiness(manifest, visit.shop)
    reasons = tuple((visit.say.say(Phrase(key=each.phrase)), f"{visit.home}/{each.fix}") for each in readiness.unmet)
    return SkillRow(name=manifest.name, readiness=readiness, reasons=reasons, figures=figures)


@cache
def _read_body(name: str) -> Markup:
    """What the skill's own page says of it, up to what it remembers: our text, its own markup switched off."""
    text = (_FOLDER / name / "SKILL.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    _, _, body = text.partition("\n## ")
    body, _, _ = body.partition("\n## Memory")
    return Markup(MarkdownIt("commonmark", {"html": False}).render(f"## {body}"))  # noqa: S704 - our own file


@cache
def read_examples(name: str, language: Language) -> tuple[str, ...]:
    """A few of the sentences it learned from, of each intent in turn."""
    path = _FOLDER / name / "examples" / f"{language.value}.yaml"
    found = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    turns = zip(*(sentences[:_EXAMPLES] for sentences in found.values()), strict=False)
    return tuple(sentence for turn in turns for sentence in turn)[:_EXAMPLES]
