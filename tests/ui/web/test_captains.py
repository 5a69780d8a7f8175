"""Captains in a real browser: by keyboard, in German, enlarged, aboard other ships, twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from game.scenario.model.loaded import LoadedScenario
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.languages import speaking
from tests.ui.web.browser import CHROMIUM, Visitors, open_vote, says, titled, will
from tests.ui.web.running_room import Harbour, a_harbour

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
NARROW, LYING = (320, 640), (740, 360)


def a_passage_with_a_harbour() -> LoadedScenario:
    """Three watches; who wants to may put into harbour in any of them."""
    home = an_order("course", goto="harbour")
    watch = a_watch(home=home, steer=an_order("course"), trim=an_order("sails"))
    return a_loaded_scenario(a_document(*(watch,) * 3))


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Harbour]:
    """A regatta whose watches the facilitator opens."""
    with a_harbour(tmp_path, 1, a_passage_with_a_harbour(), pace="watch") as harbour:
        yield harbour


def skip(*phones: Page) -> None:
    """They do not want to guess."""
    for phone in phones:
        phone.locator("#guess-number-skip").click()


def give(phone: Page, order: str) -> None:
    """Choose an order, and confirm it."""
    phone.locator(f"#order-{order}").click()
    phone.locator("#give").click()


def fits(phone: Page) -> bool:
    """Whether nothing is to be scrolled to aside."""
    return bool(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_who_is_in_harbour_advises_and_all_sail_once_more(
    visitors: Visitors, tmp_path: Path
) -> None:
    """On phones of 320 px, lying on their side, enlarged; the report is kept and can be opened."""
    host = visitors.host()
    ann = visitors.phone("Ann", context=visitors.someone(NARROW, "light"))
    bob = visitors.phone("Bob", context=visitors.someone(LYING))
    cec = visitors.phone("Cec", context=visitors.someone((640, 900)))
    skip(ann, bob, cec)
    cec.evaluate("document.documentElement.style.fontSize = '200%'")
    host.locator("#hand-next").click()
    titled(ann, "Watch 1 of 3")
    _the_room_is_asked(host, ann, bob, cec)
    give(ann, "home")
    give(bob, "trim")
    give(cec, "steer")
    host.locator("#hand-next").click()
    ann.locator("#go-on").click()
    ann.get_by_role("button", name="Go aboard another ship").click()
    titled(ann, "Aboard another ship: watch 2")
    expect(ann.locator("#title")).to_be_focused()
    give(ann, "steer")
    says(ann, "Your advice is in")
    bob.locator("#go-on").click()
    give(bob, "trim")
    expect(bob.locator("#advised")).to_contain_text("Do the course thing: 1")
    assert all(map(fits, (ann, bob, cec)))

    host.locator("#hand-debrief").click()
    expect(ann.locator("#page-captains").get_by_role("img")).to_be_visible()
    ann.locator("#decisions").click()
    expect(ann.locator("#page-decisions")).to_be_visible()
    _keeps_a_report(ann, tmp_path / "report.html")
    host.locator("#again").click()
    titled(ann, "Watch 1 of 3")
    expect(ann.locator("#own")).to_be_hidden()
    give(ann, "trim")
    titled(ann, "What came of it")


def _the_room_is_asked(host: Page, *phones: Page) -> None:
    """A number that cannot be is not sent; nobody sees an answer before all are in."""
    host.locator("#round-poll").click()
    for phone in phones:
        field = phone.get_by_label("Of the 3 ships, how many will arrive?")
        field.fill("4")
        field.press("Enter")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_be_focused()
        field.fill("2")
        field.press("Enter")
        expect(field).to_be_hidden()
    host.locator("#round-poll").click()
    for phone in phones:
        expect(phone.locator("#poll")).to_contain_text("2 of 3 ships will arrive")
        phone.locator("#polled").click()


def _keeps_a_report(phone: Page, file: Path) -> None:
    """One file; it asks nobody for anything, and its charts can be seen and read."""
    with phone.expect_download() as download:
        phone.locator("#keep").click()
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert "http://" not in text.replace("http://www.w3.org/", "")
    report = phone.context.browser.new_page() if phone.context.browser else phone
    report.goto(file.as_uri())
    expect(report.get_by_role("heading", name="Decision and luck")).to_be_visible()
    expect(report.get_by_role("img")).to_have_count(6)
    report.close()


def test_by_keyboard_alone_and_then_on_a_laptop(visitors: Visitors) -> None:
    """Every step has the focus where it goes on; the seat's own link brings all of it along."""
    phone = visitors.someone().new_page()
    phone.goto(f"http://{visitors.harbour.host}/")
    phone.get_by_label("The room's code").fill("AAAAA")
    phone.keyboard.press("Enter")
    expect(phone.locator("#code")).to_have_attribute("aria-invalid", "true")
    expect(phone.locator("#code")).to_be_focused()
    phone.keyboard.press("Control+a")
    phone.keyboard.type(visitors.harbour.door.code)
    phone.keyboard.press("Enter")
    titled(phone, "Before you sail")
    expect(phone.locator("#title")).to_be_focused()
    for keys in ("Tab", "2", "Enter"):
        phone.keyboard.press(keys)
    says(phone, "This is your ship")
    host = visitors.host()
    host.keyboard.press("Space")
    titled(phone, "Watch 1 of 3")
    expect(phone.locator("#title")).to_be_focused()
    for keys in ("Tab", "Tab", "Tab", "Space", "Tab", "Enter"):
        phone.keyboard.press(keys)
    titled(phone, "What came of it")
    says(phone, "Your order: Do the sails thing")
    phone.get_by_text("Continue on another device").click()
    link = phone.locator("#device .small").inner_text()
    laptop = visitors.someone((1280, 800)).new_page()
    laptop.goto(link)

    titled(laptop, "What came of it")
    assert "." not in laptop.url.partition("#")[2]
    assert len(visitors.harbour.room.session.seats) == 1


