"""What phones are shown, made once for all phones of a crew, and again only if it has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from game.debrief.pages import DebriefPage
from game.i18n import saying_instead
from game.reports.own_debrief import own_debrief, own_decisions
from game.reports.room_findings import room_findings
from game.session.live_session import LiveSession
from game.session.participation.advice import hosts_of
from game.session.participation.captain_view import captain_view
from game.session.phone_view import as_json, phone_view
from game.session.session import Crew, Phase, Session

Pages = list[dict[str, Any]]


class Decks:
    """The decks of one room's crews as JSON; votes and seats are not on them.

    A deck is told by the facilitator's step and line, by its crew, and by the one that it is aboard
    of: what happens on one ship of a regatta makes no other ship's deck anew.
    """

    def __init__(self, room: LiveSession) -> None:
        self._room = room
        self._made: dict[int, tuple[tuple[int, str], Crew, Crew | None, str]] = {}
        self._hosts: tuple[Session | None, Mapping[int, Crew]] = None, {}

    def of(self, session: Session, number: int) -> str:
        """The deck of a crew; the very same text as long as nothing on it has changed."""
        crew, host = session.crews[number - 1], self._host(session, number)
        made, now = self._made.get(number), (session.step, session.call)
        if made is None or made[0] != now or made[1] is not crew or made[2] is not host:
            made = now, crew, host, self._make(session, crew)
            self._made[number] = made
        return made[3]

    def _host(self, session: Session, number: int) -> Crew | None:
        if session.crews[number - 1].voyage.outcome is None:
            return None
        if self._hosts[0] is not session:
            self._hosts = session, hosts_of(session)
        return self._hosts[1].get(number)

    def _make(self, session: Session, crew: Crew) -> str:
        view = captain_view if session.pace else phone_view
        with saying_instead(self._room.words):
            return as_json(view(self._room.flow, session, crew))


class OwnDebriefs:
    """The debriefs of single ships, made one after the other beside all that is more urgent."""

    def __init__(self, room: LiveSession) -> None:
        self._room = room
        self._turn = asyncio.Lock()
        self._found: tuple[int, list[DebriefPage]] = -1, []

    async def of(self, session: Session, crew: Crew, part: str) -> Pages:
        """The pages of a crew's voyage and of what the room said; or, as part, its decisions, which
        take longer. None before it may look back.
        """
        if not session.looks_back(crew) or not crew.voyage.sailed:
            return []
        async with self._turn:
            with saying_instead(self._room.words):  # which goes along into the thread
                if part == "decisions":
                    return await asyncio.to_thread(own_decisions, self._room.flow, crew)
                return await asyncio.to_thread(self._debrief, session, crew)

    def _debrief(self, session: Session, crew: Crew) -> Pages:
        """What the room has found is reckoned once a step: no ship sails in the debrief."""
        is_told = session.pace and session.phase is Phase.DEBRIEF
        if is_told and self._found[0] != session.step:
            self._found = session.step, room_findings(self._room.flow, session)
        return own_debrief(self._room.flow, session, crew, self._found[1] if is_told else [])
