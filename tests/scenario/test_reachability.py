"""Where a voyage can go, and what is told of it: never of what can happen after all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.analysis.reachability import Place, explore_reachable
from game.scenario.analysis.references_index import index_references
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import load
from game.scenario.model.conditions import Gave, Visited, all_hold
from game.testing import a_document, a_watch, an_order, as_text
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, Voyage, new_voyage
from tests.generators import commands, documents

Orders = dict[str, dict[str, Any]]


def told(*watches: Orders, **changes: Any) -> list[tuple[str, str]]:
    """The codes and messages for a scenario of these watches, without what they leave out.

    No order here says why it is locked: L008 is about something else.
    """
    document = a_document(*({**a_watch(**orders), "notes": "Ask."} for orders in watches))
    document["endings"].pop("ends_harbour")
    for ending in document["endings"].values():
        ending["ask"] = "Why?"
    document["endings"].update(changes)
    found = check_file("f.yaml", as_text(document).encode()).findings
    return [(finding.code, finding.message) for finding in found if finding.code != "L008"]


def codes(*watches: Orders, **changes: Any) -> list[str]:
    """The codes alone."""
    return [code for code, _ in told(*watches, **changes)]


def lead(**changes: Any) -> dict[str, Any]:
    """A course order."""
    return an_order("course", **changes)


def trim(**changes: Any) -> dict[str, Any]:
    """A sails order."""
    return an_order("sails", **changes)


PLAIN = {"lead": lead(), "trim": trim()}


def test_a_lock_is_told_with_gauges_and_flags_at_which_it_closes() -> None:
    """The author sees a state in which nothing can be given."""
    locked = {
        "lead": lead(when=["crew is at least 40", "rested"]),
        "trim": trim(when=["stability is above 50"]),
    }
    found = told({"lead": lead(sets=["rested"]), "trim": trim()}, locked)

    assert found == [
        (
            "F003",
            "every order of 'watch_2' can be locked at once: "
            "with crew at 100, not rested, stability at 50",
        )
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"lead": lead(sets=["a"]), "trim": trim(sets=["b"])},
            {"lead": lead(when=["a"]), "trim": trim(when=["b"])},
            id="one of two flags is always set",
        ),
        pytest.param(
            PLAIN,
            {"lead": lead(when=["gave lead"]), "trim": trim(when=["not gave lead"])},
            id="an order was given or was not",
        ),
        pytest.param(
            PLAIN,
            {"lead": lead(when=["crew is below 30"]), "trim": trim(when=["crew is at least 30"])},
            id="a gauge is on one side or the other",
        ),
    ],
)
def test_what_cannot_be_locked_is_not_told(first: Orders, second: Orders) -> None:
    """Every road is followed with its own flags."""
    assert codes(first, second) == []


def test_the_first_watch_knows_its_gauges() -> None:
    """They stand in `start`: what holds there is no question."""
    first = {"lead": lead(when=["crew is at least 50"]), "trim": trim()}

    assert codes(first, PLAIN) == ["F006"]
    assert codes(PLAIN, first) == []


def test_a_watch_after_a_watch_that_nobody_reaches_is_not_told_too() -> None:
    """The first in a row is the cause."""
    jump = {"lead": lead(goto="watch_4"), "trim": trim(goto="watch_4")}

    assert told(jump, PLAIN, PLAIN, PLAIN) == [("F001", "no order leads to 'watch_2'")]


def test_a_watch_that_only_leads_to_itself_is_told() -> None:
    """A circle that nobody reaches has no first watch, but it is told once."""
    jump = {"lead": lead(goto="watch_4"), "trim": trim(goto="watch_4")}
    back = {"lead": lead(goto="watch_2"), "trim": trim(goto="watch_2")}

    assert codes(jump, PLAIN, back, PLAIN) == ["F001"]


def test_a_circle_with_a_way_out_by_chance_is_fine() -> None:
    """Some day it opens."""
    ways = [
        {"chance": 50, "result": "On.", "effects": {}},
        {"chance": 50, "result": "Back.", "goto": "watch_1"},
    ]
    circle = {"lead": lead(outcomes=ways), "trim": trim(goto="watch_1")}

    assert codes(PLAIN, circle) == []


def test_a_consequence_is_judged_by_what_holds_when_it_is_due() -> None:
    """An `unless` that every road sets in time, and one that none can set."""
    later = {"after": 2, "unless": ["mended"], "text": "It tears.", "effects": {"stability": -2}}
    mended = {"lead": lead(sets=["mended"]), "trim": trim(sets=["mended"])}
    torn = {"lead": lead(later=[later]), "trim": trim()}

    assert codes(torn, mended, PLAIN) == ["F010"]
    assert codes(torn, {**mended, "trim": trim()}, PLAIN) == []
    assert codes(torn, PLAIN, mended) == ["F006"]


@pytest.mark.parametrize(
    ("outcome", "when", "code"),
    [
        pytest.param("foundered", "stability is at least 10", "F006", id="a sound wreck"),
        pytest.param("arrived", "progress is below 90", "F006", id="arrived halfway"),
        pytest.param("mutiny", "crew is below 20", "F006", id="a mutiny is always below"),
        pytest.param("arrived", "crew is below 20", "F011", id="after one that always holds"),
    ],
)
def test_an_ending_is_judged_by_what_its_outcome_means(outcome: str, when: str, code: str) -> None:
    """A wreck has no stability left; whoever arrives has all the way behind her."""
    ending = {"outcome": outcome, "when": [when], "title": "T", "text": "T.", "ask": "Why?"}
    plain = {key: value for key, value in ending.items() if key != "when"}
    first = {"first": ending, f"ends_{outcome}": plain}
    last = {"last": {**ending, "outcome": outcome}, "again": plain}

    assert code in (codes(PLAIN, **first) if code == "F006" else codes(PLAIN, **last))


def test_an_ending_between_others_needs_a_turn_of_its_own() -> None:
    """Whatever it asks for, the one above it holds already."""
    ending = {"outcome": "arrived", "title": "T", "text": "T.", "ask": "Why?"}
    document = {
        "well": {**ending, "when": ["crew is at least 50"]},
        "very_well": {**ending, "when": ["crew is at least 60"]},
        "somehow": ending,
    }
    found = told(PLAIN, ends_arrived={**ending, "when": ["crew is at least 90"]}, **document)

    assert found == [
        ("F011", "'very_well' is never told: its conditions never hold where it is its turn")
    ]


def test_an_ending_in_harbour_needs_an_order_that_leads_there() -> None:
    """Else nobody ever gets there."""
    ending = {"outcome": "harbour", "title": "T", "text": "T.", "ask": "Why?"}

    assert told(PLAIN, back=ending) == [("F011", "'back' is never told: no order leads to harbour")]


def test_a_phrase_that_cannot_be_read_does_not_hide_a_lock() -> None:
    """The others of its order can fail whatever it says."""
    locked = {
        "lead": lead(when=["crew is at least 40", "crw is at least 4"]),
        "trim": trim(when=["stability is above 50"]),
    }

    assert sorted(codes(PLAIN, locked)) == ["F003", "R002"]


def test_too_many_flags_are_left_alone() -> None:
    """Sixty watches that each may set a flag make more roads than can be followed."""
    watches = [{"lead": lead(sets=[f"flag_{number}"]), "trim": trim()} for number in range(14)]
    reads = {
        "lead": lead(when=[f"flag_{number}" for number in range(14)]),
        "trim": trim(when=["crew is at least 500"]),
    }

    assert codes(*watches, reads) == []


def test_too_many_gauges_are_left_alone() -> None:
    """Orders with so many conditions cannot be weighed against each other."""
    gauges = ("crew", "stability", "seamanship", "progress", "course_error", "balance")
    locked = {
        f"order_{number}": an_order(
            ("course", "sails")[number % 2],
            when=[f"{gauge} is at least {number + 1}" for gauge in gauges],
            effects={"crew": number % 8},
        )
        for number in range(18)
    }
    locked["open"] = lead(when=["crew is at least 0"])

    assert "F003" not in codes(PLAIN, locked)


def voyage_of(document: dict[str, Any], orders: list[str], seed: int) -> list[Voyage]:
    """A voyage at each of its watches, and where it ends."""
    scenario = load("built.yaml", as_text(document).encode())
    flow, voyage = Flow(scenario), new_voyage(scenario, seed)
    seen = [voyage]
    for order in orders:
        voyage, _ = step(flow, voyage, Give(order))
        seen.append(voyage)
    return seen


@given(documents(), commands, st.integers(0, 5))
@settings(max_examples=40, deadline=None)
def test_no_voyage_leaves_the_roads(document: dict[str, Any], orders: list[str], seed: int) -> None:
    """Wherever play comes there is a place for it; and what is said never to be, never is."""
    whole = check_file("built.yaml", as_text(document).encode())
    assert whole.source
    says = index_references(whole.source)
    reachable, asked = explore_reachable(says), says.facts_asked
    voyages = voyage_of(document, orders, seed)
    for voyage in voyages:
        facts = voyage.facts
        known = {fact for fact in asked if all_hold([fact], facts)}
        place = Place(voyage.at, frozenset(known), setting_out=not voyage.sailed)

        assert voyage.outcome or place in reachable.onward
    never = {
        (found.code, found.message.split("'")[1])
        for found in whole.findings
        if "'" in found.message
    }

    assert not {("F001", watch) for watch in voyages[-1].sailed} & never
    assert ("F011", voyages[-1].ending) not in never


def test_facts_are_remembered_only_where_a_condition_asks_for_them() -> None:
    """Else every road would be its own."""
    document = a_document(
        a_watch(), a_watch(lead=lead(when=["visited watch_1"]), trim=trim(when=["gave steer"]))
    )
    source = check_file("built.yaml", as_text(document).encode()).source
    assert source
    places = explore_reachable(index_references(source)).at["watch_2"]

    assert {place.facts for place in places} == {
        frozenset({Visited("watch_1")}),
        frozenset({Visited("watch_1"), Gave("steer")}),
    }
