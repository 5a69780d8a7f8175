"""A whole voyage in the window, played with keys: `python -m tests.benchmarks.voyage 1920x1080`.

Prints one line of JSON: what each frame took, by the clock and by the thread's own time.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame
from pygame.event import Event

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import scenarios
from game.ui.window.display import open_display
from game.ui.window.event_loop import Window
from game.ui.window.settings import Settings, UserData
from game.ui.window.solo.controller import SoloController
from game.ui.window.worker import Worker
from tests.services import some_services
from tests.ui.window.driver import key_events

READING, GLANCE, ONCE = 0.7, 0.25, 3
"""Seconds on a new page, and between two keys; the watch in which everything else is tried."""
RESIZED = {"smaller": 0.8, "larger": 1.25}
COUNTED = 120.0
"""Seconds in which the debrief must be there."""
CAST_OFF = ["enter"] * 4
ELSE = [
    "t",
    "t",
    "m",
    "m",
    "+",
    "-",
    "l",
    "esc",
    "?",
    "pagedown",
    "esc",
    "f11",
    "f11",
    "smaller",
    "larger",
]


class Played(Window):
    """A window that notes what each frame takes, and is played by a script."""

    def begin(self) -> None:
        self.frames: list[tuple[float, float, str]] = []
        self._started: tuple[float, float] | None = None
        self._script = self._hands()
        self._due, self._last = 0.0, "start"

    def take(self, event: Event) -> None:
        self._started = self._started or _clocks()
        super().take(event)

    def frame(self, time: float) -> None:
        wall, cpu = self._started or _clocks()
        super().frame(time)
        ended = _clocks()
        what = f"{type(self.navigator.screen).__name__} {self._last}"
        self.frames.append((1000 * (ended[0] - wall), 1000 * (ended[1] - cpu), what))
        self._started, self._last = None, ""
        if time >= self._due:
            self._act(time)

    def _act(self, time: float) -> None:
        name, pause = next(self._script, ("", 0.0))
        self._due, self._last = time + pause, name
        print(
            f"{time:.1f}",
            self._at,
            repr(name),
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "numpy" in sys.modules,
            file=sys.stderr,
        )
        if not name:
            self.navigator.is_open = False
        elif name in RESIZED:
            width, height = (round(RESIZED[name] * side) for side in self._display.size)
            pygame.event.post(Event(pygame.VIDEORESIZE, size=(width, height), w=width, h=height))
        elif name != "wait":
            for event in key_events(name):
                pygame.event.post(event)

    def _hands(self) -> Iterator[tuple[str, float]]:
        """Keys, and how long to wait after each."""
        yield "wait", READING
        yield from ((key, READING) for key in CAST_OFF)
        watch = 0
        while self._at != "EndingScreen":
            watch += 1
            yield from self._watch(watch)
        yield "wait", READING
        yield from self._debrief()
        yield from ((key, READING) for key in CAST_OFF)
        yield "wait", READING

    def _watch(self, number: int) -> Iterator[tuple[str, float]]:
        yield "enter", READING
        order = next(choice for choice in self.navigator.screen.choices() if not choice.locked)
        yield str(order.order.number if order.order else 1), GLANCE
        yield "enter", READING
        if number == ONCE:
            yield from ((key, READING) for key in ELSE)
        if number % 2:
            yield "w", READING
            yield "esc", GLANCE
        yield "enter", READING

    def _debrief(self) -> Iterator[tuple[str, float]]:
        yield "enter", READING
        late = time.monotonic() + COUNTED
        while not self._worker.revision[0] and time.monotonic() < late:
            yield "wait", GLANCE
        while self._at == "DebriefScreen":
            yield "enter", READING

    @property
    def _at(self) -> str:
        return type(self.navigator.screen).__name__


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


def play(size: tuple[int, int], folder: Path) -> Played:
    display, worker = open_display(size, Settings()), Worker()
    data = UserData(
        Settings(), lambda settings: None, bundled_folder("assets"), lambda: folder / "a.png", dict
    )
    controller = SoloController(some_services(folder, scenarios()), data, None, worker)
    window = Played(display, data, controller, worker)
    window.begin()
    try:
        window.play()
    finally:
        window.close()
    return window


def main() -> None:
    width, height = map(int, sys.argv[1].split("x"))
    with TemporaryDirectory() as folder:
        played = play((width, height), Path(folder))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"frames": played.frames, "megabytes": most}), flush=True)


if __name__ == "__main__":
    main()
