"""The debrief of a logbook's voyage, and what luck had to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game.debrief.debrief import Debrief, debrief_of
from game.debrief.other_weather import OtherWeather, other_weather
from game.scenario.loading.library import LoadedScenario
from game.simulation.census import Tell, ignore_progress
from game.simulation.single_voyage import sail_orders
from game.storage.logbook import digest_of, read_log
from game.voyage.flow import Flow
from game.voyage.replay import replay, untranslated
from game.voyage.voyage import new_voyage


@dataclass(frozen=True, slots=True)
class Analysis:
    """A voyage looked at afterwards; elsewhere: its orders in other weather."""

    debrief: Debrief
    elsewhere: OtherWeather


def debrief_of_log(
    loaded: LoadedScenario, seed: int, orders: tuple[str, ...], tell: Tell = ignore_progress
) -> Debrief:
    """Look back on a voyage that was sailed by these orders."""
    flow = Flow(loaded.scenario)
    start = new_voyage(loaded.scenario, seed)
    legs = sail_orders(flow, start, orders)
    return debrief_of(flow, legs[-1].voyage if legs else start, digest_of(loaded.text), tell)


def look_back(
    log: Path,
    translate: Callable[[LoadedScenario], LoadedScenario] = untranslated,
    tell: Tell = ignore_progress,
) -> Analysis:
    """Look back on the voyage in a logbook.

    translate: puts its scenario into the language that is spoken.

    Raises:
        LogbookDamaged: if the log cannot be trusted.
        OSError: if it cannot be read.
    """
    read = read_log(log)
    again = replay(read, translate)
    sailed = (again.flow, again.voyage, read.header.digest)
    debrief = debrief_of(*sailed, tell, again.earlier)
    return Analysis(replace(debrief, note=read.note), other_weather(again.flow, again.voyage))
