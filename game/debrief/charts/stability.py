"""Stability over time: yours beside the ghosts'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End
from game.debrief.charts.track_captions import headed_by, line_style_of, name_of, watches_of
from game.i18n import N_, _
from game.number_format import listed
from game.ship.ship import Outcome
from game.simulation.track import Track

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class StabilityChart:
    you: Track
    ghosts: tuple[Track, ...]
    name = "stability"
    title = N_("Stability")

    @property
    def headline(self) -> str:
        worst = min(self.you.stability)
        watch = self.you.stability.index(worst)
        ends = [
            _(
                "the {ghost} ship stood at {stability}",
                ghost=name_of(ghost),
                stability=_whole(ghost),
            )
            for ghost in self.ghosts
        ]
        held = {"worst": worst, "watch": watch, "ends": listed(ends)}
        if watch:
            return _(
                "Your stability fell to {worst:.0f} of 100 in watch {watch}. At the end {ends}.",
                **held,
            )
        return _("Your stability never fell below {worst:.0f} of 100. At the end {ends}.", **held)

    @property
    def alt(self) -> str:
        lines = (
            _(
                "{captain}: {stability}.",
                captain=headed_by(track),
                stability=", ".join(f"{stood:.0f}" for stood in track.stability),
            )
            for track in (self.you, *self.ghosts)
        )
        head = _("Stability, 0 to 100, at the start and after each watch.")
        return "\n".join((head, *lines))

    def draw(self, sheet: ChartSheet) -> None:
        """Three lines over the watches; at the bottom she founders."""
        tracks = (self.you, *self.ghosts)
        last = max(map(watches_of, tracks))
        axes = watch_axes(sheet, last)
        sheet.corner(axes, _("stability"), sheet.inks.dim)
        ends = []
        for rank, track in enumerate(tracks, 2):
            style = line_style_of(track.captain, sheet.inks)
            points = list(enumerate(track.stability))
            sheet.line(axes, points, style, rank)
            wreck = track.outcome is Outcome.FOUNDERED
            sheet.sign(axes, points[-1], "X" if wreck else style.sign, style.ink, 0.7)
            ends.append(End(points[-1], f"{name_of(track)} {_whole(track)}", "", style.ink))
        sheet.ends(axes, ends)


def watch_axes(sheet: ChartSheet, last: int, first: int = 0) -> Axes:
    """Watches across, 0 to 100 upwards."""
    axes = sheet.axes((2.2, 2.6, 1.2, 1.5), (first, last), (0, 100))
    every = -(-(last - first) // 6) if last > 6 else 1
    axes.set_xticks(range(first, last + 1, every))
    axes.set_xlabel(_("watch"))
    axes.set_yticks((0, 50, 100))
    for height in (0, 50, 100):
        axes.axhline(height, color=sheet.inks.edge, lw=0.04 * sheet.em, zorder=0)
    return axes


def _whole(track: Track) -> str:
    return f"{track.stability[-1]:.0f}"
