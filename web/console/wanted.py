"""Which conversations an address asks for, and the words and chips of a filter; the overview links to these."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from records.episodes.figures import Figure, Wanted
from skills.registry import list_manifests
from web.console.access import Visit
from web.console.traces import name_skill
from web.pages.speaking import Speaker

FIGURES = {
    Figure.ALL: ("figure-all", "figure-all-means"),
    Figure.CONFIRMED: ("figure-confirmed", "figure-confirmed-means"),
    Figure.ASSUMED: ("figure-assumed", "figure-assumed-means"),
    Figure.DURABLE: ("figure-durable", "figure-durable-means"),
    Figure.ABANDONED: ("figure-abandoned", "figure-abandoned-means"),
    Figure.DEFLECTED: ("figure-deflected", "figure-deflected-means"),
    Figure.RATED: ("figure-rated", "figure-rated-means"),
    Figure.HANDED_OVER: ("figure-handed-over", "figure-handed-over-means"),
    Figure.GAP: ("figure-gap", "figure-gap-means"),
    Figure.FAILED: ("figure-failed", "figure-failed-means"),
}
CHANNELS = {
    "webchat": "channel-webchat",
    "email": "channel-email",
    "whatsapp": "channel-whatsapp",
    "sms": "channel-sms",
}
REASONS = {
    "asked": "reason-asked",
    "not_understood": "reason-not-understood",
    "identity_failed": "reason-identity-failed",
    "not_possible_here": "reason-not-possible-here",
    "vendor_failing": "reason-vendor-failing",
    "provider_disagrees": "reason-provider-disagrees",
}
LANGUAGES = {"en": "language-en", "fr": "language-fr"}
OWNERS = {"agent": "owner-agent", "person": "owner-person"}
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    href: str
    on: bool


def read_wanted(query: dict[str, str], zone: ZoneInfo) -> Wanted:
    """What an address asks for; a value that is none of ours asks for nothing."""
    figure = query.get("figure", "")
    names = {each.name for each in list_manifests()}
    return Wanted(
        figure=Figure(figure) if figure in list(Figure) else Figure.ALL,
        since=_midnight(query.get("from", ""), zone),
        until=_midnight(query.get("to", ""), zone),
        skill=_one_of(query, "skill", names),
        channel=_one_of(query, "channel", set(CHANNELS)),
        language=_one_of(query, "language", set(LANGUAGES)),
        owner=_one_of(query, "owner", set(OWNERS)),
        reason=_one_of(query, "reason", set(REASONS)),
        words=query.get("q", "").strip()[:_LONGEST],
    )


def _one_of(query: dict[str, str], name: str, known: set[str]) -> str | None:
    return query[name] if query.get(name) in known else None


def _midnight(day: str, zone: ZoneInfo) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(day), time(), tzinfo=zone)
    except ValueError:
        return None


def link(home: str, wanted: Wanted) -> str:
    """The address of the list; the very same filter as the figure was counted with."""
    given = {
        "figure": wanted.figure.value if wanted.figure is not Figure.ALL else "",
        "from": wanted.since.date().isoformat() if wanted.since else "",
        "to": wanted.until.date().isoformat() if wanted.until else "",
        "skill": wanted.skill,
        "channel": wanted.channel,
        "language": wanted.language,
        "owner": wanted.owner,
        "reason": wanted.reason,
        "q": wanted.words,
    }
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{home}/conversations{'?' + query if query else ''}"


def make_chips(visit: Visit, wanted: Wanted) -> list[tuple[str, list[Chip]]]:
    """Groups of chips; one that is on is switched off by following it."""
    say = visit.say
    skills = [(each.name, name_skill(each.name, say)) for each in list_manifests() if each.name != "handover"]
    figures = [(each, say(label)) for each, (label, _) in FIGURES.items() if each is not Figure.ALL]
    groups: list[tuple[str, str, list[tuple[Any, str]], Any]] = [
        ("owner", say("filter-owner"), _said(OWNERS, say), None),
        ("figure", say("filter-figure"), list(figures), Figure.ALL),
        ("skill", say("filter-skill"), list(skills), None),
        ("channel", say("filter-channel"), _said(CHANNELS, say), None),
        ("language", say("filter-language"), _said(LANGUAGES, say), None),
    ]
    return [
        (label, [_chip(visit.home, wanted, field, value, words, off) for value, words in values])
        for field, label, values, off in groups
    ]


def _said(keys: dict[str, str], say: Speaker) -> list[tuple[Any, str]]:
    return [(value, say(key)) for value, key in keys.items()]


def _chip(home: str, wanted: Wanted, field: str, value: Any, words: str, off: Any) -> Chip:
    on = getattr(wanted, field) == value
    other: dict[str, Any] = {field: off if on else value}
    return Chip(words, link(home, replace(wanted, **other)), on)


def ago(at: datetime, now: datetime, say: Speaker) -> str:
    """Minutes, hours or days; a date after a fortnight."""
    passed = now - at
    if passed < timedelta(hours=1):
        return say("ago-minutes", count=max(1, passed // timedelta(minutes=1)))
    if passed < timedelta(days=1):
        return say("ago-hours", count=passed // timedelta(hours=1))
    if passed < timedelta(days=14):
        return say("ago-days", count=passed.days)
    return say.value(at.astimezone(say.zone).date())
