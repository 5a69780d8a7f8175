"""The pieces that several screens share: heading, prose, gauges, orders. They hold no rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer as PlainFooter
from textual.widgets import Static
from textual.widgets._footer import FooterKey

from game.i18n import _
from game.ship.attention_cost import Kind
from game.ui.vocabulary import KINDS, MEANINGS
from game.voyage.stakes import stakes_in_dots
from game.voyage.view import GaugeView, OfferedOrder

SIGNS = {Kind.COURSE: "▲", Kind.SAILS: "■", Kind.BOTH: "▲■", Kind.TEACH: "◆"}
INKS = {
    Kind.COURSE: "bold $course",
    Kind.SAILS: "bold $sails",
    Kind.BOTH: "bold $foreground",
    Kind.TEACH: "bold $foreground",
}
SMALLEST = Size(60, 18)
"""A window of fewer columns or lines would hide gauges, or orders that can be given."""
NAMES, LONG, SHORT = 10, 28, 5
"""Columns for a gauge's name at least, for the longest figure, and for a short one."""


def kind_tag(kind: Kind) -> Content:
    return Content.styled(f"{SIGNS[kind]} {kind.word}", INKS[kind])


def kinds_legend() -> Content:
    """What the kinds of order do, a line each."""
    return Content("\n").join(
        Content.assemble(kind_tag(kind), " " * (11 - len(kind_tag(kind))), (_(meaning), ""))
        for kind, meaning in KINDS.items()
    )


def gauge_meanings() -> Content:
    """What the gauges mean, a line each."""
    return Content("\n").join(
        Content.assemble((f"{_(name):<{_widest(map(_, MEANINGS)) + 1}}", "bold"), _(meaning))
        for name, meaning in MEANINGS.items()
    )


class Heading(Horizontal):
    """The line at the top: where we are, and how far."""

    def __init__(self, left: str, right: str = "") -> None:
        super().__init__()
        self._left, self._right = left, right

    def compose(self) -> ComposeResult:
        yield Static(self._left, id="where", markup=False)
        yield Static(self._right, id="how-far", markup=False)


def _widest(names: Iterable[str]) -> int:
    return max(NAMES, *map(len, names))


class Footer(PlainFooter):
    """What each key does, in the language that is spoken; in a window too small, that it is."""

    def compose(self) -> ComposeResult:
        width, height = SMALLEST
        larger = _(
            "Make this window larger: at least {width} x {height}.", width=width, height=height
        )
        yield Static(larger, id="larger", markup=False)
        for widget in super().compose():
            if isinstance(widget, FooterKey):
                widget.description = widget.tooltip = _(widget.description)
            yield widget

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Compose anew, in this widget's own task: one after the other, and once for many changes.

        Textual has the screen that is on top at that moment do it: while a note is laid over
        another screen those are two, and both would put in what the other has put in already.
        """
        self._bindings_ready = True
        if self.app.app_focus and self.is_attached and screen is self.screen:
            self.refresh(recompose=True)


class Gauges(Widget):
    """The gauges as bars with figures: in two columns, or in one where there is little room."""

    def __init__(self, gauges: tuple[GaugeView, ...]) -> None:
        super().__init__()
        self._gauges = gauges
        self._names = _widest(gauge.label for gauge in gauges)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Half as many lines in two columns."""
        return (len(self._gauges) + 1) // self._columns(width)

    def render(self) -> RenderResult:
        """The bars, all of the same length."""
        width = self.size.width
        if self._columns(width) == 1:
            bar = max(4, width - self._names - LONG - 3)
            return Content("\n").join(self._gauge(gauge, bar, LONG) for gauge in self._gauges)
        half = (len(self._gauges) + 1) // 2
        bar = (width - 2 * self._names - LONG - SHORT - 7) // 2
        return Content("\n").join(
            Content.assemble(self._gauge(left, bar, LONG), "   ", self._gauge(right, bar, SHORT))
            for left, right in zip(self._gauges[:half], self._gauges[half:], strict=True)
        )

    @staticmethod
    def _columns(width: int) -> int:
        return 2 if width >= 74 else 1

    def _gauge(self, gauge: GaugeView, bar: int, columns: int) -> Content:
        halves = round(gauge.share * 2 * bar)
        full = "█" * (halves // 2) + "▌" * (halves % 2)
        return Content.assemble(
            (f"{gauge.label:<{self._names}} ", "bold"),
            full,
            ("░" * (bar - len(full)), "$dim"),
            f" {', '.join(filter(None, (gauge.figure, gauge.note))):<{columns}}",
        )


class OrderRow(Horizontal):
    @dataclass
    class Pressed(Message):
        """Somebody clicked on this order; twice: as the second half of a double click."""

        number: int
        twice: bool

    def __init__(self, order: OfferedOrder) -> None:
        super().__init__(id=f"order-{order.number}", classes="locked" if order.locked else "")
        self.order = order

    def compose(self) -> ComposeResult:
        order = self.order
        yield Static("", classes="mark")
        yield Static(
            Content.assemble((f"{order.number}  ", "bold"), kind_tag(order.kind)), classes="tag"
        )
        words = [Content(order.label)]
        if order.half:
            words.append(Content.styled(_(" (half the watch)"), "$dim"))
        if order.locked:
            words.append(
                Content.styled("\n" + _("locked: {reason}", reason=order.locked), "italic")
            )
        with Vertical(classes="label"):
            yield Static(Content("").join(words))
            yield Static(stakes_in_dots(order.stakes), markup=False, classes="stakes")

    def mark(self, chosen: bool) -> None:
        """Show whether this is the order that would be given."""
        self.set_class(chosen, "chosen")
        self.query_one(".mark", Static).update("►" if chosen else "")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self.order.number, event.chain > 1))


