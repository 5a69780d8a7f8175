"""When all is over: the ending."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import N_, ngettext
from game.ship.ship import Outcome
from game.ui.vocabulary import prose
from game.ui.window.input import Action
from game.ui.window.requests import Overlay, Place
from game.ui.window.screens.stage import StageScreen
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.plates import StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.sea import Sea
from game.voyage.view import EndView


class EndingScreen(StageScreen):
    foot = (
        Button(Place.TITLE, "Esc", N_("Title")),
        Button(Overlay.LOG, "L", N_("Log")),
        Button(Action.CONFIRM, "Enter", N_("Debrief")),
    )
    next = Place.DEBRIEF
    has_bearing = False

    def __init__(self, end: EndView) -> None:
        super().__init__(moored_sea(end))
        self.gauges = end.gauges
        self._end = end

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        return ending_pages(writer, self._end)

    def rows(self, writer: Writer) -> list[Row]:
        return ending_rows(writer, self._end)


def ending_pages(writer: StageWriter, end: EndView) -> list[StagePage]:
    """How it ended, over the sea; the words below it."""
    title = title_rows(writer.over.scaled(1.0), end)
    over = writer.plates([[*title, *ended_rows(writer.over, end)]])
    return stage_pages(over, writer.pages(writer.below.text(prose(end.text))))


def ending_rows(writer: Writer, end: EndView) -> list[Row]:
    """All of it on a sheet."""
    rows = title_rows(writer, end) + ended_rows(writer, end)
    return rows + writer.text(prose(end.text))


def title_rows(writer: Writer, end: EndView) -> list[Row]:
    return writer.text(end.title, Style.HEADLINE, keep=True)


def ended_rows(writer: Writer, end: EndView) -> list[Row]:
    ended = ngettext(
        "She {ended}, after {count} watches.",
        "She {ended}, after {count} watches.",
        end.watches,
        ended=end.outcome.ended,
    )
    return writer.text(ended, Style.STRONG)


def moored_sea(end: EndView) -> Sea:
    """How she lies in a harbour, whichever it is: close in, her sails taken off; else at sea."""
    if end.outcome not in (Outcome.ARRIVED, Outcome.HARBOUR):
        return end.sea
    return replace(end.sea, progress=1.0, bearing=16.0, doubt=0.0, heel=0.15, sail=0.3, wind=0.8)
