"""The stack of screens, the overlays that any may ask for, and the requests that all may make."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from pygame.event import Event

from game.i18n import _
from game.ui.languages import LANGUAGES, use_language
from game.ui.window.input import Input, input_of, is_character, typed_input
from game.ui.window.requests import Back, ChangeSetting, Overlay, OwnRequest, Quit, Request
from game.ui.window.screens.overlays import HelpScreen, PauseScreen, SettingsScreen, TroubleScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData


class Navigator:
    """Screens over each other. is_open: whether the window stays.

    overlays: how each is made; None where there is nothing to show. Those of a window are its own.
    """

    def __init__(self, user_data: UserData, displays: int) -> None:
        self._user_data, self._displays = user_data, displays
        self.settings: Settings = user_data.settings
        self.is_open = True
        self.own_art: Path | None = None
        """The folder of the scenario that is shown: its author may have drawn faces."""
        self._screens: list[Screen] = []
        self.overlays: dict[Overlay, Callable[[], Screen | None]] = {
            Overlay.MENU: PauseScreen,
            Overlay.HELP: HelpScreen,
            Overlay.SETTINGS: lambda: SettingsScreen(self.settings, self._displays),
        }

    @property
    def screen(self) -> Screen:
        return self._screens[-1]

    def to_input(self, event: Event) -> Input | None:
        if self.screen.is_typing:
            return typed_input(event)
        if is_character(event) and not self.settings.characters:
            return None
        return input_of(event) or (typed_input(event) if self.screen.takes_any_key else None)

    @property
    def languages(self) -> list[str]:
        return list(LANGUAGES)

    def poll(self) -> None:
        """See what has happened outside, and let the screens know."""

    def handle_own(self, request: OwnRequest) -> None:
        """Handle the requests that differ from window to window."""
        raise NotImplementedError

    def handle(self, request: Request) -> None:
        """Do what a screen asks for; what goes wrong becomes a screen, and nothing is lost."""
        try:
            self._handle(request)
        except OSError as wrong:
            self.push(_trouble(wrong))

    def push(self, screen: Screen) -> None:
        self._screens.append(screen)

    def show(self, screen: Screen) -> None:
        """Put a screen in the place of all others."""
        self._screens = [screen]

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

    def _handle(self, request: Request) -> None:
        match request:
            case ChangeSetting(name, by, around):
                offered = {"display": range(self._displays), "language": self.languages}
                self.apply_settings(self.settings.turned(name, by, offered, around=around))
            case Overlay():
                overlay = self.overlays.get(request, lambda: None)()
                if overlay and type(self.screen) is not type(overlay):
                    self.push(overlay)
            case Back(then):
                self._screens.pop()
                if then and (following := self.screen.on(then)):
                    self._handle(following)
            case Quit():
                self.is_open = False
            case _:
                self.handle_own(request)


def _trouble(wrong: OSError) -> Screen:
    the_disk = _("The disk")
    what = f"{wrong.filename or the_disk}: {wrong.strerror or wrong}."
    if wrong.errno == errno.ENOSPC:
        advice = _("Free some room on the disk, then try once more.")
    else:
        advice = _("See that this folder can be written, then try once more.")
    return TroubleScreen(_("This could not be written down."), what, advice)
