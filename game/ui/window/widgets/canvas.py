"""The canvas: opaque plates with text on them, laid over the scene. It remembers what it wrote."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from math import pi

import pygame
from pygame import Rect, Surface

from game.layout.stage import Box
from game.ship.attention_cost import Kind
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.fonts import Fonts, Style
from game.ui.window.widgets.theme import Colour, Theme

FACES = {Kind.COURSE: "navigator", Kind.SAILS: "bosun"}
"""Who speaks for a kind."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text as it stands on the window; area: its own, plate: what it lies on, pixels."""

    text: str
    area: Rect
    plate: Rect
    ink: Colour
    size: int


@dataclass(frozen=True, slots=True)
class Described:
    """What a picture shows, in words; area: where it is, pixels."""

    text: str
    area: Rect


class Canvas:
    """What is drawn only when it has changed: plates, and everything on them.

    over: plates that lie on the scene, to be laid on it again each time that it has moved.
    """

    def __init__(self, size: tuple[int, int], theme: Theme, type_: Fonts, art: Art) -> None:
        self.theme, self.type, self._art = theme, type_, art
        self.surface = Surface(size)
        self.area = self.surface.get_rect()
        self.clear()

    def clear(self) -> None:
        """Forget what was written; the sheets will be laid anew."""
        self.plates: list[Rect] = []
        self.written: list[Written] = []
        self.pictures: list[Described] = []
        self.over: list[Rect] = []
        self.surface.fill(self.theme.paper)

    def scaled(self, scale: float) -> Canvas:
        """The same canvas with letters of another text size; what it writes stands on both."""
        other = copy(self)
        other.type = self.type.scaled(scale)
        return other

    def box(self, box: Box) -> Rect:
        """A place of the layout, pixels."""
        left, top, right, bottom = map(self.vh, (box.left, box.top, box.right, box.bottom))
        return Rect(left, top, right - left, bottom - top)

    def vh(self, share: float) -> int:
        """Hundredths of the window's height in pixels."""
        return round(share * self.area.height / 100)

    @property
    def hair(self) -> int:
        """The thinnest line that a projector shows, pixels."""
        return max(2, self.vh(0.3))

    def plate(self, area: Rect) -> Rect:
        """A sheet with the double edge of an old chart; what is left within its margins."""
        self.plates.append(area)
        self.surface.fill(self.theme.paper, area)
        pygame.draw.rect(self.surface, self.theme.edge, area, self.hair)
        inner = area.inflate(-self.vh(1.8), -self.vh(1.8))
        pygame.draw.rect(self.surface, self.theme.edge, inner, 1)
        return self.inside(area)

    def inside(self, sheet: Rect) -> Rect:
        """What is left of a sheet within its margins."""
        return sheet.inflate(-self.vh(8), -self.vh(5.6))

    def label(self, area: Rect) -> Rect:
        """A small plate that lies on the scene; what is left within its margins."""
        self.plates.append(area)
        self.over.append(area)
        self.surface.fill(self.theme.paper, area)
        pygame.draw.rect(self.surface, self.theme.edge, area, self.hair)
        return area.inflate(-self.vh(2.4), -self.vh(1.2))

    def ground_from(self, top: int) -> None:
        """Bare paper below the scene; top: where it begins, pixels."""
        area = Rect(0, top, self.area.width, self.area.height - top)
        self.plates.append(area)
        self.surface.fill(self.theme.paper, area)
        self.surface.fill(self.theme.edge, Rect(0, top, area.width, self.hair))

    def bar(self, area: Rect) -> None:
        self.plates.append(area)
        self.surface.fill(self.theme.paper, area)
        foot = Rect(area.left, area.bottom - self.hair, area.width, self.hair)
        self.surface.fill(self.theme.edge, foot)

    def line(self, text: str, style: Style, at: tuple[int, int], ink: Colour | None = None) -> Rect:
        ink = ink or self.theme.text
        drawn = self.type.draw(text, style, ink)
        self.surface.blit(drawn, at)
        area = drawn.get_rect(topleft=at)
        on = (plate for plate in reversed(self.plates) if plate.collidepoint(area.center))
        plate = next(on, Rect(0, 0, 0, 0))
        self.written.append(Written(text, area, plate, ink, self.type.size(style)))
        return area

    def describe(self, text: str, area: Rect) -> None:
        """Say what a picture shows, for those who do not see it."""
        self.pictures.append(Described(text, area))

    def lines(
        self, lines: Iterable[str], style: Style, at: tuple[int, int], ink: Colour | None = None
    ) -> int:
        """Lines of text below each other; where the next would stand, pixels from the top."""
        x, y = at
        for line in lines:
            self.line(line, style, (x, y), ink)
            y += self.type.leading(style)
        return y

    def line_to(
        self, text: str, style: Style, at: tuple[int, int], ink: Colour | None = None
    ) -> Rect:
        return self.line(text, style, (at[0] - self.type.width(text, style), at[1]), ink)

    def arrow(self, up: bool, centre: tuple[float, float], size: float, ink: Colour) -> None:
        x, y, r = *centre, size / 2 if up else -size / 2
        pygame.draw.polygon(self.surface, ink, [(x, y - r), (x + r, y + r), (x - r, y + r)])

    def medal(
        self, kind: Kind, centre: tuple[float, float], size: float, picture: str = ""
    ) -> None:
        """Who speaks for a kind, in a medal: a face, the kind's sign, a dashed rim for sails."""
        ink, r = self.theme.ink(kind), size / 2
        face = picture if picture and self._art.has(picture) else FACES.get(kind)
        if face:
            drawn = self._art.picture(face, size, size)
            self.surface.blit(drawn, drawn.get_rect(center=centre))
        else:
            pygame.draw.circle(self.surface, self.theme.raised, centre, r)
        if kind is Kind.SAILS:
            around = Rect(0, 0, round(size), round(size))
            around.center = round(centre[0]), round(centre[1])
            for n in range(12):
                start = n * pi / 6
                pygame.draw.arc(self.surface, ink, around, start, start + pi / 10, self.hair * 2)
        else:
            pygame.draw.circle(self.surface, ink, centre, r, self.hair * 2)
        if face:
            at = centre[0] + r * 0.68, centre[1] + r * 0.68
            pygame.draw.circle(self.surface, self.theme.paper, at, r * 0.42)
            self.sign(kind, at, size * 0.27)
        else:
            self.sign(kind, centre, size * 0.5)

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
