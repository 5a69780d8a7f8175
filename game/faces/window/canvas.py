"""The canvas: opaque plates with text on them, laid over the scene. It remembers what it wrote."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from game.faces.window.theme import Colour, Theme
from game.faces.window.type import Style, Type
from game.ship.attention import Kind


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text as it stands on the window; area, plate: pixels."""

    text: str
    area: Rect
    plate: Rect
    ink: Colour
    size: int


class Canvas:
    """What is drawn only when it has changed: plates, and everything on them."""

    def __init__(self, size: tuple[int, int], theme: Theme, type: Type) -> None:
        self.theme, self.type = theme, type
        self.surface = Surface(size)
        self.area = self.surface.get_rect()
        self.plates: list[Rect] = []
        self.written: list[Written] = []

    def vh(self, share: float) -> int:
        """Hundredths of the window's height in pixels."""
        return round(share * self.area.height / 100)

    @property
    def hair(self) -> int:
        """The thinnest line that a projector shows, pixels."""
        return max(2, self.vh(0.3))

    def plate(self, area: Rect) -> Rect:
        """A sheet of paper with the double edge of an old chart; what is left within its margins."""
        self.plates.append(area)
        self.surface.fill(self.theme.paper, area)
        pygame.draw.rect(self.surface, self.theme.edge, area, self.hair)
        inner = area.inflate(-self.vh(1.6), -self.vh(1.6))
        pygame.draw.rect(self.surface, self.theme.edge, inner, 1)
        return area.inflate(-self.vh(5), -self.vh(4))

    def line(self, text: str, style: Style, at: tuple[int, int], ink: Colour | None = None) -> Rect:
        """One line of text with its top left here."""
        ink = ink or self.theme.text
        drawn = self.type.font(style).render(text, True, ink)
        area = self.surface.blit(drawn, at)
        plate = next((p for p in reversed(self.plates) if p.contains(area)), Rect(0, 0, 0, 0))
        whole = Rect(at, drawn.get_size())
        self.written.append(Written(text, whole, plate, ink, self.type.size(style)))
        return whole

    def lines(self, text: str, style: Style, area: Rect, ink: Colour | None = None) -> int:
        """A paragraph wrapped into an area; the height that it took."""
        top = area.top
        for line in self.type.wrap(text, style, area.width):
            self.line(line, style, (area.left, top), ink)
            top += self.type.leading(style)
        return top - area.top

    def sign(self, kind: Kind, centre: tuple[float, float], size: float) -> None:
        """A kind's shape: triangle for course, square for sails, both, and a diamond for teach."""
        x, y, r = *centre, size / 2
        ink = self.theme.ink(kind)
        triangle = [(x, y - r), (x + r * 0.95, y + r * 0.8), (x - r * 0.95, y + r * 0.8)]
        if kind is Kind.COURSE:
            pygame.draw.polygon(self.surface, ink, triangle)
        elif kind is Kind.SAILS:
            pygame.draw.rect(self.surface, ink, Rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6))
        elif kind is Kind.TEACH:
            diamond = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
            pygame.draw.polygon(self.surface, ink, diamond)
        else:
            half = [(x - r / 2 + (px - x) / 2, y + (py - y) / 2) for px, py in triangle]
            pygame.draw.polygon(self.surface, self.theme.course, half)
            square = Rect(x + r * 0.1, y - r * 0.4, r * 0.8, r * 0.8)
            pygame.draw.rect(self.surface, self.theme.sails, square)
