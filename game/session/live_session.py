"""A session under way, shared by threads; what is done in it is in the journal first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

from game.i18n import _, saying_instead, spoken
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.own_words import overlay_of
from game.scenario.translation.translation import load_translated, translate_scenario
from game.session.apply import apply
from game.session.commands import Button, Command, Press, TimedCommand, command_of, record_of
from game.session.host_view import ButtonsView, HostView, buttons_view, host_view
from game.session.new_session import new_session
from game.session.projector_view import ProjectorView, projector_view, seconds_left
from game.session.session import Pace, Session
from game.session.wall_view import leaves_of
from game.storage.journal import JOURNAL_VERSION, Charter, Journal, JournalBroken, Record
from game.storage.sqlite import SqliteJournal
from game.voyage.flow import Flow
from game.voyage.voyage import Refused

Clock = Callable[[], float]
"""Seconds since 1970."""
Tried = tuple[Session, list[Record], list[Refused | None]]
"""Where commands lead, what is to be written down for that, and what each is answered."""


class LiveSession:
    """A session that the projector, the host page and the phones all hold.

    session: as it is now; it never changes, another one takes its place. revision: counts the
    events, so that a newer view can be told from an older one.
    """

    window_pages = 0
    """Into how many pages the projector's window has laid out what it shows; 0: there is none."""
    has_walls = False
    """Whether the wall is shown as a page somewhere."""

    def __init__(
        self, loaded: LoadedScenario, charter: Charter, journal: Journal, clock: Clock
    ) -> None:
        self.loaded, self.charter, self.journal = loaded, charter, journal
        self.flow = Flow(loaded.scenario)
        self.words = overlay_of(loaded.scenario.words)
        self._clock, self._ahead = clock, 0.0
        self.revision = 0
        pace = Pace(charter.pace) if charter.pace else None
        founded = charter.seed, charter.crews, charter.most, charter.started
        self.session = new_session(loaded.scenario, *founded, pace)
        self._lock, self._time = Lock(), Lock()
        self._listeners: list[Callable[[], None]] = []
        self._shown: tuple[Session, ProjectorView] | None = None

    def now(self) -> float:
        """This moment; where the clock was set back it goes on from the latest event's."""
        with self._time:
            read = self._clock()
            self._ahead = max(self._ahead, self.session.now - read)
            return read + self._ahead

    def do(self, *commands: Command) -> list[Refused | None]:
        """Do these commands one after the other; on return they are on disk, or refused.

        Raises:
            JournalBroken: if they could not be written; then none has been done.
        """
        with self._lock:
            before = self.revision
            session, records, answers = self._try(commands)
            while self._is_behind(records, answers):
                session, records, answers = self._try(commands)
            self.session = session
            self.revision += len(records)
        self._notify(before)
        return answers

    def catch_up(self) -> None:
        """Do what others have written in a shared journal since the last time.

        Raises:
            JournalBroken: at an event that cannot be read, or could not have happened here.
        """
        with self._lock:
            before = self.revision
            self._read_on()
        self._notify(before)

    def press(self, hand: Button) -> Refused | None:
        """The facilitator presses a button, seeing the session as it is now."""
        return self.do(Press(hand, self.session.step))[0]

    def listen(self, notify: Callable[[], None]) -> None:
        """Have this called after every change, by whichever thread made it."""
        self._listeners.append(notify)

    def projector_view(self) -> ProjectorView:
        """What the projector shows now; cheap to ask for every frame."""
        session = self.session
        if self._shown is None or self._shown[0] is not session:
            with saying_instead(self.words):
                self._shown = session, projector_view(self.flow, session, self.now())
        view = self._shown[1]
        return replace(view, seconds_left=seconds_left(session, self.now()))

    def buttons_view(self) -> ButtonsView:
        with saying_instead(self.words):
            return buttons_view(self.flow, self.session, self.now())

    def host_view(self, here: Collection[str] = ()) -> HostView:
        """What the host page shows now; here: the seats that are connected."""
        with saying_instead(self.words):
            return host_view(self.flow, self.session, self.now(), here, self.leaves)

    @property
    def leaves(self) -> int:
        """How far the wall can be turned within what it shows: the window's, if there is one; else
        the page's, if anybody looks at one.
        """
        if self.window_pages or not (self.has_walls or self.journal.is_shared):
            return max(1, self.window_pages)
        return len(leaves_of(self.projector_view()))

    def lay_out(self, pages: int) -> None:
        """The projector's window has laid out what it shows into so many pages."""
        if pages != self.window_pages:
            self.window_pages = pages
            for notify in self._listeners:
                notify()

    def _try(self, commands: Sequence[Command]) -> Tried:
        session, records = self.session, []
        answers: list[Refused | None] = []
        for command in commands:
            timed = TimedCommand(self.now(), command)
            after = apply(self.flow, session, timed)
            answers.append(after if isinstance(after, Refused) else None)
            if isinstance(after, Session) and after is not session:
                session = after
                records.append(record_of(timed))
        return session, records, answers

    def _is_behind(self, records: Sequence[Record], answers: Sequence[Refused | None]) -> bool:
        """Whether others have written meanwhile: then it is to be tried again, behind them.

        Nobody is refused for what is no longer so.
        """
        if self.journal.is_shared and any(answers) and self._read_on():
            return True
        if self.journal.append(records, self.revision):
            return False
        if not self._read_on():
            reason = _("others write in it, and it cannot be read")
            raise JournalBroken(self.journal.name, reason)
        return True

    def _read_on(self) -> bool:
        """Whether there was anything to read."""
        before = self.revision
        for record in self.journal.records(before):
            number = self.revision + 1
            timed = command_of(record, self.journal.name, number)
            after = apply(self.flow, self.session, timed)
            if isinstance(after, Refused):
                reason = _(
                    "event {number} does not fit: {reason}", number=number, reason=after.reason
                )
                raise JournalBroken(self.journal.name, reason)
            self.session, self.revision = after, number
        return self.revision > before

    def _notify(self, before: int) -> None:
        if self.revision > before:
            for notify in self._listeners:
                notify()


