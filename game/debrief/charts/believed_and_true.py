"""Believed and true: two lines over the watches, and the gap between them; or a chart a crew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.debrief.believed_and_true import Clue, Sighting, tell_widest, widest
from game.debrief.charts.drawing.chart_sheet import ChartSheet, End, LineStyle
from game.debrief.charts.drawing.label_placement import Box
from game.i18n import N_, _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST = 40.0
"""The chart reaches at least so many degrees up."""
RIGHT = 6.0
"""Beside the lines, for their names, in em."""
APART = 0.15
"""The most it could be is named where it lies so far above the truth, a share of the height."""
MOST = 16
"""With more watches than this only some are numbered."""
CLUES = {
    Clue.CURRENT: N_("a current was announced"),
    Clue.STRONG: N_("a strong current was announced"),
}


@dataclass(frozen=True, slots=True)
class BelievedChart:
    """What the captain believed as each order was given, and what was true."""

    sightings: tuple[Sighting, ...]
    name = "believed"
    title = N_("Believed and true")

    @property
    def headline(self) -> str:
        return tell_widest(self.sightings)

    @property
    def alt(self) -> str:
        head = _("Degrees off port as each order was given, believed and true.")
        return "\n".join((head, *map(_describe, self.sightings)))

    def draw(self, sheet: ChartSheet) -> None:
        """The gap filled; above it where a current was announced, and a ring where one guessed."""
        seen, inks = self.sightings, sheet.inks
        if not seen:
            return
        high = _height(seen)
        axes = _watch_axes(sheet, seen, high, (2.4, 2.6, RIGHT, 2.9))
        axes.set_xlabel(_("watch"))
        axes.set_yticks(range(0, int(0.92 * high), 20 if high < 90 else 40))
        sheet.corner(axes, _("degrees off port"), inks.dim, lift=1.6)
        _draw_lines(sheet, axes, seen, 1.0)
        _draw_clues(sheet, axes, seen, high)
        signs = (("v", inks.text, _("announced")), ("o", inks.course, _("you guessed")))
        sheet.key(axes, signs, RIGHT - 0.3)
        last = seen[-1]
        names = [
            End((last.number, last.true), _("true"), "", inks.text),
            End((last.number, last.believed), _("believed"), "", inks.course),
        ]
        if last.ring - last.true > APART * high:
            names.append(End((last.number, last.ring), _("at most"), "", inks.dim))
        sheet.ends(axes, names)


@dataclass(frozen=True, slots=True)
class ConvoyBelievedChart:
    """The same for each crew, by its name, small and to one scale."""

    crews: tuple[tuple[str, tuple[Sighting, ...]], ...]
    name = "convoy-believed"
    title = N_("Believed and true")

    @property
    def headline(self) -> str:
        found = {name: most for name, seen in self.crews if (most := widest(seen))}
        if not found:
            return tell_widest(())
        name, most = max(found.items(), key=lambda each: each[1].gap)
        return _(
            "{ship} was furthest from where she believed herself: in watch {watch}, "
            "{believed:.0f}° believed, {true:.0f}° true.",
            ship=name,
            watch=most.number,
            believed=most.believed,
            true=most.true,
        )

    @property
    def alt(self) -> str:
        return " ".join(f"{name}: {BelievedChart(seen).alt}" for name, seen in self.crews)

    def draw(self, sheet: ChartSheet) -> None:
        high = max((_height(seen) for _name, seen in self.crews), default=LEAST)
        for (name, seen), room in zip(self.crews, sheet.rooms(len(self.crews)), strict=True):
            axes = _watch_axes(sheet, seen, high, (0.6, 0.6, 1.6, 3.6), room)
            axes.set_xticks([])
            axes.set_yticks([])
            _draw_lines(sheet, axes, seen, 0.7)
            _draw_clues(sheet, axes, seen, high)
            most = widest(seen)
            held = {"gap": most.gap, "watch": most.number} if most else {}
            note = _("{gap:.0f}° off in watch {watch}", **held) if most else ""
            sheet.heading(axes, name, note, 1.95, 0.7)


def _height(seen: Sequence[Sighting]) -> float:
    return max([LEAST, *(max(each.true, each.believed) for each in seen)]) * 1.2


def _watch_axes(
    sheet: ChartSheet,
    seen: Sequence[Sighting],
    high: float,
    margins: tuple[float, float, float, float],
    room: Box | None = None,
) -> Axes:
    last = max(2, len(seen))
    axes = sheet.axes(margins, (0.7, last + 0.3), (0, high), room)
    axes.set_xticks(range(1, last + 1, 1 + last // (MOST + 1)))
    axes.axhline(0, color=sheet.inks.edge, lw=0.06 * sheet.em, zorder=0)
    return axes


def _draw_lines(sheet: ChartSheet, axes: Axes, seen: Sequence[Sighting], size: float) -> None:
    """Both lines, what lies between them, and how far the truth could have lain."""
    inks = sheet.inks
    across = [each.number for each in seen]
    believed, true = [each.believed for each in seen], [each.true for each in seen]
    ring = [each.ring for each in seen]
    axes.fill_between(across, believed, ring, color=inks.edge, alpha=0.22, lw=0, zorder=1)
    axes.fill_between(across, believed, true, color=inks.worse, alpha=0.45, lw=0, zorder=1)
    was, is_true = (
        LineStyle(inks.course, "--", "", 0.14 * size),
        LineStyle(inks.text, "-", "", 0.2 * size),
    )
    sheet.line(axes, list(zip(across, believed, strict=True)), was, 2)
    sheet.line(axes, list(zip(across, true, strict=True)), is_true, 3)
    for each in seen:
        sheet.dot(axes, (each.number, each.true), is_true, 3)
        if not each.fixed:
            sheet.sign(
                axes, (each.number, each.believed), "o", inks.course, 0.5 * size, hollow=True
            )


def _draw_clues(sheet: ChartSheet, axes: Axes, seen: Sequence[Sighting], high: float) -> None:
    """A sign above each watch that a current was announced for; a strong one larger."""
    at = high - sheet.up(axes, 0.5)
    for each in seen:
        if each.clue:
            size = 0.75 if each.clue is Clue.STRONG else 0.5
            sheet.sign(axes, (each.number, at), "v", sheet.inks.text, size, hollow=True)


def _describe(seen: Sighting) -> str:
    held = {"watch": seen.number, "believed": seen.believed, "ring": seen.ring, "true": seen.true}
    said = [
        _(
            "Watch {watch}: believed {believed:.0f}°, at most {ring:.0f}°; true {true:.0f}°;",
            **held,
        ),
        _("you looked where she was.") if seen.fixed else _("you sailed on by guess."),
    ]
    if seen.clue:
        told = _(CLUES[seen.clue]).capitalize()
        spoke = _("{name} spoke for the course", name=seen.voice)
        said.append(f"{told}; {spoke}." if seen.voice else f"{told}.")
    return " ".join(said)
