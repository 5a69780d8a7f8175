"""What a regatta as a whole has shown: guessed and given, the poll, alone and in pairs, two runs.

Pages of words and numbers, none about a single person; what the mate ordered is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from game.debrief.debrief import share_of
from game.debrief.needs_and_practices import needed_and_given
from game.debrief.pages import DebriefPage, Note, PageId
from game.i18n import _, ngettext, number
from game.number_format import percent
from game.session.participation.poll import poll_view
from game.session.session import Crew, Session
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.single_voyage import retrace
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

LEAST = 3
"""Of fewer captains nothing is said about the room: it would be about somebody."""


@dataclass(frozen=True, slots=True)
class Met:
    """Of the pressing needs in some watches, how many were met."""

    met: int
    of: int

    def __add__(self, other: Met) -> Met:
        return Met(self.met + other.met, self.of + other.of)

    @property
    def told(self) -> str:
        return _("{met} of {count} pressing needs met", met=self.met, count=self.of)


def room_findings(flow: Flow, session: Session) -> list[DebriefPage]:
    """The pages that there is something to say on."""
    found = (
        _guessed(flow, session),
        _polled(session),
        _paired(flow, session),
        _runs(flow, session),
    )
    return [page for page in found if page]


def together_page(found: Sequence[DebriefPage]) -> DebriefPage:
    """All of them on one page, for a wall and for paper."""
    notes = tuple(
        Note(" ".join(filter(None, (page.lead, *(note.line for note in page.notes)))), page.title)
        for page in found
    )
    few = "" if found else _("Fewer than three captains have said anything: it stays theirs.")
    return DebriefPage(PageId.GUESSED, _("Guessed, thought, learnt"), few, notes=notes)


def guessed_and_given(flow: Flow, crew: Crew, guess: int) -> DebriefPage:
    """One captain's guess against the orders given; in the first run, of the captain's own."""
    gave = list(_own_kinds(flow, *_first(crew)))
    lead = _(
        "You guessed that {guess} of your orders would set the course. Of the {all} that you gave, "
        "{given} did.",
        guess=guess,
        all=len(gave),
        given=gave.count(Kind.COURSE),
    )
    return DebriefPage(PageId.GUESSED, _("Guessed and given"), lead)


def two_runs(flow: Flow, crews: Sequence[Crew]) -> DebriefPage:
    """The first run beside the last: what arrived, what was met, how the orders were mixed."""
    firsts = [(crew.earlier[0].voyage, crew.earlier[0].by_mate) for crew in crews]
    lasts = [(crew.voyage, crew.by_mate) for crew in crews]
    rows = [(_("First run"), firsts), (_("Last run"), lasts)]
    notes = tuple(Note(_run_told(flow, runs), name) for name, runs in rows)
    lead = _("Two seas, the same ships: a difference may be the sea's as well as yours.")
    return DebriefPage(PageId.RUNS, _("Did we learn?"), lead, notes=notes)


def mix_of(flow: Flow, voyage: Voyage) -> tuple[float, float]:
    """The shares of course orders, and of those that taught or shared; 0 to 1."""
    sail = retrace(flow, voyage)
    return share_of(sail, Kind.COURSE), share_of(sail, Kind.TEACH, Kind.BOTH)


def _run_told(flow: Flow, runs: Sequence[tuple[Voyage, tuple[int, ...]]]) -> str:
    arrived = sum(voyage.outcome is Outcome.ARRIVED for voyage, _mates in runs)
    course = mean(mix_of(flow, voyage)[0] for voyage, _mates in runs)
    met = sum((_met(flow, voyage, mates) for voyage, mates in runs), Met(0, 0))
    told = ngettext(
        "{arrived} of {count} ship arrived",
        "{arrived} of {count} ships arrived",
        len(runs),
        arrived=arrived,
    )
    shared = _("{share} of the orders set the course", share=percent(course))
    return f"{told}; {met.told}; {shared}."


def _guessed(flow: Flow, session: Session) -> DebriefPage | None:
    pairs = []
    for seat in session.seats.values():
        gave = list(_own_kinds(flow, *_first(session.crews[seat.crew - 1])))
        if seat.guess is not None and gave:
            pairs.append((seat.guess, gave.count(Kind.COURSE)))
    if len(pairs) < LEAST:
        return None
    guessed, given = (mean(column) for column in zip(*pairs, strict=True))
    over, under = (sum(test) for test in zip(*((g > c, g < c) for g, c in pairs), strict=True))
    lead = _(
        "{count} captains guessed on average that {guessed} of their orders would set the course. "
        "{given} did.",
        count=len(pairs),
        guessed=number(guessed, ".1f"),
        given=number(given, ".1f"),
    )
    notes = (
        Note(_("Fewer course orders than guessed: {count}.", count=over)),
        Note(_("More course orders than guessed: {count}.", count=under)),
        Note(_("As guessed: {count}.", count=len(pairs) - over - under)),
    )
    return DebriefPage(PageId.GUESSED, _("The room: guessed and given"), lead, notes=notes)


def _polled(session: Session) -> DebriefPage | None:
    view = poll_view(session)
    if view is None or view.middle is None or view.arrived is None:
        return None
    lead = _(
        "The room thought that {middle} of {ships} would arrive (half of you said {low} to "
        "{high}). {arrived} did.",
        middle=view.middle,
        ships=view.ships,
        low=view.low,
        high=view.high,
        arrived=view.arrived,
    )
    return DebriefPage(PageId.POLLED, _("How many of us would arrive?"), lead)


def _paired(flow: Flow, session: Session) -> DebriefPage | None:
    """What was met alone and in pairs, by those ships that sailed both."""
    if session.pairs is None:
        return None
    since = session.pairs.since
    numbers = {number for group in session.pairs.groups for number in group}
    crews = [crew for crew in session.crews if crew.number in numbers]
    sides = [(_("Alone"), range(1, since)), (_("In pairs"), range(since, 1000))]
    if len(crews) < LEAST or since == 1:
        return None
    notes = []
    for name, watches in sides:
        met = sum((_met(flow, crew.voyage, crew.by_mate, watches) for crew in crews), Met(0, 0))
        notes.append(Note(f"{met.told}.", name))
    lead = _(
        "From watch {watch} on you talked two by two. The watches were others, too: so this "
        "compares what the sea asked for with what you gave, and not who arrived.",
        watch=since,
    )
    return DebriefPage(PageId.PAIRED, _("Alone and in pairs"), lead, notes=tuple(notes))


def _runs(flow: Flow, session: Session) -> DebriefPage | None:
    crews = [crew for crew in session.crews if crew.earlier and crew.voyage.sailed]
    return two_runs(flow, crews) if len(crews) >= LEAST else None


def _met(flow: Flow, voyage: Voyage, mates: Sequence[int], watches: range = range(1, 1000)) -> Met:
    pressed = [
        asked
        for asked in needed_and_given(retrace(flow, voyage))
        if asked.presses and asked.number in watches and asked.number not in mates
    ]
    return Met(sum(not asked.missed for asked in pressed), len(pressed))


def _first(crew: Crew) -> tuple[Voyage, tuple[int, ...]]:
    """The first run's voyage, and its watches under the mate."""
    first = crew.earlier[0] if crew.earlier else crew
    return first.voyage, first.by_mate


def _own_kinds(flow: Flow, voyage: Voyage, mates: Sequence[int]) -> Iterator[Kind]:
    """The kinds of the orders that the captain gave."""
    given = zip(voyage.sailed, voyage.gave, strict=True)
    for at, (watch, order) in enumerate(given, 1):
        if at not in mates:
            yield flow.scenario.watches[watch].orders[order].kind
