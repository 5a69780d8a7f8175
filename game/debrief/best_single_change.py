"""The one watch: the single order that, given otherwise, would have gained most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.i18n import N_, _
from game.ship.ship import Outcome
from game.simulation.resimulate import resimulate
from game.simulation.single_voyage import Sail, open_orders, track_of
from game.simulation.track import Track
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

NONE_BETTER = N_("No other single order would have gained anything.")
Merit = tuple[bool, float, int, float]


@dataclass(frozen=True, slots=True)
class SingleChange:
    """One order changed, and the voyage that comes of it.

    number: of the watch, from 1. given, better: the two orders' labels; order: the better one's id.
    outcome, progress, watches: how that voyage ends, where, and after how many watches. gained:
    progress beyond yours. track: its wake.
    took_over: the watch from which the adaptive captain had to give the orders, because yours were
    not to be had there or had run out; 0 if yours carried her to the end.
    sentence: all of it in plain words.
    """

    number: int
    given: str
    better: str
    order: str
    outcome: Outcome
    progress: float
    watches: int
    gained: float
    took_over: int
    sentence: str
    track: Track


@dataclass(frozen=True, slots=True)
class _Change:
    """A voyage with one order changed. number, order, took_over: as in OneWatch."""

    number: int
    order: str
    sail: Sail
    took_over: int

    @property
    def voyage(self) -> Voyage:
        """How it came out."""
        return self.sail.voyage


def merit(voyage: Voyage) -> Merit:
    """How well a voyage went: arrived, how far, how soon, how whole; the greater the better."""
    arrived = voyage.outcome is Outcome.ARRIVED
    soon, whole = (-len(voyage.sailed), voyage.ship.stability) if arrived else (0, 0.0)
    return arrived, voyage.ship.progress, soon, whole


def best_single_change(flow: Flow, yours: Sail) -> SingleChange | None:
    """Change each order alone, and keep the change that gains most; None if none gains anything.

    A voyage that your own orders carry to its end counts for more than one that needs another
    captain.
    """
    changes = [change for change in _changes(flow, yours) if _gains(change, yours)]
    if not changes:
        return None
    best = max(changes, key=_rank)
    voyage, own = best.voyage, yours.voyage
    return SingleChange(
        number=best.number,
        given=_label(yours, best.number, own.gave[best.number - 1]),
        better=_label(yours, best.number, best.order),
        order=best.order,
        outcome=voyage.outcome or Outcome.ADRIFT,
        progress=voyage.ship.progress,
        watches=len(voyage.sailed),
        gained=voyage.ship.progress - own.ship.progress,
        took_over=best.took_over,
        sentence=_sentence(yours, best),
        track=track_of(best.sail),
    )


def _gains(change: _Change, yours: Sail) -> bool:
    """Whether the change is worth telling: what rounds to the same points is alike."""
    other, own = ([round(figure) for figure in merit(v)] for v in (change.voyage, yours.voyage))
    return other > own


def _rank(change: _Change) -> tuple[bool, bool, Merit]:
    voyage = change.voyage
    return voyage.outcome is Outcome.ARRIVED, not change.took_over, merit(voyage)


def _changes(flow: Flow, yours: Sail) -> Iterator[_Change]:
    for number, (voyage, given) in enumerate(zip(yours.stood, yours.voyage.gave, strict=False), 1):
        for order in open_orders(flow.scenario, voyage):
            if order.id != given:
                yield _changed(flow, yours, number, order.id)


def _changed(flow: Flow, yours: Sail, number: int, order: str) -> _Change:
    """The voyage with one order changed, no further than yours if that is not over."""
    own = yours.voyage
    other = resimulate(flow, yours.until(number), (order, *own.gave[number:]))
    if own.outcome:
        return _Change(number, order, other.sail, other.took_over)
    so_far = other.sail.until(len(own.gave) + 1)
    took_over = other.took_over if other.took_over <= len(own.gave) else 0
    return _Change(number, order, so_far, took_over)


def _label(yours: Sail, number: int, order: str) -> str:
    watch = yours.voyage.sailed[number - 1]
    return yours.scenario.watches[watch].orders[order].label


def _sentence(yours: Sail, change: _Change) -> str:
    own, voyage = yours.voyage, change.voyage
    given = _label(yours, change.number, own.gave[change.number - 1])
    better = _label(yours, change.number, change.order)
    told = _(
        "Had you ordered “{better}” in watch {watch} instead of “{given}”, {came_to}.",
        better=better,
        watch=change.number,
        given=given,
        came_to=_came_to(own, voyage),
    )
    if not change.took_over:
        return told
    ran_out = change.took_over > len(own.gave)
    why = _("your voyage had ended") if ran_out else _("your own order could not be given")
    goes_on = _(
        "From watch {watch} on, where {why}, the order most needed is given.",
        watch=change.took_over,
        why=why,
    )
    return f"{told} {goes_on}"


def _came_to(own: Voyage, other: Voyage) -> str:
    """What would have been otherwise, beside what was."""
    watches = len(other.sailed)
    if other.outcome is not Outcome.ARRIVED:
        held = {"way": other.ship.progress, "yours": own.ship.progress}
        if own.outcome:
            return _("you would have made {way:.0f} % of the way, not {yours:.0f} %", **held)
        return _("you would by now have made {way:.0f} % of the way, not {yours:.0f} %", **held)
    if own.outcome is not Outcome.ARRIVED:
        return _("you would have arrived in watch {watch}", watch=watches)
    if watches < (yours := len(own.sailed)):
        held = {"watch": watches, "yours": yours}
        return _("you would have arrived in watch {watch}, not in watch {yours}", **held)
    held = {"stability": other.ship.stability, "yours": own.ship.stability}
    return _("you would have arrived with stability {stability:.0f}, not {yours:.0f}", **held)
