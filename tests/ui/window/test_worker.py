"""The study: counting in a process of its own, which nobody has to wait for."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pygame import Rect

from game.debrief.analysis import look_back
from game.debrief.pages import debrief_pages
from game.debrief.trials import decisions_of
from game.scenario.loading.files import bundled_folder
from game.testing import a_helm
from game.ui.window.debrief_jobs import LookBackJob, Work
from game.ui.window.input import Action
from game.ui.window.renderer import Renderer
from game.ui.window.requests import Back
from game.ui.window.settings import Settings
from game.ui.window.solo.debrief import DebriefScreen
from game.ui.window.widgets.chart_slots import Charts
from game.ui.window.widgets.sheet import Writer
from game.ui.window.worker import Worker
from game.voyage.helm import Helm
from tests.pictures import a_surface
from tests.ui.window.driver import SMALL
from tests.ui.window.process import until


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One that works in a process, for whoever asks."""
    worker = Worker()
    yield worker
    worker.close()


def a_voyage_over(folder: Path) -> Helm:
    """A whole voyage."""
    helm = a_helm(folder)
    while not helm.is_over:
        helm.give("share")
    return helm


def a_log(folder: Path) -> Path:
    """The logbook of a whole voyage."""
    return a_voyage_over(folder).path


def test_a_voyage_is_looked_back_on_elsewhere(worker: Worker, tmp_path: Path) -> None:
    """In another process, which says how far it is."""
    back = worker.look_back(a_log(tmp_path)).result()

    assert back.over
    assert worker.ask(os.getpid).result() != os.getpid()
    assert 0 < worker.progress <= 1


def test_a_worker_that_was_killed_is_replaced(worker: Worker, tmp_path: Path) -> None:
    """What it was at is lost; the next question is answered."""
    first = worker.ask(os.getpid).result()
    at_work = worker.ask(time.sleep, 60)
    os.kill(first, signal.SIGKILL)

    assert at_work.exception(timeout=20) is not None
    assert worker.ask(os.getpid).result() != first
    assert worker.look_back(a_log(tmp_path)).result().over


def test_decisions_come_after_all_else_by_themselves(worker: Worker, tmp_path: Path) -> None:
    """The other pages are there at once; every watch that is tried is seen, until all are."""
    helm = a_voyage_over(tmp_path)
    review = LookBackJob(worker, helm)
    until(lambda: review.debrief is not None, "the debrief")
    first, revision = review.debrief, review.revision
    until(lambda: bool(review.debrief and review.debrief.decisions), "its decisions")
    debrief = review.debrief

    assert first
    assert debrief
    assert replace(debrief, decisions=None) == replace(first, decisions=None)
    assert debrief.decisions == decisions_of(helm.flow, helm.voyage)
    assert review.trying == Work("", 1.0)
    assert review.revision != revision
    assert review.elsewhere is None
    until(lambda: review.elsewhere is not None, "its orders in other weather")


def test_a_chart_never_waits_for_all_decisions(worker: Worker, tmp_path: Path) -> None:
    """What is asked for after them is answered before the last of them."""
    review = LookBackJob(worker, a_voyage_over(tmp_path))
    worker.ask(os.getpid).result()

    assert review.trying.progress < 1


def test_decisions_that_cannot_be_found_say_why(tmp_path: Path) -> None:
    """A worker that is killed over one is asked once more."""
    nobody = Drowned()
    review = LookBackJob(Worker(nobody), a_voyage_over(tmp_path))

    assert review.trying.fault == "BrokenExecutor"
    assert review.debrief is None


@pytest.mark.skipif(not Path("/proc/self/exe").exists(), reason="asks Linux who is alive")
def test_nobody_waits_for_a_long_count_when_the_game_is_closed() -> None:
    """The worker goes, with what it is at."""
    worker = Worker()
    process = worker.ask(os.getpid).result()
    worker.ask(time.sleep, 60)
    worker.close()

    until(lambda: not Path(f"/proc/{process}/exe").exists(), "the end of the worker")


def test_once_it_is_closed_nobody_is_hired_in_its_place() -> None:
    """Work that is asked for again, as its worker was killed, would keep the game from ending."""
    worker = Worker()
    worker.ask(os.getpid).result()
    at_work = worker.ask(time.sleep, 60)
    worker.close()

    until(at_work.done, "the end of the work")
    with pytest.raises(RuntimeError):
        worker.ask(os.getpid)


def test_a_worker_that_is_stopped_lets_go_of_all_and_is_replaced(worker: Worker) -> None:
    """Whoever asked hears of it at once; the next question is answered."""
    worker.ask(os.getpid).result()
    at_work, waiting = worker.ask(time.sleep, 60), worker.ask(time.sleep, 60)
    worker.stop()

    until(lambda: at_work.done() and waiting.done(), "the end of the work")
    assert worker.ask(os.getpid).result()


class Idle(Executor):
    """Somebody who takes all work and does none."""

    def submit(self, _work: Any, /, *_given: Any, **_named: Any) -> Future[Any]:
        """Perhaps tomorrow."""
        return Future()


def test_esc_stops_a_bar_and_says_so(tmp_path: Path) -> None:
    """A second time it goes back, as ever."""
    review = LookBackJob(Worker(Idle()), a_voyage_over(tmp_path))
    screen = DebriefScreen(review)
    canvas = Renderer(a_surface(SMALL), Settings(), bundled_folder("assets")).canvas
    stop = screen.buttons()[0]

    assert (stop.label, screen.on(Action.LEAVE), review.is_stopped) == ("Stop", None, True)
    screen.draw(canvas)
    assert any(line.text.startswith("Stopped.") for line in canvas.written)
    assert screen.on(Action.LEAVE) == Back()


class Drowned(Executor):
    """Nobody who works here lives to answer. asked: how often they were."""

    def __init__(self) -> None:
        self.asked = 0

    def submit(self, _work: Any, /, *_given: Any, **_named: Any) -> Future[Any]:
        """Gone."""
        self.asked += 1
        lost: Future[Any] = Future()
        lost.set_exception(BrokenExecutor())
        return lost


def test_a_chart_that_cannot_be_drawn_is_told_in_words(tmp_path: Path) -> None:
    """It is tried once more, for whoever drew it was killed; then nobody is left before a blank."""
    back = look_back(a_log(tmp_path))
    (chart, *_), nobody = debrief_pages(back)[0].charts, Drowned()
    charts = Charts(Worker(nobody))
    canvas = Renderer(a_surface(SMALL), Settings(), bundled_folder("assets")).canvas
    for _ in range(4):
        canvas.clear()
        (row,) = charts.row(chart, 400)(Writer(canvas, 900, 400, ""))
        row.draw(Rect(0, 0, 900, 400))

    assert nobody.asked == 2
    assert " ".join(chart.alt.split()).startswith(" ".join(line.text for line in canvas.written))
    assert canvas.written
