"""The checks of preflight, one by one, judged from figures that are handed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.i18n import _, ngettext


class Grade(StrEnum):
    """How a check came out."""

    FINE = "fine"
    MIND = "mind"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One thing that was looked at. advice: what to do about it, empty if it is fine."""

    name: str
    grade: Grade
    message: str
    advice: str = ""


Run = Callable[[Sequence[str]], str]
"""Runs a program of the system's; what it says, or nothing."""
SMALLEST = (1280, 720)
MOST_SHIPS, ROOM_HOLDS, SHIP_HOLDS = 300, 150 * 2**20, 2**19
"""On one laptop; bytes that a room holds without ships, and with each of them, rounded up."""
SPACE = 200 * 2**20
"""Bytes that a day of sessions does not fill."""
USUAL = 300
"""Phones that a room takes if nobody says otherwise."""
SLOW_DISK, SLOWEST_DISK = 0.1, 1.0
DRIFT = 2.0
SLEEP = {
    "linux": (
        "gsettings get org.gnome.settings-daemon.plugins.power sleep-inactive-ac-timeout",
        r"^\s*(\d+)\s*$",
        10,
        1,
    ),
    "darwin": ("pmset -g", r"^\s*sleep\s+(\d+)", 10, 60),
    "win32": (
        "powercfg /query SCHEME_CURRENT SUB_SLEEP STANDBYIDLE",
        r"AC[^\n]*0x([0-9a-fA-F]+)",
        16,
        1,
    ),
}
"""By system: what tells when it goes to sleep, where the number is, its base, seconds in one."""


def check_reachable(
    url: str,
    wrong: str,
    visitors: Sequence[str],
    others: Sequence[str] = (),
    *,
    is_guess: bool = True,
) -> CheckResult:
    """Whether the room answers where phones are told to call.

    others: more addresses there are; is_guess: whether one of them may as well be the room's.
    """
    if wrong:
        advice = "is this still this machine's address? choose another with --bind or --port"
        return CheckResult("address", Grade.BAD, f"{url} does not answer: {wrong}", advice)
    if "//127." in url:
        advice = "join the Wi-Fi of the room, or hold the session by hands"
        return CheckResult("address", Grade.MIND, "this machine is in no network", advice)
    if visitors:
        return CheckResult("address", Grade.FINE, f"{url}: phones came from {', '.join(visitors)}")
    advice = (
        "this machine reaches it, but nobody else has tried: open it on a phone in the same "
        "Wi-Fi; if it does not load, allow the port in the firewall, or ask for a Wi-Fi without "
        "client isolation, or make a hotspot of your phone's"
    )
    if others:
        why = "it had to be chosen" if is_guess else "if it is not the room's Wi-Fi"
        advice += f"; {why}: --bind {' or --bind '.join(others)}"
    return CheckResult("address", Grade.MIND, f"{url} answers here", advice)


def check_capacity(phones: int) -> CheckResult:
    """Whether the system lets as many phones in as a room usually has; phones: how many fit."""
    message = ngettext("{count} fits at once", "{count} fit at once", phones)
    if phones < USUAL:
        advice = _(
            "start it in a shell that may open more files: ulimit -n 4096, if the system lets you"
        )
        return CheckResult("phones", Grade.MIND, message, advice)
    return CheckResult("phones", Grade.FINE, message)


