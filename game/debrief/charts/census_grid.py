"""The grid of every mix: a cell's colour and figure say how many arrived; above it the hump."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from textwrap import wrap
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet
from game.debrief.charts.drawing.label_placement import Box, Point
from game.i18n import _
from game.number_format import brief, brief_range, counted
from game.simulation.census_bands import Band, bands_of, is_known
from game.simulation.census_result import Census, CourseShare, Method

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HUMP = 0.3
"""Of the chart's height, for the hump."""
LINE, FIGURE = 1.15, 1.35
"""A cell is at least this high, and with a figure this wide, in em."""
FULL, LEAST = 0.5, 0.2
"""How deep the fullest cell's colour is, so that text on it can be read; and the share of arrivals
at which a cell is at least as full as that.
"""
LEFT, RIGHT = 4.6, 2.0
"""Beside both parts, in em."""
NAMES, LETTERS = 10.0, 22
"""The column of names to the right of a convoy's grid, in em; so many letters in a line of it."""
Mark = tuple[Point, str]
"""A mix (course, shared), and whose it is, with how it ended."""


def draw_census(
    sheet: ChartSheet, census: Census, marks: Sequence[Mark], names: float = 0.0
) -> None:
    """The grid with its hump, and these mixes ringed on it.

    names: em to the right for what marks are; without, the one mark is told above the grid.
    """
    wide, high = sheet.look.width, sheet.look.height
    cut = high - max(4.2 * sheet.em, HUMP * high)
    rows, right = census.by_course_share, names or RIGHT
    step = min((b.share - a.share for a, b in pairwise(rows)), default=1.0)
    bright = [course for (course, _shared), _name in marks]
    _draw_hump(sheet, census, step, (Box(0, cut, wide, high), right), bright)
    axes, bands = _grid_axes(sheet, census, step, (Box(0, 0, wide, cut), right))
    places = [_place(census, bands, mix) for mix, _name in marks]
    _draw_cells(sheet, axes, bands, step, places)
    if names:
        _draw_names(sheet, axes, places, [name for _mix, name in marks])
    elif marks:
        sheet.key(axes, (("s", sheet.inks.text, marks[0][1]),))


def note_of(census: Census) -> str:
    voyages = counted(census.tally.voyages)
    if census.method is Method.SAMPLED:
        return _("{voyages} voyages drawn at random, with 95 % intervals", voyages=voyages)
    return _("all {voyages} voyages", voyages=voyages)


def _draw_names(
    sheet: ChartSheet, axes: Axes, places: Sequence[Point], names: Sequence[str]
) -> None:
    """Below each other to the right of the grid, each threaded to its cell."""
    em, ink = sheet.em, sheet.inks.text
    told = sorted(zip(places, names, strict=True), key=lambda each: (-each[0][1], each[0][0]))
    y = sheet.look.height - 1.2 * em
    for place, name in told:
        text = "\n".join(wrap(name, LETTERS))
        at = (axes.bbox.x1 + 1.2 * em, y)
        sheet.words(axes, at, text, ink, transform=None, va="top", linespacing=1.0)
        to_x, to_y = sheet.pixels(axes, place)
        xs, ys = (at[0] - 0.3 * em, to_x), (y - 0.45 * em, to_y)
        axes.plot(xs, ys, transform=None, clip_on=False, color=ink, lw=0.05 * em, zorder=5)
        y -= (1.05 * (1 + text.count("\n")) + 0.35) * em * 0.95


def _grid_axes(
    sheet: ChartSheet, census: Census, step: float, room: tuple[Box, float]
) -> tuple[Axes, list[Band]]:
    (part, right), inks, em = room, sheet.inks, sheet.em
    below, above = 2.7, 1.25
    most = max(1, int(((part.top - part.bottom) / em - below - above) / LINE))
    bands = bands_of(census, most)
    across = (-0.6 * step, 1 + 0.6 * step)
    up = (-0.5, len(bands) - 0.5)
    axes = sheet.axes((LEFT, below, right, above), across, up, part)
    axes.set_xticks((0, 0.5, 1), (_("no course"), _("half"), _("all course")))
    axes.set_yticks(range(len(bands)), [_percents(band) for band in bands])
    axes.tick_params(length=0)
    axes.set_xlabel(_("share of course orders in a voyage"))
    spot = (axes.bbox.x0 - (LEFT - 0.4) * em, axes.bbox.y1 + 0.35 * em)
    if len(bands) > 1:
        said = _("taught or shared")
        sheet.words(axes, spot, said, inks.dim, transform=None, va="baseline")
    return axes, bands


