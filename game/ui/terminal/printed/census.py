"""A census in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.number_format import percent_range
from game.scenario.model.scenario import Scenario
from game.simulation.census_result import Census, Method
from game.ui.terminal.printed.census_grid import grid_lines
from game.ui.vocabulary import wrapped

BAR = 40
ROWS = 20
"""At most so many rows of the grid."""


def census_lines(scenario: Scenario, seed: int | None, census: Census) -> Iterator[str]:
    """What became of all voyages, and by their share of course orders; at most 80 columns."""
    weather = (
        _("weather as written, chances weighed") if seed is None else _("seed {seed}", seed=seed)
    )
    yield from wrapped(f"{scenario.title}, {weather}.")
    if census.method is Method.SAMPLED:
        yield from wrapped(
            _("Not every voyage was counted: the limit of {limit} was met.", limit=_(census.limit))
        )
    if census.bounds:
        bounds = percent_range(census.bounds.low, census.bounds.high)
        yield from wrapped(
            _("By what was counted, {bounds} of them arrive for certain.", bounds=bounds)
        )
    yield from wrapped(census.sentence)
    yield ""
    for outcome, voyages in sorted(census.tally.outcomes.items(), key=lambda one: -one[1]):
        yield f"{voyages / census.tally.voyages:>7.1%}  {outcome.ended}"
    yield ""
    yield _("course").ljust(8) + _("voyages").ljust(13) + _("arrived")
    for row in census.by_course_share:
        arrived = row.tally.arrived
        bar = "#" * round(BAR * arrived)
        yield f"{row.share:>6.0%}  {row.tally.voyages:<11,.0f}  {arrived:>6.1%}  {bar}".rstrip()
    yield ""
    yield from wrapped(_("Arrived, of 100; upwards by the share of taught or shared orders:"))
    yield from grid_lines(census, ROWS)
