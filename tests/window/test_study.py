"""The study: counting in a process of its own, which nobody has to wait for."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.faces.window.study import Study
from game.testing import a_helm
from tests.window.process import until


@pytest.fixture
def study() -> Iterator[Study]:
    """One that works in a process."""
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
