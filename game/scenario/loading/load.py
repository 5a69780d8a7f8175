"""The loader: bytes of a file become a Scenario, or findings with positions; never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.findings import Finding
from game.scenario.analysis.references_index import names_of
from game.scenario.format.build import build
from game.scenario.format.document import Document
from game.scenario.format.validation import CheckedFile
from game.scenario.loading.check_file import check_errors, check_file
from game.scenario.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a file holds: a scenario unless a finding is an error; findings by position."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]


@lru_cache(maxsize=32)  # replays, rooms and previews open the same text again and again
def load(file: str, data: bytes) -> LoadResult:
    """Read, check and build a scenario; `file` is the name that positions carry."""
    return _built(check_file(file, data))


@lru_cache(maxsize=32)
def load_to_sail(file: str, data: bytes) -> LoadResult:
    """The same scenario in less time, without warnings; where it has errors, all that is found."""
    loaded = _built(check_errors(file, data))
    return loaded if loaded.scenario else load(file, data)


def _built(checked: CheckedFile[Document]) -> LoadResult:
    if not checked.source or not checked.document:
        return LoadResult(None, checked.findings)
    return LoadResult(build(checked.document, names_of(checked.source)), checked.findings)
