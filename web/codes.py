"""Sends one-time codes: looks the contact up after the reply has gone, so that nobody learns whether there is one."""

import json

from sqlalchemy.engine import Connection

from agent.runner import FindShop
from agent.turn import Shop
from channels.mailbox import Letter, drop_letter
from domain.blocks import Phrase
from domain.clock import Clock
from domain.customers import Customer
from domain.languages import Language
from records.identity import attach_code
from runtime.crypto import Keys, new_code
from runtime.database import Database
from runtime.outbox import Outgoing
from runtime.phrases import Phrases


class CodeSender:
    """Delivers outbox rows of kind ``send_code``; called again for the same row, it sends no second code."""

    def __init__(self, *, database: Database, shops: FindShop, keys: Keys, clock: Clock, phrases: Phrases) -> None:
        self._database = database
        self._shops = shops
        self._keys = keys
        self._clock = clock
        self._phrases = phrases

    async def send(self, outgoing: Outgoing) -> None:
        """Raises VendorProblem when the shop cannot be asked now; the courier comes back later."""
        body = json.loads(outgoing.body)
        shop = await self._shops(outgoing.merchant)
        customer = await find_contact(shop, body["address"])
        if customer is None:
            return
        code, challenge = new_code(), body["challenge"]
        letter = self._write(shop, customer, code, key=challenge, language=Language(body["language"]))
        code_hash = self._keys.hash("code", challenge, code)

        def keep(connection: Connection) -> None:
            if attach_code(connection, outgoing.merchant, challenge, customer=customer.id, code_hash=code_hash):
                drop_letter(connection, outgoing.merchant, letter)

        await self._database.merchant(outgoing.merchant).write(keep)

    def _write(self, shop: Shop, customer: Customer, code: str, *, key: str, language: Language) -> Letter:
        name = customer.name.strip()
        values = {"code": code, "shop": shop.merchant.name, "name": name, "named": "yes" if name else "no"}

        def words(key: str) -> str:
            calendar, phrase = shop.calendar, Phrase(key=key, values=values)
            return self._phrases.say(phrase, language=language, zone=calendar.zone, today=calendar.today()).text

        return Letter(
            key=key,
            kind="email",
            recipient=customer.email,
            subject=words("code-mail-subject"),
            text=words("code-mail-text"),
            code=code,
            created=self._clock.now(),
        )


async def find_contact(shop: Shop, address: str) -> Customer | None:
    """The customer of an email address, a telephone number (E.164) or an order number."""
    customers = shop.connections.customers
    if customers is None:
        return None
    if "@" in address:
        return await customers.find_by_email(address)
    if address.startswith("+"):
        return await customers.find_by_phone(address)
    return await customers.find_by_order_number(address)


async def rehearse_code(database: Database, shop: Shop, keys: Keys, *, challenge: str, address: str) -> str | None:
    """The code of a preview's challenge, told to the teammate instead of being sent; None for an address that the shop
    does not know. It follows from the challenge, so that it is the same each time and kept nowhere."""
    customer = await find_contact(shop, address)
    if customer is None:
        return None
    code = f"{int(keys.hash('preview code', challenge), 16) % 1_000_000:06d}"
    merchant, code_hash = shop.merchant.id, keys.hash("code", challenge, code)
    await database.merchant(merchant).write(
        lambda c: attach_code(c, merchant, challenge, customer=customer.id, code_hash=code_hash)
    )
    return code
