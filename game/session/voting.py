"""Voting: ballots from phones, counted hands, and what the two add up to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from game.i18n import _
from game.scenario.model.scenario import Scenario
from game.session.commands import Count, Vote
from game.session.participation.advice import host_of
from game.session.seats import OVERTAKEN
from game.session.session import Ballot, Crew, Decision, Phase, Seat, Session
from game.voyage import step
from game.voyage.view import offered_orders
from game.voyage.voyage import Refused

MAX_COUNT = 9999
"""No more hands are counted for an order."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a crew voted. orders: votes by order, those without any too, in the file's order."""

    orders: dict[str, int]

    @property
    def voted(self) -> int:
        return sum(self.orders.values())

    @property
    def leading(self) -> tuple[str, ...]:
        """The orders with the most votes: several in a tie, none if nobody voted."""
        most = max(self.orders.values(), default=0)
        return tuple(order for order, votes in self.orders.items() if most and votes == most)

    @property
    def trailing(self) -> tuple[str, ...]:
        """The orders with the fewest votes but some; none if nobody voted against the most."""
        most = max(self.orders.values(), default=0)
        fewer = [votes for votes in self.orders.values() if 0 < votes < most]
        return tuple(order for order, votes in self.orders.items() if fewer and votes == min(fewer))


def vote(scenario: Scenario, session: Session, seat: Seat, command: Vote) -> Session | Refused:
    """A seat's ballot, or aboard another ship its advice; a later choice takes its place, a repeat
    changes nothing.

    A yes means that this order is what counts: a choice made before the last one was known, in
    another window or another crew, is refused.
    """
    decision = session.open
    if _is_counted(session, command):
        return session
    if decision is None or decision.id != command.decision or session.phase is not Phase.VOTING:
        return Refused(_("this vote is closed"), passes=True)
    if command.client <= decision.voted(seat.id):
        return Refused(_(OVERTAKEN))
    if session.paused is not None:
        return Refused(_("the session is paused"), passes=True)
    own = session.crews[seat.crew - 1]
    host = host_of(session, own)
    crew = host or own
    refused = refusal(scenario, crew, command.order)
    if crew.by_captain and not host:
        refused = Refused(_("the adaptive captain sails your ship for now"), passes=True)
    if refused:
        return refused
    ballot = {seat.id: Ballot(crew.number, command.order, command.client)}
    back = session.with_seat(replace(seat, gone=False)) if seat.gone else session
    if host:
        return back.with_decision(replace(decision, advice={**decision.advice, **ballot}))
    return back.with_decision(replace(decision, ballots={**decision.ballots, **ballot}))


def count(scenario: Scenario, session: Session, command: Count) -> Session | Refused:
    """How many hands were shown for an order, in place of what was counted before."""
    crew, decision = session.crew(command.crew), session.open
    if decision is None or decision.id != command.decision:
        return Refused(_("this vote is closed"))
    if session.phase not in {Phase.VOTING, Phase.LOCKED}:
        return Refused(_("open the vote before you count hands"))
    if crew is None:
        return Refused(_("there is no such crew"))
    refused = refusal(scenario, crew, command.order)
    if refused:
        return refused
    key, number = (command.crew, command.order), min(command.number, MAX_COUNT)
    if decision.hands.get(key, 0) == number:
        return session
    return session.with_decision(replace(decision, hands={**decision.hands, key: number}))


def refusal(scenario: Scenario, crew: Crew, order: str) -> Refused | None:
    """Why this order cannot be given to a crew's ship now."""
    if crew.voyage.outcome is not None:
        return Refused(_("her voyage is over"))
    return step.refusal(scenario, crew.voyage, order)


def tally(scenario: Scenario, decision: Decision, crew: int) -> Tally:
    """What a crew's ballots and hands add up to, in this decision."""
    cast = Counter(b.order for b in decision.ballots.values() if b.crew == crew)
    return Tally(
        {
            order.id: cast[order.id] + decision.hands.get((crew, order.id), 0)
            for order in offered_orders(scenario, decision.before[crew - 1])
        }
    )


def advice_to(scenario: Scenario, decision: Decision, crew: int) -> Tally:
    """What those aboard of a crew's ship would order."""
    said = Counter(b.order for b in decision.advice.values() if b.crew == crew)
    offered = offered_orders(scenario, decision.before[crew - 1])
    return Tally({order.id: said[order.id] for order in offered})


def _is_counted(session: Session, command: Vote) -> bool:
    """Whether this choice is the one in its decision's ballots, or advice."""
    for decision in reversed(session.decisions):
        if decision.id == command.decision:
            seat = command.seat
            ballot = decision.ballots.get(seat) or decision.advice.get(seat)
            is_same = ballot is not None and ballot.order == command.order
            return is_same and command.client <= decision.voted(command.seat)
    return False
