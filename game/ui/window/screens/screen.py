"""What every screen is: a sheet over the sea. Input goes in, and what comes next comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from pygame import Rect

from game.debrief.time_lapse import TimeLapse
from game.i18n import N_
from game.ship.ship import Outcome
from game.ui.window.input import Action, Input, Number, Press
from game.ui.window.requests import Back, Goto, Overlay
from game.ui.window.scene.fleet import Fleet
from game.ui.window.widgets.barometer import on_the_scene
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.frame import LARGE, fits_beside, sheet_below, sheet_beside
from game.ui.window.widgets.hud import draw_hud
from game.ui.window.widgets.key_bar import Button, draw_key_bar, key_bar_height, page_turn_buttons
from game.ui.window.widgets.sheet import Placed, Row, Writer, into_pages
from game.voyage.sea import IN_HARBOUR, Sea
from game.voyage.view import GaugeView, WatchView

ON = Button(Action.CONFIRM, "Enter", N_("On"))
BACK = Button(Back(), "Esc", N_("Back"))
MENU = Button(Overlay.MENU, "Esc", N_("Pause"))
TAKE_BACK = Button(Action.TAKE_BACK, N_("Backspace"), N_("Take back"))


class Screen:
    """One sheet in pages, its choices, and its foot.

    foot: its buttons at their widest, leaving first. next: what Enter asks for at the end of the
    last page. is_still: the sea rests behind it. is_typing: keys are letters.
    takes_any_key: also one that means nothing elsewhere. is_menu: a choice acts at once, and one is
    always marked. is_answer: it tells what came of an order. share: the sheet's part of the width;
    0: it lies below the vista, as high as it must be, with the gauges above.

    begins: the watches that begin with it, of a convoy's ships perhaps several.
    """

    foot: ClassVar[tuple[Button, ...]] = (BACK, ON)
    next: Goto = None
    is_still: ClassVar[bool] = False
    is_menu: ClassVar[bool] = False
    is_typing: ClassVar[bool] = False
    takes_any_key: ClassVar[bool] = False
    share: ClassVar[float] = 0.62
    ship_at: float = 0.42
    has_bearing: ClassVar[bool] = True
    is_answer: ClassVar[bool] = False
    has_glass: ClassVar[bool] = False
    animation_seconds: float = 0.0

    def __init__(self, sea: Sea = IN_HARBOUR) -> None:
        self.sea = sea
        self.gauges: tuple[GaugeView, ...] = ()
        self.watch = ""
        self.mark, self.page = "", 0
        self.is_blind = False
        self.lapse: TimeLapse | None = None
        self.begins: tuple[WatchView, ...] = ()
        """A voyage to be shown once more, in the scene's place."""
        self.fleet: Fleet | None = None
        """Many ships on one sea, in the scene's place."""
        self.ending: Outcome | None = None
        """How the voyage has ended, where its place is to be shown."""
        self.ahead: tuple[Sea, ...] = ()
        """What the sea may look like after this screen, so that it can be painted before."""
        self.vista = Rect(0, 0, 0, 0)
        self._pages: list[list[Placed]] = [[]]
        self._foot: list[tuple[Button, Rect]] = []
        self._laid_for: object = None

    @property
    def revision(self) -> object:
        """What it shows that changes without any input: once this differs, it is drawn anew."""
        return None

    def animate(self, _canvas: Canvas, _share: float) -> Rect:
        """Draw what moves on the sheet, this share of its time in; no text; where that is."""
        return Rect(0, 0, 0, 0)

    @property
    def is_telling(self) -> bool:
        """Whether it tells something by and by, and has not come to its end."""
        return False

    def tell(self, share: float) -> None:
        """How far what it tells by and by has been told, 0 to 1; to be called before `draw`."""

    def rows(self, writer: Writer) -> list[Row]:
        raise NotImplementedError

    def choices(self) -> list[Choice]:
        return []

    def on(self, user_input: Input) -> Goto:
        match user_input:
            case Press():
                return self._pressed_at(user_input)
            case Number(number):
                open_to = self.choices()[:number]
                return self.chosen(open_to[-1].id) if len(open_to) == number else None
            case Action.CONFIRM:
                return self._confirm()
            case Action.NEXT:
                return self._next()
            case Action.LEFT | Action.RIGHT:
                return self.aside(1 if user_input is Action.RIGHT else -1)
            case Action.LEAVE:
                return self._press(self.foot[0])
            case _:
                self._look(user_input)
        return None

    def chosen(self, id: str) -> Goto:
        """A choice by number, by mouse, or by Enter where it is marked; a menu acts at once."""
        self.mark = id
        return next(choice.request for choice in self.choices() if choice.id == id)

    def aside(self, by: int) -> Goto:
        return self.on(Action.NEXT if by > 0 else Action.BACK)

    def draw(self, canvas: Canvas) -> None:
        """Everything on the plates; leaves `vista` as what the scene may fill."""
        size, text = canvas.area.size, canvas.type.scale
        if self.share == 1 or (self.share and fits_beside(size, text)):
            sheet, self.vista = sheet_beside(size, self.share)
            self._write(canvas, canvas.inside(sheet))
            self._settle(canvas)
        else:
            has_hud = self.gauges and text < LARGE
            top = draw_hud(canvas, self.gauges, self.sea) if has_hud else 0
            sheet, self.vista = self._write_below(canvas, top)
        canvas.plate(sheet)
        for placed in self._pages[self.page]:
            placed.row.draw(placed.area)
        self._foot = draw_key_bar(canvas, canvas.inside(sheet), self.buttons())
        if self.gauges and self.has_bearing and self.vista.height and text < LARGE:
            on_the_scene(canvas, self.vista, self.watch, self.sea if self.has_glass else None)

    def _write_below(self, canvas: Canvas, top: int) -> tuple[Rect, Rect]:
        """Write on a sheet below the scene, top pixels from above; the sheet and the vista.

        If text is large, or leaves the first page no room for a vista, what would hang over it is
        written.
        """
        room = Rect(0, top, canvas.area.width, canvas.area.height - top)
        inner = canvas.inside(room)
        foot = self._foot_height(canvas, inner.width)
        for self.is_blind in (True,) if canvas.type.scale >= LARGE else (False, True):
            self._write(canvas, inner)
            if self._lying(canvas, room, 0, foot)[1].height:
                break
        self._settle(canvas)
        return self._lower(canvas, room, foot)

    def _lying(self, canvas: Canvas, room: Rect, page: int, foot: int) -> tuple[Rect, Rect]:
        """The sheet as high as what is on a page, and the vista above it."""
        inner = canvas.inside(room)
        used = max(placed.area.bottom for placed in self._pages[page]) - inner.top
        wanted = used + room.height - inner.height + foot
        return sheet_below((room.width, room.bottom), room.top, wanted)

    def _lower(self, canvas: Canvas, room: Rect, foot: int = 0) -> tuple[Rect, Rect]:
        """Move what is on the page down to where the sheet begins; the sheet and the vista."""
        sheet, vista = self._lying(canvas, room, self.page, foot)
        by, page = sheet.top - room.top, self._pages[self.page]
        self._pages[self.page] = [Placed(placed.row, placed.area.move(0, by)) for placed in page]
        return sheet, vista

    def _write(self, canvas: Canvas, inner: Rect) -> None:
        page = inner.copy()
        page.height -= self._foot_height(canvas, inner.width)
        rows = self.rows(Writer(canvas, page.width, page.height, self.mark))
        self._pages = into_pages(rows, page)

    def _settle(self, canvas: Canvas) -> None:
        """Stay on a page that there is; turn to what has just been marked."""
        self.page = min(self.page, self.pages - 1)
        laid_for = (self.mark, canvas.area.size, canvas.type.scale)
        is_hidden = self.mark and self.mark not in self._choices_on(self.page)
        if is_hidden and laid_for != self._laid_for:
            holding = (n for n in range(self.pages) if self.mark in self._choices_on(n))
            self.page = next(holding, self.page)
        self._laid_for = laid_for

    def _foot_height(self, canvas: Canvas, width: int) -> int:
        """Alike for every page and mark, so that nothing is broken into pages anew."""
        return key_bar_height(canvas, width, self._widest_buttons())

    def _widest_buttons(self) -> list[Button]:
        *own, last = self.foot if len(self.foot) > 1 else (*self.foot, ON)
        return [*own, *self._page_turns(9, 10), last]

    def buttons(self) -> list[Button]:
        """The foot as it is now: its own buttons, those that turn the page, and what Enter does."""
        own = [button for button in self.foot if not button.is_enter]
        enter = self.enter()
        on = [replace(ON, label=enter)] if enter else []
        return [*own, *self._page_turns(self.page, self.pages), *on]

    def _page_turns(self, page: int, pages: int) -> list[Button]:
        return page_turn_buttons(page, pages)

    def enter(self) -> str:
        """What Enter does now, in a word or three."""
        if self.page < self.pages - 1 and not self._choices_on(self.page):
            return ON.label
        return next((button.label for button in self.foot if button.is_enter), "")

    @property
    def pages(self) -> int:
        return len(self._pages)

    def places(self) -> dict[object, Rect]:
        """Where each choice, by its id, and each button, by what it does, is; pixels."""
        page = self._pages[self.page]
        return {
            **{placed.row.choice: placed.area for placed in page if placed.row.choice},
            **{button.does: area for button, area in self._foot if button.does},
        }

    def is_pressable(self, at: tuple[int, int]) -> bool:
        return any(area.collidepoint(at) for area in self.places().values())

    def _choices_on(self, page: int) -> list[str]:
        return [placed.row.choice for placed in self._pages[page] if placed.row.choice]

    def _pressed_at(self, at: Press) -> Goto:
        for placed in self._pages[self.page]:
            if placed.row.choice and placed.area.collidepoint(at.x, at.y):
                return self.chosen(placed.row.choice)
        for button, area in self._foot:
            if area.collidepoint(at.x, at.y):
                return self._press(button)
        return None

    def _press(self, button: Button) -> Goto:
        return self.on(button.does) if isinstance(button.does, Action) else button.does

    def _look(self, user_input: Input) -> None:
        match user_input:
            case Action.BACK:
                self._back()
            case Action.DOWN | Action.UP:
                self._move(1 if user_input is Action.DOWN else -1)
            case Action.PAGE_ON | Action.PAGE_BACK:
                self._turn(1 if user_input is Action.PAGE_ON else -1)
            case Action.TAKE_BACK if not self.is_menu:
                self.mark = ""

    def _confirm(self) -> Goto:
        return self.chosen(self.mark) if self.mark else self._next()

    def _next(self) -> Goto:
        """On: to the next choice, else a page further, else what the screen calls on."""
        if self.mark or self._choices_on(self.page):
            self._move(1)
        elif self.page < self.pages - 1:
            self.page += 1
        else:
            return self.next
        return None

    def _back(self) -> None:
        """To the choice before, else a page back; a first choice is taken back before that."""
        ids = [choice.id for choice in self.choices()]
        if self.mark in ids[1:]:
            self._move(-1)
        else:
            self._turn(-1)

    def _turn(self, by: int) -> None:
        """Turn the page; what is marked and no longer on the page is marked no more."""
        self.page = max(0, min(self.pages - 1, self.page + by))
        here = self._choices_on(self.page)
        if self.mark not in here:
            self.mark = here[0] if here and self.is_menu else ""

    def _move(self, by: int) -> None:
        ids = [choice.id for choice in self.choices()]
        if not ids:
            self._turn(by)
            return
        here = self._choices_on(self.page)
        if self.mark in ids:
            at = ids.index(self.mark) + by
        else:
            at = ids.index(here[0]) if here and by > 0 else min(0, by)
        self.mark = ids[at % len(ids)]
