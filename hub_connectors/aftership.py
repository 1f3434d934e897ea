"""What AfterShip's products have in common: keys, signed requests, limits, and refusals told in a body.

It knows no product: paths, paging and meaning stand in the folders ``aftership_returns`` and ``aftership_tracking``.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from pydantic import BaseModel, ConfigDict, SecretStr, field_validator

from domain.clock import Clock
from domain.errors import (
    CredentialsRejected,
    PayloadUnrecognised,
    SettingsInvalid,
    SignatureInvalid,
    VendorRefused,
    VendorUnavailable,
    VendorUnreadable,
)
from hub_connectors.offering import Opening
from runtime.http import Answer, Asking, VendorHttp, read_retry_after

KEY_HEADER = "as-api-key"
SIGNATURE_HEADER = "as-signature-hmac-sha256"
_HOSTS = {"api.aftership.com", "127.0.0.1", "localhost"}
_JSON = "application/json"
_READ_HERE = frozenset({400, 401, 403, 404, 409, 422})
_SIGNED_FOR = 180.0
_UNIX = 1_000_000_000.0
_LONGEST_WAIT = 60.0


class Credentials(BaseModel):
    """What a merchant copies from AfterShip; with a ``signing_secret`` every request is signed besides.

    A webhook secret belongs to one product; ``previous_webhook_secret`` still holds while AfterShip moves to a new one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    api_key: SecretStr
    signing_secret: SecretStr | None = None
    webhook_secret: SecretStr | None = None
    previous_webhook_secret: SecretStr | None = None
    api_url: str = "https://api.aftership.com"

    @field_validator("api_key")
    @classmethod
    def _one_word(cls, key: SecretStr) -> SecretStr:
        if not key.get_secret_value().isascii() or len(key.get_secret_value().split()) != 1:
            raise ValueError("an API key is one word")
        return key

    @field_validator("api_url")
    @classmethod
    def _known_host(cls, url: str) -> str:
        """AfterShip's own, or a stand-in on this machine: a merchant's setting must not open other doors."""
        parts = urlsplit(url)
        local = parts.hostname != "api.aftership.com"
        if parts.hostname not in _HOSTS or parts.scheme != ("http" if local else "https") or parts.path.strip("/"):
            raise ValueError("not AfterShip's address")
        return url

    def webhook_secrets(self) -> Iterator[bytes]:
        for secret in (self.webhook_secret, self.previous_webhook_secret):
            if secret and secret.get_secret_value():
                yield secret.get_secret_value().encode()


class Signer:
    """The headers that prove whose request it is: the key alone, or the key and a signature over the request."""

    def __init__(self, credentials: Credentials, clock: Clock, *, key_header: str = KEY_HEADER) -> None:
        self._key = {key_header: credentials.api_key.get_secret_value()}
        secret = credentials.signing_secret
        self._secret = secret.get_secret_value().encode() if secret else b""
        self._clock = clock

    @property
    def signs(self) -> bool:
        return bool(self._secret)

    def __call__(self, asking: Asking, raw: bytes) -> Mapping[str, str]:
        if not self._secret:
            return self._key
        date = format_datetime(self._clock.now().astimezone(UTC), usegmt=True)
        text = string_to_sign(asking, raw, date=date, headers={**(asking.headers or {}), **self._key})
        return {**self._key, "date": date, SIGNATURE_HEADER: sign(text.encode(), self._secret)}


def string_to_sign(asking: Asking, raw: bytes, *, date: str, headers: Mapping[str, str]) -> str:
    """Line by line: method, MD5 of the body, its type, the date, every ``as-`` header, the path with its query."""
    md5 = hashlib.md5(raw, usedforsecurity=False).hexdigest().upper() if raw else ""
    named = sorted((name.strip().lower(), value.strip()) for name, value in headers.items())
    own = "\n".join(f"{name}:{value}" for name, value in named if name.startswith("as-"))
    return "\n".join((asking.method, md5, _JSON if raw else "", date, own, canonical_resource(asking)))


def canonical_resource(asking: Asking) -> str:
    """Parameters by name, empty ones kept; AfterShip computes it anew, so that their order on the wire is free."""
    if not asking.query:
        return asking.path
    return f"{asking.path}?{urlencode(sorted(asking.query.items()))}"


def sign(raw: bytes, secret: bytes) -> str:
    return base64.b64encode(hmac.new(secret, raw, hashlib.sha256).digest()).decode()


def check_signature(raw: bytes, signature: str | None, credentials: Credentials) -> None:
    """Of a webhook, by the new secret or the one before it; raises SignatureInvalid, without a secret too."""
    told = (signature or "").strip().encode()
    # Each is compared, whatever the first one said, so that time tells nothing.
    matches = [hmac.compare_digest(sign(raw, secret).encode(), told) for secret in credentials.webhook_secrets()]
    if not any(matches):
        raise SignatureInvalid("the webhook's signature does not fit")


