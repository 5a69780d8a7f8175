"""The air: rain, spray, gulls, drifting fog, and lightning that glows and never flashes."""

from __future__ import annotations

from math import pi, sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.palette import Palette, mix
from game.ui.window.scene.viewport import Frame
from game.ui.window.widgets.art import Art

DROPS = 260
"""Streaks in one tile of rain."""


def paint_rain(height: int, *, is_gale: bool) -> Surface:
    """A tile of rain, square, that fits to itself on every side; a gale's is thicker and slants."""
    side = max(64, height)
    tile = Surface((side, side), pygame.SRCALPHA)
    slant = 0.45 if is_gale else 0.16
    for n in range(DROPS if is_gale else DROPS // 2):
        x, y = (n * 0.6180339887) % 1.0 * side, (n * 0.7548776662) % 1.0 * side
        long = side * (0.03 + 0.03 * ((n * 0.37) % 1.0))
        ink = (214, 226, 232, 70 + 60 * (n % 3) // 2)
        for dx in (0, -side, side):
            for dy in (0, -side):
                ends = (x + dx, y + dy), (x + dx - long * slant, y + dy + long)
                pygame.draw.line(tile, ink, *ends, 1 + (n % 4 == 0))
    return tile.convert_alpha()


def draw_rain(stage: Frame, tile: Surface) -> None:
    side = tile.get_width()
    down = round(stage.time * side * 1.15) % side
    left = round(stage.time * side * (0.7 if stage.sea.backdrop.gale else 0.18)) % side
    for y in range(stage.vista.top + down - side, stage.vista.bottom, side):
        for x in range(stage.vista.left - left, stage.vista.right, side):
            stage.surface.blit(tile, (x, y))


def paint_fog(width: int, height: int, palette: Palette, thick: int) -> Surface:
    """A bank of fog that repeats every `width` pixels. thick: how much it hides, up to 255."""
    bank = Surface((width // 4, height // 4), pygame.SRCALPHA)
    bank.fill((*palette.sky[-1], 0))
    w, h = bank.get_size()
    for n in range(7):
        box = Rect(0, 0, w * 2 // 3, round(h * (0.3 + 0.25 * ((n * 0.41) % 1))))
        box.center = (round(w * n / 7), round(h * (0.35 + 0.3 * ((n * 0.618) % 1))))
        for shift in (-w, 0, w):
            pygame.draw.ellipse(bank, (*palette.sky[-1], thick), box.move(shift, 0))
    soft = pygame.transform.gaussian_blur(bank, max(2, h // 8))
    return pygame.transform.smoothscale(soft, (width, height)).convert_alpha()


def draw_fog(stage: Frame, bank: Surface) -> None:
    width = bank.get_width()
    left = round(stage.time * width * 0.008) % width
    top = stage.horizon - bank.get_height() * 6 // 10
    for x in range(stage.vista.left - left, stage.vista.right, width):
        stage.surface.blit(bank, (x, top))


def draw_glitter(stage: Frame) -> None:
    x = stage.palette.high[0] * stage.surface.get_width()
    deep = stage.vista.bottom - stage.horizon
    for n in range(16):
        share = (n + 0.6) / 16
        wide = deep * (0.10 + 0.5 * share) * (0.55 + 0.45 * sin(stage.time * 1.3 + n * 2.2))
        sway = deep * 0.12 * share * sin(stage.time * 0.9 + n * 1.3)
        line = Rect(0, 0, max(2, round(wide)), max(2, round(deep * 0.012 * (0.5 + share))))
        line.center = round(x + sway), round(stage.horizon + deep * share**1.4)
        pygame.draw.rect(stage.surface, stage.palette.light, line, border_radius=line.height)


def draw_gulls(stage: Frame, art: Art) -> None:
    for n in range(3):
        turn = stage.time * (0.11 + 0.02 * n) + n * 2.1
        x = stage.vista.left + stage.vista.width * (0.5 + 0.16 * n - 0.3 + 0.1 * sin(turn))
        y = stage.vista.top + stage.vista.height * (0.15 + 0.07 * n + 0.05 * sin(1.7 * turn))
        beat = 0.65 + 0.35 * sin(stage.time * (5 + n) + n) * max(0.0, sin(stage.time * 0.6 + n * 2))
        size = stage.vista.height * (0.05 - 0.008 * n)
        gull = art.picture("gull", size * 2, 2 * max(1, round(size * 0.4 * beat)))
        stage.surface.blit(gull, (round(x), round(y)))


def draw_spray(stage: Frame, at: tuple[float, float], size: float) -> None:
    """Foam along the hull, and drops thrown up on both sides, the more the harder it blows."""
    wind = stage.sea.wind
    foam = mix(stage.palette.sea[-2], stage.palette.foam, min(1.0, 0.45 + 0.35 * wind))
    for n in range(9):
        share = n / 4 - 1
        wide = size * (0.13 + 0.05 * sin(stage.time * 2.1 + n * 1.9)) * (0.5 + 0.5 * wind)
        curl = Rect(0, 0, round(wide), max(2, round(size * 0.013 * (0.5 + wind))))
        sway = sin(stage.time * 1.7 + n * 2.3)
        curl.center = round(at[0] + share * size * 0.33), round(at[1] + size * 0.012 * sway)
        pygame.draw.ellipse(stage.surface, foam, curl)
    for n in range(round(30 * max(0.0, wind - 0.75))):
        age = (stage.time * (0.55 + 0.25 * ((n * 0.37) % 1)) + (n * 0.618)) % 1.0
        side = 1 if n % 2 else -1
        reach = size * (0.28 + 0.2 * ((n * 0.733) % 1) + 0.3 * age) * side
        high = size * (0.06 + 0.22 * wind * ((n * 0.271) % 1)) * sin(pi * age)
        r = max(1, round(size * 0.009 * (1 - age) + 1))
        pygame.draw.circle(stage.surface, foam, (at[0] + reach, at[1] - high), r)


def draw_lightning(stage: Frame) -> None:
    """Far off, every fourteen seconds a bolt fades in and out; nothing lights up the whole sky."""
    age = stage.time % 14.0
    if age > 1.6:
        return
    strength = sin(pi * age / 1.6) ** 2
    x = stage.vista.left + stage.vista.width * (0.55 + 0.35 * ((stage.time // 14.0 * 0.618) % 1))
    top, points = stage.vista.top, []
    for n in range(7):
        sway = stage.vista.height * 0.05 * sin(n * 2.3 + stage.time // 14.0) * (n < 6)
        points.append((x + sway, top + (stage.horizon - top) * n / 6))
    base = stage.palette.sky[3]
    ink = mix(base, stage.palette.foam, 0.55 * strength)
    pygame.draw.lines(stage.surface, ink, False, points, max(1, stage.vista.height // 160))
