"""Captains: policies that choose an order from what a captain can see, and nothing else.

What an order is worth to a captain stands here once, for one ship and for arrays of ships.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic

from game.i18n import N_
from game.scenario.model.scenario import Order
from game.ship.attention_cost import Effort, Kind, attention_of
from game.ship.numbers import ONE, N, Numbers
from game.ship.ship import Ship
from game.ship.weather import Weather, ring_growth
from game.voyage.luck import draw

ALIKE = 1e-12
"""Orders whose worth differs by no more than this are equals, among which luck decides."""
RATHER = 1e-9
"""What full effort counts for, between two orders that are worth the same."""


@dataclass(frozen=True)
class VisibleState(Generic[N]):
    """What a captain sees: the ship, the forecast; of one voyage (by=ONE) or of many.

    number: of the watch, from 1. ship: as the watch before left her; of her course a captain may
    use only what is believed, and the ring around it.
    """

    number: int
    ship: Ship[N]
    forecast: Weather[Any]
    by: Numbers[N]

    @cached_property
    def need(self) -> Need[N]:
        """What the watch asks for, as far as it can be seen."""
        ring = self.ship.doubt + ring_growth(self.forecast.shift, self.by)
        return self._need(self.ship.reckoned + 0.5 * ring)

    @cached_property
    def need_by_gauges(self) -> Need[N]:
        """The same to a captain who believes the course gauge, whatever current is announced."""
        return self._need(self.ship.reckoned)

    def _need(self, course_error: N) -> Need[N]:
        return need_of(self.ship, course_error, self.forecast.wind, self.by)


OrderValue = Callable[[Order, VisibleState[Any]], Any]


@dataclass(frozen=True, slots=True)
class Captain:
    """A policy with a name: the open order that is worth most is given, among equals by luck.

    is_blind: whether worth asks for nothing but the order and the number of the watch.
    """

    name: str
    worth: OrderValue
    is_blind: bool = True

    def choose(self, orders: Sequence[Order], sight: VisibleState[float], luck: float) -> Order:
        """The order that this captain gives; luck is a number from 0 up to 1."""
        worth = [self.worth(order, sight) for order in orders]
        least = max(worth) - ALIKE
        equals = [order for order, value in zip(orders, worth, strict=True) if value >= least]
        return equals[int(luck * len(equals))]


@dataclass(frozen=True, slots=True)
class Need(Generic[N]):
    """What the sea asks of a captain in a watch, each from 0 up; about 1 is urgent."""

    leading: N
    managing: N


def need_of(ship: Ship[N], course_error: N, wind: Any, by: Numbers[Any] = ONE) -> Need[N]:
    """Needed and given: the sailing model's own measure.

    course_error, wind: as the captain expects them, or as they were.
    """
    square = wind * wind
    return Need(
        leading=course_error * (1 / 30)
        + by.most(0.0, 55 - ship.crew) * (1 / 60)
        + by.most(0.0, ship.managing - 0.55),
        managing=1.2 * by.most(0.0, ship.sail * square - 1)
        + by.most(0.0, 65 - ship.stability) * (1 / 35)
        + 1.2 * by.most(0.0, by.least(1.0, 1 / square) - ship.sail)
        + by.most(0.0, ship.leading - 0.55),
    )


def _by_kind(*kinds: Kind) -> OrderValue:
    """Orders of the first kind, else of the next, full effort before half; else any."""

    def worth(order: Order, _: VisibleState[Any]) -> float:
        if order.kind not in kinds:
            return 0.0
        return 2.0 * (len(kinds) - kinds.index(order.kind)) + (order.effort is Effort.FULL)

    return worth


def _in_turn(first: OrderValue, second: OrderValue) -> OrderValue:
    """One in the watches with an odd number, the other in the even ones."""
    return lambda order, sight: (first if sight.number % 2 else second)(order, sight)


def _teach_then_both(times: int) -> OrderValue:
    """Teaching in so many watches, and a little of each from then on."""
    teach = _by_kind(Kind.TEACH, Kind.BOTH)
    return lambda order, sight: (teach if sight.number <= times else _A_LITTLE_OF_EACH)(
        order, sight
    )


def _adaptive(order: Order, sight: VisibleState[Any]) -> Any:
    return _toward(sight.need, order, sight)


def _by_gauges(order: Order, sight: VisibleState[Any]) -> Any:
    return _toward(sight.need_by_gauges, order, sight)


def _toward(need: Need[Any], order: Order, sight: VisibleState[Any]) -> Any:
    """How far the order's attention goes toward what is needed now."""
    spent = attention_of(order.kind, order.effort, sight.ship.seamanship, sight.by, fix=order.fix)
    whole = RATHER * (order.effort is Effort.FULL)
    toward = spent.leading * need.leading + spent.managing * need.managing
    return toward + 0.3 * spent.teaching + whole


def _need_first(order: Order, sight: VisibleState[Any]) -> Any:
    need = sight.need
    course, sails = _COURSE_FIRST(order, sight), _SAILS_FIRST(order, sight)
    return sight.by.where(need.leading < need.managing, sails, course)


def _contrary(order: Order, sight: VisibleState[Any]) -> Any:
    need = sight.need
    course, sails = _COURSE_FIRST(order, sight), _SAILS_FIRST(order, sight)
    return sight.by.where(need.leading < need.managing, course, sails)


_COURSE_FIRST = _by_kind(Kind.COURSE, Kind.BOTH)
_SAILS_FIRST = _by_kind(Kind.SAILS, Kind.BOTH)
_LEADS, _TRIMS = _by_kind(Kind.COURSE, Kind.SAILS), _by_kind(Kind.SAILS, Kind.COURSE)
_A_LITTLE_OF_EACH = _in_turn(
    _by_kind(Kind.BOTH, Kind.COURSE, Kind.SAILS), _by_kind(Kind.BOTH, Kind.SAILS, Kind.COURSE)
)

ALL_COURSE = Captain(N_("all course"), _COURSE_FIRST)
ALL_SAILS = Captain(N_("all sails"), _SAILS_FIRST)
BOTH = Captain(N_("both"), _A_LITTLE_OF_EACH)
ALTERNATE = Captain(N_("alternate"), _in_turn(_LEADS, _TRIMS))
ALTERNATE_SAILS = Captain(N_("sails first"), _in_turn(_TRIMS, _LEADS))
TEACH_ONCE = Captain(N_("teach once"), _teach_then_both(1))
TEACH_TWICE = Captain(N_("teach twice"), _teach_then_both(2))
RANDOM = Captain(N_("random"), _by_kind())
GAUGES_ONLY = Captain(N_("gauges only"), _by_gauges, is_blind=False)
ADAPTIVE = Captain(N_("adaptive"), _adaptive, is_blind=False)
CONTRARY = Captain(N_("contrary"), _contrary, is_blind=False)
NEED_FIRST = Captain("need first", _need_first, is_blind=False)
"""No captain of its own: what `half_skilled` knows of the sea."""
CAPTAINS = (
    *(ALL_COURSE, ALL_SAILS, BOTH, ALTERNATE, ALTERNATE_SAILS, TEACH_ONCE, TEACH_TWICE),
    *(RANDOM, GAUGES_ONLY, ADAPTIVE, CONTRARY),
)


def tie_breaker_of(seed: int, number: int) -> float:
    """What decides among equals in a watch of the voyage with this seed."""
    return draw(seed, "captain", number)
