"""Phones and a host page over real sockets: join, vote, come back, and see the right screen."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import perf_counter

import pytest

from game.rehearsal.faulty_socket import FAULT_KINDS, Faults
from game.rehearsal.phone_bot import PhoneBot
from game.reports.session_files import crew_logbook_bytes
from game.session.commands import Button, Count, Delegate, LetGo, Press
from game.session.session import Phase
from game.testing import a_helm, a_loaded_scenario
from game.ui.web.connection import TOO_MANY_TABS
from tests.ui.web.calls import SECONDS, answer, call, join
from tests.ui.web.running_room import a_harbour

TO_A_VOTE = (Button.NEXT, Button.NEXT)
ORDERS = ("steer", "reef", "share")


def at(phone: PhoneBot, phase: str) -> bool:
    """Whether the phone shows this phase."""
    return bool(phone.deck) and phone.deck["phase"] == phase


def voted(phone: PhoneBot) -> str:
    """What the phone shows as its vote."""
    return str(phone.you.get("vote", ""))


async def all_at(phones: list[PhoneBot], phase: str) -> None:
    """Wait until all phones show this phase."""
    for phone in phones:
        await asyncio.wait_for(phone.until(lambda phone=phone: at(phone, phase)), SECONDS)  # type: ignore[misc]


async def test_a_session_by_phones_leaves_the_logbook_of_a_solo_voyage(tmp_path: Path) -> None:
    """Same seed, same decisions: byte for byte, but for the moment it began."""
    helm = a_helm(tmp_path / "solo", a_loaded_scenario())
    for order in ORDERS:
        helm.give(order)
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(3) as phones, harbour.page() as page:
            for order in ORDERS:
                await page.press(*TO_A_VOTE)
                await all_at(phones, "voting")
                asked = [await phone.vote(order) for phone in phones]
                assert not any(answer.refused for answer in asked)
                assert await page.press(*[Button.NEXT] * 4) == ""
        (crew,) = harbour.room.session.crews
        by_phones = crew_logbook_bytes(harbour.room, crew).splitlines()

    solo = helm.path.read_bytes().splitlines()
    assert by_phones[1:] == solo[1:]
    assert len(by_phones) == 1 + len(ORDERS)


async def test_a_refresh_and_a_second_tab_are_the_same_seat(tmp_path: Path) -> None:
    """The vote is shown as cast, and a change in one tab is seen in the other."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1) as (phone,), harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at([phone], "voting")
            await phone.vote("steer")
            again = harbour.phone(0)
            again.start()
            await again.until(lambda: again.view is not None)
            assert voted(again) == "steer"

            await phone.vote("reef")
            await asyncio.wait_for(again.until(lambda: voted(again) == "reef"), SECONDS)
            await again.stop()

    assert len(harbour.room.session.seats) == 1


async def test_a_phone_that_calls_from_another_address_has_its_seat(tmp_path: Path) -> None:
    """From the Wi-Fi to mobile, or with a new lease: what it keeps says whose the seat is."""
    with a_harbour(tmp_path) as harbour:
        async with call(harbour) as before:
            await answer(before, join=join(harbour, name="Ann"))
        async with call(harbour, calls_from="127.0.0.2") as after:
            shown = await answer(after, join=join(harbour))

    assert shown["you"]["name"] == "Ann"
    assert len(harbour.room.session.seats) == 1
    assert harbour.server.broadcaster.visitors == {"127.0.0.1", "127.0.0.2"}


async def test_a_fifth_tab_closes_the_oldest(tmp_path: Path) -> None:
    """So that one phone cannot fill the room."""
    with a_harbour(tmp_path) as harbour:
        tabs = [harbour.phone(0) for _ in range(5)]
        for tab in tabs:
            tab.start()
            await tab.until(lambda tab=tab: tab.view is not None)  # type: ignore[misc]
        await asyncio.wait_for(tabs[0].until(lambda: tabs[0].closed == TOO_MANY_TABS), SECONDS)
        for tab in tabs:
            await tab.stop()

    assert len(harbour.room.session.seats) == 1


async def test_a_line_that_is_lost_comes_back_to_the_right_screen_at_once(tmp_path: Path) -> None:
    """While it was away the room went on."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1) as (phone,), harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at([phone], "voting")
            await phone.vote("steer")
            began = perf_counter()
            phone.hang_up()
            await page.press(Button.LOCK)
            await all_at([phone], "locked")

            assert perf_counter() - began < 2
            assert voted(phone) == "steer"


async def test_a_seat_that_was_let_go_is_taken_again_by_its_own_phone(tmp_path: Path) -> None:
    """Nobody waits for it meanwhile."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(2) as phones, harbour.page() as page:
            await phones[1].stop()
            await page.until(lambda: not all(one["here"] for one in page.view["people"]))
            (away,) = (one["id"] for one in page.view["people"] if not one["here"])
            assert await page.do(LetGo(away)) == ""
            await page.until(lambda: page.view["crews"][0]["aboard"] == 1)

            again = harbour.phone(1)
            again.start()
            await page.until(lambda: page.view["crews"][0]["aboard"] == 2)
            await again.stop()

    assert len(harbour.room.session.seats) == 2


