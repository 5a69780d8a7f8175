"""Where every open order of a watch leads: how voyages end that go on from it in many seas.

With numpy all seas are sailed at once; without it one by one, and fewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

from game.simulation.rollouts.ends import Ends, Onward
from game.simulation.rollouts.one_by_one import SeasOneByOne
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

SEAS, FEWER = 200, 20
"""In how many seas each order is tried; and where there is no numpy."""
HAS_NUMPY = find_spec("numpy") is not None


class SailsOnward(Protocol):
    """Many seas that a voyage can go on in."""

    def onward(self, voyage: Voyage, gave: str) -> Onward:
        """From where this voyage stands; gave: the order that was given there."""

    def unguided(self, voyage: Voyage) -> Ends:
        """From where this voyage stands, by what the half-skilled captain orders."""


def seeds_beside(seed: int) -> Sequence[int]:
    """The seeds of the other seas of a voyage: those that follow on its own."""
    return range(seed + 1, seed + 1 + (SEAS if HAS_NUMPY else FEWER))


def seas_beside(flow: Flow, seed: int) -> SailsOnward:
    """The other seas of a voyage with this seed."""
    seeds = seeds_beside(seed)
    if not HAS_NUMPY:
        return SeasOneByOne(flow, seeds)
    from game.simulation.rollouts.all_at_once import SeasAtOnce

    return SeasAtOnce(flow, seeds)
