"""What the worker finds out about voyages, and the charts of that."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from game.debrief.debrief import Debrief
from game.debrief.decisions import Decision, Decisions
from game.debrief.other_weather import OtherWeather
from game.debrief.pages import DebriefPage
from game.debrief.trials import gather
from game.reports.room_pages import RoomVoyages, voyages_of
from game.scenario.model.loaded import LoadedScenario
from game.session.session import TALK, Crew, Page, Session
from game.ui.window.widgets.chart_slots import Charts
from game.ui.window.worker import SailedVoyage, Worker
from game.voyage.helm import Helm

TRIES = 2
"""How often a watch is tried, should the worker be killed over it."""


@dataclass(frozen=True, slots=True)
class Work:
    """How far some work is, 0 to 1; fault: why it cannot be done, or empty.

    is_stopped: whether nobody would wait for it.
    """

    fault: str
    progress: float
    is_stopped: bool = False


class DecisionsJob:
    """A voyage's decisions, watch by watch: each is asked for when the one before is there.

    So charts that are wanted meanwhile never wait for more than one of them.
    """

    def __init__(self, worker: Worker, voyage: SailedVoyage) -> None:
        self._worker, self._voyage = worker, voyage
        self._watches: list[Future[Decision]] = []
        self._tries, self._is_stopped = TRIES, False
        self._go_on()

    def stop(self) -> None:
        """Ask for no further watch."""
        self._is_stopped = True

    def _go_on(self, before: Future[Decision] | None = None) -> None:
        if self._is_stopped or (before and before.cancelled()):
            return
        was_killed = before and isinstance(before.exception(), BrokenExecutor)
        if was_killed and self._tries > 1:
            self._tries -= 1
            self._watches.pop()
        elif before and before.exception():
            return
        if len(self._watches) < self._count:
            with suppress(RuntimeError):  # the worker has been sent home
                work = self._worker.decision(self._voyage, len(self._watches) + 1)
                self._watches.append(work)
                work.add_done_callback(self._go_on)

    @property
    def _count(self) -> int:
        return len(self._voyage[2])

    @property
    def _done(self) -> list[Decision]:
        return [each.result() for each in self._watches if _has_answered(each)]

    @property
    def found(self) -> Decisions | None:
        done = self._done
        return gather(self._voyage[1], done) if len(done) == self._count else None

    @property
    def fault(self) -> str:
        """Why they could not be found, or empty."""
        return _fault(self._watches)

    @property
    def progress(self) -> float:
        """How far it is, 0 to 1."""
        return len(self._done) / max(1, self._count)


class Jobs:
    """What the worker is asked about voyages, one after the other. charts: of what it finds."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._jobs: list[Future[Debrief]] = []
        self._decisions: list[DecisionsJob] = []
        self.is_stopped = False
        self.charts = Charts(worker)

    def stop(self) -> None:
        """Give up what is not there yet; what else the worker was asked for must be asked again."""
        self.is_stopped = True
        for decisions in self._decisions:
            decisions.stop()
        self._worker.stop()

    @property
    def found(self) -> list[Debrief] | None:
        """The debriefs; each has its decisions as soon as they are there, too."""
        if not self._jobs or self.fault or not all(map(_has_answered, self._jobs)):
            return None
        return [
            replace(job.result(), decisions=decisions.found)
            for job, decisions in zip(self._jobs, self._decisions, strict=True)
        ]

    @property
    def fault(self) -> str:
        """Why something could not be counted, or empty."""
        return "" if self.is_stopped else _fault(self._jobs)

    @property
    def revision(self) -> object:
        return self._worker.revision

    @property
    def trying(self) -> Work:
        """How far the decisions are."""
        faults = (job.fault for job in self._decisions if job.fault and not self.is_stopped)
        shares = [job.progress for job in self._decisions]
        return Work(next(faults, ""), sum(shares) / max(1, len(shares)), self.is_stopped)

    @property
    def counting(self) -> Work:
        """How far all but the decisions is."""
        done = sum(job.done() for job in self._jobs)
        under_way = self._worker.progress if done < len(self._jobs) else 0.0
        share = (done + min(0.99, under_way)) / max(1, len(self._jobs))
        return Work(self.fault, share, self.is_stopped)


class LookBackJob(Jobs):
    """One voyage; what becomes of its orders in other weather is found out when it is asked for."""

    def __init__(self, worker: Worker, helm: Helm) -> None:
        super().__init__(worker)
        self._voyage = helm.loaded.kept, helm.voyage.seed, helm.voyage.gave
        self._elsewhere: Future[OtherWeather] | None = None
        self._jobs.append(worker.look_back(helm.path, helm.loaded))
        self._decisions.append(DecisionsJob(worker, self._voyage))

    @property
    def debrief(self) -> Debrief | None:
        return self.found[0] if self.found else None

    @property
    def elsewhere(self) -> OtherWeather | None:
        """None until it is there."""
        if self._elsewhere is None or self._elsewhere.cancelled():
            self._elsewhere = self._worker.other_weather(self._voyage)
        is_there = self._elsewhere.done() and not self._elsewhere.exception()
        return self._elsewhere.result() if is_there else None


class DebriefJobs(Jobs):
    """The crews of a room."""

    def __init__(self, worker: Worker, loaded: LoadedScenario) -> None:
        super().__init__(worker)
        self._loaded = loaded
        self._sailed: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def look(self, crews: Sequence[Crew]) -> None:
        sailed = tuple((crew.voyage.seed, crew.voyage.gave) for crew in crews)
        if sailed == self._sailed and not self.is_stopped:
            return
        self._sailed, self.is_stopped = sailed, False
        alike = dict.fromkeys(sailed)
        debriefs = {each: self._worker.debrief(self._loaded, *each) for each in alike}
        decided = {each: DecisionsJob(self._worker, (self._loaded.kept, *each)) for each in alike}
        self._jobs = [debriefs[each] for each in sailed]
        self._decisions = [decided[each] for each in sailed]


class RegattaJobs(Jobs):
    """A regatta: each page of its debrief is made as the one before it is there."""

    def __init__(self, worker: Worker, loaded: LoadedScenario) -> None:
        super().__init__(worker)
        self._loaded = loaded
        self._room: RoomVoyages | None = None
        self._pages: dict[Page, Future[tuple[DebriefPage, ...]]] = {}

    def look(self, session: Session) -> None:
        """Have all its pages with charts made."""
        room = voyages_of(session)
        if (room == self._room and not self.is_stopped) or not room.ships:
            return
        self._room, self.is_stopped = room, False
        charted = [page for page in session.pages if page not in TALK]
        self._pages = {page: self._worker.room_pages(self._loaded, room, page) for page in charted}

    def pages(self, page: Page) -> tuple[DebriefPage, ...] | None:
        """None as long as they are not there."""
        work = self._pages.get(page)
        return work.result() if work and _has_answered(work) else None

    @property
    def fault(self) -> str:
        return "" if self.is_stopped else _fault(list(self._pages.values()))

    @property
    def counting(self) -> Work:
        done = sum(work.done() for work in self._pages.values())
        return Work(self.fault, done / max(1, len(self._pages)), self.is_stopped)


def _fault(jobs: Sequence[Future[Any]]) -> str:
    wrong = (job.exception() for job in jobs if job.done() and not job.cancelled())
    return next((str(each) or type(each).__name__ for each in wrong if each), "")


def _has_answered(work: Future[Any]) -> bool:
    return work.done() and not work.cancelled() and not work.exception()