@pytest.mark.parametrize(
    "number", range(len(FAULT_KINDS)), ids=[faults.name for faults in FAULT_KINDS]
)
async def test_under_every_fault_a_vote_is_counted_once(
    tmp_path: Path, hurried: tuple[Faults, ...], number: int
) -> None:
    """Dropped, late, five times, out of order: what each phone chose last is what is counted."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(8, faults=hurried[number]) as phones, harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at(phones, "voting")
            first = [phone.vote("reef") for phone in phones]
            second = [phone.vote("steer") for phone in phones]
            asked = await asyncio.wait_for(asyncio.gather(*first, *second), 60)
            assert not any(answer.refused for answer in asked)
            await page.press(Button.LOCK, Button.REVEAL)
            (crew,) = page.view["crews"]

    assert {order["id"]: order["votes"] for order in crew["orders"] if order["votes"]} == {
        "steer": 8
    }


async def test_of_two_host_pages_that_press_at_once_the_slower_one_is_refused(
    tmp_path: Path,
) -> None:
    """Different buttons of the same moment: one is done, the other told so, and both see it."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.page() as one, harbour.page() as two:
            await one.press(*TO_A_VOTE)
            await two.until(lambda: two.view["phase"] == "voting")
            step = one.view["step"]
            hands = (Button.LOCK, Button.BACK)
            answers = await asyncio.gather(
                *(page.do(Press(h, step)) for page, h in zip((one, two), hands, strict=True))
            )
            assert sorted(answers) == ["", "another hand was quicker: see what it did"]
            done = ("locked", "discussing")[answers.index("")]
            for page in (one, two):
                async with asyncio.timeout(SECONDS):
                    await page.until(lambda page=page: page.view["phase"] == done)  # type: ignore[misc]

    assert harbour.room.session.moves[step] == Press(hands[answers.index("")], step)


async def test_of_two_host_pages_that_press_the_same_at_once_both_are_right(tmp_path: Path) -> None:
    """It is done once."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.page() as one, harbour.page() as two:
            await one.press(*TO_A_VOTE)
            await two.until(lambda: two.view["phase"] == "voting")
            lock = Press(Button.LOCK, one.view["step"])
            assert {*await asyncio.gather(one.do(lock), two.do(lock))} == {""}

    assert harbour.room.session.phase is Phase.LOCKED


async def test_a_late_phone_is_told_that_the_vote_is_closed(tmp_path: Path) -> None:
    """Clearly, and it is shown where the room stands."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1) as (phone,), harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at([phone], "voting")
            decision = phone.deck["decision"]
            await page.press(Button.LOCK)

            assert (await phone.vote("steer", decision)).refused == "this vote is closed"
            assert at(phone, "locked")


async def test_hands_and_phones_mix_and_crews_see_only_their_own(tmp_path: Path) -> None:
    """Two crews by phone, a third by hands, a fourth by the adaptive captain."""
    with a_harbour(tmp_path, crews=4) as harbour:
        async with harbour.phones(2, crews=2) as phones, harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at(phones, "voting")
            await phones[0].vote("steer")
            await phones[1].vote("reef")
            await page.do(Count(3, page.view["decision"], "share", 5))
            await page.do(Delegate(4, True))
            await page.press(Button.REVEAL, Button.MAJORITY)
            assert page.view["phase"] == Phase.SAILING
            await page.press(Button.NEXT)
            await all_at(phones, "result")

    assert [crew.voyage.gave for crew in harbour.room.session.crews][:3] == [
        ("steer",),
        ("reef",),
        ("share",),
    ]
    assert [phone.deck["crew"] for phone in phones] == ["Albatross", "Bittern"]
    assert "Bittern" not in str(phones[0].view)


async def test_tallies_go_to_host_pages_alone_and_at_most_ten_times_a_second(
    tmp_path: Path,
) -> None:
    """A phone hears nothing of the others' votes."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(30) as phones, harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at(phones, "voting")
            shown = [phone.joins for phone in phones]
            views, began = page.views, perf_counter()
            for phone in phones:
                await phone.vote("steer")
            took = perf_counter() - began
            await page.until(lambda: page.view["crews"][0]["voted"] == 30)

            assert [phone.joins for phone in phones] == shown
            assert page.views - views <= 10 * took + 3


async def test_what_the_disk_does_not_take_is_not_acknowledged(tmp_path: Path) -> None:
    """The phone is told to try again; nothing is counted."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1) as (phone,), harbour.page() as page:
            await page.press(*TO_A_VOTE)
            await all_at([phone], "voting")
            harbour.room.journal.close()
            answer = await phone.vote("steer")

            assert answer.refused == "this could not be written down: try again"
            assert harbour.room.session.open
            assert not harbour.room.session.open.ballots


async def test_the_window_is_one_client_of_the_room_like_the_others(tmp_path: Path) -> None:
    """What it presses in its own thread, phones and host page see."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(2) as phones, harbour.page() as page:
            assert harbour.room.press(Button.NEXT) is None
            await all_at(phones, "discussing")
            await page.until(lambda: page.view["phase"] == "discussing")

            assert harbour.room.projector_view().aboard == 2
