"""The preflight: what it looks at before people come, and the way out that it tells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.cli.support.health_checks import (
    SLEEP,
    CheckResult,
    Grade,
    check_battery,
    check_capacity,
    check_clock,
    check_disk,
    check_displays,
    check_reachable,
    check_ships,
    check_sleep,
    check_stays_open,
    sleeps_after,
)
from tests.cli.test_cli import run


def test_the_preflight_looks_at_everything_and_says_what_to_do(tmp_path: Path) -> None:
    """On this machine alone, for one second."""
    words = ("preflight", "--bind", "127.0.0.1", "--port", "0", "--seconds", "1")
    done = run(*words, home=tmp_path)
    rows = [line.split()[1] for line in done.stdout.splitlines() if line[:1].strip()]

    assert done.returncode == 0, done.stdout + done.stderr
    assert rows == [
        "disk",
        "display",
        "battery",
        "sleep",
        "phones",
        "ships",
        "address",
        "line",
        "clock",
    ]
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_preflight_that_finds_something_bad_says_so(tmp_path: Path) -> None:
    """An address that is another's."""
    done = run("preflight", "--bind", "192.0.2.77", "--seconds", "1", home=tmp_path)

    assert done.returncode == 1
    assert "bad   address  192.0.2.77:8470 cannot be used" in done.stdout


@pytest.mark.parametrize(
    ("result", "grade"),
    [
        (check_reachable("http://10.0.0.7:1/", "", ["10.0.0.9"]), Grade.FINE),
        (check_reachable("http://10.0.0.7:1/", "", []), Grade.MIND),
        (check_reachable("http://10.0.0.7:1/", "refused", []), Grade.BAD),
        (check_reachable("http://127.0.0.1:1/", "", []), Grade.MIND),
        (check_stays_open(60, ""), Grade.FINE),
        (check_stays_open(60, "it had to come back"), Grade.BAD),
        (check_clock(60, 60.4, 2026), Grade.FINE),
        (check_clock(60, 3660, 2026), Grade.MIND),
        (check_clock(60, 60, 1970), Grade.MIND),
        (check_capacity(300), Grade.FINE),
        (check_capacity(80), Grade.MIND),
        (check_ships(1000, 2**33), Grade.FINE),
        (check_ships(80, 2**33), Grade.MIND),
        (check_ships(1000, 2**27), Grade.MIND),
        (check_displays([(1920, 1080)]), Grade.FINE),
        (check_displays([(1024, 768), (1920, 1080)]), Grade.FINE),
        (check_displays([(1024, 600)]), Grade.MIND),
        (check_displays([]), Grade.MIND),
        (check_disk("/home", "", 2**33, 0.01), Grade.FINE),
        (check_disk("/home", "", 2**33, 0.3), Grade.MIND),
        (check_disk("/home", "", 2**33, 3), Grade.BAD),
        (check_disk("/home", "", 2**20, 0.01), Grade.BAD),
        (check_disk("/home", "read-only file system", 0, 0), Grade.BAD),
        (check_battery(None, False), Grade.FINE),
        (check_battery(20, True), Grade.FINE),
        (check_battery(80, False), Grade.MIND),
        (check_battery(20, False), Grade.BAD),
        (check_sleep(0), Grade.FINE),
        (check_sleep(600), Grade.MIND),
        (check_sleep(None), Grade.MIND),
    ],
    ids=lambda value: value.message if isinstance(value, CheckResult) else value.value,
)
def test_what_is_not_fine_comes_with_a_way_out(result: CheckResult, grade: Grade) -> None:
    """And what is fine needs none, but for a hint about mirrored screens."""
    assert result.grade is grade
    if grade is not Grade.FINE:
        assert result.advice


POWERCFG = """
  Subgroup GUID: 238c9fa8-0aad-41ed-83f4-97be242c8f20  (Sleep)
    Current AC Power Setting Index: 0x00000708
    Current DC Power Setting Index: 0x00000384
"""


@pytest.mark.parametrize(
    ("system", "said", "seconds"),
    [
        ("linux", "900\n", 900),
        ("linux", "", None),
        (
            "darwin",
            " standby              1\n sleep                10 (sleep prevented by x)\n",
            600,
        ),
        ("darwin", " sleep 0\n", 0),
        ("win32", POWERCFG, 1800),
        ("plan9", "9", None),
    ],
    ids=["gnome", "no gnome", "mac", "mac, never", "windows", "another"],
)
def test_each_system_says_in_its_own_way_when_it_sleeps(
    system: str, said: str, seconds: int | None
) -> None:
    """Or does not say, which is said, too."""
    asked: list[str] = []

    def tell(command: Sequence[str]) -> str:
        asked.extend(command)
        return said

    assert sleeps_after(system, tell) == seconds
    assert bool(asked) == (system in SLEEP)
