"""A debrief, told in plain lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.faces.words import HOW_IT_ENDED, wrapped
from game.insight.debrief import Debrief
from game.insight.lessons import Asked
from game.insight.wake import Track

NO_BETTER = "No single order, given otherwise, would have gained anything."


def told(debrief: Debrief) -> Iterator[str]:
    """The five screens in words, then what to talk about; at most 80 columns."""
    for line in _told(debrief):
        yield from wrapped(line)


def _told(debrief: Debrief) -> Iterator[str]:
    yield f"{debrief.title} {debrief.version}, seed {debrief.seed}"
    if not debrief.over:
        yield "The voyage is not over; she is taken as adrift where she lies."
    yield ""
    yield "1. The track"
    yield from (f"   {_wake(track)}" for track in debrief.tracks)
    yield ""
    yield "2. Every captain"
    yield f"   {debrief.census.sentence} Your share was {100 * debrief.course_share:.0f} %."
    odds = ", ".join(f"{100 * odds.tally.arrived:.0f} %" for odds in debrief.odds)
    yield f"   Still to be reached as each watch began, and at the end: {odds}."
    yield ""
    yield "3. Needed and given"
    yield from (f"   {_asked(asked)}" for asked in debrief.asked)
    yield ""
    yield "4. The one watch"
    yield f"   {debrief.one_watch.sentence if debrief.one_watch else NO_BETTER}"
    yield ""
    yield "5. One question"
    yield f"   {debrief.ask or 'What would you do differently?'}"
    yield from (f"   - {question}" for question in debrief.questions)
    yield ""
    yield f"Practices used: {_named(p.name for p in debrief.practices if p.used)}."
    yield f"Open to you, and never used: {_named(p.name for p in debrief.practices if not p.used)}."


def _wake(track: Track) -> str:
    watches = len(track.progress) - 1
    return (
        f"{track.captain}: {HOW_IT_ENDED[track.outcome]} after {watches} watches, "
        f"progress {track.progress[-1]:.0f} %, stability {track.stability[-1]:.0f}"
    )


def _asked(asked: Asked) -> str:
    given = ", ".join(
        f"{name} {share:.1f}"
        for name, share in (
            ("course", asked.given.leading),
            ("sails", asked.given.managing),
            ("teaching", asked.given.teaching),
        )
        if share
    )
    missed = f". Missed: {asked.asked}" if asked.missed else ""
    needed = f"course {asked.needed.leading:.1f}, sails {asked.needed.managing:.1f}"
    return f"Watch {asked.number}: needed {needed}; given {given}{missed}"


def _named(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
