"""When all is over: the ending."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.i18n import N_, ngettext
from game.scenario.model.scene import Hour, Sky
from game.ship.ship import Outcome
from game.ui.vocabulary import prose
from game.ui.window.input import Action
from game.ui.window.requests import Overlay, Place
from game.ui.window.screens.stage import StageScreen
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.plates import StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.sea import Backdrop, Sea
from game.voyage.view import EndView


class EndingScreen(StageScreen):
    foot = (
        Button(Place.TITLE, "Esc", N_("Title")),
        Button(Overlay.LOG, "L", N_("Log")),
        Button(Action.CONFIRM, "Enter", N_("Debrief")),
    )
    next = Place.DEBRIEF
    has_bearing = False

    def __init__(self, end: EndView) -> None:
        super().__init__(ending_sea(end))
        self.ending = end.outcome
        self.gauges = end.gauges
        self._end = end

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        return ending_pages(writer, self._end)

    def rows(self, writer: Writer) -> list[Row]:
        return ending_rows(writer, self._end)


def ending_pages(writer: StageWriter, end: EndView) -> list[StagePage]:
    """Nothing over the place where it ended; the words below it, side by side if they fit."""
    parts = (0.4, partial(ended_rows, end=end)), (0.6, partial(text_rows, end=end))
    row = writer.below.side_by_side(parts, 3, trim=True)
    rows = [row] if row.height <= writer.below.height else ending_rows(writer.below, end)
    return stage_pages([], writer.pages(rows))


def ending_rows(writer: Writer, end: EndView) -> list[Row]:
    return ended_rows(writer, end) + text_rows(writer, end)


def ended_rows(writer: Writer, end: EndView) -> list[Row]:
    ended = ngettext(
        "She {ended}, after {count} watches.",
        "She {ended}, after {count} watches.",
        end.watches,
        ended=end.outcome.ended,
    )
    rows = writer.text(end.title, Style.HEADLINE, keep=True)
    return rows + writer.text(ended, Style.STRONG)


def text_rows(writer: Writer, end: EndView) -> list[Row]:
    return writer.text(prose(end.text))


AT_REST: dict[Outcome, Backdrop] = {
    Outcome.ARRIVED: Backdrop(Sky.CLEAR, Hour.DUSK),
    Outcome.HARBOUR: Backdrop(Sky.CLEAR, Hour.DAY),
    Outcome.FOUNDERED: Backdrop(Sky.HAZE, Hour.DAWN),
    Outcome.ADRIFT: Backdrop(Sky.OVERCAST, Hour.DAY),
    Outcome.MUTINY: Backdrop(Sky.CLEAR, Hour.NIGHT),
}
"""The sky that each outcome ends under."""
AWAY = 180.0
"""Where nobody sees a port: behind."""


def ending_sea(end: EndView) -> Sea:
    """The sea of the place where a voyage has ended: still, and only an arrival sees its port."""
    is_there = end.outcome is Outcome.ARRIVED
    return replace(
        end.sea,
        backdrop=AT_REST[end.outcome],
        wind=0.8,
        heel=0.1,
        sail=0.1 if end.outcome in (Outcome.ARRIVED, Outcome.HARBOUR) else end.sea.sail,
        progress=1.0 if is_there else end.sea.progress,
        bearing=58.0 if is_there else AWAY,
        doubt=0.0,
    )
