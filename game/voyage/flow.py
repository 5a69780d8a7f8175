"""The flow: a scenario as a state machine, and the only file that knows `transitions`.

A state per watch and per outcome, a trigger per order, guards from conditions; no callbacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from transitions import EventData, Machine

from game.scenario.model.conditions import Facts, all_hold
from game.scenario.model.scenario import Order, Scenario, Watch
from game.ship.ship import Outcome
from game.voyage.table import compile_table

Guard = Callable[[EventData], bool]


@dataclass(slots=True)
class Cursor:
    """A finger on the chart: the state it points at moves as orders are triggered."""

    state: str


@dataclass(frozen=True, slots=True)
class Way:
    """A transition of the machine: an order of a watch, and where it leads.

    own: by the ship's own state, as she arrives, founders or is adrift; not as written.
    """

    watch: str
    order: str
    to: str
    own: bool


class Flow:
    """One scenario's machine, built once and shared by every voyage."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._machine = Machine(
            model=None,
            states=[*scenario.watches, *(outcome.value for outcome in Outcome)],
            initial=scenario.first_watch,
            transitions=_transitions(scenario),
            auto_transitions=False,
            send_event=True,
        )

    def orders(self, at: str) -> list[str]:
        """The orders that the machine knows in a state, in the order of the file."""
        return list(dict.fromkeys(self._machine.get_triggers(at)))

    def ways(self) -> list[Way]:
        """Every transition that the machine has, in the order of the file."""
        events = self._machine.events
        return [
            Way(watch.id, order, str(transition.dest), own=_is_own(transition.conditions))
            for watch in self.scenario.watches.values()
            for order in watch.orders
            for transition in events[order].transitions[watch.id]
        ]

    def after(self, at: str, order: str, facts: Facts, goto: str, outcome: Outcome | None) -> str:
        """The state an order leads to: an outcome of the ship's own, or where it goes.

        Returns the same state if the order cannot be given there.
        """
        if order not in self._machine.get_triggers(at):
            return at
        cursor = Cursor(at)
        event = self._machine.events[order]
        moved = event.trigger(cursor, facts=facts, goto=goto, outcome=outcome)
        return cursor.state if moved else at


def is_open(watch: Watch, order: Order, facts: Facts) -> bool:
    """Whether an order can be given: its conditions hold, or it is the first and none does."""
    if all_hold(order.when, facts):
        return True
    is_first = order is next(iter(watch.orders.values()))
    return is_first and not any(all_hold(other.when, facts) for other in watch.orders.values())


def _transitions(scenario: Scenario) -> list[dict[str, Any]]:
    table = compile_table(scenario)
    places = [*scenario.watches, *Outcome]
    return [
        {
            "trigger": row.id,
            "source": watch.id,
            "dest": target,
            "conditions": [_opens(watch, watch.orders[row.id]), guard],
        }
        for row in table.orders
        for watch in [scenario.watches[table.watches[row.watch].id]]
        for target, guard in _targets([places[table.outcomes[way].goto] for way in row.outcomes])
    ]


def _targets(gotos: Iterable[str]) -> list[tuple[str, Guard]]:
    own = (Outcome.FOUNDERED, Outcome.MUTINY, Outcome.ARRIVED, Outcome.ADRIFT)
    return [
        *((outcome.value, _Ends(outcome)) for outcome in own),
        *((str(goto), _heads_for(goto)) for goto in dict.fromkeys(gotos)),
    ]


def _opens(watch: Watch, order: Order) -> Guard:
    return lambda event: is_open(watch, order, event.kwargs["facts"])


@dataclass(frozen=True, slots=True)
class _Ends:
    """The guard of a way that the ship's own state opens."""

    outcome: Outcome

    def __call__(self, event: EventData) -> bool:
        return event.kwargs["outcome"] is self.outcome


def _is_own(conditions: list[Any]) -> bool:
    return any(isinstance(condition.func, _Ends) for condition in conditions)


def _heads_for(goto: str) -> Guard:
    return lambda event: bool(event.kwargs["goto"] == goto)
