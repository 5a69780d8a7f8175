"""What a debrief says, in sentences: one or two for each of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from game.faces.words import HOW_IT_ENDED, percent
from game.insight.captains import ALL_COURSE, ALL_SAILS
from game.insight.census import Limit, Method
from game.insight.debrief import BEST, EARLIER, Debrief
from game.insight.lessons import Asked
from game.insight.sailing import YOU
from game.insight.wake import Track
from game.ship.attention import Kind
from game.ship.ship import Outcome

NO_BETTER = "No single order, given otherwise, would have gained anything."
NEEDS = (
    "Sails are needed when wind outgrows canvas or the ship is worn; course, when she strays "
    "or the crew loses heart."
)
ODDS = "Odds are the share that arrives of all voyages still open to you."
SHIPS = {
    YOU: "Your ship",
    EARLIER: "Your earlier ship",
    ALL_COURSE.name: "With course orders alone she",
    ALL_SAILS.name: "With sails orders alone she",
    BEST: "With both she",
}
STOPPED = {
    Limit.VOYAGES: "there are too many",
    Limit.MEMORY: "they would not fit in memory",
    Limit.SECONDS: "it would take too long",
}


def track_told(debrief: Debrief) -> str:
    """How your ship fared, and her ghosts in the same weather."""
    fared = {track.captain: _fared(track) for track in debrief.tracks}
    told = (
        f"Your ship {fared[YOU]} after {len(debrief.watches)} watches. In the same weather, with "
        f"course orders alone she {fared[ALL_COURSE.name]}; with sails orders alone she "
        f"{fared[ALL_SAILS.name]}; with both she {fared[BEST]}."
    )
    return f"{told} Your earlier voyage: she {fared[EARLIER]}." if EARLIER in fared else told


def wake_told(track: Track) -> str:
    """One of these ships by itself, with her figures."""
    return (
        f"{SHIPS[track.captain]} {_ended(track)} after {len(track.progress) - 1} watches: "
        f"progress {_way(track)} %, stability {track.stability[-1]:.0f}."
    )


def _fared(track: Track) -> str:
    arrived = track.outcome is Outcome.ARRIVED
    return HOW_IT_ENDED[track.outcome] if arrived else f"{_ended(track)} at {_way(track)} %"


def _ended(track: Track) -> str:
    """How it ended, to be followed by where or when."""
    ended = HOW_IT_ENDED[track.outcome]
    return f"{ended}," if "," in ended else ended


def _way(track: Track) -> int:
    """How far she came, in percent; 100 only in port."""
    made = round(track.progress[-1])
    return made if track.outcome is Outcome.ARRIVED else min(99, made)


def yours_told(debrief: Debrief) -> str:
    """Where you stand among all captains."""
    row = debrief.census.at(debrief.course_share)
    return (
        f"You gave {percent(debrief.course_share)} course orders; of all who did, "
        f"{percent(row.tally.arrived)} arrived."
    )


def counted_told(debrief: Debrief) -> str:
    """How the numbers of the census came about."""
    census = debrief.census
    if census.method is Method.EXHAUSTIVE:
        return "Every voyage was counted; nothing is estimated."
    why = STOPPED.get(census.limit, "there are too many")
    return f"Not every voyage was counted, because {why}; these are drawn at random."


def missed_told(debrief: Debrief) -> str:
    """Which needs got nothing."""
    parts = [
        f"{kind} in {_watches(asked.number for asked in debrief.asked if _missed(asked, kind))}"
        for kind in (Kind.COURSE, Kind.SAILS)
        if any(_missed(asked, kind) for asked in debrief.asked)
    ]
    if not parts:
        return "No pressing need went unanswered."
    missed = sum(asked.missed for asked in debrief.asked)
    return (
        f"In {missed} of {len(debrief.asked)} watches you left a pressing need unanswered: "
        f"{' and '.join(parts)}."
    )


def odds_told(debrief: Debrief) -> str:
    """Where the odds fell most."""
    number = debrief.costliest
    if not number:
        return "No order of yours cost the odds of port anything."
    before, after = (odds.tally.arrived for odds in debrief.odds[number - 1 : number + 1])
    return (
        f"Your order in watch {number} cost most: "
        f"from {percent(before)} to {percent(after)} odds of port."
    )


def practices_told(debrief: Debrief, kind: Kind, used: bool) -> str:
    """The practices of one kind that were used, with how often, or that were open and were not."""
    named = [
        f"{practice.name} {practice.used} times" if practice.used > 1 else practice.name
        for practice in debrief.practices
        if practice.kind is kind and bool(practice.used) is used
    ]
    return ", ".join(named)


def _missed(asked: Asked, kind: Kind) -> bool:
    return asked.missed and asked.asked is kind


def _watches(numbers: Iterable[int]) -> str:
    *some, last = map(str, numbers)
    return f"watches {', '.join(some)} and {last}" if some else f"watch {last}"
