"""A process of its own for debriefs and charts, so that no frame waits."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TypeVar

from game.debrief.analysis import debrief_of_orders, look_back, voyage_of
from game.debrief.charts.drawing.chart_style import ChartStyle
from game.debrief.charts.drawing.rendering import Chart, Picture, picture, warm_up
from game.debrief.debrief import Debrief
from game.debrief.decisions import Decision
from game.debrief.other_weather import OtherWeather, other_weather
from game.debrief.pages import DebriefPage
from game.debrief.trials import Trials
from game.i18n import said_instead, say_instead, spoken
from game.reports.room_pages import RoomVoyages, pages_of
from game.scenario.model.loaded import LoadedScenario
from game.scenario.translation.translation import load_translated
from game.session.new_session import CREW_NAMES
from game.session.session import Page
from game.ui.languages import use_language
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

T = TypeVar("T")
Kept = tuple[str, str, str, str]
"""A loaded scenario as it can travel to another process."""
SailedVoyage = tuple[Kept, int, tuple[str, ...]]
"""A voyage as it can travel: its scenario, its seed and its orders."""
Speech = tuple[str, Mapping[str, str]]
"""The language that is spoken, and a scenario's own words in it."""
_share: Any = None
"""In the worker: where it says how far it has come."""


class Worker:
    """A desk that works while the game goes on. revision: differs as soon as there is more to see:
    something is finished, or the debrief has come further. progress: how far that is, 0 to 1.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        """executor: who works; None for a process of its own, started by the first question."""
        self._executor = executor
        self._progress: Any = None
        self._is_closed = False
        self._finished, self._counting = 0, Lock()

    @property
    def revision(self) -> tuple[int, float]:
        return self._finished, self.progress

    @property
    def progress(self) -> float:
        return float(self._progress.value) if self._progress else 0.0

    def look_back(self, log: Path, loaded: LoadedScenario | None = None) -> Future[Debrief]:
        """Look back on a voyage, in this scenario's language; without one as it was sailed."""
        looking = self.ask(_look_back, log, loaded and loaded.kept)
        self.warm_up()
        return looking

    def warm_up(self) -> None:
        self.ask(warm_up)

    def debrief(
        self, loaded: LoadedScenario, seed: int, orders: tuple[str, ...]
    ) -> Future[Debrief]:
        return self.ask(_debrief, loaded.kept, seed, orders)

    def decision(self, voyage: SailedVoyage, number: int) -> Future[Decision]:
        """That of one watch: while those of a whole voyage are tried, no chart could be drawn."""
        return self.ask(_decision, voyage, number)

    def room_pages(
        self, loaded: LoadedScenario, room: RoomVoyages, page: Page
    ) -> Future[tuple[DebriefPage, ...]]:
        """What stands on a page of a room's debrief."""
        return self.ask(_room_pages, loaded.kept, room, page)

    def other_weather(self, voyage: SailedVoyage) -> Future[OtherWeather]:
        return self.ask(_other_weather, voyage)

    def ask(self, work: Callable[..., T], *args: object) -> Future[T]:
        """Have some work done; it and its arguments must be able to travel.

        Raises:
            RuntimeError: once the worker is closed: nobody is hired to keep the game from its end.
        """
        if self._is_closed:
            raise RuntimeError("the worker has been sent home")
        speech = spoken(), dict(said_instead())
        try:
            asked = self._at_work().submit(_in_speech, speech, work, *args)
        except BrokenExecutor:  # somebody has killed the worker: hire another
            self._executor = None
            asked = self._at_work().submit(_in_speech, speech, work, *args)
        asked.add_done_callback(self._finish)
        return asked

    def picture(self, chart: Chart, look: ChartStyle) -> Future[Picture]:
        return self.ask(picture, chart, look)

    def close(self) -> None:
        """Send the worker home at once, for good: nobody waits for the end of what it is at."""
        self._is_closed = True
        self._send_home()

    def stop(self) -> None:
        """The same, but another worker is hired by the next question.

        What was asked before is cancelled, or ends with BrokenExecutor.
        """
        self._send_home()
        self._executor = None

    def _send_home(self) -> None:
        if self._executor:
            self._executor.shutdown(wait=False, cancel_futures=True)
        if self._progress:
            # even one that has only begun to begin, which would complain that the game has gone
            for process in active_children():
                process.terminate()

    def _finish(self, _work: object) -> None:
        """Count what is finished, well or not; each worker's answers come in a thread of its own.

        A count is never back at what it was, however many answers come between two looks.
        """
        with self._counting:
            self._finished += 1

    def _at_work(self) -> Executor:
        if self._executor is None:
            context = get_context("spawn")
            self._progress = context.Value("d", 0.0)
            self._executor = ProcessPoolExecutor(1, context, _begin, (self._progress,))
        return self._executor


def _in_speech(speech: Speech, work: Callable[..., T], *args: Any) -> T:
    language, words = speech
    use_language(language)
    say_instead(words)
    return work(*args)


def _begin(share: Any) -> None:
    """In the new process: Ctrl-C is for the game, whose end is this one's, too."""
    global _share  # noqa: PLW0603 - a process has one
    _share = share
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_game, daemon=True).start()


def _end_with_the_game() -> None:
    game = parent_process()
    if game:
        game.join()
        os._exit(0)


def _report_progress(share: float) -> None:
    if _share is not None:
        _share.value = share


def _look_back(log: Path, kept: Kept | None) -> Debrief:
    return look_back(
        log, lambda sailed: load_translated(*kept) if kept else sailed, _report_progress
    )


def _debrief(kept: Kept, seed: int, orders: tuple[str, ...]) -> Debrief:
    return debrief_of_orders(load_translated(*kept), seed, orders, _report_progress)


@lru_cache(maxsize=1)
def _flow(kept: Kept) -> Flow:
    return Flow(load_translated(*kept).scenario)


def _room_pages(kept: Kept, room: RoomVoyages, page: Page) -> tuple[DebriefPage, ...]:
    return pages_of(_flow(kept), room, page)


def _decision(voyage: SailedVoyage, number: int) -> Decision:
    return _trials(voyage).decision(number)


@lru_cache(maxsize=len(CREW_NAMES))
def _trials(voyage: SailedVoyage) -> Trials:
    return Trials(*_sailed(voyage))


def _other_weather(voyage: SailedVoyage) -> OtherWeather:
    return other_weather(*_sailed(voyage))


def _sailed(voyage: SailedVoyage) -> tuple[Flow, Voyage]:
    kept, seed, orders = voyage
    flow = Flow(load_translated(*kept).scenario)
    return flow, voyage_of(flow, seed, orders)
