"""Wakes on a sea chart, from the harbour on the left to port on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import OTHERS, STRONG, ChartSheet, LineStyle
from game.debrief.charts.drawing.label_placement import Box, Point
from game.debrief.charts.track_captions import line_style_of, name_of
from game.i18n import N_, _
from game.ship.ship import Outcome
from game.simulation.track import PORT, Track

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDE = 20.0
"""A chart is at least this wide beside the straight line to port, in percent of the voyage."""
KEY = 1.3
"""How high a line of names is, text heights."""
NAMES = {0: N_("start"), 50: N_("half way"), 100: N_("port")}


def sea_chart(
    sheet: ChartSheet, tracks: Sequence[Track], room: Box | None = None, small: bool = False
) -> Axes:
    """An empty chart that these wakes fit on: the straight line to port, and port.

    room: the part of the sheet for it, pixels. small: one of many, with a title in place of names.
    """
    inks, room = sheet.inks, room or sheet.all
    head, under, foot = (3.6, 0.7, 0.4) if small else (1.4, 3.6, 1.7)
    high = max(WIDE, *(place.aside for track in tracks for place in track.chart))
    low = -high * under * sheet.em / (room.top - room.bottom - (head + under + foot) * sheet.em)
    axes = sheet.axes((1.6, foot, 1.6, head), (0, 100), (low, high), room)
    axes.set_yticks([])
    axes.set_xticks(
        [] if small else list(NAMES), None if small else [_(name) for name in NAMES.values()]
    )
    for name in axes.get_xticklabels()[-1:]:
        name.set(color=inks.better, family=(STRONG, OTHERS))
    thin = 0.06 * sheet.em
    straight = LineStyle(inks.edge, (0, (6, 4)), "", 0.06)
    sheet.line(axes, ((0, 0), (100, 0)), straight, rank=1)
    for toward in (0, 50, 100):
        axes.axvline(toward, color=inks.edge, lw=thin / 2, zorder=0, alpha=0.6)
    port = (PORT.toward, PORT.aside)
    sheet.sign(axes, port, "o", inks.better, 1.2, hollow=True)
    return axes


def draw_wake(sheet: ChartSheet, axes: Axes, track: Track, style: LineStyle, rank: int) -> None:
    """One wake, a dot for each watch, and at its end its sign; a wreck is crossed out."""
    points = points_of(track)
    sheet.line(axes, points, style, rank)
    for point in points[1:-1]:
        sheet.dot(axes, point, style, rank)
    _draw_end(sheet, axes, track, style, points[-1])


def draw_key(sheet: ChartSheet, tracks: Sequence[Track]) -> None:
    """Along the sheet's foot, how these wakes end and what they are called."""
    wide = sheet.look.width / sheet.em - 3.2
    room = Box(0, 0, sheet.look.width, KEY * sheet.em)
    axes = sheet.axes((1.6, 0, 1.6, 0), (0, wide), (-1, 1), room)
    axes.set_axis_off()
    for number, track in enumerate(tracks):
        style, left = line_style_of(track.captain, sheet.inks), number * wide / len(tracks)
        end = (left + 2.2, 0.0)
        sheet.line(axes, ((left, 0.0), end), style, rank=2)
        _draw_end(sheet, axes, track, style, end)
        name = (left + 3.0, 0.0)
        sheet.words(axes, name, name_of(track), style.ink, va="center")


def _draw_end(sheet: ChartSheet, axes: Axes, track: Track, style: LineStyle, at: Point) -> None:
    if track.outcome is Outcome.FOUNDERED:
        sheet.sign(axes, at, "X", style.ink, 0.8)
    else:
        sheet.sign(axes, at, style.sign, style.ink, 0.6)


def points_of(track: Track) -> Sequence[Point]:
    return [(place.toward, place.aside) for place in track.chart]
