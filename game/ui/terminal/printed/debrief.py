"""A debrief, told in plain lines: its five parts, then what to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.best_single_change import NONE_BETTER
from game.debrief.debrief import Debrief
from game.debrief.lessons import practices_text
from game.i18n import _
from game.reports.charts.chart_set import ChartSet, chart_set_of
from game.reports.charts.drawing.rendering import Chart
from game.ship.attention_cost import Kind
from game.ui.vocabulary import ASK, BLOCKS, wrapped


def debrief_lines(debrief: Debrief) -> Iterator[str]:
    """All of it, with its title; at most 80 columns."""
    seed = _("seed {seed}", seed=debrief.seed)
    yield from wrapped(f"{debrief.title} {debrief.version}, {seed}")
    if not debrief.over:
        yield from wrapped(_("The voyage is not over; she is taken as adrift where she lies."))
    for line in debrief_part_lines(debrief):
        yield from wrapped(line)


def debrief_part_lines(debrief: Debrief) -> Iterator[str]:
    """The parts in their order, a sentence or two a line, as long as they come."""
    chart_set = chart_set_of(debrief)
    told = {
        _("1. The track"): _charts(chart_set.track, chart_set.stability),
        _("2. Every captain"): _charts(chart_set.captains),
        _("3. Needed and given"): _charts(chart_set.needs),
        _("4. The one watch"): _one_watch(chart_set),
        _("5. One question"): iter([debrief.ask or _(ASK)]),
        _("Then talk"): _talk(debrief),
    }
    for title, lines in told.items():
        yield ""
        yield f"{title}."
        yield from lines


def _charts(*charts: Chart | None) -> Iterator[str]:
    """What charts say, and all that they show; none stands for an order that was not to be had."""
    for chart in charts:
        yield chart.headline if chart else _(NONE_BETTER)
        yield from chart.alt.splitlines() if chart else ()


def _one_watch(chart_set: ChartSet) -> Iterator[str]:
    yield from _charts(chart_set.otherwise)
    if chart_set.differs:
        yield chart_set.differs
    yield from _charts(chart_set.odds)


def _talk(debrief: Debrief) -> Iterator[str]:
    yield from map(_, BLOCKS)
    yield from debrief.questions
    yield _("Practices used, and how often:")
    yield from _practices(debrief, used=True)
    yield _("Practices open to you, and never used:")
    yield from _practices(debrief, used=False)


def _practices(debrief: Debrief, used: bool) -> Iterator[str]:
    for kind in (Kind.COURSE, Kind.SAILS, Kind.TEACH):
        named = practices_text(debrief.practices, kind, used) or _("none")
        yield _("{kind}: {practices}.", kind=kind.word.capitalize(), practices=named)
