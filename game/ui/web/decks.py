"""What phones are shown, made once for all phones of a crew, and again only if it has changed."""

from __future__ import annotations

import asyncio
from typing import Any

from game.i18n import saying_instead
from game.reports.own_debrief import own_debrief
from game.session.live_session import LiveSession
from game.session.phone_view import as_json, phone_view
from game.session.regatta_view import captain_view
from game.session.session import Crew, Session


class Decks:
    """The decks of one room's crews as JSON; votes and seats are not on them.

    A deck is told by the facilitator's step and line, and by its crew: what happens on
    one ship of a regatta makes no other ship's deck anew.
    """

    def __init__(self, room: LiveSession) -> None:
        self._room = room
        self._made: dict[int, tuple[tuple[int, str], Crew, str]] = {}

    def of(self, session: Session, number: int) -> str:
        """The deck of a crew; the very same text as long as nothing on it has changed."""
        crew = session.crews[number - 1]
        made, now = self._made.get(number), (session.step, session.call)
        if made is None or made[0] != now or made[1] is not crew:
            made = now, crew, self._make(session, crew)
            self._made[number] = made
        return made[2]

    def _make(self, session: Session, crew: Crew) -> str:
        view = captain_view if session.pace else phone_view
        with saying_instead(self._room.words):
            return as_json(view(self._room.flow, session, crew))


class OwnDebriefs:
    """The debriefs of single ships, made one after the other beside all that is more urgent."""

    def __init__(self, room: LiveSession) -> None:
        self._room = room
        self._turn = asyncio.Lock()

    async def of(self, session: Session, crew: Crew) -> list[dict[str, Any]]:
        """The pages of a crew's voyage; none as long as it may not look back."""
        if not session.pace or not session.looks_back(crew) or not crew.voyage.sailed:
            return []
        async with self._turn:
            with saying_instead(self._room.words):  # which goes along into the thread
                return await asyncio.to_thread(own_debrief, self._room.flow, crew)
