"""The gauges of a ship: one table of their names and ranges, for every UI and every report."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import N_


@dataclass(frozen=True, slots=True)
class Gauge:
    """Names of a gauge, for `_`, and what it measures.

    label: on a screen; column: at the head of a table, with its unit; noun: within a sentence.
    low, high: its range, in the units of `Ship`. is_good: whether more of it is better, if either.
    """

    label: str
    column: str
    noun: str
    low: float
    high: float
    is_good: bool | None


GAUGES = {
    "progress": Gauge(N_("Progress"), N_("progress, %"), N_("progress"), 0, 100, True),
    "course_error": Gauge(
        N_("Off course"), N_("off course"), N_("course error"), 0, 110, is_good=False
    ),
    "sail": Gauge(N_("Sails"), N_("sails, %"), N_("sail"), 0, 1, None),
    "stability": Gauge(N_("Stability"), N_("stability"), N_("stability"), 0, 100, True),
    "crew": Gauge(N_("Crew"), N_("crew"), N_("crew"), 0, 100, True),
    "seamanship": Gauge(N_("Seamanship"), N_("seaman­ship"), N_("seamanship"), 0, 100, True),
}
RESERVES = ("stability", "crew")
"""The gauges that lose a ship when they are used up."""
GAUGE_RANGES = {name: (gauge.low, gauge.high) for name, gauge in GAUGES.items()}
WRITTEN_RANGES = {**GAUGE_RANGES, "sail": (0, 100)}
"""The same as authors write them, in conditions and effects: of sail, percent of the canvas."""
