"""Charts on a sheet: the worker draws them while the sheet is there already."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Future

import pygame
from pygame import Rect

from game.reports.charts.drawing.chart_style import THEMES, ChartStyle
from game.reports.charts.drawing.rendering import Chart, Picture
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer, Writing
from game.ui.window.worker import Worker

TRIES = 2
"""How often a chart is asked for, should its worker be killed over it."""


class Charts:
    """Charts as pictures. One of each is kept for every owner, as it was last asked for."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._asked: dict[tuple[str, str], tuple[object, int, Future[Picture]]] = {}

    def row(self, chart: Chart, height: int, owner: str = "") -> Writing:
        """A chart as wide as it may be and this high, pixels; in words where it cannot be drawn."""

        def write(writer: Writer) -> list[Row]:
            canvas = writer.canvas
            inks = THEMES[canvas.theme.name]
            look = ChartStyle(writer.width, height, canvas.type.size(Style.BODY), inks)

            def draw(area: Rect) -> None:
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
        was_killed = work and work.done() and isinstance(work.exception(), BrokenExecutor)
        if work is None or (was_killed and tries < TRIES):
            work = self._worker.picture(chart, look)
            self._asked[place] = wanted, tries + 1, work
        return work
