"""What every screen of the projector is: a sheet and the sea above a status bar."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from pygame import Rect

from game.i18n import N_, _, pgettext
from game.layout.stage import AIR, SHIP_AT, Stage
from game.session import commands
from game.session.commands import Button, MoreTime
from game.session.session import Phase
from game.ui.window.input import Action, Input, Number, Press
from game.ui.window.projector.convoy_bar import convoy_bar
from game.ui.window.projector.fleet import fleet_of
from game.ui.window.projector.state import ProjectorState
from game.ui.window.projector.status_bar import StatusBar, draw_status_bar, status_bar_area
from game.ui.window.requests import Do, Goto, Overlay, Request
from game.ui.window.screens.screen import Screen
from game.ui.window.widgets import key_bar
from game.ui.window.widgets.barometer import on_the_scene
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.hud import draw_hud
from game.ui.window.widgets.plates import StagePage, StageWriter
from game.voyage.sea import IN_HARBOUR, Sea
from game.voyage.view import GaugeView

HALF_A_MINUTE = 30
ON = N_("On")


class ProjectorScreen(Screen):
    """One phase of a session. state: the moment it is drawn from; a later one may take its place.
    word: why the last input could not be followed.

    share: 1: its sheet takes what the status bar leaves; 0: it lies below the scene. has_gauges:
    whether they are above the scene. invites: whether the status bar says how to get in.
    """

    foot: ClassVar[tuple[key_bar.Button, ...]] = ()
    share = 0.0
    ship_at = 0.3
    has_gauges: ClassVar[bool] = False
    invites: ClassVar[bool] = True
    band: ClassVar[float] = 0.0
    """How much of the window a fleet's sea takes above the sheet."""
    may_turn: ClassVar[int] = 0
    """How many more pages it may cost."""

    def __init__(self, state: ProjectorState, sea: Sea = IN_HARBOUR) -> None:
        super().__init__(sea)
        self.state, self.word, self.page = state, "", state.view.leaf
        self.fleet = fleet_of(state) if self.band and state.is_convoy else None
        self._on = Rect(0, 0, 0, 0)

    def update(self, state: ProjectorState) -> None:
        if state.view.leaf != self.state.view.leaf:
            self.page = state.view.leaf
        self.state = state
        if self.fleet:
            self.fleet = fleet_of(state)

    @property
    def revision(self) -> object:
        return self.state

    def status(self) -> str:
        """How the room stands, in a few words."""
        watch = next((crew.watch for crew in self.state.deciding), None)
        if watch is None:
            return self.state.view.title
        return _("Watch {number} of {of}", number=watch.number, of=watch.of)

    def next_text(self) -> str:
        return _(ON) if self.page < self.pages - 1 else self.state.pressed.next

    def gauges_now(self) -> tuple[GaugeView, ...]:
        return self.state.view.crews[0].gauges

    def on(self, user_input: Input) -> Goto:
        self.word = ""
        match user_input:
            case Action.NEXT | Action.CONFIRM:
                return self.forward()
            case Press(x, y) if self._on.collidepoint(x, y):
                return self.on_foot()
            case Action.BACK:
                return self.backward()
            case Action.LEAVE:
                return Overlay.MENU
            case Button.OPEN if self.state.view.phase is Phase.VOTING:
                return self.press(Button.LOCK)
            case Button():
                return self.press(user_input)
            case Action.MORE_TIME:
                return Do((MoreTime(HALF_A_MINUTE, self.state.view.step),))
            case Action.NOTES:
                return Overlay.NOTES
            case Number(number):
                return self.numbered(number)
            case _:
                return None

    def forward(self) -> Goto:
        return (
            self._turn_to(self.page + 1) if self.page < self.pages - 1 else self.press(Button.NEXT)
        )

    def on_foot(self) -> Goto:
        """The foot was pressed with a mouse: do what it says."""
        return self.forward()

    def backward(self) -> Goto:
        return self._turn_to(self.page - 1) if self.page else self.press(Button.BACK)

    def _turn_to(self, page: int) -> Request:
        """Turn the wall, so that every other page that shows it turns, too."""
        return Do((commands.Turn(page, self.state.view.step),))

    def numbered(self, _number: int) -> Goto:
        return None

    def press(self, button: Button) -> Request:
        """Press a button of the session, as it was when this was drawn."""
        return Do((commands.Press(button, self.state.view.step),))

    def stage_pages(self, _writer: StageWriter) -> list[StagePage]:
        """Pages over the fixed sea of one ship; none where it shows sheets."""
        return []

    def draw(self, canvas: Canvas) -> None:
        top = self._draw_gauges(canvas)
        bar = self._status_bar()
        if self.has_gauges and not self.state.is_convoy and self._draw_stage(canvas, bar):
            return
        self.ship_at = ProjectorScreen.ship_at
        foot = status_bar_area(canvas, bar).top
        room = Rect(0, top, canvas.area.width, foot - top)
        sheet = self._below_the_fleet(canvas, room)
        if sheet is None:
            self._write(canvas, canvas.inside(room))
            self._settle(canvas)
            sheet = room if self.share == 1 else self._lower(canvas, room)[0]
        self.vista = Rect(0, top, canvas.area.width, sheet.top - top)
        canvas.plate(sheet)
        for placed in self._pages[self.page]:
            placed.row.draw(placed.area)
        if self.vista.height and self.watch:
            on_the_scene(canvas, self.vista, self.watch, self.sea if self.has_glass else None)
        self._on = draw_status_bar(canvas, replace(bar, text=self.word or self.foot_text()))

    def _below_the_fleet(self, canvas: Canvas, room: Rect) -> Rect | None:
        """The sheet below a fleet's sea, unless the sea would cost a page."""
        if self.fleet is None:
            return None
        self._write(canvas, canvas.inside(room))
        needed = self.pages
        band = round(self.band * canvas.area.height)
        sheet = Rect(0, room.top + band, room.width, room.height - band)
        inner = canvas.inside(sheet)
        self._write(canvas, inner)
        is_torn = any(placed.area.bottom > inner.bottom for page in self._pages for placed in page)
        if is_torn or self.pages > needed + self.may_turn:
            return None
        self._settle(canvas)
        return sheet

    def _draw_stage(self, canvas: Canvas, bar: StatusBar) -> bool:
        """Whether this screen has pages for the stage, and the stage room for them."""
        foot = 100 * status_bar_area(canvas, bar).height / canvas.area.height
        stage = Stage(canvas.area.size, foot=foot + AIR)
        pages = self.stage_pages(StageWriter(canvas, stage, "")) if stage.holds(1.0) else []
        if not pages:
            return False
        self.ship_at, self.vista = SHIP_AT, canvas.box(stage.sea)
        canvas.ground_from(self.vista.bottom)
        self._pages = [page.placed for page in pages]
        self._settle(canvas)
        pages[self.page].draw(canvas)
        self._on = draw_status_bar(canvas, replace(bar, text=self.word or self.foot_text()))
        return True

    def _draw_gauges(self, canvas: Canvas) -> int:
        is_alone = self.has_gauges and not self.state.is_convoy
        self.gauges = self.gauges_now() if is_alone else ()
        if is_alone:
            return draw_hud(canvas, self.gauges, self.sea)
        return convoy_bar(canvas, self.state.view.crews) if self.has_gauges else 0

    def _foot_height(self, canvas: Canvas, width: int) -> int:
        return 0

    def _status_bar(self) -> StatusBar:
        state = self.state
        invitation = state.invitation if self.invites else None
        status = _with_clock(state, self.status())
        return StatusBar(status, "", bool(self.word), invitation, state.trouble)

    def foot_text(self) -> str:
        return _("Space: {next}", next=self.next_text())

    def places(self) -> dict[object, Rect]:
        return {Action.CONFIRM: self._on}


def _with_clock(state: ProjectorState, status: str) -> str:
    """With what is left on the timer, if there is one."""
    left = state.view.seconds_left
    if left is None:
        return status
    clock = f"{int(left) // 60}:{int(left) % 60:02}" if left else pgettext("it is up", "Time")
    return f"{status}   {clock}"
