"""An id under another name: everywhere, and nowhere else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from game.findings import ScenarioBroken
from game.scenario.analysis.id_uses import IdKind, Use
from game.scenario.authoring.rename import CannotRename, find_use, rename, substitute, uses_in
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import bundled_folder

FILES = [
    *(
        bundled_folder("scenarios") / f"{scenario}.yaml"
        for scenario in ("drift", "the-long-convoy")
    ),
    bundled_folder("assets") / "starter.yaml",
]
"""One as most are, one that has all that a file can have, and what a designer begins with."""
STORY = """\
format: 1
id: fog
version: "1"
title: Fog
summary: Fog.
teaches: analogy
minutes: {solo: 1, group: 1}
voices: {rested: {name: Ada, speaks_for: course}}
watches:
  dawn:   # dawn is not renamed in here
    weather: fog
    situation: Dawn at dawn.
    says: {rested: dawn}
    orders:
      go_on: {label: Go, kind: course, practice: trust, sets: [rested, 'dawn'], result: dawn}
      stay:
        label: Stay
        kind: sails
        practice: plans
        when: [not rested, "gave go_on", 'visited dawn']
        result: Go_on.
        goto: dawn
  noon:
    weather: fog
    situation: Noon.
    orders:
      go_on: {label: Go, kind: course, practice: trust, result: On., when: [visited dawn]}
      stay: {label: S, kind: sails, practice: plans, result: S, when: [not visited dawn, dawn]}
endings:
  landfall: {outcome: arrived, title: A, text: A, when: [rested]}
  lost: {outcome: foundered, title: A, text: A}
  late: {outcome: adrift, title: A, text: A}
  left: {outcome: mutiny, title: A, text: A}
checks:
  - can_end: landfall
  - always: [crew is above 0, not gave stay]
"""


def renamed(text: str, old: str, new: str, what: IdKind | None = None) -> str:
    """The text with an id renamed."""
    data = text.encode()
    use = find_use(uses_in("f.yaml", data), old, what)
    return rename("f.yaml", data, use, new)[0].decode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_of_every_kind_can_be_renamed_and_back(path: Path) -> None:
    """The file checks as before, the old id is nowhere, and back again not a byte has changed.

    Of each kind the id that is used most.
    """
    data = path.read_bytes()
    uses = [use for use in uses_in(path.name, data) if use.id != "harbour"]
    counts = Counter((use.what, use.id) for use in uses)
    most = {use.what: use for use in sorted(uses, key=lambda use: counts[use.what, use.id])}
    found = check_file(path.name, data).findings

    assert {IdKind.WATCH, IdKind.ORDER, IdKind.VOICE, IdKind.FLAG, IdKind.ENDING} <= set(most)
    for use in most.values():
        there, count = rename(path.name, data, use, "quite_another")
        ids = {(other.what, other.id) for other in uses_in(path.name, there)}
        back, again = rename(path.name, there, Use(use.what, "quite_another", use.at), use.id)

        assert check_file(path.name, there).findings == found
        assert (use.what, use.id) not in ids
        assert (back, again) == (data, count)


@pytest.mark.parametrize(
    ("old", "what", "lines"),
    [
        pytest.param("dawn", IdKind.WATCH, [10, 20, 22, 27, 28], id="watch"),
        pytest.param("go_on", None, [15, 20, 27], id="order"),
        pytest.param("rested", IdKind.FLAG, [15, 20, 30], id="flag"),
        pytest.param("rested", IdKind.VOICE, [8, 13], id="voice"),
        pytest.param("landfall", None, [30, 35], id="ending"),
    ],
)
def test_only_its_own_uses_change(old: str, what: IdKind | None, lines: list[int]) -> None:
    """Texts, comments and other things of the same name stay as they are."""
    after = renamed(STORY, old, "x_y", what)
    pairs = zip(STORY.splitlines(), after.splitlines(), strict=True)
    changed = [number for number, (one, other) in enumerate(pairs, 1) if one != other]

    assert changed == lines
    assert after.replace("x_y", old) == STORY


def test_windows_lines_and_a_mark_at_the_start_stay() -> None:
    """A file from Windows comes back as one."""
    text = "\ufeff" + STORY.replace("\n", "\r\n")
    after = renamed(text, "landfall", "port")

    assert after == text.replace("landfall", "port")


@pytest.mark.parametrize(
    ("old", "new", "what", "reason", "hint"),
    [
        pytest.param("lanfall", "x", None, "no id is called 'lanfall'", "landfall", id="unknown"),
        pytest.param("landfall", "x", IdKind.FLAG, "no flag is called", "rested", id="other kind"),
        pytest.param("rested", "x", None, "'rested' is a flag and a voice", "--what", id="several"),
        pytest.param("dawn", "noon", IdKind.WATCH, "watch 'noon' is there", "another", id="taken"),
        pytest.param("noon", "Noon", None, "'Noon' cannot be an id", "lower case", id="capital"),
        pytest.param("noon", "adrift", None, "it has a meaning here", "adrift_then", id="outcome"),
    ],
)
def test_what_cannot_be_renamed(
    old: str, new: str, what: IdKind | None, reason: str, hint: str
) -> None:
    """With the reason and the way out."""
    with pytest.raises(CannotRename) as cannot:
        renamed(STORY, old, new, what)

    assert reason in cannot.value.reason
    assert hint in cannot.value.hint


def test_an_id_with_escapes_is_left_to_its_author() -> None:
    """A place where the id does not stand letter by letter."""
    text = STORY.replace('"gave go_on"', r'"gave \u0067o_on"')
    with pytest.raises(CannotRename, match="line 20 writes 'go_on' in a peculiar way"):
        renamed(text, "go_on", "sail_on")


def test_a_file_that_cannot_be_read_has_no_ids() -> None:
    """Its findings say why."""
    with pytest.raises(ScenarioBroken):
        uses_in("f.yaml", b"a: [")


def test_transcripts_follow() -> None:
    """The same uses are found in a file of voyages."""
    text = """\
voyages:
  one:
    orders: [go_on, stay]
    at: {dawn: [visited dawn, gave go_on, rested]}
    ending: landfall
    holds: [not gave go_on]
"""
    uses = uses_in("f.test.yaml", text.encode())
    counts = {
        old: substitute(text.encode(), uses, find_use(uses, old, None), "new")[1]
        for old in ("go_on", "dawn", "rested", "landfall")
    }

    assert counts == {"go_on": 3, "dawn": 2, "rested": 1, "landfall": 1}
