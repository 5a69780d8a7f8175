"""What came of it: of one ship as on deck; of a convoy each crew's card, then every wake."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pygame import Rect

from game.debrief.pages import PageId, chart_page
from game.i18n import N_, _
from game.number_format import listed
from game.session.projector_view import CrewView
from game.ui.vocabulary import prose
from game.ui.window.debrief_jobs import DebriefJobs
from game.ui.window.projector.cards import CONVOY, convoy_chart, in_pages
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.solo.ending import ending_pages, ending_rows, ending_sea
from game.ui.window.solo.result import Telling, learnt_rows, result_pages, result_rows
from game.ui.window.solo.watch import number_of
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.plates import StagePage, StageWriter
from game.ui.window.widgets.sheet import Row, Writer, Writing
from game.voyage.view import Change, EndView, ResultView

HEADLINE_GAUGES = (N_("Progress"), N_("Stability"))


class ShipResultScreen(ProjectorScreen):
    """One ship: what the sea answered, what moved, and why; then her ending, if it is one."""

    has_gauges = True
    is_answer = True

    def __init__(self, state: ProjectorState, result: ResultView) -> None:
        crew = state.deciding[0]
        super().__init__(state, result.sea)
        self.watch = number_of(crew.watch) if crew.watch else ""
        self._result = result
        self._telling, self._ends_at = Telling(len(result.changes)), 0
        self.animation_seconds = self._telling.seconds

    @property
    def revision(self) -> object:
        return super().revision, self._telling.told, self._telling.counted

    @property
    def is_telling(self) -> bool:
        return not self._telling.is_over

    def tell(self, share: float) -> None:
        self._telling.tell(share)
        if self._telling.is_over:
            self.animation_seconds = 0.0

    def stage_pages(self, writer: StageWriter) -> list[StagePage]:
        pages = result_pages(writer, self._result, self.watch, self._telling)
        end, self._ends_at = self.state.view.crews[0].end, len(pages)
        return pages + ending_pages(writer, end) if end and self._telling.is_over else pages

    def rows(self, writer: Writer) -> list[Row]:
        crew = self.state.view.crews[0]
        rows = result_rows(writer, self._result)
        self._ends_at = 0
        if crew.end:
            rows += [writer.page(), *ending_rows(writer, crew.end)]
        return rows

    def draw(self, canvas: Canvas) -> None:
        """The words of her ending stand before its place."""
        super().draw(canvas)
        end = self.state.view.crews[0].end
        is_at_end = self._telling.is_over and self.page >= (self._ends_at or self.pages - 1)
        self.ending = end.outcome if end and is_at_end else None
        self.sea = ending_sea(end) if end and is_at_end else self._result.sea


class ConvoyResultScreen(ProjectorScreen):
    """A convoy: a card a crew, side by side; endings; and the chart with every wake."""

    band = 0.35
    may_turn = 2
    is_answer = True

    def __init__(self, state: ProjectorState, debrief_jobs: DebriefJobs) -> None:
        sailed = [crew.result for crew in state.deciding if crew.result]
        super().__init__(state, sailed[0].sea)
        self._debrief_jobs = debrief_jobs

    @property
    def revision(self) -> object:
        return super().revision, self._debrief_jobs.revision

    def rows(self, writer: Writer) -> list[Row]:
        crews = [crew for crew in self.state.view.crews if crew.result]
        cards = [partial(_card, crew=crew, result=crew.result) for crew in crews if crew.result]
        rows = in_pages(writer, cards)
        if self.state.invitation is None:  # else each phone tells its own
            rows = [*in_pages(writer, _stories(crews)), writer.page(), *rows]
        rows += _returned(writer, crews)
        ended = _endings(crews)
        if ended:
            cards = [partial(_ending, end=end, names=names) for end, names in ended]
            rows += [writer.page(), *in_pages(writer, cards)]
        page = chart_page(PageId.TRACK, convoy_chart(self.state))
        wakes = self._debrief_jobs.charts.page_rows(writer, page, Style.STRONG, CONVOY)
        if self.fleet and any(row.turns for row in wakes):  # below the sea the chart stands alone
            wakes = self._debrief_jobs.charts.row(page.charts[0], writer.height, CONVOY)(writer)
        return [*rows, writer.page(), *wakes]

    def next_text(self) -> str:
        return _("Every wake") if self.page == self.pages - 2 else super().next_text()


def _stories(crews: Sequence[CrewView]) -> list[Writing]:
    stories: dict[str, tuple[ResultView, list[str]]] = {}
    for crew in crews:
        if crew.result:
            stories.setdefault(crew.result.text, (crew.result, []))[1].append(crew.name)
    return [partial(_story, result=result, names=names) for result, names in stories.values()]


def _story(writer: Writer, result: ResultView, names: list[str]) -> list[Row]:
    rows = writer.text(listed(names), Style.ORDER, keep=True)[:-1]
    rows += writer.signed(result.kind, result.order) + writer.text(prose(result.text))
    return rows + learnt_rows(writer, result)


def _card(writer: Writer, crew: CrewView, result: ResultView) -> list[Row]:
    rows = writer.text(crew.name, Style.ORDER, keep=True)[:-1]
    rows += writer.signed(result.kind, result.order)[:-1]
    rows.append(writer.gap(share=1.0))
    moved = [change for change in result.changes if change.label in map(_, HEADLINE_GAUGES)]
    rows += [_moved(writer, change) for change in moved]
    rows.append(writer.gap(share=1.0))
    return rows + writer.text(result.why)


def _moved(writer: Writer, change: Change) -> Row:
    """A gauge that moved, in one short line: its name, before, an arrow, after."""
    canvas, type_ = writer.canvas, writer.canvas.type
    theme, leading = canvas.theme, type_.leading(Style.BODY)
    ink = theme.better if change.word == "better" else theme.worse
    size = type_.size(Style.BODY)

    def draw(area: Rect) -> None:
        canvas.line(change.label, Style.BODY, area.topleft)
        left = canvas.line_to(change.after, Style.STRONG, area.topright, ink).left
        canvas.arrow(change.by > 0, (left - size * 0.7, area.top + leading / 2), size * 0.5, ink)
        before = left - round(size * 1.4), area.top
        canvas.line_to(change.before, Style.STRONG, before, ink)

    return Row(leading, draw)


def _returned(writer: Writer, crews: Sequence[CrewView]) -> list[Row]:
    back = [(crew, word) for crew in crews if crew.result for word in crew.result.returned]
    if not back:
        return []
    rows = [writer.page(), *writer.heading(_("What came back"))]
    for crew, word in back:
        rows += writer.text(crew.name, Style.STRONG, keep=True)[:-1] + writer.text(word)
    return rows


def _endings(crews: Sequence[CrewView]) -> list[tuple[EndView, list[str]]]:
    ended: dict[str, tuple[EndView, list[str]]] = {}
    for crew in crews:
        if crew.end:
            ended.setdefault(crew.end.title, (crew.end, []))[1].append(crew.name)
    return list(ended.values())


def _ending(writer: Writer, end: EndView, names: list[str]) -> list[Row]:
    message = N_("She {ended}.") if len(names) == 1 else N_("Each {ended}.")
    rows = writer.text(listed(names), Style.STRONG, writer.canvas.theme.dim)[:-1]
    rows += writer.text(end.title, Style.ORDER)
    rows += writer.text(_(message, ended=end.outcome.ended), Style.STRONG)
    return rows + writer.text(prose(end.text))
