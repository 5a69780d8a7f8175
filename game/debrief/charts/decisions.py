"""Decision and luck: a mark for each order; how good it was across, how kind the sea upwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import cos, hypot, sin
from typing import TYPE_CHECKING

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End
from game.debrief.charts.drawing.label_placement import Box, Point
from game.debrief.decisions import WEAK, Decision, Decisions
from game.i18n import N_, _
from game.number_format import in_lines, listed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST = 16
"""Each axis shows at least so many arrivals in 100, to either side of its middle."""
MARK, FIGURE = 1.7, 0.9
"""How wide a mark is, and the figure in it, em."""
ROOMY = 17
"""On a sheet that is lower than this, in em, orders are only numbered."""
TURN = 2.4
"""Radians from one place that is tried for a mark to the next, on a spiral."""


@dataclass(frozen=True, slots=True)
class DecisionsChart:
    """Four fields: a sound or a weak decision, a kind or an unkind sea."""

    decisions: Decisions
    name = "decisions"
    title = N_("Decision and luck")

    @property
    def headline(self) -> str:
        weakest, best = self.decisions.weakest, self.decisions.strongest
        if weakest:
            told = _(
                "Your weakest decision was in watch {watch}: over {seas} seas it cost {cost} "
                "arrivals in 100.",
                watch=weakest.number,
                seas=self.decisions.seas,
                cost=points(weakest.cost),
            )
        else:
            told = _(
                "No order of yours cost {least} arrivals in 100 for certain (over {seas} seas "
                "smaller differences may be chance).",
                least=points(WEAK),
                seas=self.decisions.seas,
            )
        if not best:
            return told
        gained = _(
            "Your best was in watch {watch}: it brought in {gain} more of 100 than the other "
            "orders on average.",
            watch=best.number,
            gain=points(best.gain),
        )
        return f"{told} {gained}"

    @property
    def alt(self) -> str:
        head = _(
            "Each order that was open, sailed on with in {seas} other seas by a half-skilled "
            "captain, who is right in six watches of ten: how many of 100 arrive.",
            seas=self.decisions.seas,
        )
        return "\n".join((head, *map(_row, self.decisions.watches)))

    @property
    def settled(self) -> str:
        """Which watches could change nothing any more; empty if all could."""
        settled = [each for each in self.decisions.watches if each.is_settled]
        if not settled:
            return ""
        numbers = listed([str(each.number) for each in settled])
        if not any(each.given.arrived for each in settled):
            return _("No order led to port any more: watch {watches}.", watches=numbers)
        return _("Every order led alike, to port or past it: watch {watches}.", watches=numbers)

    @property
    def remarks(self) -> list[str]:
        """Every order that cost much; then what decisions and what luck made of the odds."""
        return [*map(_named, self.decisions.named), *_apart(self.decisions)]

    def instead(self, decision: Decision) -> str:
        """What else could have been ordered, for those that are told one by one."""
        if decision not in self.decisions.named:
            return ""
        if decision.is_advised:
            return _("instead: {order}", order=decision.best.label)
        return _("no advice: {order}", order=decision.quickest.label)

    def draw(self, sheet: ChartSheet) -> None:
        marked = [each for each in self.decisions.watches if not each.is_settled]
        axes = self._axes(sheet, marked)
        at = dict(zip([each.number for each in marked], _spread(sheet, axes, marked), strict=True))
        for each in marked:
            ink = sheet.inks.worse if each.is_weak else sheet.inks.better
            sheet.sign(axes, at[each.number], "o", ink, MARK)
            how = {"ha": "center", "va": "center_baseline", "fontsize": FIGURE * sheet.em}
            sheet.words(axes, at[each.number], str(each.number), sheet.inks.paper, **how)
        sheet.ends(axes, list(self._names(sheet, at)))

    def _names(self, sheet: ChartSheet, at: Mapping[int, Point]) -> Iterator[End]:
        """Of the weakest and the best; where there is room, with the order's words."""
        weakest, best, inks = self.decisions.weakest, self.decisions.strongest, sheet.inks
        is_roomy = sheet.look.height >= ROOMY * sheet.em
        if weakest:
            better = in_lines(self.instead(weakest))
            yield End(at[weakest.number], _("weakest"), better * is_roomy, inks.worse, MARK)
        if best and best.number in at:
            label = in_lines(best.given.label)
            yield End(at[best.number], _("best"), label * is_roomy, inks.better, MARK)

    def _axes(self, sheet: ChartSheet, marked: Sequence[Decision]) -> Axes:
        """Two lines part four fields, each named in its outer corner."""
        inks, em = sheet.inks, sheet.em
        worst = max([LEAST, *(-100 * each.margin for each in marked)])
        right = max([LEAST, *(100 * each.margin for each in marked)]) + worst / 4
        left = worst + (worst + right) / 10
        high = 1.7 * max([LEAST / 2, *(abs(100 * each.sea) for each in marked)])
        axes = sheet.axes((2.4, 3.2, 1.0, 1.6), (-left, right), (-high, high))
        _scale(axes.set_xticks, -left, right)
        _scale(axes.set_yticks, -high, high)
        sheet.keep_clear(axes, Box(0, axes.bbox.y0, axes.bbox.x0, axes.bbox.y1))
        axes.set_xlabel(_("arrivals in 100, against the best other order"))
        axes.axhline(0, color=inks.edge, lw=0.06 * em, zorder=1)
        axes.axvline(-100 * WEAK, color=inks.edge, lw=0.06 * em, zorder=1)
        for words, x, y in (
            (_("weak order, kind sea"), 0, 1),
            (_("sound order, kind sea"), 1, 1),
            (_("weak order, unkind sea"), 0, 0),
            (_("sound order, unkind sea"), 1, 0),
        ):
            side = {"ha": "right" if x else "left", "va": "top" if y else "bottom"}
            sheet.words(axes, (x, y), words, inks.dim, transform=axes.transAxes, **side)
        if self.settled:
            sheet.corner(axes, self.settled, inks.dim)
        return axes


