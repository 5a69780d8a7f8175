"""The watch: what the captain knows, who says what, and the orders to choose from."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.i18n import N_, _
from game.ui.terminal.drawing.sea import Sea
from game.ui.terminal.drawing.ship import Lying
from game.ui.terminal.textual.widgets import Footer, Gauges, Heading, Orders, kind_tag
from game.ui.vocabulary import prose
from game.voyage.view import Line, WatchView


class WatchScreen(Screen[None]):
    """One decision. No order is given before it is confirmed."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide")]  # noqa: RUF012 - as the base has it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]  # noqa: RUF012 - as the base has it
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"press({number})", N_("Choose"), number == 1, "1-9")
            for number in range(1, 10)
        ),
        Binding("enter", "give", N_("Give it"), key_display="Enter"),
        Binding("backspace", "take_back", N_("Take back"), key_display="Bksp"),
        Binding("w", "app.numbers", N_("Last watch")),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("escape", "escape", N_("Leave"), key_display="Esc"),
        Binding("q", "app.leave", show=False),
        Binding("t", "app.light", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("up,shift+tab", "move(-1)", show=False),
        Binding("pagedown,space", "scroll_text(1)", show=False),
        Binding("pageup", "scroll_text(-1)", show=False),
    ]

    def __init__(self, view: WatchView, title: str, word: str = "") -> None:
        """title: the scenario's. word: something to know about the logbook, or empty."""
        super().__init__()
        self.view, self._title, self._word = view, title, word

    def compose(self) -> ComposeResult:
        view = self.view
        share = {gauge.id: gauge.share for gauge in view.gauges}
        yield Heading(self._title, _("Watch {number} of {of}", number=view.number, of=view.of))
        lying = Lying(share["sail"], share["stability"], share["crew"])
        yield Sea(share["progress"], lying, view.sea.backdrop)
        with Container(id="above"):
            with VerticalScroll(id="text", can_focus=False):
                if self._word:
                    yield Static(self._word, markup=False, classes="word")
                for line in view.warnings:
                    yield Static(
                        Content.assemble(("! ", "bold $worse"), _said(line)), classes="warning"
                    )
                yield Static(prose(view.situation), markup=False, id="situation")
                for line in view.lines:
                    yield Static(_said(line), classes="said")
                if view.words:
                    yield Static(_words(view.words), classes="words")
            with Vertical(id="instruments"):
                yield Static(_weather(view), id="weather")
                yield Gauges(view.gauges)
        yield Orders(view.orders)
        yield Footer()

    def on_mount(self) -> None:
        if self.view.warnings:
            self.app.bell()

    def action_press(self, number: int) -> None:
        self.query_one(Orders).press(number)

    def action_give(self) -> None:
        self.query_one(Orders).give()

    def action_take_back(self) -> None:
        self.query_one(Orders).take_back()

    def action_move(self, by: int) -> None:
        self.query_one(Orders).move(by)

    def action_scroll_text(self, by: int) -> None:
        """A page of the text, where it is longer than its room."""
        text = self.query_one("#text")
        text.scroll_relative(y=by * max(1, text.size.height - 1), animate=False)

    async def action_escape(self) -> None:
        """Take back what is chosen; with nothing chosen, leave."""
        if not self.query_one(Orders).take_back():
            await self.run_action("app.leave")


def _said(line: Line) -> Content:
    return Content.assemble(
        kind_tag(line.speaks_for), (f"  {line.name}: ", "bold"), prose(line.text)
    )


def _words(words: dict[str, str]) -> Content:
    lines = (Content.assemble((word, "bold"), f": {what}") for word, what in words.items())
    return Content("\n").join(lines)


def _weather(view: WatchView) -> Content:
    return Content("\n").join(
        Content.assemble((f"{name:<10} ", "bold"), text)
        for name, text in (
            (_("Forecast"), view.forecast),
            (_("Barometer"), view.barometer),
            (_("Rudder"), view.rudder.removeprefix(_("Rudder") + " ")),
        )
    )
