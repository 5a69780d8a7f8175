"""The list of scenarios to choose from."""

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

from game.i18n import N_, _
from game.scenario.loading.shelf import Shelf, ShelfEntry
from game.scenario.model.loaded import LoadedScenario
from game.ui.terminal.textual.widgets import Footer, Heading
from game.ui.vocabulary import TEACHES, own_note, prose


class ScenarioListScreen(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", N_("Choose"), key_display="Enter"),
        Binding("escape", "app.title", N_("Title"), key_display="Esc"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("t", "app.light", N_("Light or dark")),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]

    @dataclass
    class Chosen(Message):
        loaded: LoadedScenario

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def compose(self) -> ComposeResult:
        yield Heading(_("Choose a voyage"), _("up and down, or a number"))
        yield OptionList(*(Option(_describe(*row)) for row in enumerate(self._shelf.entries, 1)))
        yield from (Static(line, markup=False, classes="word") for line in self._shelf.broken)
        yield Footer()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.post_message(self.Chosen(self._shelf.entries[event.option_index].open()))

    def action_pick(self) -> None:
        """What is marked, if the list has lost the keys."""
        self.query_one(OptionList).action_select()

    def action_number(self, number: int) -> None:
        if number <= len(self._shelf.entries):
            self.post_message(self.Chosen(self._shelf.entries[number - 1].open()))


def _describe(number: int, entry: ShelfEntry) -> Content:
    about = _(
        "{minutes} minutes, about {about}",
        minutes=entry.minutes_solo,
        about=_(TEACHES[entry.teaches]),
    )
    return Content.assemble(
        (f"{number}  {entry.title}", "bold"),
        (f"   {about}", "$dim"),
        f"\n{prose(entry.summary)}\n",
        (f"{whose}\n" if (whose := own_note(entry)) else "", "$dim"),
    )
