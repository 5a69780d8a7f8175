"""What is seen of it: by a captain after the own order, by a guest aboard another ship."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.model.scenario import Scenario
from game.session.participation.advice import (
    advice_for,
    given_by,
    host_of,
    voyage_in_watch,
)
from game.session.session import Crew, Session
from game.voyage.view import WatchView, watch_view


@dataclass(frozen=True, slots=True)
class Advised:
    """An order that guests have advised: how many of them, and whether it is what was given."""

    label: str
    count: int
    is_same: bool


@dataclass(frozen=True, slots=True)
class Before:
    """A guest's advice of the watch before, and what was ordered then; labels."""

    watch: int
    advised: str
    ordered: str


@dataclass(frozen=True, slots=True)
class GuestView:
    """The ship that a guest is aboard of. crew: her number; mine: the order advised, or empty."""

    crew: int
    watch: WatchView
    mine: str
    before: Before | None


def advised_view(scenario: Scenario, crew: Crew) -> tuple[Advised, ...]:
    """What guests advised in the last watch that this ship has sailed; never before that."""
    if not crew.voyage.gave:
        return ()
    number, given = len(crew.voyage.gave), crew.voyage.gave[-1]
    orders = scenario.watches[crew.voyage.sailed[-1]].orders
    counted = advice_for(crew, number).most_common()
    return tuple(Advised(orders[id].label, count, id == given) for id, count in counted)


def guest_view(scenario: Scenario, session: Session, crew: Crew) -> GuestView | None:
    """The watch of the ship that a crew of a regatta is aboard of, if it is."""
    host = host_of(session, crew)
    if host is None:
        return None
    said = given_by(session, crew.number, session.watch)
    watch = watch_view(scenario, voyage_in_watch(session, host))
    before = _before(scenario, session, crew)
    return GuestView(host.number, watch, said.order if said else "", before)


def _before(scenario: Scenario, session: Session, crew: Crew) -> Before | None:
    number = session.watch - 1
    said = ((host, advice) for host in session.crews for advice in host.advice)
    for host, advice in said:
        is_mine = (advice.by, advice.watch) == (crew.number, number)
        if is_mine and len(host.voyage.gave) >= number:
            orders = scenario.watches[host.voyage.sailed[number - 1]].orders
            given = orders[host.voyage.gave[number - 1]].label
            return Before(number, orders[advice.order].label, given)
    return None
