"""The title: the name, a ship on a calm sea, and the way in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.screen import Screen
from textual.widgets import Static

from game.i18n import N_, _
from game.ui.terminal.drawing.sea import NAME, Sea
from game.ui.terminal.textual.widgets import Footer
from game.voyage.helm import Helm

SENTENCE = N_("A captain has two jobs and one pair of hands: set the course, trim the sails.")


class TitleScreen(Screen[None]):
    """Where the game begins, and where every Esc leads; helm: a voyage to continue, if any."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.choose", N_("New voyage"), key_display="Enter"),
        Binding("c", "app.resume", N_("Continue")),
        Binding("q", "app.quit", N_("Quit")),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("t", "app.light", N_("Light or dark")),
    ]

    def __init__(self, helm: Helm | None) -> None:
        super().__init__()
        self._helm = helm

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            with Center():
                yield Static(NAME, id="name", markup=False)
            with Center():
                yield Static(_(SENTENCE), id="sentence")
            with Center():
                yield Static(self._choices(), id="choices", markup=False)
            yield Sea(0.3)
        yield Footer()

    def _choices(self) -> str:
        choices = [_("Enter  new voyage"), _("q      quit")]
        if self._helm is not None:
            watch = self._helm.watch
            title = self._helm.loaded.scenario.title
            resume = _(
                "c      continue {title}, watch {number} of {of}",
                title=title,
                number=watch.number,
                of=watch.of,
            )
            choices.insert(0, resume)
        return "\n".join(choices)
