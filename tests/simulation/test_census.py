"""The census counts what the state machine would sail, exactly; or says that it sampled."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario.loading.library import find
from game.scenario.model.scenario import Scenario
from game.ship.ship import Outcome
from game.ship.weather import Weather
from game.simulation.captains import RANDOM
from game.simulation.census import Limits, census_of, census_onward_from, censuses_along
from game.simulation.census_json import as_data
from game.simulation.census_result import Method, StoppedBy
from game.simulation.enumeration import counting
from game.simulation.single_voyage import sail_captain
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order
from game.voyage.flow import Flow
from game.voyage.luck import draws
from tests.generators import documents
from tests.simulation.brute import Brute, same
from tests.transcripts import FIRST

GOLDEN = json.loads((Path(__file__).parent.parent / "golden" / "passage.json").read_text())
few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def told_apart(draw: st.DrawFn) -> dict[str, Any]:
    """A scenario whose endings have conditions too."""
    document = draw(documents())
    asked = st.sampled_from(("balance is above 80", "crew is above 55", "rested", "not promised"))
    document["endings"] = {
        f"finely_{id}": {**ending, "when": draw(st.lists(asked, min_size=1, max_size=2))}
        for id, ending in document["endings"].items()
    } | document["endings"]
    return document


def golden(weather: str = "reference", **orders: str) -> Scenario:
    """Twelve watches of a golden weather, some of it harder than a file may say."""
    kinds = orders or {"steer": "course", "reef": "sails"}
    written = {id: an_order(kind) for id, kind in kinds.items()}
    watches = [a_watch(**written)] * 12
    scenario = a_loaded_scenario(a_document(*watches, voyage={"variation": 0})).scenario
    skies = zip(scenario.watches.values(), GOLDEN["weather"][weather], strict=True)
    blown = {watch.id: replace(watch, weather=Weather(**sky)) for watch, sky in skies}
    return replace(scenario, watches=MappingProxyType(blown))


def cut(scenario: Scenario, first: int, watches: int = 6) -> Scenario:
    """A few watches of a scenario; roads that lead out of them lead to the open sea."""
    ids = list(scenario.watches)[first : first + watches]

    def onward(goto: str) -> str:
        return Outcome.ADRIFT.value if goto in scenario.watches and goto not in ids else goto

    kept = {}
    for watch in ids:
        orders = scenario.watches[watch].orders
        cut_orders = {
            order.id: replace(
                order, chances=tuple(replace(c, goto=onward(c.goto)) for c in order.chances)
            )
            for order in orders.values()
        }
        kept[watch] = replace(scenario.watches[watch], orders=MappingProxyType(cut_orders))
    return replace(scenario, watches=MappingProxyType(kept))


@pytest.mark.parametrize("weather", list(GOLDEN["weather"]))
def test_the_census_gives_the_golden_numbers(weather: str) -> None:
    """All 4,096 captains of course and sails, by their number of course orders, exactly."""
    census = census_of(golden(weather), seed=1)
    by_course = {
        str(round(12 * row.share)): dict(row.tally.outcomes) for row in census.by_course_share
    }

    assert census.method is Method.EXHAUSTIVE
    assert census.limit is StoppedBy.NONE
    assert census.tally.voyages == 4096
    assert census.tally.outcomes == GOLDEN["census"][weather]["total"]
    assert by_course == GOLDEN["census"][weather]["by_course_orders"]


def test_timing_and_not_only_ratio() -> None:
    """Of all captains 954 arrive; of the 924 with six of each, 326."""
    census = census_of(golden(), seed=1)
    even = census.at(0.5).tally

    assert census.tally.outcomes == {"arrived": 954, "adrift": 2917, "foundered": 225}
    assert (even.voyages, even.outcomes[Outcome.ARRIVED]) == (924, 326)
    assert census.sentence.endswith("or without any. Best were 50 % course orders: 35 % arrived.")


@pytest.mark.parametrize("scenario", FIRST)
def test_brute_force_agrees_on_every_shipped_scenario(
    scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six watches of it at a time, from each of its watches on."""
    whole = find(scenario).scenario
    for first in range(len(whole.watches)):
        sea = cut(whole, first)
        brute = Brute(sea, first, 40, monkeypatch)

        assert same(census_of(sea, first), brute.count())


