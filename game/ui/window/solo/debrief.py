"""The debrief: five screens, a key each; then what to talk about, and sailing again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from pygame import Rect

from game.i18n import N_, _
from game.reports.debrief_pages import TABS, DebriefPage, PageId, debrief_pages
from game.ui.vocabulary import sentence
from game.ui.window.input import Action, Input, Number
from game.ui.window.screens.menu import MenuScreen
from game.ui.window.screens.screen import BACK, Goto, Request, Screen
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button, key_bar_height
from game.ui.window.widgets.sheet import Row, Writer
from game.ui.window.worker import LookBackJob

if TYPE_CHECKING:
    from game.debrief.analysis import Analysis
    from game.ui.window.projector.debrief_jobs import DebriefJobs

PARTS = len(TABS)
LARGE, SHORT = 120, 60
"""Up to how many letters a lead is written large, and a question largest."""
AGAIN = Button("again", "R", N_("Sail again"))


class DebriefScreen(Screen):
    """One of the parts; `part` counts from 1."""

    foot: ClassVar[tuple[Button, ...]] = (BACK, AGAIN, Button("on", "Enter", N_("On")))
    is_still = True
    share = 1.0

    def __init__(self, review: LookBackJob, part: int = 1) -> None:
        super().__init__()
        self._review, self.part = review, part

    @property
    def revision(self) -> object:
        """How far the counting is, and which charts are drawn."""
        return self._review.revision

    def rows(self, writer: Writer) -> list[Row]:
        """The part's pages, or how far the counting is."""
        back = self._review.looked_back
        if back is None:
            doing = _("Sailing every voyage that you could have sailed.")
            wrong = _("It could not be counted; your voyage is in its logbook.")
            return waiting_rows(writer, self._review, doing, wrong)
        ids = [*TABS.values()][self.part - 1]
        pages = [page for page in debrief_pages(back.debrief) if page.id in ids]
        return one_by_one(writer, [self._page(writer, page) for page in pages])

    def on(self, hand: Input) -> Goto:
        """A number turns to a part; next and back go through them."""
        match hand:
            case Number(number) if number <= PARTS:
                self._turn_to(number)
                return None
            case Action.BACK if self.page == 0:
                self._turn_to(max(1, self.part - 1))
                return None
            case Action.AGAIN:
                return Request("again") if self._review.looked_back else None
            case _:
                return super().on(hand)

    def press(self, id: str) -> Goto:
        """On, part after part; then to the title."""
        if id == "on" and self.part < PARTS:
            self._turn_to(self.part + 1)
            return None
        if id == "again" and not self._review.looked_back:
            return None
        return Request("title" if id == "on" else id)

    def buttons(self) -> list[Button]:
        """The foot says which part this is."""
        *others, on = super().buttons()
        return [
            *others,
            Button(on.id, on.key, on.label, _("{number} of {of}", number=self.part, of=PARTS)),
        ]

    def enter(self) -> str:
        """On, until the last page of the last part."""
        return N_("Title") if self.part == PARTS and self.page == self.pages - 1 else N_("Next")

    def _write(self, canvas: Canvas, inner: Rect) -> None:
        """Which part it is widens the foot: where that takes a line more, the page ends earlier."""
        super()._write(canvas, inner)
        reserved = self._foot_height(canvas, inner.width)
        more = key_bar_height(canvas, inner.width, self.buttons()) - reserved
        if more > 0:
            room = Rect(inner.topleft, (inner.width, inner.height - more))
            super()._write(canvas, room)

    def _turn_to(self, part: int) -> None:
        self.part, self.page = part, 0

    def _page(self, writer: Writer, page: DebriefPage) -> list[Row]:
        if page.id is PageId.QUESTION:
            return question_rows(writer, page)
        if not page.lead:
            return _list_rows(writer, page)
        style = Style.ORDER if len(page.lead) <= LARGE else Style.STRONG
        return self._review.charts.page_rows(writer, page, style)


class AgainScreen(MenuScreen):
    """The same orders in other weather; the same weather with other orders, from any watch."""

    def __init__(self, back: Analysis) -> None:
        self._looked = back
        super().__init__()

    def head(self, writer: Writer) -> list[Row]:
        """What luck had to do with it."""
        return writer.heading(_("Sail again")) + writer.text(self._looked.elsewhere.sentence)

    def choices(self) -> list[Choice]:
        return [
            Choice(
                str(passed.number),
                _("From watch {watch}", watch=passed.number),
                note=_("Then: {order}", order=passed.label),
            )
            for passed in self._looked.debrief.watches
        ]

    def press(self, id: str) -> Goto:
        """Restart the voyage at the chosen watch; any other id goes back."""
        return Request("sail_again", int(id)) if id.isdecimal() else Request("back")


def one_by_one(writer: Writer, pages: Sequence[list[Row]]) -> list[Row]:
    """Each of these beginning on a page of its own."""
    first, *others = pages
    return [*first, *(row for rows in others for row in (writer.page(), *rows))]


def question_rows(writer: Writer, page: DebriefPage) -> list[Row]:
    """The one question, as large as its length allows; of several, whose each is."""
    rows = writer.text(page.lead, Style.STRONG) if page.lead else []
    for note in page.notes:
        if note.name:
            rows += writer.text(note.name, Style.STRONG, writer.canvas.theme.dim, keep=True)[:-1]
        large = len(page.notes) == 1 and len(note.text) < SHORT
        rows += writer.text(note.text, Style.NAME if large else Style.HEADLINE)
    return rows


def waiting_rows(
    writer: Writer, job: LookBackJob | DebriefJobs, doing: str, wrong: str
) -> list[Row]:
    """How far the counting is; or, should it fail, what to say of it."""
    canvas = writer.canvas
    rows = writer.text(_("Looking back"), Style.HEADLINE, keep=True)
    if job.fault:
        return rows + writer.text(wrong) + writer.text(job.fault)
    rows += writer.text(doing)

    def draw(area: Rect) -> None:
        bar = Rect(area.left, area.top, area.width, canvas.vh(3))
        canvas.surface.fill(canvas.theme.raised, bar)
        bar.width = round(bar.width * job.progress)
        canvas.surface.fill(canvas.theme.course, bar)

    return rows + writer.figure(canvas.vh(4), draw)


def _list_rows(writer: Writer, page: DebriefPage) -> list[Row]:
    rows = writer.text(page.title, Style.HEADLINE, keep=True)
    for note in page.notes:
        if note.kind:
            rows += writer.speech(note.name, note.kind, sentence(note.text))
        else:
            rows += writer.text(note.text, Style.ORDER)
        if note.more:
            rows += writer.text(note.more, Style.SMALL)
    return rows