def read_json(raw: bytes) -> dict[str, Any]:
    """Raises PayloadUnrecognised."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as wrong:
        raise PayloadUnrecognised("the webhook holds no JSON") from wrong
    if not isinstance(body, dict):
        raise PayloadUnrecognised("the webhook holds no object")
    return body


def read_limit(headers: Mapping[str, str]) -> float | None:
    """Seconds until the limit is lifted: Retry-After, or a reset as unix time or seconds, counted by AfterShip's clock.

    The products spell the header differently; unix time is documented for Tracking alone.
    """
    if (told := read_retry_after(headers)) is not None:
        return told
    reset = headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset")
    try:
        seconds = float(reset) if reset else None
    except ValueError:
        return None
    if seconds is None:
        return None
    if seconds >= _UNIX:
        seconds -= (_read_date(headers) or datetime.now(UTC)).timestamp()
    return min(max(seconds, 0.0), _LONGEST_WAIT)


class AfterShip:
    """One product's API as one merchant uses it; answers the ``data`` of the envelope, or raises one of our errors."""

    def __init__(self, name: str, credentials: Credentials, opening: Opening, *, key_header: str = KEY_HEADER) -> None:
        self._clock = opening.clock
        self._signer = Signer(credentials, opening.clock, key_header=key_header)
        self._http = VendorHttp(
            vendor=name,
            base_url=credentials.api_url,
            client=opening.client,
            sign=self._signer,
            observe=opening.observe,
            read_limit=read_limit,
        )

    async def ask(self, name: str, path: str, *, query: Mapping[str, str] | None = None) -> dict[str, Any]:
        """A read. Raises CredentialsRejected, SettingsInvalid, VendorRefused, VendorUnavailable, VendorUnreadable."""
        return await self._ask(Asking(name=name, method="GET", path=path, query=query, accepts=_READ_HERE))

    async def make(self, name: str, path: str, body: Mapping[str, str]) -> dict[str, Any]:
        """Makes something that may be made twice without harm, such as a link; raises as ``ask`` does."""
        return await self._ask(Asking(name=name, method="POST", path=path, body=dict(body), accepts=_READ_HERE))

    async def _ask(self, asking: Asking) -> dict[str, Any]:
        try:
            answer = await self._http.ask(asking)
            envelope = self._read_envelope(answer)
        except VendorUnreadable as unreadable:
            if unreadable.fields.get("status") in {401, 403}:
                raise CredentialsRejected(f"{self._http.vendor} refused the key", **unreadable.fields) from unreadable
            raise
        code = _whole(envelope["meta"].get("code"))
        family = answer.status if answer.status >= 400 else int(str(code)[:3])
        if family >= 300:
            raise self._refusal(family, code, answer)
        data = envelope.get("data")
        if not isinstance(data, dict):
            raise VendorUnreadable(f"{self._http.vendor} sent an envelope without content", status=answer.status)
        return data

    def _read_envelope(self, answer: Answer) -> dict[str, Any]:
        if isinstance(answer.body, dict) and isinstance(answer.body.get("meta"), dict):
            return answer.body
        raise VendorUnreadable(f"{self._http.vendor} sent no envelope", status=answer.status)

    def _refusal(self, family: int, code: int, answer: Answer) -> Exception:
        """HTTP status and ``meta.code`` differ, and an error may come with status 200; the message is not repeated."""
        vendor = self._http.vendor
        said = {"status": family, "meta_code": code, "trace": answer.headers.get("as-trace-id", "")}
        if family in {401, 403}:
            gap = self._clock_gap(answer.headers)
            if self._signer.signs and gap > _SIGNED_FOR:
                return SettingsInvalid(f"this machine's clock is {gap:.0f} seconds away from {vendor}'s", **said)
            return CredentialsRejected(f"{vendor} refused the key", **said)
        if family == 429 or family >= 500:
            return VendorUnavailable(f"{vendor} answered {code}", retry_after=read_limit(answer.headers), **said)
        return VendorRefused(f"{vendor} answered {code}", **said)

    def _clock_gap(self, headers: Mapping[str, str]) -> float:
        theirs = _read_date(headers)
        return abs((theirs - self._clock.now()).total_seconds()) if theirs else 0.0


def is_absent(refused: VendorRefused) -> bool:
    """The thing does not exist (4004 of Tracking, 40400 of Returns); a plain 404 is a wrong path or version."""
    return refused.fields.get("meta_code") in {4004, 40400}


def _read_date(headers: Mapping[str, str]) -> datetime | None:
    try:
        read = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _whole(told: object) -> int:
    return told if isinstance(told, int) and told >= 100 else 200
