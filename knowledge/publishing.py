"""An article as a person writes it becomes the published one, and the return window it changes goes with it.

Text and policy commit together: no reply ever reads the one without the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.engine import Connection

from domain.errors import ContentUnreadable
from domain.ids import ArticleId, MerchantId, PassageId
from domain.knowledge import Citation, Passage
from domain.languages import Language
from domain.policy import PolicySource, ReturnPolicy, Window
from knowledge.adding import Added, prepare
from knowledge.drafts import Draft
from knowledge.embeddings import Embedder
from knowledge.policy_comparison import subject
from knowledge.policy_keeping import READ, keep_and_read
from knowledge.policy_reader import propose_policy
from knowledge.readers.markdown import read_sections
from records.articles.queries import ArticleRow, read_passages
from records.articles.versions import ArticleText, drop_draft
from records.policies import add_policy, find_newest


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowChange:
    """A window as it is typed today, and as the new text states it."""

    typed: Window
    stated: Window
    language: Language
    article: ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it; ``policy`` is the new version when windows were applied."""

    added: tuple[Added, ...]
    windows: tuple[WindowChange, ...]
    policy: ReturnPolicy | None


def draft_of(text: ArticleText) -> Draft:
    """Raises ContentUnreadable when there is no text."""
    title, sections = read_sections(text.body)
    if not any(section.text.strip() for section in sections):
        raise ContentUnreadable(f"{text.source}: there is no text in it", reason="no_text")
    return Draft(
        id=text.id,
        title=text.title.strip() or title,
        sections=tuple(sections),
        source=text.source,
        topic=text.topic,
        asked_as=text.asked_as,
        language=text.language,
    )


def prepare_text(text: ArticleText, *, embedder: Embedder, today: date) -> ArticleRow:
    """Splits and embeds; call it off the event loop. Raises ContentUnreadable."""
    return prepare([draft_of(text)], embedder=embedder, language=text.language, today=today)[0]


def find_window_changes(db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow]) -> tuple[WindowChange, ...]:
    """Windows that these texts state anew and that the typed policy has otherwise."""
    typed = find_newest(db, merchant, PolicySource.TYPED)
    if typed is None:
        return ()
    there = {subject(window): window for window in typed.windows}
    changes: dict[str, WindowChange] = {}
    for row in rows:
        if row.language not in READ:
            continue
        before = propose_policy(read_passages(db, merchant, row.language, row.id), today=row.updated).policy
        known = {(subject(window), window.days) for window in before.windows}
        for window in propose_policy(_passages_of(row), today=row.updated).policy.windows:
            about = there.get(subject(window))
            if about and about.days != window.days and (subject(window), window.days) not in known:
                change = WindowChange(typed=about, stated=window, language=row.language, article=row.id)
                changes.setdefault(about.id, change)
    return tuple(changes.values())


def publish(
    db: Connection, merchant: MerchantId, rows: Sequence[ArticleRow], *, today: date, apply_windows: bool
) -> Published:
    """Keeps the articles and the rules they state, ends their drafts, and types the changed windows when asked to."""
    changes = find_window_changes(db, merchant, rows)
    added = keep_and_read(db, merchant, rows)
    for row in rows:
        drop_draft(db, merchant, row.language, row.id)
    policy = _apply(db, merchant, changes, today) if apply_windows and changes else None
    return Published(added=tuple(added), windows=changes, policy=policy)


def _apply(db: Connection, merchant: MerchantId, changes: Sequence[WindowChange], today: date) -> ReturnPolicy | None:
    newest = find_newest(db, merchant, PolicySource.TYPED)
    if newest is None:
        return None
    days = {change.typed.id: change.stated.days for change in changes}
    windows = tuple(replace(each, days=days.get(each.id, each.days)) for each in newest.windows)
    policy = replace(newest, version=newest.version + 1, effective_from=today, windows=windows)
    add_policy(db, merchant, policy)
    return policy


def _passages_of(row: ArticleRow) -> list[Passage]:
    """The passages as they will be once the article is kept."""
    return [
        Passage(
            id=PassageId(f"{row.id}/{row.language.value}/next/{ordinal}"),
            text=passage.text,
            language=row.language,
            citation=Citation(
                article=row.id, title=row.title, headings=passage.headings, version=row.version, updated=row.updated
            ),
        )
        for ordinal, passage in enumerate(row.passages)
    ]
