"""The week in a letter: the figures of the overview as plain text, each with the address of its list."""

from dataclasses import dataclass

from channels.mailbox import Letter
from records.episodes.figures import Wanted
from web.console.figures import Counted, Spans, find_drop, show, show_marks
from web.console.wanted import FIGURES
from web.pages.speaking import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyPage:
    """In which language, and the whole address of the console."""

    say: Speaker
    home: str


def write_weekly(page: WeeklyPage, counted: Counted, spans: Spans, *, shop: str, recipient: str) -> Letter:
    """The last whole week, Monday to Sunday; its key is the week, so that a week is told once."""
    since, until = spans.weeks[-2], spans.weeks[-1]
    found, span, say = counted.weeks[-2], Wanted(since=since, until=until), page.say
    lines = [say("weekly-lead", shop=shop, day=since.date()), ""]
    for figure, (name, _) in FIGURES.items():
        shown = show(page, figure, found, span)
        lines += [say("weekly-line", name=say(name), value=shown.value, n=shown.n or "–"), f"  {shown.href}"]
    marks = show_marks(page, found, span)
    lines.append(say("weekly-line", name=say("figure-csat"), value=marks.value, n=marks.n))
    drop = find_drop(page, counted, spans, Wanted())
    if drop:
        lines += ["", say("drop-title"), say("drop-words", now=drop.now, before=drop.before, n=drop.n)]
        lines += [f"- {each.words}" for each in drop.causes]
    return Letter(
        key=f"weekly:{since.date().isoformat()}:{recipient}",
        kind="email",
        recipient=recipient,
        subject=say("weekly-subject", shop=shop, day=since.date()),
        text="\n".join(lines),
        code="",
        created=spans.today,
    )
