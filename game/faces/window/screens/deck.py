"""On deck: the watch to be decided, what came of it, the numbers, the log and the pause."""

from __future__ import annotations

from collections.abc import Sequence

from game.faces.window.choices import Choice, choice
from game.faces.window.foot import Button
from game.faces.window.hands import Hand, Meant
from game.faces.window.screens.screen import BACK, MENU, Goto, Screen, Wish
from game.faces.window.sheet import Row, Writer
from game.faces.window.type import Style
from game.faces.words import prose
from game.voyage.view import Change, GaugeView, ResultView, WatchView


class WatchScreen(Screen):
    """One watch: read, hear both, choose, and choose once more to give the order."""

    foot = (MENU, Button("log", "L", "Log"), Button("on", "Enter", "On"))

    def __init__(self, watch: WatchView, word: str = "") -> None:
        super().__init__(watch.sea, watch.gauges)
        self.watch, self._word = watch, word

    def rows(self, writer: Writer) -> list[Row]:
        """What is; then what to do about it, on a page of its own."""
        watch = self.watch
        rows = writer.text(self._word, Style.STRONG) if self._word else []
        rows += writer.text(f"Watch {watch.number} of {watch.of}", Style.HEADLINE, keep=True)
        rows += writer.text(prose(watch.situation))
        rows += [writer.rule()]
        rows += writer.text(f"{watch.forecast}.")
        rows += writer.text(f"Barometer: {watch.barometer[0].lower()}{watch.barometer[1:]}.")
        if not (self.gauges and writer.canvas.type.scale == 1):
            rows += [row for gauge in self.gauges for row in _told(writer, gauge)]
        rows += writer.text(f"{watch.rudder}.", ink=writer.canvas.theme.dim)
        for word, meaning in watch.words.items():
            rows += writer.text(f"{word.capitalize()}: {meaning}.", Style.SMALL)
        rows.append(writer.page())
        for line in watch.lines:
            rows += writer.speech(line.name, line.speaks_for, line.text)
        return rows + [row for what in self.choices() for row in choice(writer, what)]

    def choices(self) -> list[Choice]:
        """The orders, the locked ones with their reason."""
        return [
            Choice(o.id, o.label, o.number, o.kind, o.half, locked=o.locked)
            for o in self.watch.orders
        ]

    def chosen(self, id: str) -> Goto:
        """Once chooses, twice gives: a mis-click is never an order."""
        if self.mark == id:
            return self.press(id)
        self.mark = id
        self.show_choice(id)
        return None

    def press(self, id: str) -> Goto:
        """An order, or a button."""
        return Wish(id) if id in ("menu", "log", "on") else Wish("give", id)

    def buttons(self) -> list[Button]:
        """The foot says what Enter does now."""
        on = "Give this order" if self.mark else "On"
        if not self.mark and self.page == self.pages - 1:
            on = "Next order"
        named = super().buttons()
        return [Button(b.id, b.key, on, b.where) if b.id == "on" else b for b in named]


class ResultScreen(Screen):
    """What the sea answered, what moved, and why."""

    foot = (MENU, Button("why", "W", "Numbers"), Button("on", "Enter", "On"))

    def __init__(self, result: ResultView, gauges: tuple[GaugeView, ...]) -> None:
        super().__init__(result.sea, gauges)
        self.result = result

    def rows(self, writer: Writer) -> list[Row]:
        """The answer first, then the gauges, then why."""
        result, theme = self.result, writer.canvas.theme
        rows = writer.speech(f"Watch {result.number}: {result.order}", result.kind, "")
        rows += writer.text(prose(result.text))
        rows += [row for change in result.changes for row in _change(writer, change)]
        rows.append(writer.rule())
        rows += writer.text(result.why, Style.STRONG)
        if result.fix:
            rows += writer.text(result.fix, ink=theme.course)
        for returned in result.returned:
            rows += writer.text(returned)
        return rows

    def on(self, hand: Meant) -> Goto:
        """W shows the numbers here, too."""
        return Wish("why") if hand is Hand.WHY else super().on(hand)

    def press(self, id: str) -> Goto:
        """On deck again, or the numbers."""
        return Wish("deck") if id == "on" else Wish(id)


