"""Every wake of a regatta; and where its ships believed themselves, against the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End, LineStyle
from game.debrief.charts.drawing.sea_chart import draw_wake, points_of, sea_chart
from game.debrief.charts.track_captions import describe_ghosts, line_style_of, name_of
from game.debrief.fleet import Spread
from game.i18n import N_, _
from game.number_format import listed
from game.ship.ship import Outcome
from game.simulation.track import Track

CROWD = 30
"""With more ships than this, wakes are drawn thinner."""
LEAST, RIGHT, MOST = 40.0, 6.0, 16
"""Degrees that the chart reaches up at least; em for names; the most watches with numbers."""


@dataclass(frozen=True, slots=True)
class RegattaWakesChart:
    """All wakes, and those of two ships that nobody sailed. at_sea: how many are not over."""

    ships: tuple[Track, ...]
    ghosts: tuple[Track, ...]
    at_sea: int = 0
    name = "regatta-wakes"
    title = N_("Every wake")

    @property
    def headline(self) -> str:
        fates = Counter(track.outcome for track in self.ships)
        fates[Outcome.ADRIFT] -= self.at_sea
        counts = [f"{fates[each]} {each.fate}" for each in Outcome if fates[each] > 0]
        counts += [_("{sailing} still at sea", sailing=self.at_sea)] if self.at_sea else []
        ships = _("Ships: {ships}. {told}.", ships=len(self.ships), told=listed(counts))
        ghosts = describe_ghosts(self.ghosts, _("; "))
        return f"{ships} {ghosts}." if ghosts else ships

    @property
    def alt(self) -> str:
        made = sorted(round(track.progress[-1]) for track in self.ships)
        ways = ", ".join(f"{each} %" for each in made)
        return _("The way that each ship has made toward port: {ways}.", ways=ways)

    def draw(self, sheet: ChartSheet) -> None:
        axes = sea_chart(sheet, (*self.ships, *self.ghosts))
        inks, thin = sheet.inks, 0.05 if len(self.ships) > CROWD else 0.08
        for track in self.ships:
            has_arrived = track.outcome is Outcome.ARRIVED
            ink = inks.better if has_arrived else inks.dim
            draw_wake(sheet, axes, track, LineStyle(ink, "-", "o", thin), 3 if has_arrived else 2)
        ends = []
        for ghost in self.ghosts:
            style = replace(line_style_of(ghost.captain, inks), width=0.14)
            draw_wake(sheet, axes, ghost, style, 4)
            ends.append(End(points_of(ghost)[-1], name_of(ghost), "", style.ink))
        sheet.ends(axes, ends)


@dataclass(frozen=True, slots=True)
class RegattaBelievedChart:
    """The middle of the room in each watch, believed and true, and half of the ships around it."""

    spreads: tuple[Spread, ...]
    name = "regatta-believed"
    title = N_("Believed and true")

    @property
    def headline(self) -> str:
        most = max(self.spreads, key=lambda each: each.true - each.believed, default=None)
        if most is None:
            return _("No watch has been sailed yet.")
        return _(
            "In watch {watch} the middle of the room believed {believed:.0f}° off port; it was "
            "{true:.0f}°, and for one ship in four {high:.0f}° or more.",
            watch=most.number,
            believed=most.believed,
            true=most.true,
            high=most.high,
        )

    @property
    def alt(self) -> str:
        return " ".join(
            _(
                "Watch {watch}: believed {believed:.0f}°, true {true:.0f}°, for half of the ships "
                "between {low:.0f}° and {high:.0f}°.",
                watch=each.number,
                believed=each.believed,
                true=each.true,
                low=each.low,
                high=each.high,
            )
            for each in self.spreads
        )

    def draw(self, sheet: ChartSheet) -> None:
        seen, inks = self.spreads, sheet.inks
        if not seen:
            return
        high = 1.15 * max(LEAST, *(max(each.high, each.believed) for each in seen))
        last = max(2, len(seen))
        axes = sheet.axes((2.4, 2.6, RIGHT, 1.9), (0.7, last + 0.3), (0, high))
        axes.set_xticks(range(1, last + 1, 1 + last // (MOST + 1)))
        axes.set_yticks(range(0, int(0.92 * high), 20 if high < 90 else 40))
        axes.set_xlabel(_("watch"))
        sheet.corner(axes, _("degrees off port"), inks.dim, lift=0.6)
        across = [each.number for each in seen]
        low, top = [each.low for each in seen], [each.high for each in seen]
        axes.fill_between(across, low, top, color=inks.edge, alpha=0.4, lw=0, zorder=1)
        _line(sheet, axes, [(each.number, each.believed) for each in seen], inks.course, "--")
        _line(sheet, axes, [(each.number, each.true) for each in seen], inks.text, "-")
        names = (
            End((seen[-1].number, seen[-1].true), _("true"), "", inks.text),
            End((seen[-1].number, seen[-1].believed), _("believed"), "", inks.course),
        )
        sheet.ends(axes, names)


def _line(
    sheet: ChartSheet, axes: object, points: Sequence[tuple[float, float]], ink: str, dash: str
) -> None:
    style = LineStyle(ink, dash, "", 0.18)
    sheet.line(axes, points, style, 3)  # type: ignore[arg-type] # matplotlib's are loaded late
    for point in points:
        sheet.dot(axes, point, style, 3)  # type: ignore[arg-type]
