"""A medallion of somebody who speaks, in three moods that are read at the size of a thumbnail.

A mood moves brows, eyes, mouth, head and shoulders; tests/art/navigators.py and bosuns.py say
whose face it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.art.svg import disc, document, group, line, oval, shape

Mood = Literal["calm", "worried", "proud"]
MOODS: tuple[Mood, ...] = ("calm", "worried", "proud")
Part = tuple[str, str]
"""An outline, and its colour."""

JAWS = {
    "oval": "M30 46 C30 64 38 78 50 78 C62 78 70 64 70 46 C70 28 30 28 30 46 Z",
    "round": "M29 50 C28 68 38 78 50 78 C62 78 72 68 71 50 C71 28 29 28 29 50 Z",
    "square": "M30 44 L31 64 C34 74 42 79 50 79 C58 79 66 74 69 64 L70 44 C69 28 31 28 30 44 Z",
    "long": "M31 44 C31 62 37 81 50 81 C63 81 69 62 69 44 C69 28 31 28 31 44 Z",
}
POSTURES = {
    "calm": ("translate(0 0)", 0),
    "worried": ("translate(-1 5) rotate(-6 50 60)", -4),
    "proud": ("translate(1 -3) rotate(4 50 60)", 2),
}
"""How the head is held, and how much lower the shoulders."""
WHITE, PUPIL, GOLD = "#fbfaf4", "#1b1512", "#d9a441"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks for the course or for the sails.

    behind: hair and hoods behind the face; beard: below the eyes, under the mouth; atop: fringe,
    hat, and all that lies over the face; worn: over the coat. moustache: its colour, if any.
    """

    name: str
    speaks_for: Literal["course", "sails"]
    skin: str
    shade: str
    brow: str
    coat: str
    behind: tuple[Part, ...] = ()
    beard: tuple[Part, ...] = ()
    atop: tuple[Part, ...] = ()
    worn: tuple[Part, ...] = ()
    jaw: Literal["oval", "round", "square", "long"] = "oval"
    lips: str = "#8a3f33"
    moustache: str = ""
    glasses: bool = False
    lines: str = ""
    ears: bool = True


def portrait_files(person: Person) -> Iterator[tuple[str, str]]:
    """The medallions of a person, by name."""
    for mood in MOODS:
        yield f"{person.name}-{mood}", document(100, 100, _medallion(person, mood))


def _medallion(person: Person, mood: Mood) -> Iterator[str]:
    held, lower = POSTURES[mood]
    yield from _ground(person)
    yield group(f'transform="{held}"', (shape(path, ink) for path, ink in person.behind))
    yield from _shoulders(person, lower)
    yield group(f'transform="{held}"', _head(person, mood))


def _ground(person: Person) -> Iterator[str]:
    """Stars for who looks ahead, ropes for who looks after the ship."""
    if person.speaks_for == "course":
        yield disc(50, 50, 50, "#123a57")
        yield from (
            disc(x, y, r, "#f3efdc") for x, y, r in ((84, 24, 2.4), (14, 36, 1.8), (90, 52, 1.4))
        )
    else:
        yield disc(50, 50, 50, "#4a3413")
        yield line("M12 30 L26 26 M6 46 L18 43 M78 20 L90 17 M84 40 L96 37", "#8a6420", 2.4)


def _shoulders(person: Person, lower: int) -> Iterator[str]:
    y = 82 + lower
    wide = (2500 - (y + 4 - 50) ** 2) ** 0.5
    yield shape("M41 70 H59 V90 H41 Z", person.shade)
    yield shape(
        f"M{50 - wide:.1f} {y + 4} C{58 - wide:.1f} {y - 2} 34 {y - 2} 40 {y - 4}"
        f" C44 {y + 3} 56 {y + 3} 60 {y - 4} C66 {y - 2} {42 + wide:.1f} {y - 2}"
        f" {50 + wide:.1f} {y + 4} A50 50 0 0 1 {50 - wide:.1f} {y + 4} Z",
        person.coat,
    )
    yield group(
        f'transform="translate(0 {lower})"', (shape(path, ink) for path, ink in person.worn)
    )


def _head(person: Person, mood: Mood) -> Iterator[str]:
    if person.ears:
        yield oval((30, 54), (4, 6), person.shade)
        yield oval((70, 54), (4, 6), person.shade)
    yield shape(JAWS[person.jaw], person.skin)
    if mood == "proud":
        yield oval((37, 62), (4, 2.6), person.shade)
        yield oval((63, 62), (4, 2.6), person.shade)
    yield from (shape(path, ink) for path, ink in person.beard)
    yield shape("M50 50 L55 61 C53 63 48 63 46 61 Z", person.shade)
    yield from _mouth(person, mood)
    if person.lines:
        yield line(person.lines, person.shade, 1.6)
    yield from _eyes(mood)
    yield line(BROWS[mood], person.brow, 3.4)
    if person.glasses:
        yield line(GLASSES, GOLD, 1.8)
    yield from (shape(path, ink) for path, ink in person.atop)


GLASSES = (
    "M32 52 a8.5 8.5 0 1 0 17 0 a8.5 8.5 0 1 0 -17 0 Z"
    " M51 52 a8.5 8.5 0 1 0 17 0 a8.5 8.5 0 1 0 -17 0 Z M49 51 H51"
)
BROWS = {
    "calm": "M35 45 Q41 42 46 44 M54 44 Q59 42 65 45",
    "worried": "M34 47 Q40 44 46 39 M54 39 Q60 44 66 47",
    "proud": "M34 44 Q39 38 46 41 M54 41 Q61 38 66 44",
}


def _eyes(mood: Mood) -> Iterator[str]:
    if mood == "proud":
        yield line("M36 53 Q41 48 46 53 M54 53 Q59 48 64 53", PUPIL, 3.2)
        return
    tall, pupil, aside = (4.6, 2.3, 1.4) if mood == "worried" else (3.2, 2.5, 0)
    for x in (41, 59):
        yield oval((x, 52), (4.8, tall), WHITE)
        yield disc(x + aside, 52 - aside / 2, pupil, PUPIL)


def _mouth(person: Person, mood: Mood) -> Iterator[str]:
    if mood == "proud":
        yield shape("M39 66 Q50 69.5 61 66 Q59 75.5 50 75.5 Q41 75.5 39 66 Z", "#3f110e")
        yield shape(
            "M41 67.300 Q50 70.300 59 67.300 Q57.5 71.5 50 71.5 Q42.5 71.5 41 67.300 Z",
            WHITE,
        )
    elif mood == "worried":
        yield shape("M41.5 73 C42 65 58 65 58.5 73 C54 70.5 46 70.5 41.5 73 Z", "#3f110e")
    else:
        yield line("M43 69 Q50 72 57 69", person.lips, 2.8)
    if person.moustache:
        yield shape(MOUSTACHES[mood], person.moustache)


MOUSTACHES = {
    "calm": "M50 62 C44 60 36 64 31 72 C38 71 45 70 50 67 C55 70 62 71 69 72 C64 64 56 60 50 62 Z",
    "worried": "M50 62 C42 61 34 68 32 80 C38 76 45 70 50 67 C55 70 62 76 68 80"
    " C66 68 58 61 50 62 Z",
    "proud": "M50 62 C44 59 36 62 32 64 C29 64 27 62 26 59 C25 68 32 72 38 71 C44 70 48 69 50 67"
    " C52 69 56 70 62 71 C68 72 75 68 74 59 C73 62 71 64 68 64 C64 62 56 59 50 62 Z",
}
