"""Needed and given, crew by crew: the same columns for each, small and to one scale."""

from __future__ import annotations

from dataclasses import dataclass

from game.debrief.lessons import PRESSING, NeededAndGiven
from game.i18n import N_, _
from game.number_format import listed
from game.reports.charts.convoy import rooms
from game.reports.charts.drawing.axes import OTHERS, STRONG, ChartAxes
from game.reports.charts.drawing.label_placement import Box
from game.reports.charts.needed_and_given import LEAST, NeededAndGivenChart
from game.ship.attention_cost import Kind


@dataclass(frozen=True, slots=True)
class ConvoyNeededAndGivenChart:
    """What was asked of each crew, by its name, and where it was missed."""

    crews: tuple[tuple[str, tuple[NeededAndGiven, ...]], ...]
    name = "convoy-needs"
    title = N_("Needed and given")

    @property
    def headline(self) -> str:
        """What the halves are, and who missed least."""
        missed = {name: sum(each.missed for each in asked) for name, asked in self.crews}
        least = min(missed.values(), default=0)
        best = listed([name for name, count in missed.items() if count == least])
        told = _("{ships} missed only {missed}") if least else _("{ships} missed none")
        if len(set(missed.values())) == 1:
            told = _("every crew missed {missed}") if least else _("every crew missed none")
        return _(
            "Upwards the sea asked you to lead, downwards to manage: {told}.",
            told=told.format(ships=best, missed=least),
        )

    @property
    def alt(self) -> str:
        """Every crew's figures."""
        return " ".join(f"{name}: {NeededAndGivenChart(asked).alt}" for name, asked in self.crews)

    def draw(self, sheet: ChartAxes) -> None:
        """A chart a crew."""
        needs = [each.needed for _, asked in self.crews for each in asked]
        up = max([LEAST, *(need.leading for need in needs)])
        down = max([LEAST, *(need.managing for need in needs)])
        for (name, asked), room in zip(self.crews, rooms(sheet, len(self.crews)), strict=True):
            self._one(sheet, name, asked, (up, down, room))

    def _one(
        self,
        sheet: ChartAxes,
        name: str,
        asked: tuple[NeededAndGiven, ...],
        scale: tuple[float, float, Box],
    ) -> None:
        inks, (up, down, room) = sheet.inks, scale
        across = (0.4, max(7, len(asked)) + 0.6)
        axes = sheet.axes((0.4, 0.4, 1.6, 3.4), across, (-down, up), room)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.axhline(0, color=inks.text, lw=0.06 * sheet.em, zorder=4)
        for pressing in (PRESSING, -PRESSING):
            axes.axhline(pressing, color=inks.dim, lw=0.05 * sheet.em, ls=":", zorder=5)
        for each in asked:
            for kind, need, way in (
                (Kind.COURSE, each.needed.leading, 1),
                (Kind.SAILS, each.needed.managing, -1),
            ):
                ink = inks.of(kind)
                is_missed = each.missed and each.asked is kind
                face = {"facecolor": "none", "hatch": "//"} if is_missed else {"facecolor": ink}
                sheet.bar(axes, each.number, way * need, 0.62, edgecolor=ink, **face)
        strong = {"family": (STRONG, OTHERS), "fontsize": sheet.em}
        sheet.corner(axes, name, inks.text, lift=1.75, **strong)
        sheet.corner(axes, _told(asked), inks.dim, lift=0.5)


def _told(asked: tuple[NeededAndGiven, ...]) -> str:
    """How many pressing needs were met."""
    pressed = [each for each in asked if max(each.needed.leading, each.needed.managing) >= PRESSING]
    missed = sum(each.missed for each in pressed)
    told = N_("met {met} of {of}, missed hatched") if missed else N_("met {met} of {of}")
    return _(told, met=len(pressed) - missed, of=len(pressed))