class Orders(Vertical):
    """The orders of a watch: the first press chooses, the second or Enter gives."""

    chosen: reactive[int] = reactive(0)

    @dataclass
    class Given(Message):
        """The captain means it; order: its id."""

        order: str

    def __init__(self, orders: tuple[OfferedOrder, ...]) -> None:
        super().__init__()
        self._orders = {order.number: order for order in orders}
        self.border_title = _("Your order: press 1 to {last}", last=len(orders))

    def compose(self) -> ComposeResult:
        yield from (OrderRow(order) for order in self._orders.values())

    def press(self, number: int) -> None:
        """Choose an order, or give it if it was chosen already."""
        order = self._orders.get(number)
        if order is None:
            return
        if order.locked:
            self.chosen = 0
            self.border_title = _(
                "Order {number} is locked: its reason stands below it", number=number
            )
        elif number == self.chosen:
            self.give()
        else:
            self.chosen = number

    def give(self) -> None:
        """Give the chosen order; without one, say how to choose."""
        if self.chosen:
            self.post_message(self.Given(self._orders[self.chosen].id))
        else:
            self.border_title = _(
                "Choose first: press 1 to {last}, or click", last=len(self._orders)
            )

    def take_back(self) -> bool:
        """Choose none; whether there was one to take back."""
        was, self.chosen = self.chosen, 0
        return bool(was)

    def move(self, by: int) -> None:
        """Choose the next open order up or down."""
        open_orders = [number for number, order in self._orders.items() if not order.locked]
        if self.chosen in open_orders:
            at = open_orders.index(self.chosen) + by
        else:
            at = 0 if by > 0 else -1
        self.chosen = open_orders[at % len(open_orders)]

    def watch_chosen(self, chosen: int) -> None:
        """Mark the chosen row and say what comes next."""
        for row in self.query(OrderRow):
            row.mark(row.order.number == chosen)
        self.border_title = (
            _(
                "Enter, or {number} again, gives order {number}; Backspace takes it back",
                number=chosen,
            )
            if chosen
            else _("Your order: press 1 to {last}", last=len(self._orders))
        )

    def on_order_row_pressed(self, pressed: OrderRow.Pressed) -> None:
        """A click is a press; a double click only chooses."""
        pressed.stop()
        if not (pressed.twice and pressed.number == self.chosen):
            self.press(pressed.number)