@given(told_apart(), st.integers(0, 99))
@few
def test_brute_force_agrees_on_generated_scenarios(document: dict[str, Any], seed: int) -> None:
    """Branches, loops, locks, promises, chances, half efforts; over after six watches."""
    scenario = a_loaded_scenario(document).scenario
    with pytest.MonkeyPatch.context() as patch:
        brute = Brute(scenario, seed, 6, patch)

        assert same(census_of(scenario, seed), brute.count())


@given(told_apart())
@few
def test_without_a_seed_chances_are_weighed(document: dict[str, Any]) -> None:
    """Every way that luck can turn counts by its percentage, in the weather as written."""
    scenario = a_loaded_scenario(document).scenario
    with pytest.MonkeyPatch.context() as patch:
        brute = Brute(scenario, None, 4, patch)

        assert same(census_of(scenario, None), brute.count())


@given(documents(), st.lists(st.integers(0, 2), max_size=4))
@few
def test_what_is_left_of_a_voyage_is_counted_alike(
    document: dict[str, Any], choices: list[int]
) -> None:
    """From wherever a captain stands, with promises on their way."""
    scenario = a_loaded_scenario(document).scenario
    with pytest.MonkeyPatch.context() as patch:
        brute = Brute(scenario, 8, 6, patch)
        flow, voyage, _ = a_voyage("", seed=8, loaded=a_loaded_scenario(document))
        for choice in choices:
            if not voyage.outcome:
                voyage = _any_order(flow, voyage, choice)
        if not voyage.outcome:
            assert same(census_onward_from(scenario, 8, voyage), brute.count(voyage))


def _any_order(flow: Any, voyage: Any, choice: int) -> Any:
    from game.simulation.single_voyage import open_orders, sail_orders

    orders = open_orders(flow.scenario, voyage)
    return sail_orders(flow, voyage, [orders[choice % len(orders)].id])[0].voyage


@pytest.mark.parametrize("scenario", FIRST)
def test_each_census_along_a_voyage(scenario: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the one taken there, though each makes use of the next; of the samples all but the
    first are smaller, and say how sure they are.
    """
    monkeypatch.setattr(counting, "BLOCK", 16)
    sea, limits = find(scenario).scenario, Limits(voyages=700)
    stood = [each for each in sail_captain(Flow(sea), 5, RANDOM).stood if each.outcome is None]
    first, *along = censuses_along(sea, stood, limits)
    whole, *onward = [
        replace(census_onward_from(sea, 5, voyage, limits), bounds=None) for voyage in stood
    ]

    assert first == whole
    for census, other in zip(along, onward, strict=True):
        assert census == other or (
            other.method is census.method is Method.SAMPLED
            and census.tally.voyages < other.tally.voyages
            and census.tally.arrived == pytest.approx(other.tally.arrived, abs=0.04)
        )


def test_in_small_parts_the_count_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few ships are sailed at once."""
    scenario = find("two-hands-on-the-wheel").scenario
    whole = census_of(scenario, 5)
    monkeypatch.setattr(counting, "BLOCK", 97)

    assert census_of(scenario, 5) == whole


def test_a_voyage_in_a_circle_is_adrift_after_40_watches() -> None:
    """One order that leads back to its own watch: one voyage."""
    wait = an_order("sails", goto="watch_1", effects={"crew": 8, "progress": -8})
    out = an_order("both", goto="harbour", when=["crew is above 100"], locked="Never.")
    census = census_of(
        a_loaded_scenario(a_document(a_watch("calm", wait=wait, out=out))).scenario, 1
    )

    assert census.tally.outcomes == {Outcome.ADRIFT: 1}


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        pytest.param(Limits(voyages=1000), StoppedBy.VOYAGES, id="voyages"),
        pytest.param(Limits(memory=10_000), StoppedBy.MEMORY, id="memory"),
        pytest.param(Limits(seconds=5), StoppedBy.SECONDS, id="seconds"),
    ],
)
def test_a_census_that_is_stopped_samples_and_says_so(limits: Limits, limit: StoppedBy) -> None:
    """The share that arrives lies in the 95 % interval, overall and in most rows."""
    ticks = count()
    sea = golden(steer="course", reef="sails", share="both")
    whole = census_of(sea, 2)
    sampled = census_of(sea, 2, limits, clock=lambda: float(next(ticks)))
    held = [
        row.tally.interval.low <= whole.at(row.share).tally.arrived <= row.tally.interval.high
        for row in sampled.by_course_share
        if row.tally.interval
    ]

    assert (sampled.method, sampled.limit) == (Method.SAMPLED, limit)
    assert sampled.tally.interval
    assert sampled.tally.interval.low <= whole.tally.arrived <= sampled.tally.interval.high
    assert sampled.tally.interval.high - sampled.tally.interval.low < 0.02
    assert sum(held) >= len(held) - 1
    assert "drawn at random" in sampled.sentence
    assert sampled.bounds
    assert sampled.bounds.low <= whole.tally.arrived <= sampled.bounds.high
    assert whole.tally.interval is whole.bounds is None


