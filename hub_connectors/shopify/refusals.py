"""What Shopify says under HTTP 200: too fast, not allowed, not understood, not possible."""

import random
from collections.abc import Mapping
from typing import Any

from domain.errors import VendorRefused, VendorUnavailable, VendorUnreadable
from runtime.http import Answer

_TOO_FAST = 429
_PASSING = frozenset({"INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE"})
_SHORTEST, _LONGEST = 0.1, 30.0
_MOST_JITTER = 0.25


def judge(answer: Answer) -> None:
    """Raises for errors beside or instead of data: what is incomplete is not used."""
    body = answer.body
    if not isinstance(body, dict):
        raise VendorUnreadable("shopify sent no object", status=answer.status)
    errors = body.get("errors")
    if not errors:
        return
    codes = _read_codes(errors)
    if "THROTTLED" in codes:
        raise VendorUnavailable("shopify limits us", retry_after=read_wait(body), status=_TOO_FAST)
    if codes & _PASSING:
        raise VendorUnavailable("shopify failed inside", status=answer.status)
    code = next(iter(sorted(codes)), "")
    raise VendorRefused("shopify refused the question", status=answer.status, vendor_code=code)


def check_user_errors(payload: Mapping[str, Any]) -> None:
    """Raises VendorRefused for a mutation that was understood and not done (``userErrors``, with HTTP 200)."""
    for name, errors in payload.items():
        if name.lower().endswith("usererrors") and errors:
            codes = [str(each.get("code") or "") for each in errors if isinstance(each, dict)]
            raise VendorRefused("shopify did not do it", vendor_code=next(iter(codes), ""))


def read_wait(body: Mapping[str, Any]) -> float:
    """Seconds until the bucket holds what the question costs, and a little more so that callers do not meet again."""
    cost = _dig(body, "extensions", "cost")
    status = _dig(cost, "throttleStatus")
    try:
        missing = float(cost["requestedQueryCost"]) - float(status["currentlyAvailable"])
        wait = missing / float(status["restoreRate"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        wait = 1.0
    jitter = 1 + random.random() * _MOST_JITTER  # noqa: S311 - spreads retries, protects nothing
    return min(_LONGEST, max(_SHORTEST, wait) * jitter)


def _read_codes(errors: Any) -> frozenset[str]:
    """The codes of GraphQL errors; the outer layers of Shopify put one bare text there instead of a list."""
    if not isinstance(errors, list):
        return frozenset()
    return frozenset(
        str(code) for each in errors if isinstance(each, dict) and (code := _dig(each, "extensions").get("code"))
    )


def _dig(within: Any, *path: str) -> dict[str, Any]:
    for name in path:
        within = within.get(name) if isinstance(within, dict) else None
    return within if isinstance(within, dict) else {}
