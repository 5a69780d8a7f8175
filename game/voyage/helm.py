"""The helm: one captain's voyage with its logbook, as every UI holds it.

An order is on disk before `give` returns; this is the edge where the pure voyage meets the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from game.files.recency import newest_first
from game.findings import EvenKeelError
from game.i18n import _
from game.scenario.model.loaded import LoadedScenario
from game.storage.logbook import (
    LOGBOOKS,
    NOTE,
    append,
    begin,
    first_line,
    note_line,
    order_line,
    read_log,
)
from game.voyage.flow import Flow
from game.voyage.replay import replay, untranslated
from game.voyage.step import step
from game.voyage.view import EndView, ResultView, WatchView, end_view, result_view, watch_view
from game.voyage.voyage import Give, Refused, Voyage, new_voyage


@dataclass
class NothingToContinue(EvenKeelError):
    folder: Path
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return _(
            "no unfinished voyage is in {folder}\nstart one with: even-keel play",
            folder=self.folder,
        )


@dataclass
class Helm:
    """A voyage under way. word: something the captain should know about its logbook, or empty.

    written: so many bytes of its logbook tell of it. past: every watch as it stood, with what came
    of it. earlier: the voyage in the same weather that this one goes back into, if any. note: the
    captain's own line about it, or empty.
    """

    loaded: LoadedScenario
    flow: Flow
    voyage: Voyage
    path: Path
    written: int
    word: str = ""
    past: list[tuple[WatchView, ResultView]] = field(default_factory=list)
    earlier: Voyage | None = None
    note: str = ""

    @property
    def watch(self) -> WatchView:
        """The watch to be decided; only while the voyage is not over."""
        return watch_view(self.loaded.scenario, self.voyage)

    @property
    def end(self) -> EndView:
        """How it ended; only when the voyage is over."""
        return end_view(self.loaded.scenario, self.voyage)

    @property
    def is_over(self) -> bool:
        return self.voyage.outcome is not None

    def give(self, order: str) -> ResultView | Refused:
        """Give an order and write it down; if it cannot be written, it has not been given.

        Raises:
            OSError: if the logbook cannot be written.
            VoyageInUse: if somebody else has given orders to this voyage.
        """
        at, before = self.voyage.at, self.voyage
        voyage, events = step(self.flow, before, Give(order))
        first = events[0]
        if isinstance(first, Refused):
            return first
        self.written = append(self.path, self.written, order_line(at, order, voyage.ship))
        self.voyage = voyage
        result = result_view(self.loaded.scenario, voyage, events)
        self.past.append((watch_view(self.loaded.scenario, before), result))
        return result

    def keep_note(self, note: str) -> None:
        """Write the captain's own line into the logbook; raises as `give` does."""
        self.written = append(self.path, self.written, note_line(note))
        self.note = " ".join(note.split())[:NOTE]


def begin_voyage(loaded: LoadedScenario, seed: int, path: Path, started: datetime) -> Helm:
    """A new voyage with a new logbook.

    Raises:
        OSError: if the logbook cannot be written.
    """
    line = first_line(loaded, seed, started)
    begin(path, line)
    return Helm(loaded, Flow(loaded.scenario), new_voyage(loaded.scenario, seed), path, len(line))


def begin_voyage_again(helm: Helm, before_watch: int, path: Path, started: datetime) -> Helm:
    """The same weather again from a watch of this voyage, in a new logbook.

    before_watch: from 1; it begins with the orders that were given before this one.

    Raises:
        OSError: if the logbook cannot be written.
    """
    voyage = helm.voyage
    line = first_line(helm.loaded, voyage.seed, started, earlier=voyage.gave)
    begin(path, line)
    start = new_voyage(helm.loaded.scenario, voyage.seed)
    word = _("Keep in view: {ask}", ask=helm.end.ask) if helm.is_over and helm.end.ask else ""
    again = Helm(helm.loaded, helm.flow, start, path, len(line), word, earlier=voyage)
    try:
        for order in voyage.gave[: before_watch - 1]:
            again.give(order)
    except OSError:
        path.unlink()
        raise
    return again


def log_path(folder: Path, scenario: str, seed: int, started: datetime) -> Path:
    """Where a new voyage's logbook goes; its name tells when it began, UTC."""
    stem = f"{started.astimezone(UTC):%Y%m%d-%H%M%SZ}-{scenario}-{seed}"
    paths = (folder / f"{stem}{suffix}.jsonl" for suffix in ("", *(f"-{n}" for n in range(2, 99))))
    return next(path for path in paths if not path.exists())


def resume_voyage(
    path: Path, translate: Callable[[LoadedScenario], LoadedScenario] = untranslated
) -> Helm:
    """The voyage of a logbook, where it stopped; nothing is written before its next order.

    translate: into the language that its scenario is told in.

    Raises:
        LogbookDamaged: if the log cannot be trusted.
        OSError: if it cannot be read.
    """
    log = read_log(path)
    again = replay(log, translate)
    word = _("The last line of the logbook was torn and has been left out.") if log.torn else ""
    scenario, stood = again.loaded.scenario, again.start
    past = []
    for voyage, events in again.steps:
        past.append((watch_view(scenario, stood), result_view(scenario, voyage, list(events))))
        stood = voyage
    held = (path, log.end, word, past, again.earlier, log.note)
    return Helm(again.loaded, again.flow, again.voyage, *held)


def continue_newest(
    folder: Path, translate: Callable[[LoadedScenario], LoadedScenario] = untranslated
) -> Helm:
    """The voyage in a folder that was sailed last and is not over.

    Damaged logs are passed over with a word. translate: as in `resume_voyage`.

    Raises:
        NothingToContinue: if there is none.
    """
    words: list[str] = []
    for path in newest_first(folder.glob(LOGBOOKS)):
        try:
            helm = resume_voyage(path, translate)
        except (EvenKeelError, OSError) as wrong:
            words.append(_("Passed over: {wrong}", wrong=wrong))
            continue
        if not helm.is_over:
            helm.word = "\n".join([*words, helm.word]).strip()
            return helm
    raise NothingToContinue(folder)