class NumbersScreen(Screen):
    """The figures behind a watch."""

    foot = (BACK,)
    is_still = True

    def __init__(self, result: ResultView) -> None:
        super().__init__(result.sea)
        self._result = result

    def rows(self, writer: Writer) -> list[Row]:
        """A line a figure."""
        title = f"Watch {self._result.number}, in numbers"
        rows = writer.text(title, Style.HEADLINE, keep=True) + writer.text(self._result.why)
        for name, figure in self._result.numbers:
            rows += writer.pair(name, figure)
        return rows

    def press(self, id: str) -> Goto:
        """Away with it."""
        return Wish("back")


class LogScreen(Screen):
    """What was said and ordered so far."""

    foot = (BACK,)
    is_still = True

    def __init__(self, past: Sequence[tuple[WatchView, ResultView]]) -> None:
        super().__init__()
        self._past = past

    def rows(self, writer: Writer) -> list[Row]:
        """Watch by watch, the newest first."""
        rows = writer.text("The log", Style.HEADLINE, keep=True)
        if not self._past:
            return rows + writer.text("No watch has been sailed yet.")
        for watch, result in reversed(self._past):
            rows += writer.text(f"Watch {watch.number}", Style.STRONG, keep=True)
            rows += writer.text(prose(watch.situation))
            for line in watch.lines:
                rows += writer.speech(line.name, line.speaks_for, line.text)
            rows += writer.speech(f"You: {result.order}", result.kind, "")
            rows += writer.text(prose(result.text)) + writer.text(result.why, Style.STRONG)
            rows.append(writer.rule())
        return rows

    def press(self, id: str) -> Goto:
        """Away with it."""
        return Wish("back")


class PauseScreen(Screen):
    """Nothing is lost here."""

    foot = (BACK, Button("on", "Enter", "Choose"))
    is_still = True

    def rows(self, writer: Writer) -> list[Row]:
        """A menu."""
        rows = writer.text("Hove to", Style.HEADLINE, keep=True)
        rows += writer.text("Every order you gave is in the logbook. Nothing is lost.")
        return rows + [row for what in self.choices() for row in choice(writer, what)]

    def choices(self) -> list[Choice]:
        """Where to."""
        return [
            Choice("back", "Go on"),
            Choice("log", "The log"),
            Choice("settings", "Settings"),
            Choice("help", "How it works"),
            Choice("title", "Leave the deck"),
            Choice("quit", "Quit"),
        ]

    def press(self, id: str) -> Goto:
        """There."""
        return Wish("back" if id == "on" else id)


class TroubleScreen(Screen):
    """Something could not be done; nothing is lost, and this is what to do."""

    foot = (BACK,)
    is_still = True

    def __init__(self, what: str, reason: str, way_out: str) -> None:
        super().__init__()
        self._told = (what, reason, way_out)

    def rows(self, writer: Writer) -> list[Row]:
        """Three short paragraphs."""
        what, reason, way_out = self._told
        rows = writer.text("Not done", Style.HEADLINE, keep=True)
        return rows + writer.text(what) + writer.text(reason) + writer.text(way_out, Style.STRONG)

    def press(self, id: str) -> Goto:
        """Away with it."""
        return Wish("back")


def _told(writer: Writer, gauge: GaugeView) -> list[Row]:
    return writer.pair(gauge.label, gauge.short)


def _change(writer: Writer, change: Change) -> list[Row]:
    theme = writer.canvas.theme
    ink = theme.better if change.better else theme.worse
    sign = "▲" if change.by > 0 else "▼"
    word = "better" if change.better else "worse"
    return writer.pair(change.label, f"{change.before} {sign} {change.after}, {word}", ink)
