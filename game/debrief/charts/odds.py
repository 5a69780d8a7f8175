"""Odds at each watch: the share of all voyages still open that arrive; where it turned."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End, LineStyle
from game.debrief.charts.stability import watch_axes
from game.debrief.debrief import Odds, Passed
from game.i18n import N_, _
from game.number_format import in_lines, percent
from game.simulation.census_result import Method

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class OddsChart:
    """The odds as each watch began, and at last what came; watches: the orders between them."""

    odds: tuple[Odds, ...]
    watches: tuple[Passed, ...]
    name = "odds"
    title = N_("Odds at each watch")

    @property
    def headline(self) -> str:
        number, before, after = self.turn
        if not number:
            return _("None of your orders made port noticeably more or less likely.")
        return _(
            "Your order in watch {watch} turned the odds: of all ways to sail on, "
            "{before} led to port before it, {after} after.",
            watch=number,
            before=percent(before),
            after=percent(after),
        )

    @property
    def turn(self) -> tuple[int, float, float]:
        """The watch whose order moved the odds most toward the outcome, and the odds around it.

        0 if no order moved them by a point.
        """
        shares = [odds.tally.arrived for odds in self.odds]
        sign = 1 if shares[-1] >= shares[0] else -1
        steps = [(sign * (b - a), -n, a, b) for n, (a, b) in enumerate(pairwise(shares), 1)]
        moved, number, before, after = max(steps, default=(0, 0, 0, 0))
        return (-number, before, after) if moved >= 0.01 else (0, 0, 0)

    @property
    def alt(self) -> str:
        rows = ", ".join(percent(odds.tally.arrived) for odds in self.odds)
        line = N_(
            "Share of all voyages still open that arrive, at the start and after each watch: "
            "{rows}."
        )
        if any(odds.method is Method.SAMPLED for odds in self.odds):
            line = N_(
                "Share of all voyages still open that arrive, at the start and after each watch "
                "(some of them from samples): {rows}."
            )
        return _(line, rows=rows)

    def draw(self, sheet: ChartSheet) -> None:
        """A line over the watches, a sign for each order, the turn in bold."""
        inks = sheet.inks
        last = max(2, len(self.odds))
        axes = watch_axes(sheet, last, first=1)
        every = -(-last // 8)
        axes.set_xticks([*range(1, last, every), last], [*range(1, last, every), _("end")])
        points = [(odds.number, 100 * odds.tally.arrived) for odds in self.odds]
        sheet.corner(axes, _("arrive, of 100 ways on"), inks.dim)
        sheet.line(axes, points, LineStyle(inks.text, "-", "o", 0.12), 3)
        number, before, after = self.turn
        if number:
            ink = inks.better if after > before else inks.worse
            sheet.line(axes, points[number - 1 : number + 1], LineStyle(ink, "-", "", 0.3), 4)
        for point in points:
            sheet.sign(axes, point, "o", inks.text, 0.5)
        if number:
            self._name_the_turn(sheet, axes)

    def _name_the_turn(self, sheet: ChartSheet, axes: Axes) -> None:
        """The order that moved the odds most, in its own words."""
        number, before, after = self.turn
        ink = sheet.inks.better if after > before else sheet.inks.worse
        middle = (number + 0.5, 50 * (before + after))
        held = {"watch": number, "before": percent(before), "after": percent(after)}
        name = _("watch {watch}: {before} to {after}", **held)
        sheet.ends(axes, [End(middle, name, in_lines(self.watches[number - 1].label), ink)])
