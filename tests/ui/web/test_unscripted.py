"""The pages when the world is unkind: no scripts, a sign-in page in between, a translator."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from game.session.commands import Button
from tests.ui.web.browser import CHROMIUM, PHONE, Visitors, says, will
from tests.ui.web.running_room import Harbour

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

PORTAL = "<!doctype html><title>Wi-Fi</title><script>location = '/'</script><p>Sign in, please"
WAYS: dict[str, tuple[str, Callable[[Route], None]]] = {
    "blocked": ("*.js", lambda route: route.abort()),
    "one blocked": ("words.js", lambda route: route.abort()),
    "a sign-in page": ("*.js", lambda r: r.fulfill(content_type="text/html", body=PORTAL)),
    "sent elsewhere": (
        "*.js",
        lambda r: r.fulfill(status=302, headers={"location": "http://portal.example/"}),
    ),
    "a sign-in page for all": ("*", lambda r: r.fulfill(content_type="text/html", body=PORTAL)),
    "an old browser": (
        "words.js",
        lambda r: r.fulfill(content_type="text/javascript", body="export let _ = ?;"),
    ),
    "a browser that lacks something": (
        "wire.js",
        lambda r: r.fulfill(
            content_type="text/javascript",
            body="export class Wire { constructor() { null.broken; } } export class Turns {}",
        ),
    ),
}
STILL = (
    "() => { const before = window.before; window.before = wrapped; return before === wrapped; }"
)
"""Whether nothing was translated since the last look."""
TRANSLATOR = """
// As browsers do it: words are wrapped in elements of the translator's, at once and ever after.
window.wrapped = 0;
const kept = "[translate=no], font, textarea, style, title";
const skipped = (node) => node.parentElement.closest(kept);
const wrap = (node) => {
  if (!node.parentElement || skipped(node) || !node.data.trim()) return;
  wrapped += 1;
  const font = document.createElement("font");
  font.append(node.data.toUpperCase());
  node.replaceWith(font);
};
const words = (root) => {
  if (root.nodeType === Node.TEXT_NODE) return wrap(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach(wrap);
  for (const label of root.querySelectorAll?.("label:has(input)") ?? []) {
    if (label.firstChild.tagName === "FONT" && label.childNodes.length === 1) continue;
    const font = document.createElement("font");
    font.append(...label.childNodes);
    label.append(font);
  }
};
addEventListener("DOMContentLoaded", () => {
  words(document.body);
  new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach(words)))
    .observe(document.body, { childList: true, subtree: true });
});
"""


def address(harbour: Harbour, page: str) -> str:
    """Where the phone page or the host's is, as people are given it."""
    secret = harbour.door.key if page == "/host" else harbour.door.code
    return f"http://{harbour.host}{page}#{secret}"


def stay_as_they_are(pages: dict[str, Page]) -> None:
    """None of them moves, flickers or loads again."""
    before = {way: page.screenshot() for way, page in pages.items()}
    went: list[str] = []
    for page in pages.values():
        page.on("framenavigated", lambda frame: went.append(frame.url))
    page.wait_for_timeout(700)

    assert [way for way, page in pages.items() if page.screenshot() != before[way]] == []
    assert went == []