def _percents(band: Band) -> str:
    return f"{brief_range(band.low, band.high)} %"


def _place(census: Census, bands: Sequence[Band], mix: Point) -> tuple[float, int]:
    """The column and the row of the grid that a mix stands in."""
    cell = census.at_mix(*mix)
    rows = (row for row, band in enumerate(bands) if band.low <= cell.shared <= band.high)
    return cell.course, next(rows, 0)


def _draw_cells(
    sheet: ChartSheet,
    axes: Axes,
    bands: Sequence[Band],
    step: float,
    marked: Sequence[tuple[float, int]],
) -> None:
    cells = {
        (course, row): tally
        for row, band in enumerate(bands)
        for course, tally in band.cells.items()
    }
    known = {place: tally for place, tally in cells.items() if is_known(tally)}
    full = max([LEAST, *(tally.arrived for tally in known.values())])
    best = max(known, key=lambda place: known[place].arrived, default=None)
    has_room = step * sheet.across(axes) >= FIGURE
    for place, tally in cells.items():
        depth = FULL * tally.arrived / full if place in known else 0.0
        _draw_cell(sheet, axes, place, step, depth, place in marked)
        if (has_room and place in known) or place in (*marked, best):
            ink = sheet.inks.text if tally.arrived or place in marked else sheet.inks.dim
            sheet.halo(axes, place, brief(tally.arrived), ink)


def _draw_cell(
    sheet: ChartSheet, axes: Axes, place: Point, step: float, depth: float, marked: bool
) -> None:
    inks = sheet.inks
    edge, width, rank = (inks.text, 0.16, 6) if marked else (inks.edge, 0.03, 3)
    sheet.cell(
        axes,
        place,
        (0.94 * step, 0.9),
        facecolor=blend(inks.paper, inks.better, depth),
        edgecolor=edge,
        lw=width * sheet.em,
        zorder=rank,
    )


def blend(one: str, other: str, share: float) -> str:
    """A colour on the way from one to the other."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + share * (b - a)):02x}" for a, b in pairs)


def _draw_hump(
    sheet: ChartSheet,
    census: Census,
    step: float,
    room: tuple[Box, float],
    bright: Sequence[float],
) -> None:
    """A bar for each share of course orders: the sum of its column."""
    (part, right), inks, rows = room, sheet.inks, census.by_course_share
    across = (-0.6 * step, 1 + 0.6 * step)
    axes = sheet.axes((LEFT, 0.2, right, 1.6), across, (0, 1), part)
    axes.set_yticks([])
    axes.set_xticks([])
    space = (part.top - part.bottom) / sheet.em - 1.8
    axes.set_ylim(0, max(0.05, *map(_top, rows)) * space / (space - 1.0))
    axes.axhline(0, color=inks.edge, lw=0.08 * sheet.em, clip_on=False)
    mine = {census.at(share).share for share in bright}
    roomy = step * sheet.across(axes) >= FIGURE
    for row in rows:
        _draw_bar(sheet, axes, row, 0.8 * step, inks.text if row.share in mine else inks.edge)
        if roomy or row.share in mine or row is census.best:
            spot = (row.share, _top(row) + sheet.up(axes, 0.55))
            centred = {"ha": "center", "va": "center_baseline"}
            sheet.words(axes, spot, brief(row.tally.arrived), inks.text, **centred)
    unit = _("arrived, of 100 with this mix")
    if census.method is Method.SAMPLED:
        unit = _("arrived, % of {note}", note=note_of(census))
    spot = (axes.bbox.x0 - (LEFT - 0.4) * sheet.em, axes.bbox.y1 + 0.4 * sheet.em)
    sheet.words(axes, spot, unit, inks.dim, transform=None, va="baseline")


def _draw_bar(sheet: ChartSheet, axes: Axes, row: CourseShare, width: float, ink: str) -> None:
    """A bar; of a sample, with its interval where that says anything."""
    sheet.bar(axes, row.share, row.tally.arrived, width, facecolor=ink)
    found = row.tally.interval
    if found and is_known(row.tally):
        thin, ink = 0.1 * sheet.em, sheet.inks.dim
        axes.vlines(row.share, found.low, found.high, color=ink, lw=thin, zorder=4)


def _top(row: CourseShare) -> float:
    found = row.tally.interval
    return found.high if found and is_known(row.tally) else row.tally.arrived
