"""A session's berth: where it can be called, its door, and how it is gone on with."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.cli.host.host import host, write_now
from game.cli.support.health_checks import check_reachable
from game.cli.support.projector_services import room_services_of
from game.cli.support.session_folder import (
    DOOR,
    JOURNAL,
    host_names_of,
    language_of,
    new_hosted_session,
    newest_session_folder,
    resume_hosted_session,
)
from game.cli.support.session_folder import Address as At
from game.session.commands import Join
from game.testing import a_loaded_scenario
from game.ui.web.address import EVERYWHERE, CannotListen, listen, own_address
from tests.cli.test_room_verbs import HOST, hosted

UP, DOWN = SimpleNamespace(isup=True), SimpleNamespace(isup=False)


def at(address: str) -> SimpleNamespace:
    """An address of a link."""
    return SimpleNamespace(family=socket.AF_INET, address=address, netmask="255.255.255.0")


def test_a_session_goes_on_at_another_address(tmp_path: Path) -> None:
    """The laptop has changed networks: the same room, code and key, and from now on there."""
    words = ("maiden-passage", "--phones", "--bind", "127.0.0.2")
    _, folder = hosted(tmp_path, *words, *HOST)
    before = json.loads((folder / DOOR).read_text())
    hosted(tmp_path, "--resume", "--bind", "127.0.0.3", "--port", "0", "--no-window")
    said, _ = hosted(tmp_path, "--resume", "--no-window")
    door = json.loads((folder / DOOR).read_text())

    assert f"http://127.0.0.3:{door['port']}/   code {before['code']}" in said
    assert door["key"] == before["key"]


def test_a_room_goes_on_though_its_report_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody has an earlier one open in a spreadsheet, which lets nobody write it: all stay."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    hosted = new_hosted_session(a_loaded_scenario(), 1, 1, 9, At("127.0.0.1", 1))
    (hosted.folder / "monday.csv" / "is open").mkdir(parents=True)
    assert not write_now(hosted, "try again")
    hosted.close()

    said = capsys.readouterr().err
    assert "monday.csv" in said
    assert "try again" in said
    assert not (hosted.folder / "report.html").exists()


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_a_session_is_for_its_owners_eyes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folder, journal and papers: nobody else on this machine reads names, however it is set up."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    before = os.umask(0)
    try:
        hosted = new_hosted_session(a_loaded_scenario(), 1, 1, 9, At("127.0.0.1", 1))
        hosted.room.do(Join("a seat", "Ann", 0))
        assert write_now(hosted, "")
        files = {path.name: path.stat().st_mode & 0o777 for path in hosted.folder.iterdir()}
        hosted.close()
    finally:
        os.umask(before)

    assert hosted.folder.stat().st_mode & 0o777 == 0o700
    assert {JOURNAL, f"{JOURNAL}-wal", DOOR, "report.html", "monday.csv"} <= {*files}
    assert {*files.values()} == {0o600}


def test_a_room_answers_to_its_own_names_only() -> None:
    """Its address, the loopback, this machine's name; of all addresses, each."""
    assert "192.168.1.7:80" in host_names_of(At("192.168.1.7", 80))
    assert "localhost:80" in host_names_of(At("192.168.1.7", 80))
    assert "192.168.1.7:80" not in host_names_of(At("127.0.0.1", 80))
    assert "127.0.0.1:80" in host_names_of(At(EVERYWHERE, 80))


def test_at_the_usual_port_a_room_is_called_without_it() -> None:
    """As every browser does; at another port it is not."""
    assert {"192.168.1.7", "localhost"} <= host_names_of(At("192.168.1.7", 80))
    assert "192.168.1.7" not in host_names_of(At("192.168.1.7", 8470))


