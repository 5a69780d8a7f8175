"""What a scenario may not say: each mistake gets its own code, once, at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from game.findings import Severity, report
from game.scenario.loading import load
from game.testing import a_document, a_watch, an_order, as_text

Change = Callable[[dict[str, Any]], object]


def a_sound_document() -> dict[str, Any]:
    """A scenario in which every key of the format is used, and nothing is wrong."""
    return a_document(
        a_watch(
            {"wind": 1.2, "shift": 5, "complexity": 0.5},
            steer=an_order("course", sets=["rested"], effects={"crew": 4, "progress": -3}),
            reef=an_order("sails", when=["crew is at least 40", "not rested"], locked="Too tired."),
            drop=an_order(
                "both",
                effort="half",
                outcomes=[
                    {"chance": 70, "result": "Well."},
                    {"chance": 30, "result": "Badly.", "effects": {"stability": -8}},
                ],
                later=[{"after": 2, "unless": ["rested"], "text": "It is back.", "effects": {}}],
            ),
        ),
        {
            **a_watch("gale", go_in=an_order("course", goto="harbour"), stay=an_order("sails")),
            "cards": {"marta": "The cows are swimming."},
        },
        cards={"marta": {"name": "The Marta", "text": "You carry the cows."}},
        voices={"navigator": {"name": "Ada Holm", "speaks_for": "course"}},
        checks=[{"always": ["crew is above 0"]}, {"can_end": "ends_arrived"}],
        debrief=["Which signal came first?"],
        voyage={"distance": 40, "start": {"crew": 50}, "variation": 0.2},
    )


def first(document: dict[str, Any]) -> Any:
    """The first watch."""
    return document["watches"]["watch_1"]


def steer(document: dict[str, Any]) -> Any:
    """Its first order."""
    return first(document)["orders"]["steer"]


def drop(document: dict[str, Any]) -> Any:
    """Its order with outcomes."""
    return first(document)["orders"]["drop"]


def put(where: Callable[[dict[str, Any]], Any], **changes: Any) -> Change:
    """A change to a part of the document."""
    return lambda document: where(document).update(changes)


MISTAKES: dict[str, tuple[Change, str, str]] = {
    "an unknown key": (put(steer, labell="x"), "S001", "labell"),
    "a missing key": (lambda d: steer(d).pop("label"), "S002", "steer"),
    "no endings": (lambda d: d.pop("endings"), "S002", "{"),
    "no result": (lambda d: steer(d).pop("result"), "S002", "steer"),
    "a result beside outcomes": (put(drop, result="And?"), "S003", "And?"),
    "an effect of seventy": (put(steer, effects={"crew": "seventy"}), "S003", "seventy"),
    "a kind that is none": (put(steer, kind="cuorse"), "S003", "cuorse"),
    "a weather that is none": (put(first, weather="frog"), "S003", "frog"),
    "a wind too strong": (put(first, weather={"wind": 9, "shift": 0}), "S003", "9"),
    "a title of digits": (lambda d: d.update(title=1984), "S003", "1984"),
    "a practice of another kind": (put(steer, practice="plans"), "S003", "plans"),
    "an id that means no": (
        lambda d: d["watches"].update(no=d["watches"].pop("watch_2")),
        "S004",
        "no",
    ),
    "a watch called as an outcome": (
        lambda d: d["watches"].update(adrift=d["watches"].pop("watch_2")),
        "S004",
        "adrift",
    ),
    "a scenario id with spaces": (lambda d: d.update(id="Fog Bank"), "S004", "Fog Bank"),
    "another format": (lambda d: d.update(format=2), "S005", "2"),
    "a goto to nowhere": (put(steer, goto="dwan"), "R001", "dwan"),
    "a check on no ending": (lambda d: d.update(checks=[{"can_end": "x"}]), "R001", "x"),
    "an unknown gauge": (put(steer, when=["crow is at least 4"]), "R002", "crow"),
    "an unknown flag": (put(steer, when=["not restd"]), "R002", "restd"),
    "an unknown voice": (put(first, says={"cook": "Soup."}), "R003", "cook"),
    "a phrase that is none": (put(steer, when=["crew is about 40"]), "R004", "about"),
    "a gauge without a number": (put(steer, when=["crew"]), "R005", "crew"),
    "a flag with a number": (put(steer, when=["rested is above 4"]), "R005", "rested"),
    "a number in words": (put(steer, when=["crew is above forty"]), "R005", "forty"),
    "a watch never written": (put(steer, when=["visited dawn"]), "R006", "dawn"),
    "an order never written": (put(steer, when=["gave up_hope"]), "R006", "up_hope"),
    "a card for an unknown crew": (
        lambda d: d["watches"]["watch_2"].update(cards={"martha": "The cows are dry."}),
        "R007",
        "martha",
    ),
    "a card where no crew is named": (lambda d: d.pop("cards"), "R007", "marta"),
    "a card without a text": (lambda d: d["cards"]["marta"].pop("text"), "S002", "marta"),
    "seven crews": (
        lambda d: d["cards"].update(
            {f"ship_{number}": {"name": "A ship", "text": "It floats."} for number in range(6)}
        ),
        "S003",
        "{",
    ),
    "a crew called no": (lambda d: d["cards"].update(no=dict(d["cards"]["marta"])), "S004", "no"),
    "every order locked": (
        lambda d: [order.update(when=["rested"]) for order in first(d)["orders"].values()],
        "F003",
        "orders",
    ),
    "chances of 90": (lambda d: drop(d)["outcomes"][0].update(chance=60), "F009", "outcomes"),
    "a start beyond the range": (lambda d: d["voyage"]["start"].update(crew=140), "M001", "140"),
    "an effect out of reach": (put(steer, effects={"crew": 9}), "M002", "9"),
    "a chance out of reach with its order": (put(drop, effects={"stability": -1}), "M002", "-8"),
    "an outcome without an ending": (lambda d: d["endings"].pop("ends_harbour"), "L006", "endings"),
}


def test_a_sound_scenario_has_no_findings() -> None:
    """Every key of the format, and nothing to say."""
    loaded = load("built.yaml", as_text(a_sound_document()).encode())

    assert loaded.findings == ()
    assert loaded.scenario is not None


@pytest.mark.parametrize(("change", "code", "there"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_at_its_place(change: Change, code: str, there: str) -> None:
    """The code, the words it points at, and an error's severity."""
    document = a_sound_document()
    change(document)
    text = as_text(document)
    loaded = load("built.yaml", text.encode())

    assert [found.code for found in loaded.findings] == [code]
    found = loaded.findings[0]
    assert found.severity is Severity.ERROR
    assert loaded.scenario is None
    line = text.splitlines()[found.at.line - 1]
    assert line[found.at.column - 1 :].lstrip('"').startswith(there)
    assert found.message == found.message[0].lower() + found.message[1:]
    assert found.hint


