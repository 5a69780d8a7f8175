"""Before the voyage: the title, the shelf of scenarios, the briefing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from game.faces.window.choices import Choice, choice
from game.faces.window.foot import Button
from game.faces.window.screens.screen import BACK, Goto, Screen, Wish
from game.faces.window.sheet import Row, Writer
from game.faces.window.type import Style
from game.faces.words import KINDS, MEANINGS, TEACHES, prose
from game.scenario.catalogue import Shelf
from game.voyage.helm import Helm

PICK = Button("on", "Enter", "Choose")


class TitleScreen(Screen):
    """The name of the game, and where to go on."""

    foot = (Button("quit", "Esc", "Quit"), PICK)

    def __init__(self, helm: Helm | None) -> None:
        super().__init__()
        self._helm = helm
        self.mark = self.choices()[0].id

    def rows(self, writer: Writer) -> list[Row]:
        """The name, a line, the menu."""
        said = "A crew needs someone to set the course, and someone to adjust the sails."
        rows = [*writer.text("Even Keel", Style.NAME), *writer.text(said), writer.gap()]
        return rows + [row for what in self.choices() for row in choice(writer, what)]

    def choices(self) -> list[Choice]:
        """Go on first, if there is a voyage to go on with."""
        menu = [
            Choice("shelf", "Set out on a voyage"),
            Choice("settings", "Settings"),
            Choice("help", "How it works"),
            Choice("quit", "Quit"),
        ]
        if self._helm is None:
            return menu
        watch = self._helm.watch
        note = f"{self._helm.shelf.scenario.title}, watch {watch.number} of {watch.of}"
        return [Choice("resume", "Go on where you left off", note=note), *menu]

    def press(self, id: str) -> Goto:
        """Where to."""
        return Wish("shelf" if id == "on" else id)


class ShelfScreen(Screen):
    """Which voyage?"""

    foot = (Button("title", "Esc", "Title"), PICK)

    def __init__(self, shelves: list[Shelf], best: Mapping[str, str]) -> None:
        super().__init__()
        self._shelves, self._best = shelves, best
        self.mark = shelves[0].scenario.id if shelves else ""

    def rows(self, writer: Writer) -> list[Row]:
        """A plate for each scenario."""
        rows = writer.text("Choose a voyage", Style.HEADLINE, keep=True)
        return rows + [row for what in self.choices() for row in choice(writer, what)]

    def choices(self) -> list[Choice]:
        """The scenarios, shortest first."""
        return [self._choice(shelf) for shelf in self._shelves]

    def press(self, id: str) -> Goto:
        """This one."""
        chosen = [shelf for shelf in self._shelves if shelf.scenario.id == id]
        return Wish("brief", chosen[0]) if chosen else Wish("title")

    def _choice(self, shelf: Shelf) -> Choice:
        scenario = shelf.scenario
        best = self._best.get(scenario.id, "no landfall yet")
        note = f"{scenario.minutes_solo} minutes. About {TEACHES[scenario.teaches]}. Best: {best}"
        return Choice(scenario.id, scenario.title, note=note)


class BriefingScreen(Screen):
    """What a captain should know before the lines are let go."""

    foot = (Button("shelf", "Esc", "Other voyages"), Button("on", "Enter", "Cast off"))

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def rows(self, writer: Writer) -> list[Row]:
        """The summary, the kinds of order, the voices."""
        scenario = self._shelf.scenario
        rows = writer.text(scenario.title, Style.HEADLINE, keep=True)
        rows += writer.text(prose(scenario.summary))
        rows += writer.text("You are the captain. Each watch you give one order; the sea answers.")
        for voice in scenario.voices.values():
            rows += writer.speech(voice.name, voice.speaks_for, f"speaks for {voice.speaks_for}.")
        for kind, meaning in KINDS.items():
            rows += writer.speech(str(kind).capitalize(), kind, meaning)
        for name, meaning in MEANINGS.items():
            rows += writer.text(f"{name}: {meaning}.", Style.SMALL)
        return rows

    def press(self, id: str) -> Goto:
        """Cast off, or look again."""
        return Wish("cast_off", self._shelf) if id == "on" else Wish(id)


class HelpScreen(Screen):
    """Keys, kinds of order, gauges."""

    foot: ClassVar[tuple[Button, ...]] = (BACK,)
    is_still = True
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("1 2 3 4", "choose an order; the same key again, or Enter, gives it"),
        ("Backspace", "takes a choice back; an order that was given stays given"),
        ("Up, Down", "move between the choices; Left and Right turn the page"),
        ("W, L", "the numbers behind the last watch; the log of the voyage"),
        ("+, -", "larger and smaller text"),
        ("T, F11", "light or dark; full screen"),
        ("F12", "keeps a picture of the window"),
        ("Esc", "pause, or back: every order is in the logbook"),
        ("Mouse", "press an order once to choose it, once more to give it"),
        ("Clicker", "next, back; the blank button gives the order; Esc pauses"),
        ("Gamepad", "up and down choose, A gives, B takes back, X shows why"),
    )

    def rows(self, writer: Writer) -> list[Row]:
        """One list."""
        rows = writer.text("How it works", Style.HEADLINE, keep=True)
        for key, what in self.KEYS:
            rows += writer.text(f"{key}: {what}.", Style.BODY)
        for kind, meaning in KINDS.items():
            rows += writer.speech(str(kind).capitalize(), kind, meaning)
        for name, meaning in MEANINGS.items():
            rows += writer.text(f"{name}: {meaning}.", Style.SMALL)
        return rows

    def press(self, id: str) -> Goto:
        """Away with it."""
        return Wish("back")
