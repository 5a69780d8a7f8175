"""The runtime: Pyodide's core, by which Python runs in a browser; found, checked, never changed."""

from __future__ import annotations

import io
import subprocess
import tarfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256, sha512
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import ClassVar

from game.findings import EvenKeelError
from game.i18n import _

VERSION = "314.0.7"
FOLDER = f"pyodide-{VERSION}"
PACKED = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
"""The SHA-512 of its package, as npm names it."""
FILES = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
    "pyodide-lock.json": "5dc2fc119108bc148c7457dc86e7675b5c87e1cafd420b9c34c1eaef7b36c010",
}
"""What of it a voyage needs, and the SHA-256 of each."""
NOTICE = f"""Pyodide {VERSION}, unchanged: Copyright (C) Pyodide contributors and Mozilla.
Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/
Source: https://github.com/pyodide/pyodide/tree/{VERSION}

In it is CPython: Copyright (c) Python Software Foundation.
PSF License Agreement, https://docs.python.org/3/license.html
"""
PATIENCE = 300
"""Seconds until fetching is given up."""


@dataclass
class RuntimeNotFound(EvenKeelError):
    """reason: why it could not be had."""

    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        command = f"npm pack pyodide@{VERSION}"
        return _(
            "the runtime for browsers, Pyodide {version}, could not be had: {reason}\n"
            "fetch it where there is a network ({command}), unpack it, and name its folder: "
            "--pyodide FOLDER",
            version=VERSION,
            reason=self.reason,
            command=command,
        )


def runtime_files(folder: Path | None, cache: Path) -> Mapping[str, bytes]:
    """Its files by name, and its notice: from this folder, from a cache, or fetched once.

    Raises:
        RuntimeNotFound: if there is none, or another one than this game was tried with.
    """
    files = _from_folder(folder) if folder else _unpacked(_package(cache / f"{FOLDER}.tgz"))
    for name, digest in FILES.items():
        if sha256(files.get(name, b"")).hexdigest() != digest:
            raise RuntimeNotFound(_("{file} is not as it was published", file=name))
    return {**files, "NOTICE.txt": NOTICE.encode()}


def _from_folder(folder: Path) -> dict[str, bytes]:
    try:
        return {name: (folder / name).read_bytes() for name in FILES}
    except OSError as wrong:
        raise RuntimeNotFound(f"{wrong.filename}: {wrong.strerror}") from None


def _package(kept: Path) -> bytes:
    """The package as npm knows it: kept from last time, from npm's own cache, or fetched now."""
    for place in (kept, _in_npm_cache()):
        if place.is_file() and _is_package(data := place.read_bytes()):
            return data
    data = _fetched()
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(data)
    return data


def _in_npm_cache() -> Path:
    """Where npm keeps it, if it ever had it: by its digest."""
    digest = b64decode(PACKED).hex()
    folder = Path.home() / ".npm" / "_cacache" / "content-v2" / "sha512"
    return folder / digest[:2] / digest[2:4] / digest[4:]


def _is_package(data: bytes) -> bool:
    return sha512(data).digest() == b64decode(PACKED)


def _fetched() -> bytes:
    npm = which("npm")
    if npm is None:
        raise RuntimeNotFound(_("npm is not installed"))
    with TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", f"pyodide@{VERSION}", "--pack-destination", folder]
        try:
            subprocess.run(  # noqa: S603 - npm itself, and a name of our own
                command, check=True, capture_output=True, timeout=PATIENCE, cwd=folder
            )
            data = next(Path(folder).glob("*.tgz")).read_bytes()
        except (subprocess.SubprocessError, OSError, StopIteration):
            raise RuntimeNotFound(_("npm could not fetch it")) from None
    if not _is_package(data):
        raise RuntimeNotFound(_("what npm fetched is not as it was published"))
    return data


def _unpacked(package: bytes) -> dict[str, bytes]:
    return dict(_files_in(package))


def _files_in(package: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
        for name in FILES:
            file = archive.extractfile(f"package/{name}")
            if file is not None:
                yield name, file.read()
