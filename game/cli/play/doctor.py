"""The verb doctor: what this machine lets the game do, where its files are, and what to mend."""

from __future__ import annotations

import locale
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

import typer

from game import __version__
from game.cli.host.options import PORT
from game.cli.io import cache_folder, home_folder, print_data, print_out
from game.cli.io import sessions_folder as sessions
from game.cli.io import voyages_folder as voyages
from game.cli.language import In, apply_language
from game.cli.options import AsJson
from game.cli.support.health_checks import CheckResult, Grade, check_capacity
from game.cli.support.machine import (
    has_sound,
    installed_extras,
    missing_assets,
    missing_libraries,
    screens,
    trouble_listening,
    trouble_writing,
)
from game.cli.support.machine_checks import (
    Folder,
    check_assets,
    check_extras,
    check_folder,
    check_libraries,
    check_port,
    check_screen_reader,
    check_sound,
    check_terminal,
    check_window,
)
from game.i18n import _, ngettext
from game.storage.logbook import LOGBOOKS
from game.ui.vocabulary import wrapped
from game.ui.web.capacity import raise_capacity


def doctor(as_json: AsJson = False, language: In = None) -> None:
    """Look at this machine: what the game can do here, where its files are, what is missing."""
    apply_language(language)
    results = list(_results())
    if as_json:
        print_data([asdict(result) for result in results])
    else:
        for result in results:
            _print(result)
    if any(result.grade is Grade.BAD for result in results):
        raise typer.Exit(1)


def _results() -> Iterator[CheckResult]:
    system = f"{platform.system()} {platform.release()}"
    python = f"Even Keel {__version__}, Python {platform.python_version()}, {system}"
    yield CheckResult("version", Grade.FINE, python)
    yield check_libraries(missing_libraries())
    yield check_extras(installed_extras())
    yield check_assets(missing_assets())
    yield check_window(screens())
    yield check_sound(has_sound())
    yield check_terminal(_encoding(), *_terminal_size())
    yield check_screen_reader(find_spec("accesskit") is not None, find_spec("pyttsx3") is not None)
    logs, rooms = len(_files(voyages(), LOGBOOKS)), len(_files(sessions(), "*"))
    holds = _("{logs}, {rooms}", logs=_voyages(logs), rooms=_sessions(rooms))
    yield check_folder(_folder("files", home_folder(), holds))
    yield check_folder(_folder("cache", cache_folder(), _("it can be deleted at any time")))
    yield check_port(PORT, trouble_listening(PORT))
    yield check_capacity(raise_capacity().phones)


def _print(result: CheckResult) -> None:
    told = wrapped(f"{'':<17}{result.message}")
    for line in (f"{result.grade.value:<5} {result.name:<10} {told[0].lstrip()}", *told[1:]):
        print_out(line)
    for line in wrapped(f"{'':<17}{result.advice}") if result.advice else ():
        print_out(line)


def _folder(name: str, path: Path, holds: str) -> Folder:
    return Folder(name, str(path), holds, *trouble_writing(path))


def _voyages(count: int) -> str:
    return ngettext("{count} voyage", "{count} voyages", count)


def _sessions(count: int) -> str:
    return ngettext("{count} session", "{count} sessions", count)


def _files(folder: Path, pattern: str) -> list[Path]:
    return list(folder.glob(pattern)) if folder.is_dir() else []


def _encoding() -> str:
    return sys.stdout.encoding or locale.getpreferredencoding(do_setlocale=False)


def _terminal_size() -> tuple[int, int]:
    """Columns and lines; none where nobody sits at one."""
    if not sys.stdout.isatty():
        return 0, 0
    size = shutil.get_terminal_size()
    return size.columns, size.lines
