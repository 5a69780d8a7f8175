"""What a writer is told at every save: who arrives, by which mix, and which orders are traps."""

from __future__ import annotations

from typing import Any

import pytest

from game.playtest.prospects import answers_in, helps_in
from game.scenario.loading.library import find
from game.testing import a_document, a_watch, an_order, as_text
from tests.transcripts import SCENARIOS


def answers(*watches: dict[str, Any], **voyage: Any) -> list[str]:
    """The lines about a scenario of these watches."""
    document = a_document(*watches, voyage={"variation": 0.1, **voyage})
    return answers_in("mine.yaml", as_text(document).encode()).splitlines()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_captain_is_named_with_the_share_that_arrives(scenario: str) -> None:
    """Known to a few points, and that is said."""
    loaded = find(scenario)
    who, mix, *_, rails = answers_in(loaded.file, loaded.text.encode()).splitlines()

    assert who.startswith("Of 2,000 seas, give or take 2 points, these arrive: all course 0 %")
    assert all(f"{name} " in who for name in ("all sails", "random", "adaptive", "contrary"))
    assert mix.startswith("Random orders arrive most often with ")
    assert rails == "Guard-rails hold."


def test_a_trap_is_named_with_how_many_fall_for_it() -> None:
    """An order that half of all give, and after which nobody arrives."""
    lost = an_order("course", goto="harbour")
    lines = answers(a_watch("calm", go_on=an_order("sails"), cut_across=lost), *[a_watch()] * 5,
                    distance=40)  # fmt: skip

    trap = next(line for line in lines if line.startswith("A trap: "))

    assert trap.startswith("A trap: 'cut_across' of 'watch_1' is given by ")
    assert 45 <= int(trap.removesuffix(" %, and by none who arrive.").split()[-1]) <= 55
    assert not any("'go_on'" in line for line in lines)


def test_an_order_that_can_never_be_given_is_dead() -> None:
    """Its lock asks for more crew than anybody has."""
    locked = an_order("course", when=["crew is above 99"], locked="Nobody would follow.")
    lines = answers(a_watch("calm", go_on=an_order("sails"), inspire=locked), distance=40)

    assert "Dead: 'inspire' of 'watch_1' could be given in no sea." in lines


def test_a_broken_guard_rail_comes_with_what_helps() -> None:
    """What to write, and in which line."""
    loaded = find("drift")
    easier = loaded.text.replace("distance: 74.2", "distance: 30").encode()

    assert answers_in("drift.yaml", easier).splitlines()[-1].startswith("A guard-rail is broken: ")
    assert helps_in("drift.yaml", easier).startswith("What helps: 'distance: ")
    assert helps_in("drift.yaml", loaded.text.encode()) == ""
