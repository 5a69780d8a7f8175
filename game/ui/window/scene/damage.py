"""What the sea has broken, by her stability: torn canvas, slack ropes, a yard, her planks.

Each stage keeps what the one before it broke; all is in the ship's own measures.
"""

from __future__ import annotations

from functools import lru_cache
from math import pi, sin

import pygame
from pygame import Surface

from game.ui.window.widgets.art import Art

STAGES = (0.75, 0.6, 0.4, 0.2, 0.1)
"""Up to which stability, 0 to 1, each stage is reached: patched, torn, pumping, listing, lost."""
PATCHED, TORN, PUMPING, LISTING, LOST = range(1, 6)
SINK, LIST = 0.16, 15.0
"""How much deeper she lies at no stability at all, in her own height, and how far over, degrees."""
FINE = 2
DARK, ROPE, PLANK, WOUND = (58, 40, 26), (28, 21, 18), (196, 156, 96), (20, 12, 10)
Point = tuple[float, float]


def stage_of(stability: float) -> int:
    return sum(stability <= most for most in STAGES)


def sink_of(stability: float) -> float:
    """How much deeper she lies, in her own height."""
    return SINK * max(0.0, STAGES[0] - stability) / STAGES[0]


def list_of(stability: float) -> float:
    """How far she lies over for what is in her, degrees."""
    return LIST * max(0.0, 0.3 - stability) / 0.3


TEARS: dict[str, tuple[tuple[int, float, float, float, float], ...]] = {
    "topgallant": ((TORN, 232, 14, 66, 20), (PUMPING, 160, 20, 66, 22)),
    "topsail": (
        (TORN, 128, 14, 92, 24),
        (PUMPING, 274, 22, 92, 25),
        (LISTING, 214, 40, 92, 28),
        (LISTING, 160, 10, 50, 10),
        (LOST, 100, 34, 92, 26),
        (LOST, 244, 6, 92, 22),
    ),
    "course": (
        (TORN, 288, 6, 100, 30),
        (TORN, 166, 30, 100, 18),
        (PUMPING, 116, 22, 100, 30),
        (LISTING, 232, 20, 100, 34),
        (LISTING, 176, 14, 60, 12),
        (LOST, 150, 8, 100, 32),
        (LOST, 268, 6, 100, 34),
    ),
}
"""The tears of each sail: from which stage on, where, from which height to which, and how wide at
the foot, half of it.
"""


@lru_cache(maxsize=12)
def torn_sail(art: Art, picture: str, name: str, size: tuple[float, float], stage: int) -> Surface:
    """A sail of this size, pixels, as it looks at a stage. picture: its art, in a livery or not."""
    whole = art.picture(picture, *size)
    tears = [tear for tear in TEARS[name] if tear[0] <= stage]
    if not tears:
        return whole
    scale = FINE * whole.get_width() / 400
    fine = pygame.transform.smoothscale_by(whole, FINE)
    for _since, x, top, foot, wide in tears:
        _edge_within(fine, whole, _rip((x, top - 7), foot + 4, wide + 5, scale))
        pygame.draw.polygon(fine, (0, 0, 0, 0), _rip((x, top), foot + 4, wide, scale))
    return pygame.transform.smoothscale(fine, whole.get_size())


