"""How a chart is to look: its size in pixels, its text, its inks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ship.attention_cost import Kind


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of a theme, for charts and window alike; text is at least 7:1 on paper, edges 3:1."""

    paper: str
    edge: str
    text: str
    dim: str
    course: str
    sails: str
    better: str
    worse: str

    def of(self, kind: Kind) -> str:
        """The colour of a kind of order; never its only sign."""
        return {Kind.COURSE: self.course, Kind.SAILS: self.sails}.get(kind, self.text)


DARK = Inks(
    paper="#0b1f33",
    edge="#5d7a94",
    text="#f7f7f2",
    dim="#b8c6d3",
    course="#56b4e9",
    sails="#e69f00",
    better="#78dcbe",
    worse="#f4b0ca",
)
LIGHT = Inks(
    paper="#faf8f1",
    edge="#70808c",
    text="#0b1f33",
    dim="#324354",
    course="#005483",
    sails="#8c3c00",
    better="#00563f",
    worse="#861848",
)
THEMES = {"dark": DARK, "light": LIGHT}
PRINT = replace(LIGHT, paper="#ffffff")
"""For the report: ink on white paper."""

SMALL = 0.8
"""Of the text size: figures on axes, and notes; 3.6 hundredths of a window with text of 4.5."""


LEAST = 12
"""A chart is at least this many text heights wide and high, however large the text should be."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Width and height of a chart and the size of its text, pixels; the inks of a theme."""

    width: int
    height: int
    text: float
    inks: Inks

    @property
    def em(self) -> float:
        """The size of the text, as far as there is room for it."""
        return min(self.text, self.width / LEAST, self.height / LEAST)
