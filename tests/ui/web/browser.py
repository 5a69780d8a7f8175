"""A real browser on the room's pages: phones in contexts of their own, and the host's page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from game.i18n import _
from tests.ui.web.running_room import Harbour

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
expect.set_options(timeout=15_000)  # busy machines are slow, and what comes late has come
LINES = """
const Real = WebSocket;
window.lines = [];
window.WebSocket = class extends Real {
  constructor(url) { super(url); lines.push(this); }
};
"""
"""Keeps a page's sockets at hand: being offline does not cut those that are open."""
PHONE, LAPTOP = (360, 740), (1280, 800)


@contextmanager
def a_browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    words = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=words)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visitors:
    """Whoever looks at a room's pages. wrong: what their consoles said, which should be nothing."""

    browser: Browser
    harbour: Harbour
    wrong: list[str] = field(default_factory=list)

    def someone(self, size: tuple[int, int] = PHONE, scheme: str = "dark") -> BrowserContext:
        """A phone or laptop of its own, with cookies of its own."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="light" if scheme == "light" else "dark",
        )
        context.set_default_timeout(10_000)
        context.add_init_script(LINES)
        context.on("console", lambda message: self._heard(message.type, message.text))
        context.on("weberror", lambda fault: self.wrong.append(str(fault.error)))
        return context

    def phone(self, name: str, ship: str = "", context: BrowserContext | None = None) -> Page:
        """A phone that has followed the QR code and joined: at most two taps."""
        page = (context or self.someone()).new_page()
        page.goto(f"http://{self.harbour.host}/#{self.harbour.door.code}")
        page.get_by_label(_("Your name, if you like")).fill(name)
        page.get_by_role("button", name=ship or _("Join"), exact=True).click()
        expect(page.get_by_text(_("Connected"))).to_be_visible()
        return page

    def host(self, size: tuple[int, int] = LAPTOP) -> Page:
        """The facilitator's page, opened with the address from the terminal."""
        page = self.someone(size).new_page()
        page.goto(f"http://{self.harbour.host}/host#{self.harbour.door.key}")
        expect(page.locator("#hand-next")).to_be_visible()
        return page

    def _heard(self, kind: str, text: str) -> None:
        is_line = "WebSocket" in text or "ERR_INTERNET_DISCONNECTED" in text
        if kind in {"error", "warning"} and not is_line:
            self.wrong.append(text)


def says(page: Page, text: str) -> None:
    """The page comes to say this in its status line."""
    expect(page.locator("#status")).to_contain_text(text)


def titled(page: Page, text: str) -> None:
    """The page comes to have this heading."""
    expect(page.locator("#title")).to_contain_text(text)


def will(host: Page, words: str) -> None:
    """The host's page comes to say what the next press does."""
    expect(host.locator("#hand-next")).to_have_text(words)


def open_vote(host: Page) -> None:
    """From the lobby to an open vote, as fast as the page follows."""
    for words in ("Open the vote", "Lock the vote"):
        host.keyboard.press("Space")
        will(host, words)
