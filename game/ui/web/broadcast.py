"""Everyone who is connected: what they ask to be written down, and what they are shown."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from itertools import chain
from operator import is_
from time import monotonic

from game.i18n import _
from game.session.commands import Command
from game.session.live_session import LiveSession
from game.session.phone_view import as_json, fields_of, seat_view
from game.session.projector_view import seconds_left
from game.session.session import Session
from game.storage.journal import JournalBroken
from game.ui.web.capacity import Capacity
from game.ui.web.connection import TOO_MANY_TABS, ClientSocket, Shown
from game.ui.web.decks import Decks, OwnDebriefs
from game.ui.web.networks import Addresses
from game.ui.web.timekeeper import forever, keep_time
from game.ui.web.walls import Walls
from game.voyage.voyage import Refused

LOG = logging.getLogger("even_keel.phones")
MOST_VISITORS = 1000
TABS = 4
"""No seat has more sockets; a fifth closes the oldest."""
PAUSE = 0.1
"""Seconds between two views for a host page: tallies are told ten times a second, no more."""
SHARE = 9
"""Of a large fleet they are told less often, so that captains have nine tenths of the time."""
GLANCE = 5.0
"""Seconds between two looks at which addresses this machine has."""


class Broadcaster:
    """All clients of one room, in this process.

    visitors: the addresses that phones have called from. elsewhere: seats that are connected to
    other processes; known: the greatest revision that any of them has told of. unwritten: why the
    journal takes nothing just now; turned_away: how many phones found no room. walls: pages
    that show what the projector shows.
    """

    def __init__(self, room: LiveSession, capacity: Capacity) -> None:
        self.room, self.capacity = room, capacity
        self.addresses: Addresses | None = None
        self.unwritten, self.turned_away = "", 0
        self.hosts: set[ClientSocket] = set()
        self.walls = Walls(room)
        self.phones: dict[str, list[ClientSocket]] = {}
        self.unseated: set[ClientSocket] = set()
        self.visitors: set[str] = set()
        self.elsewhere: frozenset[str] = frozenset()
        self.known = 0
        self.loop: asyncio.AbstractEventLoop | None = None
        self._asked: list[tuple[Command, asyncio.Future[Refused | None]]] = []
        self._asks, self._changes, self._news = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._decks, self._debriefs = Decks(room), OwnDebriefs(room)

    @property
    def clients(self) -> int:
        watching = len(self.hosts) + len(self.walls.pages)
        return watching + len(self.unseated) + sum(map(len, self.phones.values()))

    @property
    def is_full(self) -> bool:
        """Whether there is no seat for a phone that has none; those who have one come back."""
        return len(self.phones) >= self.capacity.phones

    @property
    def trouble(self) -> str:
        """What is wrong, and what to do about it, in a sentence."""
        if self.unwritten:
            return _(
                "Nothing can be written down: {reason}. Free some room; what counted is safe.",
                reason=self.unwritten,
            )
        if self.addresses is not None and self.addresses.missing:
            return _(
                "This laptop is no longer at {address}: join the Wi-Fi, or choose on your page.",
                address=self.addresses.missing,
            )
        return ""

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        self.loop = loop = asyncio.get_running_loop()

        def changed() -> None:
            """Called by whichever thread has changed the room; perhaps after closing time."""
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._changed)

        self.room.listen(changed)
        works = [self._write, self._show_phones, self._show_hosts, self._look_around]
        if self.room.session.pace:
            works.append(partial(keep_time, self.room, self.do))
        tasks = [asyncio.create_task(forever(work)) for work in works]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def do(self, command: Command) -> Refused | None:
        """Have a command written down together with whatever else is asked for meanwhile."""
        answer: asyncio.Future[Refused | None] = asyncio.get_running_loop().create_future()
        self._asked.append((command, answer))
        self._asks.set()
        return await answer

    def note_revision(self, revision: int) -> None:
        """Another process has written in the journal, up to this revision."""
        self.known = max(self.known, revision)
        if self.known > self.room.revision:
            self._asks.set()

    def note_elsewhere(self, seats: frozenset[str]) -> None:
        if seats != self.elsewhere:
            self.elsewhere = seats
            self._news.set()

    def say_goodbye(self) -> None:
        """Tell everybody that the room closes now, and may go on another day."""
        for client in (*self.hosts, *chain(*self.phones.values())):
            client.tell(bye=True)

    def dismiss(self, code: int, reason: str) -> None:
        seated = chain(*self.phones.values())
        for client in (*self.hosts, *self.walls.pages, *self.unseated, *seated):
            client.close(code, reason)

    def arrive(self, client: ClientSocket) -> None:
        self.unseated.add(client)
        if len(self.visitors) < MOST_VISITORS:
            self.visitors.add(client.address)

    def is_aboard_from(self, address: str) -> bool:
        """Whether somebody with a seat is connected from there."""
        return any(tab.address == address for tabs in self.phones.values() for tab in tabs)

    def turn_away(self) -> None:
        """A phone has found no room; the host page tells how many."""
        self.turned_away += 1
        self._news.set()

    def seat(self, client: ClientSocket, seat: str) -> None:
        self.unseated.discard(client)
        client.seat = seat
        tabs = self.phones.setdefault(seat, [])
        tabs.append(client)
        for tab in tabs[:-TABS]:
            tab.close(TOO_MANY_TABS, "this seat is open in too many windows")
        self._news.set()

    def leave(self, client: ClientSocket) -> None:
        self.unseated.discard(client)
        self.hosts.discard(client)
        self.walls.pages.discard(client)
        tabs = self.phones.get(client.seat, [])
        if client in tabs:
            tabs.remove(client)
        if client.seat and not tabs:
            self.phones.pop(client.seat, None)
        self._news.set()

    def show(self, client: ClientSocket) -> None:
        """Show a phone its whole view: its crew's deck, and what is counted of its own seat."""
        revision, session = self.room.revision, self.room.session
        client.shown = self._parts(session, client.seat)
        you = as_json(seat_view(session, client.seat))
        left = json.dumps(seconds_left(session, self.room.now()))
        client.show(f'{{"revision":{revision},"left":{left},"you":{you},"deck":{client.shown[0]}}}')

    async def ask(self, client: ClientSocket, id: int, command: Command) -> None:
        """Have a phone's command written down, and answer with what is counted of its seat then.

        Only where there is more to show than that a view follows; one that waits to be sent would
        come after the answer and be older, and is made anew.
        """
        client.is_asking = True
        try:
            refused = await self.do(command)
        finally:
            client.is_asking = False
        revision, session = self.room.revision, self.room.session
        before, client.shown = client.shown, self._parts(session, client.seat)
        you = fields_of(seat_view(session, client.seat))
        why, passes = (refused.reason, refused.passes) if refused else ("", False)
        client.tell(id=id, refused=why, passes=passes, revision=revision, you=you)
        if refused or client.is_owed_a_view or client.shown[0] is not before[0]:
            self.show(client)

    async def show_debrief(self, client: ClientSocket, part: str) -> None:
        """Tell a seat what the own voyage shows, once that may be looked at. part: which of it."""
        session = self.room.session
        crew = session.crews[session.seats[client.seat].crew - 1]
        client.tell(**{part: await self._debriefs.of(session, crew, part)})

    def show_host(self, client: ClientSocket) -> None:
        client.show(self._host(client.sees_wall))

    def hang(self, wall: ClientSocket) -> None:
        """One more page shows the wall."""
        self.walls.hang(wall)
        self._news.set()

    def _changed(self) -> None:
        self._changes.set()
        self._news.set()

    def _parts(self, session: Session, seat: str) -> Shown:
        """What a seat's view is made of; compared by identity, as phones are many."""
        sitting, shown = session.seats[seat], session.shown
        ballot = shown.cast(sitting) if shown else None
        return self._decks.of(session, sitting.crew), sitting, ballot

    def _host(self, sees_wall: bool) -> str:
        view = as_json(
            {
                "revision": self.room.revision,
                "view": self.room.host_view(self.phones.keys() | self.elsewhere),
                "place": self.addresses.describe() if self.addresses else None,
                "full": [self.turned_away, self.capacity.phones] if self.turned_away else None,
                "trouble": self.trouble,
                "wall": self.walls.key,
                "called": bool(self.visitors),
            }
        )
        return f'{view[:-1]},"preview":{self.walls.view()}}}' if sees_wall else view

    async def _write(self) -> None:
        """Read what others have written, and write what was asked for since, all in one."""
        await self._asks.wait()
        self._asks.clear()
        asked, self._asked = self._asked, []
        before = self.room.revision
        try:
            if self.known > self.room.revision:
                await asyncio.to_thread(self.room.catch_up)
            commands = (command for command, _ in asked)
            answers = await asyncio.to_thread(self.room.do, *commands) if asked else []
        except JournalBroken as broken:
            self._note_written(broken.reason)
            answers = [Refused(_("this could not be written down: try again"))] * len(asked)
        except Exception as fault:  # noqa: BLE001 - ours: those who asked for it raise it
            for _command, answer in asked:
                answer.set_exception(fault)
            return
        for (_command, answer), refused in zip(asked, answers, strict=True):
            if not answer.done():
                answer.set_result(refused)
        if self.room.revision > before:
            self._note_written("")

    def _note_written(self, wrong: str) -> None:
        """Whether the journal takes what is written; each reason is noted once."""
        if wrong == self.unwritten:
            return
        if wrong:
            LOG.error("%s: %s", self.room.journal.name, wrong)
        self.unwritten = wrong
        self._news.set()

    async def _show_phones(self) -> None:
        """Show every phone what is new: its deck, or what is counted of its seat."""
        await self._changes.wait()
        self._changes.clear()
        session = self.room.session
        for seat, tabs in self.phones.items():
            new = self._parts(session, seat)
            for tab in tabs:
                if not tab.is_asking and not all(map(is_, tab.shown, new)):
                    self.show(tab)

    async def _show_hosts(self) -> None:
        await self._news.wait()
        self._news.clear()
        began = monotonic()
        views = {sees: self._host(sees) for sees in {host.sees_wall for host in self.hosts}}
        for host in self.hosts:
            host.show(views[host.sees_wall])
        self.walls.show_all()
        await asyncio.sleep(max(PAUSE, SHARE * (monotonic() - began)))

    async def _look_around(self) -> None:
        """See whether this machine has moved to another network."""
        await asyncio.sleep(GLANCE)
        if self.addresses is not None and await asyncio.to_thread(self.addresses.look):
            self._news.set()
