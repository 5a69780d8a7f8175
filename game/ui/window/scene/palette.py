"""The palette: what sky and sea are painted with, for each backdrop and each theme.

A clear sky has colours of its own at every hour, and so have fog, a grey sky and a gale by day; at
another hour these take on its light.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from game.scenario.model.scene import Hour, Sky
from game.ui.window.scene.colours import CLEAR, FOG, GALE, GREY, LIGHTS
from game.ui.window.widgets.theme import Colour
from game.voyage.sea import Backdrop

WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Palette:
    """sky: bands from the top down to the horizon. sea: layers from the horizon to the bow.

    crest: the light on a wave; foam: what breaks; light: sun or moon; rough: how steep the waves
    are, 0 to 1; high: where sun or moon stands, shares of the sky. shade: what far things are
    multiplied by, white by day; clearness: how much of them is seen, 0 to 1.
    """

    sky: tuple[Colour, ...]
    sea: tuple[Colour, ...]
    crest: Colour
    foam: Colour
    light: Colour
    rough: float
    high: tuple[float, float]
    shade: Colour = WHITE
    clearness: float = 1.0


HIGH = {
    Hour.DAWN: (0.74, 0.98),
    Hour.DAY: (0.78, 0.3),
    Hour.DUSK: (0.7, 0.95),
    Hour.NIGHT: (0.8, 0.24),
}
"""Where sun or moon stands."""
SHADES = {
    "dark": {Hour.DAWN: (214, 196, 206), Hour.DUSK: (196, 168, 184), Hour.NIGHT: (100, 118, 148)},
    "light": {Hour.DAWN: (244, 228, 224), Hour.DUSK: (222, 200, 206), Hour.NIGHT: (118, 136, 168)},
}
CALM, MISTY, STORMY = 0.3, 0.22, 1.0
"""How rough the water is."""
SEEN, STORM_SEEN = {Sky.HAZE: 0.55, Sky.RAIN: 0.7, Sky.OVERCAST: 0.92}, 0.4
"""How much is seen of what is far off."""


@cache
def palette_of(theme: str, backdrop: Backdrop) -> Palette:
    hour, sky = backdrop.hour, backdrop.sky
    rough = STORMY if backdrop.gale else MISTY if sky is Sky.FOG else CALM
    shade = SHADES[theme].get(hour, WHITE)
    painted = _painted(theme, backdrop)
    seen = STORM_SEEN if backdrop.gale and sky is Sky.RAIN else SEEN.get(sky, 1.0)
    return replace(painted, rough=rough, shade=shade, clearness=seen)


def _painted(theme: str, backdrop: Backdrop) -> Palette:
    hour, gale = backdrop.hour, backdrop.gale
    clear = _palette(CLEAR[theme][hour], hour)
    fog, grey, stormy = (
        _at_hour(_palette(one[theme], hour), theme, hour) for one in (FOG, GREY, GALE)
    )
    match backdrop.sky:
        case Sky.CLEAR:
            return _mixed(clear, stormy, 0.3) if gale else clear
        case Sky.HAZE:
            return _hazy(clear, grey)
        case Sky.FOG:
            return fog
        case Sky.OVERCAST:
            return _mixed(grey, stormy, 0.65) if gale else grey
        case Sky.RAIN:
            return stormy if gale else _mixed(grey, stormy, 0.45)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two: one at 0, the other at 1."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return r, g, b


def _palette(colours: tuple[str, str, str], hour: Hour) -> Palette:
    sky, sea, inks = (_hex(text) for text in colours)
    crest, foam, light = inks
    return Palette(sky, sea, crest, foam, light, CALM, HIGH[hour])


def _hex(text: str) -> tuple[Colour, ...]:
    return tuple(
        (int(word[0:2], 16), int(word[2:4], 16), int(word[4:6], 16)) for word in text.split()
    )


def _mixed(one: Palette, other: Palette, share: float) -> Palette:
    return replace(
        one,
        sky=tuple(mix(a, b, share) for a, b in zip(one.sky, other.sky, strict=True)),
        sea=tuple(mix(a, b, share) for a, b in zip(one.sea, other.sea, strict=True)),
        crest=mix(one.crest, other.crest, share),
        foam=mix(one.foam, other.foam, share),
    )


def _at_hour(day: Palette, theme: str, hour: Hour) -> Palette:
    """A grey sky's colours in the light of an hour, which is strongest near the horizon."""
    light = LIGHTS[theme].get(hour)
    if light is None:
        return day
    (ink,), most, least = _hex(light.ink), light.low, light.high
    bands = len(day.sky) - 1

    def lit(colour: Colour, share: float) -> Colour:
        return mix(colour, ink, least + (most - least) * share)

    return replace(
        day,
        sky=tuple(lit(colour, n / bands) for n, colour in enumerate(day.sky)),
        sea=tuple(lit(colour, 1 - 0.6 * n / 5) for n, colour in enumerate(day.sea)),
        crest=lit(day.crest, 0.6),
        foam=lit(day.foam, 0.2),
        light=lit(day.light, 0.2),
    )


def _hazy(clear: Palette, grey: Palette) -> Palette:
    """The bands run into each other, and the sun is a coin in milk."""
    milk = mix(clear.sky[-1], grey.sky[-1], 0.5)
    bands = len(clear.sky) - 1
    return replace(
        clear,
        sky=tuple(mix(band, milk, 0.25 + 0.5 * n / bands) for n, band in enumerate(clear.sky)),
        sea=tuple(mix(layer, milk, 0.4 - 0.3 * n / 5) for n, layer in enumerate(clear.sea)),
        light=mix(clear.light, milk, 0.3),
        crest=mix(clear.crest, milk, 0.4),
    )
