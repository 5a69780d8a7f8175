"""The pages of the debrief."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.debrief.best_single_change import NONE_BETTER
from game.debrief.debrief import Debrief
from game.debrief.lessons import practices_text
from game.i18n import N_, _
from game.reports.charts.chart_set import chart_set_of
from game.ship.attention_cost import Kind
from game.ui.terminal.drawing.bars import Figure, captain_bars, need_columns, odds_bars
from game.ui.terminal.drawing.wake_plots import stability_plot, wake_plot
from game.ui.terminal.textual.widgets import kind_tag
from game.ui.vocabulary import ASK, BLOCKS

NEEDS = N_(
    "Sails are needed when wind outgrows canvas or the ship is worn; course, when she strays "
    "or the crew loses heart."
)
HATCHED = N_("A bar of ▒ was pressing, and got nothing.")


class DebriefPage(VerticalScroll):
    """One page; number: its key."""

    def __init__(self, number: int, widgets: list[Widget]) -> None:
        super().__init__(id=f"part-{number}", classes="page", can_focus=False)
        self._widgets = widgets

    def compose(self) -> ComposeResult:
        yield from self._widgets


def _lead(sentence: str) -> Static:
    return Static(sentence, markup=False, classes="lead")


def _foot(*sentences: str) -> Static:
    return Static(" ".join(sentences), markup=False, classes="foot")


def _track(debrief: Debrief) -> Iterator[Widget]:
    yield _lead(chart_set_of(debrief).track.headline)
    yield wake_plot(debrief.tracks)
    yield stability_plot(debrief.tracks)


def _captains(debrief: Debrief) -> Iterator[Widget]:
    told = chart_set_of(debrief).captains
    yield _lead(told.headline)
    yield Figure(captain_bars(debrief))
    yield _foot(told.yours, told.total)


def _needs(debrief: Debrief) -> Iterator[Widget]:
    yield _lead(chart_set_of(debrief).needs.headline)
    yield Figure(need_columns(debrief))
    yield _foot(_(NEEDS), _(HATCHED))


def _one_watch(debrief: Debrief) -> Iterator[Widget]:
    change = debrief.one_watch
    yield _lead(change.sentence if change else _(NONE_BETTER))
    wakes = [debrief.tracks[0]]
    if change:
        wakes.append(replace(change.track, captain=N_("one change")))
    beside = Horizontal(Figure(odds_bars(debrief)), wake_plot(wakes), id="odds")
    beside.styles.min_height = 1 + len(debrief.odds)
    yield beside
    yield _foot(chart_set_of(debrief).odds.headline)


def _question(debrief: Debrief) -> Iterator[Widget]:
    question = Static(debrief.ask or _(ASK), markup=False, id="large")
    question.border_title = _("One question")
    question.border_subtitle = _("take a minute before anyone answers")
    yield question


def _talk(debrief: Debrief) -> Iterator[Widget]:
    blocks = (
        Content.assemble((f"{number}  ", "$dim"), (_(block), "bold"))
        for number, block in enumerate(BLOCKS, 1)
    )
    yield Static(Content("\n").join(blocks), classes="part")
    asked = [Content.assemble(("?  ", "bold $course"), one) for one in debrief.questions]
    if asked:
        yield Static(Content("\n").join(asked), classes="part")
    kinds = (Kind.COURSE, Kind.SAILS, Kind.TEACH)
    for title, used in (
        (_("Practices you used"), True),
        (_("Open to you, never used"), False),
    ):
        rows = [
            Content.assemble(kind_tag(kind), f"  {named}")
            for kind in kinds
            if (named := practices_text(debrief.practices, kind, used))
        ]
        yield Static(Content("\n").join([Content.styled(title, "bold"), *rows]), classes="part")


PARTS: Final[dict[str, Callable[[Debrief], Iterator[Widget]]]] = {
    N_("Track"): _track,
    N_("Every captain"): _captains,
    N_("Needed"): _needs,
    N_("One watch"): _one_watch,
    N_("Question"): _question,
    N_("Talk"): _talk,
}
"""What each shows, in the order of the debrief; the keys count from 1."""
