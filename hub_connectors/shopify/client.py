"""The Admin API of one shop: a question in GraphQL, one answer; paths, token, limits and what the token may read."""

import json
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from domain.clock import Clock
from domain.errors import CredentialsRejected, VendorUnreadable
from hub_connectors.shopify import queries
from hub_connectors.shopify.refusals import judge
from hub_connectors.shopify.settings import VERSION, ShopifySettings
from hub_connectors.shopify.tokens import Tokens
from runtime.http import Asking, Observe, VendorHttp

Model = TypeVar("Model", bound=BaseModel)
_PATH = f"/admin/api/{VERSION}/graphql.json"
_DEAD_TOKEN = 401


class ShopifyClient:
    """``seconds`` is the patience with one question, waits for the limit included."""

    def __init__(
        self,
        settings: ShopifySettings,
        *,
        client: httpx.AsyncClient,
        clock: Clock,
        observe: Observe | None = None,
        seconds: float = 6.0,
    ) -> None:
        self._tokens = Tokens(settings, client=client, clock=clock, observe=observe)
        self._http = VendorHttp(
            vendor="shopify",
            base_url=settings.admin_url,
            client=client,
            sign=lambda _, __: {"x-shopify-access-token": self._tokens.get()},
            seconds=seconds,
            observe=observe,
            judge=judge,
        )

    async def ask(self, name: str, question: str, **variables: Any) -> dict[str, Any]:
        """``data`` of a question; raises CredentialsRejected or VendorProblem. ``name`` is what last calls show."""
        return await self._send(Asking(name=name, method="POST", path=_PATH, body=_body(question, variables)))

    async def change(self, name: str, mutation: str, **variables: Any) -> dict[str, Any]:
        """The same for a write, which is never sent twice; ``userErrors`` in the answer are the caller's to read."""
        body = _body(mutation, variables)
        return await self._send(Asking(name=name, method="POST", path=_PATH, body=body, write=True))

    async def _send(self, asking: Asking) -> dict[str, Any]:
        await self._tokens.refresh()
        used = self._tokens.get()
        try:
            answer = await self._http.ask(asking)
        except CredentialsRejected as refused:
            if not self._tokens.renewable or refused.fields.get("status") != _DEAD_TOKEN:
                raise
            # A token may die before its time, with a rotated secret for instance; a fresh one says whether we may.
            await self._tokens.refresh(refused=used)
            answer = await self._http.ask(asking)
        found = answer.body.get("data")
        if not isinstance(found, dict):
            raise VendorUnreadable("shopify sent no data", status=answer.status)
        return found

    async def scopes(self) -> frozenset[str]:
        """What the token may read, asked once in its life."""
        await self._tokens.refresh()
        if self._tokens.scopes is None:
            found = await self.ask("access", queries.ACCESS)
            self._tokens.scopes = _read_scopes(found)
        return self._tokens.scopes

    async def shop_domain(self) -> str:
        """The ``myshopify.com`` name that the token belongs to, read with its scopes."""
        found = await self.ask("access", queries.ACCESS)
        self._tokens.scopes = _read_scopes(found)
        return str((found.get("shop") or {}).get("myshopifyDomain") or "").lower()


def _body(question: str, variables: dict[str, Any]) -> dict[str, Any]:
    return {"query": question, "variables": variables}


def _read_scopes(found: dict[str, Any]) -> frozenset[str]:
    try:
        return frozenset(str(each["handle"]) for each in found["currentAppInstallation"]["accessScopes"])
    except (KeyError, TypeError) as problem:
        raise VendorUnreadable("shopify did not say what the token may read") from problem


def read(model: type[Model], found: Any) -> Model:
    """Raises VendorUnreadable, which names the fields that do not fit and none of their values."""
    try:
        return model.model_validate(found)
    except ValidationError as problem:
        places = sorted({".".join(str(part) for part in each["loc"]) for each in problem.errors()})
        raise VendorUnreadable(f"shopify's answer does not fit: {', '.join(places[:5])}") from None


def quote_term(value: str) -> str:
    """A shopper's words as one phrase of the search syntax, which can neither end the quotes nor add a filter."""
    plain = "".join(each for each in value if each.isprintable())[:100]
    return json.dumps(plain, ensure_ascii=False)
