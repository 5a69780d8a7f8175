"""The debrief on a wall's page: words at once, charts as soon as they are drawn."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from game.debrief.charts.drawing.chart_style import THEMES, ChartStyle
from game.debrief.pages import BLOCKS, IF_THEN, DebriefPage, convoy_question_page, question_page
from game.i18n import _, spoken
from game.reports.room_pages import drawn_for_walls, voyages_of
from game.session.live_session import LiveSession
from game.session.projector_view import ProjectorView
from game.session.session import TALK, Page, Phase
from game.session.wall_view import wall_json
from game.ui.web.connection import ClientSocket
from game.ui.web.qr import invitation_of

SHAPES = {False: (1600, 640, 36.0), True: (900, 900, 40.0)}
"""How charts are drawn for a wall, and for one that is higher than wide: pixels, and their text."""


def wall_words(view: ProjectorView, *, by_phone: bool) -> dict[str, Any] | None:
    """What stands on a page of words; None where there is none."""
    page = view.page
    if page not in TALK:
        return None
    if page is Page.QUESTION:
        asked = _question(view)
        texts = [f"{note.name}: {note.text}" if note.name else note.text for note in asked.notes]
        return {"number": "", "lead": asked.lead, "texts": texts, "byPhone": False}
    number = TALK.index(page)
    texts = [_(BLOCKS[number - 1])]
    if page is Page.HAPPENED:
        texts += _questions(view)
    if page is Page.MONDAY:
        texts.append(_(IF_THEN))
    return {"number": f"{number}", "lead": "", "texts": texts, "byPhone": by_phone}


class Walls:
    """Every page that shows the wall of one room. link: what leads phones in, nothing by hands.
    key: what opens one.

    Charts are drawn one after the other beside all that is more urgent; what was drawn is kept.
    """

    def __init__(self, room: LiveSession) -> None:
        self.pages: set[ClientSocket] = set()
        self.link: Callable[[], str] = str
        self.key = ""
        self._room = room
        self._turn = asyncio.Lock()

    def hang(self, page: ClientSocket) -> None:
        """One more; from now on the wall has leaves to be turned, whatever becomes of this one."""
        self.pages.add(page)
        self._room.has_walls = True
        self.show(page)

    def preview(self, host: ClientSocket, *, wanted: bool) -> None:
        """A host page shows the wall, too, or no longer does."""
        host.sees_wall = wanted
        self._room.has_walls = self._room.has_walls or wanted

    def show(self, page: ClientSocket) -> None:
        page.show(self.view())

    def show_all(self) -> None:
        view = self.view() if self.pages else ""
        for page in self.pages:
            page.show(view)

    def view(self) -> str:
        """What they show now, as it is sent."""
        revision, view, link = self._room.revision, self._room.projector_view(), self.link()
        words = wall_words(view, by_phone=bool(link))
        shown = wall_json(view, words=words, sailed=self._room.session.step)
        join = json.dumps(invitation_of(link))
        return f'{{"revision":{revision},"join":{join},"wall":{shown}}}'

    async def show_chart(self, page: ClientSocket, wanted: dict[str, Any]) -> None:
        """Send a page of the debrief to whoever asks for it, as soon as it is drawn."""
        if drawn := await self._drawn(wanted):
            page.tell(page=drawn)

    async def _drawn(self, wanted: dict[str, Any]) -> dict[str, Any] | None:
        """The page that a wall asks for by name, chart, theme and shape; None for no such page, or
        as long as the room does not look back.
        """
        match wanted:
            case {
                "page": str(name),
                "chart": int(number),
                "theme": "dark" | "light" as theme,
                "tall": bool(tall),
                "key": str(key),
            } if len(key) < KEY_SIZE:
                pass
            case _:
                return None
        session = self._room.session
        if session.phase is not Phase.DEBRIEF or name not in session.pages or name in TALK:
            return None
        look = ChartStyle(*SHAPES[tall], THEMES[theme])
        async with self._turn:
            found = await asyncio.to_thread(
                drawn_for_walls,
                self._room.flow,
                voyages_of(session),
                (Page(name), number),
                look,
                spoken(),
            )
        return {**found, "key": key} if found else None


KEY_SIZE = 500
"""No longer name comes back with a page."""


def _question(view: ProjectorView) -> DebriefPage:
    """The ending's own question; of several crews, each ending's; of a regatta, the commonest's."""
    if view.regatta:
        return question_page(view.regatta.ask)
    ends = [(crew.name, crew.end) for crew in view.crews if crew.end]
    if len(view.crews) > 1 or not ends:
        return convoy_question_page((name, end.ask) for name, end in ends)
    [(_name, end)] = ends
    return question_page(end.ask, end.title, end.outcome)


def _questions(view: ProjectorView) -> tuple[str, ...]:
    if view.regatta:
        return view.regatta.questions
    return next((crew.end.questions for crew in view.crews if crew.end), ())
