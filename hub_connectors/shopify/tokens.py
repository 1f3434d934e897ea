"""The access token of one shop: given for good, or fetched with the client's credentials and renewed in time."""

import asyncio
from datetime import datetime, timedelta

import httpx
from pydantic import ConfigDict, ValidationError

from domain.clock import Clock
from domain.errors import CredentialsRejected, VendorUnreadable
from hub_connectors.shopify.settings import ShopifySettings
from hub_connectors.shopify.wire import Wire
from runtime.http import Answer, Asking, Observe, VendorHttp

_PATH = "/admin/oauth/access_token"
_EARLY = timedelta(minutes=5)
_WRONG = frozenset({400, 401, 403})


class _Granted(Wire):
    """OAuth writes its names with underscores."""

    model_config = ConfigDict(alias_generator=None)

    access_token: str
    scope: str = ""
    expires_in: int


class Tokens:
    """``scopes`` are those granted with the present token, None while they are not known."""

    def __init__(
        self, settings: ShopifySettings, *, client: httpx.AsyncClient, clock: Clock, observe: Observe | None
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._http = VendorHttp(
            vendor="shopify", base_url=settings.admin_url, client=client, sign=lambda _, __: {}, observe=observe
        )
        self._lock = asyncio.Lock()
        self._until: datetime | None = None
        self._token = settings.access_token.get_secret_value() if settings.access_token else ""
        self.scopes: frozenset[str] | None = None

    @property
    def renewable(self) -> bool:
        return self._settings.access_token is None

    def get(self) -> str:
        """The token of the moment; call ``refresh`` before."""
        return self._token

    async def refresh(self, *, refused: str = "") -> None:
        """Fetches a token when there is none that holds, or when the one at hand is the one that was refused."""
        if not self.renewable or self._holds(refused):
            return
        async with self._lock:
            if not self._holds(refused):
                await self._fetch()

    def _holds(self, refused: str) -> bool:
        return self._until is not None and self._clock.now() < self._until and self._token != refused

    async def _fetch(self) -> None:
        secret = self._settings.client_secret
        body = {
            "client_id": self._settings.client_id,
            "client_secret": secret.get_secret_value() if secret else "",
            "grant_type": "client_credentials",
        }
        asking = Asking(name="token", method="POST", path=_PATH, body=body, accepts=_WRONG)
        granted = _read(await self._http.ask(asking))
        self._token = granted.access_token
        self._until = self._clock.now() + timedelta(seconds=granted.expires_in) - _EARLY
        self.scopes = frozenset(each.strip() for each in granted.scope.split(",") if each.strip())


def _read(answer: Answer) -> _Granted:
    if answer.status in _WRONG:
        raise CredentialsRejected("shopify does not know this client", status=answer.status)
    try:
        return _Granted.model_validate(answer.body)
    except ValidationError:
        # From None: the text of a validation error would hold the token.
        raise VendorUnreadable("shopify sent no token", status=answer.status) from None
