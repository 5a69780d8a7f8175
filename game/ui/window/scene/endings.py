"""The place where a voyage ends, one for each outcome: who waits, who rows, who has turned away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import pi, sin

from game.ship.ship import Outcome
from game.ui.window.scene.palette import WHITE, mix
from game.ui.window.scene.riding import NEAR, Riding
from game.ui.window.scene.viewport import Frame
from game.ui.window.widgets.art import Art

LIT = 0.5
"""How much lighter than what is far off these places are, at dusk and at night, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Part:
    """A picture in a place. wide: share of the vista's height; box: the picture's own measures.

    at: the middle of its foot, shares of the vista, the second from the horizon (0) to the foot
    (1). bobs: how far it rises and falls, share of its height.
    """

    name: str
    box: tuple[int, int]
    wide: float
    at: tuple[float, float]
    bobs: float = 0.0


@dataclass(frozen=True, slots=True)
class EndingPlace:
    """ship: how large she is beside herself under way, and where; None: she is not to be seen.

    parts: what stands or floats there, the farthest first; nearest: before all of it.
    """

    ship: tuple[float, tuple[float, float]] | None
    parts: tuple[Part, ...] = ()
    nearest: tuple[Part, ...] = ()


PLACES = {
    Outcome.ARRIVED: EndingPlace(
        (1.0, (0.27, 1.0)), (Part("quay_crowd", (400, 160), 1.12, (0.74, 0.62)),)
    ),
    Outcome.HARBOUR: EndingPlace(
        (0.46, (0.24, 0.42)), (Part("home_harbour", (400, 200), 1.0, (0.66, 0.1)),)
    ),
    Outcome.FOUNDERED: EndingPlace(
        None,
        (
            Part("settling", (300, 220), 0.62, (0.76, 0.34), 0.015),
            Part("boat", (200, 90), 0.2, (0.5, 0.3), 0.05),
            Part("boat", (200, 90), 0.32, (0.36, 0.52), 0.05),
            Part("boat", (200, 90), 0.5, (0.2, 0.84), 0.05),
        ),
    ),
    Outcome.ADRIFT: EndingPlace((0.3, (0.4, 0.2))),
    Outcome.MUTINY: EndingPlace(
        None,
        (),
        (
            Part("crew_backs", (300, 140), 0.95, (0.2, 1.02)),
            Part("crew_backs", (300, 140), 1.05, (0.78, 1.06)),
        ),
    ),
}


def draw_parts(stage: Frame, art: Art, parts: Iterable[Part]) -> None:
    for part in parts:
        _draw(stage, art, part)


def _draw(stage: Frame, art: Art, part: Part) -> None:
    wide = part.wide * stage.vista.height
    tall = wide * part.box[1] / part.box[0]
    wash = *mix(stage.palette.shade, WHITE, LIT), 255
    picture = art.picture(f"endings/{part.name}", wide, tall, wash)
    bob = part.bobs * picture.get_height() * sin(stage.time * 2 * pi / 4.6 + 40 * part.at[0])
    x = stage.vista.left + part.at[0] * stage.vista.width
    foot = stage.horizon + part.at[1] * (stage.vista.bottom - stage.horizon)
    stage.surface.blit(picture, picture.get_rect(midbottom=(round(x), round(foot + bob))))


def lie(stage: Frame, place: EndingPlace, height: int) -> Riding | None:
    """How she lies there, if she is to be seen; height: hers under way, pixels."""
    if place.ship is None:
        return None
    size, (aside, low) = place.ship
    is_far = size < 1
    deep = stage.vista.bottom - stage.horizon
    water = stage.horizon + low * deep - (not is_far) * NEAR * stage.vista.height
    bob = 0.006 * size * height * sin(stage.time * 2 * pi / 5.3)
    at = stage.vista.left + aside * stage.vista.width, water + bob
    return Riding(at, at, 1.6 * sin(stage.time * 2 * pi / 7.1), round(size * height), is_far)
