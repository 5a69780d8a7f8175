"""Every captain: the share that arrived, by what they ordered; your voyage ringed, if any."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.debrief.charts.census_grid import NAMES, draw_census, note_of
from game.debrief.charts.drawing.chart_sheet import ChartSheet
from game.debrief.charts.track_captions import ending_label
from game.i18n import N_, _, ngettext
from game.number_format import listed, percent, percent_range
from game.ship.ship import Outcome
from game.simulation.census_result import Census, CourseShare, Tally, tell_sharing
from game.simulation.track import Track

MOST, QUARTERS = 7, 4
"""Up to so many steps of the hump are read out, and of more only these parts of it."""


@dataclass(frozen=True, slots=True)
class CensusChart:
    """The census as a grid, and its hump.

    share, shared: of your own course orders, and of those that taught or shared, 0 to 1. over:
    whether your voyage has ended. you: None where nobody has sailed.
    """

    census: Census
    share: float = 0.0
    shared: float = 0.0
    you: Track | None = None
    over: bool = False
    name = "captains"
    title = N_("Every captain")

    @property
    def headline(self) -> str:
        return self.census.sentence_for(self.share) if self.you else self.census.sentence

    @property
    def total(self) -> str:
        """How many came in of all that were counted, or drawn."""
        arrived = percent(self.census.tally.arrived)
        return _("Of {voyages}, {arrived} arrived.", voyages=note_of(self.census), arrived=arrived)

    @property
    def yours(self) -> str:
        cell = self.census.at_mix(self.share, self.shared)
        return _(
            "You gave {share} course orders and {shared} that taught or shared; of all who did, "
            "{arrived} arrived.",
            share=percent(self.share),
            shared=percent(self.shared),
            arrived=percent(cell.tally.arrived) + _interval(cell.tally),
        )

    @property
    def alt(self) -> str:
        """The finding in a few figures; the grid has too many of them to be read out."""
        lines = [self.total]
        if self.census.by_course_share:
            mine = self.census.at(self.share) if self.you else self.census.best
            lines += [_read_hump(self.census), _read_sharing(self.census, mine)]
        return "\n".join(filter(None, [*lines, self.yours if self.you else ""]))

    def draw(self, sheet: ChartSheet) -> None:
        if not self.census.by_course_share:
            return
        if self.you is None:
            draw_census(sheet, self.census, ())
            return
        yours = _("you: {fate}", fate=ending_label(self.you, self.over))
        draw_census(sheet, self.census, (((self.share, self.shared), yours),))


@dataclass(frozen=True, slots=True)
class RegattaCensusChart:
    """The same grid, with the ring of every ship of a regatta, and none by name.

    ships: as the crews of a convoy.
    """

    census: Census
    ships: tuple[tuple[Track, float, float], ...]
    name = "regatta-captains"
    title = N_("Every captain")

    @property
    def headline(self) -> str:
        return f"{self.census.sentence} {self._told}."

    @property
    def alt(self) -> str:
        on = Counter(
            (percent(cell.course), percent(cell.shared))
            for _track, *shares in self.ships
            for cell in [self.census.at_mix(*shares)]
        )
        told = (
            ngettext(
                "{count} ship at {share} course orders and {shared} that taught or shared",
                "{count} ships at {share} course orders and {shared} that taught or shared",
                count,
                share=share,
                shared=shared,
            )
            for (share, shared), count in on.items()
        )
        return f"{self.headline} {'; '.join(told)}."

    def draw(self, sheet: ChartSheet) -> None:
        if not self.census.by_course_share:
            return
        cells = (self.census.at_mix(*shares) for _track, *shares in self.ships)
        mixes = dict.fromkeys((cell.course, cell.shared) for cell in cells)
        draw_census(sheet, self.census, [(mix, self._told) for mix in mixes])

    @property
    def _told(self) -> str:
        came_in = sum(track.outcome is Outcome.ARRIVED for track, *_shares in self.ships)
        return _("Here {some} of {all} arrived", some=came_in, all=len(self.ships))


@dataclass(frozen=True, slots=True)
class ConvoyCensusChart:
    """The same grid, for all crews of a convoy: they had the same sea.

    crews: each with its shares of course orders, and of those that taught or shared.
    """

    census: Census
    crews: tuple[tuple[Track, float, float], ...]
    name = "convoy-captains"
    title = N_("Every captain")

    @property
    def headline(self) -> str:
        return self.census.sentence

    @property
    def alt(self) -> str:
        shares = (
            _(
                "{crew} gave {share} course orders and {shared} that taught or shared",
                crew=track.captain,
                share=percent(share),
                shared=percent(shared),
            )
            for track, share, shared in self.crews
        )
        return f"{self.headline} {'; '.join(shares)}."

    def draw(self, sheet: ChartSheet) -> None:
        """The cells that crews stand on ringed, with their names."""
        if not self.census.by_course_share:
            return
        on: dict[tuple[float, float], list[Track]] = {}
        for track, *shares in self.crews:
            cell = self.census.at_mix(*shares)
            on.setdefault((cell.course, cell.shared), []).append(track)
        marks = []
        for mix, tracks in on.items():
            came_in = [track.outcome is Outcome.ARRIVED for track in tracks]
            arrived = (
                _("{some} of {all} arrived", some=sum(came_in), all=len(tracks))
                if any(came_in)
                else _("none arrived")
            )
            names = listed([track.captain for track in tracks])
            marks.append((mix, f"{names}: {arrived}"))
        draw_census(sheet, self.census, marks, NAMES)


def _read_hump(census: Census) -> str:
    """How many arrived along the hump; of a long one at its ends, its quarters and the best."""
    told = [row.share for row in census.by_course_share]
    if len(told) > MOST:
        quarters = {census.at(step / QUARTERS).share for step in range(QUARTERS + 1)}
        told = sorted(quarters | {census.best.share})
    rows = "; ".join(
        _("at {share}, {arrived}", share=percent(share), arrived=percent(tally.arrived))
        + _interval(tally)
        for share in told
        for tally in [census.at(share).tally]
    )
    return _("By share of course orders, so many arrived: {rows}.", rows=rows)


def _read_sharing(census: Census, told: CourseShare | None) -> str:
    """What teaching and sharing brought to the best mix; told: of which mix it is known already."""
    best = census.best
    if best is told or best.shared is None or best.unshared is None:
        return ""
    return _(
        "Of those with {share} course orders: {sharing}",
        share=percent(best.share),
        sharing=tell_sharing(best),
    )


def _interval(tally: Tally) -> str:
    found = tally.interval
    if found is None:
        return ""
    return f" ({percent_range(found.low, found.high)})"
