"""Pictures of every page in every phase, to look at: `python -m tests.ui.web.pictures OUT`."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect

from game.i18n import spoken
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.session.session import Phase
from game.ui.languages import LANGUAGES
from tests.languages import speaking
from tests.ui.web.browser import LAPTOP, PHONE, Visitors, a_browser
from tests.ui.web.running_room import a_harbour


def draw(out: Path, scheme: str, scenario: str) -> None:
    """One session, a picture of each phone and host page in each phase."""
    loaded = translate_scenario(find(scenario), spoken())
    with (
        TemporaryDirectory() as folder,
        a_harbour(Path(folder), 2, loaded) as harbour,
        a_browser() as browser,
    ):
        visitors = Visitors(browser, harbour)
        outside = visitors.someone(PHONE, scheme).new_page()
        outside.goto(f"http://{harbour.host}/#{harbour.door.code}")
        expect(outside.get_by_role("button", name="Albatross")).to_be_visible()
        outside.screenshot(path=out / f"{scheme}-0-outside-phone.png")
        ann = visitors.phone("Ann", "Albatross", visitors.someone(PHONE, scheme))
        for name in ("Bob", "Cec"):
            visitors.phone(name, "Bittern")
        visitors.phone("Dan", "Albatross").close()
        small = visitors.host(PHONE)
        large = visitors.someone(LAPTOP, scheme).new_page()
        large.goto(f"http://{harbour.host}/host#{harbour.door.key}")
        pages = {"phone": ann, "host-360": small, "host-1280": large}
        for number, phase in enumerate(Phase, 1):
            if phase is Phase.LOCKED:
                ann.locator(".order").nth(0).click()
                expect(ann.locator(".order.mine")).to_contain_text("\u2713")
                large.locator("#captain-2").click()
            if phase is not Phase.LOBBY:
                _click(large, phase)
            for name, page in pages.items():
                expect(page.locator(f"body[data-phase={phase}]")).to_be_attached()
                whole = name != "host-1280"
                page.screenshot(path=out / f"{scheme}-{number}-{phase}-{name}.png", full_page=whole)


def _click(host: Page, phase: Phase) -> None:
    host.locator("#hand-debrief" if phase is Phase.DEBRIEF else "#hand-next").click()


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="python -m tests.ui.web.pictures")
    words.add_argument("out", type=Path)
    words.add_argument("--scenario", default="two-hands-on-the-wheel")
    words.add_argument("--language", choices=LANGUAGES, default="en")
    asked = words.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with speaking(asked.language):
        for theme in ("dark", "light"):
            draw(asked.out, theme, asked.scenario)
