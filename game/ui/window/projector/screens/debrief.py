"""The debrief in a room: five screens and four blocks; of a convoy, a chart a crew side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pygame import Rect

from game.debrief.best_single_change import NONE_BETTER
from game.debrief.debrief import Debrief
from game.i18n import _
from game.number_format import listed
from game.reports.charts.captains import ConvoyCaptainsChart
from game.reports.charts.chart_set import ChartSet, chart_set_of
from game.reports.charts.drawing.rendering import Chart
from game.reports.charts.needed_and_given_convoy import ConvoyNeededAndGivenChart
from game.session.session import PAGES, Page
from game.ui.vocabulary import ASK, BLOCKS, HOW_IT_ENDED
from game.ui.window.debrief_jobs import DebriefJobs
from game.ui.window.input import Action, Input
from game.ui.window.projector.chart_slots import chart_rows, convoy_chart, in_pages
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.requests import Goto, Quit
from game.ui.window.solo.ending import moored_sea
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer, Writing

BLOCK = {Page.ON_DECK: 0, Page.HAPPENED: 1, Page.STRUCTURE: 2, Page.MONDAY: 3}
CHARTS = PAGES[:4]
SHORT = 60
"""Up to how many letters a question is written largest."""


class DebriefPageScreen(ProjectorScreen):
    """One page of the debrief. export_folder: where the report lies, said on the last page."""

    share = 1.0

    def __init__(
        self, state: ProjectorState, debrief_jobs: DebriefJobs, export_folder: str
    ) -> None:
        super().__init__(state)
        self._debrief_jobs, self.export_folder = debrief_jobs, export_folder

    @property
    def revision(self) -> object:
        """Also how far the counting is, which charts are drawn, and where the report lies."""
        return super().revision, self._debrief_jobs.revision, self.export_folder

    def status(self) -> str:
        page = self.state.view.page
        if page is None:
            return _("Debrief")
        return _("Debrief {number} of {of}", number=PAGES.index(page) + 1, of=len(PAGES))

    def next_text(self) -> str:
        if self.state.view.page is Page.MONDAY and self.page < self.pages - 1:
            return _("Where the report lies")
        return super().next_text()

    def rows(self, writer: Writer) -> list[Row]:
        page = self.state.view.page or Page.TRACK
        if not any(len(crew.track.progress) > 1 for crew in self.state.view.crews):
            rows = writer.text(_("Nothing has been sailed yet"), Style.HEADLINE, keep=True)
            return rows + writer.text(_("The charts come after the first watch."))
        debriefs = self._debrief_jobs.debriefs
        if debriefs is None and page is Page.TRACK and self.state.is_convoy:
            drawn = convoy_chart(self.state)  # the ghosts come when they are counted
            return chart_rows(writer, self._debrief_jobs, drawn, [(1.0, "the convoy", drawn)])
        if debriefs is None:
            return self._waiting(writer)
        folios = [chart_set_of(debrief) for debrief in debriefs]
        if self.state.is_convoy:
            return self._convoy(writer, page, debriefs, folios)
        return self._alone(writer, page, folios[0])

    def _waiting(self, writer: Writer) -> list[Row]:
        canvas, debrief_jobs = writer.canvas, self._debrief_jobs
        rows = writer.text(_("Looking back"), Style.HEADLINE, keep=True)
        if debrief_jobs.fault:
            rows += writer.text(_("It could not be counted; every voyage is in its logbook."))
            return rows + writer.text(debrief_jobs.fault)
        rows += writer.text(_("Sailing every voyage that could have been sailed."))

        def draw(area: Rect) -> None:
            bar = Rect(area.left, area.top, area.width, canvas.vh(3))
            canvas.surface.fill(canvas.theme.raised, bar)
            bar.width = round(bar.width * debrief_jobs.progress)
            canvas.surface.fill(canvas.theme.course, bar)

        return rows + writer.drawing(canvas.vh(4), draw)

    def _alone(self, writer: Writer, page: Page, chart_set: ChartSet) -> list[Row]:
        """One ship's chart, as large as the sheet."""
        name, debrief_jobs = self.state.view.crews[0].name, self._debrief_jobs
        match page:
            case Page.TRACK:
                charts: list[tuple[float, str, Chart]]
                charts = [(0.62, name, chart_set.track), (0.38, name, chart_set.stability)]
                return chart_rows(writer, debrief_jobs, chart_set.track, charts)
            case Page.EVERY_CAPTAIN:
                return chart_rows(
                    writer, debrief_jobs, chart_set.captains, [(1.0, name, chart_set.captains)]
                )
            case Page.NEEDED:
                return chart_rows(
                    writer, debrief_jobs, chart_set.needs, [(1.0, name, chart_set.needs)]
                )
            case _:
                one, odds = chart_set.otherwise, chart_set.odds
                rows = chart_rows(writer, debrief_jobs, odds, [(1.0, name, odds)])
                if one is None:
                    return [*writer.text(_(NONE_BETTER), Style.ORDER), writer.page(), *rows]
                first = chart_rows(writer, debrief_jobs, one, [(1.0, name, one)])
                return [*first, writer.page(), *rows]

    def _convoy(
        self, writer: Writer, page: Page, debriefs: Sequence[Debrief], folios: Sequence[ChartSet]
    ) -> list[Row]:
        """A card a crew, side by side."""
        names = [crew.name for crew in self.state.view.crews]
        if page is Page.ONE_WATCH:
            cards = [
                self._one_watch(name, chart_set)
                for name, chart_set in zip(names, folios, strict=True)
            ]
            head = writer.text(_("The one watch"), Style.HEADLINE, keep=True)[:-1]
            return in_pages(writer, cards, head)
        drawn: Chart
        match page:
            case Page.TRACK:
                drawn = convoy_chart(self.state, folios[0].track.ghosts)
            case Page.EVERY_CAPTAIN:
                wakes = [
                    (replace(debrief.tracks[0], captain=name), debrief.course_share)
                    for name, debrief in zip(names, debriefs, strict=True)
                ]
                drawn = ConvoyCaptainsChart(debriefs[0].census, tuple(wakes))
            case _:
                asked = zip(names, (debrief.asked for debrief in debriefs), strict=True)
                drawn = ConvoyNeededAndGivenChart(tuple(asked))
        return chart_rows(writer, self._debrief_jobs, drawn, [(1.0, "the convoy", drawn)])

    def _one_watch(self, name: str, chart_set: ChartSet) -> Writing:
        """A crew's one watch in words."""

        def write(writer: Writer) -> list[Row]:
            text = chart_set.otherwise.headline if chart_set.otherwise else _(NONE_BETTER)
            return writer.text(name, Style.ORDER)[:-1] + writer.text(text, Style.STRONG)

        return write


