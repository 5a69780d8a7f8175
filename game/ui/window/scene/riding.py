"""How she rides the sea: heeled by the wind, rolling, lifted and set down by its waves."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sin

import pygame
from pygame import Rect

from game.ui.window.scene.damage import list_of, sink_of
from game.ui.window.scene.viewport import Frame
from game.ui.window.scene.water import Layer, lift_at

DEGREES = 10.0
"""How far she leans at a heel of 1."""
MOST = 34.0
"""She is never drawn leaning further than this, degrees."""
NEAR = 0.085
"""How far above the foot of the vista she floats, share of its height."""
ROLL, FIRST, SECOND = 7.0, 8.3, 5.2
"""How far she rolls in a gale, degrees, and the periods of it, seconds."""
PITCH, PERIOD = 0.016, 6.1
"""How far her stern rises and falls in a gale, in her own height, and how slowly, seconds."""


@dataclass(frozen=True, slots=True)
class Riding:
    """How she lies now. keel: where her own waterline is, water: where the sea stands around her;
    pixels. lean: degrees to the right. is_far: whether no wave lies before her.
    """

    keel: tuple[float, float]
    water: tuple[float, float]
    lean: float
    height: int
    is_far: bool = False

    def point(self, right: float, up: float) -> tuple[float, float]:
        """A place on her, from the middle of her waterline; in her own height; where it is now."""
        place = pygame.Vector2(right * self.height, -up * self.height).rotate(self.lean)
        return self.keel[0] + place.x, self.keel[1] + place.y


def above_water(stage: Frame, at: Riding) -> Rect:
    """What is to be seen of a ship before which no wave lies."""
    return Rect(stage.vista.topleft, (stage.vista.width, round(at.water[1]) - stage.vista.top))


def ride(stage: Frame, water: Layer, at: tuple[float, float], height: int) -> Riding:
    """How she lies in this water. at: where her waterline is on a flat sea, pixels."""
    sea, time = stage.sea, stage.time
    rough = max(0.0, min(1.0, (sea.wind - 0.55) / 1.2)) ** 1.3
    roll = 0.75 * sin(time * 2 * pi / FIRST) + 0.25 * sin(time * 2 * pi / SECOND + 1)
    lean = DEGREES * sea.heel + list_of(sea.stability)
    pitch = PITCH * height * rough * sin(time * 2 * pi / PERIOD)
    afloat = at[1] + 0.7 * lift_at(stage, water, at[0], 0.5 * height) + pitch
    keel = at[0], afloat + sink_of(sea.stability) * height
    return Riding(keel, (at[0], afloat), min(MOST, lean + ROLL * rough * roll), height)
