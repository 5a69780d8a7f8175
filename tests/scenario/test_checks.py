"""What a scenario may not say, beyond the examples of the pages: told once, and where."""

from __future__ import annotations

import pytest

from game.findings import Finding, ScenarioBroken, Severity, format_finding
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import load
from game.testing import a_document, a_watch, as_text
from tests.excerpts import laid_over, sound


def told(text: str) -> list[tuple[str, str]]:
    """Each finding of a file: its code, and the text of its line from there on."""
    lines = text.splitlines()
    return [
        (found.code, lines[found.at.line - 1][found.at.column - 1 :][: found.at.width])
        for found in findings(text)
    ]


def findings(text: str) -> tuple[Finding, ...]:
    """The findings of a file."""
    return check_file("f.yaml", text.encode()).findings


AT_THE_TOP = [
    pytest.param("teaches: steering", "S003", "steering", id="a theme that is none"),
    pytest.param("title: 1984", "S003", "1984", id="a title of digits"),
    pytest.param('format: "1"', "S003", '"1"', id="a format in quotes"),
    pytest.param("title: {de: Fog}", "S003", "{", id="keys for text"),
    pytest.param("checks:\n  - can_end:", "S003", "can_end", id="nothing at all"),
    pytest.param("id: Fog Bank", "S004", "Fog Bank", id="a scenario id with spaces"),
    pytest.param("minutes: {solo: 5}", "S002", "minutes", id="a missing key"),
    pytest.param("voyage: long", "S003", "long", id="text for keys"),
    pytest.param("debrief: Why", "S003", "Why", id="text for a list"),
    pytest.param("debrief: [Which came first]", "Y009", "Which came first", id="prose in []"),
    pytest.param("checks:\n  - can_end: landfal", "R001", "landfal", id="can_end"),
    pytest.param("checks:\n  - always: [crew is below 0]", "F006", "crew is below 0", id="C"),
]


@pytest.mark.parametrize(("excerpt", "code", "there"), AT_THE_TOP)
def test_a_mistake_at_the_top_is_told_at_its_place(excerpt: str, code: str, there: str) -> None:
    """One cause, one message."""
    assert told(laid_over(f"{excerpt}\n")) == [(code, there)]


WHY = "\n        locked: Not now."


@pytest.mark.parametrize(
    ("lines", "code", "there"),
    [
        pytest.param("kind: cuorse", "S003", "cuorse", id="a kind that is none"),
        pytest.param("practice: plans", "S003", "plans", id="a practice of another kind"),
        pytest.param("effects: {crew: seventy}", "S003", "seventy", id="a number in words"),
        pytest.param("effects: {crw: 1}", "S001", "crw", id="a gauge that is none"),
        pytest.param("sets: [crew]", "S004", "crew", id="a flag called as a gauge"),
        pytest.param("sets: [5]", "S003", "5", id="a number for a flag"),
        pytest.param(
            "later: [{after: 1, text: A tired hand falls, effects: {crew: -1}}]",
            "Y009",
            "A tired hand falls",
            id="prose in {}",
        ),
        pytest.param("locked: Not now.", "S002", "steer_for_the_gap", id="locked without when"),
        pytest.param("when: [crept is above 4]", "R005", "crept", id="a flag with a number"),
        pytest.param("when: [crew is above forty]", "R005", "forty", id="words for a number"),
        pytest.param("when: [not]", "R004", "", id="a condition without an end"),
        pytest.param("when: [visited dwan]", "R006", "dwan", id="a watch never written"),
        pytest.param(f"when: [visited dawn]{WHY}", "F006", "visited dawn", id="not yet sailed"),
        pytest.param(
            f"when: [visited fog_bank]{WHY}", "F006", "visited fog_bank", id="always sailed"
        ),
        pytest.param(f"when: [not gave reef]{WHY}", "F006", "not gave reef", id="not yet given"),
        pytest.param(
            "when: [crew is above 60, crew is below 50]", "F006", "when", id="never together"
        ),
        pytest.param(
            "outcomes: [{chance: 100, result: 'Yes.'}]", "S003", "Every", id="two results"
        ),
        pytest.param("strengthened_by: [visited dawn]", "F006", "visited dawn", id="not stronger"),
        pytest.param(
            "strengthened_by: [crew is above 60, crew is below 50]",
            "F006",
            "strengthened_by",
            id="never stronger together",
        ),
        pytest.param("strengthened_by: [gave rief]", "R006", "rief", id="an order never written"),
    ],
)
def test_a_mistake_in_an_order_is_told_at_its_place(lines: str, code: str, there: str) -> None:
    """One cause, one message."""
    excerpt = f"watches:\n  dawn:\n    orders:\n      steer_for_the_gap:\n        {lines}\n"
    found = told(laid_over(excerpt))

    assert [code for code, _ in found] == [code]
    assert found[0][1].startswith(there)


