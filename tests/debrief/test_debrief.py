"""The debrief of a voyage: every number in it can be had again by sailing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from game.debrief.debrief import EARLIER, Debrief, as_data, debrief_of
from game.debrief.needs_and_practices import needed_and_given, practices_text
from game.scenario.loading.library import find
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.captains import (
    ADAPTIVE,
    ALL_COURSE,
    ALL_SAILS,
    ALTERNATE,
    CONTRARY,
    RANDOM,
    Captain,
)
from game.simulation.census import census_of
from game.simulation.census_result import Method
from game.simulation.resimulate import in_other_weather
from game.simulation.single_voyage import open_orders, retrace, sail_captain, sail_orders
from game.simulation.track import PORT, Track
from game.storage.logbook import gauges
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order, follow
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, Voyage, new_voyage
from tests.generators import commands, documents
from tests.simulation.brute import end_after
from tests.transcripts import FIRST

some = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def a_debrief(name: str = "maiden-passage", captain: Captain = RANDOM, seed: int = 1) -> Debrief:
    """The debrief of a captain's voyage."""
    flow = Flow(find(name).scenario)
    return debrief_of(flow, sail_captain(flow, seed, captain).voyage, "digest")


@pytest.fixture(params=FIRST)
def scenario(request: pytest.FixtureRequest) -> str:
    """A shipped scenario."""
    return str(request.param)


@given(documents(), commands)
@some
def test_any_voyage_can_be_debriefed(document: dict[str, Any], orders: list[str]) -> None:
    """Over or not, and before its first order; as JSON too, and the same each time."""
    with pytest.MonkeyPatch.context() as patch:
        end_after(7, patch)
        flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(document))
        _, voyage, _ = follow(flow, voyage, orders)
        debrief = debrief_of(flow, voyage, "digest")

        assert json.loads(json.dumps(as_data(debrief)))
        assert debrief == debrief_of(flow, voyage, "digest")
        assert debrief.over == bool(voyage.outcome)
        assert len(debrief.watches) == len(debrief.asked) == len(voyage.gave)


def test_every_watch_is_as_plain_replay_has_it(scenario: str) -> None:
    """Gauges and passage, watch by watch."""
    flow = Flow(find(scenario).scenario)
    sailed = sail_captain(flow, 4, ALTERNATE).voyage
    debrief = debrief_of(flow, sailed, "digest")
    voyage = new_voyage(flow.scenario, 4)
    for passed in debrief.watches:
        voyage, events = step(flow, voyage, Give(passed.order))

        assert passed.gauges == gauges(voyage.ship)
        assert passed.made_good == events[0].passage.made_good  # type: ignore[union-attr]
    assert (debrief.outcome, debrief.ending) == (sailed.outcome, sailed.ending)


