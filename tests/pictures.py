"""Every screen of a scripted voyage as a picture: `python -m tests.pictures OUT`, headless.

The same bytes each time, so that a change can be looked at before it is made.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import pygame

from game.debrief.charts.drawing.chart_style import ChartStyle
from game.i18n import spoken
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.loading.shelf import scenarios, shelf_entry
from game.scenario.translation.translation import translate_scenario
from game.testing import NOON
from game.ui.languages import LANGUAGES, use_language
from game.ui.window.input import Number
from game.ui.window.renderer import Renderer
from game.ui.window.requests import Back, Brief, CastOff, GiveOrder, Overlay, Place
from game.ui.window.screens.overlays import TroubleScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData
from game.ui.window.solo.controller import SoloController
from game.ui.window.solo.debrief import PARTS
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.worker import Worker
from game.voyage.helm import begin_voyage
from tests.services import some_services

SEED, MOMENT = 3, 5.0
"""The voyage's seed, and the second of the sea's motion that is shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen as it stands on the window."""

    name: str
    surface: pygame.Surface
    canvas: Canvas
    screen: Screen


def pictures(
    size: tuple[int, int],
    settings: Settings,
    scenario: str = "two-hands-on-the-wheel",
    *,
    charted: bool = True,
) -> Iterator[Picture]:
    """The pictures of a voyage: every page of every screen, in the order they come.

    charted: whether the charts are drawn already; without them their places are bare.
    """
    surface = a_surface(size)
    assets = bundled_folder("assets")
    renderer = Renderer(surface, settings, assets)
    with TemporaryDirectory() as folder:
        worker = Worker(WhenAsked(charted=charted))
        for name, screen in _screens(_controller(Path(folder), settings, worker), scenario):
            yield from pages_of(renderer, name, screen)


def a_surface(size: tuple[int, int]) -> pygame.Surface:
    """A window without a screen, whatever the environment says."""
    with mock.patch.dict(os.environ, {"SDL_VIDEODRIVER": "dummy"}):
        pygame.display.init()
    pygame.font.init()
    return pygame.display.set_mode(size)


def pages_of(renderer: Renderer, name: str, screen: Screen) -> Iterator[Picture]:
    """The page that the screen stands at, and those after it."""
    renderer.show(screen, MOMENT)
    renderer.skip()
    renderer.show(screen, MOMENT)
    for page in range(screen.page, screen.pages):
        screen.page = page
        renderer.show(screen, MOMENT)
        renderer.skip()
        renderer.lay_sheet()
        renderer.frame(MOMENT)
        yield Picture(f"{name}-{page + 1}", renderer.surface, renderer.canvas, screen)


def _screens(controller: SoloController, scenario: str) -> Iterator[tuple[str, Screen]]:
    """The screens of one voyage, all its watches and overlays among them."""
    loaded = translate_scenario(find(scenario), spoken())
    yield "title", controller.screen
    controller.handle(Place.SHELF)
    yield "shelf", controller.screen
    controller.handle(Brief(shelf_entry(loaded)))
    yield "brief", controller.screen
    controller.handle(CastOff(loaded))
    turn = 0
    while not isinstance(controller.screen, EndingScreen):
        turn += 1
        yield f"watch-{turn:02}", controller.screen
        orders = [choice for choice in controller.screen.choices() if not choice.locked]
        order = orders[turn % len(orders)]
        controller.screen.chosen(order.id)
        yield f"watch-{turn:02}-chosen", controller.screen
        controller.handle(GiveOrder(order.id))
        yield f"watch-{turn:02}-result", controller.screen
        if turn == 2:
            yield from _overlays(controller)
        controller.handle(Place.VOYAGE)
    yield "ending", controller.screen
    controller.handle(Place.DEBRIEF)
    yield "time-lapse", controller.screen
    controller.handle(Back())
    for part in range(1, PARTS + 1):
        controller.screen.on(Number(part))
        yield f"debrief-{part}", controller.screen
    controller.handle(Overlay.SAIL_AGAIN)
    yield "again", controller.screen
    controller.handle(Place.TITLE)
    yield "title-again", controller.screen
    yield "trouble", TroubleScreen("It could not be written.", "The disk is full.", "Free some.")


def _overlays(controller: SoloController) -> Iterator[tuple[str, Screen]]:
    overlays = {
        "why": Overlay.NUMBERS,
        "log": Overlay.LOG,
        "menu": Overlay.MENU,
        "help": Overlay.HELP,
        "settings": Overlay.SETTINGS,
    }
    for name, overlay in overlays.items():
        controller.handle(overlay)
        yield name, controller.screen
        controller.handle(Back())


def _controller(folder: Path, settings: Settings, worker: Worker) -> SoloController:
    """A controller over a folder of its own, with an unfinished voyage in it."""
    begin_voyage(find("maiden-passage"), SEED, folder / "0.jsonl", NOON)
    library = [translate_scenario(loaded, spoken()) for loaded in scenarios()]
    services = some_services(folder, library, SEED)
    user_data = UserData(
        settings,
        lambda _: None,
        bundled_folder("assets"),
        lambda: folder / "picture.png",
        lambda: {"maiden-passage": "port in 7 watches, stability 64"},
    )
    return SoloController(services, user_data, None, worker)


class WhenAsked(Executor):
    """Works while the asker waits, as soon as somebody looks; what nobody looks at is not done.

    charted: whether charts are drawn, too; that takes longer than all else.
    """

    def __init__(self, *, charted: bool = True) -> None:
        self._charted = charted

    def submit(self, work: Any, /, *given: Any, **named: Any) -> Future[Any]:
        """The answer is there when it is asked for."""
        if not self._charted and any(isinstance(one, ChartStyle) for one in given):
            return Future()
        return _Owed(partial(work, *given, **named))


class _Owed(Future[Any]):
    """Work that is done when its answer is asked for; as if elsewhere, it changes no language."""

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work: Callable[[], Any] | None = work

    def done(self) -> bool:
        """It is now."""
        if self._work:
            work, self._work, language = self._work, None, spoken()
            try:
                self.set_result(work())
            except Exception as wrong:  # noqa: BLE001 - it belongs to whoever asks
                self.set_exception(wrong)
            use_language(language)
        return True

    def result(self, timeout: float | None = None) -> Any:
        """What came of it."""
        self.done()
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """What went wrong with it."""
        self.done()
        return super().exception(timeout)


def main() -> None:
    """Write them."""
    words = argparse.ArgumentParser(prog="python -m tests.pictures")
    words.add_argument("out", type=Path)
    words.add_argument("--size", default="1280x720")
    words.add_argument("--theme", choices=("dark", "light"), default="dark")
    words.add_argument("--text", type=float, default=1.0)
    words.add_argument("--scenario", default="two-hands-on-the-wheel")
    words.add_argument("--language", choices=LANGUAGES, default="en")
    asked = words.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    settings = replace(Settings(), theme=asked.theme, text=asked.text, language=asked.language)
    use_language(asked.language)
    asked.out.mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(pictures((width, height), settings, asked.scenario)):
        pygame.image.save(picture.surface, asked.out / f"{number:03}-{picture.name}.png")


if __name__ == "__main__":
    main()