def _scale(set_ticks: Callable[..., object], low: float, high: float) -> None:
    """Ticks to either side of none, few enough to read."""
    step = next(step for step in (5, 10, 20, 40) if (high - low) / step <= 6)
    ticks = [step * number for number in range(-6, 7) if low < step * number < high]
    set_ticks(ticks, [f"{tick:+d}" if tick else "0" for tick in ticks])


def points(share: float) -> str:
    """A share of arrivals, in 100."""
    return f"{100 * share:.0f}"


def change(arrivals: int) -> str:
    """By how many arrivals in 100 something is better or worse, in words."""
    if not arrivals:
        return _("no different")
    told = N_("{count} more") if arrivals > 0 else N_("{count} fewer")
    return _(told, count=abs(arrivals))


def _named(decision: Decision) -> str:
    """An order that cost much, and what could have been ordered instead, if that may be said."""
    held = {
        "watch": decision.number,
        "order": decision.given.label,
        "arrived": points(decision.given.arrived),
    }
    if decision.is_advised:
        return _(
            "Watch {watch}, “{order}”: {arrived} of 100 arrive; by “{better}”, {more}.",
            **held,
            better=decision.best.label,
            more=points(decision.best.arrived),
        )
    quickest = decision.quickest
    told = N_(
        "Watch {watch}, “{order}”: {arrived} of 100 arrive. More would by “{better}”, {more}, but "
        "the endings they reach are worth less to this story's author."
    )
    if quickest.foil:
        told = N_(
            "Watch {watch}, “{order}”: {arrived} of 100 arrive. More would by “{better}”, {more}, "
            "but no debrief advises it: its author marked it as one that gains at somebody's cost."
        )
    return _(told, **held, better=quickest.label, more=points(quickest.arrived))


def _apart(decisions: Decisions) -> Iterator[str]:
    """What decisions and what luck made of the odds; together it is what came of the voyage."""
    if not decisions.watches:
        return
    first, last = decisions.watches[0].before, decisions.watches[-1].after
    before, sea = (round(100 * share) for share in (first, decisions.sea))
    yield _(
        "From the start, a half-skilled captain arrives in {before} of 100 seas. Your orders made "
        "that {ordered}, this sea {sea}.",
        before=before,
        ordered=change(round(100 * last) - before - sea),
        sea=change(sea),
    )


def _row(each: Decision) -> str:
    told = _(
        "Watch {watch}, “{order}”: {arrived}.",
        watch=each.number,
        order=each.given.label,
        arrived=points(each.given.arrived),
    )
    others = (f"“{other.label}”: {points(other.arrived)}" for other in each.others)
    beside = _("Beside it {orders}.", orders=", ".join(others)) if each.others else ""
    sea = _("The sea: {change}.", change=change(round(100 * each.sea)))
    return " ".join(filter(None, (told, beside, sea)))


def _spread(sheet: ChartSheet, axes: Axes, marked: Sequence[Decision]) -> Iterator[Point]:
    """Where the marks go: as near to their places as they can without covering each other."""
    split = sheet.pixels(axes, (-100 * WEAK, 0))
    taken: list[Point] = []
    for each in marked:
        place = sheet.pixels(axes, (100 * each.margin, 100 * each.sea))
        spot = next(
            spot
            for spot in _around(place, sheet.em)
            if (each.is_weak) == (spot[0] < split[0])
            and all(hypot(spot[0] - x, spot[1] - y) >= MARK * sheet.em for x, y in taken)
        )
        taken.append(spot)
        x, y = axes.transData.inverted().transform(spot)
        yield float(x), float(y)


def _around(place: Point, em: float) -> Iterator[Point]:
    """The place itself, and then places further and further away."""
    for step in count():
        away = 0.12 * em * step**0.7
        yield place[0] + away * cos(TURN * step), place[1] + away * sin(TURN * step)
