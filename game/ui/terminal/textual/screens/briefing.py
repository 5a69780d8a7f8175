"""The briefing: what a captain should know before casting off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.i18n import N_, _
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Voice
from game.ui.terminal.textual.widgets import Footer, Heading, gauge_meanings, kind_tag, kinds_legend
from game.ui.vocabulary import prose


class BriefingScreen(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "cast_off", N_("Cast off"), key_display="Enter"),
        Binding("escape", "app.choose", N_("Other voyages"), key_display="Esc"),
        Binding("question_mark", "app.help", N_("Help"), key_display="?"),
        Binding("t", "app.light", N_("Light or dark")),
    ]

    @dataclass
    class CastOff(Message):
        loaded: LoadedScenario

    def __init__(self, loaded: LoadedScenario) -> None:
        super().__init__()
        self._loaded = loaded

    def compose(self) -> ComposeResult:
        scenario = self._loaded.scenario
        yield Heading(scenario.title, _("{minutes} minutes", minutes=scenario.minutes_solo))
        with VerticalScroll(classes="page"):
            yield Static(prose(scenario.summary), markup=False, classes="lead")
            yield Static(_("You are the captain. Each watch you give one order; the sea answers."))
            yield Static(kinds_legend(), classes="part")
            voices = (_voice(voice) for voice in scenario.voices.values())
            yield Static(Content("\n").join(voices), classes="part")
            yield Static(gauge_meanings(), classes="part")
        yield Footer()

    def action_cast_off(self) -> None:
        self.post_message(self.CastOff(self._loaded))


def _voice(voice: Voice) -> Content:
    return Content.assemble(
        (voice.name, "bold"),
        _(" speaks for "),
        kind_tag(voice.speaks_for),
        _(", and has an opinion"),
    )
