"""`python -m tests.benchmarks`: a table of medians; aims are from the issue that set them."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from game.debrief.charts.drawing.chart_style import DARK, ChartStyle
from game.debrief.charts.drawing.rendering import Chart, picture, warm_up
from game.debrief.debrief import debrief_of
from game.debrief.pages import charts_by_name, debrief_pages
from game.reports.debrief_html import debrief_html
from game.scenario.loading.library import find
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Attention
from game.ship.numbers import many
from game.ship.passage import LEG, pass_watch
from game.ship.ship import Ship, new_ship
from game.ship.weather import PRESETS
from game.simulation.captains import ADAPTIVE, RANDOM
from game.simulation.census import census_of
from game.simulation.single_voyage import sail_captain
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order, as_text
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, new_voyage
from tests.benchmarks import start
from tests.transcripts import SCENARIOS

ROOT = Path(__file__).parent.parent.parent
SHIPS = 20_000


def median(sample: Callable[[], float], times: int = 9) -> float:
    """The median of some samples, after one to warm up."""
    sample()
    return statistics.median(sample() for _ in range(times))


def triggers() -> float:
    """Triggers a second through the machine alone."""
    flow = Flow(a_loaded_scenario().scenario)
    facts = new_voyage(flow.scenario, 1).facts
    start = time.perf_counter()
    for _ in range(5_000):
        flow.after("watch_1", "steer", facts, "watch_2", None)
    return 5_000 / (time.perf_counter() - start)


def steps() -> float:
    """Orders a second through `step`: luck, weather, passage, machine, consequences."""
    flow, voyage, _ = a_voyage("")
    start = time.perf_counter()
    for _ in range(2_000):
        step(flow, voyage, Give("steer"))
    return 2_000 / (time.perf_counter() - start)


def voyages() -> float:
    """Voyages of 12 watches a second on arrays."""
    leading = np.random.default_rng(1).integers(0, 2, (12, SHIPS)).astype(float)
    start = time.perf_counter()
    ship: Ship[Any] = new_ship()
    for given in leading:
        attention: Attention[Any] = Attention(given, 1 - given, 0 * given)
        ship = pass_watch(ship, attention, PRESETS["fresh"], LEG, many()).ship
    return SHIPS / (time.perf_counter() - start)


def a_sea(kinds: tuple[str, ...]) -> Scenario:
    """Twelve watches with one order of each kind, in weather like the reference."""
    orders = {kind: an_order(kind) for kind in kinds}
    watches = [a_watch(sky, **orders) for sky in ("steady", "shift", "gale", "blow") * 3]
    return a_loaded_scenario(a_document(*watches)).scenario


def census_seconds() -> float:
    """Seconds for 3^12 voyages, counted exactly."""
    sea = a_sea(("course", "sails", "both"))
    start = time.perf_counter()
    assert census_of(sea, 1).tally.voyages == 3**12
    return time.perf_counter() - start


def census_memory() -> float:
    """Megabytes that a fresh process has taken at most, after the same count."""
    program = (
        "import resource; from tests.benchmarks.__main__ import census_seconds; census_seconds();"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT
    )
    return float(told.stdout)


def played() -> float:
    """Random voyages of 12 watches a second through `step`: play, as others measure it."""
    flow = Flow(a_sea(("course", "sails", "both")))
    start = time.perf_counter()
    for seed in range(100):
        sail_captain(flow, seed, RANDOM)
    return 100 / (time.perf_counter() - start)


def debrief_seconds(scenario: str) -> float:
    """Seconds from the ending of a shipped voyage to all of its debrief."""
    flow = Flow(find(scenario).scenario)
    voyage = sail_captain(flow, 1, ADAPTIVE).voyage
    start = time.perf_counter()
    debrief_of(flow, voyage, "")
    return time.perf_counter() - start


def chart_seconds(looks: dict[str, ChartStyle], scenario: str = SCENARIOS[-1]) -> dict[str, float]:
    """Seconds that each chart of a voyage takes to draw, once the pens are sharp."""
    flow = Flow(find(scenario).scenario)
    pages = debrief_pages(debrief_of(flow, sail_captain(flow, 1, RANDOM).voyage, ""))
    warm_up()
    return {
        f"{name}, {chart.name}": median(partial(_drawing, chart, look))
        for name, look in looks.items()
        for chart in charts_by_name(pages).values()
    }


def _drawing(chart: Chart, look: ChartStyle) -> float:
    start = time.perf_counter()
    picture(chart, look)
    return time.perf_counter() - start


def report_seconds() -> float:
    """Seconds from a debrief to its page."""
    flow = Flow(find(SCENARIOS[-1]).scenario)
    debrief = debrief_of(flow, sail_captain(flow, 1, RANDOM).voyage, "")
    start = time.perf_counter()
    debrief_html(debrief)
    return time.perf_counter() - start


def charts() -> list[tuple[str, float, str, str]]:
    """The rows of charts and report."""
    looks = {
        "1080p": ChartStyle(1840, 760, 48.6, DARK),
        "4K": ChartStyle(3680, 1520, 97.2, DARK),
    }
    each = chart_seconds(looks)
    whole = {name: sum(s for key, s in each.items() if key.startswith(name)) for name in looks}
    return [
        *((f"chart {name}", seconds, "s", "<= 0.25") for name, seconds in each.items()),
        *((f"all charts, {name}", seconds, "s", "<= 1") for name, seconds in whole.items()),
        ("report, from a debrief", median(report_seconds, 5), "s", ""),
    ]


def playtested(scenario: str, jobs: int) -> tuple[float, float, float]:
    """Seconds and seconds of CPU for 10,000 voyages of each captain, and the largest megabytes."""
    program = (
        "import resource, subprocess, sys, time; start = time.perf_counter();"
        f"done = subprocess.run([sys.executable, 'main.py', 'playtest', '{scenario}',"
        f" '--voyages', '10000', '--jobs', '{jobs}'], capture_output=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT
    )
    seconds, cpu, memory = map(float, told.stdout.split())
    return seconds, cpu, memory


def playtests() -> list[tuple[str, float, str, str]]:
    """The rows of the playtest: 70,000 voyages and what moves them."""
    rows = []
    for name in SCENARIOS:
        seconds, cpu, memory = playtested(name, jobs=2)
        rows += [
            (f"playtest of {name}"[:34], seconds, "s", "<= 10"),
            ("  CPU", cpu, "s", ""),
            ("  memory of the largest process", memory, "MB", "<= 600 in all"),
        ]
    return rows


def insight() -> list[tuple[str, float, str, str]]:
    """The rows of census and debrief."""
    counted, by_play = median(census_seconds, 5), median(played, 5)
    settled = 3**12 / counted
    return [
        ("census of 531,441 voyages", counted, "s", "<= 2"),
        ("  its memory, whole process", census_memory(), "MB", "<= 500"),
        ("  voyages settled", settled, "/s", ">= 266,000"),
        ("random voyages through step", by_play, "/s", "others: 266, 280"),
        ("  census against step", settled / by_play, "x", ""),
        *(
            (f"debrief of {name}", median(partial(debrief_seconds, name), 5), "s", "<= 1")
            for name in SCENARIOS
        ),
    ]


def long_scenario() -> str:
    """A file of 57 watches in which nothing is wrong."""
    kinds = ("course", "sails", "both", "teach")
    orders = {
        f"order_{kind}": an_order(kind, effects={"crew": number, "progress": -number})
        for number, kind in enumerate(kinds)
    }
    document = a_document(*({**a_watch(**orders), "notes": "Ask."},) * 57)
    del document["endings"]["ends_harbour"]
    for ending in document["endings"].values():
        ending["ask"] = "Why?"
    return as_text(document)


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        long = Path(folder) / "long.yaml"
        long.write_text(long_scenario())
        lines = len(long.read_text().splitlines())
        rows = [
            *start.rows(9),
            (
                f"check of {lines:,} lines, CPU",
                median(lambda: start.cpu_of("check", str(long), home=folder)),
                "s",
                "<= 0.3",
            ),
            ("triggers through the machine", median(triggers), "/s", ">= 20,000"),
            ("orders through step", median(steps), "/s", ""),
            ("voyages of 12 watches on arrays", median(voyages), "/s", ">= 300,000"),
            *insight(),
            *charts(),
            *playtests(),
        ]
    start.print_table(rows)


if __name__ == "__main__":
    main()
