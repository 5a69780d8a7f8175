"""Wakes as lines: watch by watch, yours and the ghosts', each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pygame
from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.type import Style
from game.insight.wake import Track
from game.ship.ship import Outcome

TITLES = {"progress": "Progress to port, %", "stability": "Stability"}


def draw_wakes(canvas: Canvas, area: Rect, gauge: str, wakes: Sequence[Track]) -> None:
    """One gauge of every wake over the watches."""
    theme, type_ = canvas.theme, canvas.type
    canvas.line(TITLES[gauge], Style.LABEL, area.topleft, theme.dim)
    small = type_.leading(Style.SMALL)
    names = max(type_.width(_name(wake), Style.LABEL) for wake in wakes) + canvas.vh(3)
    scale = type_.width("100 ", Style.SMALL)
    plot = Rect(area.left + scale, area.top + 2 * small, area.width - names - scale, 0)
    plot.height = area.bottom - plot.top - 2 * small
    for share in (0, 50, 100):
        y = plot.bottom - plot.height * share // 100
        canvas.surface.fill(theme.edge, Rect(plot.left, y, plot.width, 1))
        wide = type_.width(f"{share} ", Style.SMALL)
        canvas.line(f"{share}", Style.SMALL, (plot.left - wide, y - small // 2), theme.dim)
    watches = max(len(wake.progress) for wake in wakes) - 1
    taken: list[int] = []
    for wake in wakes:
        figures = wake.progress if gauge == "progress" else wake.stability
        points = [
            (plot.left + plot.width * n / watches, plot.bottom - plot.height * figure / 100)
            for n, figure in enumerate(figures)
        ]
        _draw_line(canvas, wake, points)
        y = _free(round(points[-1][1]) - small // 2, taken, small)
        taken.append(y)
        ink = _ink(canvas, wake)
        canvas.line(_name(wake), Style.LABEL, (round(points[-1][0]) + canvas.vh(2), y), ink)
    canvas.line(
        f"Watch 1 to {watches}", Style.SMALL, (plot.left, plot.bottom + small // 2), theme.dim
    )


def _draw_line(canvas: Canvas, wake: Track, points: list[tuple[float, float]]) -> None:
    ink, surface = _ink(canvas, wake), canvas.surface
    if len(points) > 1:
        width = canvas.hair * (3 if wake.captain == "you" else 2)
        for one, other in pairwise(points):
            if wake.captain == "all sails":
                middle = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
                pygame.draw.line(surface, ink, one, middle, width)
            else:
                pygame.draw.line(surface, ink, one, other, width)
    x, y = points[-1]
    r = canvas.vh(1)
    if wake.outcome is Outcome.FOUNDERED:
        for lean in (-r, r):
            pygame.draw.line(surface, ink, (x - r, y - lean), (x + r, y + lean), canvas.hair * 2)
    else:
        pygame.draw.circle(surface, ink, (x, y), r * 0.8)


def _free(y: int, taken: list[int], high: int) -> int:
    """The place nearest to y where no other name stands."""
    places = sorted((y + n * high // 2 for n in range(-12, 13)), key=lambda place: abs(place - y))
    return next(place for place in places if all(abs(place - other) >= high for other in taken))


def _name(wake: Track) -> str:
    return wake.captain.capitalize()


def _ink(canvas: Canvas, wake: Track) -> tuple[int, int, int]:
    theme = canvas.theme
    return {"all course": theme.course, "all sails": theme.sails}.get(wake.captain, theme.text)
