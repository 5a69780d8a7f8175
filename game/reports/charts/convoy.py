"""The convoy: each crew's wake on a chart of its own, the others' faint behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.i18n import N_, _
from game.number_format import listed
from game.reports.charts.drawing.axes import OTHERS, STRONG, ChartAxes, LineStyle
from game.reports.charts.drawing.label_placement import Box
from game.reports.charts.drawing.line_styles import line_style_of
from game.reports.charts.drawing.sea_chart import KEY, draw_key, draw_wake, sea_chart
from game.reports.charts.wake_end_labels import ending_label, ghosts_told
from game.ship.ship import Outcome
from game.simulation.wake import Track

ROW = 3
"""Charts beside each other."""
FATES = {
    Outcome.ARRIVED: N_("arrived"),
    Outcome.FOUNDERED: N_("foundered"),
    Outcome.MUTINY: N_("ended in mutiny"),
    Outcome.ADRIFT: N_("never arrived"),
    Outcome.HARBOUR: N_("put into harbour"),
}


@dataclass(frozen=True, slots=True)
class ConvoyChart:
    """Crews that sail in the same weather; each track's captain is its crew's name.

    at_sea: the names of those whose voyages are not over. ghosts: ships that nobody sailed, thin
    on every chart.
    """

    crews: tuple[Track, ...]
    at_sea: frozenset[str] = frozenset()
    ghosts: tuple[Track, ...] = ()
    name = "convoy"
    title = N_("The convoy")

    @property
    def headline(self) -> str:
        """What became of how many."""
        over = [track for track in self.crews if track.captain not in self.at_sea]
        fates = Counter(track.outcome for track in over)
        told = [f"{fates[each]} {_(word)}" for each, word in FATES.items() if fates[each]]
        sailing = len(self.crews) - len(over)
        told += [_("{sailing} still at sea", sailing=sailing)] if sailing else []
        crews = _(
            "{crews} crews in the same sea: {told}.", crews=len(self.crews), told=listed(told)
        )
        ghosts = _("; ").join(map(ghosts_told, self.ghosts))
        return f"{crews} {ghosts[:1].upper()}{ghosts[1:]}." if ghosts else crews

    @property
    def alt(self) -> str:
        """Each crew's fate and progress."""
        told = (
            _(
                "{captain}: {fate}; progress {progress} %.",
                captain=track.captain,
                fate=self._fate(track),
                progress=", ".join(f"{figure:.0f}" for figure in track.progress),
            )
            for track in self.crews
        )
        return " ".join(told)

    def draw(self, sheet: ChartAxes) -> None:
        """A small chart for each crew, all to one scale; below them, which wakes are ghosts'."""
        inks = sheet.inks
        faint = LineStyle(inks.edge, "-", "o", 0.06)
        foot = KEY * sheet.em if self.ghosts else 0
        for crew, room in zip(self.crews, rooms(sheet, len(self.crews), foot), strict=True):
            axes = sea_chart(sheet, (*self.crews, *self.ghosts), room, small=True)
            for ghost in self.ghosts:
                stroke = replace(line_style_of(ghost.captain, inks), width=0.07)
                draw_wake(sheet, axes, ghost, stroke, 2)
            for other in self.crews:
                if other is not crew:
                    draw_wake(sheet, axes, other, faint, 1)
            draw_wake(sheet, axes, crew, LineStyle(inks.text, "-", "o", 0.14), 3)
            strong = {"family": (STRONG, OTHERS), "fontsize": sheet.em}
            sheet.corner(axes, crew.captain, inks.text, lift=1.95, **strong)
            sheet.corner(axes, self._fate(crew), inks.dim, lift=0.7)
        if self.ghosts:
            draw_key(sheet, self.ghosts)

    def _fate(self, crew: Track) -> str:
        return ending_label(crew, crew.captain not in self.at_sea)


def rooms(sheet: ChartAxes, crews: int, foot: float = 0) -> Iterator[Box]:
    """Equal parts of the sheet, row by row from the top; foot: pixels that are left below them."""
    across = crews if crews <= ROW else -(-crews // 2)
    down = -(-crews // across)
    wide, high = sheet.look.width / across, (sheet.look.height - foot) / down
    for number in range(crews):
        row, column = divmod(number, across)
        top = sheet.look.height - row * high
        yield Box(column * wide, top - high, (column + 1) * wide, top)
