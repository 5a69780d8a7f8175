"""A session's journal: its commands as records, each safe before anyone hears that it counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import ClassVar, Protocol

from game.findings import EvenKeelError
from game.i18n import _

JOURNAL_VERSION = 1


@dataclass(frozen=True, slots=True)
class Charter:
    """What a session is held in. started: seconds since 1970; text: the scenario's own.

    language: that it is told in, if one was chosen; translation: what the file says by which it is,
    if that is not its own. pace: of a regatta; empty where crews vote. until: to what
    moment a served room stays open though nothing happens; 0 for no longer than others.
    """

    journal: int
    seed: int
    crews: int
    most: int
    started: float
    file: str
    text: str
    language: str = ""
    translation: str = ""
    pace: str = ""
    until: float = 0.0


@dataclass(frozen=True, slots=True)
class Record:
    """One command of a session. at: seconds since 1970; command: as JSON, not read here."""

    at: float
    command: str


@dataclass
class JournalBroken(EvenKeelError):
    """A session's journal that cannot be opened, read or written. name: which one."""

    name: str
    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return f"{self.name}: {self.reason}"


class Journal(Protocol):
    """One session's journal. is_shared: others may write in it, too."""

    is_shared: bool

    @property
    def name(self) -> str:
        """What people call it."""

    def append(self, records: Sequence[Record], after: int) -> bool:
        """Write these down behind so many others, all or none; on return they are safe.

        False if somebody else was first: there are more than so many others, read them.

        Raises:
            JournalBroken: if that cannot be done, or nobody knows whether it was.
        """

    def records(self, after: int = 0) -> Iterator[Record]:
        """Every record behind the first so many, oldest first.

        Raises:
            JournalBroken: if they cannot be read.
        """

    def close(self) -> None:
        """Let go of it."""


def charter_text(charter: Charter) -> str:
    return json.dumps(asdict(charter))  # in ASCII: a file's name may be in no encoding at all


def charter_of(name: str, text: str) -> Charter:
    """A charter that was written down.

    Raises:
        JournalBroken: if this is none, or one of another version.
    """
    try:
        found = json.loads(text)
    except ValueError as wrong:
        raise JournalBroken(name, str(wrong)) from wrong
    if not isinstance(found, dict):
        raise JournalBroken(name, _("this is no session's journal"))
    kinds = Charter.__annotations__
    found = {"language": "", "translation": "", "pace": "", "until": 0.0, **found}
    if set(found) != set(kinds) or any(
        type(found[field]).__name__ != kind for field, kind in kinds.items()
    ):
        raise JournalBroken(name, _("this is no session's journal"))
    if found["journal"] != JOURNAL_VERSION:
        raise JournalBroken(name, _("it was written by another Even Keel"))
    return Charter(**found)
