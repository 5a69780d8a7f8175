"""Rows of bars: every captain, needed and given, the odds, other weather."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.debrief.charts.census import CensusChart
from game.debrief.charts.needed_and_given import NeededAndGivenChart
from game.debrief.charts.odds import OddsChart
from game.debrief.needs_and_practices import NeededAndGiven
from game.i18n import _
from game.number_format import brief
from game.ship.attention_cost import Attention, Kind
from game.ui.terminal.printed.census_grid import grid_lines, hump_lines
from game.ui.terminal.textual.widgets import INKS, SIGNS, kind_tag

GRID = 5
"""Rows of the grid of captains."""
URGENT = 2.0
"""The bars of needs are at least as long as this one."""

Draw = Callable[[int], list[Content]]
"""Draws the rows for so many columns."""


class Bars(Widget):
    """Rows that know how wide they may be."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw

    @property
    def lines(self) -> int:
        return len(self._draw(80))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._draw(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._draw(self.size.width))


def bar(length: float, full: str = "█", half: str = "▌") -> str:
    """A bar of so many columns, to half a column."""
    halves = round(2 * length)
    return full * (halves // 2) + half * (halves % 2)


def captain_grid(chart: CensusChart) -> Draw:
    """The share that arrived by course orders, and by taught and shared ones; yours in brackets."""
    census = chart.census

    def draw(width: int) -> list[Content]:
        if not census.by_mix:
            return []
        head = _("arrived, of 100; upwards by the share of taught or shared orders")
        hump = [Content.styled(line, "$course") for line in hump_lines(census)]
        all_, *grid = grid_lines(census, GRID, (chart.share, chart.shared))
        foot = Content.styled(grid.pop(), "$dim")
        rows = [Content.styled(all_, "bold"), *map(Content, grid), foot]
        return [Content.styled(head[:width], "$dim"), *hump, *rows]

    return draw


def need_columns(chart: NeededAndGivenChart) -> Draw:
    """A row a watch: what was given, and what was needed, sails leftward and course rightward.

    A need that was missed is hatched, and named.
    """
    most = max(URGENT, *(max(a.needed.leading, a.needed.managing) for a in chart.asked))

    def draw(width: int) -> list[Content]:
        room = max(4, min(30, (width - 20 - 15) // 2))
        left = ("■ " + _("sails needed")).rjust(room)
        head = Content.assemble(
            (_("watch").rjust(5) + " " + _("you gave").ljust(13), "$dim"),
            (left, "$sails"),
            "│",
            ("▲ " + _("course needed"), "$course"),
        )
        return [head, *(_need(asked, room, most) for asked in chart.asked)]

    return draw


def _need(asked: NeededAndGiven, room: int, most: float) -> Content:
    missed = asked.asked if asked.missed else None
    sails = bar(asked.needed.managing / most * room, *("▒▒" if missed is Kind.SAILS else "█▐"))
    course = bar(asked.needed.leading / most * room, *("▒▒" if missed is Kind.COURSE else "█▌"))
    sign = kind_tag(_kind_of(asked.given))
    return Content.assemble(
        f"{asked.number:>5} ",
        sign,
        " " * (13 - len(sign)),
        (f"{sails[::-1]:>{room}}", "$sails"),
        "│",
        (f"{course:<{room}}", "$course"),
        (_missed(missed), INKS[missed]) if missed else "",
    )


def _kind_of(gave: Attention[float]) -> Kind:
    if gave.teaching:
        return Kind.TEACH
    if gave.leading and gave.managing:
        return Kind.BOTH
    return Kind.COURSE if gave.leading else Kind.SAILS


def _missed(kind: Kind) -> str:
    return f" {SIGNS[kind]} " + _("{kind} missed", kind=kind.word)


def odds_bars(chart: OddsChart) -> Draw:
    """The share of voyages still open that arrive, as each watch began and at the end."""
    ends = chart.odds[-1].number
    turn, before, after = chart.turn
    ink = "bold $better" if after > before else "bold $worse"

    def draw(width: int) -> list[Content]:
        room = max(8, width - 12 - 12)
        rows = [Content.styled(_("Odds of port as each watch began"), "bold")]
        for each in chart.odds:
            name = _("end") if each.number == ends else str(each.number)
            share = brief(each.tally.arrived)
            turned = " ◄ " + _("turned here") if each.number == turn else ""
            row = f"{name:>4} {share:>4} % {bar(each.tally.arrived * room)}"
            rows.append(Content.assemble(row, (turned, ink)))
        return rows

    return draw
