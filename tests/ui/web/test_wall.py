"""The wall as a page: it shows what the projector shows, turns with it, and can do nothing."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from game.scenario.loading.library import find
from game.session.commands import Button, Join, Order, Turn
from game.session.session import TALK
from game.ui.web.connection import GARBLED, NOT_LET_IN
from tests.ui.web.browser import CHROMIUM, Visitors
from tests.ui.web.calls import answer, ask, call, closed
from tests.ui.web.running_room import Harbour, a_harbour
from tests.ui.web.test_regatta import a_short_passage

needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
SECRET = "xyzzy-for-the-facilitator-alone"  # noqa: S105 - what is looked for


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Harbour]:
    """A regatta of two, not yet cast off."""
    with a_harbour(tmp_path, 1, a_short_passage(), pace="watch") as harbour:
        harbour.server.broadcaster.walls.link = lambda: (
            f"http://192.0.2.7:8470/#{harbour.door.code}"
        )
        for n, name in enumerate((SECRET, "Bob")):
            harbour.room.do(Join(f"seat-{n}", name, 0))
        yield harbour


def cookie_of(harbour: Harbour) -> str:
    """What a wall shows that was given its key."""
    return f"{harbour.door.cookie}_wall={harbour.door.wall_key}"


def hang(visitors: Visitors, size: tuple[int, int] = (1280, 720), scheme: str = "dark") -> Page:
    """A wall, opened with its link."""
    page = visitors.someone(size, scheme).new_page()
    page.goto(f"http://{visitors.harbour.host}/wall#{visitors.harbour.door.wall_key}")
    expect(page.locator("#wall")).to_be_visible()
    return page


@needs_chromium
def test_a_wall_shows_a_regatta_and_turns_with_it(visitors: Visitors, harbour: Harbour) -> None:
    """From the lobby to Monday's lines, without a name; on a small screen nothing juts out."""
    room, small = harbour.room, (320, 640)
    numbers = itertools.count(1)
    wall, narrow, host = hang(visitors), hang(visitors, small, "light"), visitors.host()
    expect(wall.locator(".sheet")).to_contain_text(harbour.door.code)
    assert wall.evaluate("location.hash") == ""
    host.locator("#hand-next").click()
    expect(wall.locator(".sheet")).to_contain_text("2 ships at sea, 0 with their order")
    room.do(Order("seat-0", 1, "steer"))
    expect(wall.locator(".dots .given")).to_have_count(1)
    room.do(Order("seat-1", 1, "reef"))
    host.locator("#hand-debrief").click()
    for page in room.session.pages:
        where = f"Debrief {next(numbers)} of {len(room.session.pages)}"
        expect(host.locator("#next")).to_contain_text(where)
        expect(host.locator("#next")).not_to_contain_text("undefined")
        for leaf in range(room.leaves):
            room.do(Turn(leaf, room.session.step))
            expect(wall.locator(".wall")).to_have_attribute("data-leaf", re.compile("."))
            if page not in TALK:
                expect(wall.locator("svg.drawing, .card, .sheet p").first).to_be_visible()
            assert narrow.evaluate("document.documentElement.scrollWidth") <= small[0]
            if page is room.session.pages[0]:
                across = "svg => svg.getBoundingClientRect().width / innerWidth"
                assert wall.locator("svg.drawing").evaluate(across) > 0.9
        room.press(Button.NEXT)
    expect(wall.locator(".sheet")).to_contain_text("What will you do on Monday")

    assert SECRET not in wall.content() + narrow.content()


@needs_chromium
def test_the_host_turns_the_walls_own_pages_and_a_lost_line_comes_back(
    browser: object, tmp_path: Path
) -> None:
    """The voices are a leaf of their own, which only the projector's keys could turn to before."""
    with a_harbour(tmp_path, 2, find("two-hands-on-the-wheel")) as harbour:
        visitors = Visitors(browser, harbour)  # type: ignore[arg-type] # pytest knows it
        wall, host = hang(visitors), visitors.host()
        host.locator("#hand-next").click()
        expect(wall.locator(".wall")).to_have_attribute("data-leaf", "situation")
        expect(host.locator("#hand-next")).to_have_text("Turn the wall's page")
        wall.context.set_offline(True)
        wall.evaluate("lines.forEach((line) => line.close())")
        host.locator("#hand-next").click()
        wall.context.set_offline(False)
        expect(wall.locator(".voices")).to_be_visible()
        host.locator("#hand-back").click()
        expect(wall.locator(".wall")).to_have_attribute("data-leaf", "situation")
        host.locator("#hand-blank").click()
        expect(wall.locator(".veil.blank")).to_be_visible()
        assert visitors.wrong == []
        for context in visitors.browser.contexts:
            context.close()


