"""Prospects: what may still become of a voyage, from a watch and a ship of one's choosing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.insight.census import Census, Limits, census_from
from game.insight.waters import Waters
from game.scenario.scenario import Scenario
from game.ship.ship import Ship, new_ship
from game.voyage.voyage import Voyage

LIMITS = Limits(voyages=300_000)


def put_at(scenario: Scenario, watch: str, gauges: Mapping[str, float], seed: int) -> Voyage:
    """A voyage that stands at a watch with these gauges; the others are as at its beginning."""
    ship: Ship[float] = replace(new_ship(**scenario.start), **gauges)
    return Voyage(seed=seed, at=watch, ship=replace(ship, reckoned=ship.course_error))


@dataclass(frozen=True, slots=True)
class Prospects:
    """What the voyages that begin here come to. orders: arrivals by the next order, 0 to 1."""

    census: Census


def prospects_of(scenario: Scenario, voyage: Voyage) -> Census:
    """Every voyage that goes on from here, or a sample of them."""
    return census_from(Waters(scenario, voyage.seed), voyage, LIMITS)
