"""The poll: how many of us will arrive? Asked by the facilitator, answered once by each seat.

Nobody can spoil it: an answer is a number that could be true, each seat has one, nothing is seen
of them before it is closed, and then the middle one and the middle half, which outliers leave be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.i18n import _
from game.session.commands import Answer
from game.session.participation.records import Poll
from game.session.session import Phase, Seat, Session
from game.ship.ship import Outcome
from game.voyage.voyage import Refused

LEAST = 3
"""Of fewer answers no figures are shown: they would be somebody's."""


@dataclass(frozen=True, slots=True)
class PollView:
    """The poll as all may see it. answers: how many are in.

    low, middle, high: of the middle half, once it is closed and there are enough; else None.
    arrived: how many did, in the debrief.
    """

    ships: int
    is_open: bool
    answers: int
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    arrived: int | None = None


def press_poll(session: Session) -> Session | Refused:
    """Open it, and close it; once a run."""
    if session.pace is None or session.phase not in {Phase.LOBBY, Phase.UNDER_WAY}:
        return Refused(_("the poll is for a regatta that is not over"))
    if session.poll is None:
        if len(session.crews) < LEAST:
            return Refused(_("there are too few ships to ask"))
        return replace(session, poll=Poll())
    if not session.poll.is_open:
        return Refused(_("the poll was held already"))
    return close_poll(session)


def close_poll(session: Session) -> Session:
    """With the poll closed, if one is open."""
    is_open = session.poll is not None and session.poll.is_open
    return replace(session, poll=Poll(len(session.crews))) if is_open else session


def answer(session: Session, seat: Seat, command: Answer) -> Session | Refused:
    """A seat's answer. There is one and no other after it, so the same one again is a repeat."""
    if seat.answer is not None:
        return session if seat.answer == command.count else Refused(_("your answer is in already"))
    if session.poll is None or not session.poll.is_open:
        return Refused(_("no poll is open"), passes=True)
    if command.count > len(session.crews):
        return Refused(_("there are not so many ships"))
    return session.with_seat(replace(seat, answer=command.count))


def poll_view(session: Session) -> PollView | None:
    poll = session.poll
    if poll is None:
        return None
    given = sorted(seat.answer for seat in session.seats.values() if seat.answer is not None)
    if poll.is_open:
        return PollView(len(session.crews), is_open=True, answers=0)
    if len(given) < LEAST:
        return PollView(poll.ships, is_open=False, answers=len(given))
    last = len(given) - 1
    is_told = session.phase is Phase.DEBRIEF
    arrived = sum(crew.voyage.outcome is Outcome.ARRIVED for crew in session.crews)
    return PollView(
        ships=poll.ships,
        is_open=False,
        answers=len(given),
        low=given[round(last / 4)],
        middle=given[round(last / 2)],
        high=given[round(3 * last / 4)],
        arrived=arrived if is_told else None,
    )


def answers_in(session: Session) -> int:
    """How many have answered, for the facilitator."""
    return sum(seat.answer is not None for seat in session.seats.values())
