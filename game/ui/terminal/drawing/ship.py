"""The ship in dots: her canvas, what the sea has broken, the water in her, and her crew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, sin

from game.ui.terminal.drawing.braille import Sheet

Point = tuple[float, float]
TORN, PUMPING, LISTING = 0.6, 0.4, 0.2
"""Up to which stability her canvas is torn, her pumps spout, and she lies over."""
TEARS = (
    (TORN, (-9, 12), (-6, 25)),
    (TORN, (12, 12), (9, 21)),
    (PUMPING, (-14, 12), (-11, 20)),
    (PUMPING, (-3, 12), (-4, 27)),
    (LISTING, (-17, 14), (-2, 21)),
    (LISTING, (5, 12), (6, 26)),
    (LISTING, (-8, 28), (-4, 22)),
)
"""Slits in her canvas: up to which stability, from where to where."""
DECK = (-14, -9, -4, 8, 13)
HULL = ((-21, 8), (24, 9), (15, 0), (-16, 0))
HALF_MAST = 26


@dataclass(frozen=True, slots=True)
class Lying:
    """How she is; canvas, stability, crew: shares, 0 to 1."""

    canvas: float = 1.0
    stability: float = 1.0
    crew: float = 0.8

    @property
    def depth(self) -> float:
        """How much deeper she lies, in fortieths of her height."""
        return 8 * max(0.0, TORN - self.stability)

    @property
    def lean(self) -> float:
        return 0.9 * max(0.0, 0.3 - self.stability)


def draw_ship(sheet: Sheet, at: Point, tall: float, lying: Lying, heel: float) -> None:
    """A gaff cutter with her keel at a point; her mainsail shrinks as canvas is taken in."""
    heel += lying.lean

    def turned(x: float, y: float) -> Point:
        scale, low = tall / 40, y - lying.depth
        return (
            at[0] + (x * cos(heel) + low * sin(heel)) * scale,
            at[1] + (x * sin(heel) - low * cos(heel)) * scale,
        )

    broken = lying.stability <= PUMPING
    top = min(11 + 25 * (0.35 + 0.65 * lying.canvas), HALF_MAST if broken else 40)
    if lying.canvas > 0.05:
        sheet.fill([turned(*p) for p in ((-1, top), (-1, 12), (-19, 12), (-12, top - 8))], "$sails")
        sheet.fill([turned(*p) for p in ((3, top - 3), (3, 12), (21, 12))], "$sails")
        for until, low, high in TEARS:
            if lying.stability <= until:
                _tear(sheet, turned(*low), turned(*high))
    sheet.line(turned(1, 8), turned(1, HALF_MAST if broken else 38), "$foreground")
    if broken:
        sheet.line(turned(1, HALF_MAST), turned(13, 17), "$foreground")
    sheet.fill([turned(*point) for point in HULL], "$foreground")
    sheet.line(turned(22, 9), turned(29, 12), "$foreground")
    _crew(sheet, turned, lying.crew)


def _tear(sheet: Sheet, low: Point, high: Point) -> None:
    for aside in (0, 1):
        sheet.erase((low[0] + aside, low[1]), (high[0] + aside, high[1]))


def _crew(sheet: Sheet, turned: Callable[[float, float], Point], crew: float) -> None:
    """Hands on deck: tall and with an arm up, tall, bent, low; at last all away from the helm."""
    tall = 4 if crew >= 0.5 else 3 if crew >= 0.3 else 1
    for n, x in enumerate(DECK if crew >= 0.12 else (12, 14, 16, 18, 20)):
        sheet.line(turned(x, 10), turned(x, 10 + tall), "$foreground")
        if crew >= 0.75:
            sheet.dot(*turned(x + 1 - 2 * (n % 2), 16), "$foreground")


def draw_pumps(sheet: Sheet, at: Point, tall: float, lying: Lying, time: float) -> None:
    """Water that her pumps throw over both sides."""
    if lying.stability > PUMPING:
        return
    scale = tall / 40
    for side in (-1, 1):
        for n in range(10):
            age = (n / 10 + time * 0.7) % 1.0
            x = side * (20 + 13 * age)
            y = 9 - lying.depth + 6 * age - 16 * age * age
            sheet.dot(at[0] + x * scale, at[1] - y * scale, "$course")
