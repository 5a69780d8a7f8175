"""How a wake is named and drawn, on every chart alike, and how its end is written."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.charts.drawing.chart_sheet import LineStyle
from game.debrief.charts.drawing.chart_style import Inks
from game.i18n import N_, _, ngettext
from game.ship.ship import Outcome
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.single_voyage import YOU
from game.simulation.track import Track

YOURS = {
    Outcome.ARRIVED: N_("You arrived in watch {watch}."),
    Outcome.FOUNDERED: N_("You foundered in watch {watch}."),
    Outcome.MUTINY: N_("You ended in mutiny in watch {watch}."),
    Outcome.ADRIFT: N_("You never arrived."),
    Outcome.HARBOUR: N_("You turned back in watch {watch} and did not reach port."),
}
GHOSTS = {
    Outcome.ARRIVED: N_("the {ghost} ship arrived in watch {watch}"),
    Outcome.FOUNDERED: N_("the {ghost} ship foundered in watch {watch}"),
    Outcome.MUTINY: N_("the {ghost} ship ended in mutiny in watch {watch}"),
    Outcome.ADRIFT: N_("the {ghost} ship never arrived"),
    Outcome.HARBOUR: N_("the {ghost} ship turned back in watch {watch} and did not reach port"),
}
LABELS = {
    Outcome.ARRIVED: N_("arrived in watch {watch}"),
    Outcome.FOUNDERED: N_("foundered in watch {watch}"),
    Outcome.MUTINY: N_("mutiny in watch {watch}"),
    Outcome.HARBOUR: N_("turned back in watch {watch}"),
}


def line_style_of(captain: str, inks: Inks) -> LineStyle:
    """Yours widest; course a solid line with a triangle, sails a dashed one with a square."""
    styles = {
        YOU: LineStyle(inks.text, "-", "o", 0.22),
        ALL_COURSE.name: LineStyle(inks.course, "-", "^", 0.1),
        ALL_SAILS.name: LineStyle(inks.sails, "--", "s", 0.1),
    }
    return styles.get(captain, LineStyle(inks.better, ":", "D", 0.14))


def name_of(track: Track) -> str:
    """Whose it is; a ghost by the one kind of order that it gave: all sails is not full sail."""
    names = {ALL_COURSE.name: N_("course-only"), ALL_SAILS.name: N_("sails-only")}
    return _(names.get(track.captain, track.captain))


def headed_by(track: Track) -> str:
    """The same at the head of a line."""
    name = name_of(track)
    return f"{name[:1].upper()}{name[1:]}"


def watches_of(track: Track) -> int:
    return len(track.progress) - 1


def ending_label(track: Track, over: bool = True) -> str:
    """How it ended, for a label; over: whether it has."""
    sailed = watches_of(track)
    if not over:
        return ngettext(
            "still at sea after {count} watch", "still at sea after {count} watches", sailed
        )
    if track.outcome is Outcome.ADRIFT:
        return ngettext("adrift after {count} watch", "adrift after {count} watches", sailed)
    return _(LABELS[track.outcome], watch=sailed)


def describe_yours(track: Track, over: bool) -> str:
    """How your voyage ended, as a sentence; over: whether it has."""
    if over:
        return _(YOURS[track.outcome], watch=watches_of(track))
    return ngettext(
        "You are still at sea after {count} watch.",
        "You are still at sea after {count} watches.",
        watches_of(track),
    )


def describe_ghosts(tracks: Sequence[Track], between: str) -> str:
    """How ghosts ended, as a sentence without its full stop."""
    held = ({"ghost": name_of(track), "watch": watches_of(track)} for track in tracks)
    ends = (_(GHOSTS[t.outcome], **each) for t, each in zip(tracks, held, strict=True))
    ghosts = between.join(ends)
    return f"{ghosts[:1].upper()}{ghosts[1:]}"


def describe_progress(name: str, track: Track, over: bool) -> str:
    """How a wake ended, and the way it made, watch by watch."""
    progress = ", ".join(f"{made:.0f}" for made in track.progress)
    held = {"captain": name, "fate": ending_label(track, over), "progress": progress}
    return _("{captain}: {fate}; progress {progress} %.", **held)
