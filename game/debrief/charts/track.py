"""The track: your wake beside those of two ghost ships in the same weather; or a convoy's wakes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from game.debrief.charts.drawing.chart_sheet import ChartSheet, End, LineStyle
from game.debrief.charts.drawing.sea_chart import KEY, draw_key, draw_wake, points_of, sea_chart
from game.debrief.charts.track_captions import (
    describe_ghosts,
    describe_progress,
    describe_yours,
    ending_label,
    headed_by,
    line_style_of,
    name_of,
)
from game.i18n import N_, _
from game.number_format import listed
from game.ship.ship import Outcome
from game.simulation.single_voyage import YOU
from game.simulation.track import Track


@dataclass(frozen=True, slots=True)
class TrackChart:
    """Your wake and the ghosts'.

    earlier: wakes of your own that this voyage goes back into. over: whether it has ended.
    """

    you: Track
    ghosts: tuple[Track, ...]
    earlier: tuple[Track, ...]
    over: bool
    name = "track"
    title = N_("The track")

    @property
    def headline(self) -> str:
        return f"{describe_yours(self.you, self.over)} {describe_ghosts(self.ghosts, '; ')}."

    @property
    def alt(self) -> str:
        wakes = (
            describe_progress(headed_by(track), track, self._is_over(track))
            for track in self.tracks
        )
        head = _("The way made toward port, at the start and after each watch.")
        return "\n".join((head, *wakes))

    def draw(self, sheet: ChartSheet) -> None:
        """Yours widest and below, so that a ghost on it stays visible."""
        axes = sea_chart(sheet, self.tracks)
        ends = []
        for rank, track in enumerate(self.tracks, 2):
            style = line_style_of(track.captain, sheet.inks)
            draw_wake(sheet, axes, track, style, rank)
            fate = ending_label(track, self._is_over(track))
            ends.append(End(points_of(track)[-1], name_of(track), fate, style.ink))
        sheet.ends(axes, ends)

    @property
    def tracks(self) -> tuple[Track, ...]:
        return (self.you, *self.ghosts, *self.earlier)

    def _is_over(self, track: Track) -> bool:
        return self.over or track.captain != YOU


@dataclass(frozen=True, slots=True)
class ConvoyChart:
    """Each crew's wake on a chart of its own, the others' faint behind it.

    crews: in the same weather; each track's captain is its crew's name. at_sea: the names of those
    whose voyages are not over. ghosts: ships that nobody sailed, thin on every chart.
    """

    crews: tuple[Track, ...]
    at_sea: frozenset[str] = frozenset()
    ghosts: tuple[Track, ...] = ()
    name = "convoy"
    title = N_("The convoy")

    @property
    def headline(self) -> str:
        fates = Counter(track.outcome for track in self.crews if self._is_over(track))
        counts = [f"{fates[each]} {each.fate}" for each in Outcome if fates[each]]
        sailing = len(self.crews) - fates.total()
        counts += [_("{sailing} still at sea", sailing=sailing)] if sailing else []
        crews = _(
            "{crews} crews in the same sea: {told}.", crews=len(self.crews), told=listed(counts)
        )
        ghosts = describe_ghosts(self.ghosts, _("; "))
        return f"{crews} {ghosts}." if ghosts else crews

    @property
    def alt(self) -> str:
        return " ".join(
            describe_progress(track.captain, track, self._is_over(track)) for track in self.crews
        )

    def draw(self, sheet: ChartSheet) -> None:
        """A small chart for each crew, all to one scale; below them, which wakes are ghosts'."""
        inks = sheet.inks
        faint = LineStyle(inks.edge, "-", "o", 0.06)
        foot = KEY * sheet.em if self.ghosts else 0
        for crew, room in zip(self.crews, sheet.rooms(len(self.crews), foot), strict=True):
            axes = sea_chart(sheet, (*self.crews, *self.ghosts), room, small=True)
            for ghost in self.ghosts:
                style = replace(line_style_of(ghost.captain, inks), width=0.07)
                draw_wake(sheet, axes, ghost, style, 2)
            for other in self.crews:
                if other is not crew:
                    draw_wake(sheet, axes, other, faint, 1)
            draw_wake(sheet, axes, crew, LineStyle(inks.text, "-", "o", 0.14), 3)
            sheet.heading(axes, crew.captain, ending_label(crew, self._is_over(crew)), 1.95, 0.7)
        if self.ghosts:
            draw_key(sheet, self.ghosts)

    def _is_over(self, crew: Track) -> bool:
        return crew.captain not in self.at_sea
