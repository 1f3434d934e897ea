"""What the demo shop shows besides its pages: drawn products, labels, and the carrier's public tracking page."""

from hashlib import sha256
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from domain.blocks import Phrase, Step, Timeline
from domain.errors import NotAllowed
from hub_connectors.sandbox.pictures import draw
from skills.journeys import parcel_card, say_when, see, word
from web.pages.border import PageRoute, demo_only, install_of, speak
from web.pages.sandbox_rows import find_tracked
from web.pages.showing import render, show

router = APIRouter(prefix="/sandbox", route_class=PageRoute, dependencies=[Depends(demo_only)])
_SVG = "image/svg+xml"
_DAY = "public, max-age=86400"
_MODULES = 21
_FINDERS = ((0, 0), (0, 14), (14, 0))


@router.get("/pictures/{name}.svg")
async def picture(name: str) -> Response:
    """``name`` is a product's id and a colour, joined by a hyphen."""
    product, _, colour = name.rpartition("-")
    try:
        drawn = draw(product, colour)
    except LookupError as problem:
        raise NotAllowed("no such picture") from problem
    return Response(drawn, media_type=_SVG, headers={"cache-control": _DAY})


@router.get("/labels/{number}.svg")
async def label(number: str) -> Response:
    """A label to look at; its square is no code that a machine could read."""
    if len(number) > 40:
        raise NotAllowed("no such label")
    drawn = render("portal/label.svg", number=number, dots=_dots(number))
    return Response(drawn, media_type=_SVG, headers={"cache-control": _DAY})


@router.get("/tracking/{number}")
async def tracking(request: Request, number: str) -> Response:
    """The scans of a parcel, without a name or an address."""
    install = install_of(request)
    found = await install.database.system().read(lambda c: find_tracked(c, number))
    if found is None:
        raise NotAllowed("no such parcel")
    shop = await install.shops.get_shop(found[0])
    ports = shop.connections
    order = await ports.orders.find_order(found[1]) if ports.orders else None
    parcels = await ports.tracking.list_parcels(found[1]) if ports.tracking else ()
    parcel = next((each for each in parcels if each.tracking_number == number), None)
    if order is None or parcel is None:
        raise NotAllowed("no such parcel")
    say = speak(request, shop)
    seen = see(order, parcel, language=say.language, calendar=shop.calendar)
    steps = tuple(
        Step(label=Phrase(key=f"tracking-pill-{word(each.state)}"), at=each.at, place=each.place)
        for each in reversed(parcel.events)
    )
    card = parcel_card(seen)
    blocks = say.blocks((*say_when(seen), Timeline(steps=steps)))
    values: dict[str, Any] = {
        "carrier": parcel.carrier,
        "number": number,
        "pill": say.blocks((card,))[0],
        "blocks": blocks,
    }
    return show(request, "portal/tracking.html", say, **values)


def _dots(number: str) -> list[tuple[int, int]]:
    """The dark squares of a pattern that is always the same for a number, with three corners as one expects them."""
    bits = int.from_bytes(sha256(number.encode()).digest() * 2, "big")
    places = [(x, y) for y in range(_MODULES) for x in range(_MODULES) if not _in_corner(x, y)]
    dots = [(x, y) for x, y in places if bits >> (x + _MODULES * y) & 1]
    for left, top in _FINDERS:
        dots += [
            (left + x, top + y)
            for y in range(7)
            for x in range(7)
            if x in {0, 6} or y in {0, 6} or (2 <= x <= 4 and 2 <= y <= 4)
        ]
    return dots


def _in_corner(x: int, y: int) -> bool:
    return any(left - 1 <= x <= left + 7 and top - 1 <= y <= top + 7 for left, top in _FINDERS)
