"""What the shopper's own words add to the slots: "all of it", "both", "the other one". It reads words, nothing else."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from domain.commands import Slot
from domain.orders import Order
from domain.returns import Resolution
from domain.skills import SkillRequest

WHY = "why"

_REPLACEMENT = "replacement"
ALL_WORDS = ("all", "all of it", "everything", "both", "tout", "tous", "toute la commande", "les deux", "alles", "todo")
_ALL = re.compile(
    r"all of (it|them)|return everything|everything back|send everything|(whole|entire|full|complete) (order|lot)"
    r"|toute (la|ma) commande|commande (entiere|complete)|(tout|l ensemble) (renvoyer|retourner|rendre)"
    r"|(renvoyer|retourner|rendre) tout\b|tous les articles|la totalite"
    r"|todo el pedido|pedido (entero|completo)|(die )?(ganze|komplette|gesamte) bestellung"
    r"|tutto l ordine|ordine (intero|completo)|(de )?(hele|volledige) bestelling"
)
_ALL_ALONE = re.compile(
    r"(all|everything|both|tout|toutes?|tous|les deux|todo|alles|alle|tutto|beide[ns]?)( please| svp)?"
)
_BOTH = re.compile(r"\b(both|les deux|tous les deux|los dos|las dos|beide[ns]?|tutti e due|entrambi|alle twee)\b")
_OTHER = re.compile(
    r"(and )?((the|my) )?other( one)?|(et )?l autre( article)?|el otro|la otra"
    r"|(der|die|das|de|het) andere[ns]?|l altr[oa]"
)
_AND = re.compile(r"\s*(?:[,;&+]|\b(?:and|et|und|en)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the message and the slots say about which lines are meant.

    ``fresh_order`` and ``fresh_item`` tell that this very message gave them; ``not_order`` and ``not_item`` that it
    took them back.
    """

    order: str
    item: str
    fresh_order: bool
    fresh_item: bool
    not_order: bool
    not_item: bool
    everything: bool
    both: bool
    other: bool


def read_wish(request: SkillRequest) -> Wish:
    """``text`` are the words that opened the skill: they count until lines are settled, later only the slots do."""
    opening = not request.memory.get("lines")
    text = fold(request.text) if opening else ""
    item = request.slots.get(Slot.ITEM, "")
    other = bool(_OTHER.fullmatch(fold(item)))
    fresh = {slot for slot in request.changed if request.slots.get(slot)}
    counted = opening or Slot.QUANTITY in request.changed
    named = "" if other or _says_all(fold(item)) else item
    return Wish(
        order=request.slots.get(Slot.ORDER_NUMBER, ""),
        item=named,
        fresh_order=Slot.ORDER_NUMBER in fresh,
        fresh_item=Slot.ITEM in fresh and bool(named),
        not_order=Slot.ORDER_NUMBER in request.changed - fresh,
        not_item=Slot.ITEM in request.changed - fresh,
        everything=_says_all(text)
        or (Slot.ITEM in fresh and _says_all(fold(item)))
        or (counted and request.slots.get(Slot.QUANTITY) == "all"),
        both=bool(_BOTH.search(f"{text} {fold(item)}")),
        other=other and Slot.ITEM in fresh,
    )


def asks_why(request: SkillRequest) -> bool:
    return request.choice == WHY


def wanted_resolution(request: SkillRequest) -> Resolution | None:
    word = request.slots.get(Slot.RESOLUTION, "")
    if word == _REPLACEMENT:
        return Resolution.EXCHANGE
    return next((each for each in Resolution if each.value == word), None)


def wants_the_same(request: SkillRequest) -> bool:
    """A replacement of the very same variant."""
    return request.slots.get(Slot.RESOLUTION) == _REPLACEMENT


def find_order(number: str, orders: tuple[Order, ...]) -> Order | None:
    """The order with this number, however it was typed; bare digits will do when they fit one order only."""
    typed = plain_number(number)
    exact = next((order for order in orders if plain_number(order.number) == typed), None)
    if exact or not typed.isdigit() or len(typed) < 4:
        return exact
    ending = [order for order in orders if re.sub(r"\D", "", order.number) == typed]
    return ending[0] if len(ending) == 1 else None


def plain_number(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def parts_of(item: str) -> Iterator[str]:
    """The things in "the jacket and the boots"."""
    return (part for part in _AND.split(item) if part.strip())


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(each))
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _says_all(text: str) -> bool:
    return bool(_ALL.search(text) or _ALL_ALONE.fullmatch(text))
