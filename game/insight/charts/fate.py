"""Fates: how a wake ends, in a few words for a label and in a clause for a sentence."""

from __future__ import annotations

from game.insight.captains import ALL_COURSE, ALL_SAILS
from game.insight.wake import Track
from game.ship.ship import Outcome


def name_of(track: Track) -> str:
    """Whose it is; a ghost by the one kind of order that it gave: all sails is not full sail."""
    return {ALL_COURSE.name: "course-only", ALL_SAILS.name: "sails-only"}.get(
        track.captain, track.captain
    )


def watches_of(track: Track) -> int:
    """How many watches were sailed."""
    return len(track.progress) - 1


def fate(track: Track, over: bool = True) -> str:
    """How it ended, for a label; over: whether it has."""
    sailed = watches_of(track)
    after = f"after {sailed} watch{'es' * (sailed != 1)}"
    if not over:
        return f"still at sea {after}"
    return {
        Outcome.ARRIVED: f"arrived in watch {sailed}",
        Outcome.FOUNDERED: f"foundered in watch {sailed}",
        Outcome.MUTINY: f"mutiny in watch {sailed}",
        Outcome.ADRIFT: f"adrift {after}",
        Outcome.HARBOUR: f"turned back in watch {sailed}",
    }[track.outcome]


def clause(track: Track, over: bool = True) -> str:
    """How it ended, after the captain's name."""
    if not over:
        return f"are {fate(track, over)}"
    told = {
        Outcome.MUTINY: f"ended in {fate(track)}",
        Outcome.ADRIFT: "never arrived",
        Outcome.HARBOUR: f"turned back in watch {watches_of(track)} and did not reach port",
    }
    return told.get(track.outcome, fate(track))
