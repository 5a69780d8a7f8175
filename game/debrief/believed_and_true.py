"""Believed and true: how far off course she was thought as each order was given, and was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.i18n import _
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.ship.numbers import ONE
from game.ship.ship import end_of_ring
from game.ship.weather import CURRENT, STRONG
from game.simulation.single_voyage import Sail, SailedWatch

NEAR = 9.0
"""Degrees; nearer than this to the truth, a captain knew where she was."""


class Clue(StrEnum):
    """What the forecast announced of the watch."""

    NONE = ""
    CURRENT = "current"
    STRONG = "strong current"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One watch, as its order was given; degrees off port.

    number: from 1. believed to ring: where the truth could be, for all that anyone on board knew.
    clue: of a current. voice: who spoke for the course where there was a clue, or empty. fixed:
    whether the order found out where she was; otherwise the captain sailed on by guess.
    """

    number: int
    believed: float
    ring: float
    true: float
    clue: Clue
    voice: str
    fixed: bool

    @property
    def gap(self) -> float:
        """How far she was from where the captain believed her."""
        return abs(self.true - self.believed)


def believed_and_true(yours: Sail) -> Iterator[Sighting]:
    for number, leg in enumerate(yours.legs, 1):
        yield _sighting(yours.scenario, number, leg)


def widest(sightings: Sequence[Sighting]) -> Sighting | None:
    """The watch in which belief and truth lay furthest apart; none before the first watch."""
    return max(sightings, key=lambda each: each.gap, default=None)


def tell_widest(sightings: Sequence[Sighting]) -> str:
    """What was believed, what was true, and what had said so, where they lay furthest apart."""
    most = widest(sightings)
    if most is None:
        return _("No watch has been sailed yet.")
    if most.gap < NEAR:
        return _(
            "You always knew where she was, to {gap:.0f}°: it was never further from what you "
            "believed.",
            gap=most.gap,
        )
    told = _(
        "At worst, in watch {watch}, she was {true:.0f}° off port; you believed {believed:.0f}°.",
        watch=most.number,
        believed=most.believed,
        true=most.true,
    )
    said = f"{told} {_tell_clue(most, told_by(sightings, most))}"
    found = _("Your order found it out.")
    return f"{said} {found}" if most.fixed else said


def told_by(sightings: Sequence[Sighting], of: Sighting) -> Sighting | None:
    """The last clue before a watch, or in it, since the captain last found out where she was."""
    for each in reversed(sightings[: of.number]):
        if each is not of and each.fixed:
            return None
        if each.clue:
            return each
    return None


def _tell_clue(of: Sighting, clue: Sighting | None) -> str:
    if clue is None:
        return _("Nothing had said so.")
    if clue is not of:
        return _(
            "The forecast of watch {watch} had told of a current, and nobody had looked since.",
            watch=clue.number,
        )
    told = _("The forecast had told of a current.")
    if clue.clue is Clue.STRONG:
        told = _("The forecast had told of a strong current.")
    spoke = _("{name} spoke for the course.", name=clue.voice) if clue.voice else ""
    return f"{told} {spoke}".rstrip()


def _sighting(scenario: Scenario, number: int, leg: SailedWatch) -> Sighting:
    sailed = leg.sailed
    met, watch = sailed.before, scenario.watches[sailed.watch]
    clue = _clue(watch.weather.shift)
    speaking = (
        voice.name
        for voice in scenario.voices.values()
        if voice.speaks_for is Kind.COURSE and watch.says.get(voice.id)
    )
    return Sighting(
        number,
        believed=met.reckoned,
        ring=end_of_ring(met, ONE),
        true=met.course_error,
        clue=clue,
        voice=next(speaking, "") if clue else "",
        fixed=sailed.passage.ship.doubt == 0,
    )


def _clue(written_shift: float) -> Clue:
    if written_shift >= STRONG:
        return Clue.STRONG
    return Clue.CURRENT if written_shift >= CURRENT else Clue.NONE
