"""One article: read, edit and publish it, see what changed, go back to an earlier version, remove it and undo that."""

import asyncio
from functools import partial

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from markdown_it import MarkdownIt
from markupsafe import Markup
from sqlalchemy.engine import Connection

from domain.errors import ContentUnreadable, NotAllowed, PayloadTooLarge
from domain.ids import ArticleId
from domain.languages import Language, find_language
from domain.team import May
from knowledge.drafts import slug
from knowledge.embeddings import WordVectors
from knowledge.policy_keeping import withdraw_and_read
from knowledge.publishing import find_window_changes, prepare_text
from records.articles.versions import (
    DRAFT,
    ArticleText,
    drop_draft,
    find_text,
    find_version,
    list_versions,
    mark_checked,
    save_draft,
)
from web.console.access import Visit, enter, enter_form
from web.console.content import path_of, publish_rows, reason_of
from web.console.differing import differ
from web.console.routing import router
from web.pages.forms import Form

_FORM_BYTES = 4 * 2**20
_QUESTIONS = 40
_DONE = {"published", "unchanged", "drafted", "dropped", "checked", "restored"}


@router.get("/content/new")
async def write_new(request: Request, merchant: str) -> Response:
    """An empty text; from an open question, with that question in ``asked_as``."""
    visit = await enter(request, merchant, May.WRITE_CONTENT)
    language = find_language(request.query_params.get("language")) or visit.say.language
    asked = request.query_params.get("asked", "").strip()[:300]
    text = ArticleText(
        id=ArticleId(""),
        language=language,
        version=0,
        title="",
        topic="",
        asked_as=(asked,) if asked else (),
        body="",
        source="",
        updated=visit.shop.calendar.today(),
    )
    return _show_editor(visit, text)


@router.get("/content/{language}/{article:path}")
async def show_article(request: Request, merchant: str, language: str, article: str) -> Response:
    visit = await enter(request, merchant)
    spoken, id_ = _language(language), ArticleId(article)
    published = await visit.records.read(lambda c: find_text(c, visit.merchant, spoken, id_))
    draft = await visit.records.read(lambda c: find_version(c, visit.merchant, spoken, id_, DRAFT))
    earlier = await visit.records.read(lambda c: list_versions(c, visit.merchant, spoken, id_))
    asked = request.query_params
    shown = published or draft
    if shown is None:
        raise NotAllowed("no such article")
    if asked.get("edit") == "yes" and visit.may("write_content"):
        return _show_editor(visit, draft or shown, base=published.version if published else 0)
    chosen = next((each for each in earlier if str(each.version) == asked.get("version")), None)
    compared = chosen or (draft if asked.get("version") == "draft" else None)
    return visit.show(
        "console/article.html",
        page="content",
        tab="articles",
        published=published,
        draft=draft,
        shown=shown,
        body=render(shown.body),
        earlier=earlier,
        compared=compared,
        lines=_differ(compared, published),
        done=asked.get("done", "") if asked.get("done") in _DONE else "",
        days=_days(asked.get("days", "")),
        here=path_of(visit.home, spoken, id_),
    )


@router.post("/content/save")
async def save(request: Request, merchant: str) -> Response:
    """Publishes, or keeps a draft; a window that changes is shown first, then goes to the policy in the same act."""
    visit, form = await enter_form(request, merchant, May.WRITE_CONTENT, limit=_FORM_BYTES)
    text = await _read_text(visit, form)
    if not text.title or not text.body:
        return _show_editor(visit, text, problem="no_text" if text.title else "no_title", base=_number(form))
    if form.one("deed") == "draft":
        now = visit.install.clock.now()
        await visit.records.write(lambda c: save_draft(c, visit.merchant, text, now))
        return _go(visit, text, "drafted")
    published = await visit.records.read(lambda c: find_text(c, visit.merchant, text.language, text.id))
    if published and published.version != _number(form):
        return _show_editor(visit, text, problem="changed_meanwhile", base=published.version)
    return await _publish(visit, text, form)


@router.post("/content/restore")
async def restore(request: Request, merchant: str) -> Response:
    """An earlier version becomes the published one again, as a new version; also how a removal is undone."""
    visit, form = await enter_form(request, merchant, May.WRITE_CONTENT)
    language, article = _language(form.one("language")), ArticleId(form.one("article"))
    earlier = await visit.records.read(lambda c: list_versions(c, visit.merchant, language, article))
    text = next((each for each in earlier if str(each.version) == (form.one("version") or str(each.version))), None)
    if text is None:
        raise NotAllowed("no such version")
    return await _publish(visit, text, form, told="restored")


