"""A compiled table is plain data, and says what the scenario says."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from hypothesis import given, settings

from game.scenario.model.conditions import phrase_in_words
from game.scenario.model.scenario import Scenario
from game.testing import a_loaded_scenario
from game.voyage.table import OUTCOMES, Guard, Table, compile_table
from tests.generators import documents


def in_words(table: Table, guard: Guard) -> set[str]:
    """A guard as an author writes it."""
    facts = {("" if true else "not ") + table.facts[fact] for fact, true in guard.facts}
    gauges = {
        f"{'' if true else 'not '}{gauge} is {comparison} {figure:g}"
        for gauge, comparison, figure, true in guard.gauges
    }
    return facts | gauges


def orders_of(scenario: Scenario, table: Table) -> list[tuple[Any, ...]]:
    """Every order of a table, by name, with its conditions and where it can lead."""
    places = [*scenario.watches, *OUTCOMES]
    return [
        (
            table.watches[order.watch].id,
            order.id,
            order.kind,
            [places[table.outcomes[way].goto] for way in order.outcomes],
            [table.outcomes[way].percent for way in order.outcomes],
            [table.laters[later].after for later in order.laters],
        )
        for order in table.orders
    ]


@given(documents())
@settings(max_examples=50, deadline=None)
def test_a_table_is_json_as_it_stands(document: dict[str, Any]) -> None:
    """Nothing in it needs Python to be read."""
    table = compile_table(a_loaded_scenario(document).scenario)
    lists = json.loads(json.dumps(asdict(table)))

    assert [watch["id"] for watch in lists["watches"]] == [watch.id for watch in table.watches]
    assert lists["outcomes"] == [
        {**asdict(row), "facts": list(row.facts), "effects": dict(row.effects)}
        for row in table.outcomes
    ]


@given(documents())
@settings(max_examples=50, deadline=None)
def test_every_order_stands_in_it_with_its_ways_and_conditions(document: dict[str, Any]) -> None:
    """In the order of the file."""
    scenario = a_loaded_scenario(document).scenario
    table = compile_table(scenario)
    written = [
        (watch.id, order) for watch in scenario.watches.values() for order in watch.orders.values()
    ]

    assert orders_of(scenario, table) == [
        (
            watch,
            order.id,
            order.kind,
            [chance.goto for chance in order.chances],
            [chance.percent for chance in order.chances],
            [later.after for later in order.later],
        )
        for watch, order in written
    ]
    assert [in_words(table, row.when) for row in table.orders] == [
        {phrase_in_words(condition) for condition in order.when} for _, order in written
    ]
