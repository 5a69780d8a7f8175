"""What there is on this machine, looked up for doctor; nothing here judges it."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from game.cli.io import has_display
from game.cli.support.machine_checks import EXTRAS
from game.scenario.loading.files import bundled_folder
from game.ui.web.address import LOOPBACK, CannotListen, listen

ASSETS = ("fonts", "art", "sounds")


def missing_libraries() -> list[str]:
    """Of those that the game needs; none are known where it was never installed."""
    try:
        needed = importlib.metadata.requires("even-keel") or []
    except importlib.metadata.PackageNotFoundError:
        return []
    return [name for name in _names(needed) if not _is_installed(name)]


def installed_extras() -> Mapping[str, bool]:
    """By library, whether it is there."""
    return {name: find_spec(name) is not None for name in EXTRAS}


def screens() -> Sequence[tuple[int, int]]:
    """The size of each screen, pixels; none where no window can be opened."""
    if not has_display() or find_spec("pygame") is None:
        return ()
    from game.ui.window.display import desktop_sizes

    return desktop_sizes()


def has_sound() -> bool:
    """Whether anything could be heard."""
    if find_spec("pygame") is None:
        return False
    from game.ui.window.sound import has_device

    return has_device()


def missing_assets() -> list[str]:
    """Folders that came without files."""
    assets = bundled_folder("assets")
    folders = [*(assets / name for name in ASSETS), bundled_folder("scenarios")]
    return [folder.name for folder in folders if not any(_files(folder))]


def trouble_writing(folder: Path) -> tuple[str, int]:
    """Why nothing can be written there, or empty; and how many bytes are free."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="doctor-", dir=folder) as own:
            Path(own, "note").write_text("written", encoding="utf-8")
        return "", shutil.disk_usage(folder).free
    except OSError as wrong:
        return wrong.strerror or str(wrong), 0


def trouble_listening(port: int) -> str:
    """Why no room could be opened at this port, or empty."""
    try:
        listeners = listen(LOOPBACK, port)
    except CannotListen as wrong:
        return wrong.reason
    for listener in listeners:
        listener.close()
    return ""


def _names(requirements: Sequence[str]) -> Iterator[str]:
    """Of requirements that belong to no extra."""
    for requirement in requirements:
        if "extra ==" not in requirement:
            yield re.split(r"[^\w.-]", requirement, maxsplit=1)[0]


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else iter(())
