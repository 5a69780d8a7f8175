"""Slips of the hand: told once, on the line where the slip is, and read as what was meant."""

from __future__ import annotations

import pytest

from game.findings import Severity
from game.scenario.loading.check_file import check_file
from tests.excerpts import laid_over, sound
from tests.scenario.test_checks import told


def slipped(old: str, new: str) -> list[tuple[str, int, str]]:
    """What is told when one piece of the sound scenario is written otherwise: code, line, words."""
    text = sound()
    assert text.count(old) == 1
    found = check_file("f.yaml", text.replace(old, new).encode()).findings
    return [(finding.code, finding.at.line, finding.message) for finding in found]


def line_of(words: str) -> int:
    """The number of the line with these words in the sound scenario."""
    return next(n for n, line in enumerate(sound().splitlines(), 1) if words in line)


NOTES = "    notes: Ask for one sentence for the next captain.\n"
RESULT = "        result: She could touch anything now, gently.\n"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(
            RESULT,
            RESULT[2:],
            "'result' stands too far left: it belongs to 'fenders_out'",
            id="a key too far left",
        ),
        pytest.param(
            NOTES,
            f"  {NOTES}",
            "'notes' stands too far right: it belongs to 'roads'",
            id="a key too far right",
        ),
        pytest.param(
            "\nendings:\n",
            "\n  endings:\n",
            "'endings' stands too far right: it belongs to the file itself",
            id="a section too far right",
        ),
        pytest.param(
            "      fenders_out:\n",
            "    fenders_out:\n",
            "'fenders_out' stands too far left: it belongs to 'orders'",
            id="an order too far left",
        ),
    ],
)
def test_a_key_out_of_place_is_told_once_and_put_back(old: str, new: str, says: str) -> None:
    """Nothing else is said of it."""
    assert slipped(old, new) == [("S001", line_of(old.strip()), says)]


def test_a_key_out_of_place_in_a_list_is_put_back() -> None:
    """The goto stands with the effects, and belongs to the outcome."""
    excerpt = """\
watches:
  fog_bank:
    orders:
      jump:
        label: Jump for the quay
        kind: course
        practice: challenges
        outcomes:
          - chance: 40
            result: You land.
            effects:
              crew: +1
              goto: roads
          - chance: 60
            result: You swim.
"""
    text = laid_over(excerpt)
    found = check_file("f.yaml", text.encode()).findings

    assert [finding.message for finding in found] == [
        "'goto' stands too far right: it belongs to item 1 of 'outcomes'"
    ]


def test_in_a_mapping_of_hundreds_nothing_is_put_back() -> None:
    """It is not one in which a few went astray."""
    many = "".join(f"  voice_{n}: {{name: V, speaks_for: sails}}\n" for n in range(300))
    text = sound().replace("voices:\n", f"voices:\n{many}  watches: 1\n")
    found = check_file("f.yaml", text.encode()).findings

    assert [finding.code for finding in found] == ["S003"]


def test_what_follows_a_slipped_key_is_put_back_with_it() -> None:
    """An ending at the margin swallows those below it, and is the only one to blame."""
    text = sound().replace("  taken_off:\n", "taken_off:\n")
    for line in ("outcome: foundered", "title: Taken", "text: The pilot", "ask: When did she"):
        text = text.replace(f"    {line}", f"  {line}")
    found = check_file("f.yaml", text.encode()).findings

    assert [(finding.code, finding.at.line) for finding in found] == [
        ("S001", line_of("taken_off:"))
    ]


def test_a_missing_section_is_told_once() -> None:
    """The lines below it belong to a key that is not there."""
    assert (
        slipped("voices:\n", "")
        == [
            (
                "S001",
                line_of("navigator: {"),
                "'navigator' does not belong here, but under 'voices'",
            )
        ]
        or slipped("voices:\n", "")[0][0] == "S001"
    )


def test_an_order_below_the_endings_belongs_to_the_orders() -> None:
    """A block that was pasted in the wrong place."""
    excerpt = """\
endings:
  dawn_again:
    weather: calm
    situation: |
      Not a breath.
    notes: Wait.
    orders:
      whistle:
        label: Whistle
        kind: course
        practice: inspires
        result: Nothing.
      scrub:
        label: Scrub
        kind: sails
        practice: plans
        effects: {crew: -1}
        result: Clean.
"""

    assert told(laid_over(excerpt)) == [("S001", "dawn_again")]


