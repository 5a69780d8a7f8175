"""Warnings: somebody speaks once as a reserve falls low, and again if it does so again."""

from __future__ import annotations

import pytest

from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.view import watch_view
from game.voyage.voyage import Give, new_voyage

MOVES = {"worse": -8, "better": 8, "same": 0}
VOICES = {
    "navigator": {"name": "Ines", "speaks_for": "course"},
    "bosun": {"name": "Bo", "speaks_for": "sails"},
}


def a_sea(gauge: str, start: float, **changes: object) -> Scenario:
    """A sea in which orders of kind teach move one gauge, and the weather leaves it alone."""
    orders = {name: an_order("teach", effects={gauge: by}) for name, by in MOVES.items()}
    watches = (a_watch({"wind": 0.8, "shift": 0}, **orders),) * 6
    return a_loaded_scenario(
        a_document(*watches, voyage={"start": {gauge: start}}, **changes)
    ).scenario


def warned(scenario: Scenario, orders: list[str]) -> list[int]:
    """The watches that begin with a warning, from 1."""
    flow, voyage, numbers = Flow(scenario), new_voyage(scenario, 1), []
    for order in [*orders, ""]:
        if watch_view(scenario, voyage).warnings:
            numbers.append(len(voyage.sailed) + 1)
        if order:
            voyage, _ = step(flow, voyage, Give(order))
    return numbers


def test_a_reserve_that_falls_low_is_spoken_of_once() -> None:
    """As the watch begins, not in every watch in which it is low; anew after a recovery."""
    sea = a_sea("crew", 28)

    assert warned(sea, ["same", "worse", "same", "same"]) == [3]
    assert warned(sea, ["worse", "better", "worse"]) == [2, 4]


def test_a_ship_that_sets_out_low_is_spoken_of_at_once() -> None:
    """There is no watch before it in which she was well."""
    assert warned(a_sea("crew", 20), ["same", "same"]) == [1]


@pytest.mark.parametrize(
    ("gauge", "name", "side"), [("stability", "Bo", Kind.SAILS), ("crew", "Ines", Kind.COURSE)]
)
def test_the_voice_of_the_side_that_helps_speaks(gauge: str, name: str, side: Kind) -> None:
    """By its name in this voyage."""
    sea = a_sea(gauge, 20, voices=VOICES)
    (line,) = watch_view(sea, new_voyage(sea, 1)).warnings

    assert (line.name, line.speaks_for) == (name, side)


def test_where_nobody_has_a_voice_the_bosun_speaks() -> None:
    """A scenario need not give any."""
    sea = a_sea("stability", 20)

    assert [line.name for line in watch_view(sea, new_voyage(sea, 1)).warnings] == ["Bosun"]
