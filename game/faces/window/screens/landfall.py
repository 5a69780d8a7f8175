"""When all is over: the ending, and a first debrief."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pygame import Rect

from game.faces.window.foot import Button
from game.faces.window.screens.screen import BACK, Goto, Screen, Wish
from game.faces.window.sheet import Row, Writer
from game.faces.window.type import Style
from game.faces.window.wakes import draw_wakes
from game.faces.words import HOW_IT_ENDED, prose
from game.insight.sailing import Track
from game.voyage.view import EndView


class EndingScreen(Screen):
    """The sea is quiet for a moment."""

    foot: ClassVar[tuple[Button, ...]] = (
        Button("title", "Esc", "Title"),
        Button("log", "L", "Log"),
        Button("on", "Enter", "Debrief"),
    )
    share = 0.0
    ship_at = 0.3

    def __init__(self, end: EndView) -> None:
        super().__init__(end.sea)
        self.gauges = end.gauges
        self._end = end

    def rows(self, writer: Writer) -> list[Row]:
        """Title, what became of her, and the story's last words."""
        end = self._end
        rows = writer.text(end.title, Style.HEADLINE, keep=True)
        ended = f"She {HOW_IT_ENDED[end.outcome]}, after {end.watches} watches."
        return rows + writer.text(ended, Style.STRONG) + writer.text(prose(end.text))

    def press(self, id: str) -> Goto:
        """On to the debrief."""
        return Wish("debrief" if id == "on" else id)


class DebriefScreen(Screen):
    """Your wake beside two ghosts' in the same weather; then a question."""

    foot: ClassVar[tuple[Button, ...]] = (BACK, Button("on", "Enter", "Title"))
    is_still = True
    share = 1.0

    def __init__(self, end: EndView, wakes: Sequence[Track]) -> None:
        super().__init__(end.sea)
        self._end, self._wakes = end, wakes

    def rows(self, writer: Writer) -> list[Row]:
        """Two charts; the question on a page of its own, with others to talk about."""
        height = min(writer.height - writer.canvas.vh(26), writer.canvas.vh(52))
        rows = writer.text("The same weather, three captains", Style.HEADLINE, keep=True)

        def chart(name: str) -> list[Row]:
            def draw(area: Rect) -> None:
                draw_wakes(writer.canvas, area, name, self._wakes)

            return writer.figure(height, draw)

        rows += writer.columns(
            (0.5, lambda _: chart("progress")), (0.5, lambda _: chart("stability"))
        )
        for wake in self._wakes[1:]:
            rows += writer.text(f"{wake.captain.capitalize()} {HOW_IT_ENDED[wake.outcome]}.")
        rows.append(writer.page())
        rows += writer.text(self._end.ask or "What will you do on Monday?", Style.HEADLINE)
        for question in self._end.questions:
            rows += writer.text(question)
        return rows

    def press(self, id: str) -> Goto:
        """To the title, or back to the ending."""
        return Wish("title" if id == "on" else id)
