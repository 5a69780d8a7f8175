"""Counting raised hands: one order after the other, crew by crew, typed on the number keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.i18n import N_, _, ngettext
from game.session.commands import Button, Command, Count, Press
from game.session.projector_view import CrewView
from game.ui.window.input import Action, Input
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.requests import Do, Goto
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import draw_order_tag, order_tag_width
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import OfferedOrder

DIGITS = 4
"""No count has more."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Hands are asked for: by whom, and for which order."""

    crew: CrewView
    order: OfferedOrder

    @property
    def key(self) -> tuple[int, str]:
        return self.crew.number, self.order.id


class CountHandsScreen(ProjectorScreen):
    """Hands up for one order; what was typed for another stays hidden until all is revealed.

    at: which of the asks, in the order they come. typed: digits so far. counted: hands so far, by
    crew and order, so that going back shows them again. beside: counted for those without a phone,
    one order at a time.
    """

    def __init__(
        self,
        state: ProjectorState,
        counted: Mapping[tuple[int, str], int],
        number: int = 1,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__(state, state.groups[0].watch.sea)
        self.beside, self.counted = beside, dict(counted)
        self.typed, self._is_old = "", True
        numbers = [ask.order.number for ask in self.asks]
        self._come_to(numbers.index(number) if number in numbers else 0)

    def update(self, state: ProjectorState) -> None:
        """What is typed stays with its order; if the captain took that, the next crew is asked."""
        before = self.ask
        super().update(state)
        if before is None:
            return
        keys = [ask.key for ask in self.asks]
        if before.key in keys:
            self.at = keys.index(before.key)
        else:
            later = (at for at, (crew, _) in enumerate(keys) if crew > before.crew.number)
            self._come_to(next(later, 0))

    @property
    def asks(self) -> list[Ask]:
        return [
            Ask(crew, order)
            for crew in self.state.deciding
            if crew.watch and not crew.by_captain
            for order in crew.watch.orders
            if not order.locked
        ]

    @property
    def ask(self) -> Ask | None:
        asks = self.asks
        return asks[min(self.at, len(asks) - 1)] if asks else None

    def status(self) -> str:
        hands = sum(crew.voted for crew in self.state.deciding)
        text = ngettext("{count} hand counted", "{count} hands counted", hands)
        return f"{super().status()}   {text}"

    def next_text(self) -> str:
        if self.beside:
            return _("Add these hands to the phones")
        asks = self.asks
        if self.at >= len(asks) - 1:
            return super().next_text()
        here, there = asks[self.at], asks[self.at + 1]
        if here.crew.number != there.crew.number:
            return _("On to {ship}", ship=there.crew.name)
        return _("Hands up for {number}", number=there.order.number)

    def on(self, user_input: Input) -> Goto:
        match user_input:
            case Action.UP | Action.DOWN:
                return self._to(self.at + (1 if user_input is Action.DOWN else -1))
            case Action.TAKE_BACK:
                self.typed, self._is_old = self.typed[:-1], False
                return None
            case Button.OPEN | Button.REVEAL:
                return self._end(Button.LOCK if user_input is Button.OPEN else Button.REVEAL)
            case _:
                return super().on(user_input)

    def numbered(self, number: int) -> Goto:
        """One digit more; the first takes the place of an older count."""
        before = "" if self._is_old or self.typed == "0" else self.typed
        self.typed, self._is_old = (before + str(number))[:DIGITS], False
        return None

    def forward(self) -> Goto:
        """Keep the count and ask on; after the last order, lock."""
        if self.beside:
            return Do(self._count(), counted=True)
        if self.at < len(self.asks) - 1:
            return self._to(self.at + 1)
        return self._end(Button.NEXT)

    def backward(self) -> Goto:
        """To the order before; from the first, back to the talk."""
        if self.beside:
            return Do((), counted=True)
        return self._to(self.at - 1) if self.at else super().backward()

    def _to(self, at: int) -> Goto:
        counts = self._count()
        self._come_to(max(0, min(len(self.asks) - 1, at)))
        return Do(counts) if counts else None

    def _end(self, button: Button) -> Goto:
        return Do((*self._count(), Press(button, self.state.view.step)))

    def _come_to(self, at: int) -> None:
        self.at = at
        ask = self.ask
        before = self.counted.get(ask.key) if ask else None
        self.typed, self._is_old = "" if before is None else str(before), True

    def _count(self) -> tuple[Command, ...]:
        ask = self.ask
        if ask is None or self._is_old:
            return ()
        number = int(self.typed or "0")
        self.counted[ask.key] = number
        return (Count(ask.crew.number, self.state.view.decision, ask.order.id, number),)

    def rows(self, writer: Writer) -> list[Row]:
        ask = self.ask
        if ask is None or ask.crew.watch is None:
            return writer.text(_("The captain sails every ship"), Style.HEADLINE)
        convoy, alone = N_("{ship}: hands up for {number}"), N_("Hands up for {number}")
        message = convoy if self.state.is_convoy else alone
        called = _(message, ship=ask.crew.name, number=ask.order.number)
        rows = writer.text(called, Style.HEADLINE, keep=True)
        for order in ask.crew.watch.orders:
            rows += self._row(writer, ask, ask.crew.watch.orders, order)
        return rows

    def _row(
        self, writer: Writer, ask: Ask, orders: Sequence[OfferedOrder], order: OfferedOrder
    ) -> list[Row]:
        canvas, type_ = writer.canvas, writer.canvas.type
        lit, pad = order.id == ask.order.id, canvas.vh(1.1)
        left = canvas.vh(3) + order_tag_width(canvas, orders)
        room = writer.width - left - canvas.vh(20)
        notes = type_.wrap(order.locked, Style.SMALL, room)
        besides = 2 * pad + len(notes) * type_.leading(Style.SMALL)
        lines = writer.held(order.label, Style.ORDER, room, besides)
        text, style = self._count_text(ask, order), Style.HEADLINE if lit else Style.SMALL
        needed = besides + len(lines) * type_.leading(Style.ORDER)
        high = max(needed, type_.leading(Style.HEADLINE) + pad) if lit else needed

        def draw(area: Rect) -> None:
            theme = canvas.theme
            self._plate(canvas, area, order, lit)
            ink = theme.text if lit else theme.dim
            x, y = area.left + left, area.top + pad + (high - needed) // 2
            lower = (type_.leading(Style.ORDER) - type_.leading(Style.LABEL)) // 2
            tag_at = area.left + canvas.vh(3), y + lower
            draw_order_tag(canvas, order, tag_at, ink, ink if lit else theme.ink(order.kind))
            y = canvas.lines(lines, Style.ORDER, (x, y), ink)
            canvas.lines(notes, Style.SMALL, (x, y), theme.dim)
            if text:
                top = area.top + (area.height - type_.leading(style)) // 2
                canvas.line_to(text, style, (area.right - canvas.vh(3), top), ink)

        return [Row(high, draw), writer.gap(share=1.1)]

    def _count_text(self, ask: Ask, order: OfferedOrder) -> str:
        """The count as it is typed; of the others, only whether they were counted."""
        if order.id == ask.order.id:
            return self.typed or "0"
        return _("counted") if (ask.crew.number, order.id) in self.counted else ""

    def _plate(self, canvas: Canvas, area: Rect, order: OfferedOrder, lit: bool) -> None:
        theme, surface = canvas.theme, canvas.surface
        surface.fill(theme.chosen if lit else theme.raised, area)
        ink = theme.ink(order.kind) if lit else theme.edge
        pygame.draw.rect(surface, ink, area, canvas.hair * (2 if lit else 1))
        if lit:
            surface.fill(theme.text, Rect(area.left, area.top, canvas.vh(1.4), area.height))
