"""The bridge: which screen comes next. Wishes go in; the helm is given its orders here alone."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace

from game.faces.dock import Dock
from game.faces.window.locker import Locker
from game.faces.window.screens.debrief import AgainScreen, DebriefScreen
from game.faces.window.screens.deck import ResultScreen, WatchScreen
from game.faces.window.screens.ending import EndingScreen
from game.faces.window.screens.harbour import BriefingScreen, ShelfScreen, TitleScreen
from game.faces.window.screens.papers import (
    HelpScreen,
    LogScreen,
    NumbersScreen,
    PauseScreen,
    SettingsScreen,
    TroubleScreen,
)
from game.faces.window.screens.screen import Screen, Wish
from game.faces.window.settings import Settings
from game.faces.window.study import Review, Study
from game.scenario.catalogue import Shelf
from game.voyage.helm import Helm
from game.voyage.voyage import Refused


class Bridge:
    """A stack of screens over one voyage. is_open: whether the game goes on."""

    def __init__(
        self, dock: Dock, locker: Locker, helm: Helm | None, study: Study, displays: int = 1
    ) -> None:
        self._dock, self._locker, self._helm, self._study = dock, locker, helm, study
        self._review: Review | None = None
        self._displays = displays
        self.settings: Settings = locker.settings
        self.is_open = True
        self._stack: list[Screen] = [self._deck() if helm else TitleScreen(dock.unfinished())]

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self._stack[-1]

    def grant(self, wish: Wish) -> None:
        """Do what a screen wishes; what goes wrong becomes a screen, and nothing is lost."""
        if wish.name == "set":
            self.like(_changed(self.settings, str(wish.what), self._displays))
            return
        try:
            self._go(wish)
        except OSError as wrong:
            self.tell(_trouble(wrong))

    def tell(self, trouble: Screen) -> None:
        """Lay a word about what went wrong on top."""
        self._stack.append(trouble)

    def like(self, settings: Settings) -> None:
        """New settings, kept at once; if they cannot be kept, they hold for today."""
        self.settings = settings
        if isinstance(self.screen, SettingsScreen):
            self.screen.settings = settings
        try:
            self._locker.keep(settings)
        except OSError as wrong:
            self.tell(_trouble(wrong))

    def _go(self, wish: Wish) -> None:
        papers: dict[str, Callable[[], Screen]] = {
            "log": lambda: LogScreen(self._helm.past if self._helm else ()),
            "menu": PauseScreen,
            "help": HelpScreen,
            "settings": lambda: SettingsScreen(self.settings, self._displays),
        }
        if wish.name in papers:
            if type(self.screen) is not type(paper := papers[wish.name]()):
                self._stack.append(paper)
        elif wish.name == "why":
            if self._helm and self._helm.past:
                self._stack.append(NumbersScreen(self._helm.past[-1][1]))
        elif wish.name == "debrief" and self._review:
            self._stack.append(DebriefScreen(self._review))
        elif wish.name == "again" and self._review and self._review.looked_back:
            self._stack.append(AgainScreen(self._review.looked_back))
        elif wish.name == "back":
            self._stack.pop()
        elif wish.name == "quit":
            self.is_open = False
        else:
            self._sail(wish)

    def _sail(self, wish: Wish) -> None:
        """The screens of the voyage itself; each takes the place of all others."""
        match wish:
            case Wish("title"):
                self._show(TitleScreen(self._dock.unfinished()))
            case Wish("shelf"):
                self._show(ShelfScreen(self._dock.shelves, self._locker.best()))
            case Wish("brief", Shelf() as shelf):
                self._show(BriefingScreen(shelf))
            case Wish("cast_off", Shelf() as shelf):
                self._helm = self._dock.set_out(shelf)
                self._show(self._deck())
            case Wish("resume"):
                self._helm = self._dock.unfinished()
                self._show(self._deck())
            case Wish("deck"):
                self._show(self._deck())
            case Wish("sail_again", int(number)) if self._helm:
                self._helm, self._review = self._dock.set_out_again(self._helm, number), None
                self._show(self._deck())
            case Wish("give", str(order)) if self._helm:
                self._give(self._helm, order)

    def _give(self, helm: Helm, order: str) -> None:
        """The order is on disk before the screen changes."""
        watch = helm.watch
        result = helm.give(order)
        if isinstance(result, Refused):
            self.tell(TroubleScreen(result.reason, "", "Choose another order."))
            return
        gauges = helm.end.gauges if helm.is_over else helm.watch.gauges
        self._review = Review(self._study, helm.path) if helm.is_over else None
        self._show(ResultScreen(result, f"{watch.number} of {watch.of}", gauges))

    def _deck(self) -> Screen:
        helm = self._helm
        if helm is None:
            return TitleScreen(self._dock.unfinished())
        if helm.is_over:
            self._review = self._review or Review(self._study, helm.path)
            return EndingScreen(helm.end)
        word, helm.word = helm.word, ""
        return WatchScreen(helm.watch, word)

    def _show(self, screen: Screen) -> None:
        self._stack = [screen]


def _changed(now: Settings, name: str, displays: int) -> Settings:
    """The settings with the next value of one of them."""
    match name:
        case "text":
            return now.text_next()
        case "theme":
            return now.other_theme()
        case "motion":
            return replace(now, motion=not now.motion)
        case "volume":
            return now.louder()
        case "full_screen":
            return replace(now, full_screen=not now.full_screen)
        case "display":
            return replace(now, display=(now.display + 1) % displays)
        case _:
            return now


def _trouble(wrong: OSError) -> Screen:
    what = f"{wrong.filename or 'The disk'}: {wrong.strerror or wrong}."
    full = wrong.errno == errno.ENOSPC
    way = "Free some room on the disk" if full else "See that this folder can be written"
    return TroubleScreen("This could not be written down.", what, f"{way}, then try once more.")
