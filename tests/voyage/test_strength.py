"""What strengthens an order, what a failure teaches, and what an author may do to the sails."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.testing import a_document, a_loaded_scenario, a_watch, an_order, follow
from game.voyage.flow import Flow
from game.voyage.step import refusal, ship_after_effects
from game.voyage.view import ResultView, result_view
from game.voyage.voyage import Sailed, new_voyage


def sailed(orders: list[str], **changes: Any) -> tuple[Sailed, ResultView]:
    """The last of these orders: `plan` is changed so, and stands after `name` and `wait`."""
    first = a_watch(
        name=an_order("course", label="Name the port", sets=["named"]), wait=an_order("sails")
    )
    document = a_document(first, a_watch(plan=an_order("sails", **changes)), a_watch())
    flow = Flow(a_loaded_scenario(document).scenario)
    _, voyage, events = follow(flow, new_voyage(flow.scenario, 1), orders)
    event = [event for event in events if isinstance(event, Sailed)][-1]
    return event, result_view(flow.scenario, voyage, events[-1:])


@pytest.mark.parametrize("condition", ["gave name", "named"])
def test_an_order_is_stronger_for_an_earlier_one_and_says_for_which(condition: str) -> None:
    """Gains are doubled up to 8, of the course error the loss of it; what it costs is not."""
    effects = {"stability": 3, "crew": -2, "seamanship": 5, "course_error": -3, "progress": 1}
    event, view = sailed(["name", "plan"], effects=effects, strengthened_by=[condition])

    assert event.effects == {
        "stability": 6,
        "crew": -2,
        "seamanship": 8,
        "course_error": -6,
        "progress": 2,
    }
    assert view.returned == ("Stronger for your order in watch 1: Name the port.",)


def test_without_what_it_builds_on_an_order_is_as_strong_as_written() -> None:
    """And nothing is said."""
    effects = {"stability": 3, "crew": -2}
    event, view = sailed(["wait", "plan"], effects=effects, strengthened_by=["gave name"])

    assert event.effects == effects
    assert not event.strengthened
    assert view.returned == ()


def test_what_builds_on_no_order_says_so_in_general() -> None:
    """A gauge, or that an order was not given."""
    _, view = sailed(["wait", "plan"], effects={"crew": 2}, strengthened_by=["not named"])

    assert view.returned == ("Stronger: all that it builds on was there.",)


def test_what_a_failure_has_taught_is_told_apart_from_the_result() -> None:
    """If it turns out so, and not otherwise."""
    failed = {"chance": 100, "result": "It sinks.", "learnt": "Next time, a lid."}
    _, view = sailed(["wait", "plan"], outcomes=[failed])
    _, other = sailed(["wait", "plan"], result="It swims.")

    assert (view.text, view.learnt) == ("It sinks.", "Next time, a lid.")
    assert other.learnt == ""


@pytest.mark.parametrize(
    ("before", "written", "after"), [(1.0, -8, 0.92), (0.5, 8, 0.58), (0.97, 8, 1.0), (0.05, -8, 0)]
)
def test_an_effect_on_sail_is_percent_of_the_canvas(
    before: float, written: float, after: float
) -> None:
    """No more than all of it is set, and no less than none."""
    ship = new_voyage(a_loaded_scenario().scenario, 1).ship
    changed = ship_after_effects(replace(ship, sail=before), {"sail": written})

    assert changed.sail == pytest.approx(after)


@pytest.mark.parametrize(("asked", "is_open"), [("at least 100", True), ("below 90", False)])
def test_conditions_ask_for_sail_in_percent(asked: str, is_open: bool) -> None:
    """As effects are written."""
    orders = {"first": an_order("course"), "reef": an_order("sails", when=[f"sail is {asked}"])}
    scenario = a_loaded_scenario(a_document(a_watch(**orders), a_watch())).scenario
    voyage = new_voyage(scenario, 1)

    assert (refusal(scenario, voyage, "reef") is None) is is_open
