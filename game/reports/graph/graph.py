"""What is drawn: watches with their orders, where each leads, and how a voyage can end.

It comes from the machine's own states and transitions; traffic comes from voyages really sailed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.scenario.model.conditions import phrase_in_words
from game.scenario.model.scenario import Order
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.captains import RANDOM
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow, Way
from game.voyage.voyage import WATCHES

FATES = {
    Outcome.ARRIVED: "progress at 100",
    Outcome.FOUNDERED: "stability at 0",
    Outcome.MUTINY: "crew at 0",
    Outcome.ADRIFT: f"after {WATCHES} watches",
}
"""What makes a voyage end by itself, wherever she is."""
Share = float | None
"""The share of voyages that came by, 0 to 1; None if nobody has counted."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Where an order leads, as it is written."""

    to: str
    share: Share


@dataclass(frozen=True, slots=True)
class OrderNode:
    """An order of a watch. hint: its label and its conditions."""

    id: str
    kind: Kind
    hint: str
    edges: tuple[Edge, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class WatchNode:
    id: str
    orders: tuple[OrderNode, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class EndNode:
    """An outcome and its endings. fate: what brings it about anywhere on the voyage, or empty."""

    outcome: Outcome
    endings: tuple[tuple[str, Share], ...]
    fate: str
    fated: Share
    share: Share


@dataclass(frozen=True, slots=True)
class Graph:
    """A scenario as a drawing. voyages: how many were counted, or 0."""

    title: str
    watches: tuple[WatchNode, ...]
    ends: tuple[EndNode, ...]
    voyages: int

    @property
    def edges(self) -> list[tuple[WatchNode, OrderNode, Edge]]:
        """Every edge with the order and the watch that it comes from."""
        return [(w, o, edge) for w in self.watches for o in w.orders for edge in o.edges]


@dataclass(frozen=True, slots=True)
class Traffic:
    """How many voyages came by: watches, orders, orders with where they led, endings."""

    watches: Counter[str] = field(default_factory=Counter)
    orders: Counter[tuple[str, str]] = field(default_factory=Counter)
    edges: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)

    @property
    def voyages(self) -> int:
        return self.endings.total()

    def share(self, count: int) -> Share:
        return count / self.voyages if self.voyages else None


def traffic_of(flow: Flow, seeds: Iterable[int]) -> Traffic:
    """The traffic of voyages whose captains give any order that is open."""
    traffic = Traffic()
    for seed in seeds:
        voyage = sail_captain(flow, seed, RANDOM).voyage
        onward = (*voyage.sailed[1:], voyage.at)
        traffic.watches.update(set(voyage.sailed))
        traffic.orders.update(set(zip(voyage.sailed, voyage.gave, strict=True)))
        traffic.edges.update(set(zip(voyage.sailed, voyage.gave, onward, strict=True)))
        traffic.endings[voyage.ending] += 1
    return traffic


def graph_of(flow: Flow, traffic: Traffic | None = None) -> Graph:
    """The drawing of a scenario, with the traffic on it if there is some."""
    traffic = traffic or Traffic()
    ways = flow.ways()
    written = [way for way in ways if not way.own]
    return Graph(
        flow.scenario.title,
        tuple(_watch_node(flow, watch, written, traffic) for watch in flow.scenario.watches),
        tuple(
            _end_node(flow, outcome, written, traffic)
            for outcome in Outcome
            if any(way.to == outcome for way in ways)
        ),
        traffic.voyages,
    )


def _watch_node(flow: Flow, watch: str, written: list[Way], traffic: Traffic) -> WatchNode:
    orders = flow.scenario.watches[watch].orders.values()
    nodes = (_order_node(watch, order, written, traffic) for order in orders)
    return WatchNode(watch, tuple(nodes), traffic.share(traffic.watches[watch]))


def _order_node(watch: str, order: Order, written: list[Way], traffic: Traffic) -> OrderNode:
    when = f" (when {', '.join(map(phrase_in_words, order.when))})" if order.when else ""
    edges = tuple(
        Edge(way.to, traffic.share(traffic.edges[watch, order.id, way.to]))
        for way in written
        if (way.watch, way.order) == (watch, order.id)
    )
    share = traffic.share(traffic.orders[watch, order.id])
    return OrderNode(order.id, order.kind, order.label + when, edges, share)


def _end_node(flow: Flow, outcome: Outcome, written: list[Way], traffic: Traffic) -> EndNode:
    """An outcome; its fate is shown where nothing written leads to it, or voyages met it."""
    endings = [ending.id for ending in flow.scenario.endings if ending.outcome is outcome]
    leads = {(way.watch, way.order) for way in written if way.to == outcome}
    fated = sum(
        count
        for (watch, order, to), count in traffic.edges.items()
        if to == outcome and (watch, order) not in leads
    )
    return EndNode(
        outcome,
        tuple((ending, traffic.share(traffic.endings[ending])) for ending in endings),
        FATES[outcome] if outcome in FATES and (fated or not leads) else "",
        traffic.share(fated),
        traffic.share(sum(traffic.endings[ending] for ending in endings)),
    )
