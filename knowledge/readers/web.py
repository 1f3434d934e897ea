"""Fetches one web page: public addresses only, bounded in time and size, every redirect checked again."""

import ipaddress
import socket
import time
from contextlib import AbstractContextManager
from urllib.parse import urljoin

import httpx

from domain.errors import ContentUnreadable, PayloadTooLarge
from knowledge.drafts import Draft
from knowledge.readers.html import read_web_page

_TIMEOUT = httpx.Timeout(15.0, connect=5.0)
_SECONDS = 45
_MAX_BYTES = 5 * 2**20
_REDIRECTS = 5
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_AGENT = "aftercare-knowledge"


def read_page(url: str, *, allow_private: bool = False) -> Draft:
    """Blocks; raises ContentUnreadable or PayloadTooLarge with a sentence for the person who gave the address."""
    text, address = _fetch(url, allow_private)
    draft = read_web_page(text, url=address)
    if not any(section.text.strip() for section in draft.sections):
        raise ContentUnreadable(f"{url}: there is no text on the page", reason="no_text")
    return draft


def _fetch(url: str, allow_private: bool) -> tuple[str, str]:
    deadline = time.monotonic() + _SECONDS
    try:
        with httpx.Client(timeout=_TIMEOUT, trust_env=False) as client:
            for _ in range(_REDIRECTS + 1):
                with _open(client, url, allow_private) as response:
                    if response.is_redirect:
                        url = urljoin(url, response.headers.get("location", ""))
                        continue
                    return _body(url, response, deadline), url
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ContentUnreadable(
            f"{url}: the page does not answer ({type(error).__name__})", reason="no_answer"
        ) from error
    raise ContentUnreadable(f"{url}: the page redirects too often", reason="redirects")


def _open(client: httpx.Client, url: str, allow_private: bool) -> AbstractContextManager[httpx.Response]:
    """Asks the very address that was checked: a name could lead elsewhere the second time it is looked up."""
    target = httpx.URL(url)
    if target.scheme not in {"http", "https"} or not target.host:
        raise ContentUnreadable(f"{url}: an address starts with http:// or https://", reason="address")
    headers = {"User-Agent": _AGENT, "Accept": "text/html", "Host": target.netloc.decode("ascii")}
    address = _resolve(url, target, allow_private)
    return client.stream(
        "GET", target.copy_with(host=address), headers=headers, extensions={"sni_hostname": target.host}
    )


def _resolve(url: str, target: httpx.URL, allow_private: bool) -> str:
    try:
        found = socket.getaddrinfo(target.host, target.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ContentUnreadable(f"{url}: there is no such site", reason="no_site") from error
    addresses = [str(each[4][0]).split("%")[0] for each in found]
    if not allow_private and not all(ipaddress.ip_address(address).is_global for address in addresses):
        raise ContentUnreadable(f"{url}: addresses inside the own network are not read", reason="inside")
    return addresses[0]


def _body(url: str, response: httpx.Response, deadline: float) -> str:
    if response.status_code != httpx.codes.OK:
        raise ContentUnreadable(f"{url}: the page answers with status {response.status_code}", reason="status")
    kind = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if kind not in _KINDS:
        raise ContentUnreadable(f"{url}: the address holds {kind or 'something'}, not a page", reason="kind")
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > _MAX_BYTES:
            raise PayloadTooLarge(f"{url}: the page is larger than {_MAX_BYTES // 2**20} MB")
        if time.monotonic() > deadline:
            raise ContentUnreadable(f"{url}: the page takes longer than {_SECONDS} seconds", reason="slow")
    return bytes(body).decode(response.encoding or "utf-8", "replace")
