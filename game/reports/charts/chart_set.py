"""All charts of one debrief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.debrief.debrief import EARLIER, Debrief
from game.i18n import N_, _
from game.reports.charts.best_single_change import OneWatchChart
from game.reports.charts.captains import CaptainsChart
from game.reports.charts.drawing.rendering import Chart
from game.reports.charts.ghost_wakes import GhostWakesChart
from game.reports.charts.needed_and_given import NeededAndGivenChart
from game.reports.charts.odds import OddsChart
from game.reports.charts.stability import StabilityChart

DIFFERS = N_("The one watch is about another order you could have given; the odds, about your own.")


@dataclass(frozen=True, slots=True)
class ChartSet:
    """The charts in the order of the debrief; otherwise: None if no other order gains anything."""

    track: GhostWakesChart
    stability: StabilityChart
    captains: CaptainsChart
    needs: NeededAndGivenChart
    otherwise: OneWatchChart | None
    odds: OddsChart

    @property
    def differs(self) -> str:
        """How the one watch and the turn of the odds can be two; empty if they are not."""
        if self.otherwise and self.odds.turn[0] != self.otherwise.change.number:
            return _(DIFFERS)
        return ""

    def __iter__(self) -> Iterator[Chart]:
        """Every chart there is."""
        yield from (self.track, self.stability, self.captains, self.needs)
        if self.otherwise:
            yield self.otherwise
        yield self.odds


def chart_set_of(debrief: Debrief) -> ChartSet:
    """The charts that show this debrief."""
    you, *others = debrief.tracks
    ghosts = tuple(track for track in others if track.captain != EARLIER)
    earlier = tuple(track for track in others if track.captain == EARLIER)
    one = debrief.one_watch
    return ChartSet(
        track=GhostWakesChart(you, ghosts, earlier, debrief.over),
        stability=StabilityChart(you, ghosts),
        captains=CaptainsChart(debrief.census, debrief.course_share, you, debrief.over),
        needs=NeededAndGivenChart(debrief.asked),
        otherwise=OneWatchChart(you, one, debrief.over) if one else None,
        odds=OddsChart(debrief.odds, debrief.watches),
    )
