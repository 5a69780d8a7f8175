"""Many rooms on two workers and a real PostgreSQL: one is killed, and nothing is lost."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import pytest
from playwright.sync_api import Browser, expect

from game.rehearsal.phone_bot import PendingRequest, PhoneBot
from game.session.commands import Button, Vote, from_data
from game.session.session import Phase
from game.ui.web.connection import OVER
from tests.database import needs_database
from tests.ui.web.browser import CHROMIUM, says
from tests.ui.web.service import TOKEN, Hall, Service, a_service, a_worker

pytestmark = needs_database
TO_A_VOTE = (Button.NEXT, Button.NEXT)
ORDERS = ("steer", "reef", "share")


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """Two workers for all tests here; each opens rooms of its own."""
    with TemporaryDirectory() as home, a_service(Path(home)) as service:
        yield service


async def all_at(phones: list[PhoneBot], phase: str) -> None:
    """Wait until all phones show this phase."""
    for phone in phones:
        await asyncio.wait_for(
            phone.until(lambda phone=phone: phone.phase[1] == phase),  # type: ignore[misc]
            20,
        )


async def changing(phone: PhoneBot, answered: list[PendingRequest]) -> str:
    """One after the other a phone wants each order; what it wanted last."""
    wanted = [ORDERS[(phone.number + turn) % 3] for turn in range(4)]
    for order in wanted:
        answer = await asyncio.wait_for(phone.vote(order), 60)
        assert not answer.refused
        answered.append(answer)
    return wanted[-1]


async def test_a_worker_killed_in_the_middle_of_a_vote_takes_no_vote_with_it(
    service: Service,
) -> None:
    """Three rooms, sixty phones: each acknowledged vote is there once, each phone is back."""
    service.wait()
    halls = [service.open() for _ in range(3)]
    async with AsyncExitStack() as stack:
        rooms = [await stack.enter_async_context(projector.phones(20)) for projector in halls]
        pages = [await stack.enter_async_context(projector.page()) for projector in halls]
        for page, phones in zip(pages, rooms, strict=True):
            await page.press(*TO_A_VOTE)
            await all_at(phones, "voting")
        everyone = [phone for phones in rooms for phone in phones]
        calls = [phone.calls for phone in everyone]
        answered: list[PendingRequest] = []
        voting = [asyncio.create_task(changing(phone, answered)) for phone in everyone]
        while len(answered) < 60:
            await asyncio.sleep(0.01)
        killed = service.workers()[0]
        killed.kill()
        began = monotonic()
        wanted = await asyncio.gather(*voting)
        back = monotonic() - began
        for phone in everyone:
            await asyncio.wait_for(phone.until(lambda phone=phone: phone.is_connected), 20)  # type: ignore[misc]

    came_back = sum(phone.calls > before for phone, before in zip(everyone, calls, strict=True))
    assert 0 < came_back < 60, "both workers had phones"
    assert back < 20
    for number, projector in enumerate(halls):
        _holds(service, projector, wanted[20 * number : 20 * number + 20])


def _holds(service: Service, projector: Hall, wanted: list[str]) -> None:
    """The store has what these twenty wanted last, and each choice of theirs once."""
    room = service.room(projector)
    assert room.session.open
    ballots = Counter(ballot.order for ballot in room.session.open.ballots.values())
    events = [from_data(json.loads(record.command)) for record in room.journal.records()]
    votes = Counter((vote.seat, vote.client) for vote in events if isinstance(vote, Vote))

    assert ballots == Counter(wanted)
    assert len(room.session.seats) == 20
    assert len(votes) == 20 * 4
    assert set(votes.values()) == {1}


async def test_phones_on_different_workers_are_in_one_room(service: Service) -> None:
    """They see the same phase, a seat's two windows the same vote, the host page everybody."""
    service.wait()
    projector = service.open()
    async with (
        projector.phones(10) as phones,
        projector.phones(10) as tabs,
        projector.page() as page,
    ):
        await page.press(*TO_A_VOTE)
        await all_at(phones + tabs, "voting")
        for phone in phones:
            await phone.vote("steer")
        for tab in tabs:
            await asyncio.wait_for(
                tab.until(lambda tab=tab: tab.you.get("vote") == "steer"),  # type: ignore[misc]
                20,
            )
        assert all(service.calls())
        await asyncio.wait_for(
            page.until(lambda: sum(person["here"] for person in page.view["people"]) == 10), 20
        )
        await page.until(lambda: page.view["crews"][0]["voted"] == 10)

    assert len(service.room(projector).session.seats) == 10


async def test_rooms_hear_nothing_of_each_other(service: Service) -> None:
    """Neither votes nor moves, on whichever worker."""
    one, two = service.open(), service.open()
    async with one.phones(6) as ours, two.phones(6) as theirs, one.page() as page:
        shown = [phone.joins for phone in theirs]
        await page.press(*TO_A_VOTE)
        await all_at(ours, "voting")
        for phone in ours:
            await phone.vote("reef")
        await page.press(Button.REVEAL)
        await all_at(ours, "revealed")

        assert [phone.joins for phone in theirs] == shown
        assert {phone.phase[1] for phone in theirs} == {"lobby"}

    assert service.room(two).session.phase is Phase.LOBBY
    assert not set(service.room(one).session.seats) & set(service.room(two).session.seats)


