"""Advice: whose voyage is over is taken aboard another ship, and says what they would order.

Her captain sees it after the own order, so that it anchors nobody. The same holds for the crews of
a convoy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from game.i18n import _
from game.session.commands import Advise
from game.session.participation.records import Advice
from game.session.session import Crew, Seat, Session
from game.voyage.flow import Flow
from game.voyage.step import refusal
from game.voyage.voyage import Refused, Voyage


def was_over(session: Session, crew: Crew) -> bool:
    """Whether a voyage was over as this watch, or this decision, began."""
    if session.pace:
        return crew.voyage.outcome is not None and len(crew.voyage.sailed) < session.watch
    shown = session.shown
    return shown is not None and shown.before[crew.number - 1].outcome is not None


def host_of(session: Session, crew: Crew) -> Crew | None:
    """The ship that a crew is aboard of in this watch; None if it has its own, or none is left."""
    return hosts_of(session).get(crew.number) if crew.voyage.outcome else None


def hosts_of(session: Session) -> Mapping[int, Crew]:
    """The ships that guests are aboard of, by the guests' own numbers.

    They are dealt out evenly, and stay where they are until the watch is over.
    """
    is_shared = session.watch_is_open if session.pace else session.shown is not None
    if not is_shared:
        return {}
    over = [crew.number for crew in session.crews if was_over(session, crew)]
    afloat = [crew for crew in session.crews if _takes_guests(session, crew)]
    return {guest: afloat[at % len(afloat)] for at, guest in enumerate(over)} if afloat else {}


def _takes_guests(session: Session, crew: Crew) -> bool:
    """At sea in the watch that all look at since it began: a late ship is catching up, and one that
    has just come would take guests from others.
    """
    if was_over(session, crew):
        return False
    is_abreast = len(crew.voyage.sailed) >= session.watch - 1
    return session.pace is None or (is_abreast and crew.joined < session.watch)


def voyage_in_watch(session: Session, host: Crew) -> Voyage:
    """A ship of a regatta as the open watch finds her, whether or not she has sailed it."""
    is_behind = len(host.voyage.sailed) < session.watch
    return host.voyage if is_behind or host.before is None else host.before


def advise(flow: Flow, session: Session, seat: Seat, command: Advise) -> Session | Refused:
    """A guest's advice. One a watch and no other after it: the same one again is a repeat."""
    if said := given_by(session, seat.crew, command.watch):
        return session if said.order == command.order else Refused(_("your advice is in already"))
    host = host_of(session, session.crews[seat.crew - 1])
    if host is None or command.watch != session.watch:
        return Refused(_("this watch is not open"), passes=True)
    if session.paused is not None:
        return Refused(_("the session is paused"), passes=True)
    if refused := refusal(flow.scenario, voyage_in_watch(session, host), command.order):
        return refused
    advice = Advice(seat.crew, command.watch, command.order)
    return session.with_crew(replace(host, advice=(*host.advice, advice)))


def given_by(session: Session, crew: int, watch: int) -> Advice | None:
    """What a crew has advised in this watch, whichever ship it was aboard of."""
    each = (advice for host in session.crews for advice in host.advice)
    return next((one for one in each if (one.by, one.watch) == (crew, watch)), None)


def advice_for(crew: Crew, watch: int) -> Counter[str]:
    """What guests have advised in a watch of this ship: how many, by order."""
    return Counter(advice.order for advice in crew.advice if advice.watch == watch)
