"""The best landfall so far, as the shelf of scenarios shows it."""

from __future__ import annotations

from pathlib import Path

from game.scenario.loading.library import find
from game.simulation.captains import ADAPTIVE, ALL_COURSE
from game.simulation.single_voyage import sail_captain
from game.testing import NOON
from game.voyage.best_scores import best_scores
from game.voyage.flow import Flow
from game.voyage.helm import begin_voyage

SHELF = find("maiden-passage")


def sailed(folder: Path, seed: int, orders: tuple[str, ...]) -> None:
    """A whole voyage with its logbook."""
    helm = begin_voyage(SHELF, seed, folder / f"{seed}.jsonl", NOON)
    for order in orders:
        helm.give(order)


def test_the_quickest_arrival_is_the_best_and_wrecks_do_not_count(tmp_path: Path) -> None:
    """Fewest watches first, then the firmest ship; a log that cannot be read is passed over."""
    flow = Flow(SHELF.scenario)
    arrived = {seed: sail_captain(flow, seed, ADAPTIVE).voyage for seed in (1, 2, 3)}
    for seed, voyage in arrived.items():
        sailed(tmp_path, seed, voyage.gave)
    sailed(tmp_path, 9, sail_captain(flow, 9, ALL_COURSE).voyage.gave)
    (tmp_path / "torn.jsonl").write_text("{}", "utf-8")
    watches, stability = min((len(v.sailed), -v.ship.stability) for v in arrived.values())

    assert best_scores(tmp_path) == {
        "maiden-passage": f"port in {watches} watches, stability {-stability:.0f}"
    }


def test_nothing_sailed_is_nothing_to_show(tmp_path: Path) -> None:
    """Not even a folder is needed."""
    assert best_scores(tmp_path / "none") == {}
