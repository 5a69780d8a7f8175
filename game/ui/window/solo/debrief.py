"""The debrief: five screens, a key each; then what to talk about, and sailing again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pygame import Rect

from game.debrief.analysis import Analysis
from game.debrief.best_single_change import NONE_BETTER
from game.debrief.debrief import Debrief
from game.debrief.lessons import practices_text
from game.i18n import N_, _
from game.reports.charts.chart_set import ChartSet, chart_set_of
from game.reports.charts.drawing.rendering import Chart
from game.ship.attention_cost import Kind
from game.ui.vocabulary import ASK, BLOCKS, HOW_IT_ENDED, sentence
from game.ui.window.debrief_jobs import LookBackJob
from game.ui.window.input import Action, Input, Number
from game.ui.window.requests import Goto, Overlay, Place, SailAgain
from game.ui.window.screens.menu import MenuScreen
from game.ui.window.screens.screen import BACK, ON, Screen
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button, key_bar_height
from game.ui.window.widgets.sheet import Row, Writer

PARTS, SHORT, LOWEST = 6, 120, 42
"""How many parts there are; up to how many letters a sentence is written large; the lowest chart,
hundredths of the window's height.
"""
AGAIN = Button(Overlay.SAIL_AGAIN, "R", N_("Sail again"))


class DebriefScreen(Screen):
    """One of the parts; `part` counts from 1."""

    foot = (BACK, AGAIN, ON)
    next = Place.TITLE
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
        """The part, or how far the counting is."""
        back = self._review.looked_back
        if back is None:
            return self._waiting(writer)
        debrief = back.debrief
        match self.part:
            case 5:
                return _question(writer, debrief)
            case 6:
                return _talk(writer, debrief)
            case part:
                charts = (self._track, self._captains, self._needs, self._one_watch)
                return charts[part - 1](writer, chart_set_of(debrief))

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
            case _:
                return super().on(user_input)

    def _next(self) -> Goto:
        """On, part after part; then to the title."""
        if self.page < self.pages - 1 or self.part == PARTS:
            return super()._next()
        self._turn_to(self.part + 1)
        return None

    def buttons(self) -> list[Button]:
        """The foot says which part this is."""
        *others, on = super().buttons()
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

    def _waiting(self, writer: Writer) -> list[Row]:
        canvas = writer.canvas
        rows = writer.text(_("Looking back"), Style.HEADLINE, keep=True)
        if self._review.fault:
            rows += writer.text(_("It could not be counted; your voyage is in its logbook."))
            return rows + writer.text(self._review.fault)
        rows += writer.text(_("Sailing every voyage that you could have sailed."))

        def draw(area: Rect) -> None:
            bar = Rect(area.left, area.top, area.width, canvas.vh(3))
            canvas.surface.fill(canvas.theme.raised, bar)
            bar.width = round(bar.width * self._review.progress)
            canvas.surface.fill(canvas.theme.course, bar)

        return rows + writer.drawing(canvas.vh(4), draw)

    def _track(self, writer: Writer, chart_set: ChartSet) -> list[Row]:
        charts = ((0.6, chart_set.track), (0.4, chart_set.stability))
        return self._chart_rows(writer, chart_set.track, charts)

    def _captains(self, writer: Writer, chart_set: ChartSet) -> list[Row]:
        return self._chart_rows(writer, chart_set.captains, ((1.0, chart_set.captains),))

    def _needs(self, writer: Writer, chart_set: ChartSet) -> list[Row]:
        return self._chart_rows(writer, chart_set.needs, ((1.0, chart_set.needs),))

    def _one_watch(self, writer: Writer, chart_set: ChartSet) -> list[Row]:
        """The order that would have gained most; then the odds, and where they turned."""
        one, odds = chart_set.otherwise, chart_set.odds
        turned = self._chart_rows(writer, odds, ((1.0, odds),), chart_set.differs)
        if one is None:
            return [*writer.text(_(NONE_BETTER), Style.ORDER), writer.page(), *turned]
        return [*self._chart_rows(writer, one, ((1.0, one),)), writer.page(), *turned]

    def _chart_rows(
        self, writer: Writer, first: Chart, charts: Sequence[tuple[float, Chart]], note: str = ""
    ) -> list[Row]:
        """What the first chart says, a note in small, and charts in the room that is left."""
        rows = writer.text(_(first.title), Style.HEADLINE, keep=True)[:-1]
        style = Style.ORDER if len(first.headline) <= SHORT else Style.STRONG
        rows += writer.text(first.headline, style)
        rows += writer.text(note, Style.SMALL, writer.canvas.theme.dim) if note else []
        room = writer.height - sum(row.height for row in rows)
        if room < writer.canvas.vh(LOWEST):
            rows, room = [*rows, writer.page()], writer.height
        drawn = ((share, self._review.charts.row(chart, room)) for share, chart in charts)
        return rows + writer.columns(*drawn)


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
                SailAgain(passed.number),
                note=_("Then: {order}", order=passed.label),
            )
            for passed in self._looked.debrief.watches
        ]


def _question(writer: Writer, debrief: Debrief) -> list[Row]:
    ask = debrief.ask or _(ASK)
    ended = _(
        "{title}: she {ended}.", title=debrief.ending_title, ended=_(HOW_IT_ENDED[debrief.outcome])
    )
    return writer.text(ended, Style.STRONG) + writer.text(
        ask, Style.NAME if len(ask) < 60 else Style.HEADLINE
    )


def _talk(writer: Writer, debrief: Debrief) -> list[Row]:
    rows = writer.text(_("Talk"), Style.HEADLINE, keep=True)
    for number, block in enumerate(BLOCKS, 1):
        rows += writer.text(f"{number}. {_(block)}", Style.ORDER)
    rows.append(writer.page())
    if debrief.questions:
        rows += writer.text(_("This voyage asks"), Style.HEADLINE, keep=True)
        for question in debrief.questions:
            rows += writer.text(question, Style.ORDER)
        rows.append(writer.page())
    return rows + _practices(writer, debrief)


def _practices(writer: Writer, debrief: Debrief) -> list[Row]:
    rows = writer.text(_("What you practised"), Style.HEADLINE, keep=True)
    for kind in (Kind.COURSE, Kind.SAILS, Kind.TEACH):
        used, unused = (practices_text(debrief.practices, kind, used) for used in (True, False))
        if used or unused:
            rows += writer.speech(kind.word.capitalize(), kind, sentence(used or _("none")))
            rows += (
                writer.text(
                    _("Open to you, and never used: {practices}.", practices=unused), Style.SMALL
                )
                if unused
                else []
            )
    return rows
