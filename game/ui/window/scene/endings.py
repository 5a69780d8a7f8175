"""The place where a voyage ends, one for each outcome: who waits, who rows, who has turned away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import pi, sin

from game.ship.ship import Outcome
from game.ui.window.scene.palette import WHITE, mix
from game.ui.window.scene.ports import NO_LAND
from game.ui.window.scene.riding import NEAR, Riding
from game.ui.window.scene.viewport import Frame
from game.ui.window.widgets.art import Art
from game.voyage.sea import Sea

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

    parts: what stands or floats there, the farthest first; nearest: before all of it. sail: how
    much of her canvas is still set, a share. has_port: whether the port is in sight.
    """

    ship: tuple[float, tuple[float, float]] | None
    parts: tuple[Part, ...] = ()
    nearest: tuple[Part, ...] = ()
    sail: float = 1.0
    has_port: bool = True


PLACES = {
    Outcome.ARRIVED: EndingPlace(
        (1.0, (0.3, 1.0)), (Part("quay_crowd", (400, 160), 1.4, (0.62, 0.68)),), sail=0.0
    ),
    Outcome.HARBOUR: EndingPlace(
        (0.5, (0.3, 0.46)), (Part("home_harbour", (400, 200), 1.05, (0.66, 0.1)),), sail=0.3
    ),
    Outcome.FOUNDERED: EndingPlace(
        None,
        (
            Part("settling", (300, 220), 0.7, (0.74, 0.36), 0.015),
            Part("boat", (200, 90), 0.24, (0.52, 0.32), 0.05),
            Part("boat", (200, 90), 0.4, (0.38, 0.54), 0.05),
            Part("boat", (200, 90), 0.6, (0.2, 0.86), 0.05),
        ),
    ),
    Outcome.ADRIFT: EndingPlace((0.3, (0.42, 0.2)), sail=0.0, has_port=False),
    Outcome.MUTINY: EndingPlace(
        None,
        (),
        tuple(
            Part("crew_backs", (300, 140), wide, at)
            for wide, at in ((1.02, (0.5, 1.01)), (1.1, (0.16, 1.04)), (1.16, (0.84, 1.08)))
        ),
    ),
}


def sea_there(sea: Sea, place: EndingPlace) -> Sea:
    """The sea of a voyage's end as it lies there."""
    props = sea.props if place.has_port else (NO_LAND,)
    return replace(sea, sail=min(sea.sail, place.sail), props=props)


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
