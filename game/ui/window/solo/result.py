"""On deck: what came of an order: first the sea, then what moved, then the words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.i18n import N_, _
from game.ui.vocabulary import prose
from game.ui.window.input import Action, Input
from game.ui.window.requests import Goto, Overlay, Place
from game.ui.window.screens.screen import MENU
from game.ui.window.screens.stage import StageScreen
from game.ui.window.solo.watch import LOG
from game.ui.window.widgets.figures import longer, moved_rows
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.plates import StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer, Writing
from game.voyage.view import GaugeView, ResultView

SEA, FIGURE = 1.6, 0.45
"""Seconds that the sea is seen alone, and that each figure is."""
COUNTING, STEPS = 0.7, 5
"""The share of a figure's time in which it counts, and in how many steps."""


class ResultScreen(StageScreen):
    """before: the gauges as they were, for as long as it is not told what moved."""

    foot = (
        MENU,
        LOG,
        Button(Overlay.NUMBERS, "W", N_("Why?")),
        Button(Action.CONFIRM, "Enter", N_("Sail on")),
    )
    next = Place.VOYAGE
    is_answer = True

    def __init__(
        self,
        result: ResultView,
        watch: str,
        gauges: tuple[GaugeView, ...],
        before: tuple[GaugeView, ...] = (),
    ) -> None:
        super().__init__(result.sea)
        self.watch, self.gauges = watch, gauges
        self._result, self._before = result, before or gauges
        self.telling = Telling(len(result.changes))
        self.animation_seconds = self.telling.seconds

    @property
    def revision(self) -> object:
        """How much has been told."""
        return self.telling.told, self.telling.counted

    @property
    def is_telling(self) -> bool:
        return not self.telling.is_over

    def tell(self, share: float) -> None:
        self.telling.tell(share)
        if self.telling.is_over:
            self.animation_seconds = 0.0

    def gauges_above(self) -> tuple[GaugeView, ...]:
        return self.gauges if self.telling.is_over else self._before

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        return result_pages(writer, self._result, self.watch, self.telling)

    def rows(self, writer: Writer) -> list[Row]:
        watch = _("Watch {watch}", watch=self.watch)
        rows = writer.text(watch, Style.STRONG) if self.is_blind else []
        return rows + result_rows(writer, self._result)

    def on(self, user_input: Input) -> Goto:
        return Overlay.NUMBERS if user_input is Action.WHY else super().on(user_input)


class Telling:
    """How much of a result has been told: the sea, then figure after figure, then the words.

    told: 0 while the sea is seen alone, then how many figures, then one more: everything.
    counted: how far the last of these figures has counted, 0 to 1.
    """

    def __init__(self, figures: int) -> None:
        self.figures, self.told, self.counted = figures, 0, 0.0
        self.seconds = SEA + FIGURE * figures

    @property
    def is_over(self) -> bool:
        return self.told > self.figures

    def tell(self, share: float) -> None:
        """share: of its seconds, 0 to 1."""
        if self.is_over:
            return
        past = share * self.seconds - SEA
        begun = 0 if past < 0 else min(self.figures, 1 + int(past / FIGURE))
        since = past / FIGURE - (begun - 1)
        self.counted = min(1.0, (1 + int(since * STEPS / COUNTING)) / STEPS) if begun else 0.0
        self.told = self.figures + 1 if share >= 1 else begun


def result_pages(
    writer: StageWriter, result: ResultView, watch: str, telling: Telling
) -> list[StagePage]:
    """What moved over the sea, the words below it; what has not been told keeps its place."""
    order = writer.below.signed(result.kind, result.order)
    if not telling.told:
        return stage_pages([], writer.pages(order)[:1])
    over = writer.over
    rows = over.text(_("Watch {watch}", watch=watch), Style.STRONG, keep=True)
    for number, change in enumerate(result.changes, 1):
        moved = moved_rows(over, change, telling.counted if number == telling.told else 1.0)
        rows += moved if number <= telling.told else map(_unseen, moved)
    plates = writer.plates([rows])
    if not telling.is_over:
        return stage_pages(plates, writer.pages(order)[:1])[:1]
    return stage_pages(plates, writer.flowing(word_writings(result), order, may_shrink=True))


def _unseen(row: Row) -> Row:
    return replace(row, draw=lambda _: None)


def result_rows(writer: Writer, result: ResultView) -> list[Row]:
    """All of it on a sheet."""

    def answer(writer: Writer) -> list[Row]:
        rows = writer.signed(result.kind, result.order)
        return rows + writer.text(prose(result.text), Style.STRONG) + writer.text(result.why)

    def moved(writer: Writer) -> list[Row]:
        rows = [row for change in result.changes for row in moved_rows(writer, change)]
        return [*rows, writer.gap(), *fix_rows(writer, result)]

    more = longer(writer)
    rows = writer.columns((0.57 - more, answer), (0.43 + more, moved))
    return rows + late_rows(writer, result)


def word_writings(result: ResultView) -> list[Writing]:
    """What happened, why, what a look has told, and what came of earlier orders."""
    return [
        lambda writer: writer.text(prose(result.text), Style.STRONG),
        lambda writer: writer.text(result.why),
        partial(fix_rows, result=result),
        partial(learnt_rows, result=result),
        *(partial(_returned_rows, returned=each) for each in result.returned),
    ]


def fix_rows(writer: Writer, result: ResultView) -> list[Row]:
    return writer.text(result.fix, ink=writer.canvas.theme.course) if result.fix else []


def late_rows(writer: Writer, result: ResultView) -> list[Row]:
    """What a failure has taught, and what earlier orders came to."""
    back = [row for each in result.returned for row in _returned_rows(writer, each)]
    return learnt_rows(writer, result) + back


def _returned_rows(writer: Writer, returned: str) -> list[Row]:
    return writer.text(returned, Style.STRONG)


def learnt_rows(writer: Writer, result: ResultView) -> list[Row]:
    """What a failure has taught, set apart from how it went."""
    if not result.learnt:
        return []
    head = writer.text(_("Learnt"), Style.STRONG, writer.canvas.theme.dim, keep=True)[:-1]
    return head + writer.text(prose(result.learnt), Style.STRONG)
