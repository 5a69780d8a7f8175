"""Full disks: whatever was called safe is there, and the rest is as it was before."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from game.cli.author.rename import rename
from game.files.kinds import Kind
from game.files.writing import Writing, write, write_all
from game.reports.session_files import session_report_files
from game.scenario.loading.files import bundled_folder
from game.session.commands import Join
from game.session.live_session import resume_live_session
from game.storage.journal import JournalBroken
from game.testing import Clock, a_document, a_helm, a_live_session, a_loaded_scenario, a_watch
from game.voyage.helm import resume_voyage
from tests.faults.disks import a_disk

Counts = tuple[int, int, int]
"""How often something was tried, how often that failed, and how often something was lost."""
LINE = 200
"""No order's line has more bytes."""


def orders() -> Counts:
    """The page in which a line ends is the last one, at every byte of that line."""
    failed = lost = 0
    for pad in range(LINE):
        document = a_document(
            *(a_watch(),) * 9, title="x" * (pad % 50 + 1), summary="x" * (pad // 50 * 50 + 1)
        )
        with a_disk() as disk:
            helm, given = a_helm(disk.folder, a_loaded_scenario(document)), 0
            disk.leave(0)
            while not helm.is_over:
                try:
                    helm.give("steer")
                except OSError:
                    failed += 1
                    break
                given += 1
            lost += len(resume_voyage(helm.path).voyage.gave) != given
            disk.clear()
            if not helm.is_over:
                helm.give("reef")
            lost += resume_voyage(helm.path).voyage != helm.voyage
    return LINE, failed, lost


def listed(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but for what fills it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "ballast"
    }


def whole(
    size: str, pages: int, begin: Callable[[Path], object], change: Callable[[Path], object]
) -> Counts:
    """All is as it was before, or as it should be afterwards; with ever more pages, or inodes."""
    with a_disk(size) as disk:
        begin(disk.folder)
        used, before = 1 + len(list(disk.folder.rglob("*"))), listed(disk.folder)
        change(disk.folder)
        after = listed(disk.folder)
    tried = failed = lost = 0
    for free, inodes in [*((free, 100) for free in range(pages)), *((99, n) for n in range(20))]:
        with a_disk(size, min(used + inodes, 100)) as disk:
            for name, data in before.items():
                (disk.folder / name).parent.mkdir(exist_ok=True)
                (disk.folder / name).write_bytes(data)
            if free < pages:
                disk.leave(free)
            tried += 1
            try:
                change(disk.folder)
            except OSError:
                failed += 1
                lost += listed(disk.folder) != before
            else:
                lost += listed(disk.folder) != after
    return tried, failed, lost


def beginnings() -> Counts:
    """A voyage's logbook of several pages."""
    loaded = a_loaded_scenario()
    return whole("64k", 8, lambda _: None, lambda folder: a_helm(folder, loaded))


def settings() -> Counts:
    """The window's settings, in place of others."""

    def keep(folder: Path, text: float) -> None:
        write(folder / "settings.json", f'{{"text": {text}}}'.encode(), Kind.SETTINGS)

    return whole("64k", 8, lambda folder: keep(folder, 1.0), lambda folder: keep(folder, 2.0))


def renamings() -> Counts:
    """A scenario with its translations, of which each holds the old name."""

    def copy(folder: Path) -> None:
        for path in bundled_folder("scenarios").rglob("maiden-passage.*"):
            place = folder / path.relative_to(bundled_folder("scenarios"))
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(path.read_bytes())

    def change(folder: Path) -> None:
        with redirect_stdout(StringIO()):
            rename(folder / "maiden-passage.yaml", "casting_off", "letting_go")

    return whole("256k", 32, copy, change)


def papers() -> Counts:
    """A session's, over those of an earlier moment."""

    def put(folder: Path, papers: list[Writing]) -> None:
        write_all([replace(paper, path=folder / paper.path.name) for paper in papers])

    with TemporaryDirectory() as folder:
        room = a_live_session(Path(folder), crews=2)
        first = session_report_files(room, Path(folder))
        room.do(Join("ann", "", 0))
        later = session_report_files(room, Path(folder))
        room.journal.close()
    return whole("512k", 48, lambda at: put(at, first), lambda at: put(at, later))


def journals() -> Counts:
    """People join until the disk is full; whoever was let in is still there afterwards."""
    tried = failed = lost = 0
    for free in range(14):
        with a_disk("128k") as disk:
            room = a_live_session(disk.folder, most=1000)
            disk.leave(free)
            inside = []
            for number in range(400):
                tried += 1
                try:
                    room.do(Join(f"s{number}", "", 0))
                except JournalBroken:
                    failed += 1
                    break
                inside.append(f"s{number}")
            lost += list(room.session.seats) != inside
            room.journal.close()
            disk.clear()
            again = resume_live_session(disk.folder / "journal.sqlite", Clock())
            lost += list(again.session.seats) != inside
            again.do(Join("late", "", 0))
            again.journal.close()
    return tried, failed, lost


def read_only() -> Counts:
    """Nothing that is there changes, and every refusal is an OSError."""
    failed = 0
    with a_disk("512k") as disk:
        helm = a_helm(disk.folder)
        helm.give("steer")
        before = listed(disk.folder)
        disk.make_read_only()
        deeds: list[Callable[[], object]] = [
            lambda: resume_voyage(helm.path).give("reef"),
            lambda: a_helm(disk.folder / "another"),
            lambda: write(disk.folder / "settings.json", b"{}", Kind.SETTINGS),
        ]
        for deed in deeds:
            try:
                deed()
            except OSError:
                failed += 1
        lost = (listed(disk.folder) != before) + (len(resume_voyage(helm.path).voyage.gave) != 1)
    return len(deeds), failed, lost
