"""What `check` makes of broken files, counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.findings import Finding
from game.scenario.loading.check_file import check_file
from tests.mutations.breaking import Broken

BREAKS = 200
"""How often each scenario is broken."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was told of a broken file; raised: a traceback, which nobody should ever see."""

    broken: Broken
    findings: tuple[Finding, ...]
    raised: str = ""

    @property
    def flagged(self) -> bool:
        """Whether anything was told."""
        return bool(self.findings)

    @property
    def right(self) -> bool:
        """Whether what was told first stands where the mistake is."""
        return self.flagged and self.findings[0].at.line in self.broken.lines

    @property
    def single(self) -> bool:
        """Whether one cause was one message."""
        return len(self.findings) == 1


def judge(broken: Broken) -> Verdict:
    """The verdict of `check`."""
    try:
        return Verdict(broken, check_file("broken.yaml", broken.text.encode()).findings)
    except Exception as fault:  # noqa: BLE001 - what must never happen is counted, not hidden
        return Verdict(broken, (), raised=repr(fault))


def share(verdicts: Iterable[bool]) -> float:
    """The share that is true, 0 to 1."""
    counted = list(verdicts)
    return sum(counted) / len(counted)
