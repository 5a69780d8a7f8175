"""What every screen is: a sheet over the sea. A hand goes in, and what comes next comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.choices import Choice
from game.faces.window.foot import Button, foot, foot_height
from game.faces.window.frame import LARGE, below, beside, lies_beside
from game.faces.window.hands import Hand, Meant, Number, Press
from game.faces.window.hud import hud, on_the_scene
from game.faces.window.sheet import Placed, Row, Writer, paged
from game.voyage.sea import IN_HARBOUR, Sea
from game.voyage.view import GaugeView


@dataclass(frozen=True, slots=True)
class Wish:
    """What a screen wants next; the app knows how. what: the order or the shelf it is about."""

    name: str
    what: object = None


Goto = Wish | None
ON = Button("on", "Enter", "On")
BACK = Button("back", "Esc", "Back")
MENU = Button("menu", "Esc", "Pause")


class Screen:
    """One sheet in pages, its choices, and its foot. Only `press` differs, and what is written.

    is_still: the sea rests behind it. share: the sheet's part of the width; 0: it lies below the
    vista, as high as it must be, with the gauges above.
    """

    foot: ClassVar[tuple[Button, ...]] = (BACK, ON)
    is_still: ClassVar[bool] = False
    share: ClassVar[float] = 0.62
    ship_at: ClassVar[float] = 0.42

    def __init__(self, sea: Sea = IN_HARBOUR) -> None:
        self.sea = sea
        self.gauges: tuple[GaugeView, ...] = ()
        self.watch = ""
        self.mark, self.page = "", 0
        self.vista = Rect(0, 0, 0, 0)
        self._pages: list[list[Placed]] = [[]]
        self._foot: list[Placed] = []

    def rows(self, writer: Writer) -> list[Row]:
        """What is written on the sheet."""
        raise NotImplementedError

    def choices(self) -> list[Choice]:
        """What can be chosen, in order."""
        return []

    def press(self, id: str) -> Goto:
        """A choice or a button was pressed: what comes next."""
        raise NotImplementedError

    def on(self, hand: Meant) -> Goto:
        """What a hand does here."""
        match hand:
            case Press():
                return self._pressed_at(hand)
            case Number():
                open_to = self.choices()
                if hand.number > len(open_to):
                    return None
                return self.chosen(open_to[hand.number - 1].id)
            case Hand.CONFIRM:
                return self._confirm()
            case Hand.NEXT:
                return self._next()
            case Hand.DOWN | Hand.UP:
                self._move(1 if hand is Hand.DOWN else -1)
            case Hand.BACK:
                self._back()
            case Hand.TAKE_BACK if self.mark:
                self.mark = ""
            case Hand.LEAVE:
                return self.press(self.foot[0].id)
            case _:
                return None
        return None

    def chosen(self, id: str) -> Goto:
        """A choice by number or by mouse; a menu acts at once."""
        return self.press(id)

    def draw(self, canvas: Canvas) -> None:
        """Everything on the plates; leaves `vista` as what the scene may fill."""
        size, text = canvas.area.size, canvas.type.scale
        if self.share and lies_beside(size, text):
            sheet, self.vista = beside(size, self.share)
            self._write(canvas, canvas.inside(sheet))
        else:
            has_hud = self.gauges and text < LARGE
            top = hud(canvas, self.gauges, self.sea) if has_hud else 0
            room = canvas.inside(Rect(0, top, size[0], size[1] - top))
            self._write(canvas, room)
            used = max(placed.area.bottom for placed in self._pages[self.page]) - room.top
            wanted = used + size[1] - top - room.height + self._foot_height(canvas, room.width)
            sheet, self.vista = below(size, top, wanted)
            self._lower(canvas.inside(sheet).top - room.top)
        canvas.plate(sheet)
        self._foot = foot(canvas, sheet, self.buttons())
        for placed in [*self._pages[self.page], *self._foot]:
            placed.row.draw(placed.area)
        if self.gauges and self.vista.height:
            on_the_scene(canvas, self.vista, self.watch, self.sea)

    def _write(self, canvas: Canvas, inner: Rect) -> None:
        """Break what is written into pages for this area."""
        page = inner.copy()
        page.height -= self._foot_height(canvas, inner.width)
        rows = self.rows(Writer(canvas, page.width, page.height, self.mark))
        self._pages = paged(rows, page)
        self.page = min(self.page, len(self._pages) - 1)

    def _lower(self, by: int) -> None:
        """Move what is on the page down to where the sheet begins."""
        page = self._pages[self.page]
        self._pages[self.page] = [Placed(placed.row, placed.area.move(0, by)) for placed in page]

    def _foot_height(self, canvas: Canvas, width: int) -> int:
        return foot_height(canvas, width, self.buttons())

    def buttons(self) -> list[Button]:
        """The foot, with the page's number where there are several."""
        last = len(self._pages) - 1
        where = f"{self.page + 1} of {last + 1}" if last else ""
        foot = [b for b in self.foot if b.id != "on"]
        on = [b for b in self.foot if b.id == "on"]
        if last and not on:
            on = [ON]
        return [
            *foot,
            *(Button(b.id, b.key, b.label if self.page == last else "On", where) for b in on),
        ]

    @property
    def pages(self) -> int:
        """How many pages the sheet has, as last drawn."""
        return len(self._pages)

    def is_pressable(self, at: tuple[int, int]) -> bool:
        """Whether a press here would do something."""
        placed = [*self._pages[self.page], *self._foot]
        return any(place.row.choice and place.area.collidepoint(at) for place in placed)

    def show_choice(self, id: str) -> None:
        """Turn to the page that a choice is on."""
        for number, page in enumerate(self._pages):
            if any(placed.row.choice == id for placed in page):
                self.page = number

    def _pressed_at(self, hand: Press) -> Goto:
        for placed in [*self._pages[self.page], *self._foot]:
            if placed.row.choice and placed.area.collidepoint(hand.x, hand.y):
                if placed in self._foot:
                    return self._foot_pressed(placed.row.choice)
                return self.chosen(placed.row.choice)
        return None

    def _foot_pressed(self, id: str) -> Goto:
        return self._confirm() if id == "on" else self.press(id)

    def _confirm(self) -> Goto:
        if self.mark:
            return self.press(self.mark)
        return self._next()

    def _next(self) -> Goto:
        """On: a page further, then the next choice, then what the screen calls on."""
        if self.page < len(self._pages) - 1:
            self.page += 1
        elif self.choices():
            self._move(1)
        else:
            return self.press("on")
        return None

    def _back(self) -> None:
        if self.mark and self.choices()[0].id != self.mark:
            self._move(-1)
        else:
            self.mark, self.page = "", max(0, self.page - 1)

    def _move(self, by: int) -> None:
        ids = [choice.id for choice in self.choices()]
        if not ids:
            self.page = max(0, min(len(self._pages) - 1, self.page + by))
            return
        at = ids.index(self.mark) + by if self.mark in ids else (0 if by > 0 else -1)
        self.mark = ids[at % len(ids)]
        self.show_choice(self.mark)
