"""Lessons of one voyage: what was needed and given, which practices were used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.scenario.model.scenario import PRACTICES
from game.ship.attention_cost import Attention, Kind, attention_of
from game.ship.ship import Ship
from game.simulation.captains import Need, need_of
from game.simulation.single_voyage import Sail, open_orders

PRESSING = Need(leading=0.6, managing=0.35)
"""From here on a need presses. Found by what orders were worth over many seas: so, of the orders
that cost 20 arrivals in 100 because they did not lead, or did not manage, most are told as missed.
"""
ANSWERED = 0.5
"""An order that gives a need as much of its attention as this has not missed it."""
KINDS = (Kind.COURSE, Kind.SAILS)


@dataclass(frozen=True, slots=True)
class NeededAndGiven:
    """What the sea asked for in a watch, and what the captain gave.

    number: of the watch, from 1. truth: what was needed, as it was; seen: as it could be told from
    the deck. given: the order's attention. Needs are measured in what is pressing: 1 presses.
    """

    number: int
    truth: Need[float]
    seen: Need[float]
    given: Attention[float]

    def need(self, kind: Kind) -> float:
        """What was needed of leadership or of management, as it was."""
        return self.truth.leading if kind is Kind.COURSE else self.truth.managing

    def gave(self, kind: Kind) -> float:
        return self.given.leading if kind is Kind.COURSE else self.given.managing

    @property
    def asked(self) -> Kind:
        """The greater need."""
        return max(KINDS, key=self.need)

    @property
    def presses(self) -> bool:
        return self.need(self.asked) >= 1

    @property
    def missed(self) -> tuple[Kind, ...]:
        """What pressed and was left open, though no more was answered."""
        return tuple(kind for kind in KINDS if self._misses(kind))

    def _misses(self, kind: Kind) -> bool:
        other = Kind.SAILS if kind is Kind.COURSE else Kind.COURSE
        left_open = self.need(kind) * (1 - self.gave(kind))
        answered = self.need(other) * self.gave(other)
        return self.gave(kind) < ANSWERED and left_open >= max(1.0, answered)

    def is_hidden(self, kind: Kind) -> bool:
        """Whether it pressed, and nobody on deck could see that."""
        seen = self.seen.leading if kind is Kind.COURSE else self.seen.managing
        return self.need(kind) >= 1 > seen

    @property
    def blamed(self) -> tuple[Kind, ...]:
        """What was missed and could be seen."""
        return tuple(kind for kind in self.missed if not self.is_hidden(kind))


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
    """Needed and given, watch by watch: by what was true as the order was given, once the world had
    moved; and by what could be seen, half of the ring of uncertainty and the wind as forecast.
    """
    for number, (voyage, leg) in enumerate(zip(sailed.stood, sailed.legs, strict=False), 1):
        watch, met = sailed.scenario.watches[voyage.at], leg.sailed.before
        order = watch.orders[leg.sailed.order]
        likely = met.reckoned + 0.5 * met.doubt
        yield NeededAndGiven(
            number=number,
            truth=urgency_of(met, met.course_error, leg.sailed.weather.wind),
            seen=urgency_of(met, likely, watch.weather.wind),
            given=attention_of(order.kind, order.effort, met.seamanship, fix=order.fix),
        )


def urgency_of(ship: Ship[float], course_error: float, wind: float) -> Need[float]:
    """What a watch asks for, measured in what is pressing."""
    need = need_of(ship, course_error, wind)
    return Need(need.leading / PRESSING.leading, need.managing / PRESSING.managing)


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
