"""A whole regatta, all of it real: the facilitator's page and two phones with a ship each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from game.reports.session_files import crew_logbook_bytes
from game.scenario.model.loaded import LoadedScenario
from game.session.commands import Button
from game.session.session import Phase
from game.testing import a_document, a_helm, a_loaded_scenario, a_watch, an_order
from tests.ui.web.browser import CHROMIUM, Visitors, says, titled
from tests.ui.web.running_room import Harbour, a_harbour

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

WATCHES = 3
NARROW = (320, 640)


def a_short_passage() -> LoadedScenario:
    """Three watches, in which the first order sets the course and the second trims the sails."""
    watch = a_watch(steer=an_order("course"), reef=an_order("sails"))
    return a_loaded_scenario(a_document(*(watch,) * WATCHES))


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Harbour]:
    """A regatta whose watches the facilitator opens."""
    with a_harbour(tmp_path, 1, a_short_passage(), pace="watch") as harbour:
        yield harbour


def give(phone: Page, order: str) -> None:
    """Choose an order, confirm it, and see what came of it."""
    phone.locator(f"#order-{order}").click()
    phone.locator("#give").click()
    titled(phone, "What came of it")


def test_a_whole_regatta(visitors: Visitors, harbour: Harbour, tmp_path: Path) -> None:
    """Two ships, a phone that is lost and found, a late order by the mate, the own debrief."""
    room, host = harbour.room, visitors.host()
    ann = visitors.phone("Ann", context=visitors.someone(NARROW, "light"))
    bob = visitors.phone("Bob")
    ann.get_by_label("how many will set the course").fill("2")
    ann.keyboard.press("Enter")
    bob.get_by_role("button", name="Skip this").click()
    says(ann, "This is your ship")
    expect(ann.locator("#where")).to_contain_text("circle 1")
    host.locator("#hand-next").click()
    titled(ann, "Watch 1 of 3")
    expect(ann.locator("#title")).to_be_focused()
    expect(ann.get_by_role("img", name="Canvas")).to_be_visible()
    expect(ann.locator("#give")).to_be_disabled()

    _each_sails_alone(ann, bob, host)
    _the_mate_gives_what_is_missing(ann, bob, host)
    give(ann, "steer")
    give(bob, "reef")
    ann.locator("#go-on").click()
    says(ann, "Your voyage is over")
    expect(ann.locator("#own")).to_be_hidden()
    host.locator("#hand-debrief").click()
    titled(ann, "Debrief")
    expect(ann.locator("#own")).to_contain_text("Every captain")
    expect(ann.locator("#own")).to_contain_text("You guessed that 2")
    expect(bob.locator("#own")).to_contain_text("The mate gave the orders of these watches: 2")
    ann.get_by_label("On Monday I will").fill("ask who knows the port")
    ann.get_by_role("button", name="Send").click()
    says(ann, "Your line is in")

    assert ann.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    assert room.session.phase is Phase.DEBRIEF
    helm = a_helm(tmp_path / "solo", room.loaded)
    for order in ("steer", "reef", "steer"):
        helm.give(order)
    assert crew_logbook_bytes(room, room.session.crews[0]) == helm.path.read_bytes()


def _each_sails_alone(ann: Page, bob: Page, host: Page) -> None:
    """An order moves one ship; a reload and a second tab show the same."""
    give(ann, "steer")
    says(ann, "Your order: Do the course thing")
    expect(ann.locator("#result .why")).to_be_visible()
    titled(bob, "Watch 1 of 3")
    expect(host.locator("#people")).to_contain_text("1 without their order")
    expect(host.locator("#crews li").first).to_contain_text("Bob")
    ann.reload()
    titled(ann, "What came of it")
    expect(ann.locator("#go")).to_contain_text("opens when all have given their order")
    give(bob, "reef")
    host.locator("#hand-next").click()
    ann.locator("#go-on").click()
    titled(ann, "Watch 2 of 3")
    expect(ann.locator("#title")).to_be_focused()


def _the_mate_gives_what_is_missing(ann: Page, bob: Page, host: Page) -> None:
    """Bob's phone is off; when it is back, it says whose order that was."""
    bob.context.set_offline(True)
    bob.evaluate("lines.forEach((line) => line.close())")
    give(ann, "reef")
    host.locator(f"#hand-{Button.MATE}").click()
    expect(host.locator("#people")).to_contain_text("0 without their order")
    host.locator("#hand-next").click()
    bob.context.set_offline(False)
    says(bob, "The mate gave the order")
    bob.locator("#go-on").click()
    ann.locator("#go-on").click()
    titled(ann, "Watch 3 of 3")
