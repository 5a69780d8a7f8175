"""The ending: the last words of the voyage, and the question it leaves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from game.i18n import N_, _, ngettext
from game.ui.terminal.textual.widgets import Footer, Gauges, Heading
from game.ui.vocabulary import prose
from game.voyage.view import EndView


class EndingScreen(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.debrief", N_("Debrief"), key_display="Enter"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("escape", "app.leave", N_("Leave"), key_display="Esc"),
        Binding("q", "app.leave", show=False),
        Binding("t", "app.light", show=False),
    ]

    def __init__(self, end: EndView, title: str) -> None:
        super().__init__()
        self.end, self._title = end, title

    def compose(self) -> ComposeResult:
        end = self.end
        ended = ngettext(
            "{outcome}, after {count} watches",
            "{outcome}, after {count} watches",
            end.watches,
            outcome=end.outcome.word.capitalize(),
        )
        yield Heading(self._title, ended)
        with VerticalScroll(classes="page"):
            yield Static(end.title, markup=False, id="end-title")
            yield Static(prose(end.text), markup=False, classes="lead")
            yield Gauges(end.gauges)
            if end.ask:
                ask = Static(end.ask, markup=False, id="ask")
                ask.border_title = _("A question")
                yield ask
        yield Footer()
