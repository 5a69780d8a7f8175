"""`python -m tests.benchmarks.kernel`: what simulated voyages cost, in seconds of CPU.

Growing scenarios show that nothing falls off a cliff: every order with its own consequence, coming
back after N watches, and N flags that orders set and other orders ask for.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from game.debrief.debrief import debrief_of
from game.playtest.report import playtest
from game.scenario.loading.library import find
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario
from game.simulation.captains import ADAPTIVE, CAPTAINS
from game.simulation.census import census_of
from game.simulation.columns import Columns
from game.simulation.draws import draw_seas
from game.simulation.single_voyage import sail_captain
from game.simulation.voyages import outcomes_of, sail_captains
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from game.voyage.flow import Flow
from tests.transcripts import SCENARIOS

GOLDEN = Path(__file__).parent.parent / "golden" / "passage.json"
KINDS = ("course", "sails", "teach")
SEEDS = 2_500


def seconds(work: Callable[[], Any], times: int = 5) -> float:
    """The median of what a piece of work takes."""
    taken = []
    for _ in range(times):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return statistics.median(taken)


def equal_story(*kinds: str) -> Scenario:
    """Twelve watches of the reference weather, with one order of each of these kinds."""
    orders = {kind: an_order(kind) for kind in kinds}
    weather = json.loads(GOLDEN.read_text())["weather"]["reference"]
    watches = [a_watch(sky, **orders) for sky in weather]
    return a_loaded_scenario(a_document(*watches, voyage={"variation": 0.1})).scenario


def promising(after: int, flags: int = 0) -> LoadedScenario:
    """Twelve watches of three orders, each with a consequence of its own, and with flags."""
    watches = []
    for number in range(12):
        orders = {}
        for place, kind in enumerate(KINDS):
            changes: dict[str, Any] = {}
            if after:
                come = {
                    "after": after,
                    "text": f"Watch {number} comes back.",
                    "effects": {"crew": -1},
                }
                changes["later"] = [come]
            flag = (number * len(KINDS) + place) % max(1, flags)
            if flags:
                changes["sets"] = [f"flag_{flag}"]
            if flags and place and number:
                changes |= {"when": [f"not flag_{flag}"], "locked": "Not now."}
            orders[f"{kind}_{number}"] = an_order(kind, **changes)
        watches.append(a_watch("fresh", **orders))
    return a_loaded_scenario(a_document(*watches))


def growth() -> None:
    """Census, playtest of 2,000 voyages a captain, and debrief of scenarios that grow."""
    print(f"{'12 watches, 3 orders':28}{'census':>9}{'playtest':>10}{'debrief':>9}{'MB':>6}")
    for name, after, flags in (
        *((f"consequences after {n}", n, 0) for n in (0, 1, 2, 4, 6, 8, 10, 12)),
        *((f"{n} flags", 0, n) for n in (2, 4, 8, 16)),
    ):
        loaded = promising(after, flags)
        scenario = loaded.scenario
        flow = Flow(scenario)
        voyage = sail_captain(flow, 7, ADAPTIVE).voyage
        census = seconds(partial(census_of, scenario, 7), 1)
        tested = seconds(partial(playtest, loaded, 2_000), 1)
        debrief = seconds(partial(debrief_of, flow, voyage, ""), 1)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:28}{census:9.2f}{tested:10.2f}{debrief:9.2f}{memory:6}")


def rates() -> None:
    """Voyages a second, and what the shipped scenarios take."""
    columns = Columns(equal_story("course", "sails"))
    seas = draw_seas(columns, range(1, SEEDS + 1))
    every = len(CAPTAINS) * SEEDS
    outcomes_of(seas, CAPTAINS)
    print(
        f"draws of {SEEDS} seas: {seconds(partial(draw_seas, columns, range(1, SEEDS + 1))):.3f} s"
    )
    for what, sail in (("outcomes", outcomes_of), ("whole record", sail_captains)):
        rate = every / seconds(partial(sail, seas, CAPTAINS), 9)
        print(f"equal story, all captains, {what}: {rate:,.0f} voyages a second")
    three = equal_story(*KINDS)
    print(f"census of 3^12: {seconds(partial(census_of, three, 7)):.3f} s (<= 0.1)")
    cadets = find("the-cadets")
    whole = seconds(partial(census_of, cadets.scenario, None), 3)
    print(f"census of The Cadets, without a seed: {whole:.3f} s (<= 1.5)")
    many = seconds(partial(playtest, cadets, 10_000), 1)
    print(f"playtest of The Cadets, 10,000 x {len(CAPTAINS)}: {many:.3f} s (<= 1.5)")
    for name in SCENARIOS:
        loaded = find(name)
        census = seconds(partial(census_of, loaded.scenario, 7), 3)
        tested = seconds(partial(playtest, loaded, 2_000), 1)
        print(f"{name:28} census {census:6.3f} s  playtest 2,000 x {len(CAPTAINS)} {tested:6.3f} s")


if __name__ == "__main__":
    for part in sys.argv[1:] or ("rates", "growth"):
        {"rates": rates, "growth": growth}[part]()
