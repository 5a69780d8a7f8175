"""The pages in Chromium: a session end to end, and what people do with phones meanwhile."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from playwright.sync_api import Browser, Page, expect

from game.i18n import _
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.session.commands import Button, Delegate
from game.session.session import Phase
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.languages import OTHERS, speaking
from tests.session.drill import VOTED_PHASES
from tests.ui.web.browser import CHROMIUM, Visitors, open_vote, says, titled, will
from tests.ui.web.running_room import Harbour, a_harbour

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

SCRIPT = "<script>window.broken=1</script><img src=x onerror=window.broken=1>"
BY_ITSELF = 15.0
"""Seconds; after twenty without a word a page looks for its line by itself."""


def test_from_the_lobby_to_the_debrief(visitors: Visitors, harbour: Harbour) -> None:
    """Two crews, three phones, the host's page with its keys, and the projector."""
    room = harbour.room
    host = visitors.host()
    assert harbour.door.key not in host.url
    ann, bob = visitors.phone("Ann", "Albatross"), visitors.phone("Bob", "Bittern")
    titled(ann, "You are aboard")
    expect(host.locator("#people")).to_contain_text("2 joined, 2 connected")

    host.keyboard.press("Space")
    says(ann, "Talk it over")
    expect(host.locator("#notes")).to_contain_text("Ask which of the two people")
    expect(ann.locator("#watch")).not_to_contain_text("Ask which of the two people")
    host.keyboard.press("v")
    says(ann, "The vote is open")
    ann.locator(".order").nth(0).click()
    says(ann, "Your vote is in")
    expect(host.locator("#people")).to_contain_text("Missing: Bob")
    assert [crew.voted for crew in room.projector_view().crews] == [1, 0]

    late = visitors.phone("Cec", "Bittern")
    says(late, "The vote is open")
    late.locator(".order").nth(1).click()
    bob.locator(".order").nth(1).click()
    says(bob, "Your vote is in")
    host.keyboard.press("b")
    expect(host.locator("#next")).to_contain_text("the projector is blank")
    host.keyboard.press("r")
    titled(ann, "How you voted")
    assert room.projector_view().blank
    expect(bob.locator(".bars")).to_contain_text("2")
    will(host, "Follow the majority")
    _sail_and_go_home(harbour, host, ann, bob)


def _sail_and_go_home(harbour: Harbour, host: Page, ann: Page, bob: Page) -> None:
    """Sail, undo, sail again, see what came of it, and say what to do on Monday."""
    room = harbour.room
    host.locator("#hand-majority").click()
    titled(bob, "Under sail")
    will(host, "Show what came of it")
    host.keyboard.press("u")
    will(host, "Follow the majority")
    titled(bob, "How you voted")
    host.locator("#hand-majority").click()
    will(host, "Show what came of it")
    host.keyboard.press("PageDown")
    titled(bob, "What came of it")
    expect(bob.locator(".why")).to_be_visible()
    assert [crew.voyage.gave for crew in room.session.crews] == [
        ("open_the_crate",),
        ("lash_the_crate",),
    ]

    host.keyboard.press("d")
    ann.get_by_label("On Monday I will").fill("ask who else knows the port")
    ann.get_by_role("button", name="Send").click()
    says(ann, "Your line is in")
    expect(host.locator("#lines")).to_contain_text("ask who else knows the port")
    assert room.projector_view().phase is Phase.DEBRIEF


def test_a_line_that_died_unnoticed_is_taken_up_as_soon_as_somebody_looks(
    visitors: Visitors, harbour: Harbour
) -> None:
    """A locked phone, another app in front: nobody told the page that its line is gone."""
    ann = visitors.phone("Ann", "Albatross")
    for event, hand, words in (
        ("document.dispatchEvent(new Event('visibilitychange'))", Button.NEXT, "Talk it over"),
        ("dispatchEvent(new Event('pageshow'))", Button.NEXT, "The vote is open"),
        ("dispatchEvent(new Event('online'))", Button.LOCK, "Locked."),
    ):
        ann.evaluate("new Promise((is) => { lines.at(-1).onclose = is; lines.at(-1).close(); })")
        harbour.room.press(hand)
        began = perf_counter()
        ann.evaluate(event)
        says(ann, words)

        assert perf_counter() - began < BY_ITSELF, event


def test_a_vote_that_came_too_late_is_not_held_against_the_next(visitors: Visitors) -> None:
    """It is said that it was not counted, until there is another one to be cast."""
    host, ann = visitors.host(), visitors.phone("Ann", "Albatross")
    bob = visitors.phone("Bob", "Bittern")
    open_vote(host)
    says(ann, "The vote is open")
    ann.context.set_offline(True)
    ann.evaluate("lines.forEach((line) => line.close())")
    expect(ann.locator("#line")).to_contain_text("The line is lost")
    ann.locator(".order").nth(1).click()
    host.keyboard.press("v")
    says(bob, "Locked.")
    will(host, "Reveal the votes")
    ann.context.set_offline(False)
    says(ann, "Not counted: this vote is closed.")

    host.keyboard.press("v")
    says(ann, "The vote is open. Choose one order.")


