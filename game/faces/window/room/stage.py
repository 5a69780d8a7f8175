"""What every screen of the projector is: a sheet and the sea above a rail, and the hands on it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.foot import Button
from game.faces.window.frame import below
from game.faces.window.hands import Hand, Key, Meant, Number, Press
from game.faces.window.hud import hud, on_the_scene
from game.faces.window.room.convoy_bar import convoy_bar
from game.faces.window.room.rail import Rail, draw_rail, rail_area
from game.faces.window.room.seen import Seen
from game.faces.window.screens.screen import Goto, Screen, Wish
from game.faces.window.sheet import Writer, paged
from game.session import commands
from game.session.commands import Press as Pressed
from game.session.session import Phase
from game.tongue import N_, _, pgettext
from game.voyage.sea import IN_HARBOUR, Sea
from game.voyage.view import GaugeView

HALF_A_MINUTE = 30
ON = N_("On")
KEYS = {
    "blank": commands.Hand.BLANK,
    "pause": commands.Hand.PAUSE,
    "reveal": commands.Hand.REVEAL,
    "minority": commands.Hand.MINORITY,
    "undo": commands.Hand.UNDO,
    "debrief": commands.Hand.DEBRIEF,
}


class RoomScreen(Screen):
    """One phase of a session. seen: the moment it is drawn from; a later one may take its place.
    word: why the last hand could not do what it meant.

    share: 1: its sheet takes what the rail leaves; 0: it lies below the scene. has_gauges: whether
    they are above the scene. invites: whether the rail says how to get in.
    """

    foot: ClassVar[tuple[Button, ...]] = ()
    share: ClassVar[float] = 0.0
    ship_at: ClassVar[float] = 0.3
    has_gauges: ClassVar[bool] = False
    invites: ClassVar[bool] = True

    def __init__(self, seen: Seen, sea: Sea = IN_HARBOUR) -> None:
        super().__init__(sea)
        self.seen, self.word = seen, ""
        self._on = Rect(0, 0, 0, 0)

    def see(self, seen: Seen) -> None:
        """A later moment of the same."""
        self.seen = seen

    @property
    def revision(self) -> object:
        """The moment: the host page and the phones may change it at any time."""
        return self.seen

    def state(self) -> str:
        """How the room stands, in a few words."""
        return watch_told(self.seen)

    def next_told(self) -> str:
        """What the next press does."""
        return _(ON) if self.page < self.pages - 1 else self.seen.pressed.next

    def gauges_now(self) -> tuple[GaugeView, ...]:
        """The gauges of the one ship."""
        return self.seen.view.crews[0].gauges

    def on(self, hand: Meant) -> Goto:
        """Next and back turn pages and then phases; a key does what it says."""
        self.word = ""
        match hand:
            case Hand.NEXT | Hand.CONFIRM:
                return self.forward()
            case Press(x, y) if self._on.collidepoint(x, y):
                return self.on_foot()
            case Hand.BACK:
                return self.backward()
            case Hand.LEAVE:
                return Wish("menu")
            case Key("vote"):
                voting = self.seen.view.phase is Phase.VOTING
                return self.pressed(commands.Hand.LOCK if voting else commands.Hand.OPEN)
            case Key("time"):
                return Wish("do", (commands.MoreTime(HALF_A_MINUTE, self.seen.view.step),))
            case Key("notes"):
                return Wish("notes")
            case Key(name):
                return self.pressed(KEYS[name])
            case Number(number):
                return self.numbered(number)
            case _:
                return None

    def forward(self) -> Goto:
        """A page further, or what comes next in the session."""
        if self.page < self.pages - 1:
            self.page += 1
            return None
        return self.pressed(commands.Hand.NEXT)

    def on_foot(self) -> Goto:
        """The foot was pressed with a mouse: do what it says."""
        return self.forward()

    def backward(self) -> Goto:
        """A page back, or what came before in the session."""
        if self.page:
            self.page -= 1
            return None
        return self.pressed(commands.Hand.BACK)

    def numbered(self, _number: int) -> Goto:
        """A number was typed."""
        return None

    def pressed(self, hand: commands.Hand) -> Wish:
        """The facilitator's hand in the session, as it was when this was drawn."""
        return Wish("do", (Pressed(hand, self.seen.view.step),))

    def draw(self, canvas: Canvas) -> None:
        """Gauges, scene and sheet, and below them the rail."""
        top = self._draw_gauges(canvas)
        rail = self._rail()
        self.floor = rail_area(canvas, rail)
        room = Rect(0, top, canvas.area.width, self.floor.top - top)
        self._write(canvas, canvas.inside(room))
        sheet = room if self.share == 1 else self._lie_below(canvas, room)
        self.vista = Rect(0, top, canvas.area.width, sheet.top - top)
        canvas.plate(sheet)
        for placed in self._pages[self.page]:
            placed.row.draw(placed.area)
        if self.vista.height and self.watch:
            on_the_scene(canvas, self.vista, self.watch, self.sea if self.has_glass else None)
        self._on = draw_rail(canvas, replace(rail, told=self.word or self.foot_told()))

    def _draw_gauges(self, canvas: Canvas) -> int:
        if not self.has_gauges:
            self.gauges = ()
            return 0
        if self.seen.is_convoy:
            self.gauges = ()
            return convoy_bar(canvas, self.seen.view.crews)
        self.gauges = self.gauges_now()
        return hud(canvas, self.gauges, self.sea)

    def _lie_below(self, canvas: Canvas, room: Rect) -> Rect:
        """As high as what is on the page, which moves down to it."""
        inner = canvas.inside(room)
        used = max(placed.area.bottom for placed in self._pages[self.page])
        wanted = used - inner.top + room.height - inner.height
        sheet = below((canvas.area.width, room.bottom), room.top, wanted)[0]
        self._lower(sheet.top - room.top)
        return sheet

    def _write(self, canvas: Canvas, inner: Rect) -> None:
        rows = self.rows(Writer(canvas, inner.width, inner.height, self.mark))
        self._pages = paged(rows, inner)
        self.page = min(self.page, self.pages - 1)

    def _rail(self) -> Rail:
        seen = self.seen
        invitation = seen.invitation if self.invites else None
        state = clocked(seen, self.state())
        return Rail(state, "", bool(self.word), invitation, seen.trouble)

    def foot_told(self) -> str:
        """What the next press does, and of which key."""
        return _("Space: {next}", next=self.next_told())

    def places(self) -> dict[str, Rect]:
        """The one thing that can be pressed with a mouse."""
        return {"on": self._on}


def watch_told(seen: Seen) -> str:
    """The number of the watch."""
    deciding = seen.deciding
    if not deciding or deciding[0].watch is None:
        return seen.view.title
    watch = deciding[0].watch
    return _("Watch {number} of {of}", number=watch.number, of=watch.of)


def clocked(seen: Seen, state: str) -> str:
    """With what is left on the timer, if there is one."""
    left = seen.view.seconds_left
    if left is None:
        return state
    told = f"{int(left) // 60}:{int(left) % 60:02}" if left else pgettext("it is up", "Time")
    return f"{state}   {told}"