def test_the_tracks_show_what_each_did(scenario: str) -> None:
    """Yours, and two ghosts in the same weather, neither of which makes port."""
    debrief = a_debrief(scenario)
    tracks = {track.captain: track for track in debrief.tracks}

    assert list(tracks) == ["you", "all course", "all sails"]
    assert tracks["all course"].outcome is Outcome.FOUNDERED
    assert tracks["all sails"].outcome is not Outcome.ARRIVED
    assert all(
        place.toward == progress
        for track in debrief.tracks
        for place, progress in zip(track.chart, track.progress, strict=True)
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_chart_tells_the_captains_apart(scenario: str, seed: int) -> None:
    """All course is nearly straight and stops short; all sails turns round and away from port."""
    you, course, sails = a_debrief(scenario, ADAPTIVE, seed).tracks
    farthest = max(place.toward for place in sails.chart)

    assert _widest(course) < 3.5 < _widest(you) < _widest(sails)
    assert you.chart[-1] == PORT
    assert course.chart[-1].toward < 90
    assert sails.chart[-1].toward < farthest - 1
    assert sails.chart[-1].aside == _widest(sails) > 25


def _widest(track: Track) -> float:
    return max(place.aside for place in track.chart)


def test_the_odds_are_those_of_the_voyages_still_open(scenario: str) -> None:
    """First all of them, at last the one that was sailed."""
    debrief = a_debrief(scenario)

    assert debrief.census == census_of(find(scenario).scenario, 1)
    assert debrief.odds[0].tally == debrief.census.tally
    assert debrief.odds[-1].tally.outcomes == {debrief.outcome: 1}
    assert [odds.number for odds in debrief.odds] == [*range(1, len(debrief.watches) + 2)]
    assert all(odds.method is Method.EXHAUSTIVE for odds in debrief.odds)
    for before, after in zip(debrief.odds, debrief.odds[1:], strict=False):
        assert after.tally.voyages < before.tally.voyages


@pytest.mark.parametrize("captain", [RANDOM, ALL_SAILS, CONTRARY], ids=lambda c: c.name)
@pytest.mark.parametrize("seed", range(3))
def test_no_other_single_order_would_have_gained_more(
    scenario: str, captain: Captain, seed: int
) -> None:
    """Every single change of order, by plain replay, where your own orders carry her on."""
    flow = Flow(find(scenario).scenario)
    own = sail_captain(flow, seed, captain).voyage
    one = debrief_of(flow, own, "digest").one_watch
    others = [_with(flow, own, number, order) for number, order in _other_orders(flow, own)]
    whole = [voyage for voyage in others if voyage.outcome]
    arrived = [voyage for voyage in whole if voyage.outcome is Outcome.ARRIVED]

    assert one
    if arrived:
        assert (one.outcome, one.took_over) == (Outcome.ARRIVED, 0)
        assert one.watches == min(len(voyage.sailed) for voyage in arrived)
    elif one.outcome is not Outcome.ARRIVED:
        assert one.progress == max(voyage.ship.progress for voyage in whole)
    assert one.gained == pytest.approx(one.progress - own.ship.progress)


def _other_orders(flow: Flow, own: Voyage) -> list[tuple[int, str]]:
    return [
        (number, order.id)
        for number, voyage in enumerate(retrace(flow, own).stood[:-1])
        for order in open_orders(flow.scenario, voyage)
        if order.id != own.gave[number]
    ]


def _with(flow: Flow, own: Voyage, number: int, order: str) -> Voyage:
    orders = [*own.gave[:number], order, *own.gave[number + 1 :]]
    legs = sail_orders(flow, new_voyage(flow.scenario, own.seed), orders)
    return legs[-1].voyage


def test_the_one_watch_says_when_your_orders_had_run_out() -> None:
    """Without a wreck the voyage goes on, and somebody has to give the orders."""
    one = a_debrief(captain=ALL_COURSE).one_watch

    assert one
    assert (one.number, one.order, one.took_over) == (4, "strip_her_down", 8)
    assert one.sentence == (
        "Had you ordered “Strip her down to the storm sail” in watch 4 instead of “Go from hand to "
        "hand and tell them where we are bound”, you would have arrived in watch 8. From watch 8 "
        "on, where your voyage had ended, the order most needed is given."
    )


def test_the_one_watch_says_when_a_later_order_was_not_to_be_had() -> None:
    """The better order locks the next one."""
    steer = an_order("course", label="Steer")
    tow = an_order("sails", label="Take a tow", effects={"progress": 8}, sets=["in_tow"])
    wait = an_order("sails", label="Wait", effects={"progress": -2})
    first = a_watch("steady", steer=steer, tow=tow)
    second = a_watch("steady", wait=wait, steer={**steer, "when": ["not in_tow"]})
    one = _one_watch(a_document(first, second), "steer", "steer")

    assert (one.number, one.better, one.took_over) == (1, "Take a tow", 2)
    assert "From watch 2 on, where your own order could not be given" in one.sentence


def _one_watch(document: dict[str, Any], *orders: str) -> Any:
    flow = Flow(a_loaded_scenario(document).scenario)
    voyage = sail_orders(flow, new_voyage(flow.scenario, 1), orders)[-1].voyage
    assert voyage.outcome
    return debrief_of(flow, voyage, "digest").one_watch


def test_without_a_choice_nothing_could_have_been_better() -> None:
    """One order a watch."""
    document = a_document(*[a_watch("steady", steer=an_order("course"))] * 3)

    assert _one_watch(document, "steer", "steer", "steer") is None


def test_a_need_is_missed_when_it_presses_and_gets_nothing() -> None:
    """Full canvas in a gale asks for sails; a quiet sea asks for little."""
    gale = a_loaded_scenario(a_document(a_watch("gale"), a_watch("calm"), voyage={"variation": 0}))
    flow, missed, _ = a_voyage("C", loaded=gale)
    _, met, _ = a_voyage("S", loaded=gale)
    [steered] = needed_and_given(retrace(flow, missed))
    [reefed] = needed_and_given(retrace(flow, met))

    assert steered.asked is reefed.asked is Kind.SAILS
    assert steered.needed.managing == pytest.approx(1.2 * (1.7**2 - 1))
    assert (steered.missed, reefed.missed) == (True, False)
    assert steered.given.leading == reefed.given.managing == 1


def test_the_adaptive_captain_misses_nothing_and_the_contrary_one_much(scenario: str) -> None:
    """So the third screen can be believed."""
    misses = {
        captain.name: sum(asked.missed for asked in a_debrief(scenario, captain).asked)
        for captain in (ADAPTIVE, CONTRARY)
    }

    assert misses["adaptive"] == 0
    assert misses["contrary"] >= 4


def test_practices_used_and_never_used() -> None:
    """All course leads, and has every chance to manage; how often, if more than once."""
    lived = a_debrief(captain=ALL_COURSE).practices
    practices = {practice.name: practice for practice in lived}

    assert practices["vision"].used == practices["vision"].offered == 1
    assert practices["mitigates"].used == 0
    assert practices["mitigates"].offered == 3
    assert practices["mitigates"].kind is Kind.SAILS
    assert "delegates" not in practices  # locked all the time, so it was never offered
    assert practices_text(lived, Kind.SAILS, used=True) == ""
    assert "mitigates" in practices_text(lived, Kind.SAILS, used=False)
    managed = a_debrief("two-hands-on-the-wheel", ALL_SAILS).practices
    assert "mitigates 2 times" in practices_text(managed, Kind.SAILS, used=True)


def test_a_voyage_that_is_not_over_is_taken_as_adrift() -> None:
    """A facilitator may look back from any watch."""
    flow, voyage, _ = a_voyage("SST")
    debrief = debrief_of(flow, voyage, "digest")

    assert not debrief.over
    assert debrief.outcome is Outcome.ADRIFT
    assert debrief.ending == debrief.ask == ""
    assert [odds.number for odds in debrief.odds] == [1, 2, 3, 4]
    assert debrief.one_watch
    assert debrief.one_watch.watches == 3
    assert "you would by now have made" in debrief.one_watch.sentence


def test_the_same_orders_in_other_weather() -> None:
    """The sea differs, the captain does not; where an order is locked, the adaptive one goes on."""
    flow = Flow(find("maiden-passage").scenario)
    orders = sail_captain(flow, 1, ALL_COURSE).voyage.gave
    other = in_other_weather(flow, orders, 2)
    gave = other.sail.voyage.gave

    assert gave[: len(orders)] == orders[: len(gave)]
    assert other.sail.voyage.outcome is Outcome.FOUNDERED
    assert other.took_over == 0
    assert (
        other.sail.legs[0].sailed.weather
        != sail_captain(flow, 1, ALL_COURSE).legs[0].sailed.weather
    )


def test_the_earlier_voyage_stands_beside_the_one_that_goes_back_into_it() -> None:
    """Its wake is the same until there, and then it is another."""
    flow, earlier, _ = a_voyage("CCCCSSSSCSCS")
    voyage = follow(flow, new_voyage(flow.scenario, 1), [*earlier.gave[:4], "drill"])[1]
    debrief = debrief_of(flow, voyage, "digest", earlier=earlier)
    yours, other = debrief.tracks[0], debrief.tracks[-1]

    assert other.captain == EARLIER
    assert other.progress[-1] == earlier.ship.progress
    assert other.chart[:5] == yours.chart[:5]
    assert other.chart[5] != yours.chart[5]


def test_listeners_hear_how_much_is_done() -> None:
    """A bar never goes back."""
    told: list[float] = []
    flow = Flow(find("two-hands-on-the-wheel").scenario)
    debrief_of(flow, sail_captain(flow, 1, RANDOM).voyage, "digest", told.append)

    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1
