"""A debrief, told in plain lines: its five parts, then what to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from game.faces.sentences import (
    NEEDS,
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
from game.insight.lessons import PRESSING, Asked
from game.ship.attention import Effort, Kind
from game.tongue import N_, _

SCALE = N_("In numbers: 0 is no need at all, {pressing:.2f} is pressing, 1 is urgent.")


def told(debrief: Debrief) -> Iterator[str]:
    """All of it, with its title; at most 80 columns."""
    seed = _("seed {seed}", seed=debrief.seed)
    yield from wrapped(f"{debrief.title} {debrief.version}, {seed}")
    if not debrief.over:
        yield from wrapped(_("The voyage is not over; she is taken as adrift where she lies."))
    for line in parts(debrief):
        yield from wrapped(line)


def parts(debrief: Debrief) -> Iterator[str]:
    """The parts in their order, a sentence or two a line, as long as they come."""
    told = {
        _("1. The track"): _track(debrief),
        _("2. Every captain"): _captains(debrief),
        _("3. Needed and given"): _needs(debrief),
        _("4. The one watch"): _one_watch(debrief),
        _("5. One question"): iter([debrief.ask or _(ASK)]),
        _("Then talk"): _talk(debrief),
    }
    for title, lines in told.items():
        yield ""
        yield f"{title}."
        yield from lines


def _track(debrief: Debrief) -> Iterator[str]:
    yours, *others = debrief.tracks
    yield wake_told(yours)
    yield _("Other ships, in the same weather:")
    yield from map(wake_told, others)


def _captains(debrief: Debrief) -> Iterator[str]:
    yield debrief.census.sentence
    yield yours_told(debrief)
    yield counted_told(debrief)


def _needs(debrief: Debrief) -> Iterator[str]:
    yield missed_told(debrief)
    yield _(NEEDS)
    yield _(SCALE, pressing=PRESSING)
    for asked, watch in zip(debrief.asked, debrief.watches, strict=True):
        yield _need(asked, watch)


def _need(asked: Asked, watch: Passed) -> str:
    half = _(", for half the watch") if watch.effort is Effort.HALF else ""
    missed = " " + _("Missed: {kind}.", kind=asked.asked.word) if asked.missed else ""
    told = _(
        "Watch {watch}: needed course {course:.1f}, sails {sails:.1f}. You gave {kind}{half}.",
        watch=asked.number,
        course=asked.needed.leading,
        sails=asked.needed.managing,
        kind=watch.kind.word,
        half=half,
    )
    return told + missed


def _one_watch(debrief: Debrief) -> Iterator[str]:
    yield debrief.one_watch.sentence if debrief.one_watch else _(NO_BETTER)
    yield _(ODDS)
    odds = ", ".join(f"{100 * odds.tally.arrived:.0f}" for odds in debrief.odds)
    if debrief.over:
        yield _("Odds of port in percent, as each watch began, and at the end: {odds}.", odds=odds)
    else:
        yield _("Odds of port in percent, as each watch began: {odds}.", odds=odds)
    yield odds_told(debrief)


def _talk(debrief: Debrief) -> Iterator[str]:
    yield from map(_, BLOCKS)
    yield from debrief.questions
    yield _("Practices used, and how often:")
    yield from _practices(debrief, used=True)
    yield _("Practices open to you, and never used:")
    yield from _practices(debrief, used=False)


def _practices(debrief: Debrief, used: bool) -> Iterator[str]:
    for kind in (Kind.COURSE, Kind.SAILS, Kind.TEACH):
        named = practices_told(debrief, kind, used) or _("none")
        yield _("{kind}: {practices}.", kind=kind.word.capitalize(), practices=named)
