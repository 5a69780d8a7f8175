"""The inquiry: every crew's debrief and charts, made in the study's own process."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import pygame
from pygame import Surface

from game.faces.window.study import Study
from game.scenario.catalogue import Shelf
from game.session.session import Crew

if TYPE_CHECKING:
    from game.insight.charts.drawing import Chart, Picture
    from game.insight.charts.look import Look
    from game.insight.debrief import Debrief


class Inquiry:
    """What is found out about the crews' voyages as they stand."""

    def __init__(self, study: Study, shelf: Shelf) -> None:
        self._study, self._shelf = study, shelf
        self._looked: tuple[object, ...] = ()
        self._debriefs: list[Future[Debrief]] = []
        self._pictures: dict[tuple[str, str], tuple[object, Future[Picture]]] = {}
        self._heard = 0

    def look(self, crews: Sequence[Crew]) -> None:
        """Look at these voyages, unless they are looked at already."""
        sailed = tuple((crew.voyage.seed, crew.voyage.gave) for crew in crews)
        if sailed == self._looked:
            return
        self._looked = sailed
        alike = {each: self._study.debrief(self._shelf, *each) for each in dict.fromkeys(sailed)}
        self._debriefs = [alike[each] for each in sailed]

    def sharpen(self) -> None:
        """Have the pens ready."""
        self._study.sharpen()

    @property
    def debriefs(self) -> list[Debrief] | None:
        """A debrief a crew, or None while they are being counted."""
        if not self._debriefs or not all(work.done() for work in self._debriefs) or self.fault:
            return None
        return [work.result() for work in self._debriefs]

    @property
    def fault(self) -> str:
        """Why something could not be counted, or empty."""
        wrong = (work.exception() for work in self._debriefs if work.done())
        return next((str(each) or type(each).__name__ for each in wrong if each), "")

    @property
    def progress(self) -> float:
        """How far the counting is, 0 to 1."""
        done = sum(work.done() for work in self._debriefs)
        under_way = self._study.progress if done < len(self._debriefs) else 0.0
        return (done + min(0.99, under_way)) / max(1, len(self._debriefs))

    def has_news(self) -> bool:
        """Whether something has been found or drawn since this was last asked, or goes on."""
        works: list[Future[Any]] = [*self._debriefs]
        works += [drawn for _, drawn in self._pictures.values()]
        done = sum(work.done() for work in works)
        heard, self._heard = self._heard, done
        return done != heard or not all(work.done() for work in self._debriefs)

    def picture(self, owner: str, chart: Chart, look: Look) -> Surface | None:
        """An owner's chart as a picture, or None while it is being drawn."""
        place, wanted = (owner, chart.name), (chart.headline, chart.alt, look)
        kept = self._pictures.get(place)
        if kept is None or kept[0] != wanted:  # one of each is kept: a wall shows one at a time
            kept = self._pictures[place] = wanted, self._study.picture(chart, look)
        work = kept[1]
        if not work.done() or work.exception():
            return None
        drawn = work.result()
        return pygame.image.frombuffer(drawn.rgba, (drawn.width, drawn.height), "RGBA")
