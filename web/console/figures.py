"""What the overview shows: figures over spans of days, each with the list it opens, and what may explain a drop."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import sqrt
from typing import Protocol

from babel.numbers import format_decimal, format_percent
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from records.episodes.figures import Figure, Tally, Wanted, count_by, tally
from web.console.wanted import FIGURES, REASONS, link
from web.pages.speaking import Speaker

WEEKS = 12
SHOWN = tuple(each for each in FIGURES if each is not Figure.RATED)
_OF = {Figure.DURABLE: Figure.SETTLED}
_COUNTED = {Figure.ALL, Figure.HANDED_OVER, Figure.GAP, Figure.FAILED}

_ENOUGH, _SURELY, _DROP = 20, 1.96, 0.05
_MORE, _OFTEN = 1.5, 3


class Page(Protocol):
    """Where figures are shown: in which language, and under which address the lists are."""

    @property
    def say(self) -> Speaker: ...

    @property
    def home(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A number as it is written, the share it is of ``n``, and the list that it opens."""

    value: str
    n: str
    href: str
    height: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    name: str
    means: str
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """``now`` and ``before`` are shares of conversations resolved without a person."""

    now: str
    before: str
    n: int
    causes: tuple[Cause, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the records hold for one page: all figures by week and today, by skill and channel, and around a drop."""

    weeks: tuple[Tally, ...]
    today: Tally
    skills: Mapping[str, Tally]
    channels: Mapping[str, Tally]
    around: tuple[Tally, ...]
    reasons_before: Mapping[str, Tally]
    reasons_now: Mapping[str, Tally]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Midnights of the shop's zone. A drop looks at seven days that ended a day ago, since silence takes a day."""

    weeks: tuple[datetime, ...]
    today: datetime
    around: tuple[datetime, datetime, datetime]

    @property
    def tomorrow(self) -> datetime:
        return _later(self.today, 1)


def make_spans(now: datetime) -> Spans:
    """``now`` in the shop's zone."""
    today = datetime.combine(now.date(), time(), tzinfo=now.tzinfo)
    monday = _later(today, -today.weekday())
    weeks = tuple(_later(monday, -7 * back) for back in range(WEEKS - 1, -1, -1))
    return Spans(weeks=weeks, today=today, around=(_later(today, -36), _later(today, -8), _later(today, -1)))


def _later(midnight: datetime, days: int) -> datetime:
    """Midnight again, over a change of the clocks."""
    day: date = midnight.date() + timedelta(days=days)
    return datetime.combine(day, time(), tzinfo=midnight.tzinfo)


def count_all(connection: Connection, merchant: MerchantId, spans: Spans, wanted: Wanted, now: datetime) -> Counted:
    """Seven statements, however many conversations there are."""
    recent = replace(wanted, since=spans.weeks[0])
    before, week, end = spans.around
    then, lately = replace(wanted, since=before, until=week), replace(wanted, since=week, until=end)
    return Counted(
        weeks=tally(connection, merchant, wanted, now, since=spans.weeks),
        today=tally(connection, merchant, wanted, now, since=(spans.today,))[0],
        skills=count_by(connection, merchant, recent, now, column="skill"),
        channels=count_by(connection, merchant, recent, now, column="channel"),
        around=tally(connection, merchant, wanted, now, since=spans.around),
        reasons_before=count_by(connection, merchant, then, now, column="handover_reason"),
        reasons_now=count_by(connection, merchant, lately, now, column="handover_reason"),
    )


def add_up(tallies: tuple[Tally, ...]) -> Tally:
    return Tally(
        counts={f: sum(each[f] for each in tallies) for f in Figure}, marks=sum(each.marks for each in tallies)
    )


def make_lines(visit: Page, counted: Counted, spans: Spans, wanted: Wanted) -> list[Line]:
    """Every figure for today, this week and all twelve."""
    columns = (
        (counted.today, replace(wanted, since=spans.today, until=spans.tomorrow)),
        (counted.weeks[-1], replace(wanted, since=spans.weeks[-1], until=spans.tomorrow)),
        (add_up(counted.weeks), replace(wanted, since=spans.weeks[0], until=spans.tomorrow)),
    )
    lines = [
        Line(
            name=visit.say(FIGURES[figure][0]),
            means=visit.say(FIGURES[figure][1]),
            cells=tuple(show(visit, figure, found, narrowed) for found, narrowed in columns),
        )
        for figure in SHOWN
    ]
    rated = tuple(show_marks(visit, found, narrowed) for found, narrowed in columns)
    return [*lines, Line(name=visit.say("figure-csat"), means=visit.say("figure-csat-means"), cells=rated)]


def show(visit: Page, figure: Figure, found: Tally, wanted: Wanted) -> Shown:
    """A count, or a share with what it is a share of."""
    href, count = link(visit.home, replace(wanted, figure=figure)), found[figure]
    if figure in _COUNTED:
        return Shown(value=str(count), n="", href=href)
    whole = found[_OF.get(figure, Figure.ALL)]
    return Shown(
        value=_share(visit, count / whole) if whole else "–", n=visit.say("figure-of", count=count, n=whole), href=href
    )


def _share(visit: Page, share: float) -> str:
    return str(format_percent(share, locale=visit.say.language.value))


def show_marks(visit: Page, found: Tally, wanted: Wanted) -> Shown:
    n = found[Figure.RATED]
    mean = (
        visit.say("figure-mean", mean=format_decimal(found.marks / n, "0.0", locale=visit.say.language.value))
        if n
        else "–"
    )
    return Shown(value=mean, n=visit.say("figure-n", n=n), href=link(visit.home, replace(wanted, figure=Figure.RATED)))


def make_bars(visit: Page, figure: Figure, counted: Counted, spans: Spans, wanted: Wanted) -> tuple[Shown, ...]:
    """One bar per week; heights are between 0 and 1, of the highest for counts and of the whole for shares."""
    ends = (*spans.weeks[1:], spans.tomorrow)
    highest = max((each[figure] for each in counted.weeks), default=0) or 1
    bars = []
    for found, since, until in zip(counted.weeks, spans.weeks, ends, strict=True):
        shown = show(visit, figure, found, replace(wanted, since=since, until=until))
        of = highest if figure in _COUNTED else found[_OF.get(figure, Figure.ALL)] or 1
        bars.append(replace(shown, height=found[figure] / of, label=visit.say("figure-week", day=since.date())))
    return tuple(bars)


def find_drop(visit: Page, counted: Counted, spans: Spans, wanted: Wanted) -> Drop | None:
    """None unless fewer were resolved without a person, by more than chance and by five points, among enough."""
    before, lately, _ = counted.around
    n, m = lately[Figure.ALL], before[Figure.ALL]
    if n < _ENOUGH or m < _ENOUGH:
        return None
    now_share, then_share = lately[Figure.DEFLECTED] / n, before[Figure.DEFLECTED] / m
    pooled = (lately[Figure.DEFLECTED] + before[Figure.DEFLECTED]) / (n + m)
    error = sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    fall = then_share - now_share
    if fall < _DROP or fall < _SURELY * error:
        return None
    week = replace(wanted, since=spans.around[1], until=spans.around[2])
    return Drop(
        now=_share(visit, now_share),
        before=_share(visit, then_share),
        n=n,
        causes=_find_causes(visit, counted, week),
        href=link(visit.home, week),
    )


def _find_causes(visit: Page, counted: Counted, week: Wanted) -> tuple[Cause, ...]:
    """What became more frequent in the same table, the steepest first."""
    before, lately, _ = counted.around
    n, m, say = lately[Figure.ALL], before[Figure.ALL], visit.say
    known = [
        (lately[figure], before[figure], say(FIGURES[figure][0]), replace(week, figure=figure))
        for figure in (Figure.GAP, Figure.FAILED)
    ]
    known += [
        (counted.reasons_now[reason][Figure.ALL], _count(counted.reasons_before, reason), say(key), _for(week, reason))
        for reason, key in REASONS.items()
        if reason in counted.reasons_now and reason != "vendor_failing"
    ]
    more = [each for each in known if each[0] >= _OFTEN and each[0] / n > _MORE * each[1] / m]
    more.sort(key=lambda each: each[1] / m - each[0] / n)
    return tuple(
        Cause(
            words=say("drop-cause", what=what, now=_share(visit, now / n), before=_share(visit, then / m), count=now),
            href=link(visit.home, narrowed),
        )
        for now, then, what, narrowed in more
    )


def _count(reasons: Mapping[str, Tally], reason: str) -> int:
    return reasons[reason][Figure.ALL] if reason in reasons else 0


def _for(week: Wanted, reason: str) -> Wanted:
    return replace(week, figure=Figure.HANDED_OVER, reason=reason)
