"""The light of any hour: the palette between those of dawn, day, dusk and night; sun and moon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import pi, sin

from game.scenario.model.scene import Hour, Sky
from game.ui.window.scene.palette import Palette, mix, palette_of
from game.ui.window.widgets.theme import Colour
from game.voyage.sea import Backdrop

LIGHTS = (
    (0.0, Hour.NIGHT),
    (4.5, Hour.NIGHT),
    (6.5, Hour.DAWN),
    (9.0, Hour.DAY),
    (16.0, Hour.DAY),
    (19.0, Hour.DUSK),
    (21.0, Hour.NIGHT),
    (24.0, Hour.NIGHT),
)
"""From which hour on which colours hold; between two, their mixture."""
SUNRISE, SUNSET = 5.5, 19.5


def palette_at(theme: str, hour: float) -> Palette:
    """The colours of an hour, 0 to 24."""
    later = next(n for n in range(1, len(LIGHTS)) if hour <= LIGHTS[n][0])
    (since, one), (until, other) = LIGHTS[later - 1], LIGHTS[later]
    share = (hour - since) / (until - since)
    before, after = (palette_of(theme, Backdrop(Sky.CLEAR, each)) for each in (one, other))
    return replace(
        before,
        sky=_between(before.sky, after.sky, share),
        sea=_between(before.sea, after.sea, share),
        crest=mix(before.crest, after.crest, share),
        foam=mix(before.foam, after.foam, share),
        light=mix(before.light, after.light, share),
    )


def light_at(hour: float, palette: Palette) -> Iterator[tuple[tuple[float, float], float, Colour]]:
    """Sun and moon, as far as they are up: where, shares from the left and from the horizon up;
    how large, and in which colour.
    """
    day = (hour - SUNRISE) / (SUNSET - SUNRISE)
    night = ((hour - SUNSET) % 24) / (24 - SUNSET + SUNRISE)
    for passed, ink in ((day, palette.light), (night, (243, 239, 220))):
        if 0 <= passed <= 1:
            yield (0.06 + 0.88 * passed, 0.82 * sin(pi * passed) - 0.12), 0.11, ink


def _between(
    ones: tuple[Colour, ...], others: tuple[Colour, ...], share: float
) -> tuple[Colour, ...]:
    return tuple(mix(one, other, share) for one, other in zip(ones, others, strict=True))
