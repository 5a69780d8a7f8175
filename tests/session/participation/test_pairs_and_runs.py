"""Talking in pairs from a watch on, joining late, and sailing once more in another sea."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.reports.room_findings import room_findings
from game.reports.room_pages import pages_of, voyages_of
from game.reports.session_files import crew_logbook_bytes
from game.session.commands import Button, Order
from game.session.participation.captain_view import captain_view
from game.session.session import Phase
from game.testing import a_document, a_helm, a_loaded_scenario, a_watch, an_order
from tests.session.drill import Drill
from tests.session.participation.conftest import CREW


def sail(drill: Drill, orders: str = "trim") -> None:
    """The open watch, all alike, and on to the next."""
    for seat in CREW:
        drill.order(seat, orders)
    drill.press(Button.NEXT)


def to_the_end(drill: Drill) -> None:
    """All voyages to their end, and the debrief."""
    while drill.session.at_sea:
        sail(drill)
    drill.press(Button.DEBRIEF)


def paired(drill: Drill, seat: str) -> list[int]:
    """Whom somebody talks with, by number."""
    view = captain_view(drill.room.flow, drill.session, drill.ship_of(seat))
    return [emblem.number for emblem in view.pair]


def test_pairs_begin_with_a_whole_watch_and_hold(regatta: Drill) -> None:
    regatta.order("ann", "trim")
    assert not regatta.press(Button.PAIRS)
    assert paired(regatta, "bob") == []
    assert regatta.press(Button.PAIRS) == "they talk in pairs already"
    sail(regatta)

    assert [paired(regatta, seat) for seat in CREW] == [[2], [1], [4], [3]]
    assert not regatta.order("ann", "trim")
    assert len(regatta.ship_of("bob").voyage.gave) == 1


def test_of_an_odd_number_three_talk_together_and_who_joins_later_is_alone(
    regatta: Drill,
) -> None:
    regatta.join("eve")
    regatta.press(Button.PAIRS)
    regatta.join("fay")

    assert paired(regatta, "eve") == [3, 4]
    assert paired(regatta, "fay") == []


def test_who_joins_when_the_mates_ship_is_over_sails_from_the_first_watch(
    tmp_path: Path, restarts: bool
) -> None:
    """Nobody waits for her; when the others are done, the debrief comes all the same."""
    home = an_order("course", goto="harbour")
    turning = a_watch(
        {"wind": 1.0, "shift": 40, "complexity": 0}, home=home, trim=an_order("sails")
    )
    loaded = a_loaded_scenario(a_document(*(turning,) * 4))
    drill = Drill(tmp_path, 1, loaded, restarts=restarts, pace="watch")
    drill.join("ann")
    drill.press(Button.NEXT)
    for _ in range(3):
        drill.order("ann", "trim")
        drill.press(Button.NEXT)
    drill.join("late")
    assert drill.ship_of("late").voyage.gave == ()
    assert not drill.order("late", "trim")
    assert not drill.order("late", "trim")
    assert not drill.order("ann", "trim")
    assert not drill.press(Button.NEXT)

    assert drill.phase is Phase.DEBRIEF
    assert drill.ship_of("late").by_mate == ()


def test_a_second_run_is_in_another_sea_and_keeps_the_first(regatta: Drill, tmp_path: Path) -> None:
    assert regatta.sail_again() == "sail again from the debrief of a regatta"
    to_the_end(regatta)
    first = [crew.voyage for crew in regatta.session.crews]
    assert not regatta.sail_again()

    assert regatta.phase is Phase.UNDER_WAY
    assert regatta.session.watch == 1
    assert [crew.earlier[0].voyage for crew in regatta.session.crews] == first
    assert all(crew.voyage.gave == () for crew in regatta.session.crews)
    sail(regatta)
    ship = regatta.ship_of("ann")
    assert ship.voyage.seed == first[0].seed + 1
    assert crew_logbook_bytes(regatta.room, ship) == _solo(regatta, tmp_path, ship.voyage.seed)


def _solo(drill: Drill, folder: Path, seed: int) -> bytes:
    """The logbook of one who gave the same order in the same sea alone."""
    helm = a_helm(folder / "solo", drill.room.loaded, seed=seed)
    helm.give("trim")
    return helm.path.read_bytes()


def test_what_was_said_in_the_first_run_and_comes_late_is_not_of_the_second(regatta: Drill) -> None:
    """A phone that was away repeats what was not answered."""
    regatta.press(Button.MATE, Button.DEBRIEF)
    regatta.sail_again()
    late = Order("ann", 1, "steer")

    assert "something has changed" in regatta.do(late)
    assert regatta.ship_of("ann").voyage.gave == ()
    assert not regatta.do(replace(late, run=2))


def test_what_the_mate_ordered_stays_his_in_a_second_run(regatta: Drill) -> None:
    """And nobody is absent there before a watch has been missed."""
    regatta.press(Button.MATE, Button.NEXT)
    to_the_end(regatta)
    regatta.sail_again(2)
    assert regatta.ship_of("ann").by_mate == (1,)
    regatta.press(Button.MATE, Button.NEXT)

    assert not regatta.ship_of("ann").by_captain
    regatta.press(Button.MATE)
    assert regatta.ship_of("ann").by_captain


def test_who_comes_late_is_absent_only_after_two_watches_of_their_own(regatta: Drill) -> None:
    regatta.press(Button.MATE, Button.NEXT)
    regatta.join("late")
    assert regatta.ship_of("late").by_mate == (1,)
    regatta.press(Button.MATE)

    assert not regatta.ship_of("late").by_captain


def test_a_room_that_is_paused_sails_no_second_run(regatta: Drill) -> None:
    regatta.press(Button.DEBRIEF, Button.PAUSE)
    assert regatta.sail_again() == "the session is paused: go on first"
    regatta.press(Button.PAUSE)

    assert not regatta.sail_again()


def test_a_second_run_from_a_later_watch_gives_the_same_orders_up_to_it(regatta: Drill) -> None:
    to_the_end(regatta)
    assert not regatta.sail_again(3)

    assert regatta.session.watch == 3
    assert all(crew.voyage.gave == ("trim", "trim") for crew in regatta.session.crews)
    assert not regatta.order("ann", "steer")
    assert regatta.ship_of("ann").by_mate == ()


def test_the_room_hears_what_it_guessed_what_it_thought_and_whether_it_learnt(
    regatta: Drill,
) -> None:
    for seat in CREW:
        regatta.guess(seat, 5)
    regatta.press(Button.POLL)
    for seat in CREW:
        regatta.answer(seat, 4)
    regatta.press(Button.POLL)
    sail(regatta, "steer")
    regatta.press(Button.PAIRS)
    to_the_end(regatta)
    told = {page.id.value: page for page in room_findings(regatta.room.flow, regatta.session)}

    [together] = pages_of(regatta.room.flow, voyages_of(regatta.session), regatta.session.pages[-6])
    assert [note.name for note in together.notes] == [page.title for page in told.values()]
    assert set(told) == {"guessed", "polled", "paired"}
    assert "guessed on average that 5.0" in told["guessed"].lead
    assert "1.0 did" in told["guessed"].lead
    regatta.sail_again()
    to_the_end(regatta)
    pages = room_findings(regatta.room.flow, regatta.session)
    assert "runs" in {page.id.value for page in pages}
    assert not any(name in repr(pages) for name in ("Ann", "Bob", "Cec", "Dan"))
