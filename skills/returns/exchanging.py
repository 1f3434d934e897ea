"""Which variant an exchange is for: what was said, what is in stock, what it costs more or less."""

import re
from dataclasses import dataclass

from domain.catalogue import Product, Variant
from domain.commands import Slot
from domain.mentions import OwnedLine
from domain.money import Money
from domain.skills import SkillPorts, SkillRequest
from skills.returns.choosing import MOST_OPTIONS
from skills.returns.wishes import fold, wants_the_same

VARIANT = "variant:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """``wanted`` is settled when it is not None; ``gone`` is what they wanted and is out of stock; ``options`` are in
    stock; ``known`` is False when the catalogue cannot say. ``difference`` is the price of ``wanted`` less what the
    present variant costs, None when it is the same or not theirs to know.
    """

    known: bool
    wanted: Variant | None = None
    gone: Variant | None = None
    options: tuple[Variant, ...] = ()
    difference: Money | None = None


async def plan_swap(owned: OwnedLine, *, request: SkillRequest, ports: SkillPorts, prices: bool) -> Swap:
    """``prices`` is False for the recipient of a gift."""
    product = await ports.catalogue.find_product(owned.line.product) if ports.catalogue else None
    if product is None:
        return Swap(known=False)
    present = next((each for each in product.variants if each.id == owned.line.variant), None)
    others = _nearest_first(tuple(each for each in product.variants if each.id != owned.line.variant), present)
    in_stock = tuple(filter(_in_stock, others))
    said = _said(request, product, present)
    if said and not _in_stock(said):
        return Swap(known=True, gone=said, options=in_stock[:MOST_OPTIONS])
    wanted = said or (in_stock[0] if len(in_stock) == 1 else None)
    difference = _difference(wanted, present) if prices else None
    return Swap(known=True, wanted=wanted, options=in_stock[:MOST_OPTIONS], difference=difference)


def _in_stock(variant: Variant) -> bool:
    return variant.stock is None or variant.stock > 0


def _said(request: SkillRequest, product: Product, present: Variant | None) -> Variant | None:
    """The variant picked, named, remembered from before, or the same again for a replacement."""
    picked = (request.choice or "").removeprefix(VARIANT) if (request.choice or "").startswith(VARIANT) else ""
    fresh = Slot.WANTED in request.changed
    remembered = "" if fresh else request.memory.get("variant", "")
    by_id = next((each for each in product.variants if each.id in {picked or remembered}), None)
    if by_id:
        return by_id
    if wants_the_same(request) and not request.slots.get(Slot.WANTED):
        return present
    return _named(request.slots.get(Slot.WANTED, ""), product, present)


def _named(wanted: str, product: Product, present: Variant | None) -> Variant | None:
    """The variant whose options the words name in any language, the rest as it is now ("the same in M"); None when
    two fit alike.
    """
    words = f" {fold(wanted)} "
    scored = []
    for variant in product.variants:
        named = sum(len(name.split()) for name in _option_names(variant) if f" {name} " in words)
        kept = sum(present is not None and present.options.get(k) == v for k, v in variant.options.items())
        if named and (present is None or variant.id != present.id):
            scored.append(((named, kept), variant))
    scored.sort(key=lambda each: each[0], reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def _option_names(variant: Variant) -> set[str]:
    """Its colour and size as the options and the titles of each language call them ("Blue, M", "M / Bleu")."""
    parts = (part for title in variant.titles.values() for part in re.split(r", | / ", title))
    return {name for each in (*variant.options.values(), *parts) if (name := fold(each))}


def _nearest_first(variants: tuple[Variant, ...], present: Variant | None) -> tuple[Variant, ...]:
    """Those that differ from the present one in the fewest options first, otherwise as the shop lists them."""
    if present is None:
        return variants
    options = present.options
    return tuple(sorted(variants, key=lambda each: sum(options.get(k) != v for k, v in each.options.items())))


def _difference(wanted: Variant | None, present: Variant | None) -> Money | None:
    if wanted is None or present is None or wanted.price.currency != present.price.currency:
        return None
    difference = wanted.price - present.price
    return difference if difference.minor else None