@pytest.mark.parametrize("key", ["", "0" * 26, "host's"])
async def test_only_its_own_key_opens_a_wall(harbour: Harbour, key: str) -> None:
    """Neither a guess nor the host's; and the wall's opens no host page."""
    typed = harbour.door.key if key == "host's" else key
    origin = {"Origin": f"http://{harbour.host}"}

    assert ask(harbour, "POST", "/wall/key", typed, **origin)[0] == 403
    assert ask(harbour, "POST", "/host/key", harbour.door.wall_key, **origin)[0] == 403
    assert ask(harbour, "POST", "/wall/key", harbour.door.wall_key)[0] == 403
    async with call(harbour, "/wall/socket", Cookie=f"{harbour.door.cookie}_wall={typed}") as line:
        assert await closed(line) == NOT_LET_IN
    stolen = f"{harbour.door.cookie}={harbour.door.wall_key}"
    async with call(harbour, "/host/socket", Cookie=stolen) as line:
        assert await closed(line) == NOT_LET_IN


@pytest.mark.parametrize(
    "message",
    [
        {"do": {"press": {"hand": "next", "step": 0}}, "id": 1},
        {"do": {"turn": {"leaf": 1, "step": 0}}, "id": 1},
        {"join": {"code": "CODE1", "token": "0" * 32, "name": "", "crew": 0}},
        {"choose": "127.0.0.1", "id": 1},
    ],
    ids=["move", "turn", "join", "choose"],
)
async def test_a_wall_can_do_nothing(harbour: Harbour, message: dict[str, object]) -> None:
    async with call(harbour, "/wall/socket", Cookie=cookie_of(harbour)) as line:
        await answer(line, check={})
        await line.send(json.dumps(message))
        assert await closed(line) == GARBLED

    assert harbour.room.session.step == harbour.room.session.leaf == 0


async def test_a_wall_is_told_no_name_no_seat_and_nothing_of_the_hump(harbour: Harbour) -> None:
    """Before the debrief no chart is drawn, whatever it is asked by; names never come."""
    wanted = {"page": "every captain", "chart": 0, "theme": "dark", "tall": False, "key": "k"}
    async with call(harbour, "/wall/socket", Cookie=cookie_of(harbour)) as line:
        heard = [await answer(line, check={})]
        await line.send(json.dumps({"chart": wanted}))
        heard.append(await answer(line, check={}))
        harbour.room.press(Button.NEXT)
        harbour.room.do(Order("seat-0", 1, "steer"))
        heard.append(await answer(line, check={}))

    said = json.dumps(heard)
    assert all("page" not in message for message in heard)
    assert not any(word in said for word in (SECRET, "seat-0", harbour.door.key, "course_error"))


@needs_chromium
def test_the_host_sees_the_wall_calls_all_phones_and_takes_the_report_home(
    visitors: Visitors, harbour: Harbour, tmp_path: Path
) -> None:
    """On a phone's screen, where nothing juts out; a second facilitator comes in by a link."""
    ann, host = visitors.phone("Ann"), visitors.host((320, 640))
    host.locator("#see-wall").click()
    expect(host.locator("#preview .sheet")).to_contain_text(harbour.door.code)
    host.locator("#hand-next").click()
    expect(host.locator("#preview .sheet")).to_contain_text("3 ships at sea")
    host.get_by_label("A line to all phones").fill("Phones down, please")
    host.locator("#desk form button").click()
    expect(ann.locator("#call")).to_contain_text("Phones down, please")
    host.locator("#unsay").click()
    expect(ann.locator("#call")).to_be_hidden()
    with host.expect_download() as download:
        host.locator("#report").click()
    with ZipFile(download.value.path()) as report:
        assert {"report.html", "report.csv", "monday.csv"} <= set(report.namelist())
    host.locator("#second").click()
    second = visitors.someone().new_page()
    second.goto(host.locator("#second-link").input_value())

    expect(second.locator("#hand-next")).to_be_visible()
    assert host.evaluate("document.documentElement.scrollWidth") <= 320


def test_nobody_without_the_hosts_cookie_gets_report_or_link(harbour: Harbour) -> None:
    own = {"Origin": f"http://{harbour.host}"}
    stolen = {"Cookie": f"{harbour.door.cookie}={harbour.door.wall_key}"}
    foreign = {"Cookie": harbour.cookie, "Origin": "http://elsewhere.example"}

    for headers in (own, own | stolen, own | {"Cookie": cookie_of(harbour)}):
        assert ask(harbour, "GET", "/host/report.zip", **headers)[0] == 403
        assert ask(harbour, "POST", "/host/link", **headers)[0] == 403
    assert ask(harbour, "POST", "/host/link", **foreign)[0] == 403
