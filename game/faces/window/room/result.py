"""What came of it: of one ship as on deck; of a convoy each crew's card, then every wake."""

from __future__ import annotations

from typing import ClassVar

from game.faces.window.room.charts import convoy_chart, in_pages, told
from game.faces.window.room.inquiry import Inquiry
from game.faces.window.room.seen import Seen
from game.faces.window.room.stage import RoomScreen
from game.faces.window.screens.deck import ResultScreen, change_row
from game.faces.window.screens.ending import EndingScreen
from game.faces.window.sheet import Row, Writer, Writing
from game.faces.window.type import Style
from game.faces.words import HOW_IT_ENDED, prose
from game.session.view import CrewView
from game.voyage.view import ResultView

HEADLINE_GAUGES = ("Progress", "Stability")


class AnswerScreen(RoomScreen):
    """One ship: what the sea answered, what moved, and why; then her ending, if it is one."""

    has_gauges: ClassVar[bool] = True

    def __init__(self, seen: Seen, result: ResultView) -> None:
        crew = seen.deciding[0]
        super().__init__(seen, result.sea)
        self.watch = f"{result.number} of {crew.watch.of}" if crew.watch else ""
        self._result = result

    def rows(self, writer: Writer) -> list[Row]:
        """As on deck."""
        crew = self.seen.view.crews[0]
        rows = ResultScreen(self._result, self.watch, crew.gauges).rows(writer)
        if crew.end:
            rows += [writer.page(), *EndingScreen(crew.end).rows(writer)]
        return rows


class CardsScreen(RoomScreen):
    """A convoy: a card a crew, side by side; endings; and the chart with every wake."""

    share: ClassVar[float] = 1.0

    def __init__(self, seen: Seen, inquiry: Inquiry) -> None:
        sailed = [crew.result for crew in seen.deciding if crew.result]
        super().__init__(seen, sailed[0].sea)
        self._inquiry = inquiry

    def rows(self, writer: Writer) -> list[Row]:
        """Cards, endings, wakes."""
        crews = [crew for crew in self.seen.view.crews if crew.result]
        rows = in_pages(writer, [_card(crew) for crew in crews])
        ended = [crew for crew in crews if crew.end]
        if ended:
            rows += [writer.page(), *in_pages(writer, [_ending(crew) for crew in ended])]
        drawn = convoy_chart(self.seen)
        wakes = told(writer, self._inquiry, drawn, [(1.0, "the convoy", drawn)])
        return [*rows, writer.page(), *wakes]

    def next_told(self) -> str:
        """On the page before the last, the chart comes."""
        return "Every wake" if self.page == self.pages - 2 else super().next_told()


def _card(crew: CrewView) -> Writing:
    def write(writer: Writer) -> list[Row]:
        result = crew.result
        rows = writer.text(crew.name, Style.ORDER, keep=True)[:-1]
        if result is None:
            return rows
        rows += writer.signed(result.kind, result.order)[:-1]
        rows.append(writer.gap(share=1.0))
        for change in result.changes:
            if change.label in HEADLINE_GAUGES:
                rows += change_row(writer, change)
        rows.append(writer.gap(share=1.0))
        rows += writer.text(result.why)
        for returned in result.returned:
            rows += writer.text(returned, Style.SMALL)
        return rows

    return write


def _ending(crew: CrewView) -> Writing:
    def write(writer: Writer) -> list[Row]:
        end = crew.end
        if end is None:
            return []
        ended = f"She {HOW_IT_ENDED[end.outcome]}, after {end.watches} watches."
        rows = writer.text(crew.name, Style.STRONG, writer.canvas.theme.dim)[:-1]
        rows += writer.text(end.title, Style.ORDER)
        return rows + writer.text(ended, Style.STRONG) + writer.text(prose(end.text))

    return write
