"""Looking back on a logbook: its debrief, and what luck had to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.insight.census import Tell, untold
from game.insight.debrief import Debrief, debrief_of
from game.insight.other_weather import OtherWeather, other_weather
from game.insight.sailing import follow
from game.scenario.catalogue import Shelf
from game.voyage.flow import Flow
from game.voyage.logbook import digest_of, read_log
from game.voyage.replay import as_written, replay
from game.voyage.voyage import embark


@dataclass(frozen=True, slots=True)
class LookedBack:
    """A voyage looked at afterwards; elsewhere: its orders in other weather."""

    debrief: Debrief
    elsewhere: OtherWeather


def debrief_again(shelf: Shelf, seed: int, orders: tuple[str, ...], tell: Tell = untold) -> Debrief:
    """Look back on a voyage that was sailed by these orders."""
    flow = Flow(shelf.scenario)
    start = embark(shelf.scenario, seed)
    legs = follow(flow, start, orders)
    return debrief_of(flow, legs[-1].voyage if legs else start, digest_of(shelf.text), tell)


def look_back(
    log: Path, told: Callable[[Shelf], Shelf] = as_written, tell: Tell = untold
) -> LookedBack:
    """Look back on the voyage in a logbook.

    told: in which language its scenario is told.

    Raises:
        LogbookDamaged: if the log cannot be trusted.
        OSError: if it cannot be read.
    """
    read = read_log(log)
    again = replay(read, told)
    debrief = debrief_of(again.flow, again.voyage, read.header.digest, tell, again.earlier)
    return LookedBack(debrief, other_weather(again.flow, again.voyage))
