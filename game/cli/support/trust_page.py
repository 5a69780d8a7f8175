"""What a reader should know of a chest before it is theirs; all of it found here, none believed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.findings import ScenarioBroken, errors_in
from game.i18n import _
from game.playtest.certificate import Certificate, certify, untrue_in
from game.scenario.authoring.packing import VERSION
from game.scenario.chest.names import LARGEST, RESERVED, SUFFIX, ChestRefused
from game.scenario.chest.reading import Chest, read_chest
from game.scenario.loading.files import read_bytes, transcripts_of, translations_of
from game.scenario.loading.library import find_own, open_bytes, shipped_files
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario
from game.scenario.transcripts.transcript import Transcripts, open_transcripts
from game.scenario.translation.translation import examine_translation, languages_of


@dataclass(frozen=True, slots=True)
class TrustPage:
    """data: the chest's bytes. place: where it goes. before: the scenario there by now, if any.

    untrue: what it claims and is not so here. broken: translations that cannot be used.
    """

    data: bytes
    chest: Chest
    scenario: Scenario
    languages: tuple[str, ...]
    place: Path
    before: str
    found: Certificate
    untrue: tuple[str, ...]
    broken: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        one = self.scenario
        yield f"{one.id} {one.version}: {one.title}"
        yield _row(_("by"), one.author or _("nobody is named"))
        yield _row(_("licence"), one.license or _("none is named: ask its author"))
        held = {"size": -(-len(self.data) // 1024), "files": len(self.chest.files)}
        yield _row(_("size"), _("{size} KiB, {files} files", **held))
        yield _row(_("told in"), ", ".join(self.languages))
        yield _row(_("found"), self.found.sentence)
        for sentence in self.untrue or (_("true: found here as it says"),):
            yield _row(_("certificate"), sentence)
        for sentence in self.broken:
            yield _row(_("left out"), sentence)
        yield _row(_("replaces"), self._replaced())

    def _replaced(self) -> str:
        if not self.before:
            return _("nothing")
        if _is_newer(self.before, self.scenario.version):
            return _("version {version}, which is NEWER", version=self.before)
        return _("version {version}", version=self.before)


def look_into(file: Path, own: Path) -> TrustPage:
    """All that is found of a chest. own: the folder that it would come into.

    Raises:
        ChestRefused: if it is none, or may not come there.
        ScenarioBroken: if its scenario has errors.
        OSError: if it cannot be read.
    """
    data = read_bytes(file, LARGEST)
    chest = read_chest(file.name, data)
    path = file / chest.scenario
    loaded = open_bytes(str(path), chest.text)
    place = own / f"{loaded.scenario.id}{SUFFIX}"
    if reason := _hindrance(loaded, place, own):
        raise ChestRefused(file.name, reason)
    found = certify(loaded, chest.files, _transcripts(path))
    return TrustPage(
        data=data,
        chest=chest,
        scenario=loaded.scenario,
        languages=tuple(languages_of(loaded)),
        place=place,
        before=_version_at(place),
        found=found,
        untrue=tuple(untrue_in(chest.certificate, found)),
        broken=tuple(_broken(path, loaded)),
    )


def _hindrance(loaded: LoadedScenario, place: Path, own: Path) -> str:
    """Why it may not come onto this shelf; empty if it may."""
    id = loaded.scenario.id
    if id in {path.stem for path in shipped_files()} or RESERVED.fullmatch(id):
        return _("Even Keel brings a scenario '{id}' along: its author must rename it", id=id)
    there = find_own(id, own)
    if there and there != place:
        return _("{file} has the id '{id}' already: move it away first", file=there, id=id)
    return ""


def _transcripts(path: Path) -> Transcripts | None:
    """A chest whose transcripts cannot be read is one without."""
    beside = transcripts_of(path)
    try:
        return open_transcripts(beside) if beside else None
    except ScenarioBroken:
        return None


def _broken(path: Path, loaded: LoadedScenario) -> Iterator[str]:
    for beside in translations_of(path):
        found = examine_translation(beside.name, read_bytes(beside), loaded.scenario)
        for first in errors_in(found.findings)[:1]:
            yield f"{beside.name}:{first.at.line}: {first.code} {first.message}"


def _version_at(place: Path) -> str:
    if not place.is_file():
        return ""
    try:
        there = read_chest(place.name, read_bytes(place, LARGEST))
        return open_bytes(place.name, there.text).scenario.version
    except (ChestRefused, ScenarioBroken):
        return _("which is broken")


def _is_newer(one: str, other: str) -> bool:
    """Whether a version is later than another, both of three numbers."""
    if not (VERSION.fullmatch(one) and VERSION.fullmatch(other)):
        return False
    numbers = [[int(part) for part in version.split("-")[0].split(".")] for version in (one, other)]
    return numbers[0] > numbers[1]


def _row(head: str, text: str) -> str:
    return f"  {head:<12} {text}"
