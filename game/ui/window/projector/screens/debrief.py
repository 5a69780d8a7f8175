"""The debrief in a room: five screens and four blocks; of a convoy, a chart a crew side by side."""

from __future__ import annotations

from functools import partial

from game.debrief.pages import (
    BLOCKS,
    IF_THEN,
    DebriefPage,
    Note,
    PageId,
    chart_page,
    convoy_pages,
    convoy_question_page,
    debrief_pages,
    question_page,
)
from game.i18n import _
from game.session.session import TALK, Page
from game.ui.window.debrief_jobs import DebriefJobs
from game.ui.window.input import Action, Input
from game.ui.window.projector.cards import CONVOY, convoy_chart, in_pages
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.requests import Goto, Quit
from game.ui.window.solo.debrief import SHORT, question_rows, trying_rows, waiting_rows
from game.ui.window.solo.ending import ending_sea
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer

IDS = {
    Page.BELIEVED: (PageId.BELIEVED, PageId.TRACK),
    Page.NEEDED: (PageId.NEEDS,),
    Page.EVERY_CAPTAIN: (PageId.CAPTAINS,),
    Page.DECISIONS: (PageId.DECISIONS,),
}
"""What stands on a room's page; the ones after these are words alone."""
CHARTS = tuple(IDS)


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
        pages = self.state.view.pages
        return _("Debrief {number} of {of}", number=pages.index(page) + 1, of=len(pages))

    def next_text(self) -> str:
        if self.state.view.page is Page.MONDAY and self.page < self.pages - 1:
            return _("Where the report lies")
        return super().next_text()

    def foot_text(self) -> str:
        told = super().foot_text()
        return _("{told}   Esc: stop", told=told) if self._has_bar else told

    def on(self, user_input: Input) -> Goto:
        """Esc stops what it waits for; then it opens the menu, as ever."""
        if user_input is Action.LEAVE and self._has_bar:
            self._debrief_jobs.stop()
            return None
        return super().on(user_input)

    @property
    def _has_bar(self) -> bool:
        """Whether it shows how far something is that can be stopped."""
        page, debriefs = self.state.view.page or Page.BELIEVED, self._debrief_jobs.found
        if self._debrief_jobs.is_stopped or not self._has_sailed or page not in IDS:
            return False
        if debriefs is None:
            return page is not Page.BELIEVED or not self.state.is_convoy
        is_alone = page is Page.DECISIONS and not self.state.is_convoy
        return is_alone and debriefs[0].decisions is None

    @property
    def _has_sailed(self) -> bool:
        return any(len(crew.track.progress) > 1 for crew in self.state.view.crews)

    def rows(self, writer: Writer) -> list[Row]:
        page = self.state.view.page or Page.BELIEVED
        if not self._has_sailed:
            rows = writer.text(_("Nothing has been sailed yet"), Style.HEADLINE, keep=True)
            return rows + writer.text(_("The charts come after the first watch."))
        debriefs, crews = self._debrief_jobs.found, self.state.view.crews
        if debriefs is None and page is Page.BELIEVED and self.state.is_convoy:
            # the ghosts come when they are counted
            return self._page(writer, chart_page(PageId.TRACK, convoy_chart(self.state)))
        if debriefs is None:
            doing = _("Sailing every voyage that could have been sailed.")
            wrong = _("It could not be counted; every voyage is in its logbook.")
            return waiting_rows(writer, self._debrief_jobs, doing, wrong)
        if self.state.is_convoy:
            pages = convoy_pages([crew.name for crew in crews], debriefs)
        else:
            pages = debrief_pages(debriefs[0])
        return writer.on_pages(self._page(writer, p) for p in pages if p.id in IDS[page])

    def _page(self, writer: Writer, page: DebriefPage) -> list[Row]:
        """Charts as large as the sheet; or a card for each crew, side by side."""
        if page.lead and not page.charts:
            return trying_rows(writer, self._debrief_jobs, page)
        if page.lead:
            owner = CONVOY if self.state.is_convoy else self.state.view.crews[0].name
            return self._debrief_jobs.charts.page_rows(writer, page, Style.STRONG, owner)
        head = writer.text(page.title, Style.HEADLINE, keep=True)[:-1]
        return in_pages(writer, [partial(_card, note=note) for note in page.notes], head)


def _card(writer: Writer, note: Note) -> list[Row]:
    return writer.text(note.name, Style.ORDER)[:-1] + writer.text(note.text, Style.STRONG)


class QuestionScreen(DebriefPageScreen):
    """The one question, and the four blocks: words alone, before the sea that she came to."""

    share = 0.0

    def __init__(
        self, state: ProjectorState, debrief_jobs: DebriefJobs, export_folder: str
    ) -> None:
        super().__init__(state, debrief_jobs, export_folder)
        end = next((crew.end for crew in state.view.crews if crew.end), None)
        if end:
            self.sea, self.ending = ending_sea(end), end.outcome

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
        return (
            self.on_foot()
            if user_input is Action.LEAVE and self.is_over
            else super().on(user_input)
        )

    def forward(self) -> Goto:
        """At the very end nothing comes next, and what closes the room stays written."""
        return None if self.is_over else super().forward()

    def on_foot(self) -> Goto:
        """Close the room at the very end."""
        return Quit() if self.is_over else super().on_foot()

    def rows(self, writer: Writer) -> list[Row]:
        page = self.state.view.page
        if page is None or page is Page.QUESTION:
            return question_rows(writer, _question(self.state))
        return self._block(writer, page)

    def _block(self, writer: Writer, page: Page) -> list[Row]:
        """One of the four, and nothing beside it; after the last, where the report lies."""
        number = TALK.index(page)
        block = _(BLOCKS[number - 1])
        rows = writer.text(f"{number}", Style.HEADLINE, writer.canvas.theme.dim, keep=True)[:-1]
        rows += writer.text(block, Style.NAME if len(block) < SHORT else Style.HEADLINE)
        crews, regatta = self.state.view.crews, self.state.view.regatta
        ended = (crew.end.questions for crew in crews if crew.end)
        questions = regatta.questions if regatta else next(ended, ())
        if page is Page.HAPPENED:
            for question in questions:
                rows += writer.text(question, Style.ORDER)
        if page is Page.MONDAY:
            rows += writer.text(_(IF_THEN), Style.ORDER)
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


def _question(state: ProjectorState) -> DebriefPage:
    """The ending's own question; of a convoy, each ending's; of a regatta, the commonest's."""
    if state.view.regatta:
        return question_page(state.view.regatta.ask)
    ends = [(crew.name, crew.end) for crew in state.view.crews if crew.end]
    if state.is_convoy or not ends:
        return convoy_question_page((name, end.ask) for name, end in ends)
    [(_name, end)] = ends
    return question_page(end.ask, end.title, end.outcome)
