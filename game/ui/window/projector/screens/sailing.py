"""After the order: the ship sails her watch; of a convoy, every ship in a lane of her own."""

from __future__ import annotations

from math import sin

import pygame
from pygame import Rect

from game.i18n import _
from game.session.projector_view import CrewView
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.projector.vote_bars import HOW
from game.ui.window.solo.watch import number_of
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.plates import StagePage, StageWriter, stage_pages
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import GaugeView, ResultView


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
    """A convoy: every ship in a lane, from where she was to where she is."""

    animation_seconds = 3.2

    def __init__(self, state: ProjectorState) -> None:
        sailed = [crew.result for crew in state.deciding if crew.result]
        super().__init__(state, sailed[0].sea)
        self._lanes: list[tuple[Rect, float, float]] = []

    def rows(self, writer: Writer) -> list[Row]:
        self._lanes = []
        crews = self.state.view.crews
        rows = writer.text(_("Under way"), Style.HEADLINE, keep=True)[:-1]
        room = writer.height - sum(row.height for row in rows)
        high = min(writer.canvas.vh(17), room // len(crews))
        return rows + [self._lane(writer, crew, high) for crew in crews]

    def _lane(self, writer: Writer, crew: CrewView, high: int) -> Row:
        canvas, type_ = writer.canvas, writer.canvas.type
        left = canvas.vh(30)

        def draw(area: Rect) -> None:
            result = crew.result
            below = area.top + type_.leading(Style.STRONG)
            canvas.line(crew.name, Style.STRONG, area.topleft)
            if result:
                size = canvas.vh(2.4)
                middle = area.left + size / 2, below + type_.leading(Style.SMALL) / 2
                canvas.sign(result.kind, middle, size)
                text = result.kind.word
                at = (area.left + canvas.vh(4), below)
                canvas.line(text, Style.SMALL, at, canvas.theme.ink(result.kind))
            elif crew.end:
                text = crew.end.outcome.ended.split(",")[0]
                canvas.line(text, Style.SMALL, (area.left, below), canvas.theme.dim)
            lane = Rect(area.left + left, area.top, area.width - left - canvas.vh(3), high)
            before, after = _progress_of(crew, result)
            self._lanes.append((lane, before, after))

        return Row(high, draw)

    def animate(self, canvas: Canvas, share: float) -> Rect:
        eased = share * share * (3 - 2 * share)
        for lane, before, after in self._lanes:
            _draw_lane(canvas, lane, before, before + (after - before) * eased, share)
        if not self._lanes:
            return Rect(0, 0, 0, 0)
        whole = self._lanes[0][0].unionall([lane for lane, *_ in self._lanes])
        return whole.inflate(canvas.vh(6), 0)


def _progress_of(crew: CrewView, result: ResultView | None) -> tuple[float, float]:
    """Progress before the watch and after it, shares."""
    after = _progress(crew.gauges)
    return (_progress(crew.watch.gauges) if crew.watch and result else after), after


def _progress(gauges: tuple[GaugeView, ...]) -> float:
    return next(gauge.share for gauge in gauges if gauge.id == "progress")


def _draw_lane(canvas: Canvas, lane: Rect, start: float, at: float, share: float) -> None:
    theme, surface = canvas.theme, canvas.surface
    surface.fill(theme.paper, lane.inflate(canvas.vh(6), -2))
    y = lane.centery + canvas.vh(2)
    for x in range(lane.left, lane.right, canvas.vh(2)):
        surface.fill(theme.edge, Rect(x, y, canvas.vh(1), canvas.hair))
    for mark in (0.25, 0.5, 0.75):
        x = lane.left + round(mark * lane.width)
        surface.fill(theme.edge, Rect(x, y - canvas.vh(0.8), canvas.hair, canvas.vh(1.6)))
    pygame.draw.circle(surface, theme.paper, (lane.right, y), canvas.vh(1.8))
    pygame.draw.circle(surface, theme.better, (lane.right, y), canvas.vh(1.8), canvas.hair)
    x, old = (lane.left + round(part * lane.width) for part in (at, start))
    surface.fill(theme.dim, Rect(lane.left, y - canvas.hair, old - lane.left, canvas.hair * 3))
    wake = Rect(min(old, x), y - canvas.hair, abs(x - old), canvas.hair * 3)
    surface.fill(theme.text, wake)
    _draw_ship(canvas, x, y, sin(share * 9) * (1 - share))


def _draw_ship(canvas: Canvas, x: int, y: int, roll: float) -> None:
    theme, surface, s = canvas.theme, canvas.surface, canvas.vh(2.6)
    lean = roll * s * 0.25
    hull = [(x - s, y - s * 0.35), (x + s, y - s * 0.35), (x + s * 0.6, y + s * 0.4)]
    pygame.draw.polygon(surface, theme.paper, [*hull, (x - s * 0.7, y + s * 0.4)], canvas.hair * 3)
    pygame.draw.polygon(surface, theme.text, [*hull, (x - s * 0.7, y + s * 0.4)])
    top = y - 2.3 * s
    main = [(x + lean, top), (x + s * 0.95, y - s * 0.55), (x + s * 0.05, y - s * 0.55)]
    jib = [(x - s * 0.1 + lean, top), (x - s * 0.1, y - s * 0.55), (x - s * 0.8, y - s * 0.55)]
    pygame.draw.polygon(surface, theme.text, main)
    pygame.draw.polygon(surface, theme.dim, jib)
