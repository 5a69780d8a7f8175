"""What goes into a chest: a scenario's file and what belongs to it, and what is missing there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from game.files.kinds import Kind, head_of, kind_of
from game.findings import EvenKeelError, ScenarioBroken, errors_in
from game.i18n import _
from game.scenario.chest.names import ART, LARGEST, most_bytes
from game.scenario.chest.pictures import wrong_with_picture
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import (
    ENDINGS,
    TRANSCRIPTS,
    TRANSLATIONS,
    read_bytes,
    transcripts_of,
    translations_of,
)
from game.scenario.loading.library import open_bytes
from game.scenario.model.loaded import LoadedScenario

VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}(-[0-9A-Za-z.-]{1,40})?")
"""What a version looks like: https://semver.org."""
NAMED = re.compile(rb"^scenario:.*$", re.MULTILINE)
"""The line in a transcript that says of which file it is: in a chest it stands beside that."""
BESIDE = ("README.md", "LICENSE")
"""What else a folder's chest holds."""


@dataclass
class CannotPack(EvenKeelError):
    """What hinders a scenario from going into a chest."""

    file: Path
    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return _("{file} cannot be packed: {reason}", file=self.file, reason=self.reason)


def scenario_in_folder(folder: Path) -> Path:
    """The one scenario in a folder.

    Raises:
        CannotPack: if there is none, or more than one.
    """
    files = (path for path in sorted(folder.iterdir()) if path.suffix in ENDINGS)
    named = (path for path in files if path.is_file() and not path.name.endswith(TRANSCRIPTS))
    found = [path for path in named if kind_of(head_of(path)) is Kind.SCENARIO]
    if len(found) != 1:
        names = ", ".join(path.name for path in found)
        reason = _("it holds several scenarios, name one: {names}", names=names)
        raise CannotPack(folder, reason if found else _("no scenario is in this folder"))
    return found[0]


def files_for_chest(path: Path) -> tuple[LoadedScenario, str, dict[str, bytes]]:
    """The scenario in a folder or a file, the name of its file, and all files of its chest.

    Raises:
        CannotPack: if something is missing, or may not be in a chest.
        ScenarioBroken: if it or a translation has errors.
        OSError: if a file cannot be read.
    """
    file = scenario_in_folder(path) if path.is_dir() else path
    data = read_bytes(file)
    checked = check_file(str(file), data)
    if errors_in(checked.findings):
        raise ScenarioBroken(str(file), errors_in(checked.findings), data.decode(errors="replace"))
    loaded = open_bytes(str(file), data)
    if reason := _missing(loaded):
        raise CannotPack(file, reason)
    files = {file.name: data}
    files |= {f"{TRANSLATIONS}/{one.name}": read_bytes(one) for one in translations_of(file)}
    if beside := transcripts_of(file):
        files[beside.name] = NAMED.sub(f"scenario: {file.name}".encode(), read_bytes(beside), 1)
    if path.is_dir():
        found = [path / name for name in BESIDE if (path / name).is_file()]
        files |= {one.name: one.read_bytes()[: LARGEST + 1] for one in found}
    files |= dict(pictures_of(file, loaded))
    for name, held in files.items():
        if len(held) > (most := most_bytes(name)):
            too_large = _("'{name}' is too large", name=name)
            wrong_name = _("'{name}' is no name for a chest: a-z, 0-9, '-'", name=name)
            raise CannotPack(file, too_large if most else wrong_name)
    return loaded, file.name, files


def _missing(loaded: LoadedScenario) -> str:
    """What a scenario has to say of itself before it can be sent."""
    scenario = loaded.scenario
    if not scenario.author:
        return _("nobody is named as its author: add a line 'author: your name'")
    if not scenario.license:
        return _("it does not say what others may do with it: add a line 'license: CC-BY-4.0'")
    if not VERSION.fullmatch(scenario.version):
        held = {"version": scenario.version}
        return _("its version is '{version}', and has three numbers: version: \"1.0.0\"", **held)
    return ""


def pictures_of(file: Path, loaded: LoadedScenario) -> list[tuple[str, bytes]]:
    """The pictures that the scenario names, each looked at."""
    found = []
    for name in sorted({voice.portrait for voice in loaded.scenario.voices.values()}):
        if ART.fullmatch(name):
            if not (file.parent / name).is_file():
                reason = _("its face {name} is not there: put it beside it", name=name)
                raise CannotPack(file, reason)
            data = read_bytes(file.parent / name)
            if reason := wrong_with_picture(name, data):
                raise CannotPack(file, f"{name}: {reason}")
            found.append((name, data))
    return found
