"""A regatta under way: all its ships on one sea, small, without names and in no ranking."""

from __future__ import annotations

from game.i18n import _
from game.session.regatta_view import RegattaView
from game.ui.window.projector.fleet import as_she_was, fleet_of
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer

REPLAY, STEPS = 10.0, 40
"""Seconds in which a watch is sailed once more, and in how many steps; ships ease between them."""


class FleetScreen(ProjectorScreen):
    """Progress goes across, the believed way off the course up and down; port is to the right."""

    band = 0.8

    def __init__(self, state: ProjectorState, *, replays: bool = False) -> None:
        """replays: the watch that all have sailed is sailed once more before their eyes."""
        super().__init__(state)
        self.fleet = self._whole = fleet_of(state)
        self._hulls, self._step = self._regatta.hulls, STEPS
        self.animation_seconds = REPLAY if replays else 0.0

    def update(self, state: ProjectorState) -> None:
        """What comes meanwhile is shown when the watch has been sailed once more."""
        super().update(state)
        if self._step >= STEPS:
            self.fleet = self._whole = fleet_of(state)

    def tell(self, share: float) -> None:
        step = round(STEPS * min(1.0, share)) if self.animation_seconds else STEPS
        if step == self._step:
            return
        self._step = step
        is_over = step >= STEPS
        self.fleet = (
            fleet_of(self.state) if is_over else as_she_was(self._whole, self._hulls, step / STEPS)
        )
        if is_over:
            self.animation_seconds = 0.0

    def status(self) -> str:
        view = self._regatta
        if not view.watch:
            return self.state.view.title
        number = min(view.watch, view.watches)
        return _("Watch {number} of {of}", number=number, of=view.watches)

    @property
    def _regatta(self) -> RegattaView:
        return self.state.view.regatta or RegattaView(0, 0, 0, "", ())

    def rows(self, writer: Writer) -> list[Row]:
        return writer.text(self._regatta.standing, Style.HEADLINE, keep=True)[:-1]
