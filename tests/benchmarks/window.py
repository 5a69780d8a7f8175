"""`python -m tests.benchmarks.window [SIZE ...]`: what the window costs in a whole voyage.

Bars at 1920x1080: no frame over 33 ms, five over 16.7 ms, 200 MB; at 3840x2160 none over 100 ms. On
a machine that others use, too, judge by the thread's own time. Needs Xvfb.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

if "DISPLAY" not in os.environ:
    os.environ["SDL_VIDEODRIVER"] = "dummy"

ROOT = Path(__file__).parent.parent.parent
SIZES = ("1280x720", "1920x1080", "3840x2160")
FIRST_FRAME = """
import os, sys, time
sys.argv = ["even-keel"]
import game.ui.window.event_loop as app
def once(self):
    self.frame(0.0)
    print(time.process_time())
app.Window.play = once
from game.cli import main
main()
"""
IDLE = """
import sys, time
import game.ui.window.event_loop as app
from game.ui.window.requests import Overlay
def rest(self):
    self.frame(0.0)
    self.navigator.handle(Overlay.HELP)
    self._shown = None
    self.frame(1.0)
    while self._renderer.paint_slice():
        pass
    start, spent = time.perf_counter(), time.process_time()
    while time.perf_counter() - start < 3:
        for event in self._events():
            self.take(event)
        self.frame(time.perf_counter())
    print((time.process_time() - spent) / 3)
app.Window.play = rest
sys.argv = ["even-keel", "play", "--window", "--size", "1920x1080"]
from game.cli import main
main()
"""


def run(program: str) -> float:
    """The number that a program of its own prints last."""
    with TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, "EVEN_KEEL_HOME": home, "SDL_AUDIODRIVER": "dummy"},
        )
    return float(done.stdout.split()[-1])


@dataclass(frozen=True, slots=True)
class Played:
    """What a voyage took: each frame in milliseconds, by the clock and of the thread's own time."""

    by_clock: list[float]
    by_cpu: list[float]
    megabytes: float


def played(size: str) -> Played:
    """A whole voyage in a window of this size, in a process and on a display of its own."""
    with a_display(size) as display, TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.voyage", size],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": display,
                "EVEN_KEEL_HOME": home,
                "SDL_AUDIODRIVER": "dummy",
                "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            },
        )
    found = json.loads(done.stdout.splitlines()[-1])
    by_clock, by_cpu, _what = zip(*found["frames"], strict=True)
    return Played(sorted(by_clock), sorted(by_cpu), found["megabytes"])


@contextmanager
def a_display(size: str) -> Iterator[str]:
    """A display as large as the window, drawn in memory."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        display = f":{number.readline().strip()}"
    try:
        yield display
    finally:
        server.terminate()
        server.wait()


def describe(name: str, taken: list[float]) -> str:
    """A line of the table."""
    shares = [taken[int(len(taken) * share)] for share in (0.5, 0.95, 0.99)]
    over = [sum(each > most for each in taken) for most in (16.7, 33.0)]
    figures = "".join(f"{each:8.1f}" for each in (*shares, taken[-1]))
    return f"  {name:6}{len(taken):7}{figures}{over[0]:8}{over[1]:8}"


def debrief() -> tuple[float, float]:
    """Seconds from the last order until the debrief is there, and until its first chart is."""
    from game.debrief.charts.drawing.chart_style import DARK, ChartStyle
    from game.debrief.pages import debrief_pages
    from game.scenario.loading.library import find
    from game.testing import a_helm
    from game.ui.window.debrief_jobs import LookBackJob
    from game.ui.window.worker import Worker

    with TemporaryDirectory() as folder:
        helm = a_helm(Path(folder), find("two-hands-on-the-wheel"))
        while not helm.is_over:
            helm.give(next(order.id for order in helm.watch.orders if not order.locked))
        worker, start = Worker(), time.perf_counter()
        review = LookBackJob(worker, helm.path)
        while (back := review.looked_back) is None:
            time.sleep(0.005)
        counted = time.perf_counter() - start
        look = ChartStyle(1100, 640, 48.0, DARK)
        worker.picture(debrief_pages(back.debrief)[0].charts[0], look).result()
        worker.close()
        return counted, time.perf_counter() - start


def main() -> None:
    """Print the tables."""
    print("a whole voyage with keys, milliseconds a frame, no graphics card")
    print("          frames  median     p95     p99   worst  > 16.7    > 33")
    for size in sys.argv[1:] or SIZES:
        voyage = played(size)
        print(f"{size}, {voyage.megabytes:.0f} MB at most")
        print(describe("clock", voyage.by_clock))
        print(describe("CPU", voyage.by_cpu))
    first = statistics.median(run(FIRST_FRAME) for _ in range(5))
    print(f"cold start, first frame{first:8.2f} s CPU (bar 1.0)")
    counted, drawn = debrief()
    print(f"debrief, counted       {counted:8.2f} s after the last order")
    print(f"debrief, first chart   {drawn:8.2f} s after the last order")
    print(f"an idle paper          {100 * run(IDLE):8.1f} % of a core (bar 10)")


if __name__ == "__main__":
    main()