def charter_for(
    loaded: LoadedScenario, seed: int, crews: int, most: int, started: float, pace: str = ""
) -> Charter:
    return Charter(JOURNAL_VERSION, seed, crews, most, started, *loaded.kept, pace)


def new_live_session(  # noqa: PLR0913, PLR0917 - what a session is founded on
    path: Path,
    loaded: LoadedScenario,
    seed: int,
    crews: int,
    most: int,
    clock: Clock,
    pace: str = "",
) -> LiveSession:
    """A new session with a new journal.

    Raises:
        JournalBroken: if the journal cannot be written.
        OSError: if its folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    journal = SqliteJournal(path)
    try:
        charter = charter_for(loaded, seed, crews, most, clock(), pace)
        journal.begin(charter)
        return LiveSession(loaded, charter, journal, clock)
    except Exception:
        journal.close()
        raise


def resume_live_session(path: Path, clock: Clock) -> LiveSession:
    """The session of a journal, where it stopped.

    Raises:
        JournalBroken: if it cannot be trusted.
        ScenarioBroken: if the scenario in it cannot be read.
    """
    if not path.is_file():
        raise JournalBroken(str(path), _("there is no such journal"))
    journal = SqliteJournal(path)
    try:
        return shared_live_session(journal.charter, journal, clock, spoken())
    except Exception:
        journal.close()
        raise


def shared_live_session(
    charter: Charter, journal: Journal, clock: Clock, language: str = ""
) -> LiveSession:
    """A session that others may hold, too, where its journal stands.

    language: in which it is told; else as its charter says, or in the one that is spoken.

    Raises:
        JournalBroken: if it cannot be trusted.
        ScenarioBroken: if the scenario in it cannot be read.
    """
    kept = load_translated(charter.file, charter.text, charter.language, charter.translation)
    loaded = translate_scenario(kept, language or charter.language or spoken())
    room = LiveSession(loaded, charter, journal, clock)
    room.catch_up()
    return room
