"""A session leaves the logbooks that solo captains would have left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.reports.session_files import crew_logbook_bytes, write_session_report
from game.session.commands import Button
from game.session.session import Phase
from game.storage.logbook import LOGBOOKS, read_log
from game.testing import a_helm, a_loaded_scenario
from game.voyage.replay import replay
from tests.session.drill import Drill
from tests.ui.window.wall import a_wall

ORDERS = ("steer", "reef", "share", "drill", "steer", "reef")


def as_solo(folder: Path, orders: tuple[str, ...], started: float) -> bytes:
    """The logbook of a solo captain who gives these orders, but for its moment."""
    helm = a_helm(folder, a_loaded_scenario())
    for order in orders:
        helm.give(order)
    first, *rest = helm.path.read_bytes().splitlines(keepends=True)
    header = json.loads(first)
    assert header["started"] == "2026-06-01T12:00:00+00:00"
    assert started == 1780315200
    return b"".join([first, *rest])


def test_by_hands_by_phones_and_solo_the_logbook_is_the_same(
    tmp_path: Path, restarts: bool
) -> None:
    """Byte for byte: same seed, same decisions."""
    solo = as_solo(tmp_path / "solo", ORDERS, 1780315200)
    by_hands = Drill(tmp_path / "hands", restarts=restarts)
    by_hands.sail(*ORDERS)
    by_phones = Drill(tmp_path / "phones", restarts=restarts)
    by_phones.join("ann", "bob", "cec")
    for order in ORDERS:
        by_phones.open_vote()
        by_phones.vote("ann", "share")
        by_phones.vote("bob", order)
        by_phones.vote("cec", order)
        by_phones.press(*[Button.NEXT] * 4)

    for drill in (by_hands, by_phones):
        (crew,) = drill.room.session.crews
        assert crew_logbook_bytes(drill.room, crew) == solo


@pytest.mark.parametrize("phones", [False, True], ids=["hands", "phones"])
def test_on_the_projector_the_logbook_is_the_same(tmp_path: Path, phones: bool) -> None:
    """Typed on its own keyboard, hand by hand; with a second count beside phones, too."""
    solo = as_solo(tmp_path / "solo", ORDERS, 1780315200)
    (tmp_path / "wall").mkdir()
    with a_wall(tmp_path / "wall", phones=phones) as wall:
        for order in ORDERS:
            while wall.room.session.phase is not Phase.VOTING:
                wall.leaf()
            number = list(wall.room.loaded.scenario.watches["watch_1"].orders).index(order)
            if phones:
                wall.key(str(number + 1), "1", "2", "enter")
            else:
                wall.key(*["down"] * number, "1", "2")
            wall.key("r", "pagedown", "pagedown")
        (crew,) = wall.room.session.crews
        logbook = crew_logbook_bytes(wall.room, crew)

    assert logbook == solo


def test_what_was_undone_is_in_no_logbook(convoy: Drill, tmp_path: Path) -> None:
    """Each crew has its own; written again, it takes the place of the old one."""
    convoy.sail("steer", "reef")
    write_session_report(convoy.room, tmp_path)
    convoy.press(Button.UNDO)
    paths = [path for path in write_session_report(convoy.room, tmp_path) if path.match(LOGBOOKS)]

    assert [path.name for path in paths] == ["albatross.jsonl", "bittern.jsonl", "cormorant.jsonl"]
    for path in paths:
        log = read_log(path)
        assert [entry.order for entry in log.entries] == ["steer"]
        assert not replay(log).differs
