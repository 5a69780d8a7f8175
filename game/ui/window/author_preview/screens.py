"""The author's screens: what is wrong in a file, and a watch as it is written."""

from __future__ import annotations

from game.scenario.model.scenario import Scenario
from game.ship.gauges import GAUGES
from game.ship.ship import Ship
from game.ui.window.input import Action, Input
from game.ui.window.requests import Goto, GoToWatch, Overlay, Place, Quit, SetGauge
from game.ui.window.screens.menu import MenuScreen
from game.ui.window.screens.screen import ON, Screen
from game.ui.window.solo.watch import WatchScreen
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer

QUIT = Button(Quit(), "Esc", "Close")
STEPS = 10
"""Each press moves a gauge by this part of its range."""


class FindingsScreen(Screen):
    """Why the file cannot sail yet, with line and caret."""

    foot = (QUIT, ON)
    is_still = True
    share = 1.0

    def __init__(self, title: str, errors: str) -> None:
        super().__init__()
        self._title, self.errors, self.word = title, errors, ""

    @property
    def revision(self) -> object:
        return self.word

    def rows(self, writer: Writer) -> list[Row]:
        """As `check` tells it. word: why it cannot be read just now, or empty."""
        said = self.word or f"{self._title}. Mend it and save."
        rows = writer.text(said, Style.ORDER, keep=True)
        return rows + writer.listing(self.errors)


class WatchPreviewScreen(WatchScreen):
    """A watch as it is written; what may become of it stands above."""

    foot = (
        QUIT,
        Button(Overlay.WATCHES, "J", "Watches"),
        Button(Overlay.GAUGES, "G", "Gauges"),
        ON,
    )

    @property
    def revision(self) -> object:
        return self.word

    def on(self, user_input: Input) -> Goto:
        if user_input in (Action.JUMP, Action.GAUGES):
            return Overlay.WATCHES if user_input is Action.JUMP else Overlay.GAUGES
        return super().on(user_input)


class JumpScreen(MenuScreen):
    def __init__(self, scenario: Scenario, at: str) -> None:
        self._scenario = scenario
        super().__init__(at)

    def head(self, writer: Writer) -> list[Row]:
        return writer.heading("Go to")

    def choices(self) -> list[Choice]:
        watches = self._scenario.watches.values()
        return [
            Choice(watch.id, watch.id, GoToWatch(watch.id), note=_beginning(watch.situation))
            for watch in watches
        ]


class GaugesScreen(MenuScreen):
    """The ship as the writer wants her; pressing a gauge moves it on, round and round."""

    foot = (Button(Place.VOYAGE, "Esc", "Back"), Button(Action.CONFIRM, "Enter", "Move"))

    def __init__(self, ship: Ship[float], mark: str = "stability") -> None:
        self._ship = ship
        super().__init__(mark)

    def head(self, writer: Writer) -> list[Row]:
        return writer.heading("Gauges")

    def choices(self) -> list[Choice]:
        return [
            Choice(name, f"{gauge.label}: {getattr(self._ship, name):.4g}", self._moved_on(name))
            for name, gauge in GAUGES.items()
        ]

    def aside(self, by: int) -> Goto:
        """The value beside it, down to the least and up to the most."""
        low, high = GAUGES[self.mark].low, GAUGES[self.mark].high
        moved = self._beside(self.mark, by)
        return SetGauge(self.mark, float(max(low, min(high, moved))))

    def _moved_on(self, name: str) -> SetGauge:
        """The next value; after the most comes the least."""
        moved = self._beside(name, 1)
        is_past = moved > GAUGES[name].high + 1e-9
        return SetGauge(name, float(GAUGES[name].low) if is_past else moved)

    def _beside(self, name: str, by: int) -> float:
        range_ = GAUGES[name].high - GAUGES[name].low
        return float(getattr(self._ship, name)) + by * range_ / STEPS


def _beginning(situation: str) -> str:
    words = situation.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")
