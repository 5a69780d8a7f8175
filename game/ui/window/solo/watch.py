"""On deck: the watch to be decided."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from game.i18n import N_, _
from game.ui.vocabulary import prose, sentence
from game.ui.window.input import Action, Input
from game.ui.window.requests import Goto, Overlay
from game.ui.window.screens.screen import MENU, ON, TAKE_BACK
from game.ui.window.screens.stage import StageScreen
from game.ui.window.widgets.barometer import barometer_rows
from game.ui.window.widgets.choices import Choice, order_choice, order_rows
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.frame import LARGE
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.plates import Plates, StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer, Writing
from game.voyage.stakes import stakes_in_dots
from game.voyage.view import Line, OfferedOrder, WatchView

LOG = Button(Overlay.LOG, "L", N_("Log"))
BESIDE_GLASS = 68
"""How wide a plate is on which the rudder has room beside the barometer."""


class WatchScreen(StageScreen):
    """One watch: read, hear both, choose, and choose once more to give the order."""

    foot: ClassVar[tuple[Button, ...]] = (
        MENU,
        TAKE_BACK,
        Button(Action.CONFIRM, "Enter", N_("Give order")),
    )
    has_glass = True

    def __init__(self, watch: WatchView, word: str = "") -> None:
        super().__init__(watch.sea)
        self.gauges, self.watch = watch.gauges, number_of(watch)
        self.view, self.word, self.begins = watch, word, (watch,)

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(self.word, Style.STRONG) if self.word else []
        if self.is_blind:
            rows += writer.text(_("Watch {watch}", watch=self.watch), Style.STRONG)
        situation = partial(situation_rows, watch=self.view)
        rows += writer.columns((0.6, situation), (0.4, self._weather))
        rows.append(writer.page())
        return rows + voice_rows(writer, self.view) + order_rows(writer, self.choices())

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        """What is, and the weather; then both voices above all orders."""
        situation = situation_pages(writer, self.view, self.word, rudder=True)
        orders = writer.orders(self.choices())
        over = lock_plates(writer, self._lock)
        if stakes := next((choice.note for choice in self.choices() if choice.note), ""):
            beneath = writer.beneath(orders, stakes)
            orders += beneath
            over = [] if beneath else writer.plates([writer.over.text(stakes, Style.SMALL)])
        over = over or writer.speeches(self.view.lines)
        return situation + stage_pages(over, [orders])

    def choices(self) -> list[Choice]:
        return [order_choice(order, self._stakes(order)) for order in self.view.orders]

    def _stakes(self, order: OfferedOrder) -> str:
        """What an order is likely to move, once it is marked and can be given."""
        can_be_given = order.id == self.mark and not order.locked
        return stakes_in_dots(order.stakes) if can_be_given else ""

    @property
    def _lock(self) -> str:
        """Why the marked order is locked: that can be read, no more."""
        return next((choice.locked for choice in self.choices() if choice.id == self.mark), "")

    def chosen(self, id: str) -> Goto:
        """Once chooses, twice gives: a mis-click is never an order."""
        if self.mark == id:
            return None if self._lock else super().chosen(id)
        self.mark = id
        return None

    def on(self, user_input: Input) -> Goto:
        return Overlay.NUMBERS if user_input is Action.WHY else super().on(user_input)

    def buttons(self) -> list[Button]:
        """What can be taken back stands in the log's place."""
        buttons = super().buttons()
        return buttons if self.mark else [LOG if b == TAKE_BACK else b for b in buttons]

    def _widest_buttons(self) -> list[Button]:
        *others, give = super()._widest_buttons()
        return [*others, replace(give, label=N_("Another order"))]

    def enter(self) -> str:
        """Before the orders, on; before an order is chosen, choose; then, give it."""
        label = super().enter()
        if self._lock:
            return N_("Another order")
        if (
            label == ON.label
            and not self._choices_on(self.page)
            and self._choices_on(self.page + 1)
        ):
            return N_("Hear them out")
        return label if self.mark or label == ON.label else N_("Choose")

    def _confirm(self) -> Goto:
        """Give what is marked; from a locked order, on to the next."""
        return self._next() if self._lock else super()._confirm()

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


def number_of(watch: WatchView) -> str:
    return _("{number} of {of}", number=watch.number, of=watch.of)


def warnings_said(watch: WatchView) -> str:
    """What is said of gauges that have just become low, a line each."""
    return "\n".join(f"{line.name}: {line.text}" for line in watch.warnings)


def situation_rows(writer: Writer, watch: WatchView) -> list[Row]:
    """What is, and the words in it that nobody has explained yet."""
    rows = writer.text(prose(watch.situation))
    return rows + [row for write in word_writings(watch) for row in write(writer)]


def word_writings(watch: WatchView) -> list[Writing]:
    """What each new word means, a paragraph each."""
    explained = (
        _("{word}: {meaning}.", word=word.capitalize(), meaning=meaning)
        for word, meaning in watch.words.items()
    )
    return [partial(_small, words=words) for words in explained]


def _small(writer: Writer, words: str) -> list[Row]:
    return writer.text(words, Style.SMALL, writer.canvas.theme.dim)


def situation_pages(
    writer: StageWriter, watch: WatchView, word: str = "", *, rudder: bool
) -> list[StagePage]:
    """What is, below the sea; over it the weather. The rudder stands where there is room.

    word: what is to be said first.
    """
    over, canvas = writer.over, writer.canvas
    rows = over.text(_("Watch {watch}", watch=number_of(watch)), Style.STRONG, keep=True)
    rows += forecast_rows(over, watch)
    below: list[Writing] = [lambda writer: writer.text(word, Style.STRONG)] if word else []
    below += [lambda writer: writer.text(prose(watch.situation)), *word_writings(watch)]
    glass = partial(barometer_rows, sea=watch.sea)
    if rudder and over.width >= canvas.vh(BESIDE_GLASS) * canvas.type.scale:
        helm = partial(rudder_rows, watch=watch)
        rows.append(over.side_by_side(((0.45, glass), (0.55, helm)), 2))
        return stage_pages(writer.plates([rows]), writer.flowing(below))
    rows += glass(over)
    plates = writer.plates([rows])
    if rudder:
        also = over.text(sentence(watch.rudder), Style.LABEL)
        steered = writer.plates([[*rows, over.gap(), *also]])
        if len(steered) > len(plates):
            below.append(lambda writer: writer.text(sentence(watch.rudder), Style.LABEL))
        else:
            plates = steered
    return stage_pages(plates, writer.flowing(below))


def lock_plates(writer: StageWriter, reason: str) -> list[Plates]:
    """Why the marked order cannot be given, if it is locked; on one plate."""
    if not reason:
        return []
    locked = _("Locked: {reason}", reason=reason)
    plates = writer.plates([writer.over.text(locked)])
    return plates if len(plates) == 1 else writer.plates([writer.over.scaled(1.0).text(locked)])


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
