"""What the shop sells, as far as returns and exchanges need it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from domain.ids import ProductId, VariantId
from domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One size and colour of a product; ``titles`` holds its name per language code, ``stock`` is in pieces, None when
    the shop does not say.
    """

    id: VariantId
    titles: Mapping[str, str]
    options: Mapping[str, str]
    price: Money
    stock: int | None

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """Who makes or sends a product; ``main`` marks the first one to ask."""

    name: str
    email: str
    main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product with its variants; ``titles`` holds its name per language code, ``image`` a path or URL."""

    id: ProductId
    titles: Mapping[str, str]
    category: str
    tags: frozenset[str]
    image: str
    variants: tuple[Variant, ...]
    suppliers: tuple[Supplier, ...] = field(default=())

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]


class Catalogue(Protocol):
    """Reads products; raises VendorProblem when the shop cannot answer."""

    async def find_product(self, product: ProductId) -> Product | None: ...
