"""The result: what the sea answered, what moved, and why."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.i18n import N_, _
from game.ui.terminal.textual.widgets import Footer, Heading, kind_tag
from game.ui.vocabulary import prose
from game.voyage.view import Change, ResultView


class ResultScreen(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.onward", N_("On"), key_display="Enter"),
        Binding("w", "app.numbers", N_("Numbers")),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("escape", "app.leave", N_("Leave"), key_display="Esc"),
        Binding("q", "app.leave", show=False),
        Binding("t", "app.light", show=False),
    ]

    def __init__(self, result: ResultView, title: str) -> None:
        super().__init__()
        self.result, self._title = result, title

    def compose(self) -> ComposeResult:
        result = self.result
        yield Heading(self._title, _("After watch {number}", number=result.number))
        with VerticalScroll(classes="page"):
            yield Static(
                Content.assemble(
                    _("You ordered"), "  ", kind_tag(result.kind), f"  {result.order}"
                ),
                classes="ordered",
            )
            yield Static(prose(result.text), markup=False, classes="lead")
            why = Static(result.why, markup=False, id="why")
            why.border_title = _("Why")
            yield why
            if result.learnt:
                learnt = Static(prose(result.learnt), markup=False, id="learnt")
                learnt.border_title = _("Learnt")
                yield learnt
            if result.fix:
                yield Static(Content.styled(result.fix, "bold $course"), classes="part")
            moved = Content("\n").join(_moved(change) for change in result.changes)
            yield Static(moved, classes="part")
            for line in result.returned:
                yield Static(Content.assemble(("← ", "bold"), prose(line)), classes="returned")
        yield Footer()


def _moved(change: Change) -> Content:
    ink, sign = {"better": ("bold", "+ "), "worse": ("bold $worse", "- ")}.get(
        change.word, ("", "")
    )
    word = f"{sign}{_(change.word)}"
    arrow = "↑" if change.by >= 0 else "↓"
    return Content.assemble(
        (f"{arrow} {change.label:<11}", "bold"),
        f"{change.before:>11} → {change.after:<12}",
        (word, ink),
    )
