"""How often each order is given, what hangs on it, and which choices are none.

Told from the captains who order by chance: whom they meet and what they take is no skill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from game.findings import Finding, Severity
from game.playtest.coverage_run import GAUGE, CoverageRun, Share, Shown, could, share_of, took_order
from game.playtest.guard_rails import GOOD
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE, RANDOM

if TYPE_CHECKING:
    from numpy.typing import NDArray

LITTLE = 0.02
"""Odds that differ by no more than this are the same to a player."""
SLIGHT = 0.5
"""Points of a gauge that nobody would notice."""
TRAP, NONE = 0.1, 0.05
"""The share of captains who fall for a trap, and so few may yet arrive by what is not known."""
SPOKEN = 4
"""A voice must have been clearly right or wrong this often before it is judged."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One order: offered to random captains so often, taken, and taken by adaptive ones.

    arrive, otherwise: the share that arrived after it, and after another order where this one
    could be given. dominated: surely worse, and no better in any gauge than another one.
    turns_back: whether it can lead into a harbour.
    """

    watch: str
    order: str
    kind: Kind
    taken: Share
    adaptive: Share
    arrive: Share
    otherwise: Share
    dominated: bool
    turns_back: bool

    @property
    def is_trap(self) -> bool:
        """Whether many give it, none of them arrives, and it does not say that she turns back."""
        if self.turns_back:
            return False
        return self.taken.share >= TRAP and not self.arrive.part and self.arrive.high < NONE

    @property
    def swing(self) -> float:
        """What the order does to the odds, in points of 0 to 1; 0 if it was never chosen."""
        if not self.arrive.whole or not self.otherwise.whole:
            return 0.0
        return self.arrive.share - self.otherwise.share


@dataclass(frozen=True, slots=True)
class FalseChoice:
    """Two orders of a watch between which nothing hangs."""

    watch: str
    orders: tuple[str, str]


def choices_of(played: CoverageRun) -> tuple[Choice, ...]:
    """Every order that was offered to a random captain, in the order of the file."""
    return tuple(_choices(played))


def _choices(played: CoverageRun) -> Iterator[Choice]:
    voyages, skilled = played.by[RANDOM.name], played.by[ADAPTIVE.name]
    for number, place, watch, order in played.orders():
        offered = could(voyages, number, place)
        if not offered.any():
            continue
        given = took_order(voyages, number, place).any(axis=0)
        other = (offered & (voyages.orders != place)).any(axis=0) & ~given
        by_skill = could(skilled, number, place).sum(), took_order(skilled, number, place).sum()
        arrive = share_of((given & voyages.arrived).sum(), given.sum())
        otherwise = share_of((other & voyages.arrived).sum(), other.sum())
        yield Choice(
            watch=watch.id,
            order=order.id,
            kind=order.kind,
            taken=share_of(took_order(voyages, number, place).sum(), offered.sum()),
            adaptive=share_of(by_skill[1], by_skill[0]),
            arrive=arrive,
            otherwise=otherwise,
            turns_back=any(chance.goto == Outcome.HARBOUR for chance in order.chances),
            dominated=arrive.high < otherwise.low and _outdone(played, number, place),
        )


def _outdone(played: CoverageRun, watch: int, place: int) -> bool:
    """Whether another order of the watch is at least as good in every gauge."""
    own = _rise(played, watch, place)
    others = range(len(played.watches[watch].orders))
    rises = (_rise(played, watch, other) for other in others if other != place)
    return own is not None and any(rise is not None and (rise >= own).all() for rise in rises)


def _rise(played: CoverageRun, watch: int, place: int) -> NDArray[np.float64] | None:
    """How each gauge rises in the watch after an order, on average, up being good."""
    voyages = played.by[RANDOM.name]
    given = took_order(voyages, watch, place)
    if not given.any():
        return None
    changes = played.changes
    rises = [sign * changes[:, GAUGE[gauge]][given].mean() for gauge, sign in GOOD.items()]
    return np.array(rises)


def false_choices(played: CoverageRun, choices: tuple[Choice, ...]) -> tuple[FalseChoice, ...]:
    """Pairs of orders with the same odds, the same way on and the same gauges after them."""
    by_watch: dict[str, list[Choice]] = {}
    for choice in choices:
        by_watch.setdefault(choice.watch, []).append(choice)
    return tuple(
        FalseChoice(watch, (one.order, other.order))
        for watch, offered in by_watch.items()
        for one, other in combinations(offered, 2)
        if abs(one.arrive.share - other.arrive.share) <= LITTLE and _alike(played, one, other)
    )


def _alike(played: CoverageRun, one: Choice, other: Choice) -> bool:
    watch = played.scenario.watches[one.watch]
    number, orders = played.watches.index(watch), list(watch.orders)
    mine, theirs = (_rise(played, number, orders.index(name.order)) for name in (one, other))
    gotos, marks = (
        [
            {getattr(chance, what) for chance in watch.orders[choice.order].chances}
            for choice in (one, other)
        ]
        for what in ("goto", "sets")
    )
    if mine is None or theirs is None or gotos[0] != gotos[1] or marks[0] != marks[1]:
        return False
    return bool(np.abs(mine - theirs).max() <= SLIGHT)


def traps(played: CoverageRun, choices: Iterable[Choice]) -> Iterator[Shown]:
    """L010: orders that many give, and after which nobody arrives; but to turn into a harbour."""
    for choice in choices:
        if choice.is_trap:
            at = played.at("watches", choice.watch, "orders", choice.order)
            message = (
                f"'{choice.order}' is given by {choice.taken.share:.0%}, and none of them arrives"
            )
            hint = "let it cost less, or lock it with a reason that can be seen"
            yield Shown(Finding("L010", at, message, hint, Severity.WARNING))


def one_sided_voices(played: CoverageRun) -> Iterator[Shown]:
    """L005: voices whose kind of order is clearly the better one wherever they speak, or never."""
    voyages = played.by[RANDOM.name]
    for voice in played.scenario.voices.values():
        right: list[bool] = []
        for number, watch in enumerate(played.watches):
            if voice.id not in watch.says:
                continue
            arrive = {True: np.zeros(2, dtype=int), False: np.zeros(2, dtype=int)}
            for place, order in enumerate(watch.orders.values()):
                if order.kind in (Kind.COURSE, Kind.SAILS):
                    given = took_order(voyages, number, place).any(axis=0)
                    counts = (given & voyages.arrived).sum(), given.sum()
                    arrive[order.kind is voice.speaks_for] += np.array(counts)
            own, other = (share_of(*arrive[side]) for side in (True, False))
            if own.low > other.high or own.high < other.low:
                right.append(own.low > other.high)
        if len(right) >= SPOKEN and len(set(right)) == 1:
            how = "right" if right[0] else "wrong"
            message = f"'{voice.id}' is {how} in all {len(right)} watches where it matters"
            hint = "each voice should be right about half the time"
            at = played.at("voices", voice.id)
            yield Shown(Finding("L005", at, message, hint, Severity.WARNING))
