"""What the text tells of, drawn at its place; never over the ship, and under the way to port.

Where a thing stands depends on its place in the list, how it moves on the time alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil, pi, sin

from pygame import Surface

from game.ui.window.scene.bearing import Scale
from game.ui.window.scene.palette import WHITE, Palette, mix
from game.ui.window.scene.ports import port_box
from game.ui.window.scene.prop_table import PROPS, Motion, Place, Prop
from game.ui.window.scene.viewport import Frame
from game.ui.window.scene.water import Layer, lift_at
from game.ui.window.widgets.art import PLAIN, Art, Wash

AFLOAT = ((0.58, 0.34), (0.88, 0.5), (0.34, 0.3), (0.74, 0.62))
"""Where things float: shares of the water from her bow to the right, and down to the viewer."""
APART = 0.015
"""Between two things on the horizon, a share of its width; they stand from the right edge on."""
ALOFT = ((0.7, 0.28), (0.34, 0.2), (0.9, 0.5), (0.5, 0.55))
"""Where things are in the sky: shares of the vista right of her and of the sky, from above."""
SWAY, SLOW, LAP = 0.3, 46.0, 90.0
"""How far a thing sways, in its own width, and how slowly; how long one takes to pass, seconds."""
BOB, TILT = 0.06, 2.4
"""How far a thing bobs, in its own height, and how slowly, seconds."""


def draw_sky_props(stage: Frame, art: Art, scale: Scale) -> None:
    """What stands in the sky or on the horizon, behind port and water."""
    for number, (name, prop) in enumerate(_shown(stage, art, Place.SKY)):
        share, high = ALOFT[number]
        x = scale.bow + share * (stage.vista.right - scale.bow)
        y = stage.vista.top + high * (stage.horizon - stage.vista.top)
        x += 0.02 * stage.vista.width * sin(stage.time * 2 * pi / SLOW + number)
        if name == "sun_halo":
            x = stage.palette.high[0] * stage.surface.get_width()
            y = stage.vista.top + stage.palette.high[1] * (stage.horizon - stage.vista.top)
        picture = _picture(stage, art, name, prop)
        if name == "lightning":
            picture.set_alpha(60 + round(150 * sin(pi * (stage.time % 9.0) / 9.0) ** 6))
        stage.surface.blit(picture, picture.get_rect(center=(round(x), round(y))))
    right = _right_of_horizon(stage, art, scale)
    for name, prop in _shown(stage, art, Place.HORIZON):
        right -= round(APART * stage.vista.width)
        picture = _picture(stage, art, name, prop)
        place = picture.get_rect(bottomright=(right, stage.horizon + 2 * stage.hair))
        stage.surface.blit(picture, place)
        right = place.left


def _right_of_horizon(stage: Frame, art: Art, scale: Scale) -> float:
    """Where what stands on the horizon ends: left of the port, if there is room for all of it."""
    port, right = port_box(stage, scale), stage.vista.right
    things = _shown(stage, art, Place.HORIZON)
    wide = sum(prop.size * prop.wide * stage.vista.height for _name, prop in things)
    return port.left if port and scale.bow < port.left - wide and port.left < right else right


def draw_sea_props(stage: Frame, art: Art, scale: Scale, water: Layer) -> None:
    """What floats, on this layer of the water; the next one washes round its foot."""
    for number, (name, prop) in enumerate(_shown(stage, art, Place.SEA)):
        picture = _picture(stage, art, name, prop)
        share, deep = AFLOAT[number]
        foot = stage.horizon + (0.1 + deep) * (stage.vista.bottom - stage.horizon)
        home = scale.bow + share * (stage.vista.right - scale.bow)
        for x in _places(stage, prop, home, picture.get_width(), scale.bow):
            rise = 0.6 * lift_at(stage, water, x, picture.get_width())
            rise += BOB * picture.get_height() * sin(stage.time * 2 * pi / (TILT + deep) + number)
            stage.surface.blit(picture, picture.get_rect(midbottom=(round(x), round(foot + rise))))


def deck_props(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a watch's things that stand on her deck."""
    return tuple(name for name in names if PROPS[name].place is Place.DECK)


def paint_deck_props(ship: Surface, art: Art, scale: float, names: tuple[str, ...]) -> None:
    """What stands on her deck. scale: pixels in one of her own measures."""
    for name in filter(partial(_is_there, art), names):
        prop = PROPS[name]
        tall = prop.size * ship.get_height()
        picture = art.picture(f"props/{name}", tall * prop.wide, tall)
        at = round(prop.at[0] * scale), round(prop.at[1] * scale)
        ship.blit(picture, picture.get_rect(midbottom=at))


def _shown(stage: Frame, art: Art, place: Place) -> Iterator[tuple[str, Prop]]:
    for name in stage.sea.props:
        if PROPS[name].place is place and _is_there(art, name):
            yield name, PROPS[name]


def _is_there(art: Art, name: str) -> bool:
    return art.has(f"props/{name}")


def _picture(stage: Frame, art: Art, name: str, prop: Prop) -> Surface:
    tall = prop.size * stage.vista.height
    return art.picture(f"props/{name}", tall * prop.wide, tall, _wash(stage.palette, prop))


def _wash(palette: Palette, prop: Prop) -> Wash:
    """What is near is seen better than what is far off, and a light as it is."""
    if prop.shines:
        return PLAIN
    if prop.place is Place.SEA:
        return *mix(palette.shade, WHITE, 0.4), 255
    return *palette.shade, round(255 * palette.clearness)


def _places(stage: Frame, prop: Prop, home: float, width: int, bow: float) -> Iterator[float]:
    """Where a floating thing is now: one place, or several that pass her one after the other, of
    which one is always in sight beyond her bow.
    """
    vista = stage.vista
    home = min(home, vista.right - (0.5 + SWAY) * width)
    match prop.motion:
        case Motion.STAYS:
            yield home
        case Motion.SWAYS:
            yield home + SWAY * width * sin(stage.time * 2 * pi / SLOW)
        case Motion.PASSES:
            apart = max(1.4 * width, vista.right - bow)
            count = ceil((vista.width + 2 * width) / apart)
            gone = stage.time * vista.width / LAP
            for number in range(count):
                yield vista.right + width - (gone + number * apart) % (count * apart)
