"""The facilitator's page in Chromium: hands are counted, keys are asked for, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from game.session.commands import Button, Join, Vote
from tests.ui.web.browser import CHROMIUM, PHONE, Visitors, open_vote, will
from tests.ui.web.running_room import Harbour

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")


def test_a_pause_and_a_captain_are_said_on_the_phone(visitors: Visitors) -> None:
    """And nothing can be chosen meanwhile."""
    host, ann = visitors.host(), visitors.phone("Ann", "Albatross")
    open_vote(host)
    host.keyboard.press("p")
    will(host, "Go on")
    expect(ann.locator(".banner")).to_contain_text("Paused")
    expect(ann.locator(".order:enabled")).to_have_count(0)
    host.keyboard.press("Space")
    expect(ann.locator(".order:enabled")).to_have_count(2)

    host.locator("#captain-1").click()
    expect(ann.locator(".banner")).to_contain_text("adaptive captain")
    expect(ann.locator(".order:enabled")).to_have_count(0)


def test_hands_are_counted_on_the_host_page(visitors: Visitors, harbour: Harbour) -> None:
    """Typed, with the vote open; a tie is broken with a button."""
    host = visitors.host()
    open_vote(host)
    for crew in (1, 2):
        for name in ("open_the_crate", "lash_the_crate"):
            host.locator(f"#count-{crew}-{name}").fill("4")
            host.locator(f"#count-{crew}-{name}").press("Enter")
    expect(host.locator(".votes").last).to_contain_text("4")
    host.locator("#hand-reveal").click()
    will(host, "Albatross is in a tie: decide for her")
    host.locator("#decide-1-open_the_crate").click()
    will(host, "Bittern is in a tie: decide for her")
    host.locator("#decide-2-lash_the_crate").click()
    will(host, "Show what came of it")

    assert [crew.voyage.gave for crew in harbour.room.session.crews] == [
        ("open_the_crate",),
        ("lash_the_crate",),
    ]


def test_a_count_is_kept_while_the_page_is_drawn_anew_under_the_typing_hand(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Phones vote while the facilitator types: no key is lost, and no Enter is needed."""
    host = visitors.host()
    open_vote(host)
    harbour.room.do(*(Join(f"s{n}", "", 1) for n in range(3)))
    expect(host.locator("#crews")).to_contain_text("0 of 3 have voted")
    field = host.locator("#count-1-open_the_crate")
    field.select_text()
    for number, key in enumerate("127"):
        harbour.room.do(Vote(f"s{number}", 1, "lash_the_crate", 1))
        expect(host.locator(".votes").nth(1)).to_contain_text(str(number + 1))
        expect(field).to_be_focused()
        host.keyboard.type(key)
    expect(host.locator(".votes").first).to_contain_text("127")

    assert harbour.room.session.decisions[-1].hands == {(1, "open_the_crate"): 127}


def test_whoever_went_home_is_let_go_and_welcome_back(visitors: Visitors, harbour: Harbour) -> None:
    """With one press; nobody is missing any more, and a phone that comes back is counted again."""
    host, ann = visitors.host(), visitors.phone("Ann", "Albatross")
    bob = visitors.phone("Bob", "Albatross")
    open_vote(host)
    ann.locator(".order").nth(0).click()
    expect(host.locator("#crews")).to_contain_text("1 of 2 have voted")
    url = bob.url
    bob.goto("about:blank")
    expect(host.locator("#people")).to_contain_text("Away, but counted in: Bob")
    host.get_by_role("button", name="Let these go").click()
    expect(host.locator("#crews")).to_contain_text("1 of 1 have voted")
    expect(host.locator("#people")).not_to_contain_text("Bob")
    assert harbour.room.projector_view().crews[0].aboard == 1

    bob.goto(url)
    expect(host.locator("#crews")).to_contain_text("1 of 2 have voted")
    expect(host.locator("#people")).to_contain_text("Missing: Bob")


def test_without_the_key_the_host_page_asks_for_it(visitors: Visitors, harbour: Harbour) -> None:
    """A wrong one is said to be wrong; the right one may be typed with dashes."""
    page = visitors.someone(PHONE).new_page()
    page.goto(f"http://{harbour.host}/host")
    page.get_by_label("The host's key").fill("wrong")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("This is not the key.")
    key = harbour.door.key
    page.get_by_label("The host's key").fill(f"{key[:4]}-{key[4:].upper()}")
    page.get_by_role("button", name="Open", exact=True).click()

    expect(page.locator("#hand-next")).to_be_visible()
    assert page.evaluate("document.cookie") == ""
    visitors.wrong = [text for text in visitors.wrong if "403" not in text]


class Elsewhere:
    """Addresses of which one is chosen, as a laptop in two networks has them."""

    missing = ""

    def __init__(self) -> None:
        self.at, self.has = "192.168.1.9", {"192.168.1.9": "eth0", "192.168.1.20": "wlan0"}
        self.guessed = True

    def look(self) -> bool:
        """Nothing is new."""
        return False

    def describe(self) -> dict[str, Any]:
        """Both, and which of them is shown."""
        has = [{"name": n, "address": a, "shown": a == self.at} for a, n in self.has.items()]
        return {"url": f"http://{self.at}:8470/", "guessed": self.guessed, "choices": has}

    def choose(self, address: str) -> str:
        """The other one."""
        self.at, self.guessed = address, False
        return ""


def test_the_facilitator_chooses_where_phones_call(visitors: Visitors, harbour: Harbour) -> None:
    """It is said that one had to be chosen, until somebody has; then the others lie folded."""
    harbour.server.broadcaster.addresses = Elsewhere()
    host = visitors.host()
    expect(host.locator("#trouble")).to_contain_text("had to be chosen")
    host.locator("[id='at-192.168.1.20']").click()
    expect(host.locator("#place")).to_contain_text("http://192.168.1.20:8470/")
    expect(host.locator("#trouble")).to_be_hidden()
    expect(host.locator("#place summary")).to_have_text("Other addresses")


def test_what_is_wrong_stands_on_top_of_the_page(visitors: Visitors, harbour: Harbour) -> None:
    """A disk that takes nothing, and phones that found no room, with what to do."""
    host = visitors.host()
    expect(host.locator("#trouble")).to_be_hidden()
    harbour.server.broadcaster.unwritten = "database or disk is full"
    harbour.server.broadcaster.turned_away = 3
    harbour.room.press(Button.NEXT)

    expect(host.locator("#trouble")).to_contain_text("Nothing can be written down")
    expect(host.locator("#trouble")).to_contain_text("3 calls found no room")
