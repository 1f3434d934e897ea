"""Content: the articles that the agent may quote, and adding one as a file, a site address or a text."""

import asyncio
from dataclasses import replace
from functools import partial
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.engine import Connection

from domain.errors import ContentUnreadable, InboundProblem, PayloadTooLarge
from domain.languages import Language, find_language
from domain.team import May
from knowledge.adding import prepare
from knowledge.drafts import Draft
from knowledge.embeddings import WordVectors
from knowledge.publishing import Published, publish
from knowledge.readers.files import MAX_BYTES, read_bytes
from knowledge.readers.web import read_page
from records.articles.listing import count_articles, list_page
from records.articles.queries import ArticleRow
from records.articles.versions import list_drafts
from web.console.access import Visit, check_mark, enter, enter_form
from web.console.routing import router
from web.pages.border import check_form
from web.pages.uploads import read_upload

_UPLOAD_BYTES = MAX_BYTES + 2**20
_NOTICES = {"added", "removed", "restored", "unchanged"}


@router.get("/content")
async def list_content(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant)
    asked = request.query_params
    language, words = find_language(asked.get("language")), asked.get("q", "").strip()[:100]
    page = partial(list_page, merchant=visit.merchant, language=language, words=words, after=asked.get("after", ""))
    shelved, following = await visit.records.read(page)
    counted = await visit.records.read(lambda c: count_articles(c, visit.merchant))
    drafts = await visit.records.read(lambda c: list_drafts(c, visit.merchant))
    kept = {name: asked[name] for name in ("language", "q") if asked.get(name)}
    return visit.show(
        "console/content.html",
        page="content",
        tab="articles",
        shelved=shelved,
        following=f"?{urlencode(kept | {'after': following})}" if following else "",
        counted=counted,
        drafts=drafts,
        drafted={(each.language, each.id) for each in drafts},
        chosen=language,
        words=words,
        done=asked.get("done", "") if asked.get("done") in _NOTICES else "",
        gone=asked.get("article", ""),
        gone_language=find_language(asked.get("in")),
        path=path_of,
    )


@router.get("/content/add")
async def ask_for_content(request: Request, merchant: str) -> Response:
    visit = await enter(request, merchant, May.WRITE_CONTENT)
    return _show_add(visit)


@router.post("/content/upload")
async def upload(request: Request, merchant: str) -> Response:
    """Text, Markdown, HTML, PDF or DOCX; refused while it arrives once it is too large."""
    check_form(request)
    visit = await enter(request, merchant, May.WRITE_CONTENT)
    try:
        form, file = await read_upload(request, _UPLOAD_BYTES)
        check_mark(visit, form)
        if file is None:
            raise ContentUnreadable("no file was chosen", reason="no_file")
        language = find_language(form.one("language")) or visit.say.language
        drafts = await asyncio.to_thread(read_bytes, file.name, file.content)
        return await _add(visit, drafts, language)
    except (ContentUnreadable, InboundProblem) as problem:
        answer = _show_add(visit, problem=reason_of(problem))
        if isinstance(problem, PayloadTooLarge):
            answer.headers["connection"] = "close"  # What is still on its way is not read.
        return answer


@router.post("/content/fetch")
async def fetch(request: Request, merchant: str) -> Response:
    """One public page of the merchant's site."""
    visit, form = await enter_form(request, merchant, May.WRITE_CONTENT)
    address = form.one("address").strip()[:2000]
    language = find_language(form.one("language")) or visit.say.language
    try:
        draft = await asyncio.to_thread(read_page, address)
        return await _add(visit, [draft], language)
    except (ContentUnreadable, PayloadTooLarge) as problem:
        return _show_add(visit, problem=reason_of(problem), address=address)


async def publish_rows(visit: Visit, rows: list[ArticleRow], *, apply_windows: bool) -> Published:
    """In one transaction with its entry in the audit; the next reply uses it."""
    today = visit.shop.calendar.today()

    def commit(connection: Connection) -> Published:
        done = publish(connection, visit.merchant, rows, today=today, apply_windows=apply_windows)
        for each in done.added:
            if each.changed:
                visit.noted(
                    connection, "published", f"article {each.language.value}/{each.id}", f"version {each.version}"
                )
        if done.policy:
            told = ", ".join(f"{each.typed.id}: {each.typed.days} to {each.stated.days} days" for each in done.windows)
            visit.noted(connection, "changed", f"policy version {done.policy.version}", told)
        return done

    done = await visit.records.write(commit)
    visit.install.shops.forget(visit.merchant)
    return done


def path_of(home: str, language: Language, article: str) -> str:
    """The address of an article's page; its id may hold anything."""
    return f"{home}/content/{language.value}/{quote(article, safe='')}"


def reason_of(problem: ContentUnreadable | InboundProblem) -> str:
    """One word, for which the page has a sentence."""
    if isinstance(problem, PayloadTooLarge):
        return "too_large"
    return str(problem.fields.get("reason", "other")) if isinstance(problem, ContentUnreadable) else "form"


async def _add(visit: Visit, drafts: list[Draft], language: Language) -> Response:
    today = visit.shop.calendar.today()
    given = [draft if draft.language else replace(draft, language=language) for draft in drafts]
    work = partial(prepare, given, embedder=WordVectors(), language=language, today=today)
    rows = await asyncio.to_thread(work)
    done = await publish_rows(visit, rows, apply_windows=False)
    if len(done.added) > 1:
        return RedirectResponse(f"{visit.home}/content?done=added", status_code=303)
    only = done.added[0]
    told = "published" if only.changed else "unchanged"
    return RedirectResponse(f"{path_of(visit.home, only.language, only.id)}?done={told}", status_code=303)


def _show_add(visit: Visit, *, problem: str = "", address: str = "") -> Response:
    asked = visit.request.query_params
    language = find_language(asked.get("language")) or visit.say.language
    return visit.show(
        "console/content-add.html",
        page="content",
        status=422 if problem else 200,
        tab="add",
        languages=tuple(Language),
        chosen=language,
        problem=problem,
        address=address,
        megabytes=MAX_BYTES // 2**20,
    )
