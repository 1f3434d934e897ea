"""What a merchant gives to connect a Shopify shop."""

import re
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

VERSION = "2026-10"
_SHOP = re.compile(r"[a-z0-9][a-z0-9-]*\.myshopify\.com")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class ShopifySettings(BaseModel):
    """``shop`` is the shop's ``myshopify.com`` name. Either ``client_id`` and ``client_secret`` of an app of the
    merchant's own organisation, or the ``access_token`` of an older custom app; webhooks need the client secret.

    Tags and product types are the merchant's own words, compared without case: ``final_sale_tags`` of products and
    ``gift_tags`` of orders; ``categories`` turns a product type into the word that the return policy uses.
    ``self_serve_returns`` says that shoppers may ask for returns on the shop's order status page. The customer client
    is the one of the Customer Account API; ``storefront`` is the shop's public domain, where that API is discovered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    shop: str
    client_id: str = ""
    client_secret: SecretStr | None = None
    previous_client_secret: SecretStr | None = None
    access_token: SecretStr | None = None
    final_sale_tags: frozenset[str] = frozenset({"final sale", "final-sale", "final_sale"})
    gift_tags: frozenset[str] = frozenset()
    categories: dict[str, str] = Field(default_factory=dict)
    self_serve_returns: bool = False
    customer_client_id: str = ""
    customer_client_secret: SecretStr | None = None
    storefront: str = ""
    base_url: str = ""

    @field_validator("shop")
    @classmethod
    def _check_shop(cls, value: str) -> str:
        name = value.strip().lower().removeprefix("https://").rstrip("/")
        if not _SHOP.fullmatch(name):
            raise ValueError("the shop's name ends in .myshopify.com")
        return name

    @field_validator("base_url", "storefront")
    @classmethod
    def _check_address(cls, value: str) -> str:
        address = value if "://" in value or not value else f"https://{value}"
        if address and not is_safe_address(address):
            raise ValueError("an https address is needed")
        return address.rstrip("/")

    @field_validator("final_sale_tags", "gift_tags")
    @classmethod
    def _fold_tags(cls, value: frozenset[str]) -> frozenset[str]:
        return frozenset(each.strip().casefold() for each in value)

    @field_validator("categories")
    @classmethod
    def _fold_types(cls, value: dict[str, str]) -> dict[str, str]:
        return {kind.strip().casefold(): word for kind, word in value.items()}

    @model_validator(mode="after")
    def _check_credentials(self) -> Self:
        if not self.access_token and not (self.client_id and self.client_secret):
            raise ValueError("a client id with its secret is needed, or an access token")
        return self

    @property
    def admin_url(self) -> str:
        return self.base_url or f"https://{self.shop}"

    @property
    def storefront_url(self) -> str:
        return self.storefront or self.admin_url

    def webhook_secrets(self) -> tuple[str, ...]:
        """The present secret, then the one before it; after a rotation Shopify signs with the old one for a while."""
        given = (self.client_secret, self.previous_client_secret)
        return tuple(each.get_secret_value() for each in given if each and each.get_secret_value())


def is_safe_address(value: str) -> bool:
    """https anywhere, plain http on this machine alone."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    )
