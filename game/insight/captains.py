"""Captains: policies that choose an order from what a captain can see, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.scenario.scenario import Order
from game.ship.attention import Effort, Kind, attention_of
from game.ship.ship import Ship
from game.ship.weather import Weather
from game.voyage.luck import draw


@dataclass(frozen=True, slots=True)
class Sight:
    """What a captain sees: open orders, the ship, the forecast.

    number: of the watch, from 1. luck: a number from 0 up to 1, for choosing among equals. Of the
    ship's course a captain may use only `reckoned`.
    """

    number: int
    orders: tuple[Order, ...]
    ship: Ship[float]
    forecast: Weather[float]
    luck: float


Choose = Callable[[Sight], Order]


@dataclass(frozen=True, slots=True)
class Captain:
    """A policy with a name."""

    name: str
    choose: Choose


@dataclass(frozen=True, slots=True)
class Need:
    """What the sea asks of a captain in a watch, each from 0 up; about 1 is urgent."""

    leading: float
    managing: float


def need_of(ship: Ship[float], forecast: Weather[float]) -> Need:
    """Needed and given: the sailing model's own measure, from the reckoned course."""
    wind = forecast.wind * forecast.wind
    return Need(
        leading=ship.reckoned / 30 + max(0.0, 55 - ship.crew) / 60 + max(0.0, ship.managing - 0.55),
        managing=1.2 * max(0.0, ship.sail * wind - 1)
        + max(0.0, 65 - ship.stability) / 35
        + 1.2 * max(0.0, min(1.0, 1 / wind) - ship.sail)
        + max(0.0, ship.leading - 0.55),
    )


def _pick(sight: Sight, orders: list[Order]) -> Order:
    """One of the orders by luck; those of full effort first."""
    whole = [order for order in orders if order.effort is Effort.FULL] or orders
    return whole[int(sight.luck * len(whole))]


def _of_kind(*kinds: Kind) -> Choose:
    """Orders of the first kind that is open, else of the next; else any."""

    def choose(sight: Sight) -> Order:
        for kind in kinds:
            fitting = [order for order in sight.orders if order.kind is kind]
            if fitting:
                return _pick(sight, fitting)
        return _any(sight)

    return choose


def _any(sight: Sight) -> Order:
    return sight.orders[int(sight.luck * len(sight.orders))]


def _alternate(sight: Sight) -> Order:
    kinds = (Kind.COURSE, Kind.SAILS) if sight.number % 2 else (Kind.SAILS, Kind.COURSE)
    return _of_kind(*kinds)(sight)


def _both(sight: Sight) -> Order:
    """A little of each every watch; where that is not offered, one after the other."""
    if any(order.kind is Kind.BOTH for order in sight.orders):
        return _of_kind(Kind.BOTH)(sight)
    return _alternate(sight)


def _adaptive(sight: Sight) -> Order:
    """The order whose attention goes furthest toward what is needed now."""
    need = need_of(sight.ship, sight.forecast)

    def worth(order: Order) -> float:
        spent = attention_of(order.kind, order.effort, sight.ship.seamanship)
        return spent.leading * need.leading + spent.managing * need.managing + 0.3 * spent.teaching

    best = max(map(worth, sight.orders))
    return _pick(sight, [order for order in sight.orders if worth(order) >= best - 1e-12])


def _contrary(sight: Sight) -> Order:
    need = need_of(sight.ship, sight.forecast)
    if need.leading < need.managing:
        return _of_kind(Kind.COURSE, Kind.BOTH)(sight)
    return _of_kind(Kind.SAILS, Kind.BOTH)(sight)


ALL_COURSE = Captain("all course", _of_kind(Kind.COURSE, Kind.BOTH))
ALL_SAILS = Captain("all sails", _of_kind(Kind.SAILS, Kind.BOTH))
BOTH = Captain("both", _both)
ALTERNATE = Captain("alternate", _alternate)
RANDOM = Captain("random", _any)
ADAPTIVE = Captain("adaptive", _adaptive)
CONTRARY = Captain("contrary", _contrary)
CAPTAINS = (ALL_COURSE, ALL_SAILS, BOTH, ALTERNATE, RANDOM, ADAPTIVE, CONTRARY)


def seen(
    number: int, orders: list[Order], ship: Ship[float], sky: Weather[float], seed: int
) -> Sight:
    """What a captain sees in a watch of the voyage with this seed."""
    return Sight(number, tuple(orders), ship, sky, draw(seed, "captain", number))
