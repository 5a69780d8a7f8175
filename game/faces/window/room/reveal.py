"""The reveal: how each crew voted, order by order, and what the facilitator may do about it."""

from __future__ import annotations

from typing import ClassVar

from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.hands import Hand, Meant
from game.faces.window.room.seen import Group, Seen
from game.faces.window.room.stage import RoomScreen
from game.faces.window.screens.screen import Goto, Wish
from game.faces.window.sheet import Row, Writer
from game.faces.window.type import Style
from game.session import commands
from game.session.commands import Decide
from game.session.session import How
from game.session.view import CrewView
from game.voyage.view import OfferedOrder

HOW = {
    How.MAJORITY: "by majority",
    How.MINORITY: "by the minority",
    How.DECIDED: "as decided",
    How.CAPTAIN: "by the captain",
}
BAR = 3.0
"""How high a bar is, hundredths of the window's height."""
Bar = tuple[Rect, float, OfferedOrder, bool]
"""Where, how long as a share of its room, whose, and whether it leads."""


class RevealScreen(RoomScreen):
    """Bars for every order. crew: whom a number decides for; chosen: the order it names."""

    share: ClassVar[float] = 1.0
    lasts = 0.9

    def __init__(self, seen: Seen) -> None:
        super().__init__(seen, seen.groups[0].watch.sea)
        self.chosen_order = ""
        self._crew = 0
        self._bars: list[Bar] = []

    @property
    def waiting(self) -> list[CrewView]:
        """The crews that have no order yet; those that the vote cannot give one come first."""
        undecided = [crew for crew in self.seen.deciding if crew.undecided and not crew.by_captain]
        return sorted(undecided, key=lambda crew: len(crew.leading) == 1)

    @property
    def crew(self) -> CrewView | None:
        """Whom a number decides for."""
        waiting = self.waiting
        return waiting[self._crew % len(waiting)] if waiting else None

    def next_told(self) -> str:
        """Give the order that was named, or follow the majority."""
        crew, order = self.crew, self._order
        if crew and order:
            whom = f"{crew.name}: " if self.seen.is_convoy else ""
            return f"Give {whom}{order.number}, {order.label}"
        return super().next_told()

    def on(self, hand: Meant) -> Goto:
        """Up and down choose the crew; Backspace takes a choice back."""
        match hand:
            case Hand.UP | Hand.DOWN:
                self._crew += 1 if hand is Hand.DOWN else -1
                self.chosen_order = ""
            case Hand.TAKE_BACK:
                self.chosen_order = ""
            case Hand.BACK if self.chosen_order:
                self.chosen_order = ""
            case _:
                return super().on(hand)
        return None

    def numbered(self, number: int) -> Goto:
        """A number names an order; the same once more gives it."""
        crew = self.crew
        named = [
            order
            for order in (crew.watch.orders if crew and crew.watch else ())
            if order.number == number and not order.locked
        ]
        if not named:
            return None
        if self.chosen_order == named[0].id:
            return self.forward()
        self.chosen_order = named[0].id
        return None

    def forward(self) -> Goto:
        """The order that was named, or the majority's."""
        crew, order = self.crew, self._order
        if crew is None or order is None:
            return super().forward()
        self.chosen_order = ""
        return Wish("do", (Decide(crew.number, order.id, self.seen.view.step),))

    def pressed(self, hand: commands.Hand) -> Wish:
        """Anything else takes a choice back first."""
        self.chosen_order = ""
        return super().pressed(hand)

    @property
    def _order(self) -> OfferedOrder | None:
        crew = self.crew
        offered = crew.watch.orders if crew and crew.watch else ()
        return next((order for order in offered if order.id == self.chosen_order), None)

    def draw(self, canvas: Canvas) -> None:
        """Bars are drawn by `stir`, as they grow."""
        self._bars = []
        super().draw(canvas)

    def stir(self, canvas: Canvas, share: float) -> Rect:
        """The bars, grown this far."""
        grown = 1 - (1 - share) ** 3
        theme, surface = canvas.theme, canvas.surface
        for area, length, order, leads in self._bars:
            surface.fill(theme.paper, area)
            bar = Rect(area.left, area.top, max(canvas.hair, round(area.width * length * grown)), 0)
            bar.height = area.height
            surface.fill(theme.ink(order.kind) if leads else theme.edge, bar)
        return (
            Rect(0, 0, 0, 0).unionall([area for area, *_ in self._bars])
            if self._bars
            else Rect(0, 0, 0, 0)
        )

    def rows(self, writer: Writer) -> list[Row]:
        """The headline, and a table of orders and crews."""
        self._bars = []
        rows: list[Row] = []
        for group in self.seen.groups:
            for crews in _parted(writer, group):
                if rows:
                    rows.append(writer.page())
                rows += writer.text(self._headline(), Style.HEADLINE, keep=True)[:-1]
                if len(group.crews) == 1:
                    rows += self._alone(writer, group, group.crews[0])
                else:
                    rows += self._table(writer, group, crews)
                rows += writer.text(self._what_may_be_done(), Style.BODY, writer.canvas.theme.dim)
        return rows

    def _headline(self) -> str:
        tied = [crew for crew in self.waiting if len(crew.leading) > 1]
        silent = [crew for crew in self.waiting if not crew.voted]
        if not self.seen.is_convoy:
            if tied:
                return "A tie"
            return "No votes" if silent else "How you voted"
        if tied and len(tied) == len(self.waiting):
            return f"A tie: {', '.join(crew.name for crew in tied)}"
        return "How you voted"

    def _what_may_be_done(self) -> str:
        """In one line, for whoever holds the keys."""
        crew, seen = self.crew, self.seen
        if crew is None:
            return "Every crew has its order."
        whom = f" for {crew.name}" if seen.is_convoy else ""
        numbers = f"a number decides{whom}"
        if seen.is_convoy and len(self.waiting) > 1:
            numbers += ", Down: another crew"
        if len(crew.leading) != 1:
            return f"{numbers[0].upper()}{numbers[1:]}; U takes the last order back"
        told = ["Space: majority"]
        told += ["M: minority"] if seen.can(commands.Hand.MINORITY) else []
        return "; ".join([*told, numbers])

    def _alone(self, writer: Writer, group: Group, crew: CrewView) -> list[Row]:
        """One crew: each order with a long bar below it."""
        rows: list[Row] = []
        if self.seen.is_convoy:
            rows += writer.text(f"{crew.name}{_given(crew)}", Style.STRONG, keep=True)[:-1]
        most = max((vote.votes for vote in crew.votes), default=0)
        votes = {vote.id: vote.votes for vote in crew.votes}
        for order in group.watch.orders:
            count = votes.get(order.id, 0)
            rows.append(self._long(writer, crew, order, count, most))
            rows.append(writer.gap(share=1.4))
        return rows

    def _long(
        self, writer: Writer, crew: CrewView, order: OfferedOrder, count: int, most: int
    ) -> Row:
        canvas, type_ = writer.canvas, writer.canvas.type
        left, right = canvas.vh(11), canvas.vh(16)
        lines = type_.wrap(order.label, Style.ORDER, writer.width - left - right)
        text = len(lines) * type_.leading(Style.ORDER)
        named = order.id == self.chosen_order and crew is self.crew

        def draw(area: Rect) -> None:
            theme = canvas.theme
            if named:
                canvas.surface.fill(
                    theme.text, Rect(area.left, area.top, canvas.vh(0.9), area.height)
                )
            x, y = area.left + left, area.top
            canvas.line(str(order.number), Style.ORDER, (area.left + canvas.vh(2), y))
            sign = (area.left + canvas.vh(7.4), y + type_.leading(Style.ORDER) / 2)
            canvas.sign(order.kind, sign, canvas.vh(3.2))
            for line in lines:
                canvas.line(line, Style.ORDER, (x, y))
                y += type_.leading(Style.ORDER)
            told = str(count)
            wide = type_.width(told, Style.HEADLINE)
            below = area.top + (area.height - type_.leading(Style.HEADLINE)) // 2
            canvas.line(told, Style.HEADLINE, (area.right - canvas.vh(1) - wide, below))
            bar = Rect(x, y + canvas.vh(0.2), area.right - right - x, canvas.vh(BAR))
            leads = order.id in crew.leading
            self._bars.append((bar, count / most if most else 0.0, order, leads))

        return Row(text + canvas.vh(BAR + 0.4), draw)

    def _table(self, writer: Writer, group: Group, crews: tuple[CrewView, ...]) -> list[Row]:
        """A line an order, a column a crew, a small bar where they meet."""
        canvas, type_ = writer.canvas, writer.canvas.type
        column = min(canvas.vh(30), max(canvas.vh(COLUMN), writer.width // 2 // len(crews)))
        left = writer.width - column * len(crews)
        most = max((vote.votes for crew in crews for vote in crew.votes), default=0)
        rows = [self._heads(writer, crews, left, column)]
        for order in group.watch.orders:
            rows += [self._line_of(writer, order, crews, (left, column, most)), writer.gap(share=1)]
        del type_
        return rows

    def _heads(self, writer: Writer, crews: tuple[CrewView, ...], left: int, column: int) -> Row:
        canvas = writer.canvas
        leading = canvas.type.leading(Style.LABEL)

        def draw(area: Rect) -> None:
            for number, crew in enumerate(crews):
                x = area.left + left + number * column
                if crew is self.crew:
                    mark = Rect(
                        x, area.bottom - canvas.hair * 2, column - canvas.vh(2), canvas.hair * 2
                    )
                    canvas.surface.fill(canvas.theme.text, mark)
                canvas.line(crew.name, Style.LABEL, (x, area.top))
                told, ink = _standing(canvas, crew)
                canvas.line(told, Style.SMALL, (x, area.top + leading), ink)

        return Row(2 * leading + canvas.vh(1.2), draw, keep=True)

    def _line_of(
        self,
        writer: Writer,
        order: OfferedOrder,
        crews: tuple[CrewView, ...],
        measures: tuple[int, int, int],
    ) -> Row:
        canvas, type_ = writer.canvas, writer.canvas.type
        left, column, most = measures
        indent = canvas.vh(9.5)
        lines = type_.wrap(order.label, Style.STRONG, left - indent - canvas.vh(2))
        high = max(len(lines) * type_.leading(Style.STRONG), type_.leading(Style.STRONG))

        def draw(area: Rect) -> None:
            y = area.top
            canvas.line(str(order.number), Style.STRONG, (area.left, y))
            sign = (area.left + canvas.vh(6), y + type_.leading(Style.STRONG) / 2)
            canvas.sign(order.kind, sign, canvas.vh(2.8))
            for line in lines:
                canvas.line(line, Style.STRONG, (area.left + indent, y))
                y += type_.leading(Style.STRONG)
            for number, crew in enumerate(crews):
                cell = Rect(area.left + left + number * column, area.top, column, area.height)
                self._cell(canvas, order, crew, cell, most)

        return Row(high, draw)

    def _cell(
        self, canvas: Canvas, order: OfferedOrder, crew: CrewView, cell: Rect, most: int
    ) -> None:
        """A bar and its figure."""
        count = next((vote.votes for vote in crew.votes if vote.id == order.id), 0)
        figure = canvas.vh(6.5)
        room = cell.width - figure - canvas.vh(2)
        top = cell.top + (canvas.type.leading(Style.STRONG) - canvas.vh(BAR)) // 2
        bar = Rect(cell.left, top, room, canvas.vh(BAR))
        self._bars.append((bar, count / most if most else 0.0, order, order.id in crew.leading))
        named = order.id == self.chosen_order and crew is self.crew
        at = (bar.right + canvas.vh(0.8), cell.top)
        canvas.line(f"{count}{' <' * named}", Style.STRONG, at)


COLUMN = 19
"""A crew has at least this much room, hundredths of the window's height."""


def _parted(writer: Writer, group: Group) -> list[tuple[CrewView, ...]]:
    """As many crews beside each other as there is room for, evenly."""
    crews = group.crews
    fit = max(1, round(writer.width * 0.66) // writer.canvas.vh(COLUMN))
    pages = -(-len(crews) // fit)
    each = -(-len(crews) // pages)
    return [crews[n : n + each] for n in range(0, len(crews), each)]


def _given(crew: CrewView) -> str:
    """What a crew was given, and how it came about."""
    return f": {crew.order}, {HOW[crew.how]}" if crew.how else ""


def _standing(canvas: Canvas, crew: CrewView) -> tuple[str, tuple[int, int, int]]:
    """Where a crew stands, in a word or two."""
    theme = canvas.theme
    if crew.how:
        return HOW[crew.how], theme.better
    if crew.by_captain:
        return "the captain", theme.dim
    if not crew.voted:
        return "no votes", theme.worse
    if len(crew.leading) > 1:
        return "a tie", theme.worse
    return f"{crew.voted} votes", theme.dim
