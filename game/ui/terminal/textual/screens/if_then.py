"""A line to write: what to do on Monday, kept with the voyage."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from game.debrief.pages import if_then_page
from game.i18n import N_
from game.storage.logbook import NOTE
from game.ui.terminal.textual.widgets import Footer


class IfThenOverlay(ModalScreen[str]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", N_("Keep it"), key_display="Enter"),
        Binding("escape", "dismiss('')", N_("Back"), key_display="Esc"),
    ]

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        page = if_then_page()
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            sheet.border_title = page.title
            yield Static(page.notes[0].text, markup=False, classes="part")
            yield Input(self._note, max_length=NOTE)
        yield Footer()

    def on_input_submitted(self, line: Input.Submitted) -> None:
        self.dismiss(line.value)

    def action_keep(self) -> None:
        """Where the line has lost the keys."""
        self.dismiss(self.query_one(Input).value)
