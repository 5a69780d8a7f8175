"""Cards beside each other on a projector's sheet, and the chart that every crew is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.debrief.charts.track import ConvoyChart
from game.ui.window.projector.state import ProjectorState
from game.ui.window.widgets.frame import evenly
from game.ui.window.widgets.sheet import Row, Writer, Writing

NARROWEST = 52.5
"""No card is narrower, hundredths of the window's height."""
CONVOY = "the convoy"
"""The owner of charts that all crews are on."""


def convoy_chart(state: ProjectorState) -> ConvoyChart:
    """Every crew's wake, without those of ghost ships."""
    crews = state.view.crews
    tracks = tuple(replace(crew.track, captain=crew.name) for crew in crews)
    return ConvoyChart(tracks, frozenset(crew.name for crew in crews if crew.end is None))


def in_pages(writer: Writer, cards: Sequence[Writing], head: Sequence[Row] = ()) -> list[Row]:
    """Cards side by side, on as many pages as they need, each page under its head: fewer to a
    page where words are so long that a page would be too low for them.
    """
    gap, room = writer.canvas.vh(3), writer.height - sum(row.height for row in head)
    each = evenly(len(cards), (writer.width + gap) // writer.canvas.vh(NARROWEST + 3))
    return writer.on_pages([*head, page] for page in _dealt(writer, cards, each, room))


def _dealt(writer: Writer, cards: Sequence[Writing], each: int, room: int) -> list[Row]:
    """Pages with so many cards, or fewer if there is one that is higher than its room."""
    lines = [cards[first : first + each] for first in range(0, len(cards), each)]
    pages = [writer.side_by_side([(1 / each, card) for card in line], 3) for line in lines]
    fit = all(page.height <= room for page in pages)
    return pages if fit or each == 1 else _dealt(writer, cards, each - 1, room)
