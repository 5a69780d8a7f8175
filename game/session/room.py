"""The room: a session under way, shared by threads; what is done in it is in the journal first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from threading import Lock

from game.scenario.catalogue import Shelf, open_bytes
from game.session.apply import apply
from game.session.commands import Command, Event, Hand, Press, Refused
from game.session.deck import DeckView, SeatView, deck_view, seat_view
from game.session.host import HandsView, HostView, hands_view, host_view
from game.session.journal import JOURNAL_VERSION, Charter, Journal, JournalBroken
from game.session.session import Crew, Session, convene
from game.session.view import ProjectorView, projector_view, seconds_left
from game.voyage.flow import Flow

Clock = Callable[[], float]
"""Seconds since 1970."""


class Room:
    """A session that the projector, the host page and the phones all hold.

    session: as it is now; it never changes, another one takes its place. revision: counts the
    events, so that a newer view can be told from an older one.
    """

    def __init__(self, shelf: Shelf, charter: Charter, journal: Journal, clock: Clock) -> None:
        self.shelf, self.charter, self.journal = shelf, charter, journal
        self.flow = Flow(shelf.scenario)
        self.now = clock
        self.revision = 0
        self.session = convene(
            shelf.scenario, charter.seed, charter.crews, charter.most, charter.started
        )
        self._lock = Lock()
        self._listeners: list[Callable[[], None]] = []
        self._seen: tuple[Session, ProjectorView] | None = None

    def do(self, *commands: Command) -> list[Refused | None]:
        """Do these commands one after the other; on return they are on disk, or refused.

        Raises:
            JournalBroken: if they could not be written; then none has been done.
        """
        with self._lock:
            session, events, answers = self.session, [], []
            for command in commands:
                event = Event(self.now(), command)
                after = apply(self.flow, session, event)
                answers.append(after if isinstance(after, Refused) else None)
                if isinstance(after, Session) and after is not session:
                    session = after
                    events.append(event)
            self.journal.append(events)
            self.session = session
            self.revision += len(events)
        if events:
            for hear in self._listeners:
                hear()
        return answers

    def press(self, hand: Hand) -> Refused | None:
        """The facilitator presses a button, seeing the session as it is now."""
        return self.do(Press(hand, self.session.step))[0]

    def listen(self, hear: Callable[[], None]) -> None:
        """Have this called after every change, by whichever thread made it."""
        self._listeners.append(hear)

    def projector_view(self) -> ProjectorView:
        """What the projector shows now; cheap to ask for every frame."""
        session = self.session
        if self._seen is None or self._seen[0] is not session:
            self._seen = session, projector_view(self.flow, session, self.now())
        view = self._seen[1]
        return replace(view, seconds_left=seconds_left(session, self.now()))

    def hands_view(self) -> HandsView:
        """What the facilitator can press now."""
        return hands_view(self.flow, self.session, self.now())

    def host_view(self, here: Collection[str] = ()) -> HostView:
        """What the host page shows now; here: the seats that are connected."""
        return host_view(self.flow, self.session, self.now(), here)

    def deck_view(self, crew: Crew) -> DeckView:
        """What every phone of a crew shows now."""
        return deck_view(self.flow, self.session, crew)

    def seat_view(self, seat: str) -> SeatView:
        """What one phone alone shows now."""
        return seat_view(self.session, seat)


def open_room(path: Path, shelf: Shelf, seed: int, crews: int, most: int, clock: Clock) -> Room:
    """A new session with a new journal.

    Raises:
        JournalBroken: if the journal cannot be written.
        OSError: if its folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    journal = Journal(path)
    charter = Charter(JOURNAL_VERSION, seed, crews, most, clock(), shelf.file, shelf.text)
    journal.begin(charter)
    return Room(shelf, charter, journal, clock)


def resume_room(path: Path, clock: Clock) -> Room:
    """The session of a journal, where it stopped.

    Raises:
        JournalBroken: if it cannot be trusted.
        ScenarioBroken: if the scenario in it cannot be read.
    """
    if not path.is_file():
        raise JournalBroken(path, "there is no such journal")
    journal = Journal(path)
    charter = journal.charter
    shelf = open_bytes(charter.file, charter.text.encode())
    return retold(Room(shelf, charter, journal, clock))


def retold(room: Room) -> Room:
    """A room from whose lobby every event of its journal has happened again.

    Raises:
        JournalBroken: at an event that could not have happened there.
    """
    for event in room.journal.events():
        after = apply(room.flow, room.session, event)
        if isinstance(after, Refused):
            reason = f"event {room.revision + 1} does not fit: {after.reason}"
            raise JournalBroken(room.journal.path, reason)
        room.session, room.revision = after, room.revision + 1
    return room
