"""After the order: the ship sails her watch; of a convoy, all ships on one sea."""

from __future__ import annotations

from functools import partial

from pygame import Rect

from game.i18n import _
from game.session.projector_view import CrewView
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.projector.vote_bars import HOW
from game.ui.window.solo.watch import number_of
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.frame import evenly
from game.ui.window.widgets.plates import StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import GaugeView


class SailingScreen(ProjectorScreen):
    has_gauges = True

    def __init__(self, state: ProjectorState) -> None:
        self._how, self._watch, self._result = next(
            (crew.how, crew.watch, crew.result)
            for crew in state.view.crews
            if crew.watch and crew.result
        )
        super().__init__(state, self._result.sea)
        self.watch = number_of(self._watch)

    def gauges_now(self) -> tuple[GaugeView, ...]:
        return self._watch.gauges

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        return stage_pages([], writer.pages(self.rows(writer.below)))

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.signed(self._result.kind, self._result.order)[:-1]
        how = _(HOW[self._how]) if self._how else ""
        return rows + writer.text(how, Style.SMALL, writer.canvas.theme.dim)[:-1]


class ConvoySailingScreen(ProjectorScreen):
    """A convoy: every ship makes her way on one sea; below, what each crew has ordered."""

    band = 0.66

    def __init__(self, state: ProjectorState) -> None:
        sailed = [crew.result for crew in state.deciding if crew.result]
        super().__init__(state, sailed[0].sea)

    def rows(self, writer: Writer) -> list[Row]:
        crews = self.state.view.crews
        wide = writer.canvas.vh(46)
        across = evenly(len(crews), max(1, writer.width // wide))
        rows = []
        for start in range(0, len(crews), across):
            cells = [partial(_ordered, crew=crew) for crew in crews[start : start + across]]
            parts = [(1 / across, cell) for cell in cells]
            rows.append(writer.side_by_side(parts, 2.4))
        return rows


def _ordered(writer: Writer, crew: CrewView) -> list[Row]:
    """Whose ship it is, and the sign of what she does; of an ended voyage, how it ended."""
    canvas, type_ = writer.canvas, writer.canvas.type
    result, leading = crew.result, type_.leading(Style.STRONG)

    def draw(area: Rect) -> None:
        left = canvas.line(f"{crew.name}  ", Style.STRONG, area.topleft).right
        below = area.top + round(0.7 * (leading - type_.leading(Style.SMALL)))
        if result:
            size = canvas.vh(2.4)
            canvas.sign(result.kind, (left + size / 2, area.top + leading / 2), size)
            at = left + canvas.vh(3.4), below
            canvas.line(result.kind.word, Style.SMALL, at, canvas.theme.ink(result.kind))
        elif crew.end:
            text = crew.end.outcome.ended.split(",")[0]
            canvas.line(text, Style.SMALL, (left, below), canvas.theme.dim)

    return [Row(leading, draw)]
