"""The debrief: your wake beside two ghosts' in the same weather, and what to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from game.faces.terminal.wakes import Wakes
from game.faces.terminal.widgets import Heading
from game.faces.words import HOW_IT_ENDED
from game.insight.wake import Track
from game.voyage.view import EndView


class DebriefScreen(Screen[None]):
    """Look first, then talk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say('again')", "Sail again", key_display="Enter"),
        Binding("b,escape", "say('back')", "Back", key_display="Esc"),
        Binding("q", "say('quit')", "Quit"),
        Binding("question_mark", "app.help", "Help", key_display="?"),
        Binding("t", "app.light", "Light or dark"),
    ]

    class Again(Message):
        """Another voyage."""

    class Back(Message):
        """To the ending once more."""

    class Quit(Message):
        """The captain has had enough."""

    def __init__(self, tracks: Sequence[Track], end: EndView, title: str) -> None:
        super().__init__()
        self._tracks, self._end, self._title = tracks, end, title

    def compose(self) -> ComposeResult:
        """Two charts, a sentence, the questions."""
        yield Heading(f"{self._title}: three captains, the same sea", "Debrief")
        with VerticalScroll(classes="page"):
            with Horizontal(id="charts"):
                yield Wakes("Progress", self._tracks, lambda track: track.progress)
                yield Wakes("Stability", self._tracks, lambda track: track.stability)
            yield Static(_sentence(self._tracks), markup=False, id="told")
            questions = (self._end.ask, *self._end.questions)
            asked = [_question(question) for question in questions if question]
            yield Static(Content("\n").join(asked), id="questions")
        yield Footer()

    def action_say(self, what: str) -> None:
        """Tell the app."""
        says = {"again": self.Again, "back": self.Back, "quit": self.Quit}
        self.post_message(says[what]())


def _sentence(tracks: Sequence[Track]) -> str:
    told = [
        f"{track.captain} {HOW_IT_ENDED[track.outcome]} at {track.progress[-1]:.0f} %"
        for track in tracks
    ]
    return f"Same ship, same weather: {'; '.join(told)}."


def _question(question: str) -> Content:
    return Content.assemble(("?  ", "bold $course"), question)
