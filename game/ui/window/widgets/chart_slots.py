"""Charts on a sheet: the worker draws them while the sheet is there already."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Future

import pygame
from pygame import Rect

from game.debrief.charts.drawing.chart_style import THEMES, ChartStyle
from game.debrief.charts.drawing.rendering import Chart, Picture
from game.debrief.pages import DebriefPage
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer, Writing
from game.ui.window.worker import Worker

TRIES = 2
"""How often a chart is asked for, should its worker be killed over it."""
LOWEST = 42
"""No chart is lower, hundredths of the window's height."""
SHARES = {1: (1.0,), 2: (0.6, 0.4)}
"""Of the width for each of a page's charts."""


class Charts:
    """Charts as pictures. One of each is kept for every owner, as it was last asked for."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._asked: dict[tuple[str, str], tuple[object, int, Future[Picture]]] = {}

    def page_rows(
        self, writer: Writer, page: DebriefPage, style: Style, owner: str = ""
    ) -> list[Row]:
        """Title and lead of a page, its charts in the room that is left, and its notes.

        Notes stand above the charts or, where these would become too low, on a sheet of their own,
        in larger letters there.
        """
        title = writer.text(page.title, Style.HEADLINE, keep=True)[:-1]
        rows = title + writer.text(page.lead, style)
        dim = writer.canvas.theme.dim
        notes = [row for note in page.notes for row in writer.text(note.text, Style.SMALL, dim)]
        lowest = writer.canvas.vh(LOWEST)
        if not page.charts or _room(writer, [*rows, *notes]) >= lowest:
            rows, notes = [*rows, *notes], []
        if not page.charts:
            return rows
        room = _room(writer, rows)
        if room < lowest:
            rows, room = [*rows, writer.page()], writer.height
        drawings = (self.row(chart, room, owner) for chart in page.charts)
        rows += writer.columns(*zip(SHARES[len(page.charts)], drawings, strict=True))
        if not notes:
            return rows
        larger = [row for note in page.notes for row in writer.text(note.text)]
        return [*rows, writer.page(), *title, writer.gap(), *larger]

    def row(self, chart: Chart, height: int, owner: str = "") -> Writing:
        """A chart as wide as it may be and this high, pixels; in words where it cannot be drawn."""

        def write(writer: Writer) -> list[Row]:
            canvas = writer.canvas
            inks = THEMES[canvas.theme.name]
            look = ChartStyle(writer.width, height, canvas.type.size(Style.BODY), inks)

            def draw(area: Rect) -> None:
                canvas.describe(chart.alt, area)
                work = self._drawn(owner, chart, look)
                if not work.done():
                    return
                if work.exception():
                    lines = canvas.type.wrap(chart.alt, Style.SMALL, area.width)
                    room = area.height // canvas.type.leading(Style.SMALL)
                    canvas.lines(lines[:room], Style.SMALL, area.topleft)
                    return
                drawn = work.result()
                size = drawn.width, drawn.height
                canvas.surface.blit(pygame.image.frombuffer(drawn.rgba, size, "RGBA"), area)

            return [Row(height, draw)]

        return write

    def _drawn(self, owner: str, chart: Chart, look: ChartStyle) -> Future[Picture]:
        """The picture, by and by; asked for once more if whoever drew it was killed."""
        place, wanted = (owner, chart.name), (chart.headline, chart.alt, look)
        before, tries, work = self._asked.get(place, (None, 0, None))
        if before != wanted:
            tries, work = 0, None
        is_done = work and work.done() and not work.cancelled()
        was_killed = work and is_done and isinstance(work.exception(), BrokenExecutor)
        if work is None or work.cancelled() or (was_killed and tries < TRIES):
            work = self._worker.picture(chart, look)
            self._asked[place] = wanted, tries + 1, work
        return work


def _room(writer: Writer, rows: list[Row]) -> int:
    """How high the sheet is below these."""
    return writer.height - sum(row.height for row in rows)
