"""The debrief: a key each for its screens; then what to talk about, and sailing again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pygame import Rect

from game.debrief.debrief import Debrief
from game.debrief.pages import TABS, DebriefPage, Note, PageId, debrief_pages, if_then_page
from game.i18n import N_, _
from game.scenario.loading.shelf import ShelfEntry
from game.storage.logbook import NOTE
from game.ui.vocabulary import sentence
from game.ui.window.debrief_jobs import Jobs, LookBackJob, Work
from game.ui.window.input import Action, Input, Number, Typed
from game.ui.window.requests import Back, Brief, Goto, KeepNote, Overlay, Place, SailAgain
from game.ui.window.screens.menu import MenuScreen
from game.ui.window.screens.screen import BACK, ON, Screen
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button, key_bar_height
from game.ui.window.widgets.sheet import Row, Writer

PARTS = len(TABS)
LARGE, SHORT = 120, 60
"""Up to how many letters a lead is written large, and a question largest."""
WRITE = Button(Overlay.IF_THEN, "I", N_("Write it"))
STOP = Button(Action.LEAVE, "Esc", N_("Stop"))
AGAIN = Button(Overlay.SAIL_AGAIN, "R", N_("Sail again"))


class DebriefScreen(Screen):
    """One of the parts; `part` counts from 1."""

    foot = (BACK, AGAIN, ON)
    next = Place.TITLE
    is_still = True
    share = 1.0

    def __init__(self, review: LookBackJob, part: int = 1, note: Callable[[], str] = str) -> None:
        """note: the captain's own line, as it is kept now."""
        super().__init__()
        self._review, self.part, self._note = review, part, note

    @property
    def revision(self) -> object:
        """How far the counting is, and which charts are drawn."""
        return self._review.revision

    def rows(self, writer: Writer) -> list[Row]:
        """The part's pages, or how far the counting is."""
        debrief = self._review.debrief
        if debrief is None:
            doing = _("Sailing every voyage that you could have sailed.")
            wrong = _("It could not be counted; your voyage is in its logbook.")
            return waiting_rows(writer, self._review, doing, wrong)
        ids = [*TABS.values()][self.part - 1]
        debrief = replace(debrief, note=self._note() or debrief.note)
        pages = [self._page(writer, page) for page in debrief_pages(debrief) if page.id in ids]
        return writer.on_one_page(pages) if self._may_write else writer.on_pages(pages)

    def on(self, user_input: Input) -> Goto:
        """A number turns to a part; next and back go through them."""
        match user_input:
            case Number(number) if number <= PARTS:
                self._turn_to(number)
                return None
            case Action.BACK if self.page == 0:
                self._turn_to(max(1, self.part - 1))
                return None
            case Action.AGAIN:
                return Overlay.SAIL_AGAIN
            case Action.LEAVE if self._has_bar:
                self._review.stop()
                return None
            case Action.WRITE if self._may_write:
                return Overlay.IF_THEN
            case _:
                return super().on(user_input)

    @property
    def _has_bar(self) -> bool:
        """Whether it shows how far something is that can be stopped."""
        debrief = self._review.debrief
        is_waiting = debrief is None or (
            debrief.decisions is None and PageId.DECISIONS in [*TABS.values()][self.part - 1]
        )
        return is_waiting and not self._review.is_stopped

    @property
    def _may_write(self) -> bool:
        return PageId.IF_THEN in [*TABS.values()][self.part - 1]

    def _next(self) -> Goto:
        """On, part after part; then to the title."""
        if self.page < self.pages - 1 or self.part == PARTS:
            return super()._next()
        self._turn_to(self.part + 1)
        return None

    def buttons(self) -> list[Button]:
        """The foot says which part this is."""
        *others, on = super().buttons()
        if self._has_bar:
            others[0] = STOP
        others += [WRITE] if self._may_write else []
        return [*others, replace(on, where=_("{number} of {of}", number=self.part, of=PARTS))]

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
        if page.id is PageId.DECISIONS and not page.charts:
            return trying_rows(writer, self._review, page)
        if not page.charts:
            return _list_rows(writer, page)
        style = Style.ORDER if len(page.lead) <= LARGE else Style.STRONG
        return self._review.charts.page_rows(writer, page, style)


class IfThenScreen(Screen):
    """A line to write: what to do on Monday."""

    foot = (BACK, Button(Action.CONFIRM, "Enter", N_("Keep it")))
    is_still = True
    is_typing = True
    share = 1.0

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text

    def rows(self, writer: Writer) -> list[Row]:
        page = if_then_page()
        rows = writer.text(page.title, Style.HEADLINE, keep=True)
        rows += writer.text(page.notes[0].text, Style.STRONG, writer.canvas.theme.dim)
        return rows + writer.text(f"{self.text}_", Style.ORDER)

    def on(self, user_input: Input) -> Goto:
        """Letters are written; Enter keeps the line."""
        match user_input:
            case Typed(letter):
                self.text = f"{self.text}{letter}"[:NOTE]
            case Action.TAKE_BACK:
                self.text = self.text[:-1]
            case Action.CONFIRM:
                return KeepNote(self.text) if self.text.strip() else Back()
            case _:
                return super().on(user_input)
        return None


