"""Drawing: a chart becomes pixels for a window, or SVG for a page. One at a time, not in parallel:
matplotlib keeps its style in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any, Protocol
from warnings import catch_warnings, filterwarnings

from game.debrief.charts.drawing.chart_sheet import ChartSheet
from game.debrief.charts.drawing.chart_style import DARK, ChartStyle
from game.scenario.loading.files import bundled_folder


class Chart(Protocol):
    """Something to look at, and what to say about it.

    name: a word, for anchors. title: a few words. headline: one sentence that a room understands.
    alt: all its numbers in words, for whoever cannot see it.
    """

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def headline(self) -> str: ...
    @property
    def alt(self) -> str: ...
    def draw(self, sheet: ChartSheet) -> None:
        """Draw it onto a blank sheet."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels, four bytes each (red, green, blue, opacity), row by row from the top."""

    width: int
    height: int
    rgba: bytes


def picture(chart: Chart, look: ChartStyle) -> Picture:
    """A chart as pixels, for a window."""
    with rendered_axes(chart, look) as sheet:
        canvas: Any = sheet.figure.canvas
        canvas.draw()
        return Picture(look.width, look.height, bytes(canvas.buffer_rgba()))


def svg(chart: Chart, look: ChartStyle) -> str:
    """A chart as an SVG element for a page that has the fonts; every id in it begins with its name.

    The same chart gives the same text.
    """
    file = StringIO()
    with rendered_axes(chart, look) as sheet:
        sheet.figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    element = file.getvalue()[file.getvalue().index("<svg") :]
    element = re.sub(r"<metadata>.*?</metadata>", "", element, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", lambda tag: _named(tag[0], chart.name), element)


def _named(tag: str, name: str) -> str:
    """A tag whose id, or the id that it names, begins with a chart's name."""
    return re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{name}-", tag)


@contextmanager
def rendered_axes(chart: Chart, look: ChartStyle) -> Iterator[ChartSheet]:
    """The sheet with the chart on it, while matplotlib has our style."""
    from matplotlib import rc_context

    _fonts()
    inks = look.inks
    sizes: dict[Any, Any] = {"font.size": look.em, "hatch.linewidth": 0.06 * look.em}
    colours: dict[Any, Any] = {
        "figure.facecolor": inks.paper,
        "axes.facecolor": inks.paper,
        "text.color": inks.text,
        "axes.labelcolor": inks.dim,
        "axes.edgecolor": inks.edge,
        "xtick.color": inks.dim,
        "ytick.color": inks.dim,
    }
    style = bundled_folder("assets") / "charts.mplstyle"
    with rc_context(rc={**sizes, **colours}, fname=style), catch_warnings():
        # A crew's name may be in letters that no font here has.
        filterwarnings("ignore", "Glyph .* missing from font")
        sheet = ChartSheet(look)
        chart.draw(sheet)
        yield sheet


@cache
def _fonts() -> None:
    """Make the game's own fonts known, once."""
    from matplotlib.font_manager import fontManager

    for path in sorted((bundled_folder("assets") / "fonts").glob("Atkinson*.ttf")):
        fontManager.addfont(path)


def warm_up() -> None:
    """Load what drawing needs, so that the first chart is as quick as the others."""
    ChartSheet(ChartStyle(64, 64, 8.0, DARK))
    _fonts()
