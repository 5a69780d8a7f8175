"""Page shapes: how much room each text of a scenario has, on every face that draws letters itself.

A phone wraps and scrolls, so that everything has room there; the others are the window, which is
also the wall, and the heading of the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining, east_asian_width

from game.layout.characters import drawable
from game.layout.lines import Column, letter_size

WINDOWS = ((1024, 768), (1920, 1080))
"""The narrowest that is laid out for, and the usual one, pixels."""
MARGINS = 8.0
"""Of a sheet, both sides together, hundredths of the window's height."""
BESIDE = 1.45
"""From this ratio of width to height on, some sheets lie beside the sea."""
TERMINAL, HEADING = 80, 60
"""Columns of a terminal, and what its heading leaves a title."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a text stands on a sheet of the window; lengths in hundredths of the window's height.

    size: of the letters. lines: the most that have room. taken: of the width, by what stands
    beside. share: of the sheet's width. aside: of the window's, where the sheet lies beside a sea.
    """

    cut: str
    size: float
    lines: int
    taken: float = 0.0
    share: float = 1.0
    aside: float = 1.0

    def room(self, window: tuple[int, int]) -> int:
        """The width of its column in a window, pixels."""
        width, height = window
        aside = self.aside if width >= BESIDE * height else 1.0
        sheet = width * aside - height * MARGINS / 100
        return round(sheet * self.share - height * self.taken / 100)

    def column(self, window: tuple[int, int]) -> Column:
        return Column(self.cut, self.room(window) / letter_size(self.size, window[1]))


PAGE = Slot("Next-Regular", 4.5, lines=14)
VOICE = Slot("Next-Regular", 4.5, lines=10, taken=16.2, share=0.5)
SLOTS = {
    "title": Slot("Next-ExtraBold", 8.0, lines=2, aside=0.62),
    "summary": Slot("Next-Regular", 4.5, lines=6, aside=0.62),
    "name": Slot("Next-SemiBold", 4.5, lines=1, taken=16.2, share=0.5),
    "situation": PAGE,
    "says": VOICE,
    "locked": Slot("Next-Regular", 3.6, lines=4, taken=25.5),
    "result": PAGE,
    "learnt": PAGE,
    "text": PAGE,
    "ask": Slot("Next-ExtraBold", 8.0, lines=6),
    "debrief": Slot("Next-SemiBold", 5.5, lines=6),
}


def slot_of(path: Sequence[str | int]) -> str:
    """Which slot a text of a scenario stands in, by its path; empty where it has none."""
    words = [str(step) for step in path]
    if words[0] == "debrief":
        return "debrief"
    if words[0] == "cards" or "cards" in words[1:3]:
        return ""
    if len(words) > 1 and words[-2] == "says":
        return "says"
    return words[-1] if words[-1] in SLOTS else ""


def overflow(text: str, path: Sequence[str | int]) -> tuple[str, str] | None:
    """What is too much of a text for its place and how much has room there, or None if it has."""
    if not (name := slot_of(path)):
        return None
    if tuple(path) == ("title",) and (wide := terminal_cells(text.strip())) > HEADING:
        room = f"{HEADING} have room: about {HEADING} characters"
        return f"this text takes {wide} columns in a terminal of {TERMINAL} columns", room
    slot = SLOTS[name]
    paragraphs = text.strip().split("\n\n")
    for window in WINDOWS:
        column = slot.column(window)
        if len(paragraphs) == 1 and column.holds(drawable(paragraphs[0])):
            continue
        lines = [column.lines(paragraph) for paragraph in paragraphs]
        needed = sum(map(len, lines)) + (len(lines) - 1) // 2
        if needed > slot.lines:
            letters = len(drawable(text)) * slot.lines // needed
            room = f"{slot.lines} have room: about {letters} characters"
            return f"this text takes {needed} lines in a window of {window[0]} x {window[1]}", room
    return None


def terminal_cells(text: str) -> int:
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1
        for char in drawable(text)
    )