def test_a_phone_that_took_too_long_to_join_comes_back(visitors: Visitors) -> None:
    """Locked in the moment it called, it was hung up on."""
    host, ann = visitors.host(), visitors.phone("Ann", "Albatross")
    ann.evaluate("(lines.at(-1).onclose({ code: 4408 }), lines.at(-1).close())")
    open_vote(host)

    says(ann, "The vote is open")


def test_a_wrong_code_is_told_and_can_be_typed_again(visitors: Visitors, harbour: Harbour) -> None:
    """Without the QR code, too."""
    page = visitors.someone().new_page()
    page.goto(f"http://{harbour.host}/")
    page.get_by_label("The room's code").fill("QQQQQ")
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("not this room's code")
    page.get_by_label("The room's code").fill(harbour.door.code.lower())
    page.get_by_role("button", name="Join", exact=True).click()

    titled(page, "You are aboard")


def test_a_vote_needs_no_mouse_and_says_what_it_is(visitors: Visitors) -> None:
    """By keyboard; each button has its words and whether it is chosen; focus stays where it was."""
    host, ann = visitors.host(), visitors.phone("Ann", "Albatross")
    open_vote(host)
    says(ann, "The vote is open")
    ann.keyboard.press("Tab")
    ann.keyboard.press("Tab")
    ann.keyboard.press("Enter")
    says(ann, "Your vote is in")

    chosen = ann.get_by_role("group", name="Your order").get_by_role("button", pressed=True)
    expect(chosen).to_have_count(1)
    expect(chosen).to_be_focused()


def test_every_screen_fits_a_phone_of_320_pixels(visitors: Visitors, harbour: Harbour) -> None:
    """Nothing lies beside the screen, and what is to be tapped is large enough."""
    host = visitors.host((360, 740))
    ann = visitors.phone("Ann", "Albatross", visitors.someone((320, 568), "light"))
    assert ann.evaluate("document.documentElement.dataset.theme") == "light"
    assert host.evaluate("document.documentElement.dataset.theme") == "dark"
    harbour.room.do(Delegate(2, True))
    for phase in VOTED_PHASES[1:]:
        if phase is Phase.LOCKED:
            ann.locator(".order").nth(0).click()
            says(ann, "Your vote is in")
        host.locator("#hand-debrief" if phase is Phase.DEBRIEF else "#hand-next").click()
        expect(host.locator(f"body[data-phase={phase}]")).to_be_attached()
        expect(ann.locator(f"body[data-phase={phase}]")).to_be_attached()
        for page, width in ((ann, 320), (host, 360)):
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            sizes = page.evaluate(
                "[...document.querySelectorAll('button, input, select, summary')]"
                ".filter((one) => one.offsetParent)"
                ".map((one) => one.getBoundingClientRect().height)"
            )
            assert min(sizes) >= 44


def test_a_script_in_a_name_or_in_a_scenario_is_words(browser: Browser, tmp_path: Path) -> None:
    """It is read, and never run."""
    watch = a_watch(steer=an_order("course", label=f"Go {SCRIPT}")) | {
        "situation": f"Look: {SCRIPT}",
        "notes": f"Mind: {SCRIPT}",
    }
    with a_harbour(
        tmp_path, loaded=a_loaded_scenario(a_document(watch, title=f"A {SCRIPT}"))
    ) as harbour:
        visitors = Visitors(browser, harbour)
        host, ann = visitors.host(), visitors.phone("<b onclick=x()>Ann</b>")
        host.keyboard.press("Space")
        expect(ann.locator("#watch")).to_contain_text(f"Look: {SCRIPT}")
        expect(ann.locator(".order")).to_contain_text(f"Go {SCRIPT}")
        expect(host.locator("#notes")).to_contain_text(f"Mind: {SCRIPT}")
        host.get_by_text("Everyone").click()
        expect(host.locator("#everyone")).to_contain_text("<b onclick=x()>Ann</b>")
        for page in (host, ann):
            assert page.evaluate("window.broken") is None
            page.context.close()

        assert visitors.wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_room_in_another_language_fits_its_phones(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """From the lobby to the debrief, as narrow as phones are; refusals are in it, too."""
    with speaking(language):
        loaded = translate_scenario(find("maiden-passage"), language)
        with a_harbour(tmp_path, 2, loaded) as harbour:
            visitors = Visitors(browser, harbour)
            host = visitors.host((360, 740))
            ann = visitors.phone("Ann", "Albatross", visitors.someone((320, 568)))
            assert ann.evaluate("document.documentElement.lang") == language
            titled(ann, _("You are aboard"))
            harbour.room.do(Delegate(2, True))
            for phase in VOTED_PHASES[1:]:
                if phase is Phase.LOCKED:
                    ann.locator(".order").nth(0).click()
                    expect(ann.locator(".order.mine")).to_contain_text(_("\u2713 your vote"))
                host.locator("#hand-debrief" if phase is Phase.DEBRIEF else "#hand-next").click()
                for page, width in ((ann, 320), (host, 360)):
                    expect(page.locator(f"body[data-phase={phase}]")).to_be_attached()
                    assert page.evaluate("document.documentElement.scrollWidth") <= width
            expect(host.locator("#next")).to_contain_text(_("Next page"))
            for context in browser.contexts:
                context.close()
            assert visitors.wrong == []
