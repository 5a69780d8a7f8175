"""The stack of screens, the overlays that any may call for, and the requests they make."""

from __future__ import annotations

import errno
from collections.abc import Callable

from pygame.event import Event

from game.i18n import _
from game.ui.languages import LANGUAGES, use_language
from game.ui.window.input import Input, Number, input_of
from game.ui.window.screens.overlays import (
    HelpScreen,
    PauseScreen,
    SettingsScreen,
    TroubleScreen,
)
from game.ui.window.screens.screen import Request, Screen
from game.ui.window.settings import Settings
from game.ui.window.user_data import UserData


class Navigator:
    """Screens over each other. is_open: whether the window stays. `sail` is for who has a sea."""

    def __init__(self, user_data: UserData, displays: int) -> None:
        self._user_data, self._displays = user_data, displays
        self.settings: Settings = user_data.settings
        self.is_open = True
        self._screens: list[Screen] = []
        self.overlays: dict[str, Callable[[], Screen]] = {
            "menu": PauseScreen,
            "help": HelpScreen,
            "settings": lambda: SettingsScreen(self.settings, self._displays),
        }

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self._screens[-1]

    def meant(self, event: Event) -> Input | None:
        """What an event means on the screen on top."""
        return input_of(event)

    @property
    def languages(self) -> list[str]:
        """Those that can be chosen."""
        return list(LANGUAGES)

    def poll(self) -> None:
        """See what has happened outside, and let the screens know."""

    def handle_own(self, wish: Request) -> None:
        """Handle the requests that only this controller knows."""
        raise NotImplementedError

    def handle(self, wish: Request) -> None:
        """Do what a screen wishes; what goes wrong becomes a screen, and nothing is lost."""
        try:
            self._go(wish)
        except OSError as wrong:
            self.push(_trouble(wrong))

    def push(self, paper: Screen) -> None:
        """Put a screen on top of the others."""
        self._screens.append(paper)

    def apply_settings(self, settings: Settings) -> None:
        """New settings, kept at once; if they cannot be kept, they hold for today."""
        if settings.language != self.settings.language:
            use_language(settings.language)
        self.settings = settings
        if isinstance(self.screen, SettingsScreen):
            self.screen.settings = settings
        try:
            self._user_data.keep(settings)
        except OSError as wrong:
            self.push(_trouble(wrong))

    def show(self, screen: Screen) -> None:
        """A screen in the place of all others."""
        self._screens = [screen]

    def _go(self, wish: Request) -> None:
        match wish:
            case Request("set", (str(name), int(by), bool(around))):
                offered = {"display": range(self._displays), "language": self.languages}
                self.apply_settings(self.settings.turned(name, by, offered, around=around))
            case Request(name) if name in self.overlays:
                if type(self.screen) is not type(paper := self.overlays[name]()):
                    self.push(paper)
            case Request("back", hand):
                self._screens.pop()
                if isinstance(hand, Number) and (next_wish := self.screen.on(hand)):
                    self._go(next_wish)
            case Request("quit"):
                self.is_open = False
            case _:
                self.handle_own(wish)


def _trouble(wrong: OSError) -> Screen:
    the_disk = _("The disk")
    what = f"{wrong.filename or the_disk}: {wrong.strerror or wrong}."
    if wrong.errno == errno.ENOSPC:
        way = _("Free some room on the disk, then try once more.")
    else:
        way = _("See that this folder can be written, then try once more.")
    return TroubleScreen(_("This could not be written down."), what, way)
