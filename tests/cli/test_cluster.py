"""A playtest on a cluster: the same report, even if a worker is lost on the way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from game.cli.support.executor import executor_for
from game.playtest.report import playtest, report_of
from game.playtest.tasks import run_task, tasks
from game.scenario.loading.library import find
from tests.cli.test_cli import run
from tests.verbs import run_here

VOYAGES = 300


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers in processes of their own."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, protocol="tcp"
    ) as cluster:
        yield cluster


def test_a_cluster_tells_the_same_report(cluster: LocalCluster, tmp_path: Path) -> None:
    """Byte for byte, in words and in JSON."""
    words = ("playtest", "maiden-passage", "--voyages", str(VOYAGES), "--json")
    here = run_here(*words, "here.json", "--jobs", "1", home=tmp_path)
    there = run(*words, "there.json", "--cluster", cluster.scheduler_address, home=tmp_path)

    assert (here.returncode, there.returncode) == (0, 0), there.stderr
    assert here.stdout == there.stdout
    assert (tmp_path / "here.json").read_bytes() == (tmp_path / "there.json").read_bytes()


def test_a_worker_that_is_killed_midway_changes_nothing(cluster: LocalCluster) -> None:
    """What it was doing is done by the other one."""
    loaded = find("maiden-passage")
    things: Sequence[Any] = [(loaded, task) for task in tasks(loaded, VOYAGES, 1)]
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        victim = next(iter(client.run(os.getpid).values()))
    with executor_for(1, cluster.scheduler_address) as hands:
        results = iter(hands(run_task, things))
        came = [next(results)]
        os.kill(victim, signal.SIGKILL)
        came += list(results)

    assert report_of(loaded, came) == playtest(loaded, VOYAGES)


def test_no_cluster_at_an_address_is_said(tmp_path: Path) -> None:
    """Not a traceback, and soon."""
    done = run_here("playtest", "maiden-passage", "--cluster", "nonsense://x", home=tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("no cluster answers at nonsense://x")
