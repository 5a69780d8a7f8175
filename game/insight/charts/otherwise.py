"""Otherwise: your wake, and the wake that one other order would have left; the one watch."""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.charts.fate import fate
from game.insight.charts.sheet import End, Sheet
from game.insight.charts.strokes import stroke_of
from game.insight.charts.wakes import draw_wake, points_of, sea_chart
from game.insight.figures import in_lines
from game.insight.one_watch import OneWatch
from game.insight.wake import Track
from game.tongue import N_, _


@dataclass(frozen=True, slots=True)
class OtherwiseChart:
    """Two wakes that part in one watch. over: whether your voyage has ended."""

    you: Track
    change: OneWatch
    over: bool
    name = "one-watch"
    title = N_("The one watch")

    @property
    def headline(self) -> str:
        """What the one order would have been worth."""
        return self.change.sentence

    @property
    def alt(self) -> str:
        """The other wake's progress."""
        progress = ", ".join(f"{figure:.0f}" for figure in self.change.track.progress)
        return _("Progress then: {progress} %.", progress=progress)

    def draw(self, sheet: Sheet) -> None:
        """Both wakes, a ring where they part."""
        inks, other = sheet.inks, self.change.track
        axes = sea_chart(sheet, (self.you, other))
        yours, others = stroke_of(self.you.captain, inks), stroke_of("otherwise", inks)
        draw_wake(sheet, axes, self.you, yours, 2)
        draw_wake(sheet, axes, other, others, 3)
        part = points_of(self.you)[self.change.number - 1]
        sheet.ring(axes, part, inks.better, 1.0)
        parted = _("watch {number}", number=self.change.number)
        sheet.ends(
            axes,
            [
                End(points_of(self.you)[-1], _("you"), fate(self.you, self.over), yours.ink),
                End(points_of(other)[-1], _("otherwise"), fate(other), others.ink),
                End(part, parted, in_lines(self.change.better), inks.better),
            ],
        )
