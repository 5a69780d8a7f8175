"""The stack: the screen on top and those below it, the papers that any of them may call for."""

from __future__ import annotations

import errno
from collections.abc import Callable

from pygame.event import Event

from game.faces.languages import NAMES, speak_in
from game.faces.window.hands import Meant, Number, meant
from game.faces.window.locker import Locker
from game.faces.window.screens.papers import (
    HelpScreen,
    PauseScreen,
    SettingsScreen,
    TroubleScreen,
)
from game.faces.window.screens.screen import Screen, Wish
from game.faces.window.settings import Settings
from game.tongue import _


class Stack:
    """Screens over each other. is_open: whether the window stays. `sail` is for who has a sea."""

    def __init__(self, locker: Locker, displays: int) -> None:
        self._locker, self._displays = locker, displays
        self.settings: Settings = locker.settings
        self.is_open = True
        self._screens: list[Screen] = []
        self.papers: dict[str, Callable[[], Screen]] = {
            "menu": PauseScreen,
            "help": HelpScreen,
            "settings": lambda: SettingsScreen(self.settings, self._displays),
        }

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self._screens[-1]

    def meant(self, event: Event) -> Meant | None:
        """What an event means on the screen on top."""
        return meant(event)

    @property
    def languages(self) -> list[str]:
        """Those that can be chosen."""
        return list(NAMES)

    def look_out(self) -> None:
        """See what has happened outside, and let the screens know."""

    def sail(self, wish: Wish) -> None:
        """Do what only this sea can."""
        raise NotImplementedError

    def grant(self, wish: Wish) -> None:
        """Do what a screen wishes; what goes wrong becomes a screen, and nothing is lost."""
        try:
            self._go(wish)
        except OSError as wrong:
            self.tell(_trouble(wrong))

    def tell(self, paper: Screen) -> None:
        """Lay a paper on top."""
        self._screens.append(paper)

    def like(self, settings: Settings) -> None:
        """New settings, kept at once; if they cannot be kept, they hold for today."""
        if settings.language != self.settings.language:
            speak_in(settings.language)
        self.settings = settings
        if isinstance(self.screen, SettingsScreen):
            self.screen.settings = settings
        try:
            self._locker.keep(settings)
        except OSError as wrong:
            self.tell(_trouble(wrong))

    def show(self, screen: Screen) -> None:
        """A screen in the place of all others."""
        self._screens = [screen]

    def _go(self, wish: Wish) -> None:
        match wish:
            case Wish("set", (str(name), int(by), bool(around))):
                offered = {"display": range(self._displays), "language": self.languages}
                self.like(self.settings.turned(name, by, offered, around=around))
            case Wish(name) if name in self.papers:
                if type(self.screen) is not type(paper := self.papers[name]()):
                    self.tell(paper)
            case Wish("back", hand):
                self._screens.pop()
                if isinstance(hand, Number) and (next_wish := self.screen.on(hand)):
                    self._go(next_wish)
            case Wish("quit"):
                self.is_open = False
            case _:
                self.sail(wish)


def _trouble(wrong: OSError) -> Screen:
    the_disk = _("The disk")
    what = f"{wrong.filename or the_disk}: {wrong.strerror or wrong}."
    if wrong.errno == errno.ENOSPC:
        way = _("Free some room on the disk, then try once more.")
    else:
        way = _("See that this folder can be written, then try once more.")
    return TroubleScreen(_("This could not be written down."), what, way)
