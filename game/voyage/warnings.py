"""Warnings: what is said as a watch begins, once for each time that a reserve falls low."""

from __future__ import annotations

from game.i18n import N_, _
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.ship.gauges import RESERVES
from game.voyage.voyage import Voyage

SPEAKS_UP = {
    "stability": (
        Kind.SAILS,
        N_("She cannot take much more, Captain. Have her mended, or we shall lose her."),
    ),
    "crew": (
        Kind.COURSE,
        N_("The hands are losing heart, Captain. Give them a course they can believe in."),
    ),
}
"""Who speaks for a reserve, by what is of help to it, and in which words."""
NAMELESS = {Kind.SAILS: N_("Bosun"), Kind.COURSE: N_("Navigator")}
"""Who speaks for a side in a scenario that has given it no voice."""


def warnings_of(scenario: Scenario, voyage: Voyage) -> tuple[tuple[str, Kind, str, str], ...]:
    """Who says what for which side, with whose face; nothing while all goes on as it was."""
    return tuple(_warning(scenario, reserve) for reserve in RESERVES if reserve in voyage.fallen)


def _warning(scenario: Scenario, reserve: str) -> tuple[str, Kind, str, str]:
    side, text = SPEAKS_UP[reserve]
    voices = (voice for voice in scenario.voices.values() if voice.speaks_for is side)
    voice = next(voices, None)
    name = voice.name if voice else _(NAMELESS[side])
    return name, side, _(text), voice.portrait if voice else ""
