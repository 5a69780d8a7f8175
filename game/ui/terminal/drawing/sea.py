"""The sea with the ship on it, and the name of the game: drawn from shares and a time, no rules."""

from __future__ import annotations

from math import pi, sin

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.ui.terminal.drawing.braille import Sheet
from game.ui.terminal.drawing.ship import Lying, draw_pumps, draw_ship
from game.ui.terminal.drawing.sky import draw_sky
from game.voyage.sea import SUNRISE, Backdrop

NAME = """\
█▀▀▀ █   █ █▀▀▀ █▄  █   █  ▄▀ █▀▀▀ █▀▀▀ █
█▀▀  ▀▄ ▄▀ █▀▀  █ ▀▄█   █▀▀▄  █▀▀  █▀▀  █
█▄▄▄  ▀▄▀  █▄▄▄ █   █   █   █ █▄▄▄ █▄▄▄ █▄▄▄"""
BEAT = 0.25
"""Seconds between two pictures; slow enough to stay at the edge of one's eye."""
WELL = Lying()


class Sea(Widget):
    """The ship on her way from one harbour to the other; she moves only if motion is allowed."""

    def __init__(
        self, progress: float = 0.5, lying: Lying = WELL, under: Backdrop = SUNRISE
    ) -> None:
        """progress: the share of the passage made, 0 to 1. under: the sky over it."""
        super().__init__()
        self._progress, self._lying, self._under, self._time = progress, lying, under, 0.0

    def on_mount(self) -> None:
        self.set_interval(BEAT, self._pass_time)

    def render(self) -> RenderResult:
        columns, rows = self.size
        if columns < 20 or rows < 3:
            return Content()
        sheet = Sheet(columns, rows)
        draw_sky(sheet, self._under, self._time)
        return sea_picture(sheet, self._progress, self._lying, self._time).content()

    def _pass_time(self) -> None:
        if self.app.animation_level != "none":
            self._time += BEAT
            self.refresh()


def sea_picture(sheet: Sheet, progress: float, lying: Lying, time: float) -> Sheet:
    """Harbours, ship and sea on a sheet, at a time in seconds."""
    width, height = sheet.size
    level = height - max(5, height // 4)
    margin = min(40, width // 6)
    _harbour(sheet, 0, level, margin // 2)
    _lighthouse(sheet, width - 1, level, margin // 2)
    at = margin + progress * (width - 2 * margin)
    keel, tall = (at, level + sin(time * 0.9) * 0.8), min(level, 40)
    draw_ship(sheet, keel, tall, lying, 0.05 * sin(time * 0.7))
    draw_pumps(sheet, keel, tall, lying, time)
    _waves(sheet, level, time)
    return sheet


def _waves(sheet: Sheet, level: float, time: float) -> None:
    width, height = sheet.size
    for depth, y in enumerate(range(round(level) + 2, height, 4)):
        length, slow = 13 + 5 * depth, time * (0.9 - 0.2 * depth)
        for x in range(width):
            if depth == 0 or sin(x / 19 + depth * 2 + slow / 3) > 0.1 * depth:
                sheet.dot(x, y + 1.2 * sin(x / length * 2 * pi + slow + depth), "$course")


def _harbour(sheet: Sheet, left: float, level: float, wide: float) -> None:
    for x in range(round(wide)):
        hill = (4 + 2 * sin(x / 4)) * (1 - x / wide)
        sheet.line((left + x, level + 2), (left + x, level + 2 - hill), "$dim")


def _lighthouse(sheet: Sheet, right: float, level: float, wide: float) -> None:
    for x in range(round(wide)):
        hill = (5 + sin(x / 3)) * (1 - x / wide)
        sheet.line((right - x, level + 2), (right - x, level + 2 - hill), "$dim")
    foot, top = right - wide * 0.4, level - 12
    sheet.fill(
        [(foot - 2, level - 1), (foot + 2, level - 1), (foot + 1, top), (foot - 1, top)], "$dim"
    )
    sheet.dot(foot, top - 3, "$sails")
    sheet.dot(foot + 1, top - 3, "$sails")
