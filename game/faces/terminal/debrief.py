"""A debrief, told in plain lines: its five parts, then what to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from game.faces.sentences import (
    NO_BETTER,
    ODDS,
    counted_told,
    missed_told,
    odds_told,
    practices_told,
    wake_told,
    yours_told,
)
from game.faces.words import ASK, BLOCKS, wrapped
from game.insight.debrief import Debrief, Passed
from game.insight.lessons import Asked
from game.ship.attention import Effort, Kind


def told(debrief: Debrief) -> Iterator[str]:
    """All of it, with its title; at most 80 columns."""
    yield from wrapped(f"{debrief.title} {debrief.version}, seed {debrief.seed}")
    if not debrief.over:
        yield from wrapped("The voyage is not over; she is taken as adrift where she lies.")
    for line in parts(debrief):
        yield from wrapped(line)


def parts(debrief: Debrief) -> Iterator[str]:
    """The parts in their order, a sentence or two a line, as long as they come."""
    told = {
        "1. The track": _track(debrief),
        "2. Every captain": _captains(debrief),
        "3. Needed and given": _needs(debrief),
        "4. The one watch": _one_watch(debrief),
        "5. One question": iter([debrief.ask or ASK]),
        "Then talk": _talk(debrief),
    }
    for title, lines in told.items():
        yield ""
        yield f"{title}."
        yield from lines


def _track(debrief: Debrief) -> Iterator[str]:
    yours, *others = debrief.tracks
    yield wake_told(yours)
    yield "Other ships, in the same weather:"
    yield from map(wake_told, others)


def _captains(debrief: Debrief) -> Iterator[str]:
    yield debrief.census.sentence
    yield yours_told(debrief)
    yield counted_told(debrief)


def _needs(debrief: Debrief) -> Iterator[str]:
    yield missed_told(debrief)
    for asked, watch in zip(debrief.asked, debrief.watches, strict=True):
        yield _need(asked, watch)


def _need(asked: Asked, watch: Passed) -> str:
    half = ", for half the watch" if watch.effort is Effort.HALF else ""
    missed = f" Missed: {asked.asked}." if asked.missed else ""
    return (
        f"Watch {asked.number}: needed course {asked.needed.leading:.1f}, sails "
        f"{asked.needed.managing:.1f}. You gave {watch.kind}{half}.{missed}"
    )


def _one_watch(debrief: Debrief) -> Iterator[str]:
    yield debrief.one_watch.sentence if debrief.one_watch else NO_BETTER
    odds = ", ".join(f"{100 * odds.tally.arrived:.0f}" for odds in debrief.odds)
    end = ", and at the end" if debrief.over else ""
    yield f"Odds of port in percent, as each watch began{end}: {odds}."
    yield ODDS
    yield odds_told(debrief)


def _talk(debrief: Debrief) -> Iterator[str]:
    yield from BLOCKS
    yield from debrief.questions
    yield "Practices used, and how often:"
    yield from _practices(debrief, used=True)
    yield "Practices open to you, and never used:"
    yield from _practices(debrief, used=False)


def _practices(debrief: Debrief, used: bool) -> Iterator[str]:
    for kind in (Kind.COURSE, Kind.SAILS, Kind.TEACH):
        yield f"{kind.capitalize()}: {practices_told(debrief, kind, used) or 'none'}."
