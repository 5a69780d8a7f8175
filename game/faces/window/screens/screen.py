"""What every screen is: a sheet over the sea. A hand goes in, and what comes next comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.faces.window.canvas import Canvas
from game.faces.window.choices import Choice
from game.faces.window.foot import Button, foot
from game.faces.window.frame import Frame
from game.faces.window.hands import Hand, Meant, Number, Press
from game.faces.window.instruments import instruments
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
    """One sheet in pages, its choices, and its foot. Only `press` differs, and what is written."""

    foot: ClassVar[tuple[Button, ...]] = (BACK, ON)
    is_still: ClassVar[bool] = False

    def __init__(self, sea: Sea = IN_HARBOUR, gauges: tuple[GaugeView, ...] = ()) -> None:
        self.sea, self.gauges = sea, gauges
        self.mark, self.page = "", 0
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
            case Hand.LEAVE | Hand.TAKE_BACK:
                return self.press(self.foot[0].id) if hand is Hand.LEAVE else None
            case _:
                return None
        return None

    def chosen(self, id: str) -> Goto:
        """A choice by number or by mouse; a menu acts at once."""
        return self.press(id)

    def draw(self, canvas: Canvas, frame: Frame) -> None:
        """Everything on the plates."""
        if frame.coast and frame.gauges and self.gauges:
            instruments(canvas, frame.coast, frame.gauges, self.gauges, self.sea)
        inner = canvas.plate(frame.panel)
        writer = Writer(canvas, inner.width, self.mark)
        height, self._foot = foot(canvas, inner, self.buttons())
        inner.height -= height
        self._pages = paged(self.rows(writer), inner)
        self.page = min(self.page, len(self._pages) - 1)
        for placed in self._pages[self.page]:
            placed.row.draw(placed.area)
        for placed in self._foot:
            placed.row.draw(placed.area)

    def buttons(self) -> list[Button]:
        """The foot, with the page's number where there are several."""
        last = len(self._pages) - 1
        where = f"{self.page + 1} of {last + 1}" if last else ""
        return [Button(b.id, b.key, b.label, where if b.id == "on" else "") for b in self.foot]

    @property
    def pages(self) -> int:
        """How many pages the sheet has, as last drawn."""
        return len(self._pages)

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
