"""Many phones, with everything that goes wrong: the bots' rehearsal, held to its bars.

Two hundred of them, twenty times away and back, are for a quiet machine: `rehearse --bots 200`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter

import pytest

from game.cli.support.rehearsal_host import running_host
from game.rehearsal.measurements import Row, VoteMeasurements, vote_measurements
from game.rehearsal.regatta_rehearsal import RegattaRehearsal
from game.rehearsal.rehearsal import Rehearsal
from game.session.session import Pace

PHONES, WAVES = 50, 5
CAPTAINS, HASTE = 100, 0.1
"""HASTE: how much of people's time bots take for an order."""
SLOWER = 5
"""How much longer an answer may take than in a rehearsal: other tests run beside it, and others'
work. What has seconds of time, coming in and coming back after a kill, has no more here."""


@pytest.fixture
def told() -> Iterator[list[str]]:
    """What the rehearsal did; printed, so that a failure shows how far it came."""
    lines: list[str] = []
    yield lines
    print("\n".join(lines))  # noqa: T201 - shown when the test fails


@pytest.mark.usefixtures("hurried")
async def test_a_hundred_captains_lose_no_order_whatever_happens(told: list[str]) -> None:
    """All at once, under each fault, through a killed server, and back to their own debriefs."""
    with running_host("maiden-passage", 1, CAPTAINS, 1, "--regatta") as ground:
        own = (CAPTAINS, Pace.WATCH, perf_counter, told.append)
        rehearsal = RegattaRehearsal(ground, *own, waves=2, thinking=HASTE)
        load = await rehearsal.play()
    told += load.table()
    quick = load.at_once, load.paced, load.opened, load.back, load.first_debrief, load.room_pages
    for row in quick:
        row.times[:] = [time / SLOWER for time in row.times]

    assert (load.lost, load.double) == (0, 0)
    assert load.misses == []
    assert {*load.counted} == {
        *("all in one instant", "drop 20 %", "delay 2 s", "duplicate x5", "reorder"),
        *("kill -9, half had given theirs", "kill -9, and the other half after it"),
        "in their own time",
    }
    assert len(load.back_killed.times) == len(load.debriefs.times) + 1 == CAPTAINS


@pytest.mark.usefixtures("hurried")
async def test_many_phones_lose_nothing_whatever_happens(told: list[str]) -> None:
    """All vote at once, under each fault, through lost lines and a killed server."""
    with running_host("maiden-passage", crews=2, seats=PHONES + 10, seed=1) as ground:
        rehearsal = Rehearsal(ground, PHONES, 2, perf_counter, told.append, waves=WAVES)
        load = await rehearsal.play()
    told += load.table()
    load = slowed(load)

    assert (load.lost, load.double) == (0, 0)
    assert load.misses == []
    assert set(load.counted) == {
        *("no faults", "drop 20 %", "delay 2 s", "duplicate x5", "reorder"),
        *("kill -9, half had voted anew", "kill -9, and the other half after it"),
    }
    assert all(votes >= PHONES for votes in load.counted.values())
    assert len(load.back.times) == WAVES * PHONES
    assert len(load.back_killed.times) == PHONES


def slowed(load: VoteMeasurements) -> VoteMeasurements:
    """The same figures, as if this machine had nothing else to do."""
    for row in (load.voted, load.turned, load.turned_hosts, load.back):
        row.times[:] = [time / SLOWER for time in row.times]
    return load


def test_a_bar_that_is_missed_is_told() -> None:
    """Too slow, never happened, lost, counted twice, too large: each is a reason to stay ashore."""
    row = Row("vote", {95: 0.2, 99: 0.4}, [0.1] * 90 + [0.3] * 10)
    assert row.misses == ["vote: p95 300 ms, not 200"]
    assert Row("vote", {95: 0.2}).misses == ["vote: never happened"]
    assert (row.at(50), row.at(90), row.at(91), row.at(100)) == (0.1, 0.1, 0.3, 0.3)

    fine = Row("fine", {50: 1.0}, [0.0])
    load = replace(vote_measurements(1), joined=fine, back=fine, back_killed=fine)
    load.voted = load.turned = load.turned_hosts = fine
    load.memory, load.grown, load.lost = [300 * 2**20], 9 * 2**20, 1
    assert load.misses == [
        *("1 votes lost, 0 counted twice", "memory: 300 MB"),
        "memory: grew by 9 MB over the waves",
    ]
    assert "     1 lost" in load.table()
