"""The guess: of all your orders, how many will set the course? Asked before the first of them."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _
from game.session.commands import Guess
from game.session.session import Crew, Phase, Seat, Session
from game.voyage.flow import Flow
from game.voyage.voyage import Refused


def orders_ahead(flow: Flow) -> int:
    """The most orders that a voyage can have."""
    return flow.scenario.ahead(flow.scenario.first_watch)


def may_guess(crew: Crew) -> bool:
    """Whether the captain has given no order yet; what the mate gave is not theirs."""
    return len(crew.voyage.gave) == len(crew.by_mate) and not crew.earlier


def guess(flow: Flow, session: Session, seat: Seat, command: Guess) -> Session | Refused:
    """A seat's guess. There is one and no other after it, so the same one again is a repeat."""
    if seat.guess is not None:
        return session if seat.guess == command.count else Refused(_("your guess is in already"))
    if session.phase is Phase.DEBRIEF or not may_guess(session.crews[seat.crew - 1]):
        return Refused(_("the first order is given: now you would know"))
    if command.count > orders_ahead(flow):
        return Refused(_("there are not so many orders"))
    return session.with_seat(replace(seat, guess=command.count))
