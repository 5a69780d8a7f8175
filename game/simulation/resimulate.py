"""A voyage begun that goes on by other orders, or the same orders in other weather."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import YOU, Sail, sail_on_from, sail_orders
from game.voyage.flow import Flow
from game.voyage.voyage import new_voyage


@dataclass(frozen=True, slots=True)
class VoyageFromWatch:
    """A voyage simulated again from some watch on.

    took_over: the watch from which the adaptive captain gave the orders, because the intended one
    could not be given, or there were no more; 0 if they carried her to the end.
    """

    sail: Sail
    took_over: int


def resimulate(flow: Flow, begun: Sail, orders: Sequence[str]) -> VoyageFromWatch:
    """Go on from a voyage begun, by these orders as long as they can be given."""
    followed = sail_orders(flow, begun.voyage, orders)
    on = replace(begun, legs=(*begun.legs, *followed))
    if on.voyage.outcome:
        return VoyageFromWatch(on, 0)
    rest = sail_on_from(flow, on.voyage, ADAPTIVE)
    return VoyageFromWatch(replace(on, legs=(*on.legs, *rest)), len(on.legs) + 1)


def in_other_weather(flow: Flow, orders: Sequence[str], seed: int) -> VoyageFromWatch:
    """The same orders from the beginning, under another seed."""
    begun = Sail(YOU, flow.scenario, new_voyage(flow.scenario, seed), ())
    return resimulate(flow, begun, orders)
