"""Even Keel with a pipe for a keyboard: `python -m tests.ui.window.piped play ...`.

Each line on standard input is a key by its name; `close` is the window's own button. The game
itself runs as it always does, so that it can be interrupted and killed.
"""

from __future__ import annotations

import sys
import time
from threading import Thread

import pygame
from pygame.event import Event

from game.cli import main
from tests.ui.window.driver import key_events

PATIENCE = 0.005
"""Between two looks whether the window is open, seconds."""


def _type() -> None:
    for line in sys.stdin:
        while not pygame.display.get_surface():
            time.sleep(PATIENCE)
        name = line.strip()
        events = [Event(pygame.QUIT)] if name == "close" else key_events(name)
        for event in events:
            pygame.event.post(event)


if __name__ == "__main__":
    Thread(target=_type, daemon=True).start()
    main()