@pytest.mark.parametrize("scenario", FIRST)
@pytest.mark.parametrize("seed", [3, None])
def test_a_sample_is_drawn_evenly_from_what_a_census_counts(
    scenario: str, seed: int | None
) -> None:
    """Locked orders, branches and early endings included; and the same voyages each time."""
    sea = find(scenario).scenario
    whole, sampled = census_of(sea, seed), census_of(sea, seed, Limits(voyages=10))

    assert sampled.tally.arrived == pytest.approx(whole.tally.arrived, abs=0.01)
    assert sampled == census_of(sea, seed, Limits(voyages=10))
    for ending, voyages in whole.endings.items():
        drawn = sampled.endings.get(ending, 0) / sampled.tally.voyages
        assert drawn == pytest.approx(voyages / whole.tally.voyages, abs=0.01)


def test_a_sample_that_finds_no_voyage_says_so() -> None:
    """Where nearly every list of orders holds one that is locked."""
    never = an_order("sails", when=["crew is above 100"], locked="Never.", goto="watch_1")
    locked = {f"order_{number}": never for number in range(40)}
    locked["out"] = {**never, "goto": "harbour"}
    circle = a_watch("calm", wait=an_order("course", goto="watch_1"), **locked)
    census = census_of(a_loaded_scenario(a_document(circle)).scenario, 1, Limits(voyages=0))

    assert census.tally.voyages == 0
    assert census.by_course_share == ()
    assert census.at(0.5).tally.arrived == 0
    assert "No voyage could be drawn" in census.sentence


def test_progress_rises_to_the_whole() -> None:
    """As lists of orders are settled, locked ones included."""
    told: list[float] = []
    census_of(find("two-hands-on-the-wheel").scenario, 1, tell=told.append)

    assert told == sorted(told)
    assert told[-1] < 1.0001
    assert told[-2] > 0.3


def test_luck_in_bulk_is_the_same_everywhere() -> None:
    """Three numbers of a seed and its names, from 0 up to 1."""
    luck = draws(3, 1, "census", 0).tolist()

    assert luck == [0.4371596561692357, 0.22269386804503732, 0.5032040470954967]
    assert draws(2, 1, "census", 0).tolist() == luck[:2]


def test_a_census_as_data() -> None:
    """Whole numbers, and rows that add up."""
    data = json.loads(json.dumps(as_data(census_of(golden(), 1))))

    assert data["outcomes"] == {"arrived": 954, "adrift": 2917, "foundered": 225}
    assert sum(row["voyages"] for row in data["by_course_share"]) == data["voyages"] == 4096
    assert data["by_course_share"][6]["share"] == 0.5
    assert data["by_course_share"][6]["outcomes"]["arrived"] == 326
