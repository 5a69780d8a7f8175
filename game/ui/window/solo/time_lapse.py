"""What the debrief opens with: the voyage once more, in twenty seconds, two ghosts beside it."""

from __future__ import annotations

from functools import partial

from game.debrief.time_lapse import TimeLapse
from game.i18n import N_, _
from game.number_format import listed
from game.ship.attention_cost import Kind
from game.ui.window.input import Action, Input
from game.ui.window.requests import Back, Goto
from game.ui.window.scene.film import NAMES, YOURS
from game.ui.window.screens.screen import Screen
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer


class TimeLapseScreen(Screen):
    """Any key ends it."""

    foot = (Button(Action.CONFIRM, "Enter", N_("Debrief")),)
    share = 0.0
    takes_any_key = True

    def __init__(self, lapse: TimeLapse) -> None:
        super().__init__()
        self.lapse = self._lapse = lapse

    def rows(self, writer: Writer) -> list[Row]:
        return lapse_rows(writer, self._lapse)

    def on(self, user_input: Input) -> Goto:
        return Back()


def lapse_rows(writer: Writer, lapse: TimeLapse) -> list[Row]:
    """Which ship is whose; a convoy's are named on the water."""
    yours = partial(_yours, text=listed([*lapse.crews]) if lapse.crews else _(YOURS))
    ghosts = [(0.37, partial(_ghost, kind=kind, text=_(name))) for kind, name in NAMES.items()]
    return writer.columns((0.26, yours), *ghosts)


def _yours(writer: Writer, text: str) -> list[Row]:
    return writer.text(text, Style.STRONG)


def _ghost(writer: Writer, kind: Kind, text: str) -> list[Row]:
    return writer.signed(kind, text)
