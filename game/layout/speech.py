"""Speech: what voices say on plates over the sea, their medals set in like initials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.layout.characters import drawable
from game.layout.lines import SPACES, Column
from game.layout.stage import ABOVE, AIR, LEADING, SIDE, Stage

CUT, SIZE, STEP = "Next-Regular", 4.5, 0.25
"""Of what is said, and by how much larger letters are made smaller to fit."""
NAME_CUT, NAME = "Next-SemiBold", 0.8
"""Of the name, in sizes of what is said."""
MEDAL, BESIDE = 8.6, 1.6
"""How large the medal is, and what lies between it and the words."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said on one plate. voice: which speaks, from 0. beside: how many lines stand beside
    the medal, the others below it. size: of the letters, hundredths of the window's height.
    """

    voice: int
    name: str
    lines: tuple[str, ...]
    beside: int
    size: float

    @property
    def height(self) -> float:
        return 2 * ABOVE + max(MEDAL, LEADING * self.size * (NAME + len(self.lines)))


def speech_pages(
    voices: Sequence[tuple[str, str]], stage: Stage, text: float = 1.0
) -> list[tuple[Speech, ...]]:
    """The plates of all who speak, by their names and what they say: on one page, else on a page
    each. text: how much larger letters are wanted; they are, as far as a page holds a voice.
    """
    size = SIZE * text
    while size > SIZE and any(
        len(_parts(n, *voice, stage, size)) > 1 for n, voice in enumerate(voices)
    ):
        size = max(SIZE, size - STEP)
    plates = [plate for n, voice in enumerate(voices) for plate in _parts(n, *voice, stage, size)]
    high = sum(plate.height + AIR for plate in plates) - AIR
    return [tuple(plates)] if high <= stage.plates.height else [(plate,) for plate in plates]


def _plates(voices: Sequence[tuple[str, str]], stage: Stage, size: float) -> list[Speech]:
    each = enumerate(voices)
    return [plate for n, (name, said) in each for plate in _parts(n, name, said, stage, size)]


def _parts(voice: int, name: str, said: str, stage: Stage, size: float) -> list[Speech]:
    """What is said, on as many plates as it needs."""
    width = stage.plates.width - 2 * SIDE
    beside_medal = width - MEDAL - BESIDE
    narrow, wide = (stage.column(room, CUT, size) for room in (beside_medal, width))
    name = _in_one_line(name, stage.column(beside_medal, NAME_CUT, NAME * size))
    beside = max(1, round(MEDAL / (LEADING * size) - NAME))
    most = int((stage.plates.height - 2 * ABOVE) / (LEADING * size) - NAME)
    rest = " ".join(SPACES.split(drawable(said.strip())))
    parts: list[Speech] = []
    while rest or not parts:
        first = narrow.lines(rest)[:beside]
        lines = (*first, *wide.lines(_after(first, rest)))[:most]
        rest = _after(lines, rest)
        parts.append(Speech(voice, name, lines, len(first), size))
    return parts


def _after(lines: Sequence[str], text: str) -> str:
    """What is left of a text after its first lines, which may have broken a word."""
    letters = sum(not letter.isspace() for line in lines for letter in line)
    at = 0
    while letters:
        letters -= not text[at].isspace()
        at += 1
    return text[at:].lstrip()


def _in_one_line(name: str, column: Column) -> str:
    first, *more = column.lines(name) or ("",)
    return f"{first[:-2]} …" if more else first
