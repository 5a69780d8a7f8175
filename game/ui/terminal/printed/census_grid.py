"""Every mix of orders and how many arrived, as a grid of figures with its hump, in characters."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _
from game.number_format import brief, brief_range
from game.simulation.census_bands import Band, bands_of, column_of, hump_of, is_known
from game.simulation.census_result import Census

MARGIN, CELL, WIDTH = 13, 4, 78
"""Columns for what a row is, for a figure, and for all of it."""
HIGH = 3
"""Rows of the hump."""
BLOCKS = " ▁▂▃▄▅▆▇█"


def hump_lines(census: Census) -> Iterator[str]:
    """The hump in blocks, highest row first."""
    columns = hump_of(census, _room())
    most = max((tally.arrived for tally in columns.values()), default=0) or 1
    eighths = [round(8 * HIGH * tally.arrived / most) for tally in columns.values()]
    for row in reversed(range(HIGH)):
        tops = (BLOCKS[min(8, max(0, each - 8 * row))] * (CELL - 1) for each in eighths)
        yield (" " * MARGIN + "".join(f" {top}" for top in tops)).rstrip()


def grid_lines(
    census: Census, rows: int, yours: tuple[float, float] | None = None
) -> Iterator[str]:
    """The sums of the columns, then each row from the top; yours: the mix in brackets."""
    columns = column_of(census, _room())
    cell = census.at_mix(*yours) if yours else None
    yield _line(_("all"), [brief(tally.arrived) for tally in hump_of(census, _room()).values()])
    bands = bands_of(census, rows, _room())
    for band in reversed(bands if len(bands) > 1 else []):
        mine = cell and band.low <= cell.shared <= band.high
        marked = columns.get(cell.course) if cell and mine else None
        figures = [
            _figure(band, column, column == marked) for column in dict.fromkeys(columns.values())
        ]
        yield _line(_percents(band), figures)
    yield _line(_("course, %"), [brief(column) for column in dict.fromkeys(columns.values())])


def _room() -> int:
    return (WIDTH - MARGIN) // CELL


def _line(name: str, figures: list[str]) -> str:
    row = "".join(f"{each:>{CELL}}" for each in figures)
    return f"{name[: MARGIN - 1]:<{MARGIN}}{row}".rstrip()


def _figure(band: Band, column: float, marked: bool) -> str:
    tally = band.cells.get(column)
    figure = "" if tally is None else brief(tally.arrived) if is_known(tally) else "."
    return f"[{figure}]" if marked else figure


def _percents(band: Band) -> str:
    return _("shared {low_to_high}", low_to_high=brief_range(band.low, band.high))
