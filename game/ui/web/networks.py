"""Networks: which of a machine's addresses people in the room can most likely call.

Nothing here asks the system: what it has said is handed in, so that every system can be tried.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import IPv4Address, IPv4Network
from typing import Any, Protocol

CARRIER = IPv4Network("100.64.0.0/10")
"""What providers, and Tailscale, number their own customers with."""
VIRTUALBOX = IPv4Network("192.168.56.0/24")
"""Windows calls its adapter Ethernet, too."""
HOST_ALONE = "255.255.255.255"
"""The mask of a network in which there is nobody else: the end of a tunnel."""
TUNNEL = re.compile(
    r"^(tun|tap|utun|wg|ppp|ipsec|ipip|sit|gre|gpd|cscotun|zt|feth|ham\d|nord|proton|wintun)"
    r"|vpn|\btap\b|wireguard|tailscale|zerotier|hamachi|anyconnect|cisco|globalprotect|pangp"
    r"|forti|pulse|juniper|check ?point|sonicwall|mullvad|surfshark|warp|softether|zscaler|teredo",
    re.IGNORECASE,
)
VIRTUAL = re.compile(
    r"^(docker|br-|veth|virbr|vmnet|vboxnet|vnic|vnet|lxc|lxd|incus|cni|podman|flannel|cali|kube"
    r"|waydroid|anbox|bnep|pan\d|dummy|ifb|lo\d?$|vethernet)"
    r"|virtualbox|vmware|hyper-v|\bwsl\b|docker|loopback|npcap|bluetooth|parallels",
    re.IGNORECASE,
)
WIRELESS = re.compile(
    r"^(wl|wifi|ath\d|ra\d|u?ap\d|swlan|p2p|mlan|en0$)"
    r"|wi-?fi|wlan|wireless|drahtlos|sans fil"
    r"|^(local area connection|lan-verbindung|connexion au r.seau local)\*",
    re.IGNORECASE,
)
"""The star is what Windows puts behind the names of its own hotspots; en0 is a Mac's Wi-Fi."""
WIRED = re.compile(
    r"^(eth|en|em\d|p\d+p\d|lan|local area|connexion au r|bridge1\d\d)", re.IGNORECASE
)


class Kind(IntEnum):
    """What people in the room most likely share with this machine comes first."""

    WIRELESS = 0
    WIRED = 1
    UNKNOWN = 2
    VIRTUAL = 3
    TUNNEL = 4


@dataclass(frozen=True, slots=True)
class Network:
    """An address of this machine. name: of its interface; is_default: whether the default route
    leads over it, where the system says so.
    """

    name: str
    address: str
    mask: str = ""
    is_default: bool = False

    @property
    def kind(self) -> Kind:
        """What carries it, by what systems call such things."""
        ip = IPv4Address(self.address)
        if TUNNEL.search(self.name) or ip in CARRIER or self.mask == HOST_ALONE:
            return Kind.TUNNEL
        if VIRTUAL.search(self.name):
            return Kind.VIRTUAL
        if WIRELESS.search(self.name):
            return Kind.WIRELESS
        if ip in VIRTUALBOX:
            return Kind.VIRTUAL
        return Kind.WIRED if WIRED.search(self.name) else Kind.UNKNOWN

    @property
    def label(self) -> str:
        """Its name and address, for people."""
        return f"{self.name} {self.address}"


class Addresses(Protocol):
    """Where phones call, and where else they could.

    missing: the address that is shown, if this machine has it no longer.
    """

    missing: str

    def look(self) -> bool:
        """Ask the system once more; whether anything is new."""

    def describe(self) -> dict[str, Any]:
        """For the host page."""

    def choose(self, address: str) -> str:
        """Send phones to this one from now on; why not, or nothing."""


def rank_networks(networks: Collection[Network]) -> list[Network]:
    """The likeliest first; of equals, in the order in which the system names them."""

    def unlikely(network: Network) -> tuple[Kind, bool, bool]:
        is_public = not IPv4Address(network.address).is_private
        return network.kind, is_public, not network.is_default

    return sorted((each for each in networks if _may_be_called(each)), key=unlikely)


def is_unambiguous(networks: Sequence[Network]) -> bool:
    """Whether nobody had to choose: one of them may be the room's, and no other."""
    return sum(network.kind <= Kind.UNKNOWN for network in networks) == 1


def default_interfaces(routes: str) -> set[str]:
    """The interfaces of the default routes in Linux's own table of them."""
    rows = [line.split() for line in routes.splitlines()[1:]]
    none = "00000000"
    return {row[0] for row in rows if len(row) > 7 and row[1] == none and row[7] == none}


def _may_be_called(network: Network) -> bool:
    ip = IPv4Address(network.address)
    return not (ip.is_loopback or ip.is_link_local or ip.is_unspecified)
