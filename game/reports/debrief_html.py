"""A debrief as one page that asks nothing of any network, and prints on two sheets."""

from __future__ import annotations

from game.debrief.debrief import Debrief
from game.debrief.pages import PageId, charts_by_name, debrief_pages
from game.i18n import _
from game.number_format import percent
from game.reports.html import inline, page_templates, report_look
from game.scenario.loading.files import bundled_folder
from game.ship.gauges import GAUGES

ROWS = (
    (53, "3fr 2fr", 41, {"believed": 110, "stability": 74}),
    (50, "3fr 2fr", 38, {"track": 110, "odds": 74}),
    (46, "1fr", 37, {"needs": 186}),
    (61, "1fr", 52, {"captains": 186}),
)
"""The charts of the first sheet, row by row: the row's share of it, its columns, then millimetres:
how high its charts are, and how wide. The one watch comes last, beside its words.
"""


def debrief_html(debrief: Debrief) -> str:
    """The whole page; everything that a scenario says is escaped."""
    pages = {page.id: page for page in debrief_pages(debrief)}
    folder = bundled_folder("assets") / "report"
    page = page_templates(folder).get_template("report.html.j2")
    return page.render(
        debrief=debrief,
        pages={id.value: pages.get(id) for id in PageId},
        charts=charts_by_name(pages.values()),
        rows=ROWS,
        draw=inline,
        percent=percent,
        gauges={name: _(gauge.column) for name, gauge in GAUGES.items()},
        format_gauge=_format_gauge,
        model=(folder / f"model-{debrief.model}.txt").read_text(encoding="utf-8"),
        **report_look(),
    )


def _format_gauge(gauge: str, value: float) -> str:
    return f"{100 * value if gauge == 'sail' else value:.0f}"
