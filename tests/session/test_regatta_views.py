"""What each may see of a regatta: the own ship, all of them, or hulls without names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.reports.session_files import write_session_report
from game.session.commands import Button
from game.session.participation.captain_view import CaptainView, captain_view
from game.session.phone_view import as_json
from game.session.prompts import PAGE_PROMPTS
from game.session.session import Page
from game.ship.attention_cost import Kind
from game.storage.logbook import read_log
from tests.session.drill import Drill
from tests.session.test_regatta import a_short_passage


@pytest.fixture
def regatta(tmp_path: Path) -> Drill:
    """Under way in the first watch: Ann, Bob and Cec."""
    drill = Drill(tmp_path, 1, a_short_passage(), pace="watch")
    drill.join("ann", "bob", "cec")
    drill.press(Button.NEXT)
    return drill


def seen_by(drill: Drill, seat: str) -> CaptainView:
    """What somebody's phone shows."""
    return captain_view(drill.room.flow, drill.session, drill.ship_of(seat))


def sent_to(drill: Drill, seat: str) -> dict[str, Any]:
    """The same as it is sent."""
    sent = json.loads(as_json(seen_by(drill, seat)))
    assert isinstance(sent, dict)
    return sent


def test_a_captain_sees_the_whole_watch_and_its_sea_as_numbers(regatta: Drill) -> None:
    sent = sent_to(regatta, "ann")

    assert sent["emblem"] == {"shape": "circle", "number": 1}
    assert {order["id"] for order in sent["watch"]["orders"]} == {"course", "sails", "both"}
    assert {"backdrop", "heel", "sail", "bearing", "progress"} <= set(sent["watch"]["sea"])
    assert all(gauge["label"] and "share" in gauge for gauge in sent["gauges"])


def test_after_the_order_there_is_its_result_and_the_next_watch_only_once_it_is_open(
    regatta: Drill,
) -> None:
    regatta.order("ann", "sails")
    after = seen_by(regatta, "ann")
    assert after.result
    assert after.result.why
    assert after.watch is None
    regatta.press(Button.MATE, Button.NEXT)

    opened = seen_by(regatta, "ann").watch
    assert opened
    assert opened.number == 2
    assert seen_by(regatta, "bob").by_mate


def test_the_debrief_is_shut_until_the_room_is_in_it(regatta: Drill) -> None:
    for _ in range(3):
        regatta.order("ann", "sails")
        regatta.press(Button.MATE, Button.NEXT)
    assert seen_by(regatta, "ann").end
    assert not seen_by(regatta, "ann").looks_back
    regatta.press(Button.DEBRIEF)

    assert seen_by(regatta, "ann").looks_back


def test_nothing_of_another_ship_or_of_a_name_is_sent_to_a_captain(regatta: Drill) -> None:
    before = as_json(seen_by(regatta, "ann"))
    regatta.order("bob", "sails")

    assert as_json(seen_by(regatta, "ann")) == before
    assert "Bob" not in before
    assert "notes" not in before


def test_the_host_sees_trouble_first_and_the_split_of_this_watch(regatta: Drill) -> None:
    regatta.order("ann", "sails")
    regatta.order("bob", "course")
    fleet = regatta.room.host_view({"ann"}).fleet

    assert fleet
    assert (fleet.ships[0].name, fleet.ships[0].given) == ("Cec", False)
    assert fleet.missing == 1
    assert (fleet.split[Kind.SAILS], fleet.split[Kind.COURSE]) == (1, 1)
    assert {row.name: row.kinds for row in fleet.ships} == {"Ann": "S", "Bob": "C", "Cec": ""}
    assert [row.here for row in fleet.ships if row.name == "Ann"] == [True]


def test_an_order_of_the_mate_is_in_no_split(regatta: Drill) -> None:
    regatta.order("ann", "sails")
    regatta.press(Button.MATE)
    fleet = regatta.room.host_view().fleet

    assert fleet
    assert sum(fleet.split.values()) == 1
    assert sum(row.by_mate for row in fleet.ships) == 2


def test_the_host_can_have_the_mate_give_orders_as_long_as_any_is_missing(regatta: Drill) -> None:
    assert Button.MATE in regatta.room.host_view().hands
    assert Button.NEXT not in regatta.room.host_view().hands
    regatta.press(Button.MATE)

    assert Button.MATE not in regatta.room.host_view().hands
    assert Button.NEXT in regatta.room.host_view().hands


def test_the_wall_has_every_hull_in_the_order_of_numbers_and_nobody_by_name(
    regatta: Drill,
) -> None:
    regatta.order("cec", "sails")
    wall = regatta.seen.regatta

    assert wall
    assert [hull.emblem.number for hull in wall.hulls] == [1, 2, 3]
    assert [hull.given for hull in wall.hulls] == [False, False, True]
    assert not any(name in repr(wall) for name in ("Ann", "Bob", "Cec"))


def test_the_papers_have_a_row_a_ship_and_mark_what_the_mate_ordered(
    regatta: Drill, tmp_path: Path
) -> None:
    for _ in range(3):
        regatta.order("ann", "sails")
        regatta.press(Button.MATE, Button.NEXT)
    (tmp_path / "papers").mkdir()
    write_session_report(regatta.room, tmp_path / "papers")
    page = (tmp_path / "papers" / "report.html").read_text(encoding="utf-8")
    rows = (tmp_path / "papers" / "report.csv").read_text(encoding="utf-8").splitlines()

    assert "of 3 arrived" in page
    assert '<th scope="row">Ship-003</th>' in page
    assert "Cec" not in page
    assert sum(",alone," in row for row in rows) == 3
    assert sum(",captain," in row for row in rows) == 6
    assert read_log(tmp_path / "papers" / "ship-001.jsonl").note == ""
    assert "these watches: 1, 2" in read_log(tmp_path / "papers" / "ship-002.jsonl").note


def test_every_page_of_the_debrief_has_its_prompt() -> None:
    """Else the facilitator's page could not show it."""
    assert set(PAGE_PROMPTS) == set(Page)
