"""The bearing: the bow, where port is believed to lie, and the ring of uncertainty.

The horizon is a scale of degrees: the bow points at its mark, and the port lies off it by the
course error.
"""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.ui.window.scene.viewport import Frame

REACH = 112.0
"""Degrees from the bow to the edge of the window."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The horizon in degrees. bow: where the bow points, degree: how wide one is; pixels."""

    bow: float
    degree: float

    def at(self, degrees: float) -> float:
        """Where a bearing off the bow lies, pixels from the left."""
        return self.bow + degrees * self.degree


def degrees_scale(vista: Rect, ship_x: float, ship_width: float) -> Scale:
    """The scale for a ship of this place and width, pixels; her sails do not hide the mark."""
    bow = ship_x + 0.66 * ship_width
    return Scale(bow, (vista.right - bow) / REACH)


def draw_bearing(stage: Frame, scale: Scale) -> None:
    """The way from the bow's mark to the port's, and between two ticks the doubt about it."""
    sea, theme, hair = stage.sea, stage.theme, stage.hair
    port, y = scale.at(sea.bearing), stage.horizon + 6 * hair
    line = Rect(round(scale.bow), y - hair, max(1, round(port - scale.bow)), 2 * hair)
    low = round(max(scale.bow, port))
    high = round(scale.at(sea.bearing + sea.doubt))
    ticks = [Rect(x - hair, y - 4 * hair, 2 * hair, 8 * hair) for x in (low, high) if sea.doubt]
    for part in (line, *ticks, Rect(low, y - hair, high - low, 2 * hair)):
        pygame.draw.rect(stage.surface, theme.paper, part.inflate(2 * hair, 2 * hair))
    for part in (line, *ticks):
        pygame.draw.rect(stage.surface, theme.course, part)
    for x in range(round(port) + 6 * hair, high - 2 * hair, 5 * hair):
        pygame.draw.circle(stage.surface, theme.course, (x, y), hair)
    for ink, grown in ((theme.paper, 1.5), (theme.course, 1.0)):
        pygame.draw.circle(stage.surface, ink, (port, y), 2.4 * hair * grown)
        _bow_mark(stage, (scale.bow, y), 4 * hair, grown, ink)


def _bow_mark(
    stage: Frame, at: tuple[float, float], size: float, grown: float, ink: tuple[int, int, int]
) -> None:
    x, y = at
    top, foot, half = 1.75 * size, 0.6 * size, 0.85 * size
    more = (grown - 1) * size
    tip, base = y - top - 1.4 * more, y + foot + 0.7 * more
    shape = [(x, tip), (x - half - more, base), (x + half + more, base)]
    pygame.draw.polygon(stage.surface, ink, shape)
