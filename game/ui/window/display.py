"""The display: a window on a screen, or the whole of it."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Mapping

import pygame
from pygame import Surface

from game.ui.window.settings import Settings

SIZE, SMALLEST = (1280, 720), (640, 400)


class NoDisplay(Exception):
    """No window can be opened here; the message says why."""


class Display:
    """The window as the system shows it. size: pixels, while it is no full screen."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size

    @property
    def surface(self) -> Surface:
        return pygame.display.get_surface() or Surface(SMALLEST)

    @property
    def count(self) -> int:
        return pygame.display.get_num_displays()

    def open(self, settings: Settings) -> None:
        """Open the window as the settings say, or open it anew.

        Raises:
            NoDisplay: if the system refuses.
        """
        screen = min(settings.display, self.count - 1)
        try:
            if settings.full_screen:
                whole = pygame.display.get_desktop_sizes()[screen]
                pygame.display.set_mode(whole, pygame.FULLSCREEN, display=screen)
            else:
                self._open_framed(screen)
        except pygame.error as wrong:
            raise NoDisplay(str(wrong)) from wrong
        pygame.display.set_caption("Even Keel")

    def _open_framed(self, screen: int) -> None:
        """Ask for the size, and once more where coming back from the whole screen ate it."""
        for _ in range(2):
            with warnings.catch_warnings():  # a desktop that tiles its windows has the last word
                warnings.simplefilter("ignore", RuntimeWarning)
                pygame.display.set_mode(self.size, pygame.RESIZABLE, display=screen)
            if pygame.display.get_window_size() == self.size:
                return

    def resized(self, size: tuple[int, int], settings: Settings) -> None:
        if not settings.full_screen:
            self.size = max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1])
            if self.size != size:
                self.open(settings)

    def close(self) -> None:
        pygame.quit()


def desktop_sizes() -> list[tuple[int, int]]:
    """The size of every screen, pixels; none if there is no display."""
    try:
        pygame.display.init()
        sizes = list(pygame.display.get_desktop_sizes())
    except pygame.error:
        return []
    pygame.display.quit()
    return sizes


def open_display(size: tuple[int, int] | None, settings: Settings) -> Display:
    """The window, opened; size: pixels, or None for the usual, as far as the screen holds it.

    Raises:
        NoDisplay: if there is none to open it on.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    if sys.platform == "linux":  # else each frame takes a detour over OpenGL, drawn in software
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        os.environ.setdefault("SDL_VIDEODRIVER", ",".join(drivers(os.environ)))
    try:
        pygame.display.init()
        desktop = pygame.display.get_desktop_sizes()[0]
    except pygame.error as wrong:
        raise NoDisplay(str(wrong)) from wrong
    pygame.font.init()
    pygame.display.set_icon(_icon())
    display = Display(size or _usual(desktop))
    display.open(settings)
    return display


def drivers(env: Mapping[str, str]) -> list[str]:
    """Those of SDL's drivers that somebody can see, on Linux.

    Left to itself, SDL ends at one that draws where nobody looks.
    """
    servers = {"x11": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return [name for name, server in servers.items() if env.get(server)]


def _usual(desktop: tuple[int, int]) -> tuple[int, int]:
    width = max(SIZE[0], desktop[0] * 3 // 4)
    return width, max(SIZE[1], width * 9 // 16)


def _icon() -> Surface:
    icon = Surface((64, 64), pygame.SRCALPHA)
    pygame.draw.polygon(icon, (86, 180, 233), [(31, 8), (31, 42), (8, 42)])
    pygame.draw.rect(icon, (230, 159, 0), (34, 14, 20, 28))
    pygame.draw.polygon(icon, (247, 247, 242), [(5, 46), (59, 46), (46, 58), (18, 58)])
    return icon
