"""The shop's customers, as the Customers port."""

from datetime import datetime

from domain.customers import Customer
from domain.errors import VendorRefused
from domain.ids import CustomerId
from hub_connectors.sandbox.access import Access
from hub_connectors.sandbox.faults import Port
from hub_connectors.sandbox.rows import Shelf


class SandboxCustomers:
    def __init__(self, access: Access) -> None:
        self._access = access

    async def find_by_email(self, email: str) -> Customer | None:
        wanted = email.strip().lower()
        return await self._access.read(Port.CUSTOMERS, lambda shelf, _: shelf.find_customer_by_email(wanted))

    async def find_by_phone(self, phone: str) -> Customer | None:
        return await self._access.read(Port.CUSTOMERS, lambda shelf, _: shelf.find_customer_by_phone(phone))

    async def find_by_order_number(self, number: str) -> Customer | None:
        wanted = number.strip().upper()

        def errand(shelf: Shelf, now: datetime) -> Customer | None:
            order = shelf.find_order_by_number(wanted)
            if order is None or order.placed_at > now:
                return None
            return shelf.find_customer(order.customer)

        return await self._access.read(Port.CUSTOMERS, errand)

    async def get_customer(self, customer: CustomerId) -> Customer:
        found = await self._access.read(Port.CUSTOMERS, lambda shelf, _: shelf.find_customer(customer))
        if found is None:
            raise VendorRefused("no such customer")
        return found
