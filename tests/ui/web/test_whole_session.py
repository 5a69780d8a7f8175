"""A whole session, all of it real: projector, host's page, three phones in two crews, one room.

What each face does by itself is tried beside it, in `test_browser.py`, `test_host_page.py` and
`tests/ui/window/test_room.py`; this holds them together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from game.session.commands import Button
from game.session.session import Phase
from game.testing import a_helm
from tests.ui.web.browser import CHROMIUM, Visitors, says, titled, will
from tests.ui.web.running_room import Harbour
from tests.ui.window.wall import Wall, a_wall

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

COURSE, SAILS = 0, 1


@pytest.fixture
def wall(harbour: Harbour, tmp_path: Path) -> Iterator[Wall]:
    """A projector over the room that phones call."""
    with a_wall(tmp_path, room=harbour.room, phones=True) as wall:
        yield wall


def seen_on(wall: Wall) -> str:
    """What the projector says once it has followed the room."""
    wall.turn()
    wall.settle()
    return wall.said


def label(phone: Page, number: int) -> str:
    """The words of an order that a phone offers, counted from 0."""
    return phone.locator(".order .label").nth(number).inner_text()


def choose(phone: Page, number: int) -> None:
    """A phone votes, and is told that it counts."""
    phone.locator(".order").nth(number).click()
    says(phone, f"Your vote is in: {label(phone, number)}")


def press(host: Page, hand: Button, leads_to: str) -> None:
    """A button on the host's page, and what the next press does then."""
    host.locator(f"#hand-{hand}").click()
    will(host, leads_to)


def test_a_whole_session(visitors: Visitors, harbour: Harbour, wall: Wall, tmp_path: Path) -> None:
    """From the lobby to the lines for Monday; whatever happens to phones, and a wrong press."""
    room = harbour.room
    host = visitors.host()
    ann, bob = visitors.phone("Ann", "Albatross"), visitors.phone("Bob", "Bittern")
    expect(host.locator("#people")).to_contain_text("2 joined, 2 connected")
    assert "2 joined" in seen_on(wall)

    press(host, Button.NEXT, "Open the vote")
    says(ann, "Talk it over")
    expect(host.locator("#next")).to_contain_text("Watch 1 of 10")
    assert "Watch 1 of 10" in seen_on(wall)
    press(host, Button.OPEN, "Lock the vote")
    _vote_whatever_happens_to_phones(visitors, wall, ann, bob)

    _go_dark_and_come_back(wall, host, ann)
    press(host, Button.LOCK, "Reveal the votes")
    says(bob, "Locked")
    assert "The vote is locked" in seen_on(wall)
    assert all(crew.votes == () for crew in room.projector_view().crews)
    press(host, Button.REVEAL, "Follow the majority")
    titled(bob, "How you voted")
    assert "How you voted" in seen_on(wall)

    _sail_undo_and_sail_again(wall, host, ann)

    press(host, Button.DEBRIEF, "Next page")
    expect(host.locator("#next")).to_contain_text("Debrief 1 of 9")
    assert "The course-only ship" in seen_on(wall)
    wall.key("pagedown")
    assert "Believed and true" in seen_on(wall)
    _take_home(wall, host, ann, tmp_path)


def _vote_whatever_happens_to_phones(visitors: Visitors, wall: Wall, ann: Page, bob: Page) -> None:
    """Refresh, a second tab, no network, a late joiner; the wall knows how many, never for what."""
    choose(ann, COURSE)
    one_way = seen_on(wall)
    assert "1 of 2" in one_way
    choose(ann, SAILS)
    assert seen_on(wall) == one_way

    ann.reload()
    says(ann, f"Your vote is in: {label(ann, SAILS)}")
    tab = ann.context.new_page()
    tab.goto(ann.url)
    says(tab, f"Your vote is in: {label(ann, SAILS)}")
    choose(tab, COURSE)
    says(ann, f"Your vote is in: {label(ann, COURSE)}")
    tab.close()
    assert len(wall.room.session.seats) == 2

    bob.context.set_offline(True)
    bob.evaluate("lines.forEach((line) => line.close())")
    expect(bob.locator("#line")).to_contain_text("The line is lost")
    bob.locator(".order").nth(SAILS).click()
    says(bob, "Sending your vote")
    bob.context.set_offline(False)
    says(bob, f"Your vote is in: {label(bob, SAILS)}")
    cast = [ballot.order for ballot in wall.room.session.decisions[-1].ballots.values()]
    assert cast == ["open_the_crate", "lash_the_crate"]

    choose(visitors.phone("Cec", "Bittern"), SAILS)
    assert "3 of 3" in seen_on(wall)


def _go_dark_and_come_back(wall: Wall, host: Page, ann: Page) -> None:
    """The wall alone is black; phones go on."""
    host.locator("#hand-blank").click()
    expect(host.locator("#next")).to_contain_text("the projector is blank")
    assert seen_on(wall) == ""
    says(ann, "Your vote is in")
    host.locator("#hand-blank").click()
    expect(host.locator("#next")).not_to_contain_text("the projector is blank")


def _sail_undo_and_sail_again(wall: Wall, host: Page, ann: Page) -> None:
    """A wrong press is taken back on every screen; then what came of it."""
    press(host, Button.MAJORITY, "Show what came of it")
    titled(ann, "Under sail")
    under_way = seen_on(wall)
    assert "How you voted" not in under_way
    assert all(crew.name in under_way for crew in wall.room.session.crews)
    press(host, Button.UNDO, "Follow the majority")
    titled(ann, "How you voted")
    assert "How you voted" in seen_on(wall)
    press(host, Button.MAJORITY, "Show what came of it")
    press(host, Button.NEXT, "On to the next watch")
    titled(ann, "What came of it")
    assert "She made" in seen_on(wall)


def _take_home(wall: Wall, host: Page, ann: Page, folder: Path) -> None:
    """A line for Monday reaches the papers on disk; every logbook is a solo captain's."""
    assert wall.room.projector_view().phase is Phase.DEBRIEF
    ann.get_by_label("On Monday I will").fill("ask who else knows the port")
    ann.get_by_role("button", name="Send").click()
    says(ann, "Your line is in")
    expect(host.locator("#lines")).to_contain_text("ask who else knows the port")
    seen_on(wall)
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "ask who else knows the port" in page
    assert "Ann" not in page

    for name, order in (("albatross", "open_the_crate"), ("bittern", "lash_the_crate")):
        helm = a_helm(folder / "solo" / name, wall.room.loaded)
        helm.give(order)
        assert (folder / f"{name}.jsonl").read_bytes() == helm.path.read_bytes()
