"""How a wake ends, in a few words for a label and in a sentence."""

from __future__ import annotations

from game.i18n import N_, _, ngettext
from game.ship.ship import Outcome
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.wake import Track


def name_of(track: Track) -> str:
    """Whose it is; a ghost by the one kind of order that it gave: all sails is not full sail."""
    names = {ALL_COURSE.name: N_("course-only"), ALL_SAILS.name: N_("sails-only")}
    return _(names.get(track.captain, track.captain))


def watches_of(track: Track) -> int:
    """How many watches were sailed."""
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
    told = {
        Outcome.ARRIVED: N_("arrived in watch {watch}"),
        Outcome.FOUNDERED: N_("foundered in watch {watch}"),
        Outcome.MUTINY: N_("mutiny in watch {watch}"),
        Outcome.HARBOUR: N_("turned back in watch {watch}"),
    }
    return _(told[track.outcome], watch=sailed)


def yours_told(track: Track, over: bool = True) -> str:
    """How your voyage ended, or that it has not; over: whether it has."""
    sailed = watches_of(track)
    if not over:
        return ngettext(
            "You are still at sea after {count} watch.",
            "You are still at sea after {count} watches.",
            sailed,
        )
    told = {
        Outcome.ARRIVED: N_("You arrived in watch {watch}."),
        Outcome.FOUNDERED: N_("You foundered in watch {watch}."),
        Outcome.MUTINY: N_("You ended in mutiny in watch {watch}."),
        Outcome.ADRIFT: N_("You never arrived."),
        Outcome.HARBOUR: N_("You turned back in watch {watch} and did not reach port."),
    }
    return _(told[track.outcome], watch=sailed)


def ghosts_told(track: Track) -> str:
    """How a ghost ended, as a part of a sentence."""
    told = {
        Outcome.ARRIVED: N_("the {ghost} ship arrived in watch {watch}"),
        Outcome.FOUNDERED: N_("the {ghost} ship foundered in watch {watch}"),
        Outcome.MUTINY: N_("the {ghost} ship ended in mutiny in watch {watch}"),
        Outcome.ADRIFT: N_("the {ghost} ship never arrived"),
        Outcome.HARBOUR: N_("the {ghost} ship turned back in watch {watch} and did not reach port"),
    }
    return _(told[track.outcome], ghost=name_of(track), watch=watches_of(track))
