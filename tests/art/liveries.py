"""The eight ships: one for each voyage, told apart at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from tests.art.ships import Livery, Sail
from tests.art.svg import disc, line, shape


def _plain(sail: Sail) -> Iterator[str]:
    return iter(())


def _stripes(sail: Sail) -> Iterator[str]:
    for top in (0.42, 0.72):
        yield shape(sail.patch(0, 1, top, top + 0.14), "#2f6f9f")


def _hay_patches(sail: Sail) -> Iterator[str]:
    places = {
        "topgallant": ((0.62, 0.82, 0.45, 0.85, "#a9b7bd"),),
        "topsail": ((0.15, 0.3, 0.55, 0.95, "#c9a660"), (0.78, 0.94, 0.2, 0.52, "#a9b7bd")),
        "course": ((0.2, 0.38, 0.2, 0.6, "#a9b7bd"), (0.66, 0.84, 0.45, 0.9, "#c9a660")),
    }
    yield from _sewn(sail, places[sail.name])


def _odd_patches(sail: Sail) -> Iterator[str]:
    places = {
        "topgallant": ((0.2, 0.4, 0.3, 0.8, "#f2e3c2"),),
        "topsail": ((0.74, 0.94, 0.42, 0.9, "#56b4e9"), (0.13, 0.27, 0.1, 0.5, "#e58fb0")),
        "course": ((0.16, 0.36, 0.4, 0.95, "#f2e3c2"), (0.6, 0.74, 0.12, 0.55, "#f0c95c")),
    }
    yield from _sewn(sail, places[sail.name])


def _sewn(sail: Sail, places: tuple[tuple[float, float, float, float, str], ...]) -> Iterator[str]:
    for left, right, top, bottom, cloth in places:
        patch = sail.patch(left, right, top, bottom)
        yield shape(patch, cloth)
        yield line(patch, "#3a1f1c", 1.6, 'stroke-dasharray="4 4"')


def _pipe_stripes(sail: Sail) -> Iterator[str]:
    for left in (0.2, 0.74):
        yield shape(sail.patch(left, left + 0.06, 0, 1), "#7d4277")


def _comb_hem(sail: Sail) -> Iterator[str]:
    yield shape(sail.patch(0, 1, 0.86, 1), "#a83232")


def _green_hem(sail: Sail) -> Iterator[str]:
    yield shape(sail.patch(0, 1, 0.9, 1), "#1f9e74")


def _chequer() -> tuple[str, ...]:
    squares = []
    for n in range(0, 12, 2):
        left, right = 111 + 15 * n, 126 + 15 * n
        top, foot = (381 - 8 * ((x - 200) / 90) ** 2 for x in (left, right))
        squares.append(
            f"M{left} {top:.1f} L{right} {foot:.1f} V{foot + 36:.1f} L{left + 2} {top + 36:.1f} Z"
        )
    return (shape(" ".join(squares), "#14273f"),)


_BELL = (
    shape("M176 60 C184 52 182 30 190 24 C194 20 206 20 210 24 C218 30 216 52 224 60 Z", "#b0701a"),
    disc(200, 64, 5, "#5a3a0c"),
    line("M180 53 H220", "#5a3a0c", 2.4),
    disc(200, 18, 4, "#b0701a"),
)
_ENVELOPE = (
    shape("M166 20 H234 V60 H166 Z", "#f7f0dc"),
    line("M167 21 L200 44 L233 21", "#3a1f1c", 3),
    disc(200, 45, 6, "#c84a2c"),
)
_SUN = (
    shape("M170 56 C170 16 230 16 230 56 Z", "#e69f00"),
    line(
        "M160 56 H240 M162 38 L152 33 M238 38 L248 33 M176 20 L170 11 M224 20 L230 11 M200 13 V4",
        "#e69f00",
        4,
    ),
)
_TICK = (
    disc(200, 38, 28, "#1f9e74"),
    line("M186 39 L196 50 L216 27", "#ffffff", 7),
)
_STAR = (
    shape(
        "M200 8 L208 29 L230 30 L213 44 L219 66 L200 54 L181 66 L187 44 L170 30 L192 29 Z",
        "#14273f",
    ),
)
_PIPES = (
    shape(
        "M172 40 h9 v22 h-9 Z M184 28 h9 v34 h-9 Z M196 16 h9 v46 h-9 Z"
        " M208 28 h9 v34 h-9 Z M220 40 h9 v22 h-9 Z",
        "#7d4277",
    ),
    shape(
        "M174 53 h5 v4 h-5 Z M186 53 h5 v4 h-5 Z M198 53 h5 v4 h-5 Z"
        " M210 53 h5 v4 h-5 Z M222 53 h5 v4 h-5 Z",
        "#e4e6e2",
    ),
)
_COMB = tuple(
    shape(f"M{x} {y} l14 8 v16 l-14 8 l-14 -8 v-16 Z", ink)
    for x, y, ink in ((184, 32, "#7a4a14"), (216, 32, "#a83232"), (200, 4, "#c77800"))
)

LIVERIES = (
    Livery(
        name="concord",
        hull="#7a2e22",
        deep="#3a1f1c",
        band="#f2e3c2",
        gallery="#5b2219",
        trim="#d9a441",
        post="#c08a3a",
        glass="#ffd98a",
        windows="square",
        lanterns=("house", "house"),
        cloth="#f6ead0",
        stitch="#c3ae85",
        pennant="#c84a2c",
        emblem=(
            shape("M178 24 L197 58 L159 58 Z", "#2f86b8"),
            shape("M207 27 H237 V57 H207 Z", "#d98a00"),
        ),
        pieces=_plain,
    ),
    Livery(
        name="maiden",
        hull="#d9a866",
        deep="#5d4326",
        band="#7cc4ee",
        gallery="#b47f43",
        trim="#f7f7f2",
        post="#e8c48c",
        glass="#fff0bd",
        windows="square",
        lanterns=("globe", "globe"),
        cloth="#fffdf6",
        stitch="#c8c8bc",
        pennant="#56b4e9",
        emblem=_SUN,
        pieces=_plain,
    ),
    Livery(
        name="impeccable",
        hull="#f7f7f2",
        deep="#1d4a3c",
        band="#1f9e74",
        gallery="#e9ece4",
        trim="#1f9e74",
        post="#d9b64a",
        glass="#2c4f5c",
        windows="round",
        lanterns=("globe", "globe"),
        cloth="#ffffff",
        stitch="#b9cbc2",
        pennant="#1f9e74",
        emblem=_TICK,
        pieces=_green_hem,
    ),
    Livery(
        name="training_ship",
        hull="#23436b",
        deep="#101f33",
        band="#f7f7f2",
        gallery="#1b3556",
        trim="#f7f7f2",
        post="#d9a441",
        glass="#ffe9a8",
        windows="narrow",
        lanterns=("house", "house"),
        cloth="#f3ecd8",
        stitch="#b9b092",
        pennant="#f7f7f2",
        emblem=_STAR,
        pieces=_stripes,
        carving=_chequer(),
    ),
    Livery(
        name="organ_ship",
        hull="#272a30",
        deep="#14161a",
        band="#7d4277",
        gallery="#3a3540",
        trim="#b98fb4",
        post="#8a6a9a",
        glass="#ffdf9a",
        windows="gothic",
        lanterns=("spire", "spire"),
        cloth="#e4e6e2",
        stitch="#a6adae",
        pennant="#a35d9c",
        emblem=_PIPES,
        pieces=_pipe_stripes,
    ),
    Livery(
        name="heron",
        hull="#6c8796",
        deep="#2a3a44",
        band="#d9dfdc",
        gallery="#4c6472",
        trim="#c9a660",
        post="#a9b7bd",
        glass="#ffe3a0",
        windows="shutters",
        lanterns=("house", "house"),
        cloth="#e6d9ba",
        stitch="#a8996f",
        pennant="#f0c95c",
        emblem=_BELL,
        pieces=_hay_patches,
    ),
    Livery(
        name="linnet",
        hull="#5a3822",
        deep="#2b190e",
        band="#a83232",
        gallery="#442816",
        trim="#f0b93c",
        post="#c77800",
        glass="#ffcf5e",
        windows="hexagon",
        lanterns=("hive", "hive"),
        cloth="#fbdc8a",
        stitch="#b98f36",
        pennant="#e69f00",
        emblem=_COMB,
        pieces=_comb_hem,
    ),
    Livery(
        name="second_thought",
        hull="#1f7a78",
        deep="#0f3b40",
        band="#f0e2c0",
        gallery="#175c5e",
        trim="#e58fb0",
        post="#d9a441",
        glass="#ffd98a",
        windows="odd",
        lanterns=("house", "globe"),
        cloth="#b9573a",
        stitch="#7a3220",
        pennant="#e58fb0",
        emblem=_ENVELOPE,
        pieces=_odd_patches,
        carving=(
            shape(
                "M222 380 C246 378 270 376 293 372 C291 386 288 398 283 410"
                " C264 414 244 417 226 418 Z",
                "#d98a00",
            ),
            line("M226 389 L286 383 M228 406 L281 398", "#8a5a10", 2),
        ),
    ),
)
