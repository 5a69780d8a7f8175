"""Decision and luck: what each order was worth over many seas, and what this sea made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from game.ship.attention_cost import Kind

WEAK, COSTLY = 0.05, 0.2
"""From this share of arrivals on an order that cost them is weak; and is named in any case."""
SURER = 2.81 / 1.96
"""So many times wider is an interval that holds, at 95 %, for ten orders together: what is advised
is the best of all that were open, and the best is partly luck.
"""


@dataclass(frozen=True, slots=True)
class TriedOrder:
    """An order that was open in a watch, tried in many seas.

    arrived: the share of seas in which she arrives by it, 0 to 1. endings: by id, in how many it
    came to each. merit: how many of the scenario's endings are worse than what it came to, on
    average. stability: at the end, on average. gained: how many more arrive by it than by the order
    that was given, -1 to 1, with low and high: the 95 % interval, in pairs. foil: its author's
    "please don't". lesser: whether landfalls by it are worth less, as the author ranks endings.
    """

    order: str
    label: str
    kind: Kind
    arrived: float
    endings: Mapping[str, int]
    merit: float
    stability: float
    gained: float
    low: float
    high: float
    foil: bool
    lesser: bool

    @property
    def advisable(self) -> bool:
        return not (self.foil or self.lesser)

    @property
    def worth(self) -> tuple[float, float, float]:
        """How good it is; the greater the better."""
        return self.arrived, self.merit, self.stability


@dataclass(frozen=True, slots=True)
class Decision:
    """One watch's order, against those that were open beside it.

    number: of the watch, from 1. given: the order that was. others: the other open ones. before,
    after: the share of seas in which she arrives from where she stood as this watch began, and as
    the next one did, if the half-skilled captain sails on; at last 0 or 1. expected: the same if
    the given order meets this watch as each sea has it: no weather or luck of the voyage's own.
    """

    number: int
    given: TriedOrder
    others: tuple[TriedOrder, ...]
    before: float
    expected: float
    after: float

    @property
    def best(self) -> TriedOrder:
        """The best order that may be advised; the given one, if none is better."""
        advisable = (other for other in self.others if other.advisable)
        return max((self.given, *advisable), key=lambda order: order.worth)

    @property
    def cost(self) -> float:
        """How many more would have arrived by the best order, 0 to 1."""
        return self.best.gained

    @property
    def quickest(self) -> TriedOrder:
        """The order by which most arrive, whether it may be advised or not."""
        return max((self.given, *self.others), key=lambda order: order.arrived)

    @property
    def margin(self) -> float:
        """How many more arrive by the given order than by the best of the others; -1 to 1."""
        others = [other.arrived for other in self.others if other.advisable]
        return self.given.arrived - max(others, default=self.given.arrived)

    @property
    def gain(self) -> float:
        """How many more arrive by the given order than by the others, on average; -1 to 1."""
        return -fmean([other.gained for other in self.others]) if self.others else 0.0

    @property
    def is_settled(self) -> bool:
        """Whether it made no difference any more what was ordered."""
        arrived = {order.arrived for order in (self.given, *self.others)}
        return arrived in ({0.0}, {1.0})

    @property
    def is_weak(self) -> bool:
        return self.cost >= WEAK

    @property
    def is_advised(self) -> bool:
        """Whether another order is beyond doubt better."""
        best = self.best
        return self.is_weak and best.gained > SURER * (best.gained - best.low)

    @property
    def sea(self) -> float:
        """How kind the sea was in this watch: the change that the order does not explain."""
        return self.after - self.expected

    @property
    def ordered(self) -> float:
        """What giving this order changed, against a half-skilled captain's choice."""
        return self.expected - self.before


@dataclass(frozen=True, slots=True)
class Decisions:
    """All orders of a voyage. seeds: of the first and the last of the seas, one after the other."""

    seas: int
    seeds: tuple[int, int]
    watches: tuple[Decision, ...]

    @property
    def weakest(self) -> Decision | None:
        """The one that cost most, of those that cost anything beyond doubt."""
        weak = [decision for decision in self.watches if decision.is_advised]
        return max(weak, key=lambda decision: decision.cost, default=None)

    @property
    def strongest(self) -> Decision | None:
        """The one that gained most against the other orders, and was not weak."""
        sound = [each for each in self.watches if not each.is_weak and each.gain >= WEAK]
        return max(sound, key=lambda decision: decision.gain, default=None)

    @property
    def sea(self) -> float:
        """How kind the sea was over all watches."""
        return sum(each.sea for each in self.watches)

    @property
    def named(self) -> list[Decision]:
        """Those that are told one by one: whatever cost much, and in any case the weakest."""
        weakest = self.weakest
        return [
            each
            for each in self.watches
            if each is weakest or (each.quickest.gained >= COSTLY and each.quickest.low > 0)
        ]
