"""The front of the demo shop, and what to try there: ten customers, each with a story and a first message."""

from dataclasses import dataclass

from fastapi import APIRouter, Depends, Request, Response

from domain.money import Money
from hub_connectors.sandbox.assortment import assortment
from hub_connectors.sandbox.demo import DEMO_CUSTOMERS
from web.pages.border import PageRoute, demo_only, install_of, speak
from web.pages.showing import show
from web.seed import DEMO

router = APIRouter(route_class=PageRoute, dependencies=[Depends(demo_only)])

_HERO = ("alba-jacket", "prairie-vase", "saule-pendant")
_SHOWN = (
    "alba-jacket",
    "ondine-dress",
    "aurore-tablelamp",
    "colline-mugs",
    "eole-boots",
    "sorel-cardigan",
    "luberon-tote",
    "noisette-rug",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ware:
    """A product as the front shows it; ``price`` is its lowest one."""

    title: str
    picture: str
    price: Money
    colours: tuple[str, ...]


@router.get("/")
async def front(request: Request) -> Response:
    shop = await install_of(request).shops.get_shop(DEMO)
    say = speak(request, shop)
    french = say.language.value == "fr"
    stories = [
        {
            "name": each.name,
            "email": each.email,
            "message": each.try_fr if french else each.try_en,
            "title": say(f"front-story-{each.story.value.replace('_', '-')}-title"),
            "text": say(f"front-story-{each.story.value.replace('_', '-')}"),
        }
        for each in DEMO_CUSTOMERS
    ]
    return show(
        request,
        "shop/front.html",
        say,
        shop=shop.merchant,
        hero=[_ware(each, say.language.value) for each in _HERO],
        wares=[_ware(each, say.language.value) for each in _SHOWN],
        stories=stories,
    )


def _ware(product_id: str, language: str) -> Ware:
    product = next(each for each in assortment().values() if each.id == product_id)
    colours = dict.fromkeys(each.options["colour"] for each in product.variants)
    return Ware(
        title=product.title(language),
        picture=product.image,
        price=min((each.price for each in product.variants), key=lambda price: price.minor),
        colours=tuple(colours),
    )
