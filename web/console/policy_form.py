"""The return policy as a form: fields into typed rules, with a word for each thing that does not fit."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation

from domain.money import Currency, Money
from domain.policy import (
    CountsFrom,
    Exclusion,
    ExclusionKind,
    Fee,
    PolicySource,
    Region,
    ReturnPolicy,
    Window,
)
from domain.returns import Resolution
from web.pages.forms import Form

_MOST_DAYS = 3650
_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_ROWS = 40
_IN_MINOR = Decimal(100)


class PolicyMistake(ValueError):
    """``reason`` is a word for which the page has a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_policy(form: Form, before: ReturnPolicy | None, today: date) -> ReturnPolicy:
    """The next version; rows that were emptied are gone. Raises PolicyMistake."""
    base = before or ReturnPolicy(version=0, effective_from=today, source=PolicySource.TYPED, windows=())
    windows, exclusions = tuple(_windows(form)), tuple(_exclusions(form))
    fees, served = tuple(_fees(form)), _countries(form.one("served"))
    if not windows:
        raise PolicyMistake("no_window")
    subjects = [(each.resolution, each.gifts_only) for each in windows]
    if len(set(subjects)) < len(subjects):
        raise PolicyMistake("window_twice")
    region = base.regions[0].id if base.regions else "served_countries"
    return replace(
        base,
        version=base.version + 1,
        effective_from=_effective(form, today),
        windows=windows,
        exclusions=exclusions,
        fees=fees,
        regions=(Region(id=region, countries=served),) if served else (),
        gift_recipient_refund=form.one("gift_recipient_refund") == "yes",
    )


def _effective(form: Form, today: date) -> date:
    try:
        effective = date.fromisoformat(form.one("effective") or today.isoformat())
    except ValueError as error:
        raise PolicyMistake("effective") from error
    if effective < today:
        raise PolicyMistake("effective_past")
    return effective


def _windows(form: Form) -> Iterator[Window]:
    for row in _rows(form, "window", ("id", "resolution", "days", "from", "gifts")):
        if not row["days"].strip():
            continue
        if not row["days"].strip().isdecimal() or int(row["days"][:8]) > _MOST_DAYS:
            raise PolicyMistake("days")
        gifts = row["gifts"] == "yes"
        try:
            resolution, counts_from = Resolution(row["resolution"]), CountsFrom(row["from"])
        except ValueError as error:
            raise PolicyMistake("form") from error
        name = row["id"] or f"{'gift_' if gifts else ''}{resolution.value}_window"
        yield Window(id=name, resolution=resolution, days=int(row["days"]), counts_from=counts_from, gifts_only=gifts)


def _exclusions(form: Form) -> Iterator[Exclusion]:
    for number, row in enumerate(_rows(form, "exclusion", ("id", "matches", "value", "still"))):
        if row["matches"] not in set(ExclusionKind):
            continue
        matches, value = ExclusionKind(row["matches"]), row["value"].strip()[:100]
        if matches is not ExclusionKind.FINAL_SALE and not value:
            continue
        still = frozenset(each for each in Resolution if each.value in row["still"].split("+"))
        name = row["id"] or f"exclusion_{matches.value}_{number}"
        value = "" if matches is ExclusionKind.FINAL_SALE else value
        yield Exclusion(id=name, matches=matches, value=value, still=still)


def _fees(form: Form) -> Iterator[Fee]:
    for number, row in enumerate(_rows(form, "fee", ("id", "countries", "amount", "currency", "resolutions"))):
        countries = _countries(row["countries"])
        if not countries or not row["amount"].strip():
            continue
        amount, currency = _amount(row["amount"]), row["currency"].strip().upper()
        if not _CURRENCY.fullmatch(currency):
            raise PolicyMistake("currency")
        resolutions = frozenset(each for each in Resolution if each.value in row["resolutions"].split("+"))
        money = Money(minor=amount, currency=Currency(currency))
        yield Fee(
            id=row["id"] or f"fee_{number}",
            countries=countries,
            resolutions=resolutions or frozenset({Resolution.REFUND}),
            amount=money,
        )


def _amount(text: str) -> int:
    """In minor units, of two places; a comma is a point."""
    try:
        amount = Decimal(text.strip().replace(",", ".")) * _IN_MINOR
    except InvalidOperation as error:
        raise PolicyMistake("amount") from error
    if not amount.is_finite() or amount < 0 or amount > 10**7 or amount != amount.to_integral_value():
        raise PolicyMistake("amount")
    return int(amount)


def _countries(text: str) -> frozenset[str]:
    found = [each.upper() for each in re.split(r"[\s,;]+", text.strip()) if each]
    if not all(_COUNTRY.fullmatch(each) for each in found):
        raise PolicyMistake("country")
    return frozenset(found)


def _rows(form: Form, kind: str, names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """``window-0-days`` and its like, by number."""
    for number in range(_ROWS):
        if f"{kind}-{number}-{names[1]}" not in form.fields:
            return
        yield {name: form.one(f"{kind}-{number}-{name}") for name in names}