def test_all_independent_mistakes_are_told_in_one_run() -> None:
    """A wrong shape does not hide a wrong name."""
    document = a_sound_document()
    steer(document).update(labell="x", goto="dwan")
    drop(document)["outcomes"][0]["chance"] = 60
    loaded = load("built.yaml", as_text(document).encode())

    assert {found.code for found in loaded.findings} == {"S001", "R001", "F009"}


def test_a_mistyped_key_is_one_mistake_and_not_two() -> None:
    """The missing key is the mistyped one."""
    document = a_sound_document()
    steer(document)["lable"] = steer(document).pop("label")
    findings = load("built.yaml", as_text(document).encode()).findings

    assert [(found.code, found.hint) for found in findings] == [("S001", "did you mean 'label'?")]


def test_a_report_shows_the_line_and_a_caret() -> None:
    """As the designers' guide promises."""
    text = "watches:\n  dawn: 1\n  fog:\n    orders:\n      on_we_go: {goto: dwan}\n"
    finding = next(f for f in load("storm.yaml", text.encode()).findings if f.code == "R001")

    assert report(finding, text) == (
        "storm.yaml:5:24: R001 goto names no watch 'dwan'\n"
        "    5 |       on_we_go: {goto: dwan}\n"
        "      |                        ^^^^ did you mean 'dawn'?"
    )
