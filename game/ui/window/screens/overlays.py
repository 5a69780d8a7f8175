"""Overlays: the numbers, the log, the pause, help, settings, and trouble."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from game.i18n import N_, _, spoken
from game.ui.languages import name_of
from game.ui.vocabulary import KINDS, MEANINGS, prose, sentence
from game.ui.window.input import Action, Input, Number
from game.ui.window.requests import Back, ChangeSetting, Goto, Overlay, Place, Quit
from game.ui.window.screens.menu import MenuScreen
from game.ui.window.screens.screen import BACK, Screen
from game.ui.window.settings import Settings
from game.ui.window.widgets.choices import Choice
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.key_bar import Button
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import ResultView, WatchView


class TextOverlay(Screen):
    """An overlay to read; every button closes it."""

    foot = (BACK,)
    is_still = True
    share = 0.0
    next = Back()


class NumbersScreen(TextOverlay):
    def __init__(self, result: ResultView) -> None:
        super().__init__(result.sea)
        self._result = result

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(
            _("Why, watch {number}", number=self._result.number), Style.HEADLINE, keep=True
        )
        rows += writer.text(self._result.why, Style.STRONG)
        numbers = self._result.numbers
        half = len(numbers) // 2
        parts = (partial(_pairs, pairs=part) for part in (numbers[:half], numbers[half:]))
        return rows + writer.columns(*((0.5, part) for part in parts))


def _pairs(writer: Writer, pairs: Sequence[tuple[str, str]]) -> list[Row]:
    return [row for pair in pairs for row in writer.pair(*pair)]


class LogScreen(TextOverlay):
    def __init__(self, past: Sequence[tuple[WatchView, ResultView]]) -> None:
        super().__init__(past[-1][1].sea) if past else super().__init__()
        self._past = past

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(_("The log"), Style.HEADLINE, keep=True)
        if not self._past:
            return rows + writer.text(_("No watch has been sailed yet."))
        halves = (
            (partial(_as_it_stood, watch=watch), partial(_as_it_went, result=result))
            for watch, result in reversed(self._past)
        )
        return rows + writer.on_pages(writer.columns((0.5, a), (0.5, b)) for a, b in halves)


def _as_it_stood(writer: Writer, watch: WatchView) -> list[Row]:
    rows = writer.text(_("Watch {watch}", watch=watch.number), Style.STRONG, keep=True)
    rows += writer.text(prose(watch.situation))
    for line in watch.lines:
        rows += writer.speech(line.name, line.speaks_for, line.text, line.picture)
    return rows


def _as_it_went(writer: Writer, result: ResultView) -> list[Row]:
    rows = writer.signed(result.kind, result.order)
    rows += writer.text(prose(result.text)) + writer.text(result.why, Style.STRONG)
    if result.learnt:
        rows += writer.text(_("Learnt: {learnt}", learnt=prose(result.learnt)), Style.LABEL)
    for returned in result.returned:
        rows += writer.text(returned)
    return rows


class PauseScreen(MenuScreen):
    def head(self, writer: Writer) -> list[Row]:
        rows = writer.heading(_("Hove to"))
        return rows + writer.text(_("Every order you gave is in the logbook. Nothing is lost."))

    def choices(self) -> list[Choice]:
        return [
            Choice("back", _("Go on"), Back()),
            Choice("log", _("The log"), Overlay.LOG),
            Choice("settings", _("Settings"), Overlay.SETTINGS),
            Choice("help", _("How it works"), Overlay.HELP),
            Choice("title", _("Leave the deck"), Place.TITLE),
            Choice("quit", _("Quit"), Quit()),
        ]


class HelpScreen(TextOverlay):
    KEYS = (
        (N_("1 2 3 4"), N_("choose an order; the same key again, or Enter, gives it")),
        (N_("Backspace"), N_("takes a choice back; an order that was given stays given")),
        (N_("Up, Down"), N_("move between the choices; Left and Right turn the page")),
        (N_("Left, Right"), N_("change a setting, forth and back")),
        (N_("W, L"), N_("the numbers behind the last watch; the log of the voyage")),
        (N_("+, -"), N_("larger and smaller text")),
        (N_("T, M, F11"), N_("light or dark; sea moving or still; full screen")),
        (N_("S"), N_("reads the page aloud, or stops reading")),
        (N_("F12"), N_("keeps a picture of the window")),
        (N_("Esc"), N_("pause, or back: every order is in the logbook")),
    )
    DEVICES = (
        (N_("Mouse"), N_("press an order once to choose it, once more to give it")),
        (N_("Clicker"), N_("next, back; the blank button gives the order; Esc pauses")),
        (N_("Gamepad"), N_("up and down choose, A gives, B takes back, X shows why")),
    )

    def rows(self, writer: Writer) -> list[Row]:
        rows = writer.text(_("How it works"), Style.HEADLINE, keep=True)
        rows += writer.text(_("Each watch you give one order. The sea answers."))
        for kind, meaning in KINDS.items():
            rows += writer.speech(kind.word.capitalize(), kind, sentence(_(meaning)))
        rows += [writer.page(), *meaning_rows(writer, _("The gauges"), MEANINGS.items())]
        rows += [writer.page(), *meaning_rows(writer, _("Keys"), self.KEYS)]
        return [*rows, writer.page(), *meaning_rows(writer, _("Other hands"), self.DEVICES)]


def meaning_rows(writer: Writer, title: str, meanings: Iterable[tuple[str, str]]) -> list[Row]:
    """A page of names or keys, and what each means."""
    rows = writer.text(title, Style.HEADLINE, keep=True)
    return rows + writer.entries([(_(name), sentence(_(means))) for name, means in meanings])


OPENS = {
    "window": N_("this window"),
    "terminal": N_("the game in a terminal"),
    "plain": N_("line by line, for screen readers"),
}
"""The ways in which the game can open, by their setting."""


class SettingsScreen(MenuScreen):
    foot = (BACK, Button(Action.CONFIRM, "Enter", N_("Change")))

    def __init__(self, settings: Settings, displays: int) -> None:
        self.settings, self._displays = settings, displays
        super().__init__()

    def head(self, writer: Writer) -> list[Row]:
        return writer.heading(_("Settings"))

    def choices(self) -> list[Choice]:
        now = self.settings
        sound = f"{100 * now.volume:.0f} %" if now.volume else _("off")
        colours = _("Colours: light") if now.theme == "light" else _("Colours: dark")
        characters = _("Keys: all") if now.characters else _("Keys: arrows, Enter and Esc only")
        screen = {"number": now.display + 1, "of": self._displays}
        labels = {
            "text": _("Text: {percent:.0f} %", percent=100 * now.text),
            "theme": colours,
            "motion": _("Sea: moving") if now.motion else _("Sea: still"),
            "volume": _("Sound: {volume}", volume=sound),
            "full_screen": _("Full screen: on") if now.full_screen else _("Full screen: off"),
            "aloud": _("Read aloud: each page") if now.aloud else _("Read aloud: on S"),
            "characters": characters,
            "opens": _("Opens as: {face}", face=_(OPENS[now.opens])),
            "display": _("Display: {number} of {of}", **screen),
            "language": _("Language: {language}", language=name_of(spoken())),
        }
        return [Choice(name, label, ChangeSetting(name)) for name, label in labels.items()]

    def aside(self, by: int) -> Goto:
        """The value beside it; the largest text and the loudest sound are the last ones."""
        return ChangeSetting(self.mark, by, around=False)


class TroubleScreen(TextOverlay):
    """Something could not be done; nothing is lost, and this is what to do."""

    def on(self, user_input: Input) -> Goto:
        """A number is for what lies below it: another order, or the same once more."""
        return Back(user_input) if isinstance(user_input, Number) else super().on(user_input)

    def __init__(self, what: str, reason: str, advice: str) -> None:
        super().__init__()
        self._words = what, reason, advice

    def rows(self, writer: Writer) -> list[Row]:
        what, reason, advice = self._words
        rows = writer.text(_("Not done"), Style.HEADLINE, keep=True)
        return rows + writer.text(what) + writer.text(reason) + writer.text(advice, Style.STRONG)
