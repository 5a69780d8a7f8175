"""How often the truth lay in the shown range: `python -m tests.benchmarks.believed [SEEDS]`.

A row a scenario: the share of watches, with a current announced and without, of random, adaptive
and contrary captains; and the widest gap there was.
"""

from __future__ import annotations

import sys

from game.debrief.believed_and_true import Sighting, believed_and_true
from game.scenario.loading.shelf import scenarios
from game.simulation.captains import ADAPTIVE, CONTRARY, RANDOM
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow

CAPTAINS = (RANDOM, ADAPTIVE, CONTRARY)
CLOSE = 1e-9


def main(seeds: int) -> None:
    """Print the table."""
    whole: list[Sighting] = []
    for loaded in scenarios():
        flow = Flow(loaded.scenario)
        voyages = (sail_captain(flow, seed, who) for seed in range(seeds) for who in CAPTAINS)
        seen = [each for voyage in voyages for each in believed_and_true(voyage)]
        print(f"{loaded.scenario.id:<28}{_row(seen)}")
        whole += seen
    print(f"{'all':<28}{_row(whole)}")


def _row(seen: list[Sighting]) -> str:
    parts = ([each for each in seen if bool(each.clue) is told] for told in (True, False))
    told = [_share(part) for part in parts]
    widest = max(each.gap for each in seen)
    return f"announced {told[0]}  else {told[1]}  widest {widest:.0f} degrees"


def _share(seen: list[Sighting]) -> str:
    inside = sum(each.believed - CLOSE <= each.true <= each.ring + CLOSE for each in seen)
    return f"{inside:>6} of {len(seen):>6} ({inside / max(1, len(seen)):.1%})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
