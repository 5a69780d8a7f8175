"""Charts on a projector's sheet: drawn by the worker, laid where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.i18n import _
from game.reports.charts.convoy import ConvoyChart
from game.reports.charts.drawing.rendering import Chart
from game.simulation.wake import Track
from game.ui.window.debrief_jobs import DebriefJobs
from game.ui.window.projector.state import ProjectorState
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.frame import evenly
from game.ui.window.widgets.sheet import Row, Writer, Writing

NARROWEST = 52.5
"""No chart and no card is narrower, hundredths of the window's height."""
LOWEST = 40
"""No chart is lower."""


def convoy_chart(state: ProjectorState, ghosts: tuple[Track, ...] = ()) -> ConvoyChart:
    """Every crew's wake; behind it those of ghost ships, if any."""
    crews = state.view.crews
    tracks = tuple(replace(crew.track, captain=crew.name) for crew in crews)
    return ConvoyChart(tracks, frozenset(crew.name for crew in crews if crew.end is None), ghosts)


def chart_rows(
    writer: Writer,
    debrief_jobs: DebriefJobs,
    drawn: Chart,
    charts: Sequence[tuple[float, str, Chart]],
) -> list[Row]:
    """A title, what the first chart says, and charts with their share and owner in what is left."""
    rows = writer.text(_(drawn.title), Style.HEADLINE, keep=True)[:-1]
    rows += writer.text(drawn.headline, Style.STRONG)
    room = writer.height - sum(row.height for row in rows)
    if room < writer.canvas.vh(LOWEST):
        rows, room = [*rows, writer.page()], writer.height
    drawings = [
        (share, debrief_jobs.charts.row(each, room, owner)) for share, owner, each in charts
    ]
    return [*rows, writer.side_by_side(drawings, 3)]


def in_pages(writer: Writer, cards: Sequence[Writing], head: Sequence[Row] = ()) -> list[Row]:
    """Cards side by side, on as many pages as they need, each page under its head: fewer to a
    page where words are so long that a page would be too low for them.
    """
    gap, room = writer.canvas.vh(3), writer.height - sum(row.height for row in head)
    each = evenly(len(cards), (writer.width + gap) // writer.canvas.vh(NARROWEST + 3))
    rows: list[Row] = []
    for page in _dealt(writer, cards, each, room):
        if rows:
            rows.append(writer.page())
        rows += [*head, page]
    return rows


def _dealt(writer: Writer, cards: Sequence[Writing], each: int, room: int) -> list[Row]:
    """Pages with so many cards, or fewer if there is one that is higher than its room."""
    lines = [cards[first : first + each] for first in range(0, len(cards), each)]
    pages = [writer.side_by_side([(1 / each, card) for card in line], 3) for line in lines]
    fit = all(page.height <= room for page in pages)
    return pages if fit or each == 1 else _dealt(writer, cards, each - 1, room)
