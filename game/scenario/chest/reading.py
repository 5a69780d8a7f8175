"""Reading a chest: bytes become named files in memory, or a refusal. Nothing is unpacked to disk.

A chest comes from anybody: no name, size, link or picture in it is trusted.
"""

from __future__ import annotations

import json
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from game.i18n import _
from game.scenario.chest.names import (
    CHEST,
    LARGEST,
    MANIFEST,
    MOST_FILES,
    SCENARIO,
    ChestRefused,
    most_bytes,
    printable,
)
from game.scenario.chest.pictures import wrong_with_picture

UNREADABLE = (
    *(BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, IndexError, KeyError, OverflowError),
)
"""What the reader of ZIP files raises where one is damaged, encrypted or made to harm."""


@dataclass(frozen=True, slots=True)
class Chest:
    """What is in a chest. files: by their names, without the manifest. certificate: as written."""

    scenario: str
    files: Mapping[str, bytes]
    certificate: Mapping[str, Any]

    @property
    def text(self) -> bytes:
        """The scenario's own file."""
        return self.files[self.scenario]


@lru_cache(maxsize=8)
def read_chest(file: str, data: bytes) -> Chest:
    """What is in a chest; file: the name that it is called by.

    Raises:
        ChestRefused: if it is none, or anything in it is not as it must be.
    """
    if len(data) > LARGEST:
        raise ChestRefused(file, _("it is larger than {most} MiB", most=LARGEST >> 20))
    try:
        with ZipFile(BytesIO(data)) as opened:
            files = dict(_members(file, opened))
    except UNREADABLE as wrong:
        raise ChestRefused(file, _("it is no chest, or it is damaged")) from wrong
    manifest = _manifest(file, files.pop(MANIFEST, b""))
    scenario = _scenario_in(file, manifest, files)
    for name, found in files.items():
        if reason := wrong_with_picture(name, found):
            raise ChestRefused(file, f"{name}: {reason}")
    return Chest(scenario, files, manifest.get("certificate") or {})


def _members(file: str, opened: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Every file of a ZIP file that a chest may hold, read no further than it may be long."""
    infos = opened.infolist()
    if len(infos) > MOST_FILES:
        raise ChestRefused(file, _("it holds more than {most} files", most=MOST_FILES))
    seen: set[str] = set()
    total = 0
    for info in infos:
        if info.filename in {"art/", "translations/"}:
            continue
        most = _checked(file, info, seen)
        seen.add(info.filename.casefold())
        with opened.open(info) as member:
            data = member.read(most + 1)
        total += len(data)
        if len(data) > most or total > LARGEST:
            raise ChestRefused(file, _("'{name}' is too large", name=info.filename))
        yield info.filename, data


def _checked(file: str, info: ZipInfo, seen: set[str]) -> int:
    """How long a member may be; only if it may be there at all."""
    name, mode = info.filename, info.external_attr >> 16
    shown = printable(info.orig_filename)
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        raise ChestRefused(file, _("'{name}' is a link, or no file at all", name=shown))
    if not (most := most_bytes(name)) or info.orig_filename != name:
        raise ChestRefused(file, _("nothing in a chest is called '{name}'", name=shown))
    if name.casefold() in seen:
        raise ChestRefused(file, _("'{name}' is in it twice", name=shown))
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise ChestRefused(file, _("'{name}' is packed in a way that is not read", name=shown))
    return most


def _manifest(file: str, data: bytes) -> dict[str, Any]:
    if not data:
        raise ChestRefused(file, _("it has no {manifest}", manifest=MANIFEST))
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as wrong:
        raise ChestRefused(file, _("its {manifest} is damaged", manifest=MANIFEST)) from wrong
    if not isinstance(found, dict) or not isinstance(found.get("chest"), int):
        raise ChestRefused(file, _("its {manifest} is damaged", manifest=MANIFEST))
    if found["chest"] > CHEST:
        raise ChestRefused(file, _("it is of a newer kind than this Even Keel reads: update it"))
    if not isinstance(found.get("certificate") or {}, dict):
        raise ChestRefused(file, _("its {manifest} is damaged", manifest=MANIFEST))
    return found


def _scenario_in(file: str, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> str:
    """The name of its scenario; all else is as it was packed."""
    digests, scenario = manifest.get("files"), manifest.get("scenario")
    if digests != {name: sha256(found).hexdigest() for name, found in files.items()}:
        raise ChestRefused(file, _("what is in it is not what was packed"))
    if not isinstance(scenario, str) or scenario not in files or not SCENARIO.fullmatch(scenario):
        raise ChestRefused(file, _("no scenario is in it"))
    return scenario
