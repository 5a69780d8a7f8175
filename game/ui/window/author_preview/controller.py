"""Shows a scenario file as its writer changes it, at any watch and with any gauges."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import fields, replace

from game.findings import Severity, count_text, format_finding
from game.playtest.prospects import answers_in, helps_in, prospects_in, voyage_at
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import build_checked
from game.ship.ship import Ship
from game.ui.window import requests
from game.ui.window.author_preview.screens import (
    FindingsScreen,
    GaugesScreen,
    JumpScreen,
    WatchPreviewScreen,
)
from game.ui.window.navigator import Navigator
from game.ui.window.screens.overlays import NumbersScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import UserData
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.solo.result import ResultScreen
from game.ui.window.worker import Worker
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.view import ResultView, end_view, gauges_of, result_view, watch_view
from game.voyage.voyage import Give, Refused, Voyage


class PreviewController(Navigator):
    """A voyage that goes nowhere: no logbook, and every watch can be gone to."""

    def __init__(
        self,
        file: str,
        saved: Callable[[], bytes | str | None],
        user_data: UserData,
        worker: Worker,
    ) -> None:
        """saved: what is in the file if it has been saved since the last call, or why it cannot be
        opened; else None.
        """
        super().__init__(user_data, 1)
        self.overlays |= {
            requests.Overlay.NUMBERS: lambda: NumbersScreen(self._last) if self._last else None,
            requests.Overlay.WATCHES: lambda: (
                JumpScreen(self._flow.scenario, self._at.at) if self._flow else None
            ),
            requests.Overlay.GAUGES: lambda: GaugesScreen(self._at.ship) if self._flow else None,
        }
        self._file, self._saved, self._worker = file, saved, worker
        self._flow: Flow | None = None
        self._voyage: Voyage | None = None
        self._start: Voyage | None = None
        self._as_written: Ship[float] | None = None
        self._data = b""
        self._last: ResultView | None = None
        self._findings = self._shut = ""
        self._asked: Future[str] | None = None
        self._answers: Future[str] | None = None
        self._helps: Future[str] | None = None
        self.show(FindingsScreen(file, "Nothing has been read yet."))
        self.poll()

    def poll(self) -> None:
        """Read the file again if it was saved; hear from the worker if it has something to say."""
        news = self._saved()
        if isinstance(news, str):
            self._shut = news
        elif news is not None:
            self._shut = ""
            self._read(news)
        if isinstance(self.screen, WatchPreviewScreen):
            self.screen.word = self._word()
        elif isinstance(self.screen, FindingsScreen):
            self.screen.word = self._shut

    def handle_own(self, request: requests.OwnRequest) -> None:
        flow, voyage = self._flow, self._voyage
        if flow is None or voyage is None:
            return
        match request:
            case requests.SetGauge(name, value):
                self._put(replace(voyage, ship=replace(voyage.ship, **{name: value})))
                self.push(GaugesScreen(self._at.ship, mark=name))
            case requests.GoToWatch(watch):
                self._put(replace(voyage, at=watch, outcome=None, ending=""))
            case requests.GiveOrder(order):
                self._give(flow, voyage, order)
            case requests.Place.VOYAGE:
                self._go_on()
            case requests.Place():
                self._put(voyage_at(flow.scenario, flow.scenario.first_watch))
            case requests.Brief() | requests.CastOff() | requests.Resume() | requests.SailAgain():
                raise TypeError(request)
            case requests.Do() | requests.CountHands() | requests.KeepNote():
                raise TypeError(request)

    @property
    def _at(self) -> Voyage:
        if self._voyage is None:
            raise LookupError("nothing has been read yet")
        return self._voyage

    def _read(self, data: bytes) -> None:
        """The file as it is now; the watch stays while there is one, and gauges moved here do."""
        checked = check_file(self._file, data)
        text = data.decode("utf-8-sig", errors="replace")
        self._findings, self._data = count_text(checked.findings), data
        scenario = build_checked(checked)
        if scenario is None:
            wrong = [f for f in checked.findings if f.severity is Severity.ERROR]
            self._flow = None
            errors = "\n\n".join(format_finding(finding, text) for finding in wrong)
            self.show(FindingsScreen(self._findings, errors))
            return
        before, began = self._voyage, self._as_written
        begin = voyage_at(scenario, scenario.first_watch)
        self._flow, self._as_written = Flow(scenario), begin.ship
        self._answers = self._worker.ask(answers_in, self._file, data)
        if before is None or began is None or before.outcome:
            self._put(begin)
        else:
            at = before.at if before.at in scenario.watches else scenario.first_watch
            self._put(replace(before, at=at, ship=_rewritten(before.ship, began, begin.ship)))
        self._helps = self._worker.ask(helps_in, self._file, data)

    def _put(self, voyage: Voyage) -> None:
        """Be here as if the voyage had begun here."""
        self._start = self._voyage = replace(voyage, sailed=(), gave=(), pending=(), evenness=0.0)
        self._go_on()

    def _go_on(self) -> None:
        """Show where she is, and ask the worker what may become of it."""
        voyage = self._at
        if self._flow and self._start and voyage.outcome is None:
            asked = (self._file, self._data, self._start, voyage.gave)
            self._asked = self._worker.ask(prospects_in, *asked)
        self.show(self._here())

    def _here(self) -> Screen:
        flow, voyage = self._flow, self._at
        if flow is None:
            return self.screen
        if voyage.outcome:
            return EndingScreen(end_view(flow.scenario, voyage))
        return WatchPreviewScreen(watch_view(flow.scenario, voyage), self._word())

    def _word(self) -> str:
        """What is known of the file by now: the findings, the odds from here, who arrives."""
        if self._shut:
            return self._shut
        odds = _heard(self._asked, "Counting the voyages from here.")
        known = (_heard(self._answers, ""), _heard(self._helps, ""))
        return (
            " ".join([f"{self._file}: {self._findings}.", odds, *known]).replace("\n", " ").rstrip()
        )

    def _give(self, flow: Flow, voyage: Voyage, order: str) -> None:
        sailed, events = step(flow, voyage, Give(order))
        if isinstance(events[0], Refused):
            return
        self._last = result_view(flow.scenario, sailed, events)
        watch = watch_view(flow.scenario, voyage)
        self._voyage = sailed
        number = f"{watch.number} of {watch.of}"
        self.show(ResultScreen(self._last, number, gauges_of(sailed.ship), watch.gauges))


def _rewritten(ship: Ship[float], before: Ship[float], now: Ship[float]) -> Ship[float]:
    """The ship; what stood as the file began it stands as the file begins it now."""
    names = [field.name for field in fields(Ship)]
    same = [name for name in names if getattr(ship, name) == getattr(before, name)]
    return replace(ship, **{name: getattr(now, name) for name in same})


def _heard(work: Future[str] | None, meanwhile: str) -> str:
    """What the worker has said; if it broke over it, nothing is said."""
    if work is None or not work.done():
        return meanwhile
    return "" if work.exception() else work.result()