@pytest.mark.parametrize(
    ("excerpt", "there"),
    [
        pytest.param("watches:\n  dawn:\n    orders:\n      reef: now\n", "now", id="an order"),
        pytest.param(
            "watches:\n  dawn:\n    orders:\n      reef:\n        outcomes: two\n",
            "two",
            id="outcomes",
        ),
        pytest.param("watches:\n  - dawn\n  - dusk\n", "watches", id="watches"),
        pytest.param("endings:\n  landfall:\n    when:\n      - [crept]\n", "[", id="a phrase"),
    ],
)
def test_what_is_of_another_shape_is_told_and_nothing_else(excerpt: str, there: str) -> None:
    """The checks pass over what they cannot read."""
    found = told(laid_over(excerpt))

    assert {code for code, _ in found} <= {"S003", "S002", "F006"}
    assert any(code == "S003" and text.startswith(there) for code, text in found)


def test_an_effect_and_its_outcome_reach_no_further_together() -> None:
    """A chance out of reach with its order's own effect."""
    excerpt = """\
watches:
  roads:
    orders:
      jump:
        label: Jump for the quay
        kind: course
        practice: challenges
        effects: {crew: -1}
        outcomes:
          - {chance: 50, result: "You land.", effects: {crew: +1}}
          - {chance: 50, result: "You swim.", effects: {crew: -8}}
"""

    assert told(laid_over(excerpt)) == [("M002", "-8")]


def test_all_independent_errors_are_told_in_one_run() -> None:
    """A wrong shape does not hide a wrong name, nor a wrong sum, nor a lock."""
    excerpt = """\
minutes: {solo: 5}
watches:
  fog_bank:
    orders:
      take_soundings:
        goto: dwan
  dawn:
    orders:
      steer_for_the_gap:
        when: [crew is at least 40]
      reef:
        lable: Reef
        when: [stability is at least 30]
        effects: {crew: -20}
"""

    codes = [code for code, _ in told(laid_over(excerpt))]

    assert codes == ["S002", "R001", "F003", "M002", "S001"]


def test_doubts_wait_for_a_file_without_errors() -> None:
    """A file with an error may not be the one its author meant."""
    excerpt = "watches:\n  dawn:\n    weather: frog\n  roads:\n    notes: |\n"
    excerpt += "      Ask.\n    orders:\n      fenders_out:\n        sets: [unread]\n"

    assert [code for code, _ in told(laid_over(excerpt))] == ["S003"]


def test_a_scenario_sails_with_warnings_and_not_with_errors() -> None:
    """Only an error leaves no scenario."""
    odd = laid_over("endings:\n  landfall:\n    when: [crew is at least 500]\n")
    wrong = laid_over("endings:\n  landfall:\n    when: [crew]\n")

    assert load("f.yaml", sound().encode())
    assert load("f.yaml", odd.encode())
    with pytest.raises(ScenarioBroken):
        load("f.yaml", wrong.encode())


@pytest.mark.parametrize(
    ("old", "new", "code", "there"),
    [
        pytest.param("  navigator: {name", "  navigatr: {name", "R003", "navigatr", id="defined"),
        pytest.param(
            "  bosun: {name: Tor Lind, speaks_for: sails}\n", "", "R003", "voices", id="gone"
        ),
        pytest.param("[crept]", "[crpt]", "R002", "crept", id="where it is read, if read once"),
    ],
)
def test_a_name_that_is_wrong_everywhere_is_told_once(
    old: str, new: str, code: str, there: str
) -> None:
    """Where the uses agree, and what they name is spelt otherwise, there."""
    assert told(sound().replace(old, new)) == [(code, there)]


def test_a_flag_read_twice_and_set_otherwise_is_told_where_it_is_set() -> None:
    """One typo in `sets`, and not two in `when`."""
    excerpt = "endings:\n  landfall:\n    when: [crept]\n"
    text = laid_over(excerpt).replace("sets: [crept]", "sets: [crpet]")

    assert told(text) == [("R002", "crpet")]


def test_a_report_shows_the_line_and_a_caret() -> None:
    """As the designers' guide promises."""
    text = "watches:\n  dawn: 1\n  fog:\n    orders:\n      on_we_go: {goto: dwan}\n"
    finding = next(
        found for found in check_file("storm.yaml", text.encode()).findings if found.code == "R001"
    )

    assert format_finding(finding, text) == (
        "storm.yaml:5:24: R001 goto names no watch 'dwan'\n"
        "    5 |       on_we_go: {goto: dwan}\n"
        "      |                        ^^^^ did you mean 'dawn'?"
    )


def test_severities_are_errors_warnings_and_infos() -> None:
    """A finding is an error unless it says otherwise."""
    found = findings(laid_over("watches:\n  dawn:\n    weather: frog\n"))

    assert [finding.severity for finding in found] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("after", "says"),
    [
        pytest.param(1, ["no order sets it in time: write a larger 'after'"], id="too soon"),
        pytest.param(2, [], id="one watch to prevent it"),
    ],
)
def test_a_consequence_that_comes_too_soon_to_be_prevented(after: int, says: list[str]) -> None:
    """It is told what would give the captain time."""
    later = {"after": after, "text": "She leaks.", "unless": ["pumped"], "effects": {"crew": -1}}
    first, second, third = a_watch(), a_watch(), a_watch()
    first["orders"]["steer"]["later"] = [later]
    second["orders"]["reef"]["sets"] = ["pumped"]
    third["orders"]["reef"]["when"] = ["pumped"]
    found = findings(as_text(a_document(first, second, third)))

    assert [one.hint.split(",")[0] for one in found if one.code == "F006"] == says