def _edge_within(fine: Surface, whole: Surface, rim: list[Point]) -> None:
    """Frayed cloth around a tear, dark; nothing of it beyond the sail."""
    dark = Surface(fine.get_size(), pygame.SRCALPHA)
    pygame.draw.polygon(dark, DARK, rim)
    cut = pygame.transform.scale(whole, fine.get_size())
    dark.blit(cut, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    fine.blit(dark, (0, 0))


RAGGED = ((0.0, 0.0), (0.34, 0.2), (0.2, 0.3), (0.62, 0.52), (0.44, 0.62), (0.95, 0.84), (0.8, 1.0))
"""One side of a tear: how far out at how much of its length, shares."""


def _rip(tip: tuple[float, float], foot: float, wide: float, scale: float) -> list[Point]:
    """A tear from its tip down: it gapes toward the foot, with ragged sides; pixels."""
    x, top = tip
    sway = wide * 0.5
    right = [(x + wide * w + sway * d * d, top + (foot - top) * d) for w, d in RAGGED]
    left = [
        (x - wide * w * 0.9 + sway * d * d, top + (foot - top) * d * 0.98) for w, d in RAGGED[1:]
    ]
    return [(px * scale, py * scale) for px, py in [*right, *reversed(left)]]


SLACK = (
    (TORN, (114, 122), (96, 214), 30),
    (TORN, (286, 122), (318, 222), 34),
    (PUMPING, (90, 214), (112, 300), 44),
    (PUMPING, (310, 214), (290, 300), 44),
    (LISTING, (200, 60), (120, 190), 52),
    (LISTING, (200, 120), (296, 280), 60),
)
"""Ropes that hang loose: from which stage on, from where to where, how far they sag."""


def draw_slack_ropes(ship: Surface, scale: float, stage: int) -> None:
    for since, (x, y), (to_x, to_y), sag in SLACK:
        if since > stage:
            continue
        shares = [n / 12 for n in range(13)]
        out = 1 if x >= 200 else -1
        points = [
            (
                (x + (to_x - x) * s + out * sag * 0.5 * sin(pi * s)) * scale,
                (y + (to_y - y) * s + sag * sin(pi * s)) * scale,
            )
            for s in shares
        ]
        pygame.draw.lines(ship, ROPE, False, points, max(2, round(2.6 * scale)))


def break_yard(ship: Surface, scale: float, stage: int) -> None:
    """The topgallant yard hangs from its middle; in the end the mast above it is gone, too."""
    if stage < PUMPING:
        return
    clear, yard = (0, 0, 0, 0), (74, 47, 32)
    if stage >= LOST:
        ship.fill(clear, (0, 0, ship.get_width(), round(84 * scale)))
        stump = ((196, 120), (197, 92), (199, 78), (201, 90), (203, 74), (204, 120))
        pygame.draw.polygon(ship, yard, [(x * scale, y * scale) for x, y in stump])
        hanging = ((252, 128), (260, 124), (300, 236), (292, 240))
    else:
        ship.fill(clear, (round(206 * scale), 0, round(90 * scale), round(118 * scale)))
        hanging = ((203, 50), (211, 46), (246, 140), (238, 144))
    pygame.draw.polygon(ship, yard, [(x * scale, y * scale) for x, y in hanging])
    rag = [(hanging[0][0] + 6, hanging[0][1] + 10), *hanging[2:], (hanging[0][0] - 10, 150)]
    pygame.draw.polygon(ship, (220, 203, 166), [(x * scale, y * scale) for x, y in rag])


PATCHES = (
    (PATCHED, 128, 384, 44, 24),
    (TORN, 232, 380, 52, 28),
    (PUMPING, 172, 392, 36, 22),
)
"""Planks nailed over what was stove in: from which stage on, where, how large."""
HULL_HOLES = (
    (LISTING, ((246, 300), (294, 296), (292, 340), (274, 332), (262, 346), (250, 328))),
    (LOST, ((106, 296), (150, 304), (140, 350), (128, 338), (116, 356), (108, 330))),
)


def draw_hull_damage(ship: Surface, scale: float, stage: int) -> None:
    for since, hole in HULL_HOLES:
        if since <= stage:
            pygame.draw.polygon(ship, WOUND, [(x * scale, y * scale) for x, y in hole])
    for since, x, y, wide, tall in PATCHES:
        if since > stage:
            continue
        for row in range(3):
            left, top = x + (row * 5) % 7 - 3, y + row * tall / 3
            plank = pygame.Rect(left * scale, top * scale, wide * scale, tall / 3 * scale)
            pygame.draw.rect(ship, PLANK, plank)
            pygame.draw.rect(ship, DARK, plank, max(1, round(1.6 * scale)))


BOAT = ((-34, 0), (34, -4), (26, 17), (10, 22), (-12, 22), (-28, 17))


def swing_out_boats(ship: Surface, scale: float, stage: int) -> None:
    """Two boats hang over the sides, ready to be lowered."""
    if stage < LISTING:
        return
    low = 26 if stage >= LOST else 0
    for side in (-1, 1):
        x, y, davit = 200 + side * 152, 336 + low, 200 + side * 146
        arm = [(200 + side * 96, 306), (davit - side * 12, 272), (davit + side * 8, 276)]
        points = [(px * scale, py * scale) for px, py in arm]
        pygame.draw.lines(ship, DARK, False, points, max(3, round(6 * scale)))
        for hook in (-22, 22):
            ends = ((davit + side * 8) * scale, 276 * scale), ((x + hook) * scale, y * scale)
            pygame.draw.line(ship, ROPE, *ends, max(1, round(2 * scale)))
        hull = [((x + px) * scale, (y + py) * scale) for px, py in BOAT]
        pygame.draw.polygon(ship, (240, 232, 214), hull)
        pygame.draw.polygon(ship, DARK, hull, max(2, round(3 * scale)))
        stripe = pygame.Rect((x - 31) * scale, (y + 5) * scale, 60 * scale, 5 * scale)
        pygame.draw.rect(ship, (181, 64, 44), stripe)
