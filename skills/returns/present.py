"""Decisions of returns as blocks: one card per line, one next step, and what is still possible."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.blocks import Block, Card, Choices, Clause, Link, Phrase, Pill, Prose, Row, Tone
from domain.clock import local_day
from domain.ids import LineId
from domain.languages import Language
from domain.links import HubPage, Links
from domain.money import Money
from domain.policy import PolicySource, Reason, Verdict
from domain.returns import Resolution, ReturnedLine
from skills.returns.asking import PERSON
from skills.returns.deciding import Decided, one_order
from skills.returns.exchanging import Swap
from skills.returns.sentences import decision_phrase, pill_key

_TONES = {Verdict.ELIGIBLE: Tone.GOOD, Verdict.REFUSED: Tone.NEUTRAL, Verdict.UNKNOWN: Tone.WAITING}
_WAITING = {Reason.RETURN_OPEN, Reason.NOT_DELIVERED}
_SETTLED = {Reason.CANCELLED, Reason.RETURN_OPEN, Reason.ALREADY_RETURNED, Reason.NOT_DELIVERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """How decisions are shown: what they want, the pieces that a link carries, and whether a fee is spoken of."""

    language: Language
    links: Links
    wish: Resolution | None
    parts: Mapping[LineId, ReturnedLine]
    fees: bool

    def portal(self, decided: tuple[Decided, ...], resolution: Resolution | None) -> str:
        order = decided[0].owned.order.id
        parts = tuple(self.parts[each.decision.line] for each in decided)
        return self.links.portal(order, lines=parts, resolution=resolution)


def cards(decided: tuple[Decided, ...], showing: Showing) -> tuple[Block, ...]:
    """Several lines of one order that may all come back get one button for all of them."""
    eligible = tuple(each for each in decided if each.eligible)
    together = len(eligible) > 1 and one_order(eligible) is not None
    blocks: list[Block] = [_card(each, showing, linked=not (together and each.eligible)) for each in decided]
    if together:
        way = _common_way(eligible, showing.wish)
        blocks.append(Link(label=_start(way), url=showing.portal(eligible, way), primary=True))
    return tuple(blocks)


def _card(decided: Decided, showing: Showing, *, linked: bool) -> Card:
    line, clause = decided.owned.line, decided.clause
    waiting = decided.decision.reason in _WAITING
    return Card(
        title=line.title(showing.language),
        subtitle=line.variant_title(showing.language),
        image=line.image,
        pill=Pill(
            label=Phrase(key=pill_key(decided)), tone=Tone.WAITING if waiting else _TONES[decided.decision.verdict]
        ),
        rows=_rows(decided, showing),
        decision=decision_phrase(decided, language=showing.language, exchange=_wants_exchange(decided, showing)),
        actions=_actions(decided, showing) if linked else (),
        why=Clause(text=clause.text, citation=clause.citation) if clause else None,
    )


def _rows(decided: Decided, showing: Showing) -> tuple[Row, ...]:
    rows = [Row(label=Phrase(key="returns-row-order"), value=decided.owned.order.number)]
    delivered = local_day(decided.owned.line.delivered, decided.zone)
    if delivered:
        rows.append(Row(label=Phrase(key="returns-row-delivered"), value=delivered))
    if decided.owned.line.quantity > 1 and decided.eligible:
        pieces = showing.parts[decided.decision.line].quantity
        rows.append(Row(label=Phrase(key="returns-row-pieces"), value=pieces))
    return (*rows, *_other_days(decided, showing), *_fees(decided, showing))


def _other_days(decided: Decided, showing: Showing) -> Iterator[Row]:
    """The last day of the way that the sentence does not speak of."""
    refund, exchange = (decided.decision.offer(way) for way in (Resolution.REFUND, Resolution.EXCHANGE))
    if not (refund and refund.until and exchange and exchange.until) or refund.until == exchange.until:
        return
    if _wants_exchange(decided, showing):
        yield Row(label=Phrase(key="returns-row-refund-until"), value=refund.until)
    else:
        yield Row(label=Phrase(key="returns-row-exchange-until"), value=exchange.until)


def _wants_exchange(decided: Decided, showing: Showing) -> bool:
    return showing.wish is Resolution.EXCHANGE and decided.offers(Resolution.EXCHANGE)


def _fees(decided: Decided, showing: Showing) -> Iterator[Row]:
    """What sending back costs, each way; nothing when only the provider spoke, for it names no fees."""
    if not showing.fees or decided.window is None:
        return
    back = decided.decision.offer(Resolution.REFUND) or decided.decision.offer(Resolution.STORE_CREDIT)
    exchange = decided.decision.offer(Resolution.EXCHANGE)
    if back:
        yield Row(label=Phrase(key="returns-row-fee"), value=_fee(back.fee))
    if exchange and (back is None or exchange.fee != back.fee):
        yield Row(label=Phrase(key="returns-row-exchange-fee"), value=_fee(exchange.fee))


def _fee(fee: Money | None) -> Money | Phrase:
    return fee or Phrase(key="returns-free")


def _actions(decided: Decided, showing: Showing) -> tuple[Link, ...]:
    """The way they want first; the portal where it decides; the return that is in the way."""
    if decided.standing:
        url = showing.links.hub(HubPage.RETURN, decided.standing.id)
        return (Link(label=Phrase(key="returns-see-return"), url=url, primary=True),)
    if not decided.eligible:
        if not decided.decision.portal:
            return ()
        url = showing.portal((decided,), None)
        return (Link(label=Phrase(key="returns-open-portal"), url=url, primary=True),)
    lead = _way(decided, showing.wish)
    ways = [lead]
    if lead is not Resolution.EXCHANGE and decided.offers(Resolution.EXCHANGE):
        ways.append(Resolution.EXCHANGE)
    if lead is Resolution.EXCHANGE and decided.offers(Resolution.REFUND):
        ways.append(Resolution.REFUND)
    return tuple(Link(label=_start(way), url=showing.portal((decided,), way), primary=way is lead) for way in ways)


def _way(decided: Decided, wish: Resolution | None) -> Resolution:
    """What they want when it is offered, else the best that is."""
    order = (wish, Resolution.REFUND, Resolution.EXCHANGE, Resolution.STORE_CREDIT)
    return next((each for each in order if each and decided.offers(each)), Resolution.REFUND)


def _common_way(decided: tuple[Decided, ...], wish: Resolution | None) -> Resolution | None:
    ways = {_way(each, wish) for each in decided}
    return ways.pop() if len(ways) == 1 else None


def _start(way: Resolution | None) -> Phrase:
    return Phrase(key="returns-start-exchange" if way is Resolution.EXCHANGE else "returns-start-return")


def beside(decided: tuple[Decided, ...], showing: Showing, *, faulty: bool) -> tuple[Block, ...]:
    """What else has to be said: a wish that is not offered, who decides, what remains, where the rules come from."""
    said: list[Block] = []
    for each in decided:
        said += _not_as_wished(each, showing)
    if any(each.unknown and each.decision.portal for each in decided):
        said.append(Phrase(key="returns-portal-decides"))
    said += _what_remains(decided, faulty=faulty)
    sources = {each.decision.receipt.policy_source for each in decided if each.window or each.decision.offers}
    if PolicySource.CONTENT in sources:
        said.append(Phrase(key="returns-policy-from-help"))
    return tuple(said)


def _not_as_wished(decided: Decided, showing: Showing) -> tuple[Block, ...]:
    wish = showing.wish
    if not decided.eligible or wish in {None, Resolution.REFUND} or decided.offers(wish or Resolution.REFUND):
        return ()
    key = "returns-exchange-not-offered" if wish is Resolution.EXCHANGE else "returns-credit-not-offered"
    return (Phrase(key=key, values={"item": decided.owned.line.title(showing.language)}),)


def _what_remains(decided: tuple[Decided, ...], *, faulty: bool) -> tuple[Block, ...]:
    stuck = [each for each in decided if not each.eligible and each.decision.reason not in _SETTLED]
    if any(each.decision.reason is Reason.NOT_DELIVERED for each in decided):
        return (Phrase(key="returns-remains-tracking"),)
    if not stuck or all(each.decision.portal for each in stuck):
        return ()
    plain = faulty or any(each.unknown for each in stuck)
    prompt = Phrase(key="returns-remains-person" if plain else "returns-remains")
    return (Choices(prompt=prompt, options=(PERSON,)),)


def exchange_notes(swap: Swap, decided: Decided, language: Language) -> tuple[Block, ...]:
    """Whether the wanted variant is there, and what it costs more or less."""
    if not swap.known:
        return ()
    if swap.gone:
        return (Phrase(key="returns-exchange-gone-all", values={"variant": swap.gone.title(language)}),)
    if swap.wanted is None:
        return (Phrase(key="returns-exchange-none", values={"item": decided.owned.line.title(language)}),)
    stock = "returns-exchange-in-stock" if swap.wanted.stock is not None else "returns-exchange-stock-unknown"
    said = [Phrase(key=stock, values={"variant": swap.wanted.title(language)})]
    if swap.difference:
        dearer = swap.difference.minor > 0
        size = Money(minor=abs(swap.difference.minor), currency=swap.difference.currency)
        key = "returns-exchange-more" if dearer else "returns-exchange-less"
        said.append(Phrase(key=key, values={"difference": size}))
    return tuple(said)


def reasons(decided: tuple[Decided, ...], language: Language) -> tuple[Block, ...]:
    """Why: the sentence again and the paragraph it rests on, or that it rests on records alone."""
    said: list[Block] = []
    for each in decided:
        said.append(decision_phrase(each, language=language))
        if each.clause:
            said += [
                Phrase(key="returns-why"),
                Prose(text=_paragraph(each), citations=(each.clause.citation,)),
            ]
        else:
            said.append(Phrase(key="returns-why-records"))
    return tuple(said)


def _paragraph(decided: Decided) -> str:
    """The paragraph that names the days of the window; the whole clause when no number leads there."""
    assert decided.clause is not None
    text = decided.clause.text
    if decided.window is None:
        return text
    days = re.compile(rf"\b{decided.window.days}\b")
    return next((each.strip() for each in text.split("\n\n") if days.search(each)), text)
