"""Every captain: the share that arrived, by share of course orders; your voyage ringed, if any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End
from game.debrief.charts.drawing.label_placement import Point
from game.debrief.charts.track_captions import ending_label
from game.i18n import N_, _
from game.number_format import brief, counted, in_lines, listed, percent
from game.ship.ship import Outcome
from game.simulation.census_result import Census, CourseShare, Method
from game.simulation.track import Track

if TYPE_CHECKING:
    from matplotlib.axes import Axes

OVER, RING = 1.0, 1.9
"""How far above its bar a figure stands, and how wide the ring is around yours, in em."""
HEADROOM, A_NAME = 1.45, 0.3
"""How high the chart is, in heights of the highest bar, and for each bar more that bears a name."""
NARROW = 1.7
"""Where bars are narrower than this, in em, only yours and the best have a figure."""


@dataclass(frozen=True, slots=True)
class CensusChart:
    """The census as a hump.

    share: of your own course orders, 0 to 1. over: whether your voyage has ended. you: None where
    nobody has sailed.
    """

    census: Census
    share: float = 0.0
    you: Track | None = None
    over: bool = False
    name = "captains"
    title = N_("Every captain")

    @property
    def headline(self) -> str:
        return self.census.sentence

    @property
    def total(self) -> str:
        """How many came in of all that were counted, or drawn."""
        arrived = percent(self.census.tally.arrived)
        return _("Of {voyages}, {arrived} arrived.", voyages=note_of(self.census), arrived=arrived)

    @property
    def yours(self) -> str:
        return _(
            "You gave {share} course orders; of all who did, {arrived} arrived.",
            share=percent(self.share),
            arrived=percent(self.census.at(self.share).tally.arrived),
        )

    @property
    def alt(self) -> str:
        rows = "; ".join(
            _("at {share}, {arrived}", share=percent(row.share), arrived=percent(row.tally.arrived))
            + _interval(row)
            for row in self.census.by_course_share
        )
        lines = [self.total, _("By share of course orders, so many arrived: {rows}.", rows=rows)]
        return "\n".join([*lines, self.yours] if self.you else lines)

    def draw(self, sheet: ChartSheet) -> None:
        if not self.census.by_course_share:
            return
        inks = sheet.inks
        if self.you is None:
            draw_census(sheet, self.census, ())
            return
        mine = self.census.at(self.share)
        axes = draw_census(sheet, self.census, (mine,))
        arrived = self.you.outcome is Outcome.ARRIVED
        spot = draw_ring(sheet, axes, mine, inks.better if arrived else inks.text)
        sheet.ends(axes, [End(spot, _("you"), ending_label(self.you, self.over), inks.text, RING)])


@dataclass(frozen=True, slots=True)
class ConvoyCensusChart:
    """The same hump, for all crews of a convoy: they had the same sea.

    crews: the wake of each, its captain the crew's name, and its share of course orders, 0 to 1.
    """

    census: Census
    crews: tuple[tuple[Track, float], ...]
    name = "convoy-captains"
    title = N_("Every captain")

    @property
    def headline(self) -> str:
        return self.census.sentence

    @property
    def alt(self) -> str:
        shares = (
            _("{crew} gave {share} course orders", crew=track.captain, share=percent(share))
            for track, share in self.crews
        )
        return f"{self.headline} {'; '.join(shares)}."

    def draw(self, sheet: ChartSheet) -> None:
        """The bars that crews stand on bright and ringed, with their names."""
        if not self.census.by_course_share:
            return
        inks = sheet.inks
        on: dict[float, list[Track]] = {}
        for track, share in self.crews:
            on.setdefault(self.census.at(share).share, []).append(track)
        rows = {share: self.census.at(share) for share in on}
        axes = draw_census(sheet, self.census, tuple(rows.values()))
        ends = []
        for share, tracks in sorted(on.items()):
            came_in = [track.outcome is Outcome.ARRIVED for track in tracks]
            spot = draw_ring(sheet, axes, rows[share], inks.better if all(came_in) else inks.text)
            arrived = (
                _("{some} of {all} arrived", some=sum(came_in), all=len(tracks))
                if any(came_in)
                else _("none arrived")
            )
            names = listed([track.captain for track in tracks])
            ends.append(End(spot, in_lines(names), arrived, inks.text, RING))
        sheet.ends(axes, ends)


def draw_census(sheet: ChartSheet, census: Census, bright: Sequence[CourseShare]) -> Axes:
    """A bar for each share of course orders, some of them bright; the axes it stands on."""
    inks, rows = sheet.inks, census.by_course_share
    step = min((b.share - a.share for a, b in pairwise(rows)), default=1.0)
    high = max(0.1, *map(_top, rows)) * (HEADROOM + A_NAME * max(0, len(bright) - 1))
    axes = _axes(sheet, census, step, high)
    wide = step * sheet.across(axes) > NARROW
    for row in rows:
        ink = inks.text if row in bright else inks.edge
        sheet.bar(axes, row.share, row.tally.arrived, 0.8 * step, facecolor=ink)
        found = row.tally.interval
        if found:
            axes.vlines(
                row.share, found.low, found.high, color=inks.dim, lw=0.1 * sheet.em, zorder=4
            )
        if wide or row in (*bright, census.best):
            _figure(sheet, axes, row)
    return axes


def draw_ring(sheet: ChartSheet, axes: Axes, row: CourseShare, ink: str) -> Point:
    """A ring around a bar's figure; where it is."""
    spot = (row.share, _top(row) + sheet.up(axes, OVER))
    sheet.ring(axes, spot, ink, RING)
    return spot


def note_of(census: Census) -> str:
    voyages = counted(census.tally.voyages)
    if census.method is Method.SAMPLED:
        return _("{voyages} voyages drawn at random, with 95 % intervals", voyages=voyages)
    return _("all {voyages} voyages", voyages=voyages)


def _axes(sheet: ChartSheet, census: Census, step: float, high: float) -> Axes:
    inks = sheet.inks
    axes = sheet.axes((2, 3, 2, 1.5), (-0.6 * step, 1 + 0.6 * step), (0, high))
    axes.set_yticks([])
    axes.set_xticks((0, 0.5, 1), (_("no course"), _("half"), _("all course")))
    axes.axhline(0, color=inks.edge, lw=0.08 * sheet.em, clip_on=False)
    axes.set_xlabel(_("share of course orders in a voyage"))
    unit = _("arrived, of 100 with this mix")
    if census.method is Method.SAMPLED:
        unit = _("arrived, % of {note}", note=note_of(census))
    sheet.corner(axes, unit, inks.dim)
    return axes


def _figure(sheet: ChartSheet, axes: Axes, row: CourseShare) -> None:
    figure = brief(row.tally.arrived)
    spot = (row.share, _top(row) + sheet.up(axes, OVER))
    sheet.words(axes, spot, figure, sheet.inks.text, ha="center", va="center_baseline")


def _top(row: CourseShare) -> float:
    return row.tally.interval.high if row.tally.interval else row.tally.arrived


def _interval(row: CourseShare) -> str:
    found = row.tally.interval
    if found is None:
        return ""
    return _(" ({low} to {high})", low=percent(found.low), high=percent(found.high))
