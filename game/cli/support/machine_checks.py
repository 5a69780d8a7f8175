"""The checks of doctor, one by one, judged from what is handed in about this machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.cli.support.health_checks import CheckResult, Grade
from game.i18n import N_, _

SMALLEST = (1024, 600)
"""The smallest screen on which the window holds its text, pixels."""
COLUMNS = 60
"""The fewest columns in which the terminal game draws her."""
SPACE = 50 * 2**20
"""Bytes that years of voyages do not fill."""
ONCE_MORE = N_("install the game once more: pip install --force-reinstall even-keel")
EXTRAS = {
    "distributed": "cluster",
    "psycopg": "server",
    "pygls": "lsp",
    "pyttsx3": "speech",
}
"""Libraries that come with an extra only."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the player's. wrong: why it cannot be written, or empty; free: bytes."""

    name: str
    path: str
    holds: str
    wrong: str
    free: int


def check_libraries(missing: Sequence[str]) -> CheckResult:
    """Whether all libraries that the game brings are there; missing: those that are not."""
    if not missing:
        return CheckResult("libraries", Grade.FINE, _("all are there"))
    return CheckResult(
        "libraries",
        Grade.BAD,
        _("missing: {names}", names=", ".join(missing)),
        _(ONCE_MORE),
    )


def check_extras(installed: Mapping[str, bool]) -> CheckResult:
    """Which extras are there; installed: by the library's name."""
    there = [EXTRAS[name] for name, is_there in installed.items() if is_there]
    absent = [EXTRAS[name] for name, is_there in installed.items() if not is_there]
    message = _("there: {names}", names=", ".join(there) or _("none"))
    if not absent:
        return CheckResult("extras", Grade.FINE, message)
    install = _("for more: pip install 'even-keel[{names}]'", names=",".join(absent))
    return CheckResult("extras", Grade.FINE, message, install)


def check_window(sizes: Sequence[tuple[int, int]]) -> CheckResult:
    """Whether a window can be opened; sizes: of the screens, pixels."""
    if not sizes:
        advice = _("play in the terminal: even-keel play --terminal, or line by line: --plain")
        return CheckResult("window", Grade.MIND, _("there is no display"), advice)
    message = ", ".join(f"{width}x{height}" for width, height in sizes)
    width, height = max(sizes)
    if width < SMALLEST[0] or height < SMALLEST[1]:
        advice = _("text may not fit: play in the terminal, even-keel play --terminal")
        return CheckResult("window", Grade.MIND, message, advice)
    return CheckResult("window", Grade.FINE, message)


def check_sound(has_device: bool) -> CheckResult:
    """Whether anything can be heard; the game needs no sound."""
    is_there = _("there is a device")
    message = is_there if has_device else _("no device: the game is silent, and needs none")
    return CheckResult("sound", Grade.FINE, message)


def check_assets(missing: Sequence[str]) -> CheckResult:
    """Whether fonts, art, sounds and voyages came along; missing: folders that are empty."""
    if missing:
        message = _("missing: {names}", names=", ".join(missing))
        advice = _(ONCE_MORE)
        return CheckResult("assets", Grade.BAD, message, advice)
    return CheckResult("assets", Grade.FINE, _("fonts, art, sounds and voyages are there"))


def check_folder(folder: Folder) -> CheckResult:
    """Whether a folder can be written, and what is in it."""
    if folder.wrong:
        message = _("{path} cannot be written: {reason}", path=folder.path, reason=folder.wrong)
        advice = _("set EVEN_KEEL_HOME to a folder that can be written")
        return CheckResult(folder.name, Grade.BAD, message, advice)
    message = f"{folder.path}: {folder.holds}"
    if folder.free < SPACE:
        free = _("{megabytes} MB are free: make room", megabytes=folder.free // 2**20)
        return CheckResult(folder.name, Grade.BAD, message, free)
    return CheckResult(folder.name, Grade.FINE, message)


def check_port(port: int, wrong: str) -> CheckResult:
    """Whether a room could be opened at its usual port; wrong: why not, or empty."""
    if not wrong:
        return CheckResult("port", Grade.FINE, _("{port} is free for a room", port=port))
    message = _("{port} is taken: {reason}", port=port, reason=wrong)
    advice = _("close what uses it, or choose another: even-keel host --port {port}", port=port + 1)
    return CheckResult("port", Grade.MIND, message, advice)


def check_terminal(encoding: str, columns: int, lines: int) -> CheckResult:
    """Whether the terminal can draw; columns, lines: its size, 0 if there is none."""
    if not columns:
        return CheckResult("terminal", Grade.FINE, _("not in one; text is {code}", code=encoding))
    message = _(
        "{columns} by {lines}, {code}", columns=str(columns), lines=str(lines), code=encoding
    )
    if "utf" not in encoding.lower():
        advice = _("it cannot show every sign: set its encoding to UTF-8")
        return CheckResult("terminal", Grade.MIND, message, advice)
    if columns < COLUMNS:
        advice = _("make it wider, or play line by line: even-keel play --plain")
        return CheckResult("terminal", Grade.MIND, message, advice)
    return CheckResult("terminal", Grade.FINE, message)


def check_screen_reader(has_bridge: bool, has_voice: bool) -> CheckResult:
    """Who can read the window to those who do not see it.

    has_bridge: a screen reader can; has_voice: the S key can.
    """
    if has_bridge and has_voice:
        return CheckResult("reading", Grade.FINE, _("a screen reader can, and so can the key S"))
    advice = _("to be read to by the key S: pip install 'even-keel[speech]'")
    if has_bridge:
        return CheckResult("reading", Grade.FINE, _("a screen reader can read the window"), advice)
    message = _("no screen reader can read the window")
    return CheckResult(
        "reading", Grade.MIND, message, _("play line by line: even-keel play --plain")
    )
