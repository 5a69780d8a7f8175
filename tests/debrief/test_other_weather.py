"""The same orders in many seas, beside a captain who looks at each."""

from __future__ import annotations

from itertools import count

from game.debrief.other_weather import other_weather
from game.scenario.loading.library import find
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE, ALL_COURSE
from game.simulation.resimulate import in_other_weather
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow

SEED, SEAS = 5, 30
FLOW = Flow(find("two-hands-on-the-wheel").scenario)
LANDFALL = next(
    voyage
    for seed in count(SEED)
    if (voyage := sail_captain(FLOW, seed, ADAPTIVE).voyage).outcome is Outcome.ARRIVED
)


def test_every_sea_is_counted_once_and_as_it_is_sailed() -> None:
    """By hand, it comes to the same."""
    other = other_weather(FLOW, LANDFALL, seas=SEAS)
    seeds = range(LANDFALL.seed + 1, LANDFALL.seed + SEAS + 1)
    sailed = [in_other_weather(FLOW, LANDFALL.gave, seed) for seed in seeds]
    alone = [again.sail.voyage.outcome for again in sailed if not again.took_over]
    adaptive = [sail_captain(FLOW, seed, ADAPTIVE).voyage.outcome for seed in seeds]

    assert sum(other.yours.values()) + sum(other.helped.values()) == other.seas == SEAS
    assert other.yours == {outcome: alone.count(outcome) for outcome in set(alone)}
    assert other.adaptive == {outcome: adaptive.count(outcome) for outcome in set(adaptive)}


def test_orders_that_run_out_are_told_apart() -> None:
    """Whoever ends a voyage early has no orders for a longer one."""
    flow = Flow(find("maiden-passage").scenario)
    other = other_weather(flow, sail_captain(flow, 3, ALL_COURSE).voyage, seas=SEAS)

    assert sum(other.helped.values()) > 0
    assert "another captain took over" in other.sentence


def test_the_interval_holds_the_share_that_arrived() -> None:
    """And the sentence names both."""
    other = other_weather(FLOW, LANDFALL, seas=SEAS)
    arrived = other.yours.get(Outcome.ARRIVED, 0)

    assert other.interval.low < arrived / SEAS < other.interval.high
    assert f"in {SEAS} other seas, your orders arrived in {arrived} of them" in other.sentence


def test_a_bar_can_be_drawn_of_it() -> None:
    """It grows to the end."""
    told: list[float] = []
    other_weather(FLOW, LANDFALL, told.append, SEAS)

    assert told == sorted(told)
    assert told[-1] == 1
