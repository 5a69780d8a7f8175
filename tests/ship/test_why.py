"""The why-line: the ledger in words that are true, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.ship.attention_cost import Effort, Kind, attention_of
from game.ship.ledger import Ledger, Pace, Term
from game.ship.numbers import ONE
from game.ship.passage import LEG, pass_watch
from game.ship.ship import new_ship
from game.ship.weather import Weather
from game.ship.why import WatchSailed, why_line

FAIR = Weather(wind=1.0, shift=0.0, complexity=0.0)
BUSY = replace(FAIR, complexity=0.5)
PACE = Pace(best=12.0, needed=8.0)
WAY = dict.fromkeys(
    (
        *(Term.WIND, Term.CURRENT, Term.COURSE, Term.HEEL, Term.CANVAS),
        *(Term.HABIT, Term.CREW, Term.HULL, Term.ORDER),
    ),
    0.0,
)
STABILITY = dict.fromkeys((Term.HEEL, Term.MENDED, Term.UNASKED, Term.ORDER), 0.0)
SHIP = new_ship(stability=100.0, crew=100.0)
SAILED = pass_watch(SHIP, attention_of(Kind.BOTH, Effort.FULL, 60.0), FAIR, LEG, ONE)
SAILED = replace(SAILED, toll=replace(SAILED.toll, mended=0.0, worn=5.0, strained=0.0))


def why(
    made: float = 9.0,
    way: dict[Term, float] | None = None,
    stability: dict[Term, float] | None = None,
    weather: Weather[float] = FAIR,
    costs: dict[str, float] | None = None,
    pace: Pace = PACE,
    **figures: Any,
) -> str:
    """The why-line of a watch in which nothing but this moved, and the sea wore 5."""
    columns = {**WAY, **(way or {})}, {**STABILITY, Term.WEAR: -5.0, **(stability or {})}
    doubt, crew = figures.pop("doubt", 0.0), figures.pop("crew", 100.0)
    toll = {name: figures.pop(name) for name in ("mended", "strained") if name in figures}
    passage = replace(
        SAILED,
        toll=replace(SAILED.toll, **toll),
        ship=replace(SAILED.ship, doubt=doubt),
        begun=replace(SAILED.begun, crew=crew),
        **figures,
    )
    return why_line(WatchSailed(passage, weather, Ledger(*columns, {}, made, pace, costs or {})))


@pytest.mark.parametrize(
    ("made", "pace", "said"),
    [
        pytest.param(8.0, PACE, "She made good way.", id="the pace needed"),
        pytest.param(7.9, PACE, "She made almost enough way", id="a little below it"),
        pytest.param(6.4, PACE, "She made almost enough way", id="four fifths of it"),
        pytest.param(6.3, PACE, "She made little way", id="below that"),
        pytest.param(3.0, Pace(12.0, 2.0), "She made enough way.", id="little is needed"),
        pytest.param(0.0, PACE, "She made no way", id="none"),
        pytest.param(
            9.7, Pace(12.0, 30.0), "She made way, with much left for few watches", id="too far"
        ),
        pytest.param(9.5, Pace(12.0, 30.0), "She made little way", id="too far, and slow"),
    ],
)
def test_way_is_little_or_good_by_the_pace_needed(made: float, pace: Pace, said: str) -> None:
    """Never good below it, never little at or above it."""
    assert why(made, pace=pace).startswith(said)


def test_who_sails_away_from_port_is_told_so() -> None:
    """And what did it."""
    assert why(-3.0, {Term.COURSE: -14.0}, steered=100.0).startswith(
        "She sailed away from port: her bow pointed past it."
    )


@pytest.mark.parametrize(
    ("term", "figures", "reason"),
    [
        (Term.WIND, {"wind": 0.89}, "the wind was light"),
        (Term.WIND, {"wind": 0.91}, "the wind was a little light"),
        (Term.CURRENT, {"shift": 8.9}, "the sea had set her off unseen"),
        (Term.CURRENT, {"shift": 20.0, "doubt": 9.0}, "a current had set her off"),
        (Term.CURRENT, {"shift": 20.0}, "a current had set her 20° off"),
        (Term.COURSE, {}, "her bow was off port"),
        (Term.HEEL, {}, "leaning so far slowed her"),
        (Term.CANVAS, {}, "too little sail was set"),
        (Term.HABIT, {}, "one kind of order too often made her rudder heavy"),
        (Term.CREW, {"crew": 39.0}, "the crew had little heart"),
        (Term.CREW, {"crew": 40.0}, "a crew in better heart is faster"),
        (Term.HULL, {}, "wear slowed her"),
    ],
    ids=lambda given: f"{given}"[:20],
)
def test_what_lost_most_way_is_named(term: Term, figures: dict[str, Any], reason: str) -> None:
    """Below the pace always; at it, if it was sizeable: an eighth of a perfect watch."""
    sky = {name: figures.pop(name) for name in ("wind", "shift") if name in figures}
    weather = replace(FAIR, **sky)
    lost, little = {term: -2.0, Term.ORDER: 1.0}, {term: -1.4}

    assert why(6.0, lost, weather=weather, **figures).startswith(f"She made little way: {reason}.")
    assert why(9.0, lost, weather=weather, **figures).startswith(f"She made good way, but {reason}")
    assert why(9.0, little, weather=weather, **figures).startswith("She made good way.")


@pytest.mark.parametrize(
    ("stability", "weather", "figures", "said"),
    [
        ({Term.MENDED: 9.0}, FAIR, {"mended": 9.0}, "More was mended than the sea wore."),
        (
            {Term.UNASKED: 9.0},
            FAIR,
            {"mended": 9.0},
            "The crew, unasked, mended more than the sea wore.",
        ),
        (
            {Term.MENDED: 6.0},
            FAIR,
            {"mended": 6.0, "strained": 2.0},
            "Hands mended, but wear and strain took more.",
        ),
        ({}, FAIR, {"mended": 0.9}, "The sea wore her, and nobody mended."),
        ({}, FAIR, {"mended": 3.0}, "The sea wore more than hands mended."),
        ({}, BUSY, {"mended": 3.0}, "So much at once wore her down."),
    ],
    ids=["mended", "by the crew", "strained", "nobody", "hands", "busy"],
)
def test_what_moved_the_ship_is_told(
    stability: dict[Term, float], weather: Weather[float], figures: dict[str, Any], said: str
) -> None:
    """The sea's wear against what was mended."""
    assert why(stability=stability, weather=weather, **figures) == f"She made good way. {said}"


