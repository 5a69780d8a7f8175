"""Her picture, leaning: to turn it is what costs most in a frame, so the last leans are kept."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.damage import LISTING
from game.ui.window.scene.riding import Riding
from game.ui.window.scene.ship import WATERLINE, Look, paint_ship
from game.ui.window.widgets.art import Art

TURN = 0.125
"""The finest lean that is drawn, degrees."""
KEPT = 40_000_000
"""How much memory the leans may take that are kept, bytes."""


class TurnedShip:
    """The ship as she was painted last, and the leans she has been drawn at since."""

    def __init__(self, art: Art) -> None:
        self._art = art
        self._painted: tuple[int, Look] | None = None
        self._upright, self._width = Surface((1, 1)), 1
        self._box = Rect(0, 0, 1, 1)
        self._turned: dict[int, Surface] = {}

    def draw(self, surface: Surface, at: Riding, look: Look) -> None:
        """Draw her as she lies."""
        turns = round(at.lean / TURN)
        turned = self._leaning(at.height, look, turns)
        middle = self._box.centerx - self._width / 2, self._box.centery - WATERLINE * at.height
        away = pygame.Vector2(middle).rotate(turns * TURN)
        center = round(at.keel[0] + away.x), round(at.keel[1] + away.y)
        surface.blit(turned, turned.get_rect(center=center))

    def _leaning(self, height: int, look: Look, turns: int) -> Surface:
        if self._painted != (height, look):
            self._painted = height, look
            whole = paint_ship(self._art, height, look)
            self._width, self._box = whole.get_width(), _box(whole, look)
            self._upright, self._turned = whole.subsurface(self._box), {}
        turned = self._turned.pop(turns, None)
        if turned is None:
            turned = pygame.transform.rotozoom(self._upright, -turns * TURN, 1.0)
        self._turned[turns] = turned  # the last used stands last
        bytes_each = turned.get_width() * turned.get_height() * 4
        while len(self._turned) > max(1, KEPT // bytes_each):
            del self._turned[next(iter(self._turned))]
        return turned


def _box(whole: Surface, look: Look) -> Rect:
    """What she covers of her picture: less, and sooner turned, as long as no boat is out."""
    margin = 0.01 if look.damage >= LISTING else 0.14
    return whole.get_rect().inflate(round(-2 * margin * whole.get_width()), 0)
