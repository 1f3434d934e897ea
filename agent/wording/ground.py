"""What a model's words may stand on: facts and passages of a turn, and what follows by sum or calendar."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from itertools import combinations, product

from babel.numbers import get_currency_precision

from agent.wording.calendar import day_after, distances, is_month_end, month_distances
from agent.wording.commitments import Kind, find_subjects
from agent.wording.days import Day
from agent.wording.figures import DOLLARS, Clock, Stated, Sum, read_figures
from agent.wording.lengths import Length, Scale, length_of
from agent.wording.lexicons import SPOKEN, plain_signs
from agent.wording.timetable import opening_hours, roles_of
from agent.wording.vocabulary import Spoken, deeds_in, is_backed, topic_named, topics_in, words_of
from domain.blocks import Phrase, Prose
from domain.money import Money

# Words in the names of days that end something; nothing is counted from them.
_ENDS = frozenset(
    ("deadline", "until", "by", "before", "expires", "expiry", "announced", "expected", "due", "end", "ends", "valid")
)
_UNIT_NAMES = {"minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "months": "month", "years": "year"}
_DAY = 1440
_DOLLARS = frozenset({DOLLARS, "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"})
_SHOP = ("en", "fr")
_MARGIN = Decimal("0.12")


@dataclass(slots=True, kw_only=True)
class Ground:
    """Built once per turn and language. ``states`` are words of our own facts, which alone say what has happened."""

    language: str
    today: date | None
    zone: tzinfo | None
    links: frozenset[str] = frozenset()
    receipts: frozenset[str] = frozenset()
    sums: set[tuple[Decimal, str]] = field(default_factory=set)
    dates: set[date] = field(default_factory=set)
    begins: set[date] = field(default_factory=set)
    derived: set[date] = field(default_factory=set)
    days: list[Day] = field(default_factory=list)
    clocks: set[int] = field(default_factory=set)
    exact_clocks: set[int] = field(default_factory=set)
    lengths: list[Length] = field(default_factory=list)
    counts: set[str] = field(default_factory=set)
    numerals: set[int] = field(default_factory=set)
    roles: dict[str, set[date]] = field(default_factory=dict)
    hours: list[tuple[frozenset[int], frozenset[int]]] = field(default_factory=list)
    percents: set[Decimal] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    topics: set[tuple[str, bool]] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)
    passages: list[str] = field(default_factory=list)
    bounds: dict[str, tuple[set[str], set[Decimal]]] = field(default_factory=dict)
    owned: dict[str, tuple[str, Decimal]] = field(default_factory=dict)

    def take(self, piece: object, name: str = "") -> None:
        """A typed value counts as itself, text as what it states; ``name`` is what the fact is called."""
        match piece:
            case Phrase():
                self.states.update(piece.key.split("-"))
                self._own(piece)
                for each, value in piece.values.items():
                    self.take(value, each)
            case Money():
                self.sums.add((abs(amount_of(piece)), piece.currency))
                self.states.add(name)
            case date():
                self._take_day(piece, name)
                self._name(name)
            case int():
                self.counts.add(str(piece))
                self.numerals.add(piece)
                self._name(name)
                self._take_number(piece, name)
            case tuple():
                self.counts.add(str(len(piece)))
                for each in piece:
                    self.take(each, name)
            case str():
                self._take_text(piece, name)
            case Prose():
                self._take_passage(piece.text)

    def _name(self, name: str) -> None:
        """``delivered_on`` says that it was delivered; a name such as ``deadline`` says nothing that is stated."""
        self.states.update(name.split("_"))
        self.states.add(name)

    def _take_day(self, day: date, name: str) -> None:
        for role in roles_of(name):
            self.roles.setdefault(role, set()).add(
                day.astimezone(self.zone or UTC).date() if isinstance(day, datetime) else day
            )
        if not _ENDS.intersection(name.split("_")):
            self.begins.add(day.astimezone(self.zone or UTC).date() if isinstance(day, datetime) else day)
        if isinstance(day, datetime):
            local = day.astimezone(self.zone or UTC)
            self.dates.add(local.date())
            self.clocks.add(local.hour * 60 + local.minute)
            self.exact_clocks.add(local.hour * 60 + local.minute)
            if not self.zone:
                self.dates.update({(day.astimezone(UTC)).date(), day.date()})
        else:
            self.dates.add(day)

    def _take_number(self, number: int, name: str) -> None:
        unit = next((unit for part, unit in _UNIT_NAMES.items() if part in name.split("_")), None)
        if unit:
            self.lengths.append(length_of(number, unit, working="working" in name))
            self.lengths.append(length_of(number, unit))

    def _take_text(self, text: str, name: str) -> None:
        low = plain_signs(text).lower()
        parts = re.findall(r"[^\W\d_]+", low)
        if re.match(r"(?:not|un)_", low):
            self.denied.add(low.partition("_")[2])
        else:
            self.states.update(parts)
        if low == "false":
            self.denied.add(name)
        elif low == "true":
            self._name(name)
        elif name:
            self.states.add(name)
        self.states.add(low)
        self.numbers.add(plain_number(text))
        self._state(text, (self.language, "en"))

    def _take_passage(self, text: str) -> None:
        languages = tuple(dict.fromkeys((*_SHOP, self.language)))
        self._state(text, languages)
        self.hours += opening_hours(text)
        self.passages.append(" ".join(plain_signs(text).lower().split()))
        self.promised.update(subject for kind, subject in find_subjects(text) if kind is Kind.PROMISE)
        for language in languages:
            self.topics.update((each.topic, each.denied) for each in topics_in(text, language))
            self.deeds.update(deeds_in(text, language))
            for sentence in re.split(r"(?<=[.!?])\s", text):
                self._bind(sentence, language)

    def _bind(self, sentence: str, language: str) -> None:
        """Of a rule that holds under conditions, the topics and amounts that are its conditions."""
        said = topics_in(sentence, language)
        bound = {each.topic for each in said if not each.denied and topic_named(each.topic, language).bound}
        for name in bound:
            topics, amounts = self.bounds.setdefault(name, (set(), set()))
            topics |= {each.topic for each in said} - bound
            amounts |= {each.value for each in read_figures(sentence, language).amounts}

    def _state(self, text: str, languages: Iterable[str]) -> None:
        self.words.update(words_of(plain_signs(text)))
        for language in languages:
            self._add(read_figures(text, language if language in SPOKEN else "en"))

    def _add(self, stated: Stated) -> None:
        self.sums.update((each.value, each.currency) for each in stated.amounts)
        self.days += stated.days
        self.clocks.update(*(each.minutes for each in stated.clocks))
        self.lengths += stated.lengths
        self.percents.update(stated.percents)
        self.counts.update(stated.counts)
        self.numbers.update(plain_number(each) for each in (*stated.numbers, *stated.phones))
        self.addresses.update(_bare(each) for each in stated.links)

    def _own(self, phrase: Phrase) -> None:
        """``item_1`` and ``item_1_refund`` belong together."""
        for name, value in phrase.values.items():
            owner = re.match(r"(item_\d+)_", name)
            if owner and isinstance(value, Money) and isinstance(phrase.values.get(owner[1]), str):
                self.owned[owner[1]] = (str(phrase.values[owner[1]]).lower(), amount_of(value))

    def follow(self) -> None:
        """Adds what follows by the calendar; called once, after everything is taken."""
        known = set(self.dates)
        begins = self.begins | ({self.today} if self.today and self.receipts else set())
        clocks = set(self.clocks)
        for each in self.lengths:
            for day in begins:
                self.derived |= day_after(day, each)
            if each.scale is Scale.CLOCK and each.most < _DAY:
                self.clocks |= {(clock + each.most) % _DAY for clock in clocks}
        self.lengths += month_distances(self.today, known)
        self.counts |= {str(abs(int(a) - int(b))) for a, b in combinations(self.numerals, 2)}
        self.counts |= {str(int(a) + int(b)) for a, b in combinations(self.numerals, 2)}
        away = distances(self.today, self.dates | self.derived) | {
            abs((a - b).days) * _DAY for a, b in combinations(known, 2)
        }
        self.lengths += [Length(Scale.CLOCK, each, each) for each in away]
        if self.owned:
            self.counts.add(str(len(self.owned)))

    def has_sum(self, said: Sum) -> bool:
        return any(_matches(said, value, currency) for value, currency in self._sums())

    def _sums(self) -> Iterator[tuple[Decimal, str]]:
        """Amounts as given, then their sums, differences, shares and multiples."""
        yield from self.sums
        for currency in {each[1] for each in self.sums}:
            values = [each[0] for each in self.sums if each[1] == currency]
            if len(values) > 2:
                yield sum(values, Decimal(0)), currency
            for signs in product((-1, 0, 1), repeat=min(len(values), 4)):
                yield abs(sum((sign * each for sign, each in zip(signs, values, strict=False)), Decimal(0))), currency
            for each in values:
                for count in (Decimal(one) for one in self.counts if one.isdigit() and 2 <= int(one) <= 20):
                    yield each * count, currency
                    yield each / count, currency

    def has_day(self, day: Day) -> bool:
        past = (day.shift or 0) < 0 or day.side < 0
        dates = self.dates if past and day.month is None else self.dates | self.derived
        return any(day.fits(each, self.today) for each in dates) or any(day.agrees(each) for each in self.days)

    def has_month_end(self) -> bool:
        return any(is_month_end(each) for each in self.dates | self.derived)

    def has_week(self, shift: int) -> bool:
        """Whether a known day lies in the week so many after this one."""
        weeks = {(day - timedelta(days=day.weekday())) for day in self.dates | self.derived}
        return self.today is not None and self.today - timedelta(days=self.today.weekday() - 7 * shift) in weeks

    def has_clock(self, clock: Clock) -> bool:
        return bool(clock.minutes & self.clocks)

    def has_length(self, length: Length, *, at_least: bool = False) -> bool:
        if length.hedge:
            return any(length.is_near(each) for each in self.lengths)
        if length.least != length.most:
            return any(length.range == each.range for each in self.lengths)
        return any(
            each.scale is length.scale and length.most in ({each.least, each.most} if at_least else {each.most})
            for each in self.lengths
        )

    def has_count(self, count: str) -> bool:
        return count in self.counts or any(each.endswith(count) for each in self.numbers if len(count) > 2)

    def has_phone(self, phone: str) -> bool:
        """National and international forms are the same; a long number may be said in groups."""
        digits = re.sub(r"\D", "", phone)
        return any(digits[-9:] in each for each in self.numbers)

    def has_number(self, number: str) -> bool:
        plain = plain_number(number)
        return plain in self.numbers or (plain.isdigit() and any(each.endswith(plain) for each in self.numbers))

    def has_address(self, address: str) -> bool:
        bare = _bare(address)
        links = {*self.addresses, *map(_bare, self.links)}
        return bare in links or any(each.startswith(f"{bare}/") for each in links if "/" not in bare)

    def says(self, spoken: Spoken, *, polar: bool) -> bool:
        """Whether a passage speaks of the topic, with the same yes or no where that matters."""
        return ((spoken.topic, spoken.denied) in self.topics) if polar else spoken.topic in {t for t, _ in self.topics}

    def did(self, deeds: Iterable[str], *, just_now: bool = False) -> bool:
        """Whether a receipt, or a state unless it was just now, says that one of these deeds is done."""
        return is_backed(deeds, self.receipt_words if just_now else frozenset(self.states) | self.receipt_words)

    @property
    def known_states(self) -> set[str]:
        return self.states | self.receipt_words

    @property
    def receipt_words(self) -> frozenset[str]:
        return frozenset(self.receipts | {part for each in self.receipts for part in each.split("_")})


def _matches(said: Sum, value: Decimal, currency: str) -> bool:
    if not _same_currency(said.currency, currency):
        return False
    if value == said.value:
        return True
    low, high = value, value * (1 + _MARGIN) + 1
    match said.hedge:
        case "under":
            return low < said.value <= high
        case "over":
            return value * (1 - _MARGIN) - 1 <= said.value < value
        case "about":
            return abs(said.value - value) <= value * _MARGIN
    return False


def _same_currency(said: str, known: str) -> bool:
    if said == DOLLARS or known == DOLLARS:
        return not said or not known or {said, known} <= _DOLLARS
    return not said or not known or said == known


def amount_of(money: Money) -> Decimal:
    return Decimal(money.minor).scaleb(-get_currency_precision(money.currency))


def plain_number(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address.lower()).rstrip("/.,;")