def test_in_german(tmp_path: Path, browser: BrowserContext) -> None:
    """The page is told in German; a scenario that is not says so to screen readers."""
    with speaking("de"), a_harbour(tmp_path, 1, a_passage_with_a_harbour(), pace="own") as harbour:
        visitors = Visitors(browser, harbour)  # type: ignore[arg-type]
        phone = visitors.phone("Ann", context=visitors.someone(NARROW))
        phone.get_by_role("button", name="Überspringen").click()
        titled(phone, "Wache 1 von 3")
        expect(phone.locator("#watch p").first).to_have_attribute("lang", "en")
        assert fits(phone)


def test_a_room_that_votes_gets_its_debrief_on_phones_in_words(
    browser: BrowserContext, tmp_path: Path
) -> None:
    """Whoever cannot see the wall has the same findings; the focus is never lost."""
    with a_harbour(tmp_path, 1, a_passage_with_a_harbour()) as harbour:
        visitors = Visitors(browser, harbour)  # type: ignore[arg-type]
        host, phone = visitors.host(), visitors.phone("Ann")
        expect(phone.locator("#title")).to_be_focused()
        open_vote(host)
        phone.locator("#order-trim").click()
        says(phone, "Your vote is in")
        host.keyboard.press("v")
        expect(phone.locator("#order-trim")).to_be_disabled()
        expect(phone.locator("#title")).to_be_focused()
        for key, leads_to in (("r", "Follow the majority"), ("Space", "Show what came of it")):
            host.keyboard.press(key)
            will(host, leads_to)
        host.keyboard.press("d")
        expect(phone.locator("#page-believed")).to_contain_text("Believed and true")
        phone.get_by_text("Every captain: all figures").click()
        expect(phone.locator("#page-captains .figures")).to_contain_text("arrived")
        assert visitors.wrong == []
