"""Networks: on any laptop the room's Wi-Fi is named, or it is said that one had to be chosen."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.ui.web.networks import Kind, Network, default_interfaces, is_unambiguous, rank_networks

WIFI = "192.168.1.20"
ROUTES = """\
Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0
wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
"""

LAPTOPS = {
    "linux, docker and a vpn": ("docker0=172.17.0.1 tun0=10.8.0.2 wlan0=192.168.1.20", True),
    "linux, hotspot": ("br-0a1b2c3d4e5f=172.18.0.1 virbr0=192.168.122.1 ap0=192.168.1.20", True),
    "linux, wireguard": ("wg0=10.66.0.2 wlp3s0=192.168.1.20 veth12ab=172.17.0.9", True),
    "linux, tailscale": ("tailscale0=100.101.1.2 wlp0s20f3=192.168.1.20", True),
    "linux, cable alone": ("docker0=172.17.0.1 enp5s0=192.168.1.20", True),
    "linux, docked": ("enp5s0=192.168.1.9 wlp3s0=192.168.1.20", False),
    "linux, unknown": ("vpn-corp=10.1.1.1 foo7=192.168.1.20", True),
    "mac, vpn": ("utun4=10.8.0.2 en0=192.168.1.20", True),
    "mac, sharing": ("en0=192.168.1.20 bridge100=192.168.2.1 utun3=10.0.0.2", False),
    "mac, vms": ("vmnet8=172.16.5.1 vnic0=10.211.55.2 en0=192.168.1.20", True),
    "windows": ("vEthernet (WSL)=172.28.16.1 Wi-Fi=192.168.1.20", True),
    "windows, german": ("WLAN=192.168.1.20 VirtualBox Host-Only Network=192.168.56.1", True),
    "windows, virtualbox": ("Ethernet 2=192.168.56.1 Wi-Fi 3=192.168.1.20", True),
    "windows, vmware": ("VMware Network Adapter VMnet8=192.168.40.1 Ethernet=192.168.1.20", True),
    "windows, openvpn": ("OpenVPN TAP-Windows6=10.8.0.6 Wi-Fi=192.168.1.20", True),
    "windows, company": ("Ethernet 3=10.20.30.40 Wi-Fi=192.168.1.20", False),
    "windows, hotspot": ("Ethernet=10.0.0.4 Local Area Connection* 12=192.168.1.20", False),
    "windows, german hotspot": ("LAN-Verbindung* 10=192.168.1.20 Hyper-V Switch=172.30.0.1", True),
    "carrier": ("Mobile=100.70.1.1 Wi-Fi=192.168.1.20", True),
    "campus": ("eth1=130.60.1.2 eth0=192.168.1.20", False),
}


def those(told: str) -> list[Network]:
    """Networks, as a line tells them: an address ends each."""
    words, found, name = told.split(" "), [], ""
    for word in words:
        before, is_end, address = word.partition("=")
        name = f"{name} {before}".strip()
        if is_end:
            found.append(Network(name, address))
            name = ""
    return found


@pytest.mark.parametrize(("told", "clear"), LAPTOPS.values(), ids=LAPTOPS)
def test_the_rooms_wifi_is_named_and_a_choice_is_told(told: str, clear: bool) -> None:
    """In whatever order the system names its interfaces."""
    networks = those(told)
    for order in permutations(networks):
        first = rank_networks(order)
        assert first[0].address == WIFI
        assert is_unambiguous(first) is clear


def test_a_tunnel_is_known_by_its_mask_whatever_it_is_called() -> None:
    """Some clients call theirs Ethernet."""
    vpn = Network("Ethernet 3", "10.20.30.40", "255.255.255.255", is_default=True)

    assert vpn.kind is Kind.TUNNEL
    assert rank_networks([vpn, Network("Ethernet", WIFI)])[0].address == WIFI


def test_of_two_cables_the_one_that_leads_out_is_taken() -> None:
    """And among several of a kind, that is all there is to know."""
    out = Network("eth1", WIFI, is_default=True)

    assert rank_networks([Network("eth0", "192.168.7.1"), out])[0] is out
    # two halves of the world are a VPN's, and no default
    assert default_interfaces(ROUTES) == {"wlan0"}
    assert default_interfaces("") == set()


BYTE = st.integers(0, 255)
ADDRESSES = st.tuples(BYTE, BYTE, BYTE, BYTE).map(lambda ip: ".".join(map(str, ip)))
NAMES = st.sampled_from(["lo", "wlan0", "eth0", "docker0", "utun2", "Ethernet é*", "", "x y"])
SOME = st.builds(Network, NAMES, ADDRESSES, st.just(""), st.booleans())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(SOME, max_size=6))
def test_no_tunnel_comes_before_what_the_room_may_share(networks: list[Network]) -> None:
    """Whatever a system calls its interfaces; and nobody is sent to this machine alone."""
    kinds = [network.kind for network in rank_networks(networks)]

    assert kinds == sorted(kinds)
    assert not any(network.address.startswith("127.") for network in rank_networks(networks))
