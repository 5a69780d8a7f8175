"""A session's commands as the records of its journal, and back."""

from __future__ import annotations

import json

from game.i18n import _
from game.session.commands import TimedCommand, as_data, from_data
from game.storage.journal import JournalBroken, Record


def record_of(timed: TimedCommand) -> Record:
    """A command as its journal keeps it."""
    command = json.dumps(as_data(timed.command), ensure_ascii=False, separators=(",", ":"))
    return Record(timed.at, command)


def command_of(record: Record, name: str, number: int) -> TimedCommand:
    """The command in a record. name: the journal's; number: the record's, from 1.

    Raises:
        JournalBroken: if it cannot be read.
    """
    try:
        command = from_data(json.loads(record.command))
    except ValueError as wrong:
        raise JournalBroken(name, _("event {number} cannot be read", number=number)) from wrong
    if command is None:
        raise JournalBroken(name, _("event {number} cannot be read", number=number))
    return TimedCommand(record.at, command)
