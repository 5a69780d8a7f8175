"""A ship from astern in one of her liveries: the hull, her three sails, her pennant's colour.

Every hull has the outline of assets/art/hull.svg, so that damage can be drawn over any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tests.art.svg import Point, document, group, line, shape, through

PANES = (131, 160, 189, 211, 240, 269)
"""Where the windows of the stern gallery lie, from the left."""

Window = Literal["square", "round", "gothic", "hexagon", "narrow", "shutters", "odd"]
Lantern = Literal["house", "globe", "spire", "hive"]


@dataclass(frozen=True, slots=True)
class Sail:
    """A sail in its box: the half widths of head and foot, the foot's height at middle and edge."""

    name: str
    height: int
    head: float
    foot: float
    middle: float
    corner: float

    def at(self, across: float, down: float) -> Point:
        """A point of the cloth; shares of its width and its height."""
        bend = 1.8 * (1 - down) ** 2 * down + 3 * (1 - down) * down**2 + down**3
        half = self.head + (self.foot - self.head) * bend
        side = 2 * across - 1
        return 200 + half * side, down * (self.middle + (self.corner - self.middle) * side**2)

    def patch(self, left: float, right: float, top: float, bottom: float) -> str:
        """A piece of the cloth as a path; shares of its width and its height."""
        steps = [n / 8 for n in range(9)]
        across = [left + (right - left) * step for step in steps]
        down = [top + (bottom - top) * step for step in steps]
        return through(
            [
                *(self.at(x, top) for x in across),
                *(self.at(right, y) for y in down[1:]),
                *(self.at(x, bottom) for x in reversed(across[:-1])),
                *(self.at(left, y) for y in reversed(down[1:-1])),
            ]
        )

    def seam(self, across: float) -> str:
        """A seam from head to foot, as a path."""
        points = [self.at(across, n / 4) for n in range(5)]
        return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


SAILS = (
    Sail("topgallant", 66, 52, 82, 51, 60),
    Sail("topsail", 92, 86, 118, 70.5, 84),
    Sail("course", 100, 110, 130, 72.5, 92),
)


@dataclass(frozen=True, slots=True)
class Livery:
    """The colours of a ship, and what is hers alone.

    hull, band, gallery, trim, post: her wood from the waterline up. cloth, stitch: her
    canvas. pieces: what is sewn on a sail; emblem: what the topsail shows, at (200, 38).
    """

    name: str
    hull: str
    deep: str
    band: str
    gallery: str
    trim: str
    post: str
    glass: str
    windows: Window
    lanterns: tuple[Lantern, Lantern]
    cloth: str
    stitch: str
    pennant: str
    emblem: tuple[str, ...]
    pieces: Callable[[Sail], Iterator[str]]
    carving: tuple[str, ...] = ()


def ship_files(livery: Livery) -> Iterator[tuple[str, str]]:
    """The pictures of a ship, by name."""
    yield "hull", document(400, 500, _hull(livery))
    for sail in SAILS:
        yield sail.name, document(400, sail.height, _sail(livery, sail))
    yield "pennant", document(20, 20, [shape("M0 0 H20 V20 H0 Z", livery.pennant)])


def _sail(livery: Livery, sail: Sail) -> Iterator[str]:
    yield shape(sail.patch(0, 1, 0, 1), livery.cloth)
    yield from livery.pieces(sail)
    yield f'<path d="{sail.patch(0, 0.13, 0, 1)}" fill="#2a1c10" fill-opacity="0.14"/>'
    seams = " ".join(sail.seam(across) for across in (0.26, 0.5, 0.74))
    yield line(seams, livery.stitch, 1.6)
    left, middle, right = (sail.at(across, 0.27) for across in (0, 0.5, 1))
    reef = (
        f"M{left[0]:.1f} {left[1]:.1f} Q{middle[0]:.1f} {middle[1] - 8:.1f}"
        f" {right[0]:.1f} {right[1]:.1f}"
    )
    yield line(reef, livery.stitch, 2.4, 'stroke-dasharray="5 7"')
    if sail.name == "topsail":
        yield from livery.emblem


