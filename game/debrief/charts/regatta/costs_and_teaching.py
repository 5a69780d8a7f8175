"""Which orders cost a regatta most; and what teaching bought, here and among all captains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from game.debrief.charts.drawing.chart_sheet import ChartSheet
from game.debrief.fleet import Costs
from game.i18n import N_, _, ngettext
from game.number_format import percent
from game.ship.ship import Outcome
from game.simulation.census_result import OFTEN, Census
from game.simulation.track import Track

SHOWN = 4
"""So many orders are shown."""
LETTERS, EACH = 70, 2.0
"""Of an order's words, at most; and how many of them stand in an em."""
FIGURES = 9.0
"""Em to the right of the longest bar."""
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class CostliestChart:
    """A bar an order: how many arrivals it cost the fleet, over other seas."""

    costs: Costs
    name = "regatta-costs"
    title = N_("The costliest orders")

    @property
    def headline(self) -> str:
        if not self.costs.orders:
            return _("No order was beyond doubt weaker than another: the sea decided.")
        most = self.costs.orders[0]
        return ngettext(
            "It cost most to “{order}” in watch {watch}: {count} ship did, and in 100 other seas "
            "{cost} fewer arrive by it than by “{better}”.",
            "It cost most to “{order}” in watch {watch}: {count} ships did, and in 100 other seas "
            "{cost} fewer arrive by it than by “{better}”.",
            most.ships,
            order=most.label,
            watch=most.number,
            cost=round(HUNDRED * most.cost),
            better=most.better,
        )

    @property
    def note(self) -> str:
        """Of how many ships, if not of all."""
        if self.costs.looked_at == self.costs.ships:
            return ""
        return _(
            "Tried for the first {some} of {all} ships.",
            some=self.costs.looked_at,
            all=self.costs.ships,
        )

    @property
    def alt(self) -> str:
        lines = (
            ngettext(
                "Watch {watch}, {order}: {count} ship, {cost} arrivals in 100.",
                "Watch {watch}, {order}: {count} ships, {cost} arrivals in 100 each.",
                each.ships,
                watch=each.number,
                order=each.label,
                cost=round(HUNDRED * each.cost),
            )
            for each in self.costs.orders[:SHOWN]
        )
        return " ".join([*lines, self.note]).strip()

    def draw(self, sheet: ChartSheet) -> None:
        orders, inks = self.costs.orders[:SHOWN], sheet.inks
        if not orders:
            return
        room = sheet.look.width / sheet.em
        wide = max(each.total for each in orders) * room / (room - FIGURES)
        axes = sheet.axes((0.8, 2.6, 0.8, 0.4), (0, wide), (SHOWN - 0.5, -0.5))
        axes.set_yticks([])
        axes.set_xlabel(_("landfalls that it cost the fleet, on average"))
        most = min(LETTERS, int(EACH * room) - 12)
        for row, each in enumerate(orders):
            sheet.cell(
                axes,
                (each.total / 2, row + 0.18),
                (each.total, 0.34),
                facecolor=inks.of(each.kind),
                zorder=3,
            )
            label = _(
                "Watch {watch}: {order}",
                watch=each.number,
                order=shorten(each.label, most, placeholder="…"),
            )
            sheet.words(axes, (0, row - 0.2), label, inks.text, va="center")
            told = ngettext(
                "{total:.1f} ({count} ship)",
                "{total:.1f} ({count} ships)",
                each.ships,
                total=each.total,
            )
            sheet.words(axes, (each.total + 0.01 * wide, row + 0.18), told, inks.dim, va="center")


@dataclass(frozen=True, slots=True)
class TaughtChart:
    """By how many orders taught or shared: the share that arrived, of every captain and here.

    ships: each with the number of orders that taught or shared.
    """

    census: Census
    ships: tuple[tuple[Track, int], ...]
    name = "regatta-taught"
    title = N_("What teaching bought")

    @property
    def headline(self) -> str:
        few, many = self._all(0, OFTEN - 1), self._all(OFTEN, HUNDRED)
        here_few, here_many = self._here(0, OFTEN - 1), self._here(OFTEN, HUNDRED)
        if few is None or many is None:
            return _("Here nobody could teach more than once.")
        return _(
            "Of every captain who taught or shared more than once {many} arrived, of the others "
            "{few}. Here {some} of {all}, and {less} of {others}.",
            many=percent(many),
            few=percent(few),
            some=here_many[0],
            all=here_many[1],
            less=here_few[0],
            others=here_few[1],
        )

    @property
    def alt(self) -> str:
        return " ".join(
            _(
                "Taught or shared {count}: of every captain {share} arrived, here {some} of {all}.",
                count=name,
                share=percent(share or 0.0),
                some=here[0],
                all=here[1],
            )
            for name, share, here in self._groups
        )

    def draw(self, sheet: ChartSheet) -> None:
        groups, inks = self._groups, sheet.inks
        if not groups:
            return
        tops = [max(share or 0, here[0] / max(1, here[1])) for _name, share, here in groups]
        axes = sheet.axes(
            (0.8, 2.6, 7.4, 1.4), (-0.6, len(groups) - 0.4), (0, 1.25 * max(0.1, *tops))
        )
        axes.set_yticks([])
        axes.set_xticks(range(len(groups)), [name for name, *_rest in groups])
        axes.set_xlabel(_("orders that taught or shared"))
        axes.axhline(0, color=inks.edge, lw=0.08 * sheet.em)
        for at, (_name, share, (some, all_)) in enumerate(groups):
            if share is not None:
                sheet.bar(axes, at - 0.19, share, 0.34, facecolor=inks.dim)
                _figure(sheet, axes, (at - 0.19, share), percent(share))
            if all_:
                sheet.bar(axes, at + 0.19, some / all_, 0.34, facecolor=inks.better)
                text = _("{some} of {all}", some=some, all=all_)
                _figure(sheet, axes, (at + 0.19, some / all_), text)
        signs = (("s", inks.dim, _("every captain")), ("s", inks.better, _("here")))
        sheet.key(axes, signs)

    @property
    def _groups(self) -> list[tuple[str, float | None, tuple[int, int]]]:
        """None, one, two, and more: of every captain the share that arrived, and here how many."""
        bounds: Sequence[tuple[str, int, int]] = (
            *(("0", 0, 0), ("1", 1, 1), ("2", 2, 2)),
            (_("3 or more"), 3, HUNDRED),
        )
        groups = [(name, self._all(low, high), self._here(low, high)) for name, low, high in bounds]
        return [each for each in groups if each[1] is not None or each[2][1]]

    def _all(self, low: int, high: int) -> float | None:
        longest = max(1, len(self.census.by_course_share) - 1)
        cells = [c.tally for c in self.census.by_mix if low <= round(c.shared * longest) <= high]
        voyages = sum(tally.voyages for tally in cells)
        arrived = sum(tally.outcomes.get(Outcome.ARRIVED, 0) for tally in cells)
        return arrived / voyages if voyages else None

    def _here(self, low: int, high: int) -> tuple[int, int]:
        """How many of how many arrived."""
        those = [track for track, taught in self.ships if low <= taught <= high]
        return sum(track.outcome is Outcome.ARRIVED for track in those), len(those)


def _figure(sheet: ChartSheet, axes: object, at: tuple[float, float], text: str) -> None:
    x, y = at
    above = y + sheet.up(axes, 0.6)  # type: ignore[arg-type] # matplotlib's are loaded late
    centred = {"ha": "center", "va": "center"}
    sheet.words(axes, (x, above), text, sheet.inks.text, **centred)  # type: ignore[arg-type]