@pytest.mark.parametrize(
    ("heel", "far"),
    [
        (1.5, "half as far again as"),
        (1.7, "almost twice as far as"),
        (2.0, "twice as far as"),
        (2.5, "more than twice as far as"),
    ],
    ids=str,
)
def test_heel_is_told_by_what_she_was_built_for(heel: float, far: str) -> None:
    """And never as a figure."""
    assert why(stability={Term.HEEL: -9.0}, heel=heel).endswith(
        f"Too much sail: she leaned {far} she was built for."
    )


def test_too_much_sail_is_blamed_only_for_the_largest_loss() -> None:
    """She leaned, but a current lost her more."""
    current = replace(FAIR, shift=20.0)
    said = why(2.0, {Term.CURRENT: -9.5}, {Term.HEEL: -9.0}, current, heel=1.5, doubt=9.0)

    assert said == (
        "She made little way: a current had set her off. "
        "She leaned half as far again as she was built for."
    )


def test_too_much_sail_is_said_once() -> None:
    """Where it moved both way and ship the most."""
    said = why(2.0, {Term.HEEL: -4.0}, {Term.HEEL: -18.0}, heel=2.0)

    assert said == (
        "She made little way. Too much sail: she leaned twice as far as she was built for."
    )


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        ({"progress": 2.4}, ""),
        ({"progress": 3.0}, " Your order cost 3 % of the way."),
        ({"stability": 3.0}, " Your order cost 3 % stability."),
        ({"crew": 4.0}, " Your order cost 4 % crew spirit."),
        ({"seamanship": 5.0, "crew": 2.0}, " Your order cost 5 % seamanship."),
        ({"course_error": 6.0}, " Your order cost 6° of the course."),
        (
            {"progress": 3.0, "crew": 4.0},
            " Your order cost 3 % of the way and 4 % crew spirit.",
        ),
    ],
    ids=str,
)
def test_what_an_order_cost_is_told_from_three_on(costs: dict[str, float], said: str) -> None:
    """On any gauge of which more is better or worse."""
    assert why(costs=costs) == f"She made good way. The sea wore her, and nobody mended.{said}"


def test_what_an_order_gained_is_told_where_it_moved_most() -> None:
    """Beside what it cost."""
    said = why(way={Term.ORDER: 4.0}, costs={"crew": 3.0})

    assert said.endswith("Your order gained 4 % of the way, and cost 3 % crew spirit.")


def test_a_line_that_is_too_long_leaves_out_what_moved_her_less() -> None:
    """Never the order's cost."""
    costs = {"progress": 3.0, "stability": 4.0, "crew": 5.0, "seamanship": 3.0}
    cost = "Your order cost 3 % of the way, 4 % stability, 5 % crew spirit and 3 % seamanship."

    assert why(3.0, {Term.COURSE: -4.0}, costs=costs) == (
        f"She made little way. The sea wore her, and nobody mended. {cost}"
    )
    assert why(3.0, {Term.COURSE: -6.0}, costs=costs) == (
        f"She made little way: her bow was off port. {cost}"
    )
