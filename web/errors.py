"""Which HTTP status an error becomes, and what its body says; no other place knows both."""

from http import HTTPStatus

from domain.errors import (
    AppError,
    Conflict,
    ContentProblem,
    DeliveryProblem,
    InboundProblem,
    NotAllowed,
    PayloadTooLarge,
    SentTooOften,
    SignatureInvalid,
    StorageFull,
    VendorProblem,
)

_STATUS: tuple[tuple[type[AppError], HTTPStatus], ...] = (
    (PayloadTooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (SentTooOften, HTTPStatus.TOO_MANY_REQUESTS),
    (SignatureInvalid, HTTPStatus.UNAUTHORIZED),
    (InboundProblem, HTTPStatus.UNPROCESSABLE_ENTITY),
    (StorageFull, HTTPStatus.SERVICE_UNAVAILABLE),
    (ContentProblem, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NotAllowed, HTTPStatus.NOT_FOUND),
    (Conflict, HTTPStatus.CONFLICT),
    (VendorProblem, HTTPStatus.SERVICE_UNAVAILABLE),
    (DeliveryProblem, HTTPStatus.BAD_GATEWAY),
)


def status_of(error: AppError) -> int:
    """What is not ours to show is 404, whether it exists or not."""
    return next((status.value for kind, status in _STATUS if isinstance(error, kind)), 500)


def headers_of(error: AppError) -> dict[str, str]:
    """When to try again, for whom it concerns."""
    return {"retry-after": str(error.retry_after)} if isinstance(error, SentTooOften) else {}


def body_of(error: AppError) -> dict[str, str]:
    """``detail`` was written by us and never holds what was sent."""
    return {"code": error.code, "detail": error.detail}
