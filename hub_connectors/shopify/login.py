"""Signing a shopper in through the shop's own customer accounts: OpenID Connect with PKCE, state and nonce.

Who comes back has proven a mailbox, not that orders exist: an address unknown to the shop gets a profile of its own.
Web routes are not here. They keep a ``Begun`` where only that browser can bring it back, and it serves once.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode, urlsplit

import httpx

from domain.clock import Clock
from domain.customers import Customer, Customers
from domain.errors import CredentialsRejected, NotAllowed, SettingsInvalid, VendorUnreadable
from hub_connectors.shopify.identity import Endpoints, KeyUnknown, Person, read_endpoints, read_id_token
from hub_connectors.shopify.settings import ShopifySettings, is_safe_address
from runtime.http import Answer, Asking, Observe, VendorHttp

SCOPE = "openid email customer-account-api:full"
_PATIENCE = timedelta(minutes=15)
_FRESH = timedelta(hours=1)
_REFUSED = frozenset({400, 401, 403})


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """One shopper on the way to Shopify's sign-in page; all but ``address`` is for us alone."""

    address: str
    state: str
    nonce: str
    verifier: str
    at: datetime


class CustomerLogin:
    """``begin`` gives the address to send the browser to, ``finish`` says who came back."""

    def __init__(
        self, settings: ShopifySettings, *, client: httpx.AsyncClient, clock: Clock, observe: Observe | None = None
    ) -> None:
        self._settings = settings
        self._client = client
        self._clock = clock
        self._observe = observe
        self._endpoints: tuple[datetime, Endpoints] | None = None
        self._keys: tuple[datetime, object] | None = None

    @property
    def available(self) -> bool:
        """Whether the merchant gave a customer client; without one the page has nothing to offer."""
        return bool(self._settings.customer_client_id)

    async def begin(self, redirect: str) -> Begun:
        """``redirect`` is registered with the client; raises SettingsInvalid or VendorProblem."""
        if not self.available or not is_safe_address(redirect):
            raise SettingsInvalid("customer accounts need a customer client and an https address to come back to")
        endpoints = await self._find_endpoints()
        state, nonce, verifier = (secrets.token_urlsafe(size) for size in (24, 24, 48))
        asked = {
            "client_id": self._settings.customer_client_id,
            "response_type": "code",
            "redirect_uri": redirect,
            "scope": SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge(verifier),
            "code_challenge_method": "S256",
        }
        joint = "&" if urlsplit(endpoints.authorization_endpoint).query else "?"
        return Begun(
            address=f"{endpoints.authorization_endpoint}{joint}{urlencode(asked)}",
            state=state,
            nonce=nonce,
            verifier=verifier,
            at=self._clock.now(),
        )

    async def finish(self, begun: Begun, returned: Mapping[str, str], redirect: str) -> Person:
        """``returned`` is the query that the browser came back with.

        Raises NotAllowed for whoever did not begin here, came late or was refused; CredentialsRejected for a wrong
        customer client; VendorProblem as any call does.
        """
        code = check_return(begun, returned, now=self._clock.now())
        endpoints = await self._find_endpoints()
        token = await self._exchange(endpoints, code=code, verifier=begun.verifier, redirect=redirect)
        wanted = {"issuer": endpoints.issuer, "client": self._settings.customer_client_id, "nonce": begun.nonce}
        try:
            return read_id_token(token, await self._find_keys(endpoints), now=self._clock.now(), **wanted)
        except KeyUnknown:
            # Keys rotate: what is kept may be older than the token.
            self._keys = None
            return read_id_token(token, await self._find_keys(endpoints), now=self._clock.now(), **wanted)

    async def _exchange(self, endpoints: Endpoints, *, code: str, verifier: str, redirect: str) -> str:
        form = {
            "grant_type": "authorization_code",
            "client_id": self._settings.customer_client_id,
            "redirect_uri": redirect,
            "code": code,
            "code_verifier": verifier,
        }
        answer = await self._post(endpoints.token_endpoint, form)
        body = answer.body if isinstance(answer.body, dict) else {}
        if answer.status in _REFUSED:
            if body.get("error") == "invalid_grant":
                raise NotAllowed("the sign-in is used up or was not begun here")
            raise CredentialsRejected("shopify does not know this customer client", status=answer.status)
        token = body.get("id_token")
        if not isinstance(token, str):
            raise VendorUnreadable("shopify sent no id token", status=answer.status)
        return token

    async def _post(self, address: str, form: Mapping[str, str]) -> Answer:
        """A code serves once, so this is a write: it is never sent twice."""
        secret = self._settings.customer_client_secret
        headers: dict[str, str] = {}
        if secret and secret.get_secret_value():
            pair = f"{self._settings.customer_client_id}:{secret.get_secret_value()}"
            headers["authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        asking = Asking(
            name="login.token",
            method="POST",
            path=_path(address),
            form=form,
            headers=headers,
            write=True,
            accepts=_REFUSED,
        )
        return await self._http(address).ask(asking)

    async def _find_endpoints(self) -> Endpoints:
        if self._endpoints is None or self._clock.now() - self._endpoints[0] > _FRESH:
            storefront = self._settings.storefront_url
            asking = Asking(name="login.discover", method="GET", path="/.well-known/openid-configuration")
            found = await self._http(storefront).ask(asking)
            self._endpoints = self._clock.now(), read_endpoints(found.body, storefront)
        return self._endpoints[1]

    async def _find_keys(self, endpoints: Endpoints) -> object:
        if self._keys is None or self._clock.now() - self._keys[0] > _FRESH:
            asking = Asking(name="login.keys", method="GET", path=_path(endpoints.jwks_uri))
            self._keys = self._clock.now(), (await self._http(endpoints.jwks_uri).ask(asking)).body
        return self._keys[1]

    def _http(self, address: str) -> VendorHttp:
        parts = urlsplit(address)
        return VendorHttp(
            vendor="shopify",
            base_url=f"{parts.scheme}://{parts.netloc}",
            client=self._client,
            sign=lambda _, __: {},
            observe=self._observe,
        )


def challenge(verifier: str) -> str:
    """PKCE's S256 (RFC 7636, 4.2)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def check_return(begun: Begun, returned: Mapping[str, str], *, now: datetime) -> str:
    """The code; raises NotAllowed when the browser did not begin here, came late, or the shopper was refused."""
    if not hmac.compare_digest(begun.state.encode(), returned.get("state", "").encode()):
        raise NotAllowed("this sign-in was not begun here")
    if not timedelta(0) <= now - begun.at <= _PATIENCE:
        raise NotAllowed("this sign-in is too old")
    code = returned.get("code", "")
    if returned.get("error") or not code:
        raise NotAllowed("shopify signed nobody in")
    return code


async def find_customer(customers: Customers, person: Person) -> Customer | None:
    """The shop's customer with the address that was proven; None for an address nobody verified."""
    return await customers.find_by_email(person.email) if person.email and person.email_verified else None


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
