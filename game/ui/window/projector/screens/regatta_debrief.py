"""The debrief of a regatta: every ship on each chart, and none by name."""

from __future__ import annotations

from functools import partial

from game.debrief.pages import DebriefPage, Note
from game.i18n import _
from game.session.session import Page
from game.ui.window.debrief_jobs import RegattaJobs
from game.ui.window.projector.cards import in_pages
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.state import ProjectorState
from game.ui.window.solo.debrief import waiting_rows
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer

OWNER = "the regatta"
"""Of charts that all ships are on."""


class RegattaPageScreen(ProjectorScreen):
    """One page of it, as large as the window."""

    share = 1.0

    def __init__(self, state: ProjectorState, jobs: RegattaJobs) -> None:
        super().__init__(state)
        self._jobs = jobs

    @property
    def revision(self) -> object:
        return super().revision, self._jobs.revision

    def status(self) -> str:
        view = self.state.view
        number = view.pages.index(view.page) + 1 if view.page else 1
        return _("Debrief {number} of {of}", number=number, of=len(view.pages))

    def rows(self, writer: Writer) -> list[Row]:
        regatta = self.state.view.regatta
        if not regatta or not any(hull.was for hull in regatta.hulls):
            rows = writer.text(_("Nothing has been sailed yet"), Style.HEADLINE, keep=True)
            return rows + writer.text(_("The charts come after the first watch."))
        pages = self._jobs.pages(self.state.view.page or Page.BELIEVED)
        if pages is None:
            doing = _("Sailing every voyage that could have been sailed.")
            wrong = _("It could not be counted; every voyage is in its logbook.")
            return waiting_rows(writer, self._jobs, doing, wrong)
        return writer.on_pages(self._page(writer, page) for page in pages)

    def _page(self, writer: Writer, page: DebriefPage) -> list[Row]:
        """A chart as large as the sheet; or words, a card for each finding."""
        if page.charts:
            return self._jobs.charts.page_rows(writer, page, Style.STRONG, OWNER)
        head = writer.text(page.title, Style.HEADLINE, keep=True)
        if not page.notes:
            return head + writer.text(page.lead)
        return in_pages(writer, [partial(_card, note=note) for note in page.notes], head)


def _card(writer: Writer, note: Note) -> list[Row]:
    return writer.text(note.name, Style.ORDER)[:-1] + writer.text(note.text, Style.STRONG)
