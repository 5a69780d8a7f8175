"""Where a room is called: named on the command line, or chosen on the host page as it goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.support.projector_services import room_services_of
from game.cli.support.room_addresses import PhoneAddressChooser, choice_told
from game.cli.support.session_folder import (
    DOOR,
    Address,
    HostedSession,
    new_hosted_session,
    resume_hosted_session,
)
from game.testing import a_loaded_scenario
from game.ui.web.address import EVERYWHERE, CannotListen, address_from_option, listen
from game.ui.web.networks import Network

WIFI, CABLE = Network("wlan0", "127.0.0.3"), Network("eth0", "127.0.0.2")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))


def a_berth(address: str) -> HostedSession:
    """A room for phones at this address, which had to be chosen."""
    return new_hosted_session(
        a_loaded_scenario(), 1, 1, 9, Address(address, 8470, phones=True, is_guess=True)
    )


def test_an_interface_may_be_named_instead_of_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """And an address that this machine does not have is answered with those that it has."""
    monkeypatch.setattr("game.ui.web.address.networks", lambda: [WIFI, CABLE])
    with pytest.raises(CannotListen) as wrong:
        listen("192.0.2.77", 0)

    assert (address_from_option("wlan0"), address_from_option("10.0.0.1")) == (
        "127.0.0.3",
        "10.0.0.1",
    )
    assert "--bind 127.0.0.2 (eth0)" in wrong.value.message()


def test_that_one_had_to_be_chosen_is_told_with_the_others() -> None:
    """By name and address, as --bind takes both."""
    told = choice_told([WIFI, CABLE])

    assert "wlan0 127.0.0.3" in told
    assert "--bind 127.0.0.2 (eth0)" in told


def test_phones_are_sent_elsewhere_while_the_room_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The room listens there, too, the wall shows it, and it is kept."""
    hosted = a_berth("127.0.0.2")
    choice = PhoneAddressChooser(hosted, lambda: [CABLE, WIFI])
    listened: list[str] = []
    monkeypatch.setattr(hosted.server, "listen", listened.append)
    assert choice.describe()["guessed"]
    assert choice.choose("192.0.2.1") == "this laptop has no such address"
    assert choice.choose("127.0.0.3") == ""
    with room_services_of(hosted) as room_services:
        invitation = room_services.invitation()
    hosted.close()

    assert listened == ["127.0.0.3"]
    assert not choice.describe()["guessed"]
    assert [each["shown"] for each in choice.describe()["choices"]] == [False, True]
    assert invitation
    assert invitation.address == "127.0.0.3:8470"
    assert {"127.0.0.2:8470", "127.0.0.3:8470"} <= hosted.door.hosts
    assert json.loads((hosted.folder / DOOR).read_text())["address"] == "127.0.0.3"


def test_where_phones_cannot_be_sent_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else has the port there, or the disk takes nothing."""
    hosted = a_berth("127.0.0.2")
    choice = PhoneAddressChooser(hosted, lambda: [CABLE, WIFI])
    monkeypatch.setattr(hosted.server, "listen", lambda _: None)

    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("game.cli.support.session_folder.write_all", full)
    refused = choice.choose("127.0.0.3")
    hosted.close()

    assert "no space left" in refused
    assert hosted.place.address == "127.0.0.2"


def test_of_a_room_that_listens_everywhere_only_what_is_shown_changes() -> None:
    """And once it goes on, it is shown the same."""
    hosted = a_berth(EVERYWHERE)
    hosted.move("10.0.0.5")
    hosted.close()
    again = resume_hosted_session(hosted.folder)
    again.close()

    assert (again.place.address, again.place.url) == (EVERYWHERE, "http://10.0.0.5:8470/")


def test_a_laptop_that_has_left_its_network_says_so() -> None:
    """Until it is back, or another address is chosen."""
    has = [Network("wlan0", "192.168.1.20")]
    hosted = a_berth("192.168.1.20")
    hosted.close()
    choice = PhoneAddressChooser(hosted, lambda: list(has))
    hosted.server.broadcaster.addresses = choice
    assert not choice.look()
    has.clear()
    assert choice.look()

    assert "no longer at 192.168.1.20" in hosted.server.broadcaster.trouble
