"""Needed and given: what the sea asked for in each watch, and which order answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet
from game.debrief.needs_and_practices import PRESSING, NeededAndGiven
from game.i18n import N_, _, ngettext, number
from game.number_format import listed
from game.ship.attention_cost import Kind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST = 1.2
"""Each half of the chart shows at least this much need; about 1 is urgent."""
MOST = 16
"""With more watches than this only some are numbered."""
ROOMY = 2.9
"""Where a watch has less room than this, in em, one miss is named for all."""
RESERVE = 2.2
"""Em above and below the columns for signs and words."""


@dataclass(frozen=True, slots=True)
class NeededAndGivenChart:
    """A column a watch: upwards what was asked of leadership, downwards of management."""

    asked: tuple[NeededAndGiven, ...]
    name = "needs"
    title = N_("Needed and given")

    @property
    def headline(self) -> str:
        pressed = [asked for asked in self.asked if asked.need >= PRESSING]
        missed = [asked.asked for asked in pressed if asked.missed]
        if not pressed:
            return _("No need was pressing in any watch.")
        many = len(pressed)
        if not missed:
            return ngettext(
                "Course leads, sails manage. There was {count} pressing need, and you met it.",
                "Course leads, sails manage. Of {count} pressing needs you missed none.",
                many,
            )
        to = {Kind.COURSE: N_("{count} to lead"), Kind.SAILS: N_("{count} to manage")}
        which = [_(to[kind], count=missed.count(kind)) for kind in to if kind in missed]
        return ngettext(
            "Course leads, sails manage. "
            "Of {count} pressing need you met {met} and missed {which}.",
            "Course leads, sails manage. "
            "Of {count} pressing needs you met {met} and missed {which}.",
            many,
            met=many - len(missed),
            which=listed(which),
        )

    @property
    def alt(self) -> str:
        rows = (
            _(
                "Watch {watch}: leading {leading:.1f}, managing {managing:.1f}; you gave {given}.",
                watch=asked.number,
                leading=asked.needed.leading,
                managing=asked.needed.managing,
                given=_list_attention(asked),
            )
            + (" " + _("Missed: {kind}.", kind=asked.asked.word)) * asked.missed
            for asked in self.asked
        )
        scale = _(
            "What the sea asked for, and what you gave: "
            "0 is no need at all, {pressing:.2f} is pressing, 1 is urgent.",
            pressing=PRESSING,
        )
        return "\n".join((scale, *rows))

    def draw(self, sheet: ChartSheet) -> None:
        axes = self._axes(sheet)
        _draw_columns(sheet, axes, self.asked, 0.56)
        missed = [asked for asked in self.asked if asked.missed]
        for asked in missed if sheet.across(axes) >= ROOMY else missed[:1]:
            end = asked.need + sheet.up(axes, 0.5)
            at = (asked.number, end if asked.asked is Kind.COURSE else -end)
            sheet.words(axes, at, _("missed"), sheet.inks.text, ha="center", va="center")
        for asked in self.asked:
            self._signs(sheet, axes, asked)

    def _axes(self, sheet: ChartSheet) -> Axes:
        inks = sheet.inks
        up, down = _extent(self.asked)
        reserve = RESERVE * (up + down) / (sheet.look.height / sheet.em - 4.2 - 2 * RESERVE)
        across = (0.4, max(7, len(self.asked)) + 0.6)
        axes = sheet.axes((0.6, 2.6, 7.4, 1.6), across, (-down - reserve, up + reserve))
        axes.set_yticks([])
        axes.set_xticks(range(1, len(self.asked) + 1, 1 + len(self.asked) // (MOST + 1)))
        axes.set_xlabel(_("watch"))
        sheet.corner(axes, _("the sea asked you to lead"), inks.course)
        spot = {"transform": axes.transAxes, "va": "bottom", "ha": "left"}
        sheet.words(axes, (0, 0), _("the sea asked you to manage"), inks.sails, **spot)
        low, high = axes.get_ylim()
        for name, sign, height in (
            (_("you led"), "^", high),
            (_("pressing"), "", max(PRESSING, sheet.up(axes, 1.35))),
            (_("you taught"), "D", 0.0),
            (_("you managed"), "s", low),
        ):
            sheet.beside(axes, height, name, sign)
        return axes

    def _signs(self, sheet: ChartSheet, axes: Axes, asked: NeededAndGiven) -> None:
        """Your order's signs, each as large as the attention it gave."""
        gave, needed = asked.given, asked.needed
        off = sheet.up(axes, 0.65)
        largest = min(0.9, sheet.across(axes))
        inks = sheet.inks
        for sign, share, height, ink in (
            ("^", gave.leading, needed.leading + off, inks.course),
            ("s", gave.managing, -needed.managing - off, inks.sails),
            ("D", gave.teaching, 0.0, inks.text),
        ):
            if share:
                sheet.sign(axes, (asked.number, height), sign, ink, largest * share**0.5)


