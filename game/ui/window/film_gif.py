"""The time-lapse as an animated GIF, drawn where nobody looks."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pygame
from PIL import Image
from pygame import Rect, Surface

from game.debrief.time_lapse import SECONDS, TimeLapse
from game.i18n import _
from game.ui.window.scene.film import NAMES, YOURS, Film, sign_of
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.fonts import Fonts
from game.ui.window.widgets.theme import DARK

SIZE, FRAMES, RATE = (640, 360), 150, 12.5
"""Pixels; how many pictures, and how many a second."""
VISTA, FONT, LETTERS = Rect(0, 0, 640, 328), "AtkinsonHyperlegibleNext-SemiBold.ttf", 15
"""Where the sea is; below it stands which ship is whose, in letters so many pixels high."""
COLOURS = 64


def film_gif(lapse: TimeLapse, assets: Path) -> bytes:
    """Twelve seconds that tell a voyage, again and again."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    fonts = Fonts(assets / "fonts", SIZE[1], 1.0)
    film, surface = Film(DARK, Art(assets / "art"), fonts), _captioned(assets)
    frames = []
    for number in range(FRAMES):
        film.draw(surface, VISTA, lapse, SECONDS * number / (FRAMES - 1))
        frames.append(_picture(surface))
    pygame.display.quit()
    made = BytesIO()
    first, *others = frames
    first.save(
        made, "GIF", save_all=True, append_images=others, duration=round(1000 / RATE), loop=0
    )
    return made.getvalue()


def _captioned(assets: Path) -> Surface:
    """The film's surface, with the names of the ships below the sea."""
    pygame.font.init()
    surface, font = Surface(SIZE), pygame.font.Font(assets / "fonts" / FONT, LETTERS)
    surface.fill(DARK.paper)
    x, y = 16, (VISTA.bottom + SIZE[1]) // 2
    for kind, name in ((None, YOURS), *NAMES.items()):
        if kind:
            pygame.draw.polygon(surface, DARK.ink(kind), sign_of(kind, (x + 6, y), 6))
            x += 20
        words = font.render(_(name), True, DARK.ink(kind) if kind else DARK.text)
        surface.blit(words, words.get_rect(midleft=(x, y)))
        x += words.get_width() + 26
    return surface


def _picture(surface: Surface) -> Image.Image:
    whole = Image.frombytes("RGB", SIZE, pygame.image.tobytes(surface, "RGB"))
    return whole.quantize(COLOURS, dither=Image.Dither.NONE)
