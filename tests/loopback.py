"""Keeps sockets on this machine while tests run: a test that needs the world is a test of the world."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any


class WorldRefused(OSError):
    """A test tried to reach another machine."""


def _stays_here(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return host in {"localhost", ""}


@contextmanager
def only_loopback() -> Iterator[None]:
    """Within it, connecting beyond loopback raises WorldRefused."""
    plain, quick = socket.socket.connect, socket.socket.connect_ex

    def connect(self: socket.socket, address: Any) -> None:
        if not _stays_here(address):
            raise WorldRefused(f"tests stay on this machine, and {address!r} is not on it")
        plain(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        if not _stays_here(address):
            raise WorldRefused(f"tests stay on this machine, and {address!r} is not on it")
        return quick(self, address)

    socket.socket.connect, socket.socket.connect_ex = connect, connect_ex  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        socket.socket.connect, socket.socket.connect_ex = plain, quick  # type: ignore[method-assign]
