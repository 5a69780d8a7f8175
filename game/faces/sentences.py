"""What a debrief says, in sentences: one or two for each of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from game.faces.words import HOW_IT_ENDED, percent
from game.insight.captains import ALL_COURSE, ALL_SAILS
from game.insight.census import Limit, Method
from game.insight.debrief import BEST, EARLIER, Debrief
from game.insight.lessons import Asked, Practice
from game.insight.sailing import YOU
from game.insight.wake import Track
from game.ship.attention import Kind
from game.ship.ship import Outcome
from game.tongue import N_, _, ngettext

NO_BETTER = N_("No single order, given otherwise, would have gained anything.")
NEEDS = N_(
    "Sails are needed when wind outgrows canvas or the ship is worn; course, when she strays "
    "or the crew loses heart."
)
ODDS = N_("Odds are the share that arrives of all voyages still open to you.")
SHIPS = {
    YOU: N_(
        "Your ship {ended} after {count} watches: progress {way} %, stability {stability:.0f}."
    ),
    EARLIER: N_(
        "Your earlier ship {ended} after {count} watches: "
        "progress {way} %, stability {stability:.0f}."
    ),
    ALL_COURSE.name: N_(
        "With course orders alone she {ended} after {count} watches: "
        "progress {way} %, stability {stability:.0f}."
    ),
    ALL_SAILS.name: N_(
        "With sails orders alone she {ended} after {count} watches: "
        "progress {way} %, stability {stability:.0f}."
    ),
    BEST: N_(
        "With both she {ended} after {count} watches: progress {way} %, stability {stability:.0f}."
    ),
}
STOPPED = {
    Limit.VOYAGES: N_("there are too many"),
    Limit.MEMORY: N_("they would not fit in memory"),
    Limit.SECONDS: N_("it would take too long"),
}


def track_told(debrief: Debrief) -> str:
    """How your ship fared, and her ghosts in the same weather."""
    fared = {track.captain: _fared(track) for track in debrief.tracks}
    told = ngettext(
        "Your ship {yours} after {count} watches. In the same weather, with course orders alone "
        "she {course}; with sails orders alone she {sails}; with both she {both}.",
        "Your ship {yours} after {count} watches. In the same weather, with course orders alone "
        "she {course}; with sails orders alone she {sails}; with both she {both}.",
        len(debrief.watches),
        yours=fared[YOU],
        course=fared[ALL_COURSE.name],
        sails=fared[ALL_SAILS.name],
        both=fared[BEST],
    )
    if EARLIER not in fared:
        return told
    return told + " " + _("Your earlier voyage: she {fared}.", fared=fared[EARLIER])


def wake_told(track: Track) -> str:
    """One of these ships by itself, with her figures."""
    return _(
        SHIPS[track.captain],
        ended=_ended(track),
        count=len(track.progress) - 1,
        way=_way(track),
        stability=track.stability[-1],
    )


def _fared(track: Track) -> str:
    arrived = track.outcome is Outcome.ARRIVED
    if arrived:
        return _(HOW_IT_ENDED[track.outcome])
    return _("{ended} at {way} %", ended=_ended(track), way=_way(track))


def _ended(track: Track) -> str:
    """How it ended, to be followed by where or when."""
    ended = _(HOW_IT_ENDED[track.outcome])
    return f"{ended}," if "," in ended else ended


def _way(track: Track) -> int:
    """How far she came, in percent; 100 only in port."""
    made = round(track.progress[-1])
    return made if track.outcome is Outcome.ARRIVED else min(99, made)


def yours_told(debrief: Debrief) -> str:
    """Where you stand among all captains."""
    row = debrief.census.at(debrief.course_share)
    return _(
        "You gave {share} course orders; of all who did, {arrived} arrived.",
        share=percent(debrief.course_share),
        arrived=percent(row.tally.arrived),
    )


def counted_told(debrief: Debrief) -> str:
    """How the numbers of the census came about."""
    census = debrief.census
    if census.method is Method.EXHAUSTIVE:
        return _("Every voyage was counted; nothing is estimated.")
    why = _(STOPPED.get(census.limit, N_("there are too many")))
    return _("Not every voyage was counted, because {why}; these are drawn at random.", why=why)


def missed_told(debrief: Debrief) -> str:
    """Which needs got nothing."""
    parts = [
        _watches(kind, [asked.number for asked in debrief.asked if _missed(asked, kind)])
        for kind in (Kind.COURSE, Kind.SAILS)
        if any(_missed(asked, kind) for asked in debrief.asked)
    ]
    if not parts:
        return _("No pressing need went unanswered.")
    missed = sum(asked.missed for asked in debrief.asked)
    return ngettext(
        "In {count} of {watches} watches you left a pressing need unanswered: {needs}.",
        "In {count} of {watches} watches you left a pressing need unanswered: {needs}.",
        missed,
        watches=len(debrief.asked),
        needs=_(" and ").join(parts),
    )


def odds_told(debrief: Debrief) -> str:
    """Where the odds fell most."""
    number = debrief.costliest
    if not number:
        return _("No order of yours made it noticeably less likely that you would arrive.")
    before, after = (odds.tally.arrived for odds in debrief.odds[number - 1 : number + 1])
    return _(
        "Your order in watch {watch} cost most: from {before} to {after} odds of port.",
        watch=number,
        before=percent(before),
        after=percent(after),
    )


def practices_told(debrief: Debrief, kind: Kind, used: bool) -> str:
    """The practices of one kind that were used, with how often, or that were open and were not."""
    named = [
        _times(practice)
        for practice in debrief.practices
        if practice.kind is kind and bool(practice.used) is used
    ]
    return ", ".join(named)


def _times(practice: Practice) -> str:
    """A practice, with how often it was used if that was more than once."""
    name, used = _(practice.name), practice.used
    if used < 2:
        return name
    return ngettext("{practice} {count} time", "{practice} {count} times", used, practice=name)


def _missed(asked: Asked, kind: Kind) -> bool:
    return asked.missed and asked.asked is kind


def _watches(kind: Kind, numbers: Sequence[int]) -> str:
    *some, last = map(str, numbers)
    if not some:
        return _("{kind} in watch {watch}", kind=kind.word, watch=last)
    held = {"kind": kind.word, "watches": ", ".join(some), "last": last}
    return _("{kind} in watches {watches} and {last}", **held)
