"""The numbers behind a why-line: each column adds up, as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from game.scenario.loading.library import find
from game.simulation.captains import ALL_COURSE, RANDOM
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow
from game.voyage.view import result_view

COLUMNS = {"Way": "Way made", "Stability": "Stability, of 100", "Crew": "Crew, of 100"}
"""The columns, and under which name they say where they begin and end."""
Numbers = dict[str, str]


def told_watches(scenario: str) -> Iterator[Numbers]:
    """The numbers of every watch of a few voyages, some of which end badly."""
    flow = Flow(find(scenario).scenario)
    for seed, captain in enumerate((ALL_COURSE, RANDOM, RANDOM), 5):
        for leg in sail_captain(flow, seed, captain).legs:
            yield dict(result_view(flow.scenario, leg.voyage, list(leg.events)).numbers)


def figures(told: str) -> list[float]:
    return [float(each) for each in re.findall(r"[+-]?\d+\.\d", told)]


@pytest.mark.parametrize("column", COLUMNS)
def test_each_column_adds_up_as_it_is_shown(column: str) -> None:
    """From what it began at to what it came to, to the last digit, even where she founders."""
    for numbers in told_watches("the-long-convoy"):
        ends = figures(numbers[COLUMNS[column]])
        steps = [
            each
            for name, told in numbers.items()
            if name.startswith(f"{column}: ")
            for each in figures(told)
        ]

        assert steps
        assert abs(ends[1] - ends[0]) == pytest.approx(abs(sum(steps)))


def test_what_an_order_does_to_the_crew_by_itself_is_told() -> None:
    """From how the watch found her, before the order's own effects."""
    flow = Flow(find("maiden-passage").scenario)
    found = []
    for leg in sail_captain(flow, 5, RANDOM).legs:
        numbers = dict(result_view(flow.scenario, leg.voyage, list(leg.events)).numbers)
        found.append("Crew: the order itself" in numbers)

        ends = leg.sailed.before.crew, leg.voyage.ship.crew
        assert numbers["Crew, of 100"] == "from {:.1f} to {:.1f}".format(*ends)

    assert any(found)


def test_every_line_has_its_unit() -> None:
    """No bare figure, and no share that only says "over 99 %"."""
    units = ("%", "points", "off port", "built for", "of her best", "voyage", "work", "at best")
    for numbers in told_watches("maiden-passage"):
        for name, told in numbers.items():
            assert told.endswith(units) or name.endswith("of 100")
            assert not told.startswith(("over", "under"))
