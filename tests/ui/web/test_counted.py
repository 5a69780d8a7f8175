"""What a phone calls in is what the host counts: clocks, windows, lost lines, other ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from game.session.commands import Assign, Button
from game.session.session import Phase
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.ui.web.browser import CHROMIUM, Visitors, says, titled
from tests.ui.web.running_room import Harbour, a_harbour

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

A_DAY_AHEAD = "const real = Date.now.bind(Date); Date.now = () => real() + 86400000"
KEEPS_NOTHING = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
"""
SEES_NO_STANDSTILL = """
const Heard = WebSocket;
const stands = ({ deck }) => deck && (deck.phase === "locked" || deck.paused);
window.WebSocket = class extends Heard {
  set onmessage(hear) {
    super.onmessage = hear && ((event) => stands(JSON.parse(event.data)) || hear(event));
  }
};
"""
"""Only the newest view is sent: one that is followed at once by another may never come."""
IS_IN, CHANGED = "Your vote is in", "Not counted: something has changed meanwhile"


def counted(harbour: Harbour) -> list[str]:
    """The orders that the host counts."""
    assert harbour.room.session.shown
    return [ballot.order for ballot in harbour.room.session.shown.ballots.values()]


def to_a_vote(harbour: Harbour, *pages: Page) -> None:
    """Open it, and wait until these see that."""
    for hand in (Button.NEXT, Button.NEXT):
        assert not harbour.room.press(hand)
    for page in pages:
        says(page, "The vote is open")


def choose(page: Page, number: int) -> None:
    """Tap an order, counted from 0."""
    page.locator(".order").nth(number).click()


def go_offline(page: Page) -> None:
    """The line is lost, and the phone knows it."""
    page.context.set_offline(True)
    page.evaluate("lines.forEach((line) => line.close())")
    expect(page.locator("#line")).to_contain_text("The line is lost")


def test_a_phones_clock_decides_nothing(visitors: Visitors, harbour: Harbour) -> None:
    """A day ahead, then put right and loaded again: the newest vote counts, and line for Monday."""
    context = visitors.someone()
    context.add_init_script(f"if (!location.search) {{ {A_DAY_AHEAD} }}")
    ann = visitors.phone("Ann", "Albatross", context)
    to_a_vote(harbour, ann)
    choose(ann, 0)
    says(ann, IS_IN)
    ann.goto(ann.url.replace("/#", "/?right#"))
    says(ann, f"{IS_IN}: {ann.locator('.order .label').nth(0).inner_text()}")
    choose(ann, 1)
    says(ann, f"{IS_IN}: {ann.locator('.order .label').nth(1).inner_text()}")
    assert counted(harbour) == ["lash_the_crate"]

    harbour.room.press(Button.DEBRIEF)
    for number, where in enumerate((ann.url.replace("/?right", "/"), ann.url)):
        ann.goto(where)
        ann.get_by_label("On Monday I will").fill(f"take fix {number}")
        ann.locator("#monday button").click()
        says(ann, "Your line is in")
        assert harbour.room.session.lines == (f"take fix {number}",)


