"""The kinds of product that the shop sells: what each is called, costs, weighs and comes in."""

import csv
from dataclasses import dataclass
from importlib.resources import files

_LANGUAGES = ("en", "fr", "es", "de", "it", "nl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """``low`` and ``high`` bound the price in whole euros, ``weight`` is grams, ``count`` how many products there are.

    ``shape`` names the picture; ``sizes`` and ``colours`` name rows of the tables below.
    """

    id: str
    category: str
    shape: str
    words: dict[str, str]
    low: int
    high: int
    weight: int
    count: int
    sizes: str
    colours: str
    tags: frozenset[str]


SIZES: dict[str, tuple[tuple[str, int], ...]] = {
    "letters": tuple((size, 100) for size in ("XS", "S", "M", "L", "XL")),
    "numbers": tuple((size, 100) for size in ("36", "38", "40", "42", "44")),
    "shoes": tuple((str(size), 100) for size in range(37, 45)),
    "heights": tuple((f"{size} cm", 100) for size in (86, 98, 104, 110, 116, 128)),
    "rings": tuple((str(size), 100) for size in (50, 52, 54, 56, 58)),
    "one": (("", 100),),
    "linen": (("140 × 200 cm", 100), ("200 × 200 cm", 130), ("240 × 220 cm", 155)),
    "cushions": (("40 × 40 cm", 100), ("50 × 50 cm", 120)),
    "rugs": (("120 × 180 cm", 100), ("160 × 230 cm", 160), ("200 × 300 cm", 240)),
    "bottles": (("50 ml", 50), ("200 ml", 100)),
    "sets": (("2", 100), ("4", 180), ("6", 255)),
    "amounts": (("25", 100), ("50", 200), ("100", 400), ("150", 600)),
}
"""The sizes of a kind, each with its price in percent of the first one's."""

PALETTES: dict[str, str] = {
    "coats": "navy blue black camel olive grey burgundy",
    "knits": "ecru navy blue sage burgundy mustard grey pink",
    "light": "white sky blue ecru pink sage lilac",
    "dresses": "black blue green red terracotta lilac navy",
    "denim": "blue navy black ecru",
    "trousers": "black navy camel olive grey ecru",
    "leather": "black brown camel burgundy navy",
    "sport": "white black blue red sage",
    "canvas": "ecru navy olive terracotta mustard",
    "metal": "gold silver",
    "linen": "white ecru sage terracotta blue grey",
    "stoneware": "white sage terracotta blue charcoal",
    "glass": "smoke amber green",
    "wood": "oak walnut",
    "lamps": "brass black white terracotta sage",
    "kids": "sky mustard red green pink navy",
    "outdoor": "olive navy terracotta mustard black",
    "bath": "amber sage white",
    "cards": "navy terracotta sage",
    "swim": "black navy red green",
}


def _read_row(row: dict[str, str]) -> Kind:
    return Kind(
        id=row["id"],
        category=row["category"],
        shape=row["shape"],
        words={language: row[language] for language in _LANGUAGES},
        low=int(row["low"]),
        high=int(row["high"]),
        weight=int(row["grams"]),
        count=int(row["products"]),
        sizes=row["sizes"],
        colours=row["colours"],
        tags=frozenset(row["tags"].split()),
    )


def _read_kinds() -> tuple[Kind, ...]:
    text = (files("hub_connectors.sandbox") / "kinds.csv").read_text("utf-8")
    return tuple(_read_row(row) for row in csv.DictReader(text.splitlines()))


KINDS = _read_kinds()
