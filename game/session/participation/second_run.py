"""A second run: everybody sails once more, in another sea; what was sailed before is kept."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _
from game.session.participation.records import Run
from game.session.regatta import sail_by_mate
from game.session.session import Crew, Pace, Phase, Session
from game.simulation.single_voyage import sail_orders
from game.voyage.flow import Flow
from game.voyage.voyage import Refused, new_voyage


def sail_again(flow: Flow, session: Session, watch: int, now: float) -> Session | Refused:
    """The room under way once more, from this watch on; what came before it is given again.

    In the other sea the old orders lead elsewhere; where one of them cannot be given any more, or
    would lose the ship before the watch, the mate sails her there.
    """
    if session.pace is None or session.phase is not Phase.DEBRIEF:
        return Refused(_("sail again from the debrief of a regatta"))
    if session.paused is not None:
        return Refused(_("the session is paused: go on first"))
    if not 1 <= watch <= flow.scenario.ahead(flow.scenario.first_watch):
        return Refused(_("there is no such watch"))
    seed = session.seed + 1
    crews = tuple(_set_out(flow, crew, seed, watch - 1) for crew in session.crews)
    seats = {id: replace(seat, answer=None) for id, seat in session.seats.items()}
    cast_off = now if session.cast_off is None else session.cast_off
    again = replace(session, seed=seed, crews=crews, seats=seats, phase=Phase.UNDER_WAY, page=0)
    at = watch if session.pace is Pace.WATCH else 0
    return replace(again, watch=at, poll=None, pairs=None, ends=None, cast_off=cast_off)


def _set_out(flow: Flow, crew: Crew, seed: int, watches: int) -> Crew:
    """A ship after so many watches in another sea."""
    start = new_voyage(flow.scenario, seed)
    earlier = (*crew.earlier, Run(crew.voyage, crew.by_mate))
    fresh = Crew(crew.number, crew.name, start, earlier=earlier)
    legs = sail_orders(flow, start, crew.voyage.gave[:watches])
    voyage = legs[-1].voyage if legs else start
    if voyage.outcome is None and len(voyage.sailed) == watches:
        by_mate = tuple(number for number in crew.by_mate if number <= watches)
        return replace(fresh, voyage=voyage, by_mate=by_mate)
    return replace(sail_by_mate(flow, fresh, watches), events=())