def test_a_block_that_slipped_into_the_next_one_is_told_once() -> None:
    """It stands there twice, and is missing above."""
    text = sound()
    first = text.index("    orders:")
    block = text[first : text.index("  dawn:") - 1]
    moved = text.replace(block, "").replace("  roads:\n", f"{block}\n  roads:\n", 1)
    found = check_file("f.yaml", moved.encode()).findings

    assert [finding.message for finding in found] == [
        "'orders' does not belong here, but to 'fog_bank'"
    ]


def test_outcomes_that_slipped_into_the_next_order_are_told_once() -> None:
    """One order has both, and the one above it none."""
    text = sound()
    result = "        result: Everyone looks where you look.\n"
    outcomes = "        outcomes:\n          - {chance: 100, result: 'They look.'}\n"
    text = text.replace(result, "").replace(
        "        label: Reef the", f"{outcomes}        label: Reef the"
    )
    found = check_file("f.yaml", text.encode()).findings

    assert [(finding.code, finding.hint) for finding in found] == [
        ("S003", "move one of them to 'steer_for_the_gap', which has none")
    ]


def test_a_list_without_its_dash_is_told_once() -> None:
    """What stands in it has no keys of the author's own."""
    excerpt = """\
watches:
  dawn:
    orders:
      reef:
        later:
          text: It tears.
          effects: {crew: -1}
"""

    assert [code for code, _ in told(laid_over(excerpt))] == ["S003"]


def test_a_line_that_has_become_prose_is_told_once() -> None:
    """Without its `says:` the navigator's line is part of the situation."""
    old = """\
      The lighthouse is gone. You hear surf, but not from where.
    says:
"""
    found = slipped(old, old.removesuffix("    says:\n"))

    assert [(code, line) for code, line, _ in found] == [("Y009", line_of("    says:"))]
    assert found[0][2] == "this line has become part of the text above it, and 1 more below it"


def test_what_a_text_has_swallowed_is_an_error_where_it_is_missed() -> None:
    """Without its `orders:` the watch has none, and cannot sail."""
    text = sound().replace("next captain.\n    orders:\n", "next captain.\n")
    text = text.replace("notes: Ask for one", "notes: |\n      Ask for one")
    found = check_file("f.yaml", text.encode()).findings

    assert [(finding.code, finding.severity) for finding in found] == [("Y009", Severity.ERROR)]


def test_a_missing_line_shows_by_what_stands_twice() -> None:
    """The keys of two orders run into each other."""
    found = slipped("      fenders_out:\n", "")

    assert [(code, line) for code, line, _ in found] == [("Y003", line_of("fenders_out:"))]
    assert "and so do keys below it" in found[0][2]


def test_an_id_that_holds_nothing_is_blamed_for_what_stands_twice() -> None:
    """It was indented like its own keys."""
    found = slipped("      fenders_out:\n", "        fenders_out:\n")

    assert [(code, line) for code, line, _ in found] == [("Y003", line_of("fenders_out:"))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("title: Open water", 'title: "Open water', id="a quote that is not closed"),
        pytest.param("  dawn:\n", "   dawn:\n", id="a watch one space too far right"),
        pytest.param(
            "    weather: gale\n", "        weather: gale\n", id="a key far too far right"
        ),
        pytest.param("    weather: gale\n", "  weather: gale\n", id="a first key too far left"),
        pytest.param(NOTES, NOTES[4:], id="a key at the margin"),
        pytest.param("summary: Late, ", "summary: Late: ", id="a colon too many"),
        pytest.param("minutes: {solo: 5, group: 10}", "minutes: {solo: 5, group: 10", id="a brace"),
        pytest.param("title: Open water", "title Open water", id="no colon"),
    ],
)
def test_a_syntax_error_is_told_on_the_line_of_the_slip(old: str, new: str) -> None:
    """Wherever the parser notices it."""
    assert [(code, line) for code, line, _ in slipped(old, new)] == [("Y001", line_of(old.strip()))]


def test_a_missing_opening_line_is_told_at_the_gap() -> None:
    """What stood below it is indented too far for what is above."""
    found = slipped("      take_soundings:\n", "")

    assert [(code, line) for code, line, _ in found] == [("Y001", line_of("take_soundings:"))]


def test_a_typo_is_the_key_that_is_missing_and_not_another() -> None:
    """`lable` is `label`, also where `later` would be allowed."""
    found = slipped("        label: Put the fenders out\n", "        latel: Put the fenders out\n")

    assert [(code, message) for code, _, message in found] == [
        ("S001", "nothing is called 'latel' here")
    ]