class QuestionScreen(DebriefPageScreen):
    """The one question, and the four blocks: words alone, before the sea that she came to."""

    share = 0.0

    def __init__(
        self, state: ProjectorState, debrief_jobs: DebriefJobs, export_folder: str
    ) -> None:
        super().__init__(state, debrief_jobs, export_folder)
        self.sea = next((moored_sea(crew.end) for crew in state.view.crews if crew.end), self.sea)

    @property
    def is_over(self) -> bool:
        """Whether nothing comes after this sheet, and the export is written."""
        is_last = self.state.view.page is Page.MONDAY and 0 < self.page == self.pages - 1
        return is_last and bool(self.export_folder)

    def foot_text(self) -> str:
        """At the very end, how to close the room."""
        return _("Esc: close the room") if self.is_over else super().foot_text()

    def on(self, user_input: Input) -> Goto:
        """At the very end Esc closes the room: no key that has led here, should it bounce."""
        closes = user_input is Action.LEAVE and self.is_over
        return self.on_foot() if closes else super().on(user_input)

    def forward(self) -> Goto:
        """At the very end nothing comes next, and what closes the room stays written."""
        return None if self.is_over else super().forward()

    def on_foot(self) -> Goto:
        """Close the room at the very end."""
        return Quit() if self.is_over else super().on_foot()

    def rows(self, writer: Writer) -> list[Row]:
        page = self.state.view.page
        return self._block(writer, page) if page in BLOCK else _question(writer, self.state)

    def _block(self, writer: Writer, page: Page | None) -> list[Row]:
        """One of the four, and nothing beside it; after the last, where the report lies."""
        number = BLOCK[page or Page.ON_DECK]
        block = _(BLOCKS[number])
        rows = writer.text(f"{number + 1}", Style.HEADLINE, writer.canvas.theme.dim, keep=True)[:-1]
        rows += writer.text(block, Style.NAME if len(block) < SHORT else Style.HEADLINE)
        questions = next((crew.end.questions for crew in self.state.view.crews if crew.end), ())
        if page is Page.HAPPENED:
            for question in questions:
                rows += writer.text(question, Style.ORDER)
        if page is Page.MONDAY:
            if self.state.invitation:
                rows += writer.text(_("One line each, on your phone."), Style.ORDER)
            rows += [writer.page(), *self._farewell(writer)]
        return rows

    def _farewell(self, writer: Writer) -> list[Row]:
        rows = writer.text(_("Fair winds"), Style.NAME, keep=True)[:-1]
        if not self.export_folder:
            return rows + writer.text(_("The report is being written."))
        rows += writer.text(_("The report and every logbook are on this computer, in"), Style.BODY)
        folder, _slash, name = self.export_folder.replace("\\", "/").rpartition("/")
        rows += writer.text(f"{folder}/", Style.BODY)[:-1]
        return rows + writer.text(name, Style.STRONG)


def _question(writer: Writer, state: ProjectorState) -> list[Row]:
    """The ending's own question; of a convoy, each ending's."""
    ends = [(crew, crew.end) for crew in state.view.crews if crew.end]
    if not ends:
        return writer.text(_(ASK), Style.NAME)
    if not state.is_convoy:
        end = ends[0][1]
        ask = end.ask or _(ASK)
        ended = _("{title}: she {ended}.", title=end.title, ended=_(HOW_IT_ENDED[end.outcome]))
        rows = writer.text(ended, Style.STRONG)
        return rows + writer.text(ask, Style.NAME if len(ask) < SHORT else Style.HEADLINE)
    asked: dict[str, list[str]] = {}
    for crew, end in ends:
        asked.setdefault(end.ask or _(ASK), []).append(crew.name)
    rows = []
    for ask, names in asked.items():
        if len(asked) > 1:
            rows += writer.text(listed(names), Style.STRONG, writer.canvas.theme.dim, keep=True)[
                :-1
            ]
        rows += writer.text(ask, Style.HEADLINE)
    return rows
