"""A debrief in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.debrief import Debrief
from game.debrief.pages import TABS, DebriefPage, debrief_pages
from game.i18n import _
from game.ui.vocabulary import wrapped


def debrief_lines(debrief: Debrief) -> Iterator[str]:
    """All of it, with its title; at most 80 columns."""
    seed = _("seed {seed}", seed=debrief.seed)
    yield from wrapped(f"{debrief.title} {debrief.version}, {seed}")
    for page in debrief_page_lines(debrief):
        for line in page:
            yield from wrapped(line)


def debrief_page_lines(debrief: Debrief) -> Iterator[list[str]]:
    """Page after page; a sentence or two a line, as long as they come; each chart in words."""
    numbers = {ids[0]: number for number, ids in enumerate(TABS.values(), 1)}
    for page in debrief_pages(debrief):
        number = numbers.get(page.id)
        yield ["", f"{number}. {page.title}." if number else f"{page.title}.", *_lines(page)]


def _lines(page: DebriefPage) -> Iterator[str]:
    if page.lead:
        yield page.lead
    yield from (note.line for note in page.notes)
    for chart in page.charts:
        if chart.headline != page.lead:
            yield chart.headline
        yield from chart.alt.splitlines()
