"""What pages are made of: templates that escape everything, fonts, and charts drawn for paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game.debrief.charts.drawing.chart_sheet import PLAIN, STRONG
from game.debrief.charts.drawing.chart_style import PRINT, ChartStyle
from game.i18n import _, ngettext, number, own_language
from game.scenario.loading.files import bundled_folder

if TYPE_CHECKING:
    from game.debrief.charts.drawing.rendering import Chart

DOTS, TEXT = 10, 29.0
"""Pixels of a chart to a millimetre of paper, and the height of its text: 2.9 mm, or 8 points."""


def page_templates(*folders: Path) -> Environment:
    """Pages from the templates in these folders, in the game's language."""
    pages = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    pages.globals |= {"_": _translated, "ngettext": ngettext, "number": number}
    return pages


def report_look() -> Mapping[str, Any]:
    """What the template of every report asks for: its language, fonts and colours."""
    fonts = {PLAIN: font_data("Regular"), STRONG: font_data("SemiBold")}
    look = {"plain": PLAIN, "strong": STRONG, "inks": PRINT}
    return {"language": own_language(), "fonts": fonts, **look}


def font_data(cut: str) -> str:
    """A font of the game as it stands in a page, so that the page needs no other file."""
    file = bundled_folder("assets") / "fonts" / f"AtkinsonHyperlegibleNext-{cut}.ttf"
    return b64encode(file.read_bytes()).decode()


def inline(chart: Chart, wide: int, high: int) -> Markup:
    """A chart for so many millimetres of paper, as it goes into the page."""
    from game.debrief.charts.drawing.rendering import svg

    return Markup(svg(chart, ChartStyle(wide * DOTS, high * DOTS, TEXT, PRINT)))  # noqa: S704 - our own


def _translated(text: str, **held: object) -> Markup:
    """Our own words, as they are; what they hold is escaped."""
    return Markup(_(text)).format(**held)  # noqa: S704 - catalogues are our own
