"""On deck: the watch to be decided, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from game.i18n import N_, _
from game.ui.vocabulary import prose, sentence
from game.ui.window.input import Action, Input
from game.ui.window.requests import Goto, Overlay, Place
from game.ui.window.screens.screen import MENU, ON, TAKE_BACK, Screen
from game.ui.window.widgets.choices import Choice, order_choice, order_rows
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.frame import LARGE
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.stakes import stakes_in_dots
from game.voyage.view import Change, GaugeView, Line, OfferedOrder, ResultView, WatchView

LOG = Button(Overlay.LOG, "L", N_("Log"))


class WatchScreen(Screen):
    """One watch: read, hear both, choose, and choose once more to give the order."""

    foot: ClassVar[tuple[Button, ...]] = (
        MENU,
        TAKE_BACK,
        Button(Action.CONFIRM, "Enter", N_("Give order")),
    )
    share = 0.0
    ship_at = 0.3
    has_glass = True

    def __init__(self, watch: WatchView, word: str = "") -> None:
        super().__init__(watch.sea)
        self.gauges, self.watch = watch.gauges, number_of(watch)
        self.view, self.word = watch, word

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(self.word, Style.STRONG) if self.word else []
        if self.is_blind:
            rows += writer.text(_("Watch {watch}", watch=self.watch), Style.STRONG)
        situation = partial(situation_rows, watch=self.view)
        rows += writer.columns((0.6, situation), (0.4, self._weather))
        rows.append(writer.page())
        return rows + voice_rows(writer, self.view) + order_rows(writer, self.choices())

    def choices(self) -> list[Choice]:
        return [order_choice(order, self._stakes(order)) for order in self.view.orders]

    def _stakes(self, order: OfferedOrder) -> str:
        """What an order is likely to move, once it is marked and can be given."""
        can_be_given = order.id == self.mark and not order.locked
        return stakes_in_dots(order.stakes) if can_be_given else ""

    @property
    def _is_locked(self) -> bool:
        """Whether the marked order is locked: its reason can be read, no more."""
        return any(choice.locked for choice in self.choices() if choice.id == self.mark)

    def chosen(self, id: str) -> Goto:
        """Once chooses, twice gives: a mis-click is never an order."""
        if self.mark == id:
            return None if self._is_locked else super().chosen(id)
        self.mark = id
        return None

    def on(self, user_input: Input) -> Goto:
        return Overlay.NUMBERS if user_input is Action.WHY else super().on(user_input)

    def buttons(self) -> list[Button]:
        """What can be taken back stands in the log's place."""
        buttons = super().buttons()
        return buttons if self.mark else [LOG if b == TAKE_BACK else b for b in buttons]

    def enter(self) -> str:
        """Before the orders, on; before an order is chosen, choose; then, give it."""
        label = super().enter()
        if self._is_locked:
            return N_("Another order")
        if label == ON.label and self.page == self.pages - 2:
            return N_("Hear them out")
        return label if self.mark or label == ON.label else N_("Choose")

    def _confirm(self) -> Goto:
        """Give what is marked; from a locked order, on to the next."""
        return self._next() if self._is_locked else super()._confirm()

    def _weather(self, writer: Writer) -> list[Row]:
        watch = self.view
        rows = forecast_rows(writer, watch) + rudder_rows(writer, watch)
        if self.is_blind:
            rows += _noted(writer, _("Barometer"), watch.barometer)
        if writer.canvas.type.scale >= LARGE:
            for gauge in self.gauges:
                rows += writer.pair(gauge.label, gauge.figure)
                rows += writer.text(gauge.note, Style.SMALL) if gauge.note else []
        return rows


class ResultScreen(Screen):
    foot = (
        MENU,
        LOG,
        Button(Overlay.NUMBERS, "W", N_("Why?")),
        Button(Action.CONFIRM, "Enter", N_("Sail on")),
    )
    next = Place.VOYAGE
    share = 0.0
    ship_at = 0.3

    def __init__(self, result: ResultView, watch: str, gauges: tuple[GaugeView, ...]) -> None:
        super().__init__(result.sea)
        self.watch, self.gauges = watch, gauges
        self._result = result

    def rows(self, writer: Writer) -> list[Row]:
        watch = _("Watch {watch}", watch=self.watch)
        rows = writer.text(watch, Style.STRONG) if self.is_blind else []
        more = writer.longer
        rows += writer.columns((0.57 - more, self._answer), (0.43 + more, self._moved))
        rows += learnt_rows(writer, self._result)
        for returned in self._result.returned:
            rows += writer.text(returned, Style.STRONG)
        return rows

    def on(self, user_input: Input) -> Goto:
        return Overlay.NUMBERS if user_input is Action.WHY else super().on(user_input)

    def _answer(self, writer: Writer) -> list[Row]:
        result = self._result
        rows = writer.signed(result.kind, result.order)
        rows += writer.text(prose(result.text), Style.STRONG)
        rows += writer.text(result.why)
        return rows

    def _moved(self, writer: Writer) -> list[Row]:
        rows = [row for change in self._result.changes for row in _change(writer, change)]
        if self._result.fix:
            rows.append(writer.gap())
            rows += writer.text(self._result.fix, ink=writer.canvas.theme.course)
        return rows


def learnt_rows(writer: Writer, result: ResultView) -> list[Row]:
    """What a failure has taught, set apart from how it went."""
    if not result.learnt:
        return []
    head = writer.text(_("Learnt"), Style.SMALL, writer.canvas.theme.dim, keep=True)[:-1]
    return head + writer.text(prose(result.learnt), Style.STRONG)


def number_of(watch: WatchView) -> str:
    return _("{number} of {of}", number=watch.number, of=watch.of)


def situation_rows(writer: Writer, watch: WatchView) -> list[Row]:
    """What is, and the words in it that nobody has explained yet."""
    rows = writer.text(prose(watch.situation))
    for word, meaning in watch.words.items():
        explained = _("{word}: {meaning}.", word=word.capitalize(), meaning=meaning)
        rows += writer.text(explained, Style.SMALL, writer.canvas.theme.dim)
    return rows


def voice_rows(writer: Writer, watch: WatchView) -> list[Row]:
    share = 1 / max(1, len(watch.lines))
    voices = [(share, partial(_speech, line=line)) for line in watch.lines]
    return writer.columns(*voices) if voices else []


def forecast_rows(writer: Writer, watch: WatchView) -> list[Row]:
    return _noted(writer, _("Forecast"), watch.forecast)


def rudder_rows(writer: Writer, watch: WatchView) -> list[Row]:
    return _noted(writer, _("Rudder"), watch.rudder.removeprefix(_("Rudder") + " "))


def _speech(writer: Writer, line: Line) -> list[Row]:
    return writer.speech(line.name, line.speaks_for, line.text, line.picture)


def _noted(writer: Writer, name: str, words: str) -> list[Row]:
    ink = writer.canvas.theme.dim
    head = writer.text(name, Style.SMALL, ink, keep=True)[:-1]
    return head + writer.text(sentence(words), Style.LABEL)


def _change(writer: Writer, change: Change) -> list[Row]:
    theme = writer.canvas.theme
    ink = {"better": theme.better, "worse": theme.worse}.get(change.word, theme.text)
    degrees = " " + _("degrees")
    before, after = (figure.replace(degrees, "°") for figure in (change.before, change.after))
    return writer.moved((change.label, before, after, _(change.word)), change.by > 0, ink)
