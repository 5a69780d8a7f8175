"""The project that a scenario file belongs to: `[tool.even-keel]` in a pyproject.toml above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from game.findings import EvenKeelError, Finding, Severity, closest
from game.scenario.loading.files import read_bytes
from game.scenario.loading.finding_docs import codes, page

OFF = "off"
LEVELS = (*(level.value for level in Severity), OFF)


@dataclass
class ProjectWrong(EvenKeelError):
    """A project's settings cannot be read."""

    path: Path
    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """How much each code matters here; a code that is not named matters as its page says."""

    severity: Mapping[str, str] = field(default_factory=dict)

    def graded(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings as this project takes them."""
        return tuple(
            replace(finding, severity=Severity(level))
            for finding in findings
            for level in [self.severity.get(finding.code, finding.severity)]
            if level != OFF
        )


def project_settings_of(file: Path) -> ProjectSettings:
    """The nearest project above a file that says anything about Even Keel.

    Raises:
        ProjectWrong: if what it says cannot be understood.
    """
    for folder in file.resolve().parents:
        path = folder / "pyproject.toml"
        if path.is_file() and (settings := _settings(path)) is not None:
            return _project(path, settings)
    return ProjectSettings()


def _settings(path: Path) -> Any:
    data = read_bytes(path)
    if b"even-keel" not in data:
        return None
    try:
        return _own_part(data)
    except (ValueError, AttributeError) as wrong:
        raise ProjectWrong(path, f"this is no TOML: {wrong}") from wrong


@lru_cache(maxsize=1)  # files that are checked together mostly belong to one project
def _own_part(data: bytes) -> Any:
    import tomllib

    return tomllib.loads(data.decode()).get("tool", {}).get("even-keel")


def _project(path: Path, settings: Any) -> ProjectSettings:
    severity = settings.get("severity", {}) if isinstance(settings, dict) else None
    if not isinstance(severity, dict):
        raise ProjectWrong(path, 'write [tool.even-keel], and below it severity = {A001 = "off"}')
    for key in settings:
        if key != "severity":
            raise ProjectWrong(path, f"[tool.even-keel] knows only 'severity', not '{key}'")
    for code, level in severity.items():
        if reason := _wrong(code, level):
            raise ProjectWrong(path, reason)
    return ProjectSettings(severity)


def _wrong(code: str, level: Any) -> str:
    if code not in codes():
        return f"no code is called '{code}' {closest(code, codes())}".rstrip()
    if level not in LEVELS:
        return f"{code} cannot be '{level}': write one of {', '.join(LEVELS)}"
    if page(code).severity is Severity.ERROR and level != Severity.ERROR:
        return f"{code} stays an error: a scenario with one cannot sail"
    return ""