class AgainScreen(MenuScreen):
    """The same orders in other weather; the same weather with other orders, from any watch."""

    def __init__(
        self,
        review: LookBackJob,
        debrief: Debrief,
        offered: tuple[ShelfEntry, str] | None = None,
    ) -> None:
        """offered: another voyage, and why it comes next."""
        self._review, self._debrief, self._offered = review, debrief, offered
        super().__init__()

    @property
    def revision(self) -> object:
        """Whether the other seas are sailed."""
        return self._review.revision

    def head(self, writer: Writer) -> list[Row]:
        """What luck had to do with it."""
        elsewhere = self._review.elsewhere
        told = elsewhere.sentence if elsewhere else _("Your orders are being sailed in other seas.")
        return writer.heading(_("Sail again")) + writer.text(told)

    def choices(self) -> list[Choice]:
        return [*self._next_voyage(), *self._watches()]

    def _next_voyage(self) -> list[Choice]:
        if not self._offered:
            return []
        entry, why = self._offered
        title = _("Next: {title}", title=entry.title)
        return [Choice("next", title, Brief(entry), note=why)]

    def _watches(self) -> list[Choice]:
        return [
            Choice(
                str(passed.number),
                _("From watch {watch}", watch=passed.number),
                SailAgain(passed.number),
                note=_("Then: {order}", order=passed.label),
            )
            for passed in self._debrief.watches
        ]


def question_rows(writer: Writer, page: DebriefPage) -> list[Row]:
    """The one question, as large as its length allows; of several, whose each is."""
    rows = writer.text(page.lead, Style.STRONG) if page.lead else []
    for note in page.notes:
        if note.name:
            rows += writer.text(note.name, Style.STRONG, writer.canvas.theme.dim, keep=True)[:-1]
        large = len(page.notes) == 1 and len(note.text) < SHORT
        rows += writer.text(note.text, Style.NAME if large else Style.HEADLINE)
    return rows


def waiting_rows(writer: Writer, jobs: Jobs, doing: str, wrong: str) -> list[Row]:
    """How far the counting is; or, should it fail, what to say of it."""
    rows = writer.text(_("Looking back"), Style.HEADLINE, keep=True)
    return rows + _progress_rows(writer, jobs.counting, doing, wrong)


def trying_rows(writer: Writer, jobs: Jobs, page: DebriefPage) -> list[Row]:
    """How far the decisions are; they are shown as soon as they are there."""
    wrong = _("It could not be found out; every voyage is in its logbook.")
    rows = writer.text(page.title, Style.HEADLINE, keep=True)
    return rows + _progress_rows(writer, jobs.trying, page.lead, wrong)


def _progress_rows(writer: Writer, work: Work, doing: str, wrong: str) -> list[Row]:
    canvas = writer.canvas
    if work.is_stopped:
        return writer.text(_("Stopped. It begins anew when you come back to it."))
    if work.fault:
        return writer.text(wrong) + writer.text(work.fault)

    def draw(area: Rect) -> None:
        bar = Rect(area.left, area.top, area.width, canvas.vh(3))
        canvas.surface.fill(canvas.theme.raised, bar)
        bar.width = round(bar.width * work.progress)
        canvas.surface.fill(canvas.theme.course, bar)

    return writer.text(doing) + writer.drawing(canvas.vh(4), draw)


def _list_rows(writer: Writer, page: DebriefPage) -> list[Row]:
    """A note below the other; kinds of order side by side."""
    rows = writer.text(page.title, Style.HEADLINE, keep=True)
    rows += writer.text(page.lead) if page.lead else []
    kinds = [note for note in page.notes if note.kind]
    if kinds:
        parts = (partial(_practices, note=note) for note in kinds)
        return rows + writer.columns(*((1 / len(kinds), part) for part in parts))
    notes = _notes(writer, page.notes)
    if sum(row.height for row in (*rows, *notes)) <= writer.height:
        return rows + notes
    half = (len(page.notes) + 1) // 2
    sides = (partial(_notes, notes=part) for part in (page.notes[:half], page.notes[half:]) if part)
    return rows + writer.columns(*((0.5, side) for side in sides))


def _notes(writer: Writer, notes: Sequence[Note]) -> list[Row]:
    return [row for note in notes for row in writer.text(note.text, Style.ORDER)]


def _practices(writer: Writer, note: Note) -> list[Row]:
    """What was practised of a kind of order, and in small what was not."""
    used = writer.speech(note.name, note.kind, sentence(note.text)) if note.kind else []
    return used + (writer.text(note.more, Style.SMALL) if note.more else [])
