"""Rows of bars: every captain, needed and given, decisions, the odds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.debrief.charts.census import CensusChart
from game.debrief.charts.decisions import DecisionsChart
from game.debrief.charts.needed_and_given import NeededAndGivenChart
from game.debrief.charts.odds import OddsChart
from game.debrief.decisions import Decision
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

SAILS, COURSE = Kind.SAILS, Kind.COURSE
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

    A need that was missed is hatched, and named; one that nobody could see is dotted.
    """
    most = max(URGENT, *(a.need(a.asked) for a in chart.asked))

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
    bars = {
        kind: bar(asked.need(kind) / most * room, *_fill(asked, kind)) for kind in (SAILS, COURSE)
    }
    sign = kind_tag(_kind_of(asked.given))
    said = [(_missed(kind), INKS[kind]) for kind in asked.blamed]
    return Content.assemble(
        f"{asked.number:>5} ",
        sign,
        " " * (13 - len(sign)),
        (f"{bars[SAILS][::-1]:>{room}}", "$sails"),
        "│",
        (f"{bars[COURSE]:<{room}}", "$course"),
        *said,
    )


def _fill(asked: NeededAndGiven, kind: Kind) -> str:
    """What its bar is made of, a whole column and half a one."""
    if asked.is_hidden(kind):
        return "░░"
    if kind in asked.blamed:
        return "▒▒"
    return "█▌" if kind is COURSE else "█▐"


def _kind_of(gave: Attention[float]) -> Kind:
    if gave.teaching:
        return Kind.TEACH
    if gave.leading and gave.managing:
        return Kind.BOTH
    return Kind.COURSE if gave.leading else Kind.SAILS


def _missed(kind: Kind) -> str:
    return f" {SIGNS[kind]} " + _("{kind} missed", kind=kind.word)


def decision_bars(chart: DecisionsChart) -> Draw:
    """A row a watch: what the order cost or gained against the best other one, and the sea."""
    decisions = chart.decisions
    most = max((abs(each.margin) for each in decisions.watches), default=0) or 1

    def draw(width: int) -> list[Content]:
        room = max(6, min(20, (width - 52) // 2))
        left = width - 25 - 2 * room
        head = _("watch").rjust(5) + " " + _("you gave").ljust(13)
        fields = _("weak").rjust(room) + "│" + _("sound").ljust(room) + _("sea").rjust(5)
        rows = [
            Content.assemble(
                *_decision(each, room, most),
                (f"{100 * each.sea:+5.0f} ", "$dim"),
                _shortened(_told(chart, each), left - 1),
            )
            for each in decisions.watches
        ]
        return [Content.styled(head + fields, "$dim"), *rows]

    return draw


def _decision(each: Decision, room: int, most: float) -> Iterator[Content | str | tuple[str, str]]:
    length = abs(each.margin) / most * (room - 4)
    figure = f"{100 * each.margin:+.0f}" if not each.is_settled else ""
    left = f"{figure} {bar(length, '█', '▐')[::-1]}" if each.margin < 0 else ""
    right = f"{bar(length)} {figure}" if each.margin >= 0 else ""
    ink, sign = "$worse" if each.is_weak else "$foreground", kind_tag(each.given.kind)
    yield f"{each.number:>5} "
    yield sign
    yield " " * (13 - len(sign))
    yield (f"{left:>{room}}", ink)
    yield "│"
    yield (f"{right:<{room}}", ink)


def _told(chart: DecisionsChart, each: Decision) -> str:
    if each is chart.decisions.strongest:
        return _("best")
    return chart.instead(each)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def odds_bars(chart: OddsChart) -> Draw:
    """The share of voyages still open that arrive, as each watch began and at the end."""
    ends = chart.odds[-1].number

    def draw(width: int) -> list[Content]:
        room = max(8, width - 12 - 12)
        rows = [Content.styled(_("Odds of port as each watch began"), "bold")]
        for each in chart.odds:
            name = _("end") if each.number == ends else str(each.number)
            share = brief(each.tally.arrived)
            rows.append(Content(f"{name:>4} {share:>4} % {bar(each.tally.arrived * room)}"))
        return rows

    return draw
