"""A voyage in twenty seconds: where she and the ships beside her were at any moment of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.debrief.debrief import Debrief
from game.scenario.model.scene import Scene
from game.ship.ship import Outcome
from game.simulation.track import Track, TrackPoint

SECONDS, SAILING = 20.0, 0.86
"""How long it takes, and the share of it in which she sails; then the end stands."""
HOURS, CAST_OFF = 4.0, 6.0
"""How long a watch is, and when the first begins."""


@dataclass(frozen=True, slots=True)
class LapsedShip:
    """A ship at one moment. wake: where she has been, watch by watch, and last where she is.

    stability: a share, 0 to 1. ended: how, once her voyage is over; since: for how many watches.
    """

    captain: str
    wake: tuple[TrackPoint, ...]
    stability: float
    ended: Outcome | None
    since: float


@dataclass(frozen=True, slots=True)
class TimeLapse:
    """tracks: yours, or each crew's, and then the ghosts'. at_sea: whose voyages go on.

    scene: her ship and her port. crews: the names of a convoy's ships, which lead the tracks.
    """

    tracks: tuple[Track, ...]
    at_sea: frozenset[str]
    scene: Scene
    crews: tuple[str, ...] = ()

    @property
    def watches(self) -> int:
        """As many as the longest of the voyages took."""
        return max(len(track.chart) for track in self.tracks) - 1

    @property
    def widest(self) -> float:
        """The farthest that anyone came off the straight line, percent of the voyage."""
        return max(abs(place.aside) for track in self.tracks for place in track.chart)

    def watch_at(self, share: float) -> float:
        """How many watches have passed at this share of the time-lapse, 0 to 1."""
        return self.watches * max(0.0, min(1.0, share / SAILING))

    def hour_at(self, share: float) -> float:
        """The time of day, 0 to 24."""
        return (CAST_OFF + HOURS * self.watch_at(share)) % 24

    def ships_at(self, share: float) -> tuple[LapsedShip, ...]:
        watch = self.watch_at(share)
        return tuple(self._ship(track, watch) for track in self.tracks)

    def _ship(self, track: Track, watch: float) -> LapsedShip:
        last = len(track.chart) - 1
        done = min(int(watch), max(0, last - 1))
        part = min(1.0, watch - done) if last else 0.0
        here, there = track.chart[done], track.chart[min(done + 1, last)]
        at = TrackPoint(
            here.toward + (there.toward - here.toward) * part,
            here.aside + (there.aside - here.aside) * part,
        )
        before, after = track.stability[done], track.stability[min(done + 1, last)]
        is_over = watch >= last and track.captain not in self.at_sea
        return LapsedShip(
            captain=track.captain,
            wake=(*track.chart[: done + 1], at),
            stability=(before + (after - before) * part) / 100,
            ended=track.outcome if is_over else None,
            since=max(0.0, watch - last),
        )


def time_lapse_of(debrief: Debrief, scene: Scene) -> TimeLapse:
    """Yours, and the two ghosts'; a voyage that yours goes back into is left out."""
    yours = debrief.tracks[0].captain
    return TimeLapse(debrief.tracks[:3], frozenset(() if debrief.over else (yours,)), scene)


def convoy_lapse(crews: Mapping[str, Debrief], scene: Scene) -> TimeLapse:
    """Each crew's by her name, and the ghosts' of those that sailed where the first did."""
    own = (replace(each.tracks[0], captain=name) for name, each in crews.items())
    ghosts = next(iter(crews.values())).tracks[1:3]
    at_sea = frozenset(name for name, each in crews.items() if not each.over)
    return TimeLapse((*own, *ghosts), at_sea, scene, tuple(crews))