@pytest.mark.parametrize("said", ["Annas-Laptop", "Annas-Laptop.local", "annas-laptop.fritz.box"])
def test_a_laptop_is_found_by_its_name_in_the_room(
    monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """However its system says that name."""
    monkeypatch.setattr("socket.gethostname", lambda: said)

    assert "annas-laptop.local:8470" in host_names_of(At("192.168.1.7", 8470))


def test_a_laptop_that_is_its_own_hotspot_is_in_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No way leads anywhere else from there, and phones are in it."""
    monkeypatch.setattr("game.ui.web.address.FAR_AWAY", "no way there")
    monkeypatch.setattr("psutil.net_if_stats", lambda: {"lo": UP, "ap0": UP, "eth0": DOWN})
    monkeypatch.setattr(
        "psutil.net_if_addrs",
        lambda: {"lo": [at("127.0.0.1")], "eth0": [at("10.9.9.9")], "ap0": [at("10.42.0.1")]},
    )
    assert own_address() == "10.42.0.1"
    monkeypatch.setattr("psutil.net_if_addrs", lambda: {"lo": [at("127.0.0.1")]})

    assert own_address() == "127.0.0.1"


def test_phones_in_no_network_are_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The session is held by hands, and it is said why."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.host.host.networks", list)
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    monkeypatch.setattr("game.cli.host.host._hold", lambda hosted, _: hosted.close())
    host("maiden-passage", phones=True, no_window=True)

    assert "in no network" in capsys.readouterr().err


def test_whoever_has_several_addresses_is_told_of_the_others() -> None:
    """A VPN's comes first, and no phone can call it."""
    told = check_reachable("http://10.8.0.2:8470/", "", [], ["192.168.1.7 (wlan0)"])

    assert "it had to be chosen: --bind 192.168.1.7 (wlan0)" in told.advice


def test_a_room_at_localhost_needs_no_second_socket_there() -> None:
    """It is the loopback by its name."""
    listeners = listen("localhost", 0)
    for listener in listeners:
        listener.close()

    assert len(listeners) == 1


def test_a_session_that_could_not_be_begun_is_not_the_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full before its door was written: the evening's session can be gone on with."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    loaded, place = a_loaded_scenario(), At("127.0.0.1", 1)
    evening = new_hosted_session(loaded, 1, 1, 9, place)
    evening.close()

    def full(*_: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("game.cli.support.session_folder.write_all", full)
    with pytest.raises(OSError, match="no space left"):
        new_hosted_session(loaded, 2, 1, 9, place)

    assert newest_session_folder() == evening.folder


def test_the_newest_session_is_the_one_that_was_held_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the clock was a day ahead and has been set back; a look at another changes nothing."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    hosted_sessions = []
    for number in (1, 2):
        hosted_sessions.append(
            new_hosted_session(a_loaded_scenario(), number, 1, 9, At("127.0.0.1", 1))
        )
        hosted_sessions[-1].room.journal.close()
        ahead = (hosted_sessions[-1].folder / JOURNAL).stat().st_mtime + 86_400 * (2 - number)
        os.utime(hosted_sessions[-1].folder / JOURNAL, (ahead, ahead))
    first, second = (hosted.folder for hosted in hosted_sessions)
    assert newest_session_folder() == second

    again = resume_hosted_session(first)
    assert newest_session_folder() == second
    again.room.do(Join("ann", "", 0))
    again.room.journal.close()
    assert newest_session_folder() == first


@pytest.mark.parametrize("phones", [True, False], ids=["phones", "hands"])
def test_the_wall_invites_phones_where_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, phones: bool
) -> None:
    """On this machine alone, too; and again once the session goes on."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    hosted = new_hosted_session(a_loaded_scenario(), 1, 1, 9, At("127.0.0.1", 1, phones))
    hosted.close()
    again = resume_hosted_session(hosted.folder)
    again.close()
    for each in (hosted, again):
        with room_services_of(each) as room_services:
            assert (room_services.invitation() is not None) == phones


@pytest.mark.parametrize(
    ("address", "asked"), [("192.168.1.7", True), ("127.0.0.1", False)], ids=["phones", "hands"]
)
def test_a_door_of_an_earlier_version_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, asked: bool
) -> None:
    """It did not say whether phones are asked, nor its language: its address tells the one."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("game.cli.support.session_folder._listening", lambda place: ([], place))
    hosted = new_hosted_session(a_loaded_scenario(), 1, 1, 9, At(address, 1, phones=True))
    hosted.close()
    door = json.loads((hosted.folder / DOOR).read_text())
    kept = {key: door[key] for key in ("code", "key", "address", "port")}
    (hosted.folder / DOOR).write_text(json.dumps(kept))
    again = resume_hosted_session(hosted.folder)
    again.close()

    assert language_of(hosted.folder) == ""
    assert again.place.phones is asked
    assert (again.door.code, again.door.key) == (door["code"], door["key"])


@pytest.mark.parametrize(
    "text",
    [
        '{"code": "K7M3P"',
        "[1]",
        '{"code": "K7M3P", "key": "k", "address": "127.0.0.1", "port": 1e999}',
    ],
    ids=["half a file", "something else", "no port"],
)
def test_a_door_that_cannot_be_read_is_no_session(tmp_path: Path, text: str) -> None:
    """It is told as if there were none."""
    (tmp_path / DOOR).write_text(text)
    with pytest.raises(Exception, match="no session is kept in"):
        resume_hosted_session(tmp_path)


def test_a_door_with_a_port_that_no_machine_has_is_told_so() -> None:
    """Somebody has written in it by hand; --port chooses another."""
    with pytest.raises(CannotListen, match="that is no address"):
        listen("127.0.0.1", 99_999)
