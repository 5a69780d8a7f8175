"""The debrief of a logbook's voyage, and of a voyage that is known by its orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.debrief.debrief import Debrief, debrief_of
from game.scenario.model.loaded import LoadedScenario
from game.simulation.progress import Tell, ignore_progress
from game.simulation.single_voyage import sail_orders
from game.storage.logbook import digest_of, read_log
from game.voyage.flow import Flow
from game.voyage.replay import replay, untranslated
from game.voyage.voyage import Voyage, new_voyage


def debrief_of_orders(
    loaded: LoadedScenario, seed: int, orders: tuple[str, ...], tell: Tell = ignore_progress
) -> Debrief:
    """Look back on a voyage that was sailed by these orders."""
    flow = Flow(loaded.scenario)
    return debrief_of(flow, voyage_of(flow, seed, orders), digest_of(loaded.text), tell)


def voyage_of(flow: Flow, seed: int, orders: tuple[str, ...]) -> Voyage:
    """The voyage that these orders were given on."""
    start = new_voyage(flow.scenario, seed)
    legs = sail_orders(flow, start, orders)
    return legs[-1].voyage if legs else start


def look_back(
    log: Path,
    translate: Callable[[LoadedScenario], LoadedScenario] = untranslated,
    tell: Tell = ignore_progress,
) -> Debrief:
    """Look back on the voyage in a logbook.

    translate: puts its scenario into the language that is spoken.

    Raises:
        LogbookDamaged: if the log cannot be trusted.
        OSError: if it cannot be read.
    """
    read = read_log(log)
    again = replay(read, translate)
    sailed = (again.flow, again.voyage, read.header.digest)
    return replace(debrief_of(*sailed, tell, again.earlier), note=read.note)
