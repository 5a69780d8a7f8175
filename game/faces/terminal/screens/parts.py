"""The parts of the debrief, a page each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.faces.sentences import (
    NEEDS,
    NO_BETTER,
    ODDS,
    counted_told,
    missed_told,
    odds_told,
    practices_told,
    track_told,
    yours_told,
)
from game.faces.terminal.figures import Figure, captains, needs, odds
from game.faces.terminal.wakes import chart, stability
from game.faces.terminal.widgets import tag
from game.faces.words import ASK, BLOCKS
from game.insight.debrief import BEST, Debrief
from game.ship.attention import Kind
from game.tongue import N_, _

HATCHED = N_("A bar of ▒ was pressing, and got nothing.")


class Part(VerticalScroll):
    """One page; number: its key."""

    def __init__(self, number: int, widgets: list[Widget]) -> None:
        super().__init__(id=f"part-{number}", classes="page", can_focus=False)
        self._widgets = widgets

    def compose(self) -> ComposeResult:
        """What it shows."""
        yield from self._widgets


def _lead(*sentences: str) -> Static:
    return Static(" ".join(sentences), markup=False, classes="lead")


def _track(debrief: Debrief) -> Iterator[Widget]:
    shown = [track for track in debrief.tracks if track.captain != BEST]
    yield _lead(track_told(debrief))
    yield chart(shown)
    yield stability(shown)


def _captains(debrief: Debrief) -> Iterator[Widget]:
    yield _lead(debrief.census.sentence)
    yield Figure(captains(debrief))
    yield Static(f"{yours_told(debrief)} {counted_told(debrief)}", markup=False, classes="foot")


def _needs(debrief: Debrief) -> Iterator[Widget]:
    yield _lead(missed_told(debrief))
    yield Figure(needs(debrief))
    yield Static(f"{_(NEEDS)} {_(HATCHED)}", markup=False, classes="foot")


def _one_watch(debrief: Debrief) -> Iterator[Widget]:
    change = debrief.one_watch
    yield _lead(change.sentence if change else _(NO_BETTER))
    wakes = [debrief.tracks[0]]
    if change:
        wakes.append(replace(change.track, captain=N_("one change")))
    beside = Horizontal(Figure(odds(debrief)), chart(wakes), id="odds")
    beside.styles.min_height = 1 + len(debrief.odds)
    yield beside
    yield Static(f"{odds_told(debrief)} {_(ODDS)}", markup=False, classes="foot")


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
            Content.assemble(tag(kind), f"  {named}")
            for kind in kinds
            if (named := practices_told(debrief, kind, used))
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
