"""The port on the horizon, by its name; it grows as she makes good her way."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.scenario.model.scene import Hour, Sky
from game.ui.window.scene.bearing import Scale
from game.ui.window.scene.viewport import Frame
from game.ui.window.widgets.art import Art

BOX = (300, 200)
"""The art's own measures; the waterline is its lower edge."""
LIGHTHOUSE = ((154, 22),)
LIGHTS: dict[str, tuple[tuple[int, int], ...]] = {
    "aldmouth": ((70, 160), (246, 162)),
    "dark_lighthouse": (),
    "kessel": ((128, 70), (166, 96), (150, 120)),
    "larkhaven": ((66, 150), (196, 130)),
    "port_meridian": ((60, 165), (120, 160), (196, 162), (250, 168)),
    "sele": ((150, 118),),
    "spire_town": ((92, 150), (150, 140), (214, 152)),
    "tern_island": ((196, 150),),
}
"""Where each port has a light, in its own measures; one that is not here is a lighthouse."""
WINDOW, LAMP = 0.26, 0.8
"""How large the glow of one light is, in the port's own height: of several, and of a lighthouse."""
LIT = (255, 226, 150)


NO_LAND = "no_land"
"""Of what a text tells of: that there is none, wherever it is believed to lie."""


def port_box(stage: Frame, scale: Scale) -> Rect | None:
    """Where the port is drawn, if it is, whatever lies beyond the vista with it; pixels."""
    sea = stage.sea
    if NO_LAND in sea.props:
        return None
    tall = stage.vista.height * (0.09 + 0.3 * sea.progress**1.4)
    box = Rect(0, 0, round(tall * BOX[0] / BOX[1]), round(tall))
    box.midbottom = round(scale.at(sea.bearing)), stage.horizon + 1
    return box


def draw_port(stage: Frame, art: Art, scale: Scale) -> None:
    """The port where it is believed to lie; in fog only its lights show, if it has any."""
    sea, box = stage.sea, port_box(stage, scale)
    if box is None:
        return
    at, tall = box.centerx, box.height
    own = f"ports/{sea.scene.port}"
    name = own if sea.scene.port and art.has(own) else "port"
    in_fog = sea.backdrop.sky is Sky.FOG
    if not in_fog:
        wash = *stage.palette.shade, round(255 * stage.palette.clearness)
        picture = art.picture(name, *box.size, wash)
        stage.surface.blit(picture, picture.get_rect(midbottom=box.midbottom))
    if in_fog or sea.backdrop.hour is not Hour.DAY:
        lights = LIGHTS.get(sea.scene.port, LIGHTHOUSE)
        size = tall * (LAMP if lights is LIGHTHOUSE else WINDOW) * (1.4 if in_fog else 1.0)
        for x, y in lights:
            right, up = (x - BOX[0] / 2) / BOX[1], (BOX[1] - y) / BOX[1]
            draw_glow(stage, (at + right * tall, stage.horizon - up * tall), size)


def draw_glow(stage: Frame, at: tuple[float, float], size: float) -> None:
    """A light, as rings that lie over each other; it does not flash."""
    side = max(8, round(size))
    glow = Surface((side, side), pygame.SRCALPHA)
    for n in range(5):
        ink = (*LIT, 26 + 10 * n + 100 * (n == 4))
        pygame.draw.circle(glow, ink, (side / 2, side / 2), side / 2 * (1 - n / 5))
    stage.surface.blit(glow, glow.get_rect(center=(round(at[0]), round(at[1]))))
