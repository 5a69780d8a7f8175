"""What holds of any scenario and any orders."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings

from game.ship.attention_cost import Attention, attention_of
from game.ship.gauges import GAUGE_RANGES
from game.ship.numbers import many
from game.ship.passage import pass_watch
from game.ship.ship import Ship
from game.ship.weather import Weather
from game.storage.logbook import read_log
from game.testing import a_helm, a_loaded_scenario, follow
from game.voyage.flow import Flow, is_open
from game.voyage.helm import resume_voyage
from game.voyage.replay import replay
from game.voyage.step import ship_after_effects, step
from game.voyage.table import percent_a_watch
from game.voyage.voyage import Ended, Give, Refused, Sailed, new_voyage
from tests.generators import commands, documents

thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@given(documents(), commands)
@thoroughly
def test_gauges_stay_in_range_and_a_refusal_changes_nothing(
    document: dict[str, Any], orders: list[str]
) -> None:
    """Any list of commands can be given to any voyage."""
    flow = Flow(a_loaded_scenario(document).scenario)
    voyage = new_voyage(flow.scenario, 7)
    for order in orders:
        before = voyage
        voyage, events = step(flow, voyage, Give(order))

        assert (voyage == before) == isinstance(events[0], Refused)
        for name, (low, high) in GAUGE_RANGES.items():
            assert low <= getattr(voyage.ship, name) <= high


@given(documents())
@thoroughly
def test_every_voyage_comes_to_an_end_and_no_watch_is_a_dead_end(document: dict[str, Any]) -> None:
    """In any watch an order is open, and the machine knows it; after 40 watches it is over."""
    flow = Flow(a_loaded_scenario(document).scenario)
    voyage = new_voyage(flow.scenario, 3)
    for turn in range(40):
        watch = flow.scenario.watches[voyage.at]
        open_now = [o.id for o in watch.orders.values() if is_open(watch, o, voyage.facts)]
        assert open_now
        assert set(open_now) <= set(flow.orders(voyage.at))

        voyage, events = step(flow, voyage, Give(open_now[turn % len(open_now)]))
        if voyage.outcome:
            assert isinstance(events[-1], Ended)
            assert voyage.ending in {ending.id for ending in flow.scenario.endings}
            return

    raise AssertionError("still at sea after 40 watches")


@given(documents(), commands)
@thoroughly
def test_machine_and_array_passage_agree(document: dict[str, Any], orders: list[str]) -> None:
    """Every watch that the machine sails comes out of the arrays too, to the last bit."""
    flow = Flow(a_loaded_scenario(document).scenario)
    _, _, events = follow(flow, new_voyage(flow.scenario, 11), orders)
    sailed = [event for event in events if isinstance(event, Sailed)]
    if not sailed:
        return
    attentions = [
        attention_of(order.kind, order.effort, event.before.seamanship)
        for event in sailed
        for order in [flow.scenario.watches[event.watch].orders[event.order]]
    ]
    ships = _stacked(Ship, [ship_after_effects(event.before, event.effects) for event in sailed])
    skies = _stacked(Weather, [event.weather for event in sailed])
    after = pass_watch(
        ships, _stacked(Attention, attentions), skies, percent_a_watch(flow.scenario), many()
    ).ship

    for name in Ship.__slots__:
        expected = [getattr(event.passage.ship, name) for event in sailed]
        assert np.broadcast_to(getattr(after, name), len(sailed)).tolist() == expected, name


def _stacked(kind: Any, ones: list[Any]) -> Any:
    """One dataclass of arrays from many of floats."""
    return kind(*(np.array([getattr(one, name) for one in ones]) for name in kind.__slots__))


@given(documents(), commands)
@thoroughly
def test_saved_and_loaded_after_every_order_it_is_the_same_voyage(
    document: dict[str, Any], orders: list[str]
) -> None:
    """Straight through, through the logbook at every step, and replayed: one voyage."""
    loaded = a_loaded_scenario(document)
    flow = Flow(loaded.scenario)
    _, straight, _ = follow(flow, new_voyage(loaded.scenario, 5), orders)
    with TemporaryDirectory() as folder:
        helm = a_helm(Path(folder), loaded, seed=5)
        for order in orders:
            helm.give(order)
            helm = resume_voyage(helm.path)
        again = replay(read_log(helm.path))

    assert helm.voyage == straight
    assert again.voyage == straight
    assert not again.differs
