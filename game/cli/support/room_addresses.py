"""Where a room is called: what the host page may choose, and what a command line is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from game.findings import EvenKeelError
from game.i18n import _
from game.ui.web.networks import Network

if TYPE_CHECKING:
    from game.cli.support.session_folder import HostedSession


Ask = Callable[[], "list[Network]"]
"""Asks the system for the addresses that this machine has now, the likeliest first."""


class PhoneAddressChooser:
    """The addresses of a room that is held: see `game.ui.web.networks.Addresses`."""

    def __init__(self, hosted: HostedSession, ask: Ask) -> None:
        self.missing = ""
        self._hosted, self._ask = hosted, ask
        self._networks = ask()

    def look(self) -> bool:
        """Ask the system once more; whether anything is new."""
        before = self._networks, self.missing
        self._networks = self._ask()
        called = self._hosted.place.called
        self.missing = "" if self._has(called) or called.startswith("127.") else called
        return before != (self._networks, self.missing)

    def describe(self) -> dict[str, Any]:
        """For the host page."""
        place = self._hosted.place
        choices = [
            {"name": each.name, "address": each.address, "shown": each.address == place.called}
            for each in self._networks
        ]
        return {"url": place.url, "guessed": place.is_guess, "choices": choices}

    def choose(self, address: str) -> str:
        """Send phones to this one from now on; why not, or nothing."""
        if not self._has(address):
            return _("this laptop has no such address")
        try:
            self._hosted.server.listen(address)
            self._hosted.move(address)
        except (EvenKeelError, OSError) as wrong:
            return _("phones cannot be sent there: {reason}", reason=wrong)
        self.look()
        return ""

    def _has(self, address: str) -> bool:
        return any(network.address == address for network in self._networks)


def choice_told(networks: Sequence[Network]) -> str:
    """That one of several had to be taken, and how to take another."""
    taken, *others = networks
    told = _(
        "         had to choose: {network}; on your page you can choose anew", network=taken.label
    )
    ways = [
        _("         another: --bind {address} ({name})", address=each.address, name=each.name)
        for each in others
    ]
    return "\n".join([told, *ways])
