"""What may be in a chest: which names, of what size. Everything else is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from game.findings import EvenKeelError
from game.i18n import _

SUFFIX = ".keel"
CHEST = 1
"""The version of the chest's own format."""
MANIFEST = "manifest.json"
STEM = r"[a-z][a-z0-9_-]{0,59}"
SCENARIO = re.compile(rf"(?P<stem>{STEM})\.ya?ml")
ART = re.compile(r"art/[a-z0-9][a-z0-9_-]{0,59}\.(?P<kind>svg|png)")
KIB = 1024
MOST_FILES = 200
LARGEST = 16 * KIB * KIB
"""Bytes of a chest, and of all that is in it together."""
MOST_BYTES: dict[re.Pattern[str], int] = {
    re.compile(re.escape(MANIFEST)): 64 * KIB,
    re.compile("README.md|LICENSE"): 256 * KIB,
    re.compile(rf"{STEM}(\.test)?\.ya?ml"): KIB * KIB,
    re.compile(rf"translations/{STEM}\.[a-z]{{2,3}}\.ya?ml"): KIB * KIB,
    re.compile(r"art/[a-z0-9][a-z0-9_-]{0,59}\.svg"): 256 * KIB,
    re.compile(r"art/[a-z0-9][a-z0-9_-]{0,59}\.png"): KIB * KIB,
}
"""Names that a chest may hold, each with the most bytes of it."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for its devices."""


@dataclass
class ChestRefused(EvenKeelError):
    """A file that is no chest, or one with something in it that no chest may have."""

    file: str
    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return _("{file} is refused: {reason}", file=self.file, reason=self.reason)


def printable(text: str, most: int = 60) -> str:
    """A name of somebody else's choice, without what a terminal would act upon."""
    seen = "".join(char if char.isprintable() else "�" for char in text)
    return seen if len(seen) <= most else f"{seen[: most - 2]} …"


def most_bytes(name: str) -> int:
    """How many bytes a file of this name may have in a chest; 0 if none may be called so."""
    if RESERVED.fullmatch(name.rpartition("/")[2]):
        return 0
    return next((most for names, most in MOST_BYTES.items() if names.fullmatch(name)), 0)