def test_without_its_scripts_a_page_says_what_to_do_and_stays_still(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Whatever it is that keeps them away; nothing that does not work is shown."""
    pages: dict[str, Page] = {}
    for path, ways in (("/", tuple(WAYS)), ("/host", ("blocked", "an old browser"))):
        for way in ways:
            files, answer = WAYS[way]
            page = pages[f"{path} {way}"] = visitors.someone(PHONE).new_page()
            page.route(f"**/pages/{files}", answer)
            page.goto(address(harbour, path))

    for way, page in pages.items():
        missing = page.get_by_text("Part of this page is missing")
        expect(missing, way).to_be_visible()
        expect(page.get_by_text("Load this page again."), way).to_be_visible()
        expect(page.locator("button:visible"), way).to_have_count(0)
    stay_as_they_are(pages)
    visitors.wrong.clear()


def test_where_scripts_are_switched_off_it_is_said_at_once(
    visitors: Visitors, harbour: Harbour
) -> None:
    """There is nothing to wait for."""
    context = visitors.browser.new_context(java_script_enabled=False)
    pages = {path: context.new_page() for path in ("/", "/host")}
    for path, page in pages.items():
        page.goto(address(harbour, path))
        assert page.get_by_text("Part of this page is missing").is_visible()
    stay_as_they_are(pages)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_a_page_that_loads_as_it_should_never_changes_its_mind(
    visitors: Visitors, harbour: Harbour, scheme: str
) -> None:
    """It is in its own colours before its scripts come, and asks for no code that it knows."""
    page = visitors.someone(PHONE, scheme).new_page()
    held: list[Route] = []
    page.route("**/pages/phone.js", lambda route: held.append(route))  # noqa: PLW0108 - a builtin
    page.goto(address(harbour, "/"), wait_until="commit")
    expect(page.locator("html")).to_have_css("color-scheme", scheme)
    expect(page.locator("body")).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.evaluate("""
        window.seen = new Set();
        const look = () => document.querySelectorAll("input").forEach((one) => seen.add(one.id));
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    """)
    held.pop().continue_()
    expect(page.get_by_label("Your name")).to_be_visible()

    assert page.evaluate(colour) == before
    assert page.evaluate("[...seen]") == ["name"]
    expect(page.locator("#unscripted")).to_be_hidden()


def test_a_phone_that_cannot_reach_the_room_says_what_to_do(
    visitors: Visitors, harbour: Harbour
) -> None:
    """The page came, its socket does not: a proxy, a sign-in page, another network by now."""
    for path, words in (("/", "Is this phone in the room's Wi-Fi"), ("/host", "Is this device")):
        page = visitors.someone().new_page()
        page.add_init_script("""
            const Lined = WebSocket;
            const nowhere = `ws://${location.host}/nowhere`;
            window.WebSocket = class extends Lined { constructor() { super(nowhere); } };
        """)
        page.goto(address(harbour, path))
        says(page, words)
        expect(page.locator("input")).to_have_count(0)


def test_a_sign_in_page_in_place_of_an_answer_is_no_key(
    visitors: Visitors, harbour: Harbour
) -> None:
    """It says that all is well to everything; the host is told that nobody answers."""
    page = visitors.someone().new_page()
    page.route("**/host/key", lambda r: r.fulfill(content_type="text/html", body=PORTAL))
    page.goto(address(harbour, "/host"))

    expect(page.get_by_role("alert")).to_have_text("Nobody answers. Try again.")


def test_a_page_that_the_browser_translates_works_and_stays_still(
    visitors: Visitors, harbour: Harbour
) -> None:
    """Words are another's then; names, codes and clocks stay, and no word is put back and forth."""
    context = visitors.someone()
    context.add_init_script(TRANSLATOR)
    ann = context.new_page()
    ann.goto(address(harbour, "/"))
    expect(ann.locator("fieldset button").first).to_have_text("Albatross")
    ann.locator("fieldset button").first.click()
    host = context.new_page()
    host.goto(address(harbour, "/host"))
    for words in ("OPEN THE VOTE", "LOCK THE VOTE"):
        host.locator("#hand-next").click()
        will(host, words)
    host.locator("#hand-time").click()
    says(ann, "THE VOTE IS OPEN")
    ann.locator(".order").nth(1).click()
    says(ann, "YOUR VOTE IS IN")
    expect(ann.locator(".order.mine")).to_contain_text("YOUR VOTE")
    expect(host.locator(".votes").nth(1)).to_contain_text("1")
    field = host.locator("#count-1-open_the_crate")
    field.select_text()
    for key in "127":
        host.keyboard.type(key)
        assert not harbour.room.press(Button.BLANK)
        expect(field).to_be_focused()
    expect(host.locator(".votes").first).to_contain_text("127")

    for page in (ann, host):
        page.wait_for_function(STILL, polling=500)
    wrapped = [page.evaluate("wrapped") for page in (ann, host)]
    host.wait_for_timeout(1500)
    assert [page.evaluate("wrapped") for page in (ann, host)] == wrapped
    assert harbour.room.session.decisions[-1].hands == {(1, "open_the_crate"): 127}
