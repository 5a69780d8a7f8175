"""The colours: Okabe-Ito on navy for a dark room, on paper for a bright one."""

from __future__ import annotations

from dataclasses import dataclass, fields

from game.debrief.charts.drawing import chart_style
from game.debrief.charts.drawing.chart_style import Inks
from game.ship.attention_cost import Kind

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Theme:
    """Inks and papers; every ink is at least 7:1 on paper and on raised paper.

    paper: what text lies on; raised: what can be pressed; chosen: what is, for text alone; edge:
    lines around them, 3:1.
    """

    name: str
    paper: Colour
    raised: Colour
    chosen: Colour
    edge: Colour
    text: Colour
    dim: Colour
    course: Colour
    sails: Colour
    better: Colour
    worse: Colour

    def ink(self, kind: Kind) -> Colour:
        """The colour of a kind of order; never its only sign."""
        return {Kind.COURSE: self.course, Kind.SAILS: self.sails}.get(kind, self.text)


def _theme(name: str, inks: Inks, raised: Colour, chosen: Colour) -> Theme:
    same = {field.name: _rgb(getattr(inks, field.name)) for field in fields(inks)}
    return Theme(name=name, raised=raised, chosen=chosen, **same)


def _rgb(written: str) -> Colour:
    return int(written[1:3], 16), int(written[3:5], 16), int(written[5:7], 16)


DARK = _theme("dark", chart_style.DARK, raised=(8, 25, 42), chosen=(20, 48, 76))
LIGHT = _theme("light", chart_style.LIGHT, raised=(255, 255, 252), chosen=(255, 246, 219))
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
