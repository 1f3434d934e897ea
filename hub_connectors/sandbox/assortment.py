"""What the shop sells, made anew from a fixed seed in each process and never stored."""

import random
import unicodedata
from functools import lru_cache

from domain.catalogue import Product, Supplier, Variant
from domain.ids import ProductId, VariantId
from domain.money import Currency, Money
from hub_connectors.sandbox.colours import COLOURS
from hub_connectors.sandbox.kinds import KINDS, PALETTES, SIZES, Kind
from hub_connectors.sandbox.paths import picture_path

_SEED = "alder-assortment-1"
_EURO = Currency("EUR")

_NAMES = """
Alba Aubépine Aurore Azur Belvédère Brume Calanque Camélia Cassis Céleste Ciel Colline Corail Dahlia Douce
Écume Églantine Éole Estelle Fleur Galet Garrigue Givre Hélios Iris Isère Jade Jonquille Lagune Lande Lichen
Luberon Lumen Marlow Mélèze Mirabelle Mistral Mousse Nacre Nimbe Noisette Octave Olivine Ombre Onde Ondine
Orée Orme Pavot Perle Pomelo Prairie Rivage Romarin Rosée Roseau Sarment Saule Sillage Solène Sorbier Sorel
Souffle Tamaris Tilleul Tramontane Trèfle Valériane Vercors Vesper Vigne Violine Volute Zéphyr
"""

_SUPPLIERS = {
    "worn": ("Atelier Fontvieille", "Filature de la Drôme", "Tessuti Bramante", "Confecções Serralva"),
    "carried": ("Maroquinerie Tavel", "Cuirs du Forez", "Pelletteria Sangallo"),
    "home": ("Faïencerie Montclar", "Tissages du Velay", "Menuiserie Oberlin", "Verrerie des Marnes"),
    "other": ("Comptoir Bellerive", "Nordlicht Manufaktur", "Savonnerie Castelmont"),
}
_TRADES = {
    **dict.fromkeys(("jackets", "knitwear", "dresses", "trousers", "shirts", "kids", "swimwear", "underwear"), "worn"),
    **dict.fromkeys(("shoes", "bags", "jewellery"), "carried"),
    **dict.fromkeys(("home_textiles", "tableware", "lighting"), "home"),
}


@lru_cache(maxsize=1)
def assortment() -> dict[ProductId, Product]:
    """Every product by its id, in the order of the kinds."""
    chance = random.Random(_SEED)
    products: dict[ProductId, Product] = {}
    for kind in KINDS:
        names = ["Alba", "Sorel"] if kind.id == "jacket" else []
        rest = [name for name in _NAMES.split() if name not in names]
        names += chance.sample(rest, kind.count - len(names))
        for name in names:
            product = _make_product(kind, name, chance)
            products[product.id] = product
    return products


@lru_cache(maxsize=1)
def _variants() -> dict[VariantId, tuple[Product, Variant]]:
    return {variant.id: (product, variant) for product in assortment().values() for variant in product.variants}


def find_variant(variant: VariantId) -> tuple[Product, Variant]:
    """The product of a variant and the variant; raises KeyError when the shop never sold it."""
    return _variants()[variant]


@lru_cache(maxsize=1)
def kinds_of_products() -> dict[ProductId, Kind]:
    by_id = {kind.id: kind for kind in KINDS}
    return {product: by_id[product.rsplit("-", 1)[1]] for product in assortment()}


def _make_product(kind: Kind, name: str, chance: random.Random) -> Product:
    id_ = ProductId(f"{_plain(name)}-{kind.id}")
    palette = PALETTES[kind.colours].split()
    colours = chance.sample(palette, min(len(palette), chance.randint(2, 4)))
    if name in {"Alba", "Sorel"} and "blue" in palette and "blue" not in colours:
        colours[0] = "blue"
    euros = chance.randint(kind.low, kind.high)
    variants = tuple(
        _make_variant(id_, colour, size, euros * percent, chance)
        for colour in colours
        for size, percent in SIZES[kind.sizes]
    )
    return Product(
        id=id_,
        titles=_titles(kind, name),
        category=kind.category,
        tags=kind.tags | (frozenset({"provider_strict"}) if chance.random() < 0.01 else frozenset()),
        image=picture_path(id_, colours[0]),
        variants=variants,
        suppliers=_suppliers(kind, chance),
    )


def _titles(kind: Kind, name: str) -> dict[str, str]:
    return {
        language: f"{name} {word}" if language == "en" else f"{word} {name}" for language, word in kind.words.items()
    }


def _make_variant(product: ProductId, colour: str, size: str, cents: int, chance: random.Random) -> Variant:
    options = {"colour": colour, "couleur": COLOURS[colour].words["fr"].lower()} | ({"size": size} if size else {})
    stock = 0 if chance.random() < 0.12 else chance.randint(1, 60)
    tail = "".join(each for each in size.lower().replace("×", "x") if each.isalnum())
    return Variant(
        id=VariantId(f"{product}-{colour}-{tail}".rstrip("-")),
        titles=_variant_titles(colour, size),
        options=options,
        price=Money(minor=cents, currency=_EURO),
        stock=stock,
    )


def _variant_titles(colour: str, size: str) -> dict[str, str]:
    """Colour and size as the storefront writes them in each language, e.g. ``Bleu, M``."""
    return {language: f"{word}, {size}" if size else word for language, word in COLOURS[colour].words.items()}


def _suppliers(kind: Kind, chance: random.Random) -> tuple[Supplier, ...]:
    names = _SUPPLIERS[_TRADES.get(kind.category, "other")]
    chosen = chance.sample(names, chance.choice((1, 2, 2)))
    return tuple(
        Supplier(name=name, email=f"orders@{_plain(name).replace(' ', '-')}.example", main=place == 0)
        for place, name in enumerate(chosen)
    )


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower())
    return "".join(each for each in folded if not unicodedata.combining(each))
