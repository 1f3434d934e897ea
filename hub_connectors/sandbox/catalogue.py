"""What the shop sells, as the Catalogue port."""

from domain.catalogue import Product
from domain.ids import ProductId
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.assortment import assortment
from hub_connectors.sandbox.faults import Port


class SandboxCatalogue:
    def __init__(self, access: Access) -> None:
        self._access = access

    async def find_product(self, product: ProductId) -> Product | None:
        await self._access.faults.pass_through(Port.CATALOGUE)
        return assortment().get(product)
