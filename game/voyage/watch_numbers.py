"""The numbers behind a why-line: from what way, stability and crew began at to what they came to.

Rounded so that what is shown adds up to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from game.i18n import N_, _, number
from game.ship.ledger import Term
from game.ship.why import WatchSailed

SIZEABLE = 0.25
"""Points of a term that are too few to be listed by itself."""
Unit = Callable[[str], str]
"""Puts a figure with its unit."""
Line = tuple[str, str]
"""What it is, and how much."""


def numbers_of(watch: WatchSailed) -> tuple[Line, ...]:
    """All of them, by name, for whoever asks; no bearing without a fix."""
    ledger, begun, after = watch.ledger, watch.passage.begun, watch.passage.ship
    stability = _Account(
        _("Stability as it began"),
        _("Stability after it"),
        _named(N_("Stability: {term}"), ledger.stability),
        begun.stability - ledger.stability[Term.ORDER],
        after.stability,
    )
    crew = _Account(
        _("Crew as it began"),
        _("Crew after it"),
        _named(N_("Crew: {term}"), ledger.crew),
        begun.crew - ledger.crew[Term.ORDER],
        after.crew,
    )
    return (
        *_conditions(watch),
        *_way(watch),
        *stability.lines(_of_100, _points, _("Stability: all the rest")),
        *crew.lines(_of_100, _points, _("Crew: all the rest")),
    )


def _conditions(watch: WatchSailed) -> Iterator[Line]:
    passage = watch.passage
    for name, load in ((_("Wind"), watch.weather.wind), (_("Heel"), passage.heel)):
        yield name, _("{load:.0f} % of what she was built for", load=100 * load)
    yield _("Speed"), _("{speed:.0f} % of her best", speed=100 * passage.speed)
    balance = 100 * passage.hands.balance
    yield _("Balance of late"), _("{balance:.0f} %; 100 % is both kinds alike", balance=balance)
    unasked = 100 * passage.hands.unasked
    yield _("Done unasked"), _("{unasked:.0f} % of a watch's work", unasked=unasked)
    if not passage.ship.doubt:
        yield _("Steered"), _("{off:.0f}° off port", off=passage.steered)


def _way(watch: WatchSailed) -> Iterator[Line]:
    ledger = watch.ledger
    way = _Account(
        _("Way, in a perfect watch"),
        _("Way made"),
        _named(N_("Way: {term}"), ledger.way_steps),
        ledger.pace.best,
        ledger.made,
    )
    yield from way.lines(_of_the_voyage, _percent, _("Way: all the rest"))
    yield _("Way needed"), _of_the_voyage(_figure(ledger.pace.needed))


def _named(name: str, terms: Mapping[Term, float]) -> dict[str, float]:
    return {_(name, term=term.words): by for term, by in terms.items()}


@dataclass(frozen=True, slots=True)
class _Account:
    """first, last: names of what it began at and came to; terms: what moved it, by name."""

    first: str
    last: str
    terms: Mapping[str, float]
    start: float
    end: float

    def lines(self, unit: Unit, step_unit: Unit, rest_name: str) -> Iterator[Line]:
        listed = {name: round(by, 1) for name, by in self.terms.items() if abs(by) >= SIZEABLE}
        rest = round(self.end, 1) - round(self.start, 1) - sum(listed.values())
        yield self.first, unit(_figure(self.start))
        for name, by in {**listed, rest_name: rest}.items():
            if round(by, 1):
                yield name, step_unit(number(by, "+.1f"))
        yield self.last, unit(_figure(self.end))


def _figure(value: float) -> str:
    return number(value, "z.1f")


def _of_100(figure: str) -> str:
    return _("{by} of 100", by=figure)


def _points(figure: str) -> str:
    return _("{by} points", by=figure)


def _percent(figure: str) -> str:
    return f"{figure} %"


def _of_the_voyage(figure: str) -> str:
    return _("{by} % of the voyage", by=figure)