def test_a_phone_that_may_keep_nothing_has_its_seat_after_a_reload(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Private windows, blocked cookies: one person, one seat, one vote."""
    context = visitors.someone()
    context.add_init_script(KEEPS_NOTHING)
    ann = visitors.phone("Ann", "Bittern", context)
    to_a_vote(harbour, ann)
    choose(ann, 0)
    says(ann, IS_IN)
    ann.reload()
    says(ann, IS_IN)
    choose(ann, 1)
    expect(ann.locator(".order.mine")).to_have_id("order-lash_the_crate")

    assert len(harbour.room.session.seats) == 1
    assert counted(harbour) == ["lash_the_crate"]


def test_taps_in_quick_succession_end_with_the_last(visitors: Visitors, harbour: Harbour) -> None:
    """Faster than answers come; the orders stay where they are under the finger."""
    ann = visitors.phone("Ann", "Albatross")
    to_a_vote(harbour, ann)
    tops = "[...document.querySelectorAll('.order')].map((one) => one.getBoundingClientRect().top)"
    before = ann.evaluate(tops)
    ann.evaluate("""
        for (const number of [0, 1, 0, 0, 1]) document.querySelectorAll(".order")[number].click()
    """)
    says(ann, IS_IN)

    expect(ann.locator(".order.mine")).to_have_id("order-lash_the_crate")
    assert counted(harbour) == ["lash_the_crate"]
    assert ann.evaluate(tops) == before


def test_an_old_tap_in_one_window_does_not_overrule_a_newer_one_in_another(
    visitors: Visitors, harbour: Harbour
) -> None:
    """It was tapped without a line; it is told, and both windows show what counts."""
    ann = visitors.phone("Ann", "Albatross")
    to_a_vote(harbour, ann)
    go_offline(ann)
    choose(ann, 0)
    says(ann, "Sending your vote")
    other = visitors.someone()
    has_the_seat = f"localStorage.setItem('seat-{harbour.door.code}', '{_token(ann)}')"
    other.add_init_script(f"if (location.host) {has_the_seat}")
    second = other.new_page()
    second.goto(ann.url)
    says(second, "The vote is open")
    choose(second, 1)
    says(second, IS_IN)
    ann.context.set_offline(False)

    says(ann, CHANGED)
    for page in (ann, second):
        expect(page.locator(".order.mine")).to_have_id("order-lash_the_crate")
    assert counted(harbour) == ["lash_the_crate"]
    choose(ann, 0)
    says(ann, IS_IN)
    expect(second.locator(".order.mine")).to_have_id("order-open_the_crate")


def _token(page: Page) -> str:
    return str(page.evaluate("Object.values(localStorage).find((kept) => kept.length === 32)"))


def test_whoever_is_moved_to_another_ship_and_back_sees_that_no_vote_counts(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Within one moment; the deck is the same, the ballot is gone."""
    ann = visitors.phone("Ann", "Albatross")
    to_a_vote(harbour, ann)
    choose(ann, 0)
    says(ann, IS_IN)
    (seat,) = harbour.room.session.seats
    harbour.room.do(Assign(seat, 2), Assign(seat, 1))

    says(ann, "The vote is open")
    expect(ann.locator(".order.mine")).to_have_count(0)
    assert counted(harbour) == []
    choose(ann, 0)
    says(ann, IS_IN)
    assert counted(harbour) == ["open_the_crate"]


def test_a_vote_that_has_no_answer_yet_is_not_shown_as_cast(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Locked, undone, talked over: in is what the room has said, until the line is lost."""
    ann = visitors.phone("Ann", "Albatross")
    to_a_vote(harbour, ann)
    choose(ann, 0)
    says(ann, IS_IN)
    ann.evaluate("lines.at(-1).send = () => {}")
    choose(ann, 1)
    harbour.room.press(Button.LOCK)
    expect(ann.locator(f"body[data-phase={Phase.LOCKED}]")).to_be_attached()
    says(ann, "Sending your vote")
    expect(ann.locator(".order.mine")).to_have_id("order-open_the_crate")
    ann.evaluate("delete lines.at(-1).send")
    says(ann, "Not counted: this vote is closed")

    harbour.room.press(Button.OPEN)
    says(ann, IS_IN)
    go_offline(ann)
    says(ann, "When the line was lost, your vote was in")
    ann.context.set_offline(False)
    says(ann, IS_IN)
    for hand in (Button.REVEAL, Button.UNDO, Button.BACK, Button.BACK, Button.BACK, Button.OPEN):
        harbour.room.press(hand)
    says(ann, IS_IN)
    assert counted(harbour) == ["open_the_crate"]


def test_a_refusal_is_over_when_the_vote_is_open_again_though_no_phone_saw_it_closed(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Locked or paused for a moment: the tap is not counted, and the next view is an open vote."""
    context = visitors.someone()
    context.add_init_script(SEES_NO_STANDSTILL)
    ann = visitors.phone("Ann", "Albatross", context)
    to_a_vote(harbour, ann)
    for shut, opened, why in (
        (Button.LOCK, Button.OPEN, "this vote is closed"),
        (Button.PAUSE, Button.PAUSE, "the session is paused"),
    ):
        harbour.room.press(shut)
        choose(ann, 0)
        says(ann, f"Not counted: {why}.")
        harbour.room.press(opened)
        says(ann, "The vote is open. Choose one order.")
    assert counted(harbour) == []
    choose(ann, 0)
    says(ann, IS_IN)


def test_a_locked_order_cannot_be_given_by_phone(browser: Browser, tmp_path: Path) -> None:
    """Its button is dead; whoever makes it live is told why not."""
    shut = an_order("sails", when=["crew is at least 99"], locked="The crew is too tired.")
    loaded = a_loaded_scenario(a_document(a_watch(steer=an_order("course"), reef=shut)))
    with a_harbour(tmp_path, loaded=loaded) as harbour:
        visitors = Visitors(browser, harbour)
        ann = visitors.phone("Ann")
        to_a_vote(harbour, ann)
        expect(ann.locator("#order-reef")).to_be_disabled()
        ann.evaluate("document.querySelector('#order-reef').disabled = false")
        ann.locator("#order-reef").click()
        says(ann, "Not counted: The crew is too tired.")
        assert counted(harbour) == []
        ann.context.close()


def test_whoever_presses_enter_is_dealt_to_the_ship_with_the_fewest(
    visitors: Visitors, harbour: Harbour
) -> None:
    """And the button says so before; a ship can be chosen, too."""
    visitors.phone("Ann", "Bittern")
    for _ in range(3):
        page = visitors.someone().new_page()
        page.goto(f"http://{harbour.host}/#{harbour.door.code}")
        button = page.get_by_role("button", name="Join the ship with the fewest people")
        expect(button).to_be_visible()
        page.get_by_label("Your name").press("Enter")
        titled(page, "You are aboard")

    crews = [seat.crew for seat in harbour.room.session.seats.values()]
    assert crews == [2, 1, 1, 2]
