"""The stage: where the sea, the plates over it and what lies below it stand while she sails.

Alike on every page of a voyage, so that the sea never moves. Lengths are hundredths of the
window's height.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.layout.lines import Column, letter_size

HUD, BAND = 11.2, 45.2
"""How high the gauges and the sea below them are."""
KEYS = 7.5
"""How high the line of keys at the foot is."""
SHIP_AT = 0.6
"""Where the ship's middle is, of the sea's width: the port, to starboard, needs the rest."""
BERTH = 0.42
"""How far she reaches to port of that, of the sea's height."""
EDGE, AIR = 2.0, 0.7
"""Between plates and the window's sides, and between plates."""
SIDE, ABOVE = 1.6, 0.6
"""Between a plate's edge and its text."""
LEADING = 1.16
"""From one line of a plate to the next, in sizes of its letters."""
LEAST, NARROWEST = 1.5, 1.25
"""The largest text that it has room for, and the narrowest window, width by height."""
LOWEST = 20.0
"""No lower room below the sea is of use."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Stage:
    """window: pixels. hud: how high what stands above the sea is, foot: what closes the window."""

    window: tuple[int, int]
    hud: float = HUD
    foot: float = KEYS

    def holds(self, text: float) -> bool:
        """Whether there is room for text of this size, 1 to 2."""
        width, height = self.window
        wide_enough = width >= NARROWEST * height
        return text <= LEAST and wide_enough and self.below.height >= LOWEST

    @property
    def width(self) -> float:
        return 100 * self.window[0] / self.window[1]

    @property
    def sea(self) -> Box:
        return Box(0.0, self.hud, self.width, BAND)

    @property
    def plates(self) -> Box:
        """The part of the sea that plates may cover: before the bow there is nothing to hide."""
        right = SHIP_AT * self.width - BERTH * BAND
        return Box(EDGE, self.hud + AIR, right - EDGE, BAND - 2 * AIR)

    @property
    def below(self) -> Box:
        """What is left for orders and long texts below the sea."""
        top = self.hud + BAND + 2 * AIR
        return Box(EDGE, top, self.width - 2 * EDGE, 100 - self.foot - top)

    def column(self, width: float, cut: str, size: float) -> Column:
        """A column as wide as the window draws it; size: of its letters."""
        height = self.window[1]
        return Column(cut, round(width * height / 100) / letter_size(size, height))
