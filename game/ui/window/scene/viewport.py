"""What every part of the scene has to know to draw itself once."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect, Surface

from game.ship.ship import Outcome
from game.ui.window.scene.palette import Palette
from game.ui.window.widgets.theme import Theme
from game.voyage.sea import Sea


@dataclass(frozen=True, slots=True)
class Viewport:
    """What the scene shows. vista: where, pixels; ship_at: the ship's place, share of its width.

    has_bearing: whether the way to port is drawn on the horizon. ending: how the voyage has ended,
    where its place is shown.
    """

    vista: Rect
    ship_at: float
    has_bearing: bool
    ending: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Fading:
    """A sea whose sky and world give way to another's. share: how much of it is left, 0 to 1."""

    sea: Sea
    share: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. horizon: pixels from the top; time: seconds; hair: the thinnest line, pixels."""

    surface: Surface
    vista: Rect
    horizon: int
    sea: Sea
    time: float
    palette: Palette
    theme: Theme
    hair: int
