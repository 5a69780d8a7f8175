"""A menu: choices that act at once, the first one marked; what stands above them differs."""

from __future__ import annotations

from game.i18n import N_
from game.ui.window.input import Action
from game.ui.window.screens.screen import BACK, Screen
from game.ui.window.widgets.choices import menu_rows
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer

PICK = Button(Action.CONFIRM, "Enter", N_("Choose"))


class MenuScreen(Screen):
    """Base of menus: the first choice is marked, and one press acts.

    Subclasses give `head()` and `choices()`, and set their data before `super().__init__()`.
    """

    foot = (BACK, PICK)
    is_still = True
    is_menu = True

    def __init__(self, mark: str = "") -> None:
        super().__init__()
        self.mark = mark or next((choice.id for choice in self.choices()), "")

    def head(self, _writer: Writer) -> list[Row]:
        return []

    def rows(self, writer: Writer) -> list[Row]:
        return self.head(writer) + menu_rows(writer, self.choices())