def check_ships(phones: int, free: int) -> CheckResult:
    """How many ships a regatta may have here. phones: that fit; free: bytes of memory."""
    ships = max(0, min(phones, MOST_SHIPS, (free - ROOM_HOLDS) // SHIP_HOLDS))
    message = f"a regatta of {ships} fits: {free // 2**20} MB of memory are free"
    if ships >= USUAL:
        return CheckResult("ships", Grade.FINE, message)
    advice = "close other programs, or let more files be open: see phones"
    return CheckResult("ships", Grade.MIND, message, advice)


def check_stays_open(seconds: float, wrong: str) -> CheckResult:
    """Whether a phone's line stays open while nobody says anything."""
    if wrong:
        advice = "a proxy or a security program cuts quiet lines: switch it off for this address"
        return CheckResult("line", Grade.BAD, f"a quiet line was cut: {wrong}", advice)
    return CheckResult("line", Grade.FINE, f"a quiet line stayed open for {seconds:.0f} s")


def check_clock(passed: float, shown: float, year: int) -> CheckResult:
    """Whether the clock runs; passed: seconds that went by; shown: seconds that it moved on."""
    if year < 2025:
        advice = "set the date: reports and logbooks are named by it"
        return CheckResult("clock", Grade.MIND, f"it shows the year {year}", advice)
    if abs(shown - passed) > DRIFT:
        message = f"it jumped by {shown - passed:+.0f} s in {passed:.0f} s"
        return CheckResult("clock", Grade.MIND, message, "let it settle before you use the timer")
    return CheckResult("clock", Grade.FINE, "it runs")


def check_displays(sizes: Sequence[tuple[int, int]]) -> CheckResult:
    """Whether there is a screen for the projector."""
    if not sizes:
        advice = "plug the projector in, or use --no-window and let the room follow on phones"
        return CheckResult("display", Grade.MIND, "there is none", advice)
    message = ", ".join(f"{width}x{height}" for width, height in sizes)
    width, height = max(sizes)
    if width < SMALLEST[0] or height < SMALLEST[1]:
        advice = "set a larger size, or text will not fit: at least 1280x720"
        return CheckResult("display", Grade.MIND, message, advice)
    if len(sizes) == 1:
        advice = "if the projector is plugged in, it mirrors this screen: F11 in the window"
        return CheckResult("display", Grade.FINE, message, advice)
    return CheckResult("display", Grade.FINE, message)


def check_disk(folder: str, wrong: str, free: int, took: float) -> CheckResult:
    """Whether every event can be written down before it counts."""
    if wrong:
        advice = "set EVEN_KEEL_HOME to a folder that can be written"
        return CheckResult("disk", Grade.BAD, f"{folder} cannot be written: {wrong}", advice)
    if free < SPACE:
        message = f"{free // 2**20} MB are free in {folder}"
        return CheckResult("disk", Grade.BAD, message, "make room, at least 200 MB")
    message = f"an event is safe after {1000 * took:.0f} ms, {free // 2**30} GB are free"
    if took > SLOW_DISK:
        grade = Grade.BAD if took > SLOWEST_DISK else Grade.MIND
        return CheckResult(
            "disk", grade, message, "a slow disk: use the built-in one, no stick, no cloud"
        )
    return CheckResult("disk", Grade.FINE, message)


def check_battery(percent: float | None, plugged: bool) -> CheckResult:
    """Whether the laptop lasts; percent: None if it has no battery or does not tell."""
    if percent is None:
        return CheckResult("battery", Grade.FINE, "none, or it does not tell")
    if plugged:
        return CheckResult("battery", Grade.FINE, f"{percent:.0f} %, plugged in")
    grade = Grade.BAD if percent < 30 else Grade.MIND
    return CheckResult("battery", grade, f"{percent:.0f} %, not plugged in", "plug it in")


def check_sleep(seconds: int | None) -> CheckResult:
    """Whether the laptop stays awake while people talk; seconds: 0 is for ever."""
    advice = "keep it awake while the session lasts, and its lid open"
    if seconds is None:
        return CheckResult("sleep", Grade.MIND, "the system does not tell", advice)
    if 0 < seconds < 2 * 60 * 60:
        message = f"it goes to sleep after {max(1, seconds // 60)} quiet minutes"
        return CheckResult("sleep", Grade.MIND, message, advice)
    return CheckResult("sleep", Grade.FINE, "it stays awake")


def sleeps_after(system: str, run: Run) -> int | None:
    """After how many quiet seconds the system goes to sleep, if it says so; 0 is never."""
    if system not in SLEEP:
        return None
    command, pattern, base, unit = SLEEP[system]
    found = re.search(pattern, run(command.split()), re.MULTILINE)
    return int(found.group(1), base) * unit if found else None
