"""Shopify's customer accounts: discovery, the page that mails a six-digit code, and tokens for a proven verifier."""

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CUSTOMER_CLIENT, CUSTOMER_SECRET = "alder-customers", "cust_" + "31fe" * 8
REDIRECT = "https://hub.example/sign-in/shopify"
_SHOP_ID = "4711"
_TRIES = 3
_CODE_SECONDS = 600


@dataclass(slots=True, kw_only=True)
class _Asked:
    """Somebody at the sign-in page: what the shop asked for, the code that was mailed, and how often it was tried."""

    client: str
    redirect: str
    state: str
    nonce: str
    challenge: str
    email: str = ""
    mailed: str = ""
    tries: int = 0
    mailed_at: float = 0.0


@dataclass(slots=True)
class Accounts:
    """``mailed`` are the codes by address; ``claims`` overrides what the next id token says; ``ago`` ages it."""

    root: str = ""
    mailed: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    ago: float = 0.0
    wrong_key: bool = False
    asked: dict[str, _Asked] = field(default_factory=dict)
    codes: dict[str, _Asked] = field(default_factory=dict)
    refreshes: set[str] = field(default_factory=set)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1", "alg": "RS256", "use": "sig"}))
    other: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k1", "alg": "RS256"}))

    @property
    def issuer(self) -> str:
        return f"{self.root}/authentication/{_SHOP_ID}"

    def restore(self) -> None:
        for each in (self.mailed, self.claims, self.asked, self.codes, self.refreshes):
            each.clear()
        self.ago, self.wrong_key = 0.0, False

    def routes(self) -> list[Route]:
        base = f"/authentication/{_SHOP_ID}"
        return [
            Route("/.well-known/openid-configuration", self._discover),
            Route("/.well-known/customer-account-api", self._discover_api),
            Route(f"{base}/oauth/authorize", self._authorize),
            Route(f"{base}/login", self._log_in, methods=["POST"]),
            Route(f"{base}/oauth/token", self._give_token, methods=["POST"]),
            Route(f"{base}/.well-known/jwks.json", self._show_keys),
        ]

    async def _discover(self, _: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/oauth/authorize",
                "token_endpoint": f"{self.issuer}/oauth/token",
                "end_session_endpoint": f"{self.issuer}/logout",
                "jwks_uri": f"{self.issuer}/.well-known/jwks.json",
                "code_challenge_methods_supported": ["S256"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "a_field_of_tomorrow": True,
            }
        )

    async def _discover_api(self, _: Request) -> Response:
        return JSONResponse({"graphql_api": f"{self.root}/account/customer/api/2026-10/graphql", "mcp_api": ""})

    async def _show_keys(self, _: Request) -> Response:
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def _authorize(self, request: Request) -> Response:
        asked = request.query_params
        known = asked.get("client_id") == CUSTOMER_CLIENT and asked.get("redirect_uri") == REDIRECT
        wanted = asked.get("response_type") == "code" and asked.get("code_challenge_method") == "S256"
        if not known or not wanted or not asked.get("state") or "openid" not in asked.get("scope", "").split():
            return HTMLResponse("invalid_request", 400)
        session = secrets.token_urlsafe(8)
        self.asked[session] = _Asked(
            client=CUSTOMER_CLIENT,
            redirect=REDIRECT,
            state=asked["state"],
            nonce=asked.get("nonce", ""),
            challenge=asked["code_challenge"],
        )
        return HTMLResponse(f'<form data-session="{session}">E-mail</form>')

    async def _log_in(self, request: Request) -> Response:
        """First the address, then the code that was mailed to it; three tries within ten minutes."""
        given = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        asked = self.asked.get(given.get("session", ""))
        if asked is None:
            return HTMLResponse("expired", 400)
        if "email" in given:
            asked.email, asked.mailed, asked.mailed_at = (
                given["email"],
                f"{secrets.randbelow(10**6):06}",
                time.monotonic(),
            )
            self.mailed[asked.email] = asked.mailed
            return HTMLResponse("<form>Code</form>")
        asked.tries += 1
        stale = time.monotonic() - asked.mailed_at > _CODE_SECONDS
        if not asked.mailed or given.get("code") != asked.mailed or asked.tries > _TRIES or stale:
            return HTMLResponse("wrong code", 403)
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return RedirectResponse(f"{asked.redirect}?{urlencode({'code': code, 'state': asked.state})}", 302)

    async def _give_token(self, request: Request) -> Response:
        given = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        basic = base64.b64encode(f"{CUSTOMER_CLIENT}:{CUSTOMER_SECRET}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {basic}":
            return JSONResponse({"error": "invalid_client"}, 401)
        if given.get("grant_type") == "refresh_token":
            if given.get("refresh_token") not in self.refreshes:
                return JSONResponse({"error": "invalid_grant"}, 400)
            return JSONResponse({"access_token": "shcat_next", "expires_in": 7200})
        asked = self.codes.pop(given.get("code", ""), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proven = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if asked is None or proven != asked.challenge or given.get("redirect_uri") != asked.redirect:
            return JSONResponse({"error": "invalid_grant"}, 400)
        refresh = secrets.token_urlsafe(16)
        self.refreshes.add(refresh)
        return JSONResponse(
            {
                "access_token": "shcat_" + secrets.token_urlsafe(8),
                "refresh_token": refresh,
                "expires_in": 7200,
                "id_token": self._sign(asked),
            }
        )

    def _sign(self, asked: _Asked) -> str:
        now = int(time.time() - self.ago)
        claims = {
            "iss": self.issuer,
            "aud": CUSTOMER_CLIENT,
            "sub": "9001",
            "sid": "s1",
            "iat": now,
            "exp": now + 3600,
            "nonce": asked.nonce,
            "email": asked.email,
            "email_verified": True,
            **self.claims,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "k1"}, kept, self.other if self.wrong_key else self.key)
