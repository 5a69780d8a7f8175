"""The one watch: your wake, and the wake that one other order would have left."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.best_single_change import SingleChange
from game.debrief.charts.drawing.chart_sheet import ChartSheet, End
from game.debrief.charts.drawing.sea_chart import draw_wake, points_of, sea_chart
from game.debrief.charts.track_captions import ending_label, line_style_of
from game.i18n import N_, _
from game.number_format import in_lines
from game.simulation.track import Track


@dataclass(frozen=True, slots=True)
class OneWatchChart:
    """Two wakes that part in one watch. over: whether your voyage has ended."""

    you: Track
    change: SingleChange
    over: bool
    name = "one-watch"
    title = N_("The one watch")

    @property
    def headline(self) -> str:
        return self.change.sentence

    @property
    def alt(self) -> str:
        progress = ", ".join(f"{made:.0f}" for made in self.change.track.progress)
        return _("Progress then: {progress} %.", progress=progress)

    def draw(self, sheet: ChartSheet) -> None:
        inks, other = sheet.inks, self.change.track
        axes = sea_chart(sheet, (self.you, other))
        yours, others = line_style_of(self.you.captain, inks), line_style_of("otherwise", inks)
        draw_wake(sheet, axes, self.you, yours, 2)
        draw_wake(sheet, axes, other, others, 3)
        points = points_of(self.you)
        part = points[self.change.number - 1]
        sheet.ring(axes, part, inks.better, 1.0)
        parted = _("watch {number}", number=self.change.number)
        ends = [
            End(points[-1], _("you"), ending_label(self.you, self.over), yours.ink),
            End(points_of(other)[-1], _("otherwise"), ending_label(other), others.ink),
            End(part, parted, in_lines(self.change.better), inks.better),
        ]
        sheet.ends(axes, ends)
