"""Needed and given: what the sea asked for in each watch, and which order answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.lessons import PRESSING, NeededAndGiven
from game.i18n import N_, _, ngettext, number
from game.number_format import listed
from game.reports.charts.drawing.axes import ChartAxes
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
        """How often the sea pressed, and what was missed."""
        pressed = [asked for asked in self.asked if _need(asked) >= PRESSING]
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
        """Both needs and the attention given, watch by watch."""
        rows = (
            _(
                "Watch {watch}: leading {leading:.1f}, managing {managing:.1f}; you gave {given}.",
                watch=asked.number,
                leading=asked.needed.leading,
                managing=asked.needed.managing,
                given=_given(asked),
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

    def draw(self, sheet: ChartAxes) -> None:
        """Columns, your signs at their ends, what was missed hatched."""
        axes = self._axes(sheet)
        for asked in self.asked:
            self._column(sheet, axes, asked)
            self._signs(sheet, axes, asked)

    def _axes(self, sheet: ChartAxes) -> Axes:
        inks = sheet.inks
        up = max([LEAST, *(asked.needed.leading for asked in self.asked)])
        down = max([LEAST, *(asked.needed.managing for asked in self.asked)])
        reserve = RESERVE * (up + down) / (sheet.look.height / sheet.em - 4.2 - 2 * RESERVE)
        across = (0.4, max(7, len(self.asked)) + 0.6)
        axes = sheet.axes((0.6, 2.6, 7.4, 1.6), across, (-down - reserve, up + reserve))
        axes.set_yticks([])
        axes.set_xticks(range(1, len(self.asked) + 1, 1 + len(self.asked) // (MOST + 1)))
        axes.set_xlabel(_("watch"))
        axes.axhline(0, color=inks.text, lw=0.06 * sheet.em, zorder=4)
        sheet.corner(axes, _("the sea asked you to lead"), inks.course)
        spot = {"transform": axes.transAxes, "va": "bottom", "ha": "left"}
        sheet.words(axes, (0, 0), _("the sea asked you to manage"), inks.sails, **spot)
        for pressing in (PRESSING, -PRESSING):
            axes.axhline(pressing, color=inks.dim, lw=0.05 * sheet.em, ls=":", zorder=5)
        low, high = axes.get_ylim()
        for name, sign, height in (
            (_("you led"), "^", high),
            (_("pressing"), "", max(PRESSING, sheet.up(axes, 1.35))),
            (_("you taught"), "D", 0.0),
            (_("you managed"), "s", low),
        ):
            sheet.beside(axes, height, name, sign)
        return axes

    def _column(self, sheet: ChartAxes, axes: Axes, asked: NeededAndGiven) -> None:
        inks = sheet.inks
        for kind, need, way in (
            (Kind.COURSE, asked.needed.leading, 1),
            (Kind.SAILS, asked.needed.managing, -1),
        ):
            missed = asked.missed and asked.asked is kind
            ink = inks.of(kind)
            face = {"facecolor": "none", "hatch": "//"} if missed else {"facecolor": ink}
            sheet.bar(axes, asked.number, way * need, 0.56, edgecolor=ink, **face)
            first = not any(each.missed for each in self.asked[: asked.number - 1])
            if missed and (first or sheet.across(axes) >= ROOMY):
                end = (asked.number, way * (need + sheet.up(axes, 0.5)))
                sheet.words(axes, end, _("missed"), inks.text, ha="center", va="center")

    def _signs(self, sheet: ChartAxes, axes: Axes, asked: NeededAndGiven) -> None:
        """Your order's signs, each as large as the attention it gave."""
        given, needed = asked.given, asked.needed
        off = sheet.up(axes, 0.65)
        largest = min(0.9, sheet.across(axes))
        inks = sheet.inks
        for sign, share, height, ink in (
            ("^", given.leading, needed.leading + off, inks.course),
            ("s", given.managing, -needed.managing - off, inks.sails),
            ("D", given.teaching, 0.0, inks.text),
        ):
            if share:
                size = largest * share**0.5
                sheet.sign(axes, (asked.number, height), sign, ink, size)


def _need(asked: NeededAndGiven) -> float:
    return max(asked.needed.leading, asked.needed.managing)


def _given(asked: NeededAndGiven) -> str:
    shares = {
        _("leading"): asked.given.leading,
        _("managing"): asked.given.managing,
        _("teaching"): asked.given.teaching,
    }
    return listed([f"{name} {number(share, '.1f')}" for name, share in shares.items() if share])
