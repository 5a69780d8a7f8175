"""Notes laid over a screen: help, numbers, trouble, and leaving the deck. Esc puts them away."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from game.faces.terminal.figures import bar
from game.faces.terminal.widgets import kinds, meanings
from game.faces.words import HOW_IT_ENDED
from game.insight.other_weather import OtherWeather
from game.voyage.view import ResultView

KEYS = (
    ("1 2 3 4", "choose an order; once more gives it (up and down choose, too)"),
    ("Enter", "gives the chosen order; on every other screen: on"),
    ("Backspace", "takes a choice back; an order that was given stays given"),
    ("w", "the numbers behind the last watch"),
    ("1-6  a  o", "in the debrief: a part; again from a watch; other seas"),
    ("Esc", "back, or leave: the voyage stays in the logbook"),
    ("t  m", "light or dark; still or moving sea"),
)


class Note(ModalScreen[bool]):
    """A sheet of paper over the screen; True: the captain said yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Good", key_display="Enter"),
        Binding("escape,q,question_mark,w", "dismiss(False)", show=False),
    ]

    def __init__(self, title: str, *parts: Content | str) -> None:
        super().__init__()
        self._title, self._parts = title, parts

    def compose(self) -> ComposeResult:
        """The parts below each other."""
        with VerticalScroll(id="sheet") as sheet:
            sheet.border_title = self._title
            for part in self._parts:
                yield Static(part, markup=False, classes="part")
        yield Footer()


class LeaveNote(Note):
    """Asks before the deck is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "dismiss(True)", "Leave the deck", key_display="Enter"),
        Binding("escape,n", "dismiss(False)", "Stay", key_display="Esc"),
    ]

    def __init__(self, over: bool) -> None:
        kept = (
            "This voyage is over. Its orders are kept in the logbook."
            if over
            else "Nothing is lost: every order is in the logbook. Go on with c at the title."
        )
        super().__init__("Leave the deck?", kept)


def help_note() -> Note:
    """Keys, kinds of order, gauges."""
    keys = Content("\n").join(Content.assemble((f"{key:<11}", "bold"), what) for key, what in KEYS)
    return Note("Help", keys, kinds(), meanings())


def numbers_note(result: ResultView) -> Note:
    """The figures behind a watch."""
    rows = (Content.assemble(f"{name:<32}", (figure, "bold")) for name, figure in result.numbers)
    return Note(f"Watch {result.number}, in numbers", result.why, Content("\n").join(rows))


def other_weather_note(other: OtherWeather) -> Note:
    """What became of your orders elsewhere, beside a captain who looks at the sea first."""
    rows = [
        (ended, other.yours.get(outcome, 0), other.adaptive.get(outcome, 0))
        for outcome, ended in HOW_IT_ENDED.items()
    ]
    rows.append(("not given to the end", sum(other.helped.values()), 0))
    lines = [Content.styled(f"{'':<24}{'your orders':<22}the adaptive captain", "bold")]
    for ended, yours, adaptive in rows:
        if yours or adaptive:
            columns = (_share(figure, other.seas) for figure in (yours, adaptive))
            lines.append(Content(f"{ended:<24}{''.join(columns)}".rstrip()))
    return Note(f"{other.seas} other seas", other.sentence, Content("\n").join(lines))


def _share(figure: int, of: int) -> str:
    return f"{f'{bar(15 * figure / of)} {figure}' if figure else '-':<22}"


def trouble_note(what: str, reason: str, way_out: str) -> Note:
    """Something did not work; nothing is lost, and this is what to do."""
    return Note("Not done", what, reason, way_out)
