"""Addresses: where a room can be called."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from game.findings import EvenKeelError
from game.i18n import _
from game.ui.web.networks import Network, default_interfaces, rank_networks

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only if the facilitator says so
ROUTES = Path("/proc/net/route")
FAR_AWAY = "192.0.2.1"
"""An address of nobody's; asking for the way there sends nothing."""


@dataclass
class CannotListen(EvenKeelError):
    """An address that the room cannot be called at. others: those that this machine has."""

    address: str
    port: int
    reason: str
    others: tuple[str, ...] = ()
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        text = _(
            "{address} cannot be used: {reason}\n"
            "choose another one with --port or --bind, with --resume, too: phones then need it",
            address=f"{self.address}:{self.port}",
            reason=self.reason,
        )
        return "\n".join([text, *(f"  --bind {each}" for each in self.others)])


def own_address() -> str:
    """The address at which others most likely call this machine; the loopback if none can.

    Raises nothing: a laptop's own hotspot, which leads nowhere else, is a network, too.
    """
    return next((network.address for network in networks()), LOOPBACK)


def networks() -> list[Network]:
    """Every address of this machine at which others may call it, the likeliest first."""
    import psutil

    up = {link for link, state in psutil.net_if_stats().items() if state.isup}
    defaults, outgoing = _default_interfaces(), _outgoing_address()
    return rank_networks(
        [
            Network(link, ip.address, ip.netmask or "", link in defaults or ip.address == outgoing)
            for link, ips in psutil.net_if_addrs().items()
            if link in up
            for ip in ips
            if ip.family == socket.AF_INET
        ]
    )


def address_from_option(bind: str) -> str:
    """The address that --bind means: itself, or that of the interface with this name."""
    named = (network.address for network in networks() if network.name == bind)
    return next(named, bind)


def _default_interfaces() -> set[str]:
    """The interfaces over which the rest of the world is reached, where the system says so."""
    try:
        return default_interfaces(ROUTES.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return set()


def _outgoing_address() -> str:
    """The address that a call to somebody far away would come from; a VPN's, where there is one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((FAR_AWAY, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def listen_together(address: str, port: int) -> socket.socket:
    """A socket at an address that several processes listen at; the system deals the calls out.

    Raises:
        CannotListen: if that is not possible.
    """
    return _listen(address, port, together=True)


def reserve_port(address: str, port: int) -> socket.socket:
    """A socket that takes no calls, and keeps the place for those that listen there together.

    Raises:
        CannotListen: if that is not possible.
    """
    return _bind(address, port, together=True)


def listen(address: str, port: int) -> list[socket.socket]:
    """Sockets at an address and at the loopback, on one port; 0 is any port that is free.

    Raises:
        CannotListen: if that is not possible.
    """
    first = _listen(address, port)
    here, at = first.getsockname()
    if here in {LOOPBACK, EVERYWHERE}:
        return [first]
    try:
        return [first, _listen(LOOPBACK, at)]
    except CannotListen:
        first.close()
        raise


def listen_also(address: str, taken: Sequence[tuple[str, int]]) -> socket.socket | None:
    """A socket at one more address, on the port of those that are taken; none where they serve it.

    Raises:
        CannotListen: if that is not possible.
    """
    at = [each for each, _ in taken]
    return None if {address, EVERYWHERE}.intersection(at) else _listen(address, taken[0][1])


def url(address: str, port: int) -> str:
    """The address to type; a code behind a # never travels, only the page reads it."""
    return f"http://{address}:{port}/"


def _listen(address: str, port: int, *, together: bool = False) -> socket.socket:
    listener = _bind(address, port, together=together)
    try:
        listener.listen(2048)
    except OSError as wrong:
        listener.close()
        raise _refusal(address, port, wrong) from wrong
    return listener


def _bind(address: str, port: int, *, together: bool) -> socket.socket:
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
    reason = (wrong.strerror or str(wrong)).lower()
    is_taken = wrong.errno == errno.EADDRINUSE
    others = () if is_taken else tuple(f"{each.address} ({each.name})" for each in networks())
    return CannotListen(address, port, reason, others)
