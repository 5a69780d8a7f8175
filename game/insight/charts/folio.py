"""The folio: all charts of one debrief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.insight.charts.captains import CaptainsChart
from game.insight.charts.drawing import Chart
from game.insight.charts.needs import NeedsChart
from game.insight.charts.odds import OddsChart
from game.insight.charts.otherwise import OtherwiseChart
from game.insight.charts.stability import StabilityChart
from game.insight.charts.track import TrackChart
from game.insight.debrief import EARLIER, Debrief
from game.tongue import N_, _

DIFFERS = N_("The one watch is about another order you could have given; the odds, about your own.")


@dataclass(frozen=True, slots=True)
class Folio:
    """The charts in the order of the debrief; otherwise: None if no other order gains anything."""

    track: TrackChart
    stability: StabilityChart
    captains: CaptainsChart
    needs: NeedsChart
    otherwise: OtherwiseChart | None
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


def folio_of(debrief: Debrief) -> Folio:
    """The charts that show this debrief."""
    you, *others = debrief.tracks
    ghosts = tuple(track for track in others if track.captain != EARLIER)
    earlier = tuple(track for track in others if track.captain == EARLIER)
    one = debrief.one_watch
    return Folio(
        track=TrackChart(you, ghosts, earlier, debrief.over),
        stability=StabilityChart(you, ghosts),
        captains=CaptainsChart(debrief.census, debrief.course_share, you, debrief.over),
        needs=NeedsChart(debrief.asked),
        otherwise=OtherwiseChart(you, one, debrief.over) if one else None,
        odds=OddsChart(debrief.odds, debrief.watches),
    )
