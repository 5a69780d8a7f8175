"""The numbers behind a why-line: from what way, stability and crew began at to what they came to.

Rounded so that what is shown adds up to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.i18n import N_, _, number
from game.ship.ledger import Term
from game.ship.why import WatchSailed

SIZEABLE = 0.25
"""Points of a term that are too few to be listed by itself."""
ROUNDING = 0.15
"""What rounding leaves, points: the largest term takes it."""
Line = tuple[str, str]
"""What it is, and how much."""


def numbers_of(watch: WatchSailed) -> tuple[Line, ...]:
    """All of them, by name, for whoever asks; no bearing without a fix."""
    ledger, begun, after = watch.ledger, watch.passage.begun, watch.passage.ship
    stood = begun.stability - ledger.stability[Term.ORDER], after.stability
    hearty = begun.crew - ledger.crew[Term.ORDER], after.crew
    return (
        *_conditions(watch),
        (_("Way needed"), _("{by} % of the voyage", by=_figure(ledger.pace.needed))),
        (
            _("Way made"),
            _(
                "{made} %, at best {best} %",
                made=_figure(ledger.made),
                best=_figure(ledger.pace.best),
            ),
        ),
        *_steps(N_("Way: {term}"), ledger.way_steps, (ledger.pace.best, ledger.made), _percent),
        (_("Stability, of 100"), _from_to(*stood)),
        *_steps(N_("Stability: {term}"), ledger.stability, stood, _points),
        (_("Crew, of 100"), _from_to(*hearty)),
        *_steps(N_("Crew: {term}"), ledger.crew, hearty, _points),
    )


def _conditions(watch: WatchSailed) -> Iterator[Line]:
    passage = watch.passage
    for name, load in ((_("Wind"), watch.weather.wind), (_("Heel"), passage.heel)):
        yield name, _("{load:.0f} % of what she was built for", load=100 * load)
    yield _("Speed"), _("{speed:.0f} % of her best", speed=100 * passage.speed)
    balance = 100 * passage.hands.balance
    yield _("Balance of late"), _("{balance:.0f} %; even is 100 %", balance=balance)
    unasked = 100 * passage.hands.unasked
    yield _("Done unasked"), _("{unasked:.0f} % of a watch's work", unasked=unasked)
    if not passage.ship.doubt:
        yield _("Steered"), _("{off:.0f}° off port", off=passage.steered)


def _steps(
    name: str, terms: Mapping[Term, float], ends: tuple[float, float], unit: Callable[[str], str]
) -> Iterator[Line]:
    """The terms that lead from one end to the other; unit: puts a figure with it."""
    listed = {term.words: round(by, 1) for term, by in terms.items() if abs(by) >= SIZEABLE}
    start, end = (round(each, 1) for each in ends)
    rest = end - start - sum(listed.values())
    if listed and abs(rest) < ROUNDING:
        largest = max(listed, key=lambda words: abs(listed[words]))
        listed[largest] += rest
    else:
        listed[_("all the rest")] = rest
    for words, by in listed.items():
        if round(by, 1):
            yield _(name, term=words), unit(number(by, "+.1f"))


def _from_to(start: float, end: float) -> str:
    return _("from {start} to {end}", start=_figure(start), end=_figure(end))


def _figure(value: float) -> str:
    return number(value, "z.1f")


def _points(figure: str) -> str:
    return _("{by} points", by=figure)


def _percent(figure: str) -> str:
    return f"{figure} %"
