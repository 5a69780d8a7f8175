"""The numbers behind a why-line: each column adds up, as it is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.scenario.loading.library import find
from game.simulation.captains import ALL_COURSE, RANDOM
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow
from game.voyage.view import result_view

COLUMNS = {
    "Way": ("Way, in a perfect watch", "Way made"),
    "Stability": ("Stability as it began", "Stability after it"),
    "Crew": ("Crew as it began", "Crew after it"),
}
Numbers = dict[str, str]


def told_watches(scenario: str) -> Iterator[Numbers]:
    """The numbers of every watch of a few voyages, some of which end badly."""
    flow = Flow(find(scenario).scenario)
    for seed, captain in enumerate((ALL_COURSE, RANDOM, RANDOM), 5):
        for leg in sail_captain(flow, seed, captain).legs:
            yield dict(result_view(flow.scenario, leg.voyage, list(leg.events)).numbers)


def figure(told: str) -> float:
    return float(told.split(maxsplit=1)[0])


@pytest.mark.parametrize("column", COLUMNS)
def test_each_column_adds_up_as_it_is_shown(column: str) -> None:
    """From what it began at to what it came to, to the last digit, even where she founders."""
    first, last = COLUMNS[column]
    for numbers in told_watches("the-long-convoy"):
        terms = [figure(told) for name, told in numbers.items() if name.startswith(f"{column}: ")]

        assert figure(numbers[first]) + sum(terms) == pytest.approx(figure(numbers[last]))
        assert terms


def test_what_an_order_does_to_the_crew_by_itself_is_told() -> None:
    """From how the watch found her, before the order's own effects."""
    flow = Flow(find("maiden-passage").scenario)
    found = []
    for leg in sail_captain(flow, 5, RANDOM).legs:
        numbers = dict(result_view(flow.scenario, leg.voyage, list(leg.events)).numbers)
        found.append("Crew: the order itself" in numbers)

        assert numbers["Crew as it began"] == f"{leg.sailed.before.crew:.1f} of 100"
        assert numbers["Crew after it"] == f"{leg.voyage.ship.crew:.1f} of 100"

    assert any(found)


def test_every_line_has_its_unit() -> None:
    """No bare figure, and no share that only says "over 99 %"."""
    units = (
        "%",
        "of 100",
        "points",
        "off port",
        "built for",
        "of her best",
        "voyage",
        "work",
        "alike",
    )
    told = [one for numbers in told_watches("maiden-passage") for one in numbers.values()]

    assert all(one.endswith(units) for one in told)
    assert not any(word in one for one in told for word in ("over", "under"))
