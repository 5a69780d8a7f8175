"""A regatta under way: all its ships on one sea, small, without names and in no ranking."""

from __future__ import annotations

from game.i18n import _
from game.session.regatta_view import RegattaView
from game.ui.window.projector.fleet import fleet_of
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer


class FleetScreen(ProjectorScreen):
    """Progress goes across, the believed way off the course up and down; port is to the right."""

    band = 0.8

    def __init__(self, state: ProjectorState) -> None:
        super().__init__(state)
        self.fleet = fleet_of(state)

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
