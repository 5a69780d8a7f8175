"""What the sea asked of a regatta and how many met it; and where the room split, watch by watch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet
from game.debrief.fleet import RoomNeed, RoomOrders
from game.i18n import N_, _
from game.number_format import listed
from game.ship.attention_cost import Kind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST = 6
"""The chart has room for at least so many watches."""
SIGNS = {Kind.COURSE: "^", Kind.SAILS: "s"}
STACKED = (Kind.COURSE, Kind.BOTH, Kind.TEACH, Kind.SAILS)
"""From the top of a column down."""
BESIDE = {Kind.COURSE: "^", Kind.SAILS: "s", Kind.TEACH: "D", Kind.BOTH: "P"}
ROOMY = 2.4
"""Where a watch has more room than this, in em, it says of how many ships."""
FIGURE = 1.5
"""A part of a column that is as high as this, in em, has its number on it."""


@dataclass(frozen=True, slots=True)
class RegattaNeededChart:
    """A column a watch: outlined how many ships a need pressed, filled how many of these met it."""

    watches: tuple[RoomNeed, ...]
    name = "regatta-needs"
    title = N_("Needed and given")

    @property
    def headline(self) -> str:
        found = ((each, kind) for each in self.watches for kind in SIGNS)
        worst = max(found, key=lambda each: each[0].missed(each[1]), default=None)
        if worst is None or not worst[0].missed(worst[1]):
            return _("The room met every pressing need.")
        watch, kind = worst
        told = {
            Kind.COURSE: N_(
                "In watch {watch} the sea asked {asked} of {ships} ships to lead; {met} did."
            ),
            Kind.SAILS: N_(
                "In watch {watch} the sea asked {asked} of {ships} ships to manage; {met} did."
            ),
        }
        held = {"watch": watch.number, "asked": watch.pressed[kind], "ships": watch.ships}
        return _(told[kind], **held, met=watch.met[kind])

    @property
    def alt(self) -> str:
        return " ".join(
            _(
                "Watch {watch}: {led} of {lead} met the need to lead, {managed} of {manage} the "
                "need to manage.",
                watch=each.number,
                led=each.met[Kind.COURSE],
                lead=each.pressed[Kind.COURSE],
                managed=each.met[Kind.SAILS],
                manage=each.pressed[Kind.SAILS],
            )
            for each in self.watches
        )

    def draw(self, sheet: ChartSheet) -> None:
        axes, inks = _columns(sheet, len(self.watches), -1.25, 1.25), sheet.inks
        is_roomy = sheet.across(axes) >= ROOMY
        axes.axhline(0, color=inks.text, lw=0.06 * sheet.em, zorder=4)
        for each in self.watches:
            for kind, side in ((Kind.COURSE, 1), (Kind.SAILS, -1)):
                asked, met = each.pressed[kind], each.met[kind]
                if not asked:
                    continue
                full = side * asked / max(1, each.ships)
                line = {"edgecolor": inks.of(kind), "lw": 0.08 * sheet.em}
                sheet.bar(axes, each.number, full, 0.62, facecolor="none", hatch="//", **line)
                sheet.bar(axes, each.number, full * met / asked, 0.62, facecolor=inks.of(kind))
                place = full + side * sheet.up(axes, 0.55)
                text = f"{met}/{asked}" if is_roomy else str(met)
                sheet.words(axes, (each.number, place), text, inks.text, ha="center", va="center")
        sheet.beside(axes, 0.6, _("to lead"), "^")
        sheet.beside(axes, -0.6, _("to manage"), "s")
        sheet.corner(
            axes, _("of the ships that a need pressed, so many met it (filled)"), inks.dim, lift=0.3
        )


@dataclass(frozen=True, slots=True)
class RegattaOrdersChart:
    """A column a watch, as high as the room: what was ordered; above it what the sea asked."""

    watches: tuple[RoomOrders, ...]
    name = "regatta-orders"
    title = N_("Watch by watch")

    @property
    def headline(self) -> str:
        split = min(
            (each for each in self.watches if each.ships),
            key=lambda each: max(each.given.values()) / each.ships,
            default=None,
        )
        if split is None:
            return _("Nothing has been sailed yet.")
        parts = [f"{split.given[kind]} {kind.word}" for kind in STACKED if split.given[kind]]
        told = _(
            "The room split most in watch {watch}: {parts}.",
            watch=split.number,
            parts=listed(parts),
        )
        asked = {
            Kind.COURSE: N_("The sea asked most to lead."),
            Kind.SAILS: N_("The sea asked most to manage."),
            None: N_("The sea pressed fewer than half."),
        }
        return f"{told} {_(asked[split.asked])}"

    @property
    def alt(self) -> str:
        return " ".join(
            _(
                "Watch {watch}: {parts}.",
                watch=each.number,
                parts=listed(
                    [f"{each.given[kind]} {kind.word}" for kind in STACKED if each.given[kind]]
                ),
            )
            for each in self.watches
        )

    def draw(self, sheet: ChartSheet) -> None:
        axes, inks = _columns(sheet, len(self.watches), 0, 1.22), sheet.inks
        for each in self.watches:
            top = 1.0
            for kind in STACKED:
                share = each.given[kind] / max(1, each.ships)
                middle = (each.number, top - share / 2)
                top -= share
                if not share:
                    continue
                face = {Kind.TEACH: inks.edge, Kind.BOTH: inks.paper}.get(kind, inks.of(kind))
                sheet.cell(
                    axes,
                    middle,
                    (0.7, share),
                    facecolor=face,
                    edgecolor=inks.text if kind is Kind.BOTH else inks.paper,
                    hatch="//" if kind is Kind.BOTH else "",
                    lw=0.06 * sheet.em,
                    zorder=3,
                )
                if share >= sheet.up(axes, FIGURE):
                    sheet.halo(axes, middle, str(each.given[kind]), inks.text)
            if each.asked:
                sheet.sign(
                    axes,
                    (each.number, 1 + sheet.up(axes, 0.9)),
                    SIGNS[each.asked],
                    inks.of(each.asked),
                    0.8,
                )
        for kind, height in zip(STACKED, (0.86, 0.62, 0.38, 0.14), strict=True):
            sheet.beside(axes, height, kind.word, BESIDE[kind])
        sheet.corner(axes, _("above: what the sea asked of most ships"), inks.dim, lift=0.3)


def _columns(sheet: ChartSheet, watches: int, low: float, high: float) -> Axes:
    across = (0.4, max(LEAST, watches) + 0.6)
    axes = sheet.axes((0.6, 2.6, 7.4, 1.6), across, (low, high))
    axes.set_yticks([])
    axes.set_xticks(range(1, watches + 1))
    axes.set_xlabel(_("watch"))
    return axes
