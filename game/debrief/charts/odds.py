"""Odds at each watch: the share of all voyages still open that arrive."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.charts.drawing.chart_sheet import ChartSheet, LineStyle
from game.debrief.charts.stability import watch_axes
from game.debrief.debrief import Odds
from game.i18n import N_, _
from game.number_format import percent
from game.simulation.census_result import Method


@dataclass(frozen=True, slots=True)
class OddsChart:
    """The odds as each watch began, and at last what came."""

    odds: tuple[Odds, ...]
    name = "odds"
    title = N_("Odds at each watch")

    @property
    def headline(self) -> str:
        shares = [odds.tally.arrived for odds in self.odds]
        began = shares[:-1] or shares
        if began[0] == max(began):
            return _(
                "As you cast off, {first} of all ways to sail led to port, and never more of them "
                "later: as your last watch began, {last}.",
                first=percent(began[0]),
                last=percent(began[-1]),
            )
        if began[-1] == max(began):
            return _(
                "As you cast off, {first} of all ways to sail led to port. As your last watch "
                "began, it was {last}: at no watch was it more.",
                first=percent(began[0]),
                last=percent(began[-1]),
            )
        return _(
            "As you cast off, {first} of all ways to sail led to port. At best it was {most}, as "
            "watch {watch} began; as your last watch began, {last}.",
            first=percent(began[0]),
            most=percent(max(began)),
            watch=1 + began.index(max(began)),
            last=percent(began[-1]),
        )

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
        """A line over the watches, a sign for each."""
        inks = sheet.inks
        last = max(2, len(self.odds))
        axes = watch_axes(sheet, last, first=1)
        every = -(-last // 8)
        axes.set_xticks([*range(1, last, every), last], [*range(1, last, every), _("end")])
        points = [(odds.number, 100 * odds.tally.arrived) for odds in self.odds]
        sheet.corner(axes, _("arrive, of 100 ways on"), inks.dim)
        sheet.line(axes, points, LineStyle(inks.text, "-", "o", 0.12), 3)
        for point in points:
            sheet.sign(axes, point, "o", inks.text, 0.5)
