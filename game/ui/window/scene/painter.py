"""Paints skies and waters in slices, each within a frame's spare time, and keeps the last ones."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar, cast

from pygame import Surface

from game.ui.window.scene.air import paint_fog, paint_rain
from game.ui.window.scene.palette import PALETTES
from game.ui.window.scene.sky import paint_sky
from game.ui.window.scene.water import Layer, paint_layer
from game.ui.window.widgets.cache import Cache, surface_bytes
from game.ui.window.widgets.theme import Theme
from game.voyage.sea import Mood

T = TypeVar("T")
LAYERS = 6
WINDOWS = 3
"""How much is kept, in windows full of pixels: the skies and waters of two moods and more."""


@dataclass(frozen=True, slots=True)
class Sky:
    """Names a sky of this height, pixels."""

    mood: Mood
    height: int


@dataclass(frozen=True, slots=True)
class Painted:
    """What a mood is drawn with: a sky, or what lies before it. All surfaces are its own."""

    sky: Surface | None = None
    layers: tuple[Layer, ...] = ()
    rain: Surface | None = None
    fog: Surface | None = None

    @property
    def bytes(self) -> int:
        surfaces = [self.sky, self.rain, self.fog, *(layer.strip for layer in self.layers)]
        return sum(map(surface_bytes, filter(None, surfaces)))


Subject = Sky | Mood
"""What is painted whole: a sky, or a mood's waters and air."""
Painting = Generator[None, None, Painted]


class Painter:
    """Paints for one size of window, pixels, and one theme."""

    def __init__(self, size: tuple[int, int], theme: Theme) -> None:
        self._size, self._palettes = size, PALETTES[theme.name]
        self._kept = Cache[Painted](WINDOWS * 4 * size[0] * size[1], lambda each: each.bytes)
        self._begun: dict[Subject, Painting] = {}

    def has(self, subject: Subject) -> bool:
        return subject in self._kept

    def get(self, subject: Subject) -> Painted:
        """A painting, finished at once if need be."""
        while subject not in self._kept:
            self._work(subject)
        return self._kept.get(subject, Painted)

    def paint_slice(self, wanted: Iterable[Subject]) -> bool:
        """Paint a little of the first that is not there; False when all are."""
        for subject in wanted:
            if subject not in self._kept:
                self._work(subject)
                return True
        return False

    def _work(self, subject: Subject) -> None:
        try:
            next(self._begun.setdefault(subject, self._paint(subject)))
        except StopIteration as done:
            self._kept.put(subject, done.value)
            self._begun.clear()  # what was begun besides is no longer wanted, and large

    def _paint(self, subject: Subject) -> Painting:
        if isinstance(subject, Sky):
            size, palette = (self._size[0], subject.height), self._palettes[subject.mood]
            return Painted(sky=(yield from paint_sky(size, palette, subject.mood)))
        (width, height), palette = self._size, self._palettes[subject]
        layers = []
        for number in range(LAYERS):
            layers.append((yield from paint_layer(number, LAYERS, self._size, palette)))
            yield
        rain = paint_rain(height // 2) if subject is Mood.GALE else None
        fog = paint_fog(width, height // 4, palette) if subject is Mood.FOG else None
        return Painted(None, tuple(layers), rain, fog)


def finished(painting: Generator[None, None, T]) -> T:
    """What is painted slice by slice, painted at once."""
    while True:
        try:
            next(painting)
        except StopIteration as done:
            return cast(T, done.value)


@lru_cache(maxsize=1)  # a new text size or another screen finds what was painted before it
def painter_for(size: tuple[int, int], theme: Theme) -> Painter:
    return Painter(size, theme)