async def test_a_line_to_the_database_that_is_cut_is_taken_up_again(service: Service) -> None:
    """What was told meanwhile is not missed: workers read on by themselves."""
    projector = service.open()
    async with projector.phones(10) as phones, projector.page() as page:
        with service.store.connection() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE query LIKE 'LISTEN%' AND datname = current_database()"
            )
        await page.press(*TO_A_VOTE)
        await all_at(phones, "voting")
        await page.press(Button.LOCK)
        await all_at(phones, "locked")


async def test_who_is_in_a_room_that_is_closed_is_told(service: Service) -> None:
    """And nobody gets in any more; what it has kept is kept."""
    projector = service.open()
    async with projector.phones(2) as phones:
        asked = {"Authorization": f"Bearer {TOKEN}"}
        assert service.ask("DELETE", f"/rooms/{projector.code}", **asked)[0] == 204
        assert service.ask("DELETE", f"/rooms/{projector.code}", **asked)[0] == 404
        for phone in phones:
            await asyncio.wait_for(phone.until(lambda phone=phone: phone.closed == OVER), 20)  # type: ignore[misc]
        late = projector.phone(3)
        late.start()
        await asyncio.wait_for(late.until(lambda: bool(late.shut)), 20)
        await late.stop()

    assert late.shut == "that is not this room's code: look at the screen"
    assert len(service.room(projector).session.seats) == 2


async def test_a_server_that_is_started_again_has_every_room_where_it_stood(
    service: Service,
) -> None:
    """Its workers hang up as if they came back, and phones do; what it has said tells no secret."""
    projector = service.open()
    async with projector.phones(6) as phones, projector.page() as page:
        await page.press(*TO_A_VOTE)
        await all_at(phones, "voting")
        await asyncio.gather(*(phone.vote("steer") for phone in phones))
        said = service.stop()
        service.words = ("--port", service.host.partition(":")[2])
        service.start()
        async with asyncio.timeout(30):
            for phone in phones:
                await phone.until(lambda phone=phone: phone.seated == 2)  # type: ignore[misc]

        assert OVER not in {phone.closed for phone in phones}
        assert {phone.you["vote"] for phone in phones} == {"steer"}
    async with projector.page() as page:
        assert page.phase == (1, "voting")
    for secret in (service.database.password, TOKEN, projector.key):
        assert secret not in said


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
def test_a_browser_finds_its_room_and_its_host_page_by_their_links(
    service: Service, browser: Browser
) -> None:
    """The short link leads to the room, the host's cookie is its room's, the end is told."""
    projector, other = service.open(), service.open()
    phone, host = browser.new_page(), browser.new_context().new_page()
    phone.goto(f"http://{service.host}/r/{projector.code.lower()}")
    phone.get_by_role("button", name="Join", exact=True).click()
    says(phone, "Watch the screen")
    host.goto(f"http://{service.host}/r/{projector.code}/host#{projector.key}")
    expect(host.locator("#people")).to_contain_text("1 joined")
    assert host.url == f"http://{service.host}/r/{projector.code}/host"
    assert host.evaluate("document.cookie") == ""
    host.keyboard.press("Space")
    says(phone, "Talk it over")
    host.goto(f"http://{service.host}/r/{other.code}/host")
    expect(host.get_by_label("The host's key")).to_be_visible()

    service.ask("DELETE", f"/rooms/{projector.code}", Authorization=f"Bearer {TOKEN}")
    says(phone, "This session is over")


async def test_while_the_database_is_away_nothing_is_acknowledged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Phones stay, are told to try again, and go on when it is back."""
    monkeypatch.setattr("game.storage.postgres.PATIENCE", 1.0)
    with a_worker() as service:
        projector = service.open()
        await _left_alone(service, projector)
        room = service.room(projector)

    assert room.session.open
    assert {ballot.order for ballot in room.session.open.ballots.values()} == {"reef"}


async def _left_alone(service: Service, projector: Hall) -> None:
    """Phones that vote while there is no database, and again until there is one."""

    async def all_vote(order: str) -> list[str]:
        answers = await asyncio.gather(*(phone.vote(order) for phone in phones))
        return [answer.refused for answer in answers]

    async with projector.phones(6) as phones, projector.page() as page:
        await page.press(*TO_A_VOTE)
        await all_at(phones, "voting")
        service.database.stop()
        async with asyncio.timeout(60):
            lost = await all_vote("steer")
        service.database.start()

        assert {*lost} == {"this could not be written down: try again"}
        async with asyncio.timeout(60):
            while any(await all_vote("reef")):
                pass
        await page.press(Button.REVEAL)
        await all_at(phones, "revealed")