@router.post("/content/deed")
async def change(request: Request, merchant: str) -> Response:
    """Removes an article, drops its draft, or notes that somebody found it still true."""
    visit, form = await enter_form(request, merchant, May.WRITE_CONTENT)
    language, article, deed = _language(form.one("language")), ArticleId(form.one("article")), form.one("deed")
    today, subject = visit.shop.calendar.today(), f"article {language.value}/{article}"

    def commit(connection: Connection) -> bool:
        if deed == "remove":
            there = withdraw_and_read(connection, visit.merchant, article, language) > 0
            drop_draft(connection, visit.merchant, language, article)
        elif deed == "checked":
            there = mark_checked(connection, visit.merchant, language, article, today)
        else:
            there = find_version(connection, visit.merchant, language, article, DRAFT) is not None
            drop_draft(connection, visit.merchant, language, article)
        if there:
            visit.noted(connection, {"remove": "removed", "checked": "checked"}.get(deed, "dropped draft of"), subject)
        return there

    if not await visit.records.write(commit):
        raise NotAllowed("no such article")
    visit.install.shops.forget(visit.merchant)
    if deed == "checked":
        return RedirectResponse(f"{path_of(visit.home, language, article)}?done=checked", status_code=303)
    told = f"removed&in={language.value}&article={article}" if deed == "remove" else ""
    return RedirectResponse(f"{visit.home}/content?done={told}", status_code=303)


def render(body: str) -> Markup:
    """Markdown as a page shows it; markup inside an article stays text."""
    return Markup(MarkdownIt("commonmark", {"html": False}).render(body))  # noqa: S704 - markup is switched off


async def _publish(visit: Visit, text: ArticleText, form: Form, told: str = "published") -> Response:
    today = visit.shop.calendar.today()
    try:
        row = await asyncio.to_thread(partial(prepare_text, text, embedder=WordVectors(), today=today))
    except (ContentUnreadable, PayloadTooLarge) as problem:
        return _show_editor(visit, text, problem=reason_of(problem), base=_number(form))
    changes = await visit.records.read(lambda c: find_window_changes(c, visit.merchant, [row]))
    asked = form.one("windows")
    may_apply = visit.may("change_policy")
    if changes and may_apply and asked not in {"apply", "keep"}:
        published = await visit.records.read(lambda c: find_text(c, visit.merchant, text.language, text.id))
        return _show_editor(visit, text, base=published.version if published else 0, changes=changes)
    done = await publish_rows(visit, [row], apply_windows=may_apply and asked == "apply")
    if not done.added[0].changed:
        told = "unchanged"
    days = f"&days={done.windows[0].typed.days}-{done.windows[0].stated.days}" if done.policy else ""
    return _go(visit, text, told + days)


async def _read_text(visit: Visit, form: Form) -> ArticleText:
    """The form as a text; a new one gets an id of its title that no article has."""
    language, title = _language(form.one("language")), " ".join(form.one("title").split())[:300]
    article = ArticleId(form.one("article")[:200])
    known = await visit.records.read(lambda c: find_text(c, visit.merchant, language, article)) if article else None
    if not article and title:
        article = await _free_id(visit, language, slug(title))
    asked = tuple(dict.fromkeys(line.strip()[:300] for line in form.one("asked_as").splitlines() if line.strip()))
    return ArticleText(
        id=article,
        language=language,
        version=known.version if known else 0,
        title=title,
        topic=known.topic if known else "",
        asked_as=asked[:_QUESTIONS],
        body=form.one("body").replace("\r\n", "\n").strip(),
        source=known.source if known else visit.teammate.name,
        updated=visit.shop.calendar.today(),
    )


async def _free_id(visit: Visit, language: Language, wanted: ArticleId) -> ArticleId:
    for number in range(1, 100):
        tried = wanted if number == 1 else ArticleId(f"{wanted}-{number}")
        if await visit.records.read(lambda c, tried=tried: find_text(c, visit.merchant, language, tried)) is None:  # type: ignore[misc]
            return tried
    raise NotAllowed("no free name")


def _show_editor(
    visit: Visit,
    text: ArticleText,
    *,
    base: int = 0,
    problem: str = "",
    changes: tuple[object, ...] = (),
) -> Response:
    return visit.show(
        "console/article-editor.html",
        page="content",
        status=422 if problem else 200,
        tab="articles",
        text=text,
        base=base,
        problem=problem,
        changes=changes,
        languages=tuple(Language),
        back=path_of(visit.home, text.language, text.id) if text.id and base else f"{visit.home}/content",
    )


def _differ(compared: ArticleText | None, published: ArticleText | None) -> list[object]:
    """An earlier version becomes the published one; the published one becomes the draft."""
    if compared is None or published is None:
        return []
    one, other = (compared, published) if compared.version != DRAFT else (published, compared)
    return list(differ(f"{one.title}\n{one.body}", f"{other.title}\n{other.body}"))


def _go(visit: Visit, text: ArticleText, told: str) -> Response:
    return RedirectResponse(f"{path_of(visit.home, text.language, text.id)}?done={told}", status_code=303)


def _language(code: str) -> Language:
    """Raises NotAllowed for one that we do not have."""
    found = find_language(code)
    if found is None or found.value != code:
        raise NotAllowed("no such language")
    return found


def _number(form: Form) -> int:
    given = form.one("base")
    return int(given) if given.isdigit() and len(given) < 9 else 0


def _days(asked: str) -> tuple[int, int] | None:
    before, _, after = asked.partition("-")
    both = before.isdigit() and after.isdigit() and len(asked) < 12
    return (int(before), int(after)) if both else None
