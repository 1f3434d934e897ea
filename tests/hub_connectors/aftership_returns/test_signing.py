"""Signed requests: the text and the signature worked out by hand, and what the stand-in refuses."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from domain.errors import CredentialsRejected, SettingsInvalid
from hub_connectors.aftership import Credentials, Signer, string_to_sign
from runtime.clocks import ShiftedClock, StillClock
from runtime.http import Asking
from tests.standins.aftership import KEY, SIGNING_SECRET
from tests.standins.aftership_returns import AfterShipReturnsStandIn

DATE = "Tue, 24 Nov 2026 11:00:00 GMT"
NOON = StillClock(datetime(2026, 11, 24, 11, 0, tzinfo=UTC))
CREDENTIALS = Credentials(api_key=SecretStr("asat_123"), signing_secret=SecretStr("hush"))

WITH_BODY = Asking(name="link", method="POST", path="/returns/2026-07/returns/link", body={})
RAW = b'{"order_number":"1025","postal_code":"07302"}'
WITH_BODY_TEXT = "\n".join(
    (
        "POST",
        "9E0E76E9A8D6834FDA0945C96A86EA66",  # md5sum of RAW, in capitals
        "application/json",
        DATE,
        "as-api-key:asat_123",
        "/returns/2026-07/returns/link",
    )
)
WITH_BODY_SIGNATURE = "4rMYMKEmxxTTqP3G0HCbEmA3DVw8yfScQxHDouQ+UUc="  # openssl dgst -sha256 -hmac hush

WITH_QUERY = Asking(
    name="list",
    method="GET",
    path="/tracking/2026-07/trackings",
    query={"order_id": "#1001 A/B", "limit": "50", "cursor": ""},
)
WITH_QUERY_TEXT = "\n".join(
    (
        "GET",
        "",
        "",
        DATE,
        "as-api-key:asat_123",
        "/tracking/2026-07/trackings?cursor=&limit=50&order_id=%231001+A%2FB",
    )
)
WITH_QUERY_SIGNATURE = "RkCAH31OO7V+dVm8x1BWzIyejZ0gtXQP1jdjsZWsPMc="


@pytest.mark.parametrize(
    ("asking", "raw", "text", "signature"),
    [
        (WITH_BODY, RAW, WITH_BODY_TEXT, WITH_BODY_SIGNATURE),
        (WITH_QUERY, b"", WITH_QUERY_TEXT, WITH_QUERY_SIGNATURE),
    ],
)
def test_the_signature_is_the_one_worked_out_by_hand(asking: Asking, raw: bytes, text: str, signature: str) -> None:
    assert string_to_sign(asking, raw, date=DATE, headers={"as-api-key": "asat_123"}) == text
    made = hmac.new(b"hush", text.encode(), hashlib.sha256).digest()
    assert base64.b64encode(made).decode() == signature
    assert Signer(CREDENTIALS, NOON)(asking, raw) == {
        "as-api-key": "asat_123",
        "date": DATE,
        "as-signature-hmac-sha256": signature,
    }


def test_every_header_of_theirs_is_signed_in_order_and_trimmed() -> None:
    headers = {"AS-Store-Id": " 7 ", "accept": "application/json", "as-api-key": "k"}
    lines = string_to_sign(WITH_BODY, RAW, date=DATE, headers=headers).split("\n")
    assert lines[4:6] == ["as-api-key:k", "as-store-id:7"]
    assert not any("accept" in line for line in lines)


def test_without_a_signing_secret_the_key_is_all() -> None:
    plain = Credentials(api_key=SecretStr("asat_123"))
    assert Signer(plain, NOON)(WITH_QUERY, b"") == {"as-api-key": "asat_123"}


async def test_a_signed_read_and_a_signed_write_are_accepted(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.gate.signing_secret = SIGNING_SECRET
    connector = opened(signing_secret=SIGNING_SECRET)
    await connector.check()
    assert await connector._client.make_link("1025", postal_code="07302")
    assert {each.status for each in stand_in.seen} == {200, 201}


@pytest.mark.parametrize("secret", [None, "another"])
async def test_an_unsigned_or_wrongly_signed_request_is_refused(
    opened: Any, stand_in: AfterShipReturnsStandIn, secret: str | None
) -> None:
    stand_in.backstage.gate.signing_secret = SIGNING_SECRET
    with pytest.raises(CredentialsRejected):
        await opened(signing_secret=secret).check()


async def test_a_wrong_clock_is_told_apart_from_a_wrong_key(opened: Any, stand_in: AfterShipReturnsStandIn) -> None:
    stand_in.backstage.gate.signing_secret = SIGNING_SECRET
    late = ShiftedClock(datetime.now(UTC) - timedelta(minutes=10))
    with pytest.raises(SettingsInvalid, match="clock"):
        await opened(signing_secret=SIGNING_SECRET, clock=late).check()


async def test_a_revoked_key_is_named_as_such_and_never_repeated(
    opened: Any, stand_in: AfterShipReturnsStandIn
) -> None:
    connector = opened()
    stand_in.backstage.gate.keys.clear()
    with pytest.raises(CredentialsRejected) as rejected:
        await connector.check()
    assert rejected.value.fields["meta_code"] == 40100
    assert KEY not in f"{rejected.value!r} {rejected.value.fields}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"api_url": "https://example.com"},
        {"api_url": "http://api.aftership.com"},
        {"api_url": "https://127.0.0.1"},
        {"api_key": "two words"},
        {"api_key": ""},
        {"surprise": 1},
    ],
)
def test_settings_that_cannot_work_are_refused_without_repeating_the_key(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        Credentials.model_validate({"api_key": "asat_secret", **wrong})
    assert "asat_secret" not in str(refused.value)
