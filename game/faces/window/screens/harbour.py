"""Before the voyage: the title, the shelf of scenarios, the briefing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from game.faces.window.choices import Choice, menu
from game.faces.window.foot import Button
from game.faces.window.screens.papers import PICK
from game.faces.window.screens.screen import Goto, Screen, Wish
from game.faces.window.sheet import Row, Writer
from game.faces.window.type import Style
from game.faces.words import KINDS, TEACHES, prose, sentence
from game.scenario.catalogue import Shelf
from game.ship.attention import Kind
from game.voyage.helm import Helm


class TitleScreen(Screen):
    """The name of the game, and where to go on."""

    foot: ClassVar[tuple[Button, ...]] = (Button("quit", "Esc", "Quit"), PICK)
    is_menu = True
    share = 0.5
    ship_at = 0.46

    def __init__(self, helm: Helm | None) -> None:
        super().__init__()
        self._helm = helm
        self.mark = self.choices()[0].id

    def rows(self, writer: Writer) -> list[Row]:
        """The name, a line, the menu."""
        said = "A game of leading and managing: set the course, trim the sails."
        rows = [*writer.text("Even Keel", Style.NAME, keep=True)[:-1], *writer.text(said)]
        return rows + menu(writer, self.choices())

    def choices(self) -> list[Choice]:
        """Go on first, if there is a voyage to go on with."""
        lines = [
            Choice("shelf", "Set out on a voyage"),
            Choice("settings", "Settings"),
            Choice("help", "How it works"),
        ]
        if self._helm is None:
            return lines
        watch = self._helm.watch
        note = f"{self._helm.shelf.scenario.title}, watch {watch.number} of {watch.of}"
        return [Choice("resume", "Continue", note=note), *lines]

    def press(self, id: str) -> Goto:
        """Where to."""
        return Wish(id)


class ShelfScreen(Screen):
    """Which voyage?"""

    foot: ClassVar[tuple[Button, ...]] = (Button("title", "Esc", "Title"), PICK)
    is_menu = True

    def __init__(self, shelves: list[Shelf], best: Mapping[str, str]) -> None:
        super().__init__()
        self._shelves, self._best = shelves, best
        self.mark = shelves[0].scenario.id if shelves else ""

    def rows(self, writer: Writer) -> list[Row]:
        """A plate for each scenario."""
        rows = writer.heading("Choose a voyage")
        return rows + menu(writer, self.choices())

    def choices(self) -> list[Choice]:
        """The scenarios, shortest first."""
        return [self._choice(shelf) for shelf in self._shelves]

    def press(self, id: str) -> Goto:
        """This one."""
        chosen = [shelf for shelf in self._shelves if shelf.scenario.id == id]
        return Wish("brief", chosen[0]) if chosen else Wish("title")

    def _choice(self, shelf: Shelf) -> Choice:
        scenario = shelf.scenario
        best = self._best.get(scenario.id)
        note = f"{scenario.minutes_solo} minutes, about {TEACHES[scenario.teaches]}."
        return Choice(scenario.id, scenario.title, note=f"{note}\nBest: {best}." if best else note)


class BriefingScreen(Screen):
    """What a captain should know before the lines are let go."""

    foot: ClassVar[tuple[Button, ...]] = (
        Button("shelf", "Esc", "Other voyages"),
        Button("on", "Enter", "Cast off"),
    )

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def rows(self, writer: Writer) -> list[Row]:
        """The summary, the voices, what the two orders do."""
        scenario = self._shelf.scenario
        rows = writer.text(scenario.title, Style.HEADLINE, keep=True)
        rows += writer.text(prose(scenario.summary))
        rows += writer.text("You are the captain. Each watch you give one order; the sea answers.")
        for voice in scenario.voices.values():
            rows += writer.speech(voice.name, voice.speaks_for, f"Speaks for {voice.speaks_for}.")
        rows.append(writer.page())
        rows += writer.text("Two ways to spend a watch", Style.HEADLINE, keep=True)
        for kind in (Kind.COURSE, Kind.SAILS):
            rows += writer.speech(str(kind).capitalize(), kind, sentence(KINDS[kind]))
        return rows + writer.text("Only one at a time. Reach port before the watches run out.")

    def press(self, id: str) -> Goto:
        """Cast off, or look again."""
        return Wish("cast_off", self._shelf) if id == "on" else Wish(id)
