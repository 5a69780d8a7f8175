"""`python -m tests.benchmarks.window`: what the window costs, at 1920 x 1080 in a gale.

On a display where one is named (`xvfb-run` gives one), else without.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

if "DISPLAY" not in os.environ:
    os.environ["SDL_VIDEODRIVER"] = "dummy"

ROOT = Path(__file__).parent.parent.parent
SIZE, FRAMES = (1920, 1080), 600
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
    while self._renderer.warm():
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


def frames() -> list[float]:
    """Milliseconds for each frame of a watch in a gale, its update of the display included."""
    import pygame

    from game.scenario.loading.files import bundled_folder
    from game.scenario.loading.library import find
    from game.scenario.model.scene import Hour, Sky
    from game.testing import a_helm
    from game.ui.window.display import open_display
    from game.ui.window.renderer import Renderer
    from game.ui.window.settings import Settings
    from game.ui.window.solo.watch import WatchScreen
    from game.voyage.sea import Backdrop

    display = open_display(SIZE, Settings())
    renderer = Renderer(display.surface, Settings(), bundled_folder("assets"))
    with TemporaryDirectory() as folder:
        watch = a_helm(Path(folder), find("two-hands-on-the-wheel")).watch
    gale = replace(
        watch.sea,
        backdrop=Backdrop(Sky.RAIN, Hour.DAY, gale=True),
        wind=1.75,
        heel=1.9,
        sail=0.6,
        doubt=12.0,
    )
    renderer.show(WatchScreen(replace(watch, sea=gale)), 0.0)
    renderer.lay_sheet()
    taken = []
    for number in range(FRAMES):
        start = time.perf_counter()
        pygame.display.update(renderer.frame(number / 60))
        taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken[5:])


def voyage(size: tuple[int, int]) -> list[float]:
    """Milliseconds of work for each frame of a whole voyage but its first, the real loop's."""
    import pygame

    from game.scenario.loading.library import find
    from game.testing import a_helm
    from tests.ui.window.driver import key_events, playing

    taken = []
    with TemporaryDirectory() as folder:
        helm = a_helm(Path(folder), find("two-hands-on-the-wheel"))
        with playing(Path(folder), size, helm) as player:

            def time_it(frame: Callable[[], None]) -> None:
                start = time.process_time()
                frame()
                taken.append(1000 * (time.process_time() - start))

            while player.at != "EndingScreen":
                for _ in range(90):
                    time_it(player.turn)
                key = "enter"
                if player.at == "WatchScreen" and not player.screen.mark:
                    choices = enumerate(player.screen.choices(), 1)
                    key = str(next(number for number, choice in choices if not choice.locked))
                for event in key_events(key):
                    pygame.event.post(event)
                    time_it(player.turn)
    return sorted(taken)


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
        review = LookBackJob(worker, helm)
        while (found := review.debrief) is None:
            time.sleep(0.005)
        counted = time.perf_counter() - start
        look = ChartStyle(1100, 640, 48.0, DARK)
        worker.picture(debrief_pages(found)[0].charts[0], look).result()
        worker.close()
        return counted, time.perf_counter() - start


def main() -> None:
    """Print the table."""
    taken = frames()
    where = os.environ.get("SDL_VIDEODRIVER") or f"display {os.environ['DISPLAY']}"
    print(f"watch in a gale, {SIZE[0]} x {SIZE[1]}, {where}")
    print(f"  frame, median          {statistics.median(taken):8.2f} ms   (aim 6)")
    print(f"  frame, 99 of 100       {taken[int(len(taken) * 0.99)]:8.2f} ms   (bar 16.7)")
    for size in (SIZE, (3840, 2160)):
        each = voyage(size)
        late = [sum(frame > bar for frame in each) for bar in (16.7, 33, 100)]
        print(f"  voyage, {size[0]} wide      {each[-1]:8.1f} ms at most, of {len(each)} frames")
        print(f"    over 16.7, 33, 100 ms  {late[0]}, {late[1]}, {late[2]}   (bar 5, 0, 0 at 1920)")
        if size == SIZE:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"  memory, a voyage       {memory:8.0f} MB   (bar 200)")
    first = statistics.median(run(FIRST_FRAME) for _ in range(5))
    print(f"  cold start, first frame{first:8.2f} s CPU (bar 1.0)")
    counted, drawn = debrief()
    print(f"  debrief, counted       {counted:8.2f} s after the last order")
    print(f"  debrief, first chart   {drawn:8.2f} s after the last order")
    print(f"  an idle paper          {100 * run(IDLE):8.1f} % of a core (bar 10)")


if __name__ == "__main__":
    main()
