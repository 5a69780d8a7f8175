"""The chooser: which voyages there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.faces.terminal.widgets import Footer, Heading
from game.faces.words import TEACHES, prose
from game.scenario.catalogue import Shelf
from game.scenario.scenario import Scenario
from game.tongue import N_, _


class ChooserScreen(Screen[None]):
    """The scenarios, easiest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", N_("Choose"), key_display="Enter"),
        Binding("escape", "back", N_("Title"), key_display="Esc"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("t", "app.light", N_("Light or dark")),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]

    @dataclass
    class Chosen(Message):
        """This one."""

        shelf: Shelf

    class Back(Message):
        """None of them."""

    def __init__(self, shelves: list[Shelf], broken: Sequence[str] = ()) -> None:
        """broken: what cannot be chosen, and why."""
        super().__init__()
        self._shelves, self._broken = shelves, broken

    def compose(self) -> ComposeResult:
        """A list."""
        yield Heading(_("Choose a voyage"), _("up and down, or a number"))
        yield OptionList(
            *(Option(_told(number, s.scenario)) for number, s in enumerate(self._shelves, 1))
        )
        yield from (Static(told, markup=False, classes="word") for told in self._broken)
        yield Footer()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.post_message(self.Chosen(self._shelves[event.option_index]))

    def action_pick(self) -> None:
        """What is marked, if the list has lost the keys."""
        self.query_one(OptionList).action_select()

    def action_number(self, number: int) -> None:
        """The scenario with this number."""
        if number <= len(self._shelves):
            self.post_message(self.Chosen(self._shelves[number - 1]))

    def action_back(self) -> None:
        """To the title."""
        self.post_message(self.Back())


def _told(number: int, scenario: Scenario) -> Content:
    about = _(
        "{minutes} minutes, about {about}",
        minutes=scenario.minutes_solo,
        about=_(TEACHES[scenario.teaches]),
    )
    return Content.assemble(
        (f"{number}  {scenario.title}", "bold"),
        (f"   {about}", "$dim"),
        f"\n{prose(scenario.summary)}\n",
    )
