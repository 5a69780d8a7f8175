"""When all is over: the ending."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import N_, ngettext
from game.ship.ship import Outcome
from game.ui.vocabulary import prose
from game.ui.window.input import Action
from game.ui.window.requests import Overlay, Place
from game.ui.window.screens.screen import Screen
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.sea import Sea
from game.voyage.view import EndView


class EndingScreen(Screen):
    foot = (
        Button(Place.TITLE, "Esc", N_("Title")),
        Button(Overlay.LOG, "L", N_("Log")),
        Button(Action.CONFIRM, "Enter", N_("Debrief")),
    )
    next = Place.DEBRIEF
    share = 0.0
    ship_at = 0.3
    has_bearing = False

    def __init__(self, end: EndView) -> None:
        super().__init__(moored_sea(end))
        self.gauges, self.outcome = end.gauges, end.outcome
        self._end = end

    def rows(self, writer: Writer) -> list[Row]:
        end = self._end
        rows = writer.text(end.title, Style.HEADLINE, keep=True)
        ended = ngettext(
            "She {ended}, after {count} watches.",
            "She {ended}, after {count} watches.",
            end.watches,
            ended=end.outcome.ended,
        )
        return rows + writer.text(ended, Style.STRONG) + writer.text(prose(end.text))


def moored_sea(end: EndView) -> Sea:
    """How she lies in a harbour, whichever it is: close in, her sails taken off; else at sea."""
    if end.outcome not in (Outcome.ARRIVED, Outcome.HARBOUR):
        return end.sea
    return replace(end.sea, progress=1.0, bearing=16.0, doubt=0.0, heel=0.15, sail=0.3, wind=0.8)
