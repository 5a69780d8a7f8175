"""The debrief: its pages behind tabs, one key each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from game.debrief.debrief import Debrief
from game.debrief.pages import TABS, DebriefPage, PageId, debrief_pages
from game.i18n import N_, _
from game.ui.terminal.drawing.bars import Bars
from game.ui.terminal.drawing.charts import draw_charts, foot
from game.ui.terminal.textual.widgets import Footer, Heading, kind_tag


class Tab(Static):
    @dataclass
    class Pressed(Message):
        number: int

    def __init__(self, number: int, name: str) -> None:
        chosen = "chosen" if number == 1 else ""
        super().__init__(f"{number} {_(name)}", id=f"tab-{number}", classes=chosen)
        self._number = number

    def on_click(self) -> None:
        self.post_message(self.Pressed(self._number))


class DebriefScreen(Screen[None]):
    """Six pages behind tabs, a number key each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", N_("On"), key_display="Enter"),
        *(
            Binding(str(number), f"part({number})", N_("Part"), number == 1, "1-6")
            for number in range(1, len(TABS) + 1)
        ),
        Binding("a", "app.again", N_("Again")),
        Binding("o", "app.other_weather", N_("Other weather")),
        Binding("n", "app.choose", N_("New")),
        Binding("i", "app.if_then", show=False),
        Binding("escape,b", "app.onward", N_("Back"), key_display="Esc"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("right,space", "turn(1)", show=False),
        Binding("left,backspace", "turn(-1)", show=False),
        Binding("q", "app.quit", show=False),
        Binding("t", "app.light", show=False),
        Binding("down,pagedown", "scroll(1)", show=False),
        Binding("up,pageup", "scroll(-1)", show=False),
    ]
    number: reactive[int] = reactive(1, init=False)

    def __init__(self, debrief: Debrief) -> None:
        super().__init__()
        self.debrief = debrief

    def compose(self) -> ComposeResult:
        yield Heading(
            _("{title}: debrief", title=self.debrief.title), _("left and right turn the pages")
        )
        with Horizontal(id="tabs"):
            for number, name in enumerate(TABS, 1):
                yield Tab(number, name)
        pages = debrief_pages(self.debrief)
        with ContentSwitcher(initial="part-1"):
            for number, ids in enumerate(TABS.values(), 1):
                widgets = part_widgets([page for page in pages if page.id in ids])
                yield VerticalScroll(
                    *widgets, id=f"part-{number}", classes="page part-page", can_focus=False
                )
        yield Footer()

    def watch_number(self, number: int) -> None:
        self.query_one(ContentSwitcher).current = f"part-{number}"
        for tab in self.query(Tab):
            tab.set_class(tab.id == f"tab-{number}", "chosen")

    def on_tab_pressed(self, pressed: Tab.Pressed) -> None:
        self.number = pressed.number

    def action_part(self, number: int) -> None:
        self.number = number

    def action_turn(self, by: int) -> None:
        self.number = min(len(TABS), max(1, self.number + by))

    async def action_on(self) -> None:
        """To the next part, and after the last to another voyage."""
        if self.number == len(TABS):
            await self.run_action("app.choose")
        else:
            self.action_turn(1)

    def action_scroll(self, by: int) -> None:
        """Where a part is longer than its room."""
        part = self.query_one(f"#part-{self.number}")
        part.scroll_relative(y=by * max(1, part.size.height - 1), animate=False)


def part_widgets(pages: Sequence[DebriefPage]) -> Iterator[Widget]:
    """Everything on the pages of a part, below each other."""
    first = pages[0]
    match first.id:
        case PageId.QUESTION:
            yield from _question(first)
            hint = _("i: write your own line; it is kept with the voyage.")
            yield foot(*(note.text for page in pages[1:] for note in page.notes), hint)
        case PageId.BLOCKS:
            yield from (_list(page, page is not first) for page in pages)
        case PageId.BELIEVED:
            yield from _voyage(pages)
        case PageId.ONE_WATCH:
            yield from _beside(pages)
        case _:
            yield Static(first.lead, markup=False, classes="lead")
            yield from draw_charts(first.charts)
            if first.notes:
                yield foot(*(note.text for note in first.notes))


def _voyage(pages: Sequence[DebriefPage]) -> Iterator[Widget]:
    """Believed and true; below it stability and the chart of the voyage, and how that ended."""
    believed, track = pages
    yield Static(believed.lead, markup=False, classes="lead")
    first, *others = draw_charts(believed.charts)
    yield first
    yield Horizontal(*others, *draw_charts(track.charts), classes="beside")
    yield foot(track.lead, *(note.text for note in track.notes))


def _beside(pages: Sequence[DebriefPage]) -> Iterator[Widget]:
    """The charts of two pages in one row, what the second one says below them."""
    first, second = pages
    yield Static(first.lead, markup=False, classes="lead")
    drawn = [each for page in pages for each in draw_charts(page.charts)]
    row = Horizontal(*drawn, classes="beside")
    row.styles.min_height = max(each.lines for each in drawn if isinstance(each, Bars))
    yield row
    yield foot(second.lead, *(note.text for note in second.notes))


def _question(page: DebriefPage) -> Iterator[Widget]:
    if page.lead:
        yield Static(page.lead, markup=False, classes="lead")
    question = Static("\n".join(note.text for note in page.notes), markup=False, id="large")
    question.border_title = page.title
    question.border_subtitle = _("take a minute before anyone answers")
    yield question


def _list(page: DebriefPage, titled: bool) -> Widget:
    """Its notes, a line each; bold where no title is."""
    head = Content.assemble((page.title, "bold"), f"  {page.lead}" if page.lead else "")
    lines = [head] if titled else []
    for note in page.notes:
        if note.kind:
            lines.append(Content.assemble(kind_tag(note.kind), f"  {note.text}"))
        else:
            lines.append(Content(note.text) if titled else Content.styled(note.text, "bold"))
        if note.more:
            lines.append(Content.styled(note.more, "$dim"))
    return Static(Content("\n").join(lines), classes="part")
