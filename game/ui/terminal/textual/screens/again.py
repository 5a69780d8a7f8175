"""Again: from which watch to sail on in the same weather."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.debrief.debrief import Debrief, Passed
from game.i18n import N_, _
from game.number_format import brief
from game.scenario.loading.shelf import ShelfEntry
from game.ui.terminal.textual.widgets import Footer, Heading, kind_tag

SAME = N_("The weather stays as it was, and so do your orders before that watch.")
WEAKEST = N_("Marked at first is the watch of your weakest decision.")


class AgainScreen(Screen[None]):
    """The watches of a voyage; the one that matters most is marked at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", N_("Sail on from here"), key_display="Enter"),
        Binding("x", "next", N_("Next voyage")),
        Binding("escape", "app.debrief_again", N_("Back"), key_display="Esc"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("t", "app.light", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """From this watch on; number: from 1."""

        number: int

    @dataclass
    class Next(Message):
        """Another voyage instead."""

        entry: ShelfEntry

    def __init__(self, debrief: Debrief, offered: tuple[ShelfEntry, str] | None = None) -> None:
        """offered: another voyage, and why it comes next."""
        super().__init__()
        self._debrief, self._offered = debrief, offered

    def compose(self) -> ComposeResult:
        weakest = self._debrief.decisions and self._debrief.decisions.weakest
        columns = _("watch").rjust(5) + _("odds").rjust(7) + "   " + _("what you ordered")
        yield Heading(_("Sail on again from which watch?"), _("up and down, then Enter"))
        yield Static(f"{_(SAME)} {_(WEAKEST)}" if weakest else _(SAME), id="note")
        if self._offered:
            entry, why = self._offered
            said = _("Next: {title}. {why} x: sail it.", title=entry.title, why=why)
            yield Static(said, markup=False, id="next")
        yield Static(columns, id="columns")
        rows = (Option(self._option(watch)) for watch in self._debrief.watches)
        watches = OptionList(*rows)
        watches.highlighted = weakest.number - 1 if weakest else 0
        yield watches
        yield Footer()

    def _option(self, watch: Passed) -> Content:
        kind = kind_tag(watch.kind)
        odds = brief(self._debrief.odds[watch.number - 1].tally.arrived)
        return Content.assemble(
            (f"{watch.number:>5}", "bold"),
            f"{odds:>5} %   ",
            kind,
            " " * (11 - len(kind)),
            watch.label,
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.post_message(self.Chosen(event.option_index + 1))

    def action_next(self) -> None:
        if self._offered:
            self.post_message(self.Next(self._offered[0]))

    def action_pick(self) -> None:
        """What is marked, if the list has lost the keys."""
        self.query_one(OptionList).action_select()
