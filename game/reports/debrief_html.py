"""A debrief as one page that asks nothing of any network, and prints on two sheets."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from game.debrief.debrief import Debrief
from game.i18n import _, own_language
from game.number_format import percent
from game.reports.charts.drawing.axes import PLAIN, STRONG
from game.reports.charts.drawing.chart_style import PRINT, ChartStyle
from game.reports.charts.drawing.rendering import Chart, svg
from game.reports.debrief_pages import PageId, charts_by_name, debrief_pages
from game.scenario.loading.files import bundled_folder
from game.ship.gauges import GAUGES

DOTS, TEXT = 10, 29.0
"""Pixels of a chart to a millimetre of paper, and the height of its text: 2.9 mm, or 8 points."""
ROWS = (
    (67, "3fr 2fr", 54, {"track": 110, "stability": 74}),
    (61, "1fr 1fr", 47, {"captains": 91, "odds": 91}),
    (55, "1fr", 46, {"needs": 186}),
)
"""The charts of the first sheet, row by row: the row's share of it, its columns, then millimetres:
how high its charts are, and how wide. The one watch comes last, beside its words.
"""
FONTS = {PLAIN: "Regular", STRONG: "SemiBold"}


def debrief_html(debrief: Debrief) -> str:
    """The whole page; everything that a scenario says is escaped."""
    from game.reports.html import page_templates

    made = {page.id: page for page in debrief_pages(debrief)}
    pages = {id.value: made.get(id) for id in PageId}
    folder = bundled_folder("assets") / "report"
    return (
        page_templates(folder)
        .get_template("report.html.j2")
        .render(
            debrief=debrief,
            pages=pages,
            charts=charts_by_name(made.values()),
            rows=ROWS,
            draw=inline,
            percent=percent,
            gauges={name: _(gauge.column) for name, gauge in GAUGES.items()},
            language=own_language(),
            figure_of=_figure,
            model=(folder / f"model-{debrief.model}.txt").read_text(encoding="utf-8"),
            fonts=fonts(),
            plain=PLAIN,
            strong=STRONG,
            inks=PRINT,
        )
    )


def inline(chart: Chart, wide: int, high: int) -> Any:
    """A chart for so many millimetres of paper, as it goes into the page."""
    from markupsafe import Markup

    return Markup(svg(chart, ChartStyle(wide * DOTS, high * DOTS, TEXT, PRINT)))  # noqa: S704 - our own


def _figure(gauge: str, value: float) -> str:
    """A gauge's value in the table."""
    return f"{100 * value if gauge == 'sail' else value:.0f}"


def fonts() -> dict[str, str]:
    """The fonts of a page and its charts, by their families, so that it needs no other file."""
    folder = bundled_folder("assets") / "fonts"
    files = {
        family: folder / f"AtkinsonHyperlegibleNext-{cut}.ttf" for family, cut in FONTS.items()
    }
    return {family: b64encode(path.read_bytes()).decode() for family, path in files.items()}