WOOD = (
    ("deep", "M104 352 C108 398 126 436 148 470 L200 486 L252 470 C274 436 292 398 296 352 Z"),
    (
        "hull",
        "M104 352 C107 390 118 420 132 444 C176 456 224 456 268 444 C282 420 293 390 296 352 Z",
    ),
    (
        "band",
        "M107 372 C109 386 112 398 117 410 C170 422 230 422 283 410 C288 398 291 386 293 372"
        " C230 384 170 384 107 372 Z",
    ),
)
"""The hull from the keel up to the stern gallery: the part of the livery, and its outline."""
STERN = (
    ("deep", "M196 424 L204 424 L208 484 L192 484 Z"),
    ("post", "M192 398 L208 398 L206 428 L194 428 Z"),
    ("gallery", "M112 322 C160 332 240 332 288 322 L292 368 C240 380 160 380 108 368 Z"),
    ("trim", "M112 322 C160 332 240 332 288 322 L289 330 C240 340 160 340 111 330 Z"),
    ("trim", "M109 361 C160 373 240 373 291 361 L292 368 C240 380 160 380 108 368 Z"),
)
RAIL = (
    ("trim", "M106 296 C160 306 240 306 294 296 L295 302 C240 312 160 312 105 302 Z"),
    (
        "deep",
        "M108 301 h7 l-1 22 h-6 Z M128 304 h7 l-1 22 h-6 Z M148 306 h7 l-1 22 h-6 Z"
        " M168 307 h7 l-1 22 h-6 Z M188 308 h7 l-1 22 h-6 Z M207 308 h7 l-1 22 h-6 Z"
        " M227 307 h7 l-1 22 h-6 Z M247 306 h7 l-1 22 h-6 Z M267 304 h7 l-1 22 h-6 Z"
        " M286 301 h7 l-1 22 h-6 Z",
    ),
    (
        "post",
        "M100 300 C97 320 98 340 103 356 L111 356 L112 298 Z"
        " M300 300 C303 320 302 340 297 356 L289 356 L288 298 Z",
    ),
)
_PANE = ("glass", "M-10 -11 h20 v22 h-20 Z")
_BARS = ("gallery", "M-1 -11 h2 v22 h-2 Z M-10 -1 h20 v2 h-20 Z")
WINDOWS: dict[Window, tuple[tuple[str, str], ...]] = {
    "square": (_PANE, _BARS),
    "odd": (_PANE, _BARS),
    "round": (
        ("trim", "M-11 0 a11 11 0 1 0 22 0 a11 11 0 1 0 -22 0 Z"),
        ("glass", "M-8.5 0 a8.5 8.5 0 1 0 17 0 a8.5 8.5 0 1 0 -17 0 Z"),
        ("gallery", "M-0.8 -8 h1.6 v16 h-1.6 Z M-8 -0.8 h16 v1.6 h-16 Z"),
    ),
    "hexagon": (
        ("glass", "M0 -12 l10 6 v12 l-10 6 l-10 -6 v-12 Z"),
        ("gallery", "M-1 -12 h2 v12 l9 5.4 l-1 1.7 l-9 -5.4 l-9 5.4 l-1 -1.7 l9 -5.4 Z"),
    ),
    "gothic": (
        ("glass", "M-8 11 V-3 Q-7 -9 0 -14 Q7 -9 8 -3 V11 Z"),
        ("gallery", "M-1 -12 h2 v23 h-2 Z M-8 -2 h16 v2 h-16 Z"),
    ),
    "narrow": (("glass", "M-9 -10 h7 v21 h-7 Z M2 -10 h7 v21 h-7 Z"),),
    "shutters": (
        ("glass", "M-6 -10 h12 v21 h-12 Z"),
        ("gallery", "M-6 -1 h12 v2 h-12 Z"),
        ("post", "M-12 -11 h6 v23 h-6 Z M6 -11 h6 v23 h-6 Z"),
    ),
}
"""Each window about its middle."""
LANTERNS: dict[Lantern, tuple[tuple[str, str], ...]] = {
    "house": (
        ("glass", "M-8 262 h16 l-2 18 h-12 Z"),
        ("post", "M-10 262 L0 250 L10 262 Z"),
    ),
    "globe": (
        ("post", "M-11 268 a11 11 0 1 0 22 0 a11 11 0 1 0 -22 0 Z M-5 260 L0 250 L5 260 Z"),
        ("glass", "M-8 268 a8 8 0 1 0 16 0 a8 8 0 1 0 -16 0 Z"),
    ),
    "spire": (
        ("glass", "M-6 258 h12 l-2 22 h-8 Z"),
        ("post", "M-9 260 L0 236 L9 260 Z"),
    ),
    "hive": (
        ("glass", "M-11 280 C-13 258 -6 252 0 252 C6 252 13 258 11 280 Z"),
        ("post", "M-10 260 h20 v3 h-20 Z M-11 270 h22 v3 h-22 Z"),
    ),
}
"""Each lantern about its own post."""
ODD_GLASS = ("#ffd98a", "#8fd0c4", "#ffd98a", "#e58fb0", "#ffd98a", "#9cc8ee")


def _hull(livery: Livery) -> Iterator[str]:
    yield "<!-- Made by `python -m tests.art`; the waterline lies at y = 452. -->"
    yield from _painted(livery, WOOD)
    yield from livery.carving
    yield from _painted(livery, STERN)
    for number, x in enumerate(PANES):
        y = 354 - 6 * ((x - 200) / 69) ** 2
        glazed = replace(livery, glass=ODD_GLASS[number]) if livery.windows == "odd" else livery
        yield group(
            f'transform="translate({x} {y:.1f})"', _painted(glazed, WINDOWS[livery.windows])
        )
    yield from _painted(livery, RAIL)
    for x, lantern in zip((121, 279), livery.lanterns, strict=True):
        post = ("deep", "M-5 276 h10 v20 h-10 Z")
        parts = _painted(livery, (post, *LANTERNS[lantern]))
        yield group(f'transform="translate({x} 0)"', parts)


def _painted(livery: Livery, parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for part, outline in parts:
        yield shape(outline, getattr(livery, part))
