"""Lessons of one voyage: what was needed and given, which practices were used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.scenario.model.scenario import PRACTICES
from game.ship.attention_cost import Attention, Kind, attention_of
from game.simulation.captains import Need, need_of
from game.simulation.single_voyage import Sail, open_orders

PRESSING = 0.75
"""A need from here on is missed if it gets nothing; 1 is urgent."""


@dataclass(frozen=True, slots=True)
class NeededAndGiven:
    """What the sea asked for in a watch, and what the captain gave.

    number: of the watch, from 1. needed: each from 0 up, about 1 is urgent. given: the order's
    attention. asked: the greater need, course or sails. missed: it was pressing, and got nothing.
    """

    number: int
    needed: Need[float]
    given: Attention[float]
    asked: Kind
    missed: bool

    @property
    def need(self) -> float:
        """The greater one."""
        return max(self.needed.leading, self.needed.managing)


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice of leadership, management or teaching: in how many watches it was open, and used.

    kind: course for leadership, sails for management, teach for teaching.
    """

    name: str
    kind: Kind
    offered: int
    used: int

    @property
    def phrase(self) -> str:
        """Its name, with how often it was used if that was more than once."""
        name = _(self.name)
        if self.used < 2:
            return name
        return ngettext(
            "{practice} {count} time", "{practice} {count} times", self.used, practice=name
        )


def needed_and_given(sailed: Sail) -> Iterator[NeededAndGiven]:
    """Needed and given, watch by watch, by what was true as the order was given."""
    for number, (voyage, leg) in enumerate(zip(sailed.stood, sailed.legs, strict=False), 1):
        watch = sailed.scenario.watches[voyage.at]
        order = watch.orders[leg.sailed.order]
        met = leg.sailed.before
        needed = need_of(met, met.course_error, leg.sailed.weather.wind)
        given = attention_of(order.kind, order.effort, met.seamanship, fix=order.fix)
        leads = needed.leading >= needed.managing
        need, gave = (needed.leading, given.leading) if leads else (needed.managing, given.managing)
        yield NeededAndGiven(
            number=number,
            needed=needed,
            given=given,
            asked=Kind.COURSE if leads else Kind.SAILS,
            missed=need >= PRESSING and gave == 0,
        )


def practices_in(sailed: Sail) -> Iterator[Practice]:
    """The practices whose orders were open at some time, in the order of the thesis."""
    offered: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for voyage, leg in zip(sailed.stood, sailed.legs, strict=False):
        watch = sailed.scenario.watches[voyage.at]
        offered.update({order.practice for order in open_orders(sailed.scenario, voyage)})
        used[watch.orders[leg.sailed.order].practice] += 1
    for kind, names in PRACTICES.items():
        for name in names:
            if offered[name]:
                yield Practice(name, kind, offered[name], used[name])


def practices_text(practices: Iterable[Practice], kind: Kind, used: bool) -> str:
    """Those of one kind that were used, with how often, or that were open and were not."""
    return ", ".join(
        each.phrase for each in practices if each.kind is kind and bool(each.used) is used
    )
