"""What each code of a finding means, with a bad and a good example: the files in docs/codes/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from game.findings import EvenKeelError, Severity, closest
from game.scenario.loading.files import bundled_folder

FOLDER = "docs/codes"
PAGE = re.compile(
    r"# \w+: (?P<title>.+)\n\n(?P<severity>Error|Warning|Info)\. (?P<cause>(.|\n)+?)\n\n"
    r"## Bad\n\n```yaml\n(?P<bad>(.|\n)*?)```\n\n## Good\n\n```yaml\n(?P<good>(.|\n)*?)```\n"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page. title: what the code means, in a line; cause: why it is told, and the way out."""

    code: str
    severity: Severity
    title: str
    cause: str
    bad: str
    good: str


@dataclass
class UnknownCode(EvenKeelError):
    """A code that no page explains."""

    code: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return f"no code is called '{self.code}'\n{closest(self.code.upper(), codes())}".rstrip()


@cache
def codes() -> tuple[str, ...]:
    """All codes, in order."""
    return tuple(
        sorted(path.stem for path in bundled_folder(FOLDER).glob("[A-Z][0-9][0-9][0-9].md"))
    )


def page(code: str) -> Page:
    """What a code means.

    Raises:
        UnknownCode: if there is no such code.
    """
    if code not in codes():
        raise UnknownCode(code)
    found = PAGE.fullmatch((bundled_folder(FOLDER) / f"{code}.md").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{FOLDER}/{code}.md is not written as a page")
    severity = Severity(found["severity"].lower())
    return Page(code, severity, found["title"], found["cause"], found["bad"], found["good"])