@dataclass(frozen=True, slots=True)
class ConvoyNeededAndGivenChart:
    """The same columns for each crew, by its name, small and to one scale."""

    crews: tuple[tuple[str, tuple[NeededAndGiven, ...]], ...]
    name = "convoy-needs"
    title = N_("Needed and given")

    @property
    def headline(self) -> str:
        missed = {name: sum(each.missed for each in asked) for name, asked in self.crews}
        least = min(missed.values(), default=0)
        best = listed([name for name, count in missed.items() if count == least])
        who = _("{ships} missed only {missed}") if least else _("{ships} missed none")
        if len(set(missed.values())) == 1:
            who = _("every crew missed {missed}") if least else _("every crew missed none")
        return _(
            "Upwards the sea asked you to lead, downwards to manage: {told}.",
            told=who.format(ships=best, missed=least),
        )

    @property
    def alt(self) -> str:
        return " ".join(f"{name}: {NeededAndGivenChart(asked).alt}" for name, asked in self.crews)

    def draw(self, sheet: ChartSheet) -> None:
        up, down = _extent([each for _, asked in self.crews for each in asked])
        for (name, asked), room in zip(self.crews, sheet.rooms(len(self.crews)), strict=True):
            across = (0.4, max(7, len(asked)) + 0.6)
            axes = sheet.axes((0.4, 0.4, 1.6, 3.4), across, (-down, up), room)
            axes.set_xticks([])
            axes.set_yticks([])
            _draw_columns(sheet, axes, asked, 0.62)
            sheet.heading(axes, name, _count_met(asked), 1.75, 0.5)


def _extent(asked: Sequence[NeededAndGiven]) -> tuple[float, float]:
    up = max([LEAST, *(each.needed.leading for each in asked)])
    return up, max([LEAST, *(each.needed.managing for each in asked)])


def _draw_columns(
    sheet: ChartSheet, axes: Axes, asked: Sequence[NeededAndGiven], width: float
) -> None:
    """Both needs of each watch, hatched where they were missed, and where a need is pressing."""
    inks = sheet.inks
    axes.axhline(0, color=inks.text, lw=0.06 * sheet.em, zorder=4)
    for pressing in (PRESSING, -PRESSING):
        axes.axhline(pressing, color=inks.dim, lw=0.05 * sheet.em, ls=":", zorder=5)
    for each in asked:
        needs = {Kind.COURSE: each.needed.leading, Kind.SAILS: -each.needed.managing}
        for kind, need in needs.items():
            ink, is_missed = inks.of(kind), each.missed and each.asked is kind
            fill = {"facecolor": "none", "hatch": "//"} if is_missed else {"facecolor": ink}
            sheet.bar(axes, each.number, need, width, edgecolor=ink, **fill)


def _list_attention(asked: NeededAndGiven) -> str:
    shares = {
        _("leading"): asked.given.leading,
        _("managing"): asked.given.managing,
        _("teaching"): asked.given.teaching,
    }
    return listed([f"{name} {number(share, '.1f')}" for name, share in shares.items() if share])


def _count_met(asked: Sequence[NeededAndGiven]) -> str:
    pressed = [each for each in asked if each.need >= PRESSING]
    missed = sum(each.missed for each in pressed)
    met = N_("met {met} of {of}, missed hatched") if missed else N_("met {met} of {of}")
    return _(met, met=len(pressed) - missed, of=len(pressed))
