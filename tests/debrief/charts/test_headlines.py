"""Headlines: one sentence of what a chart shows, for whatever it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.debrief.charts.census import CensusChart
from game.debrief.charts.needed_and_given import NeededAndGivenChart
from game.debrief.charts.odds import OddsChart
from game.debrief.charts.stability import StabilityChart
from game.debrief.charts.track import TrackChart
from game.debrief.debrief import Odds
from game.debrief.needs_and_practices import NeededAndGiven
from game.number_format import percent
from game.ship.attention_cost import Attention
from game.ship.ship import Outcome
from game.simulation.captains import Need
from game.simulation.census_result import Census, CourseShare, Method, MixShare, StoppedBy, Tally
from game.simulation.confidence import Interval
from game.simulation.track import PORT, Track, TrackPoint


def a_track(captain: str = "you", outcome: Outcome = Outcome.ARRIVED, watches: int = 3) -> Track:
    """A wake of so many watches, stability falling by 20 in each."""
    steps = range(watches + 1)
    return Track(
        captain=captain,
        outcome=outcome,
        progress=tuple(10.0 * n for n in steps),
        stability=tuple(80.0 - 20 * n for n in steps),
        chart=(*(TrackPoint(10.0 * n, 1.0) for n in steps[:-1]), PORT),
    )


def a_tally(arrived: int, voyages: int = 100, interval: Interval | None = None) -> Tally:
    """Some that arrived, the rest adrift."""
    outcomes = {Outcome.ARRIVED: arrived, Outcome.ADRIFT: voyages - arrived}
    return Tally(voyages, outcomes, interval)


def a_census(*arrived: int) -> Census:
    """Of a hundred voyages at each share of course orders, from none to all, so many arrive."""
    rows = tuple(
        CourseShare(step / max(1, len(arrived) - 1), a_tally(n)) for step, n in enumerate(arrived)
    )
    tally = a_tally(sum(arrived), 100 * len(arrived))
    cells = tuple(MixShare(row.share, 0.0, row.tally) for row in rows)
    return Census(Method.EXHAUSTIVE, StoppedBy.NONE, tally, {}, rows, by_mix=cells)


def asked(
    leading: float, managing: float, missed: bool = False, hidden: bool = False
) -> NeededAndGiven:
    """A watch with these needs; the order answered the greater one, unless it missed it.

    hidden: from the deck, nothing could be seen of it.
    """
    truth = Need(leading, managing)
    led = (leading >= managing) != missed
    given = Attention(1.0, 0.0, 0.0) if led else Attention(0.0, 1.0, 0.0)
    return NeededAndGiven(1, truth, Need(0.0, 0.0) if hidden else truth, given)


@pytest.mark.parametrize(
    ("outcome", "watches", "says"),
    [
        pytest.param(Outcome.ARRIVED, 3, "You arrived in watch 3.", id="arrived"),
        pytest.param(Outcome.FOUNDERED, 2, "You foundered in watch 2.", id="foundered"),
        pytest.param(Outcome.ADRIFT, 3, "You never arrived.", id="adrift"),
        pytest.param(Outcome.MUTINY, 3, "You ended in mutiny in watch 3.", id="mutiny"),
        pytest.param(
            Outcome.HARBOUR, 3, "You turned back in watch 3 and did not reach port.", id="harbour"
        ),
    ],
)
def test_the_track_tells_three_fates(outcome: Outcome, watches: int, says: str) -> None:
    """Yours first, then the ghosts'."""
    ghosts = (
        a_track("all course", Outcome.FOUNDERED, 2),
        a_track("all sails", Outcome.ADRIFT),
    )
    chart = TrackChart(a_track("you", outcome, watches), ghosts, (), over=True)

    assert chart.headline == (
        f"{says} The course-only ship foundered in watch 2; the sails-only ship never arrived."
    )


def test_a_voyage_under_way_has_no_fate_yet() -> None:
    """Only the others' are over; a wake of your own before this one is drawn, too."""
    you, ghosts = a_track("you", Outcome.ADRIFT, 1), (a_track("all sails"),)
    chart = TrackChart(you, ghosts, (a_track("you earlier", Outcome.FOUNDERED),), over=False)

    assert chart.headline == (
        "You are still at sea after 1 watch. The sails-only ship arrived in watch 3."
    )
    assert "You: still at sea after 1 watch; progress 0, 10 %." in chart.alt
    assert "You earlier: foundered in watch 3; " in chart.alt


def test_stability_tells_the_worst_and_the_ends() -> None:
    """And says so if she never had less than at the start."""
    ghosts = (a_track("all course", watches=4), a_track("all sails", watches=1))
    steady = replace(a_track(), stability=(70.0, 75.0, 80.0, 75.0))

    assert StabilityChart(a_track(), ghosts).headline == (
        "Your stability fell to 20 of 100 in watch 3. "
        "At the end the course-only ship stood at 0 and the sails-only ship stood at 60."
    )
    assert StabilityChart(steady, ghosts).headline.startswith(
        "Your stability never fell below 70 of 100."
    )


