"""The inquiry: every crew's debrief and charts, made in the study's own process."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from game.faces.window.charts import Charts
from game.faces.window.study import Study
from game.scenario.catalogue import Shelf
from game.session.session import Crew

if TYPE_CHECKING:
    from game.insight.debrief import Debrief


class Inquiry:
    """What is found out about the crews' voyages as they stand."""

    def __init__(self, study: Study, shelf: Shelf) -> None:
        self._study, self._shelf = study, shelf
        self._looked: tuple[object, ...] = ()
        self._debriefs: list[Future[Debrief]] = []
        self.charts = Charts(study)

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
    def revision(self) -> object:
        """Differs as soon as there is more to see."""
        return self._study.revision

    @property
    def progress(self) -> float:
        """How far the counting is, 0 to 1."""
        done = sum(work.done() for work in self._debriefs)
        under_way = self._study.progress if done < len(self._debriefs) else 0.0
        return (done + min(0.99, under_way)) / max(1, len(self._debriefs))
