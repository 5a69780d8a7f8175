"""The debrief: five looks at a voyage, one key each, then what to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Static

from game.debrief.debrief import Debrief
from game.i18n import N_, _
from game.ui.terminal.textual.screens.debrief_pages import PARTS, DebriefPage
from game.ui.terminal.textual.widgets import Footer, Heading


class Tab(Static):
    """The name of a part, with its key."""

    @dataclass
    class Pressed(Message):
        """Somebody wants to see this part."""

        number: int

    def __init__(self, number: int, name: str) -> None:
        chosen = "chosen" if number == 1 else ""
        super().__init__(f"{number} {_(name)}", id=f"tab-{number}", classes=chosen)
        self._number = number

    def on_click(self) -> None:
        self.post_message(self.Pressed(self._number))


class DebriefScreen(Screen[None]):
    """Six pages behind tabs, a number key each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", N_("On"), key_display="Enter"),
        *(
            Binding(str(number), f"part({number})", N_("Part"), number == 1, "1-6")
            for number in range(1, len(PARTS) + 1)
        ),
        Binding("a", "say('again')", N_("Again")),
        Binding("o", "say('other')", N_("Other weather")),
        Binding("n", "say('new')", N_("New")),
        Binding("escape,b", "say('back')", N_("Back"), key_display="Esc"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("right,space", "turn(1)", show=False),
        Binding("left,backspace", "turn(-1)", show=False),
        Binding("q", "say('quit')", show=False),
        Binding("t", "app.light", show=False),
        Binding("down,pagedown", "scroll(1)", show=False),
        Binding("up,pageup", "scroll(-1)", show=False),
    ]
    number: reactive[int] = reactive(1, init=False)

    class Again(Message):
        """The same weather again, from one of the watches."""

    class Other(Message):
        """The same orders in other weather."""

    class New(Message):
        """Asks the app for another voyage."""

    class Back(Message):
        """Asks the app for the ending again."""

    class Quit(Message):
        """The captain has had enough."""

    def __init__(self, debrief: Debrief) -> None:
        super().__init__()
        self.debrief = debrief

    def compose(self) -> ComposeResult:
        """The names of the parts, and one of them."""
        yield Heading(
            _("{title}: debrief", title=self.debrief.title), _("left and right turn the pages")
        )
        with Horizontal(id="tabs"):
            for number, name in enumerate(PARTS, 1):
                yield Tab(number, name)
        with ContentSwitcher(initial="part-1"):
            for number, widgets in enumerate(PARTS.values(), 1):
                yield DebriefPage(number, list(widgets(self.debrief)))
        yield Footer()

    def watch_number(self, number: int) -> None:
        """Show this part, and mark its name."""
        self.query_one(ContentSwitcher).current = f"part-{number}"
        for tab in self.query(Tab):
            tab.set_class(tab.id == f"tab-{number}", "chosen")

    def on_tab_pressed(self, pressed: Tab.Pressed) -> None:
        self.number = pressed.number

    def action_part(self, number: int) -> None:
        self.number = number

    def action_turn(self, by: int) -> None:
        """To the next part, or the one before."""
        self.number = min(len(PARTS), max(1, self.number + by))

    def action_on(self) -> None:
        """To the next part, and after the last to another voyage."""
        if self.number == len(PARTS):
            self.action_say("new")
        else:
            self.action_turn(1)

    def action_scroll(self, by: int) -> None:
        """Where a part is longer than its room."""
        part = self.query_one(f"#part-{self.number}")
        part.scroll_relative(y=by * max(1, part.size.height - 1), animate=False)

    def action_say(self, what: str) -> None:
        says = {
            "again": self.Again,
            "other": self.Other,
            "new": self.New,
            "back": self.Back,
            "quit": self.Quit,
        }
        self.post_message(says[what]())
