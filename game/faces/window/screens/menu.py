"""A menu: choices that act at once, the first one marked; what stands above them differs."""

from __future__ import annotations

from typing import ClassVar

from game.faces.window.choices import menu
from game.faces.window.foot import Button
from game.faces.window.screens.screen import BACK, Goto, Screen, Wish
from game.faces.window.sheet import Row, Writer
from game.tongue import N_

PICK = Button("on", "Enter", N_("Choose"))


class MenuScreen(Screen):
    """One that says what its `choices` are, and its `head`; what they are of is there before it."""

    foot: ClassVar[tuple[Button, ...]] = (BACK, PICK)
    is_still: ClassVar[bool] = True
    is_menu = True

    def __init__(self) -> None:
        super().__init__()
        self.mark = next((choice.id for choice in self.choices()), "")

    def head(self, _writer: Writer) -> list[Row]:
        """What stands above the choices."""
        return []

    def rows(self, writer: Writer) -> list[Row]:
        """Head and choices."""
        return self.head(writer) + menu(writer, self.choices())

    def press(self, id: str) -> Goto:
        """What was chosen says where to go."""
        return Wish(id)
