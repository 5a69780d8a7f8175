"""What the worker finds out about voyages, and the charts of that."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Generic, TypeVar

from game.debrief.analysis import Analysis
from game.debrief.debrief import Debrief
from game.scenario.loading.library import LoadedScenario
from game.session.session import Crew
from game.ui.window.widgets.chart_slots import Charts
from game.ui.window.worker import Worker

T = TypeVar("T")


class Jobs(Generic[T]):
    """What the worker is asked about voyages, one after the other. charts: of what it finds."""

    def __init__(self, worker: Worker) -> None:
        self._worker, self._jobs = worker, list[Future[T]]()
        self.charts = Charts(worker)

    @property
    def found(self) -> list[T] | None:
        is_counted = self._jobs and all(job.done() for job in self._jobs) and not self.fault
        return [job.result() for job in self._jobs] if is_counted else None

    @property
    def fault(self) -> str:
        """Why something could not be counted, or empty."""
        wrong = (job.exception() for job in self._jobs if job.done())
        return next((str(each) or type(each).__name__ for each in wrong if each), "")

    @property
    def revision(self) -> object:
        return self._worker.revision

    @property
    def progress(self) -> float:
        """How far the counting is, 0 to 1."""
        done = sum(job.done() for job in self._jobs)
        under_way = self._worker.progress if done < len(self._jobs) else 0.0
        return (done + min(0.99, under_way)) / max(1, len(self._jobs))


class LookBackJob(Jobs[Analysis]):
    def __init__(self, worker: Worker, log: Path, loaded: LoadedScenario | None = None) -> None:
        """loaded: as `Worker.look_back` takes it."""
        super().__init__(worker)
        self._jobs.append(worker.look_back(log, loaded))

    @property
    def looked_back(self) -> Analysis | None:
        return self.found[0] if self.found else None


class DebriefJobs(Jobs[Debrief]):
    def __init__(self, worker: Worker, loaded: LoadedScenario) -> None:
        super().__init__(worker)
        self._loaded = loaded
        self._sailed: tuple[object, ...] = ()

    def look(self, crews: Sequence[Crew]) -> None:
        sailed = tuple((crew.voyage.seed, crew.voyage.gave) for crew in crews)
        if sailed != self._sailed:
            self._sailed = sailed
            alike = {
                each: self._worker.debrief(self._loaded, *each) for each in dict.fromkeys(sailed)
            }
            self._jobs = [alike[each] for each in sailed]
