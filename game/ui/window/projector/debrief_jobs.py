"""Every crew's debrief and charts, made in the worker's own process."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from game.scenario.loading.library import LoadedScenario
from game.session.session import Crew
from game.ui.window.widgets.chart_slots import Charts
from game.ui.window.worker import Worker

if TYPE_CHECKING:
    from game.debrief.debrief import Debrief


class DebriefJobs:
    """What is found out about the crews' voyages as they stand."""

    def __init__(self, worker: Worker, loaded: LoadedScenario) -> None:
        self._worker, self._loaded = worker, loaded
        self._looked: tuple[object, ...] = ()
        self._debriefs: list[Future[Debrief]] = []
        self.charts = Charts(worker)

    def look(self, crews: Sequence[Crew]) -> None:
        """Look at these voyages, unless they are looked at already."""
        sailed = tuple((crew.voyage.seed, crew.voyage.gave) for crew in crews)
        if sailed == self._looked:
            return
        self._looked = sailed
        alike = {each: self._worker.debrief(self._loaded, *each) for each in dict.fromkeys(sailed)}
        self._debriefs = [alike[each] for each in sailed]

    def warm_up(self) -> None:
        """Import matplotlib in the worker ahead of time."""
        self._worker.warm_up()

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
        return self._worker.revision

    @property
    def progress(self) -> float:
        """How far the counting is, 0 to 1."""
        done = sum(work.done() for work in self._debriefs)
        under_way = self._worker.progress if done < len(self._debriefs) else 0.0
        return (done + min(0.99, under_way)) / max(1, len(self._debriefs))
