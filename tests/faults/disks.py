"""Small disks that can be filled, for whoever may mount them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PAGE = 4096
"""A tmpfs gives room by so many bytes."""


@dataclass(frozen=True)
class Disk:
    """A disk, and what fills it."""

    folder: Path

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"

    def leave(self, pages: int) -> None:
        """Fill it but for so many pages."""
        self.clear()
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(PAGE))
            except OSError:
                pass
            file.truncate(max(0, file.tell() - PAGE * pages))

    def clear(self) -> None:
        """Give the room back."""
        self._ballast.unlink(missing_ok=True)

    def make_read_only(self) -> None:
        """Nothing can be written any more."""
        _run("mount", "-o", "remount,ro", str(self.folder))


@contextmanager
def a_disk(size: str = "64k", inodes: int = 100) -> Iterator[Disk]:
    """A tmpfs of its own, as long as this lasts."""
    with TemporaryDirectory(prefix="even-keel-disk-") as folder:
        options = f"size={size},nr_inodes={inodes}"
        _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)
        try:
            yield Disk(Path(folder))
        finally:
            _run("umount", folder)


def _run(*words: str) -> None:
    subprocess.run(words, check=True)
