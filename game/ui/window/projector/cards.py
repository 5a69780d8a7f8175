"""Cards beside each other on a projector's sheet, and the chart that every crew is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pygame import Rect

from game.reports.charts.track import ConvoyChart
from game.simulation.wake import Track
from game.ui.window.projector.state import ProjectorState
from game.ui.window.widgets.sheet import Row, Writer, Writing

NARROWEST = 52.5
"""No card is narrower, hundredths of the window's height."""
CONVOY = "the convoy"
"""The owner of charts that all crews are on."""


def convoy_chart(seen: ProjectorState, ghosts: tuple[Track, ...] = ()) -> ConvoyChart:
    """Every crew's wake; behind it those of ghost ships, if any."""
    crews = seen.view.crews
    tracks = tuple(replace(crew.track, captain=crew.name) for crew in crews)
    return ConvoyChart(tracks, frozenset(crew.name for crew in crews if crew.end is None), ghosts)


def side_by_side(writer: Writer, parts: Sequence[tuple[float, Writing]]) -> list[Row]:
    """Parts beside each other, each with its share of the width, whatever they are."""
    gap = writer.canvas.vh(3)
    room = writer.width - gap * (len(parts) - 1)
    placed: list[tuple[Rect, Row]] = []
    left = 0
    for share, write in parts:
        width, top = round(room * share), 0
        for row in write(Writer(writer.canvas, width, writer.height, writer.mark)):
            placed.append((Rect(left, top, width, row.height), row))
            top += row.height
        left += width + gap

    def draw(area: Rect) -> None:
        for spot, row in placed:
            row.draw(spot.move(area.topleft))

    return [Row(max(spot.bottom for spot, _ in placed), draw)]


def across(writer: Writer, many: int) -> int:
    """How many of so many cards stand beside each other, so that the pages are about even."""
    fit = max(1, (writer.width + writer.canvas.vh(3)) // writer.canvas.vh(NARROWEST + 3))
    return -(-many // -(-many // fit))


def in_pages(writer: Writer, cards: Sequence[Writing], head: Sequence[Row] = ()) -> list[Row]:
    """Cards side by side, on as many pages as they need, each page under its head: fewer to a
    page where words are so long that a page would be too low for them.
    """
    room = writer.height - sum(row.height for row in head)
    rows: list[Row] = []
    for page in _dealt(writer, cards, across(writer, len(cards)), room):
        if rows:
            rows.append(writer.page())
        rows += [*head, *page]
    return rows


def _dealt(writer: Writer, cards: Sequence[Writing], each: int, room: int) -> list[list[Row]]:
    """Pages with so many cards, or fewer if there is one that is higher than its room."""
    lines = [cards[first : first + each] for first in range(0, len(cards), each)]
    pages = [side_by_side(writer, [(1 / each, card) for card in line]) for line in lines]
    fit = all(sum(row.height for row in page) <= room for page in pages)
    return pages if fit or each == 1 else _dealt(writer, cards, each - 1, room)
