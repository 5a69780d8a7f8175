"""The regatta: each seat has a ship of its own, all in one sea; the mate gives missing orders."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _, ngettext
from game.session.commands import Join, Order
from game.session.seats import NAME, clean_name, join, no_seat
from game.session.session import Crew, Pace, Phase, Seat, Session
from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import choice
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, Refused, new_voyage

ABSENT = 2
"""Who misses so many watches in a row is sailed by the mate."""


def enter(flow: Flow, session: Session, command: Join) -> Session | Refused:
    """A seat; a new one of a regatta with a ship of its own, as far as the mate would have sailed
    her to the watch that is open. If he would have lost her by then, or be in port, she sails from
    the first watch, and nobody waits for her.
    """
    if session.pace is None or command.seat in session.seats:
        return join(session, command)
    if refused := no_seat(session):
        return refused
    number = len(session.crews) + 1
    start = new_voyage(flow.scenario, session.seed)
    ship = Crew(number, f"Ship-{number:03}", start, joined=session.watch)
    seat = Seat(command.seat, clean_name(command.name, NAME), number)
    met = sail_by_mate(flow, ship, session.watch - 1)
    return session.with_crew(ship if met.voyage.outcome else met).with_seat(seat)


def give_order(flow: Flow, session: Session, seat: Seat, command: Order) -> Session | Refused:
    """The ship of a seat sails her next watch; the same order again is a repeat."""
    crew = session.crews[seat.crew - 1]
    if 1 <= command.watch <= len(crew.voyage.gave):
        return _repeat(session, crew, command)
    if session.paused is not None:
        return Refused(_("the session is paused"), passes=True)
    if not may_order(session, crew) or command.watch > len(crew.voyage.sailed) + 1:
        return Refused(_("this watch is not open"), passes=True)
    voyage, events = step(flow, crew.voyage, Give(command.order))
    if isinstance(events[0], Refused):
        return events[0]
    sailed = replace(
        crew, voyage=voyage, events=tuple(events), before=crew.voyage, by_captain=False, absent=0
    )
    return session.with_crew(sailed).with_seat(replace(seat, gone=False))


def may_order(session: Session, crew: Crew) -> bool:
    """Whether the next watch is open to a ship."""
    if session.phase is not Phase.UNDER_WAY or crew.voyage.outcome is not None:
        return False
    return session.pace is Pace.OWN or len(crew.voyage.sailed) < session.watch


def abreast(session: Session) -> list[Crew]:
    """The ships at sea that the others wait for, or would: not those still catching up."""
    return [crew for crew in session.at_sea if len(crew.voyage.sailed) >= session.watch - 1]


def missing(session: Session) -> list[Crew]:
    """The ships that the open watch waits for: the mate's are not among them."""
    gone = {seat.crew for seat in session.seats.values() if seat.gone}
    return [
        crew
        for crew in abreast(session)
        if may_order(session, crew) and not crew.by_captain and crew.number not in gone
    ]


def cast_off(session: Session, now: float) -> Session | Refused:
    if not session.crews:
        return Refused(_("nobody is aboard yet"))
    return replace(session, phase=Phase.UNDER_WAY, watch=1, cast_off=now)


def open_watch(flow: Flow, session: Session) -> Session | Refused:
    """The next watch, for all; the mate brings his ships up to it."""
    if session.pace is Pace.OWN:
        return Refused(_("all sail at their own pace: open the debrief when it is time"))
    if late := len(missing(session)):
        return Refused(
            ngettext(
                "{count} ship has no order yet: wait, or let the mate give it",
                "{count} ships have no order yet: wait, or let the mate give theirs",
                late,
            )
        )
    along = {crew.number for crew in abreast(session)}
    crews = tuple(
        sail_by_mate(flow, crew, session.watch) if crew.number in along else crew
        for crew in session.crews
    )
    return replace(session, crews=crews, watch=session.watch + 1, ends=None)


def let_mate_give(flow: Flow, session: Session) -> Session | Refused:
    """The mate's order for every ship that is missing; who is absent twice is his from then on."""
    late = {crew.number for crew in missing(session)} if session.watch_is_open else set()
    if not late:
        return Refused(_("no ship waits for an order"))
    crews = tuple(
        _miss(flow, crew, session.watch) if crew.number in late else crew for crew in session.crews
    )
    return replace(session, crews=crews, ends=None)


def _miss(flow: Flow, crew: Crew, watch: int) -> Crew:
    absent = crew.absent + 1
    sailed = sail_by_mate(flow, crew, watch)
    return replace(sailed, absent=absent, by_captain=absent >= ABSENT)


def _repeat(session: Session, crew: Crew, command: Order) -> Session | Refused:
    if command.watch in crew.by_mate:
        return Refused(_("the mate has given the order of this watch"))
    if crew.voyage.gave[command.watch - 1] != command.order:
        return Refused(_("another order was given in this watch"))
    return session


def sail_by_mate(flow: Flow, crew: Crew, watch: int) -> Crew:
    """A ship that has sailed so many watches, the missing ones under the mate."""
    while len(crew.voyage.sailed) < watch and crew.voyage.outcome is None:
        voyage, events = step(flow, crew.voyage, Give(choice(flow, crew.voyage, ADAPTIVE)))
        marked = (*crew.by_mate, len(voyage.sailed))
        crew = replace(
            crew, voyage=voyage, events=tuple(events), before=crew.voyage, by_mate=marked
        )
    return crew
