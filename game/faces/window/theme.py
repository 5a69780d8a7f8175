"""The colours: Okabe-Ito on navy for a dark room, on paper for a bright one."""

from __future__ import annotations

from dataclasses import dataclass

from game.ship.attention import Kind

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


DARK = Theme(
    name="dark",
    paper=(11, 31, 51),
    raised=(8, 25, 42),
    chosen=(20, 48, 76),
    edge=(93, 122, 148),
    text=(247, 247, 242),
    dim=(184, 198, 211),
    course=(86, 180, 233),
    sails=(230, 159, 0),
    better=(120, 220, 190),
    worse=(244, 176, 202),
)
LIGHT = Theme(
    name="light",
    paper=(250, 248, 241),
    raised=(255, 255, 252),
    chosen=(255, 246, 219),
    edge=(112, 128, 140),
    text=(11, 31, 51),
    dim=(50, 67, 84),
    course=(0, 84, 131),
    sails=(140, 60, 0),
    better=(0, 86, 63),
    worse=(134, 24, 72),
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
