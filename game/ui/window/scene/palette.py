"""The palette: what sky and sea are painted with, for each mood and each theme."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.window.widgets.theme import Colour
from game.voyage.sea import Mood


@dataclass(frozen=True, slots=True)
class Palette:
    """sky: bands from the top down to the horizon. sea: layers from the horizon to the bow.

    crest: the light on a wave; foam: what breaks; light: sun or moon; land: a far coast;
    rough: how steep the waves are, 0 to 1; high: where sun or moon stands, shares of the sky.
    """

    sky: tuple[Colour, ...]
    sea: tuple[Colour, ...]
    crest: Colour
    foam: Colour
    light: Colour
    land: Colour
    rough: float
    high: tuple[float, float]


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two: one at 0, the other at 1."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return r, g, b


def _hex(text: str) -> tuple[Colour, ...]:
    return tuple(
        (int(word[0:2], 16), int(word[2:4], 16), int(word[4:6], 16)) for word in text.split()
    )


def _palette(sky: str, sea: str, inks: str, rough: float, high: tuple[float, float]) -> Palette:
    crest, foam, light, land = _hex(inks)
    return Palette(_hex(sky), _hex(sea), crest, foam, light, land, rough, high)


DARK = {
    Mood.CALM: _palette(
        "0b1f33 102b45 163857 1e4869 2a5b7d 3b7291 5a8ea6 86adb8",
        "3f7488 2f647c 24546e 1b455f 143750 0e2a41",
        "6fa3b4 dbe9e6 f3efdc 1c3a50",
        0.3,
        (0.78, 0.3),
    ),
    Mood.DAWN: _palette(
        "14273f 22395a 3a4f72 5f6482 8f7585 c08678 e59f6d f6c27c",
        "8d6f73 5c6477 3f5870 2c4a64 1f3c57 152d45",
        "f0b27a f7e3c2 ffe9b4 3b4460",
        0.3,
        (0.74, 0.98),
    ),
    Mood.FOG: _palette(
        "2b3d49 384b57 475b66 586c75 6a7e85 7d9094 8fa0a2 9eadad",
        "82949a 6d8188 586e77 455c67 344a56 263b47",
        "a9b9ba d5dcd8 c9d2cd 6f838a",
        0.22,
        (0.74, 0.4),
    ),
    Mood.GALE: _palette(
        "0b131d 111c28 172431 1e2d3b 273846 344651 47575d 66726c",
        "45565c 36495a 2a3d4e 203242 172736 101d2a",
        "7d919a e4ebe8 8d978c 1a2833",
        1.0,
        (0.8, 0.25),
    ),
}
LIGHT = {
    Mood.CALM: _palette(
        "5aa3d0 70b1d8 87bfdf 9fcde6 b6d9ea cce4ed deedee edf3ec",
        "8fc0cf 6fadc3 5299b5 3c85a4 2b7091 1f5b7b",
        "c6e2e6 f7f7f2 fff6d8 7fa6b5",
        0.3,
        (0.78, 0.3),
    ),
    Mood.DAWN: _palette(
        "7ba6c6 98b8cd b6c8d0 d3d3cb ebd6b9 f7d3a0 fcd28d ffdf9d",
        "d9b892 a9a79d 7f9aa2 5f8a9c 45768e 31617c",
        "ffe6b5 fffaf0 fffbe0 8796a6",
        0.3,
        (0.74, 0.98),
    ),
    Mood.FOG: _palette(
        "b3bfc2 bcc7c9 c5cfd0 ced6d6 d6dddb dee3e0 e4e8e4 e8ebe7",
        "cfd6d6 b8c3c5 a2b0b4 8c9da3 768992 617681",
        "e9edea fafaf6 f3f4ee bcc6c8",
        0.22,
        (0.74, 0.4),
    ),
    Mood.GALE: _palette(
        "5d6c7a 697885 768590 84929b 929fa6 a2adb1 b4bcbb c8ccc3",
        "94a3a8 7c8f98 667c88 526a78 405867 304756",
        "c3cfd2 fafaf6 e3e4d8 6c7c88",
        1.0,
        (0.8, 0.25),
    ),
}
PALETTES = {"dark": DARK, "light": LIGHT}
