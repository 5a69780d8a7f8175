"""The study: counting in a process of its own, which nobody has to wait for."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest
from pygame import Rect

from game.faces.window.charts import Charts
from game.faces.window.painter import Painter
from game.faces.window.settings import Settings
from game.faces.window.sheet import Writer
from game.faces.window.study import Study
from game.insight.charts.folio import folio_of
from game.insight.looking_back import look_back
from game.scenario.files import shipped
from game.testing import a_helm
from tests.pictures import a_surface
from tests.window.driver import SMALL
from tests.window.process import until


@pytest.fixture(scope="module")
def study() -> Iterator[Study]:
    """One that works in a process, for whoever asks."""
    study = Study()
    yield study
    study.close()


def a_log(folder: Path) -> Path:
    """The logbook of a whole voyage."""
    helm = a_helm(folder)
    while not helm.is_over:
        helm.give("share")
    return helm.path


def test_a_voyage_is_looked_back_on_elsewhere(study: Study, tmp_path: Path) -> None:
    """In another process, which says how far it is."""
    back = study.look_back(a_log(tmp_path)).result()

    assert back.debrief.over
    assert study.ask(os.getpid).result() != os.getpid()
    assert 0 < study.progress <= 1


def test_a_worker_that_was_killed_is_replaced(study: Study, tmp_path: Path) -> None:
    """What it was at is lost; the next question is answered."""
    first = study.ask(os.getpid).result()
    at_work = study.ask(time.sleep, 60)
    os.kill(first, signal.SIGKILL)

    assert at_work.exception(timeout=20) is not None
    assert study.ask(os.getpid).result() != first
    assert study.look_back(a_log(tmp_path)).result().debrief.over


@pytest.mark.skipif(not Path("/proc/self/exe").exists(), reason="asks Linux who is alive")
def test_nobody_waits_for_a_long_count_when_the_game_is_closed() -> None:
    """The worker goes, with what it is at."""
    study = Study()
    worker = study.ask(os.getpid).result()
    study.ask(time.sleep, 60)
    study.close()

    until(lambda: not Path(f"/proc/{worker}/exe").exists(), "the end of the worker")


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
    chart, nobody = folio_of(back.debrief).track, Drowned()
    charts = Charts(Study(nobody))
    canvas = Painter(a_surface(SMALL), Settings(), shipped("assets")).canvas
    for _ in range(4):
        canvas.clear()
        (row,) = charts.row(chart, 400)(Writer(canvas, 900, 400, ""))
        row.draw(Rect(0, 0, 900, 400))

    assert nobody.asked == 2
    assert " ".join(chart.alt.split()).startswith(" ".join(line.text for line in canvas.written))
    assert canvas.written
