"""A scenario's certificate: what `check`, `test` and `playtest` say of it, to be said again.

Plain data, so that whoever gets a chest can compare what it claims with what is found here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from game import __version__
from game.findings import Severity
from game.i18n import _
from game.playtest.report import playtest
from game.scenario.chest.writing import content_digest
from game.scenario.loading.check_file import check_file
from game.scenario.model.loaded import LoadedScenario
from game.scenario.transcripts.transcript import Transcripts
from game.ship.passage import MODEL_VERSION
from game.voyage.transcript_runner import run_transcripts

VOYAGES, SEED = 2_000, 1
"""For each captain, and the first sea: as `playtest` does it when nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """model: of sailing. digest: of all files. errors, warnings: of `check`. tests: voyages that
    must go as written, not_as_written: findings there. rails: findings of the playtest by code.
    """

    game: str
    model: int
    digest: str
    errors: int
    warnings: int
    tests: int
    not_as_written: int
    voyages: int
    seed: int
    rails: Mapping[str, int]

    @property
    def sentence(self) -> str:
        """What it says, in a line."""
        broken = ", ".join(f"{code} x{count}" for code, count in sorted(self.rails.items()))
        return _(
            "check: {errors} errors, {warnings} warnings; test: {failed} of {tests} not as "
            "written; playtest: {rails}",
            errors=self.errors,
            warnings=self.warnings,
            failed=self.not_as_written,
            tests=self.tests,
            rails=broken or _("all guard-rails hold"),
        )


def certify(
    loaded: LoadedScenario, files: Mapping[str, bytes], transcripts: Transcripts | None
) -> Certificate:
    """What is found of a scenario here; files: all that belongs to it, by name."""
    checked = check_file(loaded.file, loaded.text.encode()).findings
    grades = Counter(found.severity for found in checked)
    sailed = playtest(loaded, VOYAGES, SEED, figures=False).findings
    return Certificate(
        game=__version__,
        model=MODEL_VERSION,
        digest=content_digest(files),
        errors=grades[Severity.ERROR],
        warnings=grades[Severity.WARNING],
        tests=len(transcripts.voyages) if transcripts else 0,
        not_as_written=len(run_transcripts(transcripts)) if transcripts else 0,
        voyages=VOYAGES,
        seed=SEED,
        rails=dict(sorted(Counter(shown.finding.code for shown in sailed).items())),
    )


def untrue_in(claimed: Mapping[str, Any], found: Certificate) -> list[str]:
    """What a chest claims of itself and is not so here, each in a sentence."""
    if not claimed:
        return [_("it has no certificate")]
    if claimed.get("digest") != found.digest:
        return [_("its certificate is that of other files")]
    if claimed.get("model") != found.model:
        return [_("its certificate is for another version of the sailing model")]
    own, said = asdict(found), dict(claimed)
    differ = [name for name in own if name not in {"game", "model"} and said.get(name) != own[name]]
    return [_("its certificate says something else of: {names}", names=", ".join(differ))][
        : len(differ)
    ]