@pytest.mark.parametrize(
    ("census", "says"),
    [
        pytest.param(
            a_census(0, 40, 53, 30, 0),
            "Nobody arrived on course orders alone, or without any. "
            "Best were 50 % course orders: 53 % arrived. "
            "Of those with your 50 %: 53 % arrived.",
            id="a hump",
        ),
        pytest.param(
            a_census(0, 40, 20, 0),
            "Nobody arrived on course orders alone, or without any. "
            "Best were 33 % course orders: 40 % arrived. "
            "Of those with your 67 %: 20 % arrived.",
            id="no half",
        ),
        pytest.param(
            a_census(10, 40, 0),
            "With 0 % course orders 10 % arrived, with 100 % 0 %. "
            "Best were 50 % course orders: 40 % arrived. "
            "Of those with your 50 %: 40 % arrived.",
            id="an end that arrives",
        ),
        pytest.param(
            Census(Method.SAMPLED, StoppedBy.VOYAGES, a_tally(0, 0), {}, ()),
            "No voyage could be drawn: nearly every list of orders comes to a locked one.",
            id="none drawn",
        ),
    ],
)
def test_every_captain_tells_ends_and_middle(census: Census, says: str) -> None:
    """What a room should remember."""
    assert CensusChart(census, 0.5, 0.0, a_track(), over=True).headline == says


def test_every_captain_tells_where_you_stand() -> None:
    """Among those who gave as many course orders, and among all."""
    chart = CensusChart(a_census(0, 40, 53, 30, 0), 0.25, 0.0, a_track(), over=True)

    assert chart.yours == (
        "You gave 25 % course orders and 0 % that taught or shared; of all who did, 40 % arrived."
    )
    assert chart.total == "Of all 500 voyages, 25 % arrived."
    assert chart.alt.endswith(chart.yours)


def test_every_captain_tells_what_sharing_brings() -> None:
    """Of those with your mix, and of those at the best."""
    row = CourseShare(0.5, a_tally(30), a_tally(24, 40))
    census = Census(Method.EXHAUSTIVE, StoppedBy.NONE, a_tally(30), {}, (row,))

    assert census.sentence.endswith(
        "Best were 50 % course orders: "
        "10 % arrived with at most one taught or shared order, 60 % with more."
    )
    assert census.sentence_for(0.5).endswith(
        "Of those with your 50 %: 10 % arrived with at most one taught or shared order, "
        "60 % with more."
    )


def test_of_a_sample_the_best_share_is_one_that_is_known() -> None:
    """Not one of a handful that all arrived."""
    rows = (
        CourseShare(0.25, a_tally(3, 3, Interval(0.44, 1.0))),
        CourseShare(0.5, a_tally(60, 97, Interval(0.52, 0.71))),
    )
    census = Census(Method.SAMPLED, StoppedBy.VOYAGES, a_tally(63), {}, rows)

    assert CensusChart(census).headline == (
        "Of 100 voyages drawn at random, 63 % arrived: most surely, 62 %, at 50 % course orders."
    )


@pytest.mark.parametrize(
    ("watches", "says"),
    [
        pytest.param(
            [asked(0.5, 0.7)],
            "The largest need of this voyage was to manage, in watch 1.",
            id="none pressed",
        ),
        pytest.param(
            [asked(1.2, 0.1)],
            "You met 1 of 1 pressing need.",
            id="met",
        ),
        pytest.param(
            [asked(1.2, 0.1), asked(0.1, 1.2)],
            "You met 2 of 2 pressing needs.",
            id="none missed",
        ),
        pytest.param(
            [asked(1, 0), asked(0, 1, missed=True), asked(0, 2, missed=True)],
            "You met 1 of 3 pressing needs. Missed: 2 to manage (sails orders).",
            id="one side",
        ),
        pytest.param(
            [asked(1, 0, missed=True), asked(0, 1, missed=True)],
            "You met 0 of 2 pressing needs. Missed: 1 to lead (course orders) and 1 to manage "
            "(sails orders).",
            id="both sides",
        ),
        pytest.param(
            [asked(1, 0, missed=True), asked(2, 0, missed=True, hidden=True)],
            "You met 0 of 2 pressing needs. Missed: 1 to lead (course orders). "
            "1 you could not see from the deck.",
            id="one unseen",
        ),
        pytest.param(
            [asked(2, 0, missed=True, hidden=True)],
            "You met 0 of 1 pressing need. 1 you could not see from the deck.",
            id="none but unseen",
        ),
    ],
)
def test_needs_are_counted(watches: list[NeededAndGiven], says: str) -> None:
    """What pressed, what was met, what was missed on which side."""
    assert NeededAndGivenChart(tuple(watches)).headline == says


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        pytest.param(
            [50, 60, 10, 0],
            "As you cast off, 50 % of all ways to sail led to port. At best it was 60 %, as watch "
            "2 began; as your last watch began, 10 %.",
            id="fell",
        ),
        pytest.param(
            [50],
            "As you cast off, 50 % of all ways to sail led to port, and never more of them later: "
            "as your last watch began, 50 %.",
            id="nothing yet",
        ),
    ],
)
def test_odds_blame_no_watch(shares: list[int], says: str) -> None:
    """Which order was weak is told by the decisions alone."""
    odds = tuple(Odds(n, Method.EXHAUSTIVE, a_tally(share)) for n, share in enumerate(shares, 1))

    assert OddsChart(odds).headline == says


def test_percent_never_rounds_some_to_none_or_all() -> None:
    """A share that is nearly nothing is still something."""
    shares = (0, 0.001, 0.5, 0.999, 1)

    assert [percent(share) for share in shares] == [
        *("0 %", "under 1 %", "50 %", "over 99 %", "100 %")
    ]
