"""`python -m tests.benchmarks`: a table of medians; aims are from the issue that set them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from game.ship.attention import Attention
from game.ship.numbers import many
from game.ship.passage import LEG, pass_watch
from game.ship.ship import Ship, new_ship
from game.ship.weather import PRESETS
from game.testing import a_document, a_shelf, a_voyage, a_watch, an_order, as_text
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, embark

ROOT = Path(__file__).parent.parent.parent
SHIPS = 20_000


def median(sample: Callable[[], float], times: int = 9) -> float:
    """The median of some samples, after one to warm up."""
    sample()
    return statistics.median(sample() for _ in range(times))


def cpu_of(*words: str, typed: str = "") -> float:
    """Seconds of CPU that a run of Even Keel takes, from cold start to its end."""
    with TemporaryDirectory() as home:
        before = os.times()
        subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words],
            input=typed.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "EVEN_KEEL_HOME": home},
        )
        after = os.times()
    spent = (after.children_user, after.children_system)
    return sum(spent) - before.children_user - before.children_system


def first_question() -> float:
    """Seconds from start until the plain face asks for an order."""
    with TemporaryDirectory() as home:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "play", "maiden-passage", "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "EVEN_KEEL_HOME": home},
        )
        assert process.stdout
        assert process.stdin
        seen = b""
        while b"Your order" not in seen:
            seen += os.read(process.stdout.fileno(), 4096)
        passed = time.perf_counter() - start
        process.stdin.close()
        process.stdout.read()
        process.wait()
    return passed


def triggers() -> float:
    """Triggers a second through the machine alone."""
    flow = Flow(a_shelf().scenario)
    facts = embark(flow.scenario, 1).facts
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


def long_scenario() -> str:
    """A file of sixty watches in which nothing is wrong."""
    kinds = ("course", "sails", "both", "teach")
    orders = {
        f"order_{kind}": an_order(kind, effects={"crew": number, "progress": -number})
        for number, kind in enumerate(kinds)
    }
    document = a_document(*({**a_watch(**orders), "notes": "Ask."},) * 60)
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
            ("start to first question, plain", median(first_question), "s", ""),
            ("--help, CPU", median(lambda: cpu_of("--help")), "s", ""),
            (
                f"check of {lines:,} lines, CPU",
                median(lambda: cpu_of("check", str(long))),
                "s",
                "<= 0.3",
            ),
            ("triggers through the machine", median(triggers), "/s", ">= 20,000"),
            ("orders through step", median(steps), "/s", ""),
            ("voyages of 12 watches on arrays", median(voyages), "/s", ">= 300,000"),
        ]
    for name, figure, unit, aim in rows:
        shown = f"{figure:,.0f}" if figure > 100 else f"{figure:.3f}"
        print(f"{name:<34} {shown:>12} {unit:<3} {aim}")


if __name__ == "__main__":
    main()
