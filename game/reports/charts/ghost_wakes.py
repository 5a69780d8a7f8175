"""Your wake beside those of two ghost ships, in the same weather."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import N_, _
from game.reports.charts.drawing.axes import ChartAxes, End
from game.reports.charts.drawing.line_styles import line_style_of
from game.reports.charts.drawing.sea_chart import draw_wake, points_of, sea_chart
from game.reports.charts.wake_end_labels import ending_label, ghosts_told, name_of, yours_told
from game.simulation.single_voyage import YOU
from game.simulation.wake import Track


@dataclass(frozen=True, slots=True)
class GhostWakesChart:
    """Your wake and the ghosts'.

    earlier: wakes of your own that this voyage goes back into. over: whether it has ended.
    """

    you: Track
    ghosts: tuple[Track, ...]
    earlier: tuple[Track, ...]
    over: bool
    name = "track"
    title = N_("The track")

    @property
    def headline(self) -> str:
        """Your fate, and theirs."""
        ghosts = "; ".join(map(ghosts_told, self.ghosts))
        return f"{yours_told(self.you, self.over)} {ghosts[:1].upper()}{ghosts[1:]}."

    @property
    def alt(self) -> str:
        """Each wake's progress, watch by watch."""
        told = (
            _(
                "{captain}: {fate}; progress {progress} %.",
                captain=_(track.captain).capitalize(),
                fate=self._fate(track),
                progress=", ".join(f"{figure:.0f}" for figure in track.progress),
            )
            for track in self.tracks
        )
        said = _("The way made toward port, at the start and after each watch.")
        return "\n".join((said, *told))

    def draw(self, sheet: ChartAxes) -> None:
        """Yours widest and below, so that a ghost on it can still be seen."""
        tracks = self.tracks
        axes = sea_chart(sheet, tracks)
        for rank, track in enumerate(tracks, 2):
            draw_wake(sheet, axes, track, line_style_of(track.captain, sheet.inks), rank)
        ends = [
            End(
                at=points_of(track)[-1],
                name=name_of(track),
                note=self._fate(track),
                ink=line_style_of(track.captain, sheet.inks).ink,
            )
            for track in tracks
        ]
        sheet.ends(axes, ends)

    @property
    def tracks(self) -> tuple[Track, ...]:
        """All of them, yours first."""
        return (self.you, *self.ghosts, *self.earlier)

    def _fate(self, track: Track) -> str:
        return ending_label(track, self.over or track.captain != YOU)
