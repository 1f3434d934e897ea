"""Which pages may embed a widget: the merchant's list is checked on every request; tokens travel in a header, never in
a cookie, so that a foreign page has nothing to ride on."""

from fastapi import Request, Response

from domain.errors import NotAllowed

ANY = "*"


class OriginRefused(NotAllowed):
    code = "origin_refused"


def check_origin(request: Request, allowed: tuple[str, ...]) -> None:
    """Our own pages and those on the list; a request without an Origin is no page of somebody else's."""
    origin = request.headers.get("origin")
    if origin is None or ANY in allowed or origin in allowed or origin == _own(request):
        return
    raise OriginRefused("this page may not use this widget key")


def allow_origin(request: Request, response: Response) -> Response:
    """The CORS answer for a request that passed, and for preflights, which reveal nothing."""
    origin = request.headers.get("origin")
    if origin:
        response.headers["access-control-allow-origin"] = origin
        response.headers["access-control-allow-headers"] = "authorization, content-type, last-event-id"
        response.headers["access-control-allow-methods"] = "GET, POST, OPTIONS"
        response.headers["access-control-max-age"] = "600"
        response.headers["vary"] = "Origin"
    return response


def _own(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"
