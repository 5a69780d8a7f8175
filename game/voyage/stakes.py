"""Stakes: which gauges an order is likely to move and how much, never which way.

Everything counts by its size, so that a loss and a gain look alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from game.i18n import N_, _
from game.scenario.model.scenario import Effects, Order
from game.ship.attention_cost import Attention, attention_of
from game.ship.gauges import GAUGES
from game.ship.numbers import ONE
from game.ship.passage import LEG, pass_watch
from game.ship.ship import Ship
from game.ship.weather import Weather
from game.voyage.luck import percents_of

DOTS = (1.5, 5.0, 12.0, inf)
"""Points, percent or degrees that a gauge moves: below the first no dot, below the second one."""
MOST = len(DOTS) - 1
HOW_MUCH = ("", N_("a little"), N_("a lot"), N_("a great deal"))
MOVED_BY_KIND = ("course_error", "sail", "stability", "crew", "seamanship")
"""What an order moves by being of its kind; way comes of all of these together."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A gauge that an order is likely to move. gauge: its id; dots: how much, 1 to 3."""

    gauge: str
    dots: int


def stakes_of(order: Order, ship: Ship[float], weather: Weather[float]) -> tuple[Stake, ...]:
    """An order's stakes, the highest first.

    ship: as the captain of this watch knows her; weather: as forecast. Neither luck nor where she
    really is comes into it.
    """
    moved = dict.fromkeys(GAUGES, 0.0)
    for share, effects in (*_by_kind(order, ship, weather), *_as_written(order, ship.seamanship)):
        for gauge, change in effects.items():
            moved[gauge] += share * abs(change)
    stakes = (
        Stake(gauge, next(dots for dots, bound in enumerate(DOTS) if size < bound))
        for gauge, size in moved.items()
    )
    return tuple(sorted((one for one in stakes if one.dots), key=lambda one: -one.dots))


def stakes_in_dots(stakes: tuple[Stake, ...]) -> str:
    """For the eye: "Likely to move: crew ●●○, course error ●○○"; dots stay by their gauge."""
    return _told([f"{_noun(one)}\xa0{'●' * one.dots}{'○' * (MOST - one.dots)}" for one in stakes])


def stakes_in_words(stakes: tuple[Stake, ...]) -> str:
    """For the ear: "Likely to move: crew a lot, course error a little"."""
    return _told([f"{_noun(one)} {_(HOW_MUCH[one.dots])}" for one in stakes])


def _told(parts: list[str]) -> str:
    return _("Likely to move: {gauges}", gauges=", ".join(parts) or _("nothing much"))


def _noun(stake: Stake) -> str:
    return _(GAUGES[stake.gauge].noun)


def _by_kind(
    order: Order, ship: Ship[float], weather: Weather[float]
) -> Iterator[tuple[float, Effects]]:
    """What the captain's attention changes against a watch in which no order is given."""
    attention = attention_of(order.kind, order.effort, ship.seamanship, fix=order.fix)
    known = replace(ship, course_error=ship.reckoned)
    with_it, without = (
        pass_watch(known, spent, weather, LEG, ONE).ship
        for spent in (attention, Attention(0.0, 0.0, 0.0))
    )
    changes = {name: getattr(with_it, name) - getattr(without, name) for name in MOVED_BY_KIND}
    yield 1.0, {**changes, "sail": 100 * changes["sail"]}
    yield _share_of_later(1), {"seamanship": with_it.learning - without.learning}


def _as_written(order: Order, seamanship: float) -> Iterator[tuple[float, Effects]]:
    """Its own effects, each by how likely it is, and what it brings back, the later the less."""
    percents = percents_of(order, seamanship)
    for chance, percent in zip(order.chances, percents, strict=True):
        yield percent / 100, chance.effects
    for later in order.later:
        yield _share_of_later(later.after), later.effects


def _share_of_later(after: int) -> float:
    return 1 / (1 + after)
