"""Addresses: where a room can be called."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from typing import ClassVar

from game.findings import EvenKeelError
from game.tongue import _

LOOPBACK = "127.0.0.1"
FAR_AWAY = "192.0.2.1"
"""An address of nobody's; asking for the way there sends nothing."""


@dataclass
class CannotListen(EvenKeelError):
    """An address that the room cannot be called at."""

    address: str
    port: int
    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return _(
            "{address} cannot be used: {reason}\n"
            "choose another one with --port or --bind, with --resume, too: phones then need it",
            address=f"{self.address}:{self.port}",
            reason=self.reason,
        )


def own_address() -> str:
    """This machine's address in the network it is in; the loopback if it is in none.

    One that leads nowhere else, as a laptop's own hotspot, is a network, too.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((FAR_AWAY, 9))
        except OSError:
            return next(iter(addresses()), LOOPBACK)
        return str(probe.getsockname()[0])


def addresses() -> list[str]:
    """Every address of this machine at which others in a network may call it."""
    import psutil

    up = {link for link, state in psutil.net_if_stats().items() if state.isup}
    found = [
        ip.address
        for link, ips in psutil.net_if_addrs().items()
        if link in up
        for ip in ips
        if ip.family == socket.AF_INET
    ]
    return [each for each in found if not each.startswith(("127.", "169.254."))]


def listen_together(address: str, port: int) -> socket.socket:
    """A socket at an address that several processes listen at; the system deals the calls out.

    Raises:
        CannotListen: if that is not possible.
    """
    return _listen(address, port, together=True)


def hold(address: str, port: int) -> socket.socket:
    """A socket that takes no calls, and keeps the place for those that listen there together.

    Raises:
        CannotListen: if that is not possible.
    """
    return _bound(address, port, together=True)


def listen(address: str, port: int) -> list[socket.socket]:
    """Sockets at an address and at the loopback, on one port; 0 is any port that is free.

    Raises:
        CannotListen: if that is not possible.
    """
    first = _listen(address, port)
    here, at = first.getsockname()
    if here in {LOOPBACK, "0.0.0.0"}:  # noqa: S104 - only if the facilitator says so
        return [first]
    try:
        return [first, _listen(LOOPBACK, at)]
    except CannotListen:
        first.close()
        raise


def url(address: str, port: int) -> str:
    """The address to type; a code behind a # never travels, only the page reads it."""
    return f"http://{address}:{port}/"


def _listen(address: str, port: int, *, together: bool = False) -> socket.socket:
    listener = _bound(address, port, together=together)
    try:
        listener.listen(2048)
    except OSError as wrong:
        listener.close()
        raise _refusal(address, port, wrong) from wrong
    return listener


def _bound(address: str, port: int, *, together: bool) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if together and not hasattr(socket, "SO_REUSEPORT"):
            raise CannotListen(address, port, "here no two processes can listen at one port")
        if together:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        elif os.name == "posix":  # elsewhere this would let two programs have one port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
    except OSError as wrong:
        bound.close()
        raise _refusal(address, port, wrong) from wrong
    except (TypeError, OverflowError) as wrong:  # what no network has: the system is not asked
        bound.close()
        raise CannotListen(address, port, "that is no address") from wrong
    return bound


def _refusal(address: str, port: int, wrong: OSError) -> CannotListen:
    return CannotListen(address, port, (wrong.strerror or str(wrong)).lower())
