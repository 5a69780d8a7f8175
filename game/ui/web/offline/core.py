"""The core: the game's own Python as a voyage in a browser needs it, packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from importlib.metadata import PackagePath, distribution
from pathlib import Path

from game.i18n import own_language
from game.scenario.loading.files import PACKAGE
from game.ui.languages import DOMAIN, ENGLISH, catalogues

ROOMS = (
    *("*.py", "debrief/**/*.py", "files/*.py", "layout/*", "reports/__init__.py"),
    *(
        "reports/own_debrief.py",
        "reports/chart_figures.py",
        "reports/room_findings.py",
        "scenario/__init__.py",
        "scenario/chest/__init__.py",
    ),
    *("scenario/chest/names.py", "scenario/loading/__init__.py", "scenario/loading/files.py"),
    *("scenario/model/*.py", "session/**/*.py", "ship/*.py", "simulation/**/*.py"),
    *("storage/__init__.py", "storage/journal.py", "storage/logbook.py", "ui/__init__.py"),
    *("ui/languages.py", "ui/web/__init__.py", "ui/web/offline/__init__.py"),
    *("ui/web/offline/voyage.py", "voyage/*.py"),
)
"""What of the game goes along: neither YAML nor numpy nor anything that draws."""
LIBRARIES = ("transitions", "six")
MOMENT = (1980, 1, 1, 0, 0, 0)
"""Every file's, so that the same game makes the same bytes."""


def core_zip() -> bytes:
    """The game's rooms, and its words in the language that is spoken."""
    paths = sorted({path for room in ROOMS for path in PACKAGE.glob(room) if path.is_file()})
    files = [(f"game/{path.relative_to(PACKAGE).as_posix()}", path) for path in paths]
    if (language := own_language()) != ENGLISH:
        words = Path(language, "LC_MESSAGES", f"{DOMAIN}.mo")
        files.append((f"assets/languages/{words.as_posix()}", catalogues() / words))
    return _packed((name, path.read_bytes()) for name, path in files)


def wheels() -> dict[str, bytes]:
    """The libraries that the core needs, by their file names, packed anew as installed here."""
    return {
        f"{name}-{distribution(name).version}-py3-none-any.whl": _packed(_installed(name))
        for name in LIBRARIES
    }


def _installed(library: str) -> Iterator[tuple[str, bytes]]:
    files: list[PackagePath] = distribution(library).files or []
    for file in files:
        if ".." not in file.parts and file.suffix not in {".pyc", ".pyi"}:
            yield file.as_posix(), Path(str(file.locate())).read_bytes()


def _packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files:
            packed.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()
