"""A screen of the voyage: plates over a sea that never moves, and what lies below it."""

from __future__ import annotations

from pygame import Rect

from game.layout.stage import EDGE, KEYS, SHIP_AT, Stage
from game.ui.window.requests import Goto
from game.ui.window.screens.screen import ON, Screen
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.hud import draw_hud
from game.ui.window.widgets.key_bar import Button, draw_key_bar, key_bar_height, page_turn_buttons
from game.ui.window.widgets.plates import StagePage, StageWriter
from game.voyage.sea import IN_HARBOUR, Sea
from game.voyage.view import GaugeView


class StageScreen(Screen):
    """Where text is too large for the stage, or the window too narrow, `rows` fills sheets."""

    share = 0.0
    ship_at = SHIP_AT

    def __init__(self, sea: Sea = IN_HARBOUR) -> None:
        super().__init__(sea)
        self._stage_pages: list[StagePage] = []

    def gauges_above(self) -> tuple[GaugeView, ...]:
        return self.gauges

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        raise NotImplementedError

    def draw(self, canvas: Canvas) -> None:
        plain = canvas.scaled(1.0)
        stage = self._stage(plain)
        if not stage.holds(canvas.type.scale):
            self._stage_pages = []
            super().draw(canvas)
            return
        self.is_blind = False
        draw_hud(plain, self.gauges_above(), self.sea)
        self.vista = canvas.box(stage.sea)
        canvas.ground_from(self.vista.bottom)
        self._stage_pages = self.stage_pages(StageWriter(canvas, stage, self.mark))
        self._pages = [page.placed for page in self._stage_pages]
        self._settle(canvas)
        self._stage_pages[self.page].draw(canvas)
        self._foot = draw_key_bar(plain, _keys(plain), self.buttons())

    def enter(self) -> str:
        return ON.label if self._has_more_to_say else super().enter()

    def _page_turns(self, page: int, pages: int) -> list[Button]:
        """In figures alone: below the sea each line is dear."""
        return page_turn_buttons(page, pages, short=True)

    def _next(self) -> Goto:
        """On: all that is said comes before what can be chosen."""
        if self._has_more_to_say:
            self.page += 1
            return None
        return super()._next()

    @property
    def _has_more_to_say(self) -> bool:
        return bool(self._stage_pages) and not self.mark and self.page < self.pages - 1

    def _stage(self, canvas: Canvas) -> Stage:
        lines = key_bar_height(canvas, _keys(canvas).width, self._widest_buttons())
        one = key_bar_height(canvas, _keys(canvas).width, [])
        more = 100 * (lines - one) / canvas.area.height
        return Stage(canvas.area.size, foot=KEYS + more)


def _keys(canvas: Canvas) -> Rect:
    """Where the keys stand: their last line ends as far above the foot as plates are apart."""
    return canvas.area.inflate(-2 * canvas.vh(EDGE), -2 * canvas.vh(1))
