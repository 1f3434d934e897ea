"""One row per merchant; its settings are a typed document."""

from dataclasses import dataclass

from sqlalchemy import Column, String, Table, Text, UniqueConstraint, insert, select, update
from sqlalchemy.engine import Connection

from domain.ids import MerchantId
from domain.languages import Language
from runtime.codec import from_json, to_json
from runtime.tables import merchant_column, metadata

merchants = Table(
    "merchants",
    metadata,
    merchant_column(),
    Column("widget_key", String(60), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("merchant_id"),
    UniqueConstraint("widget_key"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merchant:
    """``zone`` is an IANA name; ``origins`` are the pages that may embed the widget, ``*`` for any;
    ``brand`` is the widget's colour as ``#rrggbb``, empty for ours; ``tone`` how a model should speak for the shop."""

    id: MerchantId
    name: str
    widget_key: str
    zone: str
    language: Language
    origins: tuple[str, ...]
    connector: str
    agent_on: bool = True
    hub_on: bool = True
    channels: tuple[str, ...] = ("webchat",)
    brand: str = ""
    tone: str = ""
    handover_words: tuple[tuple[str, str], ...] = ()
    skills_off: tuple[str, ...] = ()


def add_merchant(connection: Connection, merchant: Merchant) -> None:
    connection.execute(
        insert(merchants).values(merchant_id=merchant.id, widget_key=merchant.widget_key, body=to_json(merchant))
    )


def save_merchant(connection: Connection, merchant: Merchant) -> None:
    connection.execute(
        update(merchants)
        .where(merchants.c.merchant_id == merchant.id)
        .values(widget_key=merchant.widget_key, body=to_json(merchant))
    )


def find_merchant(connection: Connection, merchant: MerchantId) -> Merchant | None:
    row = connection.execute(select(merchants.c.body).where(merchants.c.merchant_id == merchant)).one_or_none()
    return _merchant(row.body) if row else None


def find_by_widget_key(connection: Connection, key: str) -> Merchant | None:
    row = connection.execute(select(merchants.c.body).where(merchants.c.widget_key == key)).one_or_none()
    return _merchant(row.body) if row else None


def list_merchants(connection: Connection) -> tuple[MerchantId, ...]:
    """Every merchant of the install, in the order of their ids; a system's read."""
    return tuple(connection.execute(select(merchants.c.merchant_id).order_by(merchants.c.merchant_id)).scalars())


def _merchant(body: str) -> Merchant:
    found: Merchant = from_json(Merchant, body)
    return found
