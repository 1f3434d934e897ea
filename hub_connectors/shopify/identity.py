"""What Shopify says of a shopper: where its sign-in lives, and an id token that holds only when all of it fits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from pydantic import ConfigDict

from domain.errors import NotAllowed, VendorUnreadable
from hub_connectors.shopify.client import read
from hub_connectors.shopify.settings import is_safe_address
from hub_connectors.shopify.wire import Wire

_ALGORITHMS = ["RS256"]
_LEEWAY_SECONDS = 60
_SHOPIFY = "shopify.com"


class KeyUnknown(Exception):
    """The token is signed with a key that is not among those at hand."""


class Endpoints(Wire):
    """OpenID Connect's discovery document, as far as it is used."""

    model_config = ConfigDict(alias_generator=None)

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who proved a mailbox to Shopify; ``subject`` is Shopify's own name for them."""

    subject: str
    email: str
    email_verified: bool


def read_endpoints(found: Any, storefront: str) -> Endpoints:
    """Raises VendorUnreadable for addresses that lead away from Shopify and the shop's own domain."""
    endpoints = read(Endpoints, found)
    addresses = (
        endpoints.issuer,
        endpoints.authorization_endpoint,
        endpoints.token_endpoint,
        endpoints.jwks_uri,
    )
    if not all(_belongs(each, storefront) for each in addresses):
        raise VendorUnreadable("shopify's sign-in leads elsewhere")
    return endpoints


def _belongs(address: str, storefront: str) -> bool:
    host = urlsplit(address).hostname or ""
    own = (urlsplit(storefront).hostname or "").removeprefix("www.")
    known = any(host == each or host.endswith(f".{each}") for each in (_SHOPIFY, own))
    return known and is_safe_address(address)


def read_id_token(token: str, keys: Any, *, now: datetime, issuer: str, client: str, nonce: str) -> Person:
    """Raises NotAllowed for a token that is not for us, not for this sign-in, or no longer valid; KeyUnknown when the
    key to check it with is missing.
    """
    try:
        decoded = jwt.decode(token, KeySet.import_key_set(keys), algorithms=_ALGORITHMS)
        expected = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=_LEEWAY_SECONDS,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": client},
            nonce={"essential": True, "value": nonce},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
        )
        expected.validate(decoded.claims)
    except InvalidKeyIdError as unknown:
        raise KeyUnknown from unknown
    except (JoseError, ValueError, TypeError, KeyError) as wrong:
        # The reason's name is enough: its text may quote the token.
        raise NotAllowed(f"the id token does not hold: {type(wrong).__name__}") from None
    claims = decoded.claims
    if claims.get("azp", client) != client:
        raise NotAllowed("the id token is another client's")
    verified = claims.get("email_verified")
    return Person(
        subject=str(claims["sub"]),
        email=str(claims.get("email") or ""),
        email_verified=verified is True or verified == "true",
    )
