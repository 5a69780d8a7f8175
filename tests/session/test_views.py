"""Who may see what: the projector, the facilitator, a crew's phones, one phone alone."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from game.session.commands import Button
from game.session.phone_view import as_json
from game.session.prompts import PAGE_PROMPTS, PROMPTS
from game.session.session import Page, Phase
from game.testing import a_document, a_live_session, a_loaded_scenario, a_watch, an_order
from tests.session.drill import Drill

SECRET = "xyzzy-for-the-facilitator-alone"  # noqa: S105 - what the tests look for


def a_secretive_document() -> dict[str, Any]:
    """A scenario with something in every watch that only the facilitator may read."""
    watch = a_watch(left=an_order("course"), right=an_order("sails")) | {"notes": SECRET}
    return a_document(*(watch,) * 3)


@pytest.mark.parametrize("clicks", range(24))
def test_notes_are_on_the_host_page_and_nowhere_else(tmp_path: Path, clicks: int) -> None:
    """In every phase of a whole session."""
    drill = Drill(tmp_path, 2, a_loaded_scenario(a_secretive_document()))
    drill.join("ann", "bob")
    for _ in range(clicks):
        if drill.session.open:
            drill.vote("ann", "left")
            drill.vote("bob", "right")
        drill.press(Button.NEXT)
    host = as_json(drill.room.host_view())
    others = [as_json(asdict(drill.seen))]
    others += [as_json(drill.phone(crew.number)) for crew in drill.session.crews]
    others += [as_json(drill.seat(seat)) for seat in drill.session.seats]

    assert (SECRET in host) == (drill.session.shown is not None)
    assert not any(SECRET in other for other in others)


def test_a_phone_sees_its_own_crew_and_no_other(convoy: Drill) -> None:
    """Neither what the others chose nor what came of it."""
    convoy.join("ann", crew=1)
    convoy.join("bob", crew=2)
    convoy.open_vote()
    convoy.vote("ann", "steer")
    convoy.vote("bob", "reef")
    convoy.delegate(3)
    convoy.press(*[Button.NEXT] * 4)
    mine, theirs = (convoy.phone(crew) for crew in (1, 2))

    assert mine.crew == "Albatross"
    assert mine.given == "Do the course thing"
    assert {v.id: v.votes for v in mine.votes if v.votes} == {"steer": 1}
    assert {v.id: v.votes for v in theirs.votes if v.votes} == {"reef": 1}
    assert "Bittern" not in as_json(mine)


def test_names_and_who_voted_for_what_are_on_no_shared_screen(drill: Drill) -> None:
    """The host sees who is missing; nobody sees what a person chose."""
    drill.join("quetzalcoatl")
    drill.open_vote()
    drill.vote("quetzalcoatl", "steer")
    drill.press(Button.REVEAL)
    host = drill.room.host_view(here={"quetzalcoatl"})

    shared = as_json(asdict(drill.seen)) + as_json(drill.phone())
    assert "quetzalcoatl" not in shared.lower()
    assert [(p.name, p.here, p.voted) for p in host.people] == [("Quetzalcoatl", True, True)]
    assert not hasattr(host.people[0], "order")


def test_while_she_sails_phones_do_not_tell_the_end(drill: Drill) -> None:
    """The projector tells the story; a phone must not be ahead of it."""
    drill.open_vote()
    before = drill.phone().gauges
    drill.count("steer", 1)
    drill.press(Button.REVEAL, Button.NEXT)
    sailing = drill.phone()
    assert (sailing.gauges, sailing.result) == (before, None)

    drill.press(Button.NEXT)
    told = drill.phone()
    assert told.gauges != before
    assert told.result


def test_the_facilitator_is_told_something_on_every_page_and_in_every_phase() -> None:
    assert set(PAGE_PROMPTS) == set(Page)
    assert set(PROMPTS) == set(Phase) - {Phase.DEBRIEF}


def test_each_room_speaks_in_the_words_of_its_own_scenario(tmp_path: Path) -> None:
    """Two rooms of one process, and neither hears the other's."""
    own = a_loaded_scenario(a_document(words={"stability": "Order", "course": "Direction"}))
    labels = []
    for name, loaded in (("own", own), ("usual", a_loaded_scenario())):
        (tmp_path / name).mkdir()
        room = a_live_session(tmp_path / name, 1, loaded)
        room.press(Button.NEXT)
        for _ in range(2):
            labels += [
                gauge.label
                for crew in room.projector_view().crews
                for gauge in (crew.watch.gauges if crew.watch else ())
                if gauge.label in {"Order", "Stability"}
            ]
        room.journal.close()

    assert labels == ["Order", "Order", "Stability", "Stability"]
